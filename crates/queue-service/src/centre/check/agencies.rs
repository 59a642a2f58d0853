//! An agency that ends hands over to agencies that exist on the next day; the others have counters.

use crate::centre::files::Parts;
use crate::centre::files::agencies::{Agency, FILE};
use crate::centre::files::counters::EVERY_AGENCY;
use crate::centre::source::{Findings, InFile, Placed};
use crate::centre::succession::Succession;

/// Hand-overs without a date or into nothing, and agencies that nobody can visit.
pub(super) fn check(parts: &Parts, findings: &Findings) {
    let file = findings.in_file(FILE);
    let succession = Succession::new(&parts.agencies);
    for agency in &parts.agencies {
        for old in &agency.successor_of {
            if let Some(ended) = succession.agency(&old.value) {
                hand_over(ended, agency, old, file);
            }
        }
    }
    for agency in parts
        .agencies
        .iter()
        .filter(|agency| !agency.code.value.is_empty())
    {
        if !has_counter(parts, &succession, agency) {
            file.warning(
                agency.code.line,
                format!("agency `{}` is at no counter", agency.code.value),
            );
        }
    }
}

fn hand_over(ended: &Agency, successor: &Agency, named: &Placed<String>, file: InFile<'_>) {
    let (code, heir) = (&ended.code.value, &successor.code.value);
    let Some(until) = ended.valid.until else {
        let message = format!("`successor_of`: agency `{code}` has no `valid_until`");
        return file.error(named.line, message);
    };
    if until
        .succ_opt()
        .is_none_or(|next| !successor.valid.includes(next))
    {
        let day = format!("the day after {until}, when `{code}` ends");
        file.error(
            named.line,
            format!("`successor_of`: agency `{heir}` is not valid on {day}"),
        );
    }
}

/// Whether a counter lists the agency itself, or one whose work it took over.
fn has_counter(parts: &Parts, succession: &Succession<'_>, agency: &Agency) -> bool {
    let listed = parts.counters.iter().flat_map(|counter| &counter.agencies);
    let mut listed = listed.filter(|code| code.value != EVERY_AGENCY);
    let holds = |code: &str, day| {
        succession
            .holders(code, day)
            .iter()
            .any(|holder| holder.code.value == agency.code.value)
    };
    listed.any(|code| {
        code.value == agency.code.value
            || agency.valid.from.is_some_and(|day| holds(&code.value, day))
    })
}
