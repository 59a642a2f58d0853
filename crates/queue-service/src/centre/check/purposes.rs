//! Every purpose that a visitor may come with leads somewhere, on every day.

use crate::centre::files::Parts;
use crate::centre::files::services::FILE;
use crate::centre::source::Findings;
use chrono::NaiveDate;
use queue_protocol::Purpose;

/// Dossier codes that lead to a service which does not take their purpose.
pub(super) fn of_routes(parts: &Parts, findings: &Findings) {
    for route in &parts.routes {
        let service = parts
            .services
            .iter()
            .find(|service| service.code.value == route.service.value);
        let (Some(service), Some(purpose)) = (service, route.purpose) else {
            continue;
        };
        if !service.purposes.contains(&purpose) {
            let (code, line) = (&service.code.value, route.service.line);
            let message = format!("service `{code}` does not take the purpose `{purpose}`");
            findings.in_file(FILE).error(line, message);
        }
    }
}

/// Purposes that no service takes, on the days on which the set of services changes.
pub(super) fn check(parts: &Parts, findings: &Findings) {
    let file = findings.in_file(FILE);
    let begins = parts
        .services
        .iter()
        .filter_map(|service| service.valid.from);
    let ends = parts
        .services
        .iter()
        .filter_map(|service| service.valid.until?.succ_opt());
    let mut days: Vec<NaiveDate> = begins.chain(ends).chain([NaiveDate::MIN]).collect();
    days.sort_unstable();
    for purpose in Purpose::ALL {
        let missing = days.iter().find(|day| {
            let mut today = parts
                .services
                .iter()
                .filter(|service| service.valid.includes(**day));
            let any_service = today.clone().next().is_some();
            any_service && !today.any(|service| service.purposes.contains(purpose))
        });
        let since = match missing {
            Some(&NaiveDate::MIN) => String::new(),
            Some(day) => format!("from {day} "),
            None => continue,
        };
        file.error(
            0,
            format!("{since}no service takes the purpose `{purpose}`"),
        );
    }
}
