//! The question over the desk.

use super::{Models, int, ticket_question, words};
use crate::shell::generated::{self as ui, App, QuestionState};
use crate::shell::rows;
use crate::view_model::Button;
use crate::view_model::dialog::Item;
use crate::view_model::picture::{
    CounterRow, MenuRow, MinutesRow, Question, QuestionPart, ServiceRow,
};
use queue_protocol::{BreakReason, CounterStatus, TransferReason};
use slint::ComponentHandle as _;

pub fn show(app: &App, part: Option<&QuestionPart>, models: &Models) {
    let state = app.global::<QuestionState<'_>>();
    let Some(part) = part else {
        state.set_question(ui::Question::None);
        return;
    };
    state.set_number(part.number.as_str().into());
    state.set_priority(part.priority);
    state.set_issued_at(part.issued_at.as_str().into());
    state.set_why(words::why(part.why));
    let question = match &part.question {
        Question::Transfer {
            services,
            counters,
            service,
            reason,
            counter,
        } => {
            show_services(&state, services, service, models);
            rows::update(
                &models.counters,
                counters.0.iter().map(counter_row).collect(),
            );
            state.set_counter_place(int(counters.1));
            state.set_counter(counter.map_or(0, i32::from));
            state.set_reason_place(place(TransferReason::ALL, *reason));
            ui::Question::Transfer
        }
        Question::Hold(minutes, chosen) => {
            show_minutes(&state, models, minutes, *chosen);
            ui::Question::Hold
        }
        Question::Pause(reason, minutes, chosen) => {
            show_minutes(&state, models, minutes, *chosen);
            state.set_reason_place(place(BreakReason::ALL, *reason));
            ui::Question::Pause
        }
        Question::Chosen {
            typed,
            known,
            reason,
        } => {
            state.set_typed(typed.as_str().into());
            state.set_known(words::reason(known.as_ref()));
            state.set_reason_place(int(*reason));
            ui::Question::Chosen
        }
        Question::Menu(menu, marked) => {
            rows::update(&models.menu, menu.iter().map(menu_row).collect());
            state.set_place(int(*marked));
            ui::Question::Menu
        }
        Question::Pick(button, marked) => {
            state.set_place(int(*marked));
            if *button == Button::Resume {
                ui::Question::Resume
            } else {
                ui::Question::Restore
            }
        }
        Question::Closing { held, others_open } => {
            state.set_held_here(int(*held));
            state.set_others_open(*others_open);
            ui::Question::Closing
        }
        Question::MyDay => ui::Question::MyDay,
        other => ticket_question::show(&state, other, models),
    };
    state.set_question(question);
}

fn place<T: PartialEq + Copy>(items: &[T], chosen: T) -> i32 {
    int(items.iter().position(|item| *item == chosen).unwrap_or(0))
}

fn show_minutes(state: &QuestionState<'_>, models: &Models, minutes: &[MinutesRow], chosen: usize) {
    rows::update(&models.minutes, minutes.iter().map(minutes_row).collect());
    state.set_minutes_place(int(chosen));
}

fn minutes_row(row: &MinutesRow) -> ui::MinutesRow {
    ui::MinutesRow {
        minutes: row.minutes.map_or(0, i32::from),
        at: row.at.as_str().into(),
    }
}

/// The services to choose from, the place of the chosen one and its short name.
pub fn show_services(
    state: &QuestionState<'_>,
    (services, chosen): &(Vec<ServiceRow>, usize),
    name: &str,
    models: &Models,
) {
    rows::update(&models.services, services.iter().map(service_row).collect());
    state.set_service_place(int(*chosen));
    state.set_service_name(name.into());
}

fn service_row(row: &ServiceRow) -> ui::ServiceRow {
    ui::ServiceRow {
        letter: row.letter.as_str().into(),
        name: row.name.as_str().into(),
        counters: row.counters.as_str().into(),
        waiting: int(row.waiting),
        off: row.off,
        helped: row.helped,
    }
}

fn counter_row(row: &CounterRow) -> ui::CounterRow {
    ui::CounterRow {
        number: row.number.into(),
        on_break: row.status == CounterStatus::Break,
        ticket: row.ticket.as_str().into(),
    }
}

fn menu_row(row: &MenuRow) -> ui::MenuRow {
    let item = match row.item {
        Item::Language => ui::MenuItem::Language,
        Item::Press(Button::Resume) => ui::MenuItem::Resume,
        Item::Press(Button::Restore) => ui::MenuItem::Restore,
        Item::Press(Button::Chosen) => ui::MenuItem::Chosen,
        Item::Press(Button::Return) => ui::MenuItem::ReturnCall,
        Item::Press(Button::Find) => ui::MenuItem::Find,
        Item::Press(Button::Issue) => ui::MenuItem::Issue,
        Item::Press(Button::LastVisitor) => ui::MenuItem::LastVisitor,
        Item::Press(Button::MyDay) => ui::MenuItem::MyDay,
        Item::Press(Button::Help) => ui::MenuItem::Help,
        Item::Press(Button::NextService) => ui::MenuItem::NextService,
        Item::Press(_) => ui::MenuItem::Close,
    };
    ui::MenuRow {
        item,
        why: words::why(row.why),
    }
}
