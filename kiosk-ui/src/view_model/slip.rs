//! What stands on a visitor's slip.

use super::centre::Centre;
use super::step::Given;
use queue_protocol::{Language, ProcedureEntry};
use ticket_printer::{Mark, Procedure, Slip};

/// The slip of `ticket` in `language`. The names come from the centre; a procedure's papers are printed where the
/// centre knows them.
pub(super) fn slip(
    centre: &Centre,
    ticket: &Given,
    procedure: Option<&ProcedureEntry>,
    language: Language,
    mark: Mark,
) -> Slip {
    let names = &centre.catalogue().centre;
    let papers_of = |procedure: &ProcedureEntry| {
        let papers = procedure.papers.iter();
        papers.map(|paper| paper.get(language).to_owned()).collect()
    };
    Slip {
        language,
        centre_parent: names.parent.get(language).to_owned(),
        centre_name: names.name.get(language).to_owned(),
        number: ticket.number.clone(),
        priority: ticket.priority,
        service: centre.service_name(&ticket.service, language).to_owned(),
        counters: ticket.counters.clone(),
        zone: centre
            .zone(&ticket.counters)
            .map(|zone| zone.get(language).to_owned()),
        people_ahead: ticket.ahead,
        wait: ticket.wait,
        procedure: procedure.map(|procedure| Procedure {
            name: procedure.short.get(language).to_owned(),
            papers: papers_of(procedure),
        }),
        issued_at: ticket.issued_at,
        follow_url: names
            .public_url
            .as_ref()
            .zip(ticket.follow_path.as_ref())
            .map(|(url, path)| format!("{url}{path}")),
        mark,
    }
}
