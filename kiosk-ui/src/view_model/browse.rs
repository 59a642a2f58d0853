//! All procedures by the agency that is responsible, and by its fields: for who would not type.

use super::centre::Centre;
use super::paging::MOST;
use queue_protocol::{Language, ProcedureEntry, Purpose};

/// An agency's procedures are shown without asking for their field while they fill no more than two pages.
const WITHOUT_FIELDS: usize = 2 * MOST;

/// How far a visitor has narrowed them down. An empty code or name: what has no agency, or no field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Within {
    agency: Option<String>,
    field: Option<String>,
}

/// Procedures of one agency or field.
pub(super) struct Group<'a> {
    /// The most used of them.
    pub first: &'a ProcedureEntry,
    pub procedures: usize,
}

/// What there is to choose from, most used first.
pub(super) enum Shelf<'a> {
    Agencies(Vec<Group<'a>>),
    Fields(Vec<Group<'a>>),
    /// By their places in the catalogue.
    Procedures(Vec<usize>),
}

impl Shelf<'_> {
    pub fn len(&self) -> usize {
        match self {
            Self::Agencies(groups) | Self::Fields(groups) => groups.len(),
            Self::Procedures(places) => places.len(),
        }
    }
}

impl Within {
    pub fn of_agency(code: String) -> Self {
        Self {
            agency: Some(code),
            field: None,
        }
    }

    /// A field belongs to an agency: before one is chosen there is none.
    pub fn of_field(&self, name: String) -> Option<Self> {
        Some(Self {
            agency: Some(self.agency.clone()?),
            field: Some(name),
        })
    }

    /// What a visitor who came for `purpose` chooses from.
    pub fn shelf<'a>(&self, centre: &'a Centre, purpose: Purpose) -> Shelf<'a> {
        let places: Vec<usize> = self.places(centre, purpose).collect();
        if self.agency.is_none() {
            return Shelf::Agencies(groups(centre, &places, |p| p.agency.as_str()));
        }
        if self.field.is_none() && places.len() > WITHOUT_FIELDS {
            let mut fields = groups(centre, &places, field);
            // What has no field is looked through last.
            fields.sort_by_key(|group| field(group.first).is_empty());
            if fields.len() > 1 {
                return Shelf::Fields(fields);
            }
        }
        Shelf::Procedures(places)
    }

    /// The name of what was chosen last; empty where it has none.
    pub fn name<'a>(&self, centre: &'a Centre, language: Language) -> &'a str {
        let agency = self.agency.as_deref().unwrap_or_default();
        let Some(name) = self.field.as_deref().filter(|name| !name.is_empty()) else {
            return centre.agency_name(agency, language);
        };
        let mut named = centre.catalogue().procedures.iter();
        let named = named.find(|p| p.agency == agency && field(p) == name);
        named.map_or("", |p| field_name(p, language))
    }

    fn places(&self, centre: &Centre, purpose: Purpose) -> impl Iterator<Item = usize> {
        let is_here = move |procedure: &ProcedureEntry| {
            self.agency
                .as_ref()
                .is_none_or(|code| *code == procedure.agency)
                && self
                    .field
                    .as_ref()
                    .is_none_or(|name| name == field(procedure))
        };
        centre.by_use().iter().copied().filter(move |place| {
            centre.procedure(*place).is_some_and(|procedure| {
                is_here(procedure) && centre.service_for(procedure, purpose).is_some()
            })
        })
    }
}

/// Whether a visitor who came for `purpose` has several agencies to choose from.
pub(super) fn has_agencies(centre: &Centre, purpose: Purpose) -> bool {
    let within = Within::default();
    let places = within.places(centre, purpose);
    let mut agencies = places.filter_map(|place| Some(&centre.procedure(place)?.agency));
    let first = agencies.next();
    agencies.any(|agency| Some(agency) != first)
}

/// The Vietnamese name of a procedure's field, by which it is known; empty where it has none.
pub(super) fn field(procedure: &ProcedureEntry) -> &str {
    field_name(procedure, Language::VI)
}

pub(super) fn field_name(procedure: &ProcedureEntry, language: Language) -> &str {
    procedure
        .field
        .as_ref()
        .map_or("", |name| name.get(language))
}

/// Those with the same key together, in the order of the first of each.
fn groups<'a>(
    centre: &'a Centre,
    places: &[usize],
    key: impl Fn(&ProcedureEntry) -> &str,
) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for procedure in places.iter().filter_map(|place| centre.procedure(*place)) {
        match groups
            .iter_mut()
            .find(|group| key(group.first) == key(procedure))
        {
            Some(group) => group.procedures += 1,
            None => groups.push(Group {
                first: procedure,
                procedures: 1,
            }),
        }
    }
    groups
}
