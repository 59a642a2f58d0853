//! Every service is served somewhere.

use crate::centre::files::Parts;
use crate::centre::files::counters::{Counter, FILE};
use crate::centre::files::services;
use crate::centre::source::Findings;

/// Services and zones without a counter, counters that help what they serve.
pub(super) fn check(parts: &Parts, findings: &Findings) {
    let file = findings.in_file(FILE);
    for counter in &parts.counters {
        for help in &counter.helps {
            if serves(counter, &help.service.value) {
                file.error(
                    help.service.line,
                    format!(
                        "counter {} both serves and helps `{}`",
                        counter.number, help.service.value
                    ),
                );
            }
        }
    }
    for service in parts
        .services
        .iter()
        .filter(|service| !service.code.value.is_empty())
    {
        let code = &service.code.value;
        if !parts.counters.iter().any(|counter| serves(counter, code)) {
            findings.in_file(services::FILE).error(
                service.code.line,
                format!("service `{code}` is served by no counter"),
            );
        }
    }
    for zone in parts
        .zones
        .iter()
        .filter(|zone| !zone.code.value.is_empty())
    {
        if !parts
            .counters
            .iter()
            .any(|counter| counter.zone.value == zone.code.value)
        {
            file.warning(
                zone.code.line,
                format!("zone `{}` has no counter", zone.code.value),
            );
        }
    }
}

fn serves(counter: &Counter, service: &str) -> bool {
    counter.serves.iter().any(|own| own.value == service)
}
