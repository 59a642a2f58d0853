//! Every procedure has one agency and one service on each day of its own.

use crate::centre::files::Parts;
use crate::centre::files::procedures::{FILE, Procedure};
use crate::centre::joins::Joins;
use crate::centre::source::{Findings, InFile};
use crate::centre::succession::{Succession, common};
use chrono::NaiveDate;
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
        let (code, agency) = (&row.code.value, &row.agency.value);
        let of_communes = row.any_commune && !row.service.value.is_empty();
        if agency.is_empty() && !of_communes {
            let communes = "for a procedure of the communes `any_commune` yes and a `service`";
            self.refuse(row, format!("`agency`: expected a code, or {communes}"));
        }
        if self.valid(row).is_none() {
            let why = format!("agency `{agency}` is not there then");
            self.refuse(row, format!("procedure `{code}` is valid on no day: {why}"));
        }
        if let Some((ended, until, heirs)) = self.split(row) {
            self.refuse(
                row,
                format!(
                    "agency `{ended}` ends on {until} and {heirs} took over: expected a \
                     `valid_until`, and a row for the agency that has procedure `{code}` then"
                ),
            );
        }
    }

    /// The agency, its last day and its successors where its work goes to several while the row
    /// goes on.
    fn split(&self, row: &Procedure) -> Option<(&str, NaiveDate, String)> {
        let mut ended = self.succession.agency(&row.agency.value)?;
        // Each step goes to a later agency; the bound is for folders that go round in circles.
        for _ in &self.parts.agencies {
            let until = ended.valid.until?;
            match self.succession.successors(&ended.code.value) {
                [only] => ended = only,
                [] => return None,
                several => {
                    let codes: Vec<&str> = several.iter().map(|a| a.code.value.as_str()).collect();
                    let goes_on = row.valid.until.is_none_or(|end| until < end);
                    return goes_on.then(|| (ended.code.value.as_str(), until, codes.join(", ")));
                }
            }
        }
        None
    }

    fn service(&self, row: &'a Procedure) {
        let agency = &row.agency.value;
        match self.joins.services(row).as_slice() {
            [] if agency.is_empty() => {}
            [] => {
                let why = format!("agency `{agency}` is at no counter that takes dossiers");
                self.refuse(row, format!("`service`: expected a service, since {why}"));
            }
            [code] => self.covered(row, code),
            several => {
                let codes = several.join(", ");
                let why = format!("between which agency `{agency}` leaves the choice");
                self.refuse(row, format!("`service`: expected one of {codes}, {why}"));
            }
        }
    }

    /// The service must be there as long as the procedure.
    fn covered(&self, row: &Procedure, service: &str) {
        let known = self
            .parts
            .services
            .iter()
            .find(|known| known.code.value == service);
        let (Some(known), Some(valid)) = (known, self.valid(row)) else {
            return;
        };
        if common(valid, known.valid) != Some(valid) {
            let code = &row.code.value;
            let days = format!("days on which service `{service}` is not");
            self.refuse(row, format!("procedure `{code}` is valid on {days}"));
        }
    }

    fn repeated(&self, row: &'a Procedure, earlier: &[&'a Procedure]) {
        let code = &row.code.value;
        for other in earlier {
            let line = other.line;
            let both = self.valid(row).zip(self.valid(other));
            if both.is_some_and(|(row, other)| common(row, other).is_some()) {
                self.refuse(
                    row,
                    format!("procedure `{code}` is on the same day also on line {line}"),
                );
            } else if self.joins.services(row) != self.joins.services(other) {
                let rule = "one centre keeps it in one service";
                self.refuse(
                    row,
                    format!("procedure `{code}` leads to another service on line {line}: {rule}"),
                );
            }
        }
    }

    fn valid(&self, row: &Procedure) -> Option<Validity> {
        common(row.valid, self.succession.span(&row.agency.value))
    }

    fn refuse(&self, row: &Procedure, message: String) {
        self.file.error(row.line, message);
    }
}
