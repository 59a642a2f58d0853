//! The questions about tickets beside the own visitor: find one, give one by hand, tell one.

use super::question::show_services;
use super::{Models, int, visitor, words};
use crate::shell::generated::{self as ui, QuestionState};
use crate::shell::rows;
use crate::view_model::picture::{DeedRow, FoundPart, OptionRow, OptionText, Question};
use queue_protocol::{OfficerReason, Purpose};
use slint::ModelRc;

/// Shows `question` if it is one of these.
pub fn show(state: &QuestionState<'_>, question: &Question, models: &Models) -> ui::Question {
    match question {
        Question::Find {
            typed,
            found: known,
            deeds,
            options,
        } => {
            state.set_typed(typed.as_str().into());
            state.set_found(found(known, models));
            rows::update(&models.deeds, deeds.0.iter().map(deed_row).collect());
            state.set_place(int(deeds.1));
            show_options(state, options, models);
            ui::Question::Find
        }
        Question::Issue {
            services,
            service,
            options,
        } => {
            show_services(state, services, service, models);
            show_options(state, options, models);
            ui::Question::Issue
        }
        Question::NextService {
            services,
            service,
            options,
            here,
        } => {
            show_services(state, services, service, models);
            show_options(state, options, models);
            state.set_stays_here(*here);
            ui::Question::NextService
        }
        Question::Help {
            services,
            service,
            begins,
        } => {
            show_services(state, services, service, models);
            state.set_begins(*begins);
            ui::Question::Help
        }
        Question::Given {
            number,
            priority,
            counters,
            ahead,
            wait_min,
            kiosk,
        } => {
            state.set_number(number.as_str().into());
            state.set_priority(*priority);
            state.set_counters_said(counters.as_str().into());
            state.set_ahead(int(*ahead));
            let (from, to) = wait_min.map_or((-1, -1), |(from, to)| (int(from), int(to)));
            state.set_wait_from(from);
            state.set_wait_to(to);
            state.set_kiosk(name(kiosk).into());
            ui::Question::Given
        }
        _ => ui::Question::None,
    }
}

fn show_options(state: &QuestionState<'_>, options: &(Vec<OptionRow>, usize), models: &Models) {
    rows::update(&models.options, options.0.iter().map(option_row).collect());
    state.set_option_place(int(options.1));
}

fn option_row(row: &OptionRow) -> ui::OptionRow {
    let text = &row.text;
    ui::OptionRow {
        asked: words::asked(row.asked),
        purpose: words::purpose(match text {
            OptionText::Purpose(purpose) => *purpose,
            _ => Purpose::Submit,
        }),
        reason: words::officer_reason(match text {
            OptionText::Reason(reason) => *reason,
            _ => OfficerReason::Other,
        }),
        name: name(text).into(),
    }
}

fn name(text: &OptionText) -> &str {
    match text {
        OptionText::Name(name) => name,
        OptionText::Language(language) => language.name(),
        _ => "",
    }
}

fn deed_row(row: &DeedRow) -> ui::DeedRow {
    ui::DeedRow {
        deed: words::deed(row.deed),
        why: words::why(row.why),
    }
}

fn found(part: &FoundPart, models: &Models) -> ui::Found {
    let stays = match part {
        FoundPart::Ticket { stays, .. } => stays.iter().map(visitor::stay).collect(),
        _ => Vec::new(),
    };
    rows::update(&models.found_stays, stays);
    let nothing = ui::Found {
        kind: ui::FoundKind::Nothing,
        stays: ModelRc::from(models.found_stays.clone()),
        ..ui::Found::default()
    };
    match part {
        FoundPart::Nothing => nothing,
        FoundPart::Asking => ui::Found {
            kind: ui::FoundKind::Asking,
            ..nothing
        },
        FoundPart::Unknown => ui::Found {
            kind: ui::FoundKind::Unknown,
            ..nothing
        },
        FoundPart::Unanswered => ui::Found {
            kind: ui::FoundKind::Unanswered,
            ..nothing
        },
        FoundPart::Ticket {
            state,
            priority,
            service,
            counter,
            since,
            issued_at,
            waited_min,
            stays: _,
        } => ui::Found {
            kind: ui::FoundKind::Ticket,
            state: words::ticket_state(*state),
            priority: *priority,
            service: service.as_str().into(),
            counter: (*counter).into(),
            since: since.as_str().into(),
            issued_at: issued_at.as_str().into(),
            waited: int(*waited_min),
            ..nothing
        },
    }
}
