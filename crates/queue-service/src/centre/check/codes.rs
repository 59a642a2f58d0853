//! Every code stands once, and whatever names a code names one that is there.

use crate::centre::files::counters::EVERY_AGENCY;
use crate::centre::files::{Parts, agencies, classes, counters, procedures, services, synonyms};
use crate::centre::source::{Findings, InFile, Placed};
use std::collections::{BTreeMap, BTreeSet};

/// Codes that stand twice in their file.
pub(super) fn once(parts: &Parts, findings: &Findings) {
    let numbers: Vec<Placed<String>> = parts.counters.iter().map(counter_number).collect();
    let file = |name| findings.in_file(name);
    distinct(
        file(services::FILE),
        "service",
        parts.services.iter().map(|s| &s.code),
    );
    distinct(
        file(services::FILE),
        "prefix",
        parts.routes.iter().map(|route| &route.prefix),
    );
    distinct(
        file(counters::FILE),
        "zone",
        parts.zones.iter().map(|z| &z.code),
    );
    distinct(file(counters::FILE), "counter", &numbers);
    distinct(
        file(classes::FILE),
        "class",
        parts.classes.iter().map(|c| &c.code),
    );
    distinct(
        file(agencies::FILE),
        "agency",
        parts.agencies.iter().map(|a| &a.code),
    );
    distinct(
        file(synonyms::FILE),
        "word",
        parts.synonyms.iter().map(|s| &s.query),
    );
}

fn counter_number(counter: &counters::Counter) -> Placed<String> {
    Placed {
        value: counter.number.to_string(),
        line: counter.line,
    }
}

fn distinct<'a>(file: InFile<'_>, what: &str, codes: impl IntoIterator<Item = &'a Placed<String>>) {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for code in codes.into_iter().filter(|code| !code.value.is_empty()) {
        if let Some(line) = first.get(code.value.as_str()) {
            file.error(
                code.line,
                format!("{what} `{}` is already on line {line}", code.value),
            );
        } else {
            first.insert(&code.value, code.line);
        }
    }
}

/// Codes that are named and not there, as far as they belong to one of the `sound` files.
pub(super) fn references(parts: &Parts, findings: &Findings, sound: &[&str]) {
    let zones = Known::new(
        "zone",
        counters::FILE,
        parts.zones.iter().map(|z| &z.code),
        sound,
    );
    let services = Known::new(
        "service",
        services::FILE,
        parts.services.iter().map(|s| &s.code),
        sound,
    );
    let agencies = Known::new(
        "agency",
        agencies::FILE,
        parts.agencies.iter().map(|a| &a.code),
        sound,
    );
    let file = findings.in_file(counters::FILE);
    for counter in &parts.counters {
        zones.check(file, [&counter.zone]);
        services.check(file, &counter.serves);
        services.check(file, counter.helps.iter().map(|help| &help.service));
        agencies.check(
            file,
            counter
                .agencies
                .iter()
                .filter(|code| code.value != EVERY_AGENCY),
        );
    }
    let file = findings.in_file(procedures::FILE);
    for procedure in &parts.procedures {
        agencies.check(file, [&procedure.agency]);
        services.check(file, [&procedure.service]);
    }
    let file = findings.in_file(services::FILE);
    services.check(file, parts.routes.iter().map(|route| &route.service));
    let file = findings.in_file(agencies::FILE);
    for agency in &parts.agencies {
        agencies.check(file, &agency.successor_of);
    }
}

/// The codes of one kind; `None` where their file has errors of its own.
struct Known<'a> {
    what: &'static str,
    codes: Option<BTreeSet<&'a str>>,
}

impl<'a> Known<'a> {
    fn new(
        what: &'static str,
        file: &str,
        codes: impl Iterator<Item = &'a Placed<String>>,
        sound: &[&str],
    ) -> Self {
        let codes = sound
            .contains(&file)
            .then(|| codes.map(|code| code.value.as_str()).collect());
        Self { what, codes }
    }

    /// Refuses what is not known; what is empty was left out or has been refused already.
    fn check<'c>(&self, file: InFile<'_>, named: impl IntoIterator<Item = &'c Placed<String>>) {
        let Some(codes) = &self.codes else { return };
        for code in named {
            if !code.value.is_empty() && !codes.contains(code.value.as_str()) {
                file.error(
                    code.line,
                    format!("{} `{}` is not in this centre", self.what, code.value),
                );
            }
        }
    }
}
