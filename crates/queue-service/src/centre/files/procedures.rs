//! `procedures.csv`: what visitors come for in detail.

use crate::centre::source::{Cell, InFile, Placed, Row, Text, names, value};
use queue_core::Validity;
use queue_protocol::Text as Names;

/// The file's name.
pub(in crate::centre) const FILE: &str = "procedures.csv";

/// A procedure as one agency has it. Where it moves to another agency, it has a row for each.
#[derive(Debug)]
pub(in crate::centre) struct Procedure {
    pub(in crate::centre) code: Placed<String>,
    /// Empty for a procedure of the communes.
    pub(in crate::centre) agency: Placed<String>,
    /// Empty where the agency's counters decide.
    pub(in crate::centre) service: Placed<String>,
    pub(in crate::centre) name: Names,
    pub(in crate::centre) short: Names,
    pub(in crate::centre) busy_rank: u8,
    pub(in crate::centre) field: Option<Names>,
    pub(in crate::centre) any_commune: bool,
    pub(in crate::centre) online: Option<bool>,
    pub(in crate::centre) papers: Vec<Names>,
    pub(in crate::centre) fee: Option<Names>,
    pub(in crate::centre) valid: Validity,
    pub(in crate::centre) line: usize,
}

/// Reads the file.
pub(in crate::centre) fn read(file: InFile<'_>, text: &str) -> Vec<Procedure> {
    let required = [
        "code",
        "agency",
        "name_vi",
        "name_en",
        "short_vi",
        "busy_rank",
    ];
    let optional = [
        "service",
        "any_commune",
        "online",
        "papers_vi",
        "papers_en",
        "fee_vi",
        "fee_en",
        "field_vi",
        "field_en",
        "valid_from",
        "valid_until",
    ];
    super::rows(file, text, &required, &optional, procedure)
}

fn procedure(row: &Row<'_>) -> Procedure {
    let name = names(&row.cell("name_vi"), &row.cell("name_en"), Text::NAME);
    let short = Names {
        vi: row.cell("short_vi").text(Text::LABEL),
        en: name.en.clone(),
    };
    let rank = row.cell("busy_rank").read(value::number(1..=4));
    Procedure {
        code: row.cell("code").placed(value::code),
        agency: optional_code(&row.cell("agency")),
        service: optional_code(&row.cell("service")),
        name,
        short,
        busy_rank: rank
            .and_then(|rank| u8::try_from(rank).ok())
            .unwrap_or_default(),
        field: optional_names(row, "field_vi", "field_en", Text::FIELD),
        any_commune: row
            .cell("any_commune")
            .read_optional(value::yes_no)
            .unwrap_or(false),
        online: row.cell("online").read_optional(value::yes_no),
        papers: papers(row),
        // In words, since fees depend on cases.
        fee: optional_names(row, "fee_vi", "fee_en", Text::LINE),
        valid: row.validity(),
        line: row.line(),
    }
}

fn optional_code(cell: &Cell<'_>) -> Placed<String> {
    Placed {
        value: cell.read_optional(value::code).unwrap_or_default(),
        line: cell.line(),
    }
}

/// Nothing where it is not known.
fn optional_names(row: &Row<'_>, vi: &'static str, en: &'static str, text: Text) -> Option<Names> {
    let (vi, en) = (row.cell(vi), row.cell(en));
    if vi.as_str().is_empty() && en.as_str().is_empty() {
        return None;
    }
    Some(names(&vi, &en, text))
}

fn papers(row: &Row<'_>) -> Vec<Names> {
    let vi: Vec<String> = row
        .cell("papers_vi")
        .parts()
        .map(|part| part.text(Text::LINE))
        .collect();
    let en: Vec<String> = row
        .cell("papers_en")
        .parts()
        .map(|part| part.text(Text::LINE))
        .collect();
    if !en.is_empty() && en.len() != vi.len() {
        row.error(format!(
            "`papers_en`: expected {} papers, found {}",
            vi.len(),
            en.len()
        ));
    }
    let en = en.into_iter().chain(std::iter::repeat(String::new()));
    vi.into_iter()
        .zip(en)
        .map(|(vi, en)| Names { vi, en })
        .collect()
}
