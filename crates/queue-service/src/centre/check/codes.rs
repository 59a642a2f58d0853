//! Every code stands once, and whatever names a code names one that is there.

use crate::centre::files::counters::EVERY_AGENCY;
use crate::centre::files::{Parts, agencies, classes, counters, procedures, services, synonyms};
use crate::centre::source::{Findings, Placed};
use std::collections::{BTreeMap, BTreeSet};

/// Duplicates and unknown references.
pub(super) fn check(parts: &Parts, findings: &Findings) {
    let known = Known { findings, parts };
    known.once(
        services::FILE,
        "service",
        parts.services.iter().map(|s| &s.code),
    );
    known.once(counters::FILE, "zone", parts.zones.iter().map(|z| &z.code));
    known.once(
        classes::FILE,
        "class",
        parts.classes.iter().map(|c| &c.code),
    );
    known.once(
        agencies::FILE,
        "agency",
        parts.agencies.iter().map(|a| &a.code),
    );
    known.once(
        synonyms::FILE,
        "word",
        parts.synonyms.iter().map(|s| &s.query),
    );
    let numbers: Vec<Placed<String>> = parts
        .counters
        .iter()
        .map(|c| Placed {
            value: c.number.to_string(),
            line: c.line,
        })
        .collect();
    known.once(counters::FILE, "counter", numbers.iter());
    known.references();
}

struct Known<'a> {
    findings: &'a Findings,
    parts: &'a Parts,
}

impl Known<'_> {
    fn once<'c>(&self, file: &str, what: &str, codes: impl Iterator<Item = &'c Placed<String>>) {
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for code in codes.filter(|code| !code.value.is_empty()) {
            if let Some(line) = first.get(code.value.as_str()) {
                let message = format!("{what} `{}` is already on line {line}", code.value);
                self.findings.in_file(file).error(code.line, message);
            } else {
                first.insert(&code.value, code.line);
            }
        }
    }

    fn references(&self) {
        let parts = self.parts;
        let services: BTreeSet<&str> = parts
            .services
            .iter()
            .map(|s| s.code.value.as_str())
            .collect();
        let zones: BTreeSet<&str> = parts.zones.iter().map(|z| z.code.value.as_str()).collect();
        let agencies: BTreeSet<&str> = parts
            .agencies
            .iter()
            .map(|a| a.code.value.as_str())
            .collect();
        let mut places = agencies.clone();
        places.insert(EVERY_AGENCY);
        for counter in &parts.counters {
            self.all_in(&zones, counters::FILE, "zone", [&counter.zone]);
            self.all_in(&services, counters::FILE, "service", &counter.serves);
            let helped = counter.helps.iter().map(|help| &help.service);
            self.all_in(&services, counters::FILE, "service", helped);
            self.all_in(&places, counters::FILE, "agency", &counter.agencies);
        }
        for procedure in &parts.procedures {
            self.all_in(&agencies, procedures::FILE, "agency", [&procedure.agency]);
            self.all_in(&services, procedures::FILE, "service", [&procedure.service]);
        }
        for agency in &parts.agencies {
            self.all_in(&agencies, agencies::FILE, "agency", &agency.successor_of);
        }
    }

    /// Refuses what is not among `known`; what is empty was left out or has been refused already.
    fn all_in<'c>(
        &self,
        known: &BTreeSet<&str>,
        file: &str,
        what: &str,
        named: impl IntoIterator<Item = &'c Placed<String>>,
    ) {
        for code in named {
            if !code.value.is_empty() && !known.contains(code.value.as_str()) {
                let message = format!("{what} `{}` is not in this centre", code.value);
                self.findings.in_file(file).error(code.line, message);
            }
        }
    }
}
