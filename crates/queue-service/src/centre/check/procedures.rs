//! Every procedure has one agency and one service on each day of its own.

use crate::centre::files::Parts;
use crate::centre::files::procedures::{FILE, Procedure};
use crate::centre::joins::Joins;
use crate::centre::source::{Findings, InFile};
use crate::centre::succession::{Succession, common};
use queue_core::Validity;
use std::collections::BTreeMap;

/// Procedures that lead nowhere, to several places, or stand twice on one day.
pub(super) fn check(parts: &Parts, findings: &Findings) {
    let procedures = Procedures {
        parts,
        file: findings.in_file(FILE),
        joins: Joins::new(parts),
        succession: Succession::new(&parts.agencies),
    };
    let mut earlier: BTreeMap<&str, Vec<&Procedure>> = BTreeMap::new();
    let sound = |row: &&Procedure| findings.sound_at(FILE, row.line);
    for procedure in parts.procedures.iter().filter(sound) {
        procedures.agency(procedure);
        procedures.service(procedure);
        let rows = earlier.entry(&procedure.code.value).or_default();
        procedures.repeated(procedure, rows);
        rows.push(procedure);
    }
}

struct Procedures<'a> {
    parts: &'a Parts,
    file: InFile<'a>,
    joins: Joins<'a>,
    succession: Succession<'a>,
}

impl<'a> Procedures<'a> {
    fn agency(&self, row: &Procedure) {
        let code = row.agency.value.as_str();
        let of_communes = row.any_commune && !row.service.value.is_empty();
        if code.is_empty() && !of_communes {
            self.file.error(row.line, "`agency`: expected a code, or for a procedure of the communes `any_commune` yes and a `service`");
        }
        if self.valid(row).is_none() {
            self.file.error(
                row.line,
                format!(
                    "procedure `{}` is valid on no day: agency `{code}` is not there then",
                    row.code.value
                ),
            );
        }
        self.split(row);
    }

    /// Refuses a row that goes on after its agency's work went to several others.
    fn split(&self, row: &Procedure) {
        let mut code = row.agency.value.as_str();
        // Each step goes to a later agency; the bound is for folders that go round in circles.
        for _ in &self.parts.agencies {
            let Some(until) = self
                .succession
                .agency(code)
                .and_then(|agency| agency.valid.until)
            else {
                return;
            };
            match self.succession.successors(code) {
                [only] => code = &only.code.value,
                [] => return,
                several if row.valid.until.is_none_or(|end| until < end) => {
                    let codes: Vec<&str> = several
                        .iter()
                        .map(|agency| agency.code.value.as_str())
                        .collect();
                    self.file.error(row.line, format!(
                        "agency `{code}` ends on {until} and {} took over: expected a `valid_until`, and a row for the agency that has procedure `{}` then",
                        codes.join(", "), row.code.value
                    ));
                    return;
                }
                _ => return,
            }
        }
    }

    fn service(&self, row: &'a Procedure) {
        let agency = &row.agency.value;
        match self.joins.services(row).as_slice() {
            [] if agency.is_empty() => {}
            [] => self.file.error(row.line, format!("`service`: expected a service, since agency `{agency}` is at no counter that takes dossiers")),
            [code] => self.covered(row, code),
            several => self.file.error(row.line, format!("`service`: expected one of {}, between which agency `{agency}` leaves the choice", several.join(", "))),
        }
    }

    /// The service must be there as long as the procedure.
    fn covered(&self, row: &Procedure, code: &str) {
        let service = self
            .parts
            .services
            .iter()
            .find(|service| service.code.value == code);
        let (Some(service), Some(valid)) = (service, self.valid(row)) else {
            return;
        };
        if common(valid, service.valid) != Some(valid) {
            self.file.error(
                row.line,
                format!(
                    "procedure `{}` is valid on days on which service `{code}` is not",
                    row.code.value
                ),
            );
        }
    }

    fn repeated(&self, row: &'a Procedure, earlier: &[&'a Procedure]) {
        let code = &row.code.value;
        for other in earlier {
            let both = self.valid(row).zip(self.valid(other));
            if both.is_some_and(|(row, other)| common(row, other).is_some()) {
                self.file.error(
                    row.line,
                    format!(
                        "procedure `{code}` is on the same day also on line {}",
                        other.line
                    ),
                );
            } else if self.joins.services(row) != self.joins.services(other) {
                self.file.error(row.line, format!("procedure `{code}` leads to another service on line {}: one centre keeps it in one service", other.line));
            }
        }
    }

    fn valid(&self, row: &Procedure) -> Option<Validity> {
        common(row.valid, self.succession.span(&row.agency.value))
    }
}
