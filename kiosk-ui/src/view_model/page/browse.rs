//! Procedures by agency and field.

use super::super::browse::{Group, Shelf, Within, field, field_name};
use super::super::kiosk::Kiosk;
use super::super::paging::{MOST, Measure, fit};
use super::ProcedureRow;
use queue_protocol::{ProcedureEntry, Purpose};

/// Choosing an agency, its field, or a procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrowsePage {
    /// What for.
    pub purpose: Purpose,
    /// The name of what was chosen last; empty where nothing was, or has none.
    pub within: String,
    /// The rows of this page.
    pub rows: BrowseRows,
    /// Those of them in the first column.
    pub left: usize,
    /// The place of the first row of the next page, and how many rows are still to come.
    pub more: Option<(usize, usize)>,
}

/// What the rows are.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named as what its rows are")]
pub enum BrowseRows {
    Agencies(Vec<GroupRow>),
    Fields(Vec<GroupRow>),
    Procedures(Vec<ProcedureRow>),
}

/// A row of an agency or field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupRow {
    /// The agency's code, or the field's Vietnamese name; empty for what has none.
    pub code: String,
    /// Its name; empty for what has none.
    pub name: String,
    /// How many procedures are behind it.
    pub procedures: usize,
}

impl Kiosk {
    pub(super) fn browse_page(
        &self,
        purpose: Purpose,
        within: &Within,
        first: usize,
        measure: &dyn Measure,
    ) -> BrowsePage {
        let language = self.visit.language;
        let centre = self.hall.centre.as_deref();
        let shelf = centre.map_or_else(
            || Shelf::Procedures(Vec::new()),
            |centre| within.shelf(centre, purpose),
        );
        let agency = |p: &ProcedureEntry| {
            let name = centre.map_or("", |centre| centre.agency_name(&p.agency, language));
            (p.agency.clone(), name.to_owned())
        };
        let of_field =
            |p: &ProcedureEntry| (field(p).to_owned(), field_name(p, language).to_owned());
        let (rows, left, shown, all) = match &shelf {
            Shelf::Agencies(agencies) => {
                let (rows, left) = group_rows(agencies, first, measure, agency);
                let shown = rows.len();
                (BrowseRows::Agencies(rows), left, shown, agencies.len())
            }
            Shelf::Fields(fields) => {
                let (rows, left) = group_rows(fields, first, measure, of_field);
                let shown = rows.len();
                (BrowseRows::Fields(rows), left, shown, fields.len())
            }
            Shelf::Procedures(places) => {
                let behind = places.get(first..).unwrap_or_default();
                let row = |place: &usize| self.procedure_row(*place, purpose);
                let (rows, left) = page_of(behind, row, measure, |row| measure.procedure(row));
                let shown = rows.len();
                (BrowseRows::Procedures(rows), left, shown, places.len())
            }
        };
        let end = first + shown;
        BrowsePage {
            purpose,
            within: centre.map_or_else(String::new, |c| within.name(c, language).to_owned()),
            rows,
            left,
            more: (end < all).then(|| (end, all - end)),
        }
    }
}

/// The rows of a page, and how many of them stand in the first column.
fn page_of<T, R>(
    behind: &[T],
    row: impl Fn(&T) -> Option<R>,
    measure: &dyn Measure,
    height: impl Fn(&R) -> f32,
) -> (Vec<R>, usize) {
    let mut rows: Vec<R> = behind.iter().take(MOST).filter_map(row).collect();
    let heights: Vec<f32> = rows.iter().map(height).collect();
    let fit = fit(&heights, &measure.browse(), behind.len() > rows.len());
    rows.truncate(fit.rows);
    (rows, fit.left)
}

fn group_rows(
    groups: &[Group<'_>],
    first: usize,
    measure: &dyn Measure,
    names: impl Fn(&ProcedureEntry) -> (String, String),
) -> (Vec<GroupRow>, usize) {
    let row = |group: &Group<'_>| {
        let (code, name) = names(group.first);
        Some(GroupRow {
            code,
            name,
            procedures: group.procedures,
        })
    };
    let behind = groups.get(first..).unwrap_or_default();
    page_of(behind, row, measure, |row| measure.group(row))
}
