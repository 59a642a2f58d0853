//! The screens on which a visitor chooses.

use super::super::models::Models;
use super::super::ui;
use super::number::printer_word;
use super::{count, or_nothing, wait};
use crate::view_model::KeySet;
use crate::view_model::page::{ChoosePage, FindPage, HomePage, Intake, ProcedureRow, ServiceRow};
use queue_protocol::Purpose;
use slint::{ComponentHandle as _, SharedString};

pub(super) fn purpose(purpose: Purpose) -> ui::Purpose {
    match purpose {
        Purpose::Submit => ui::Purpose::Submit,
        Purpose::Collect => ui::Purpose::Collect,
        Purpose::Supplement => ui::Purpose::Supplement,
        Purpose::Guidance => ui::Purpose::Guidance,
    }
}

/// The state of a service, and when it goes on.
pub(super) fn intake(intake: &Intake) -> (ui::Intake, SharedString) {
    match intake {
        Intake::Open => (ui::Intake::Open, SharedString::default()),
        Intake::Paused(again) => (ui::Intake::Paused, or_nothing(again.as_deref())),
        Intake::Full(again) => (ui::Intake::Full, or_nothing(again.as_deref())),
        Intake::Crowded(again) => (ui::Intake::Crowded, or_nothing(again.as_deref())),
        Intake::Ended(again) => (ui::Intake::Ended, or_nothing(again.as_deref())),
    }
}

pub(super) fn show_home(window: &ui::App, models: &Models, page: &HomePage) -> ui::Screen {
    let cards = page.purposes.iter().map(|(p, taken)| ui::PurposeCard {
        purpose: purpose(*p),
        enabled: *taken,
    });
    models.purposes.set(cards);
    let home = window.global::<ui::HomeState<'_>>();
    home.set_until(page.until.as_str().into());
    home.set_printer(printer_word(page.printer));
    home.set_by_itself(page.by_itself);
    ui::Screen::Home
}

/// A service as the screen knows it.
pub(in super::super) fn service_row(row: &ServiceRow) -> ui::ServiceRow {
    let (intake, again) = intake(&row.intake);
    ui::ServiceRow {
        letter: row.letter.as_str().into(),
        name: row.name.as_str().into(),
        intake,
        again,
        known: row.waiting.is_some(),
        waiting: count(row.waiting.unwrap_or(0)),
        wait: wait(row.wait),
    }
}

pub(super) fn show_choose(window: &ui::App, models: &Models, page: &ChoosePage) -> ui::Screen {
    let (left, right) = page.rows.split_at(page.left.min(page.rows.len()));
    models.services.set(left.iter().map(service_row));
    models.services_right.set(right.iter().map(service_row));
    let choose = window.global::<ui::ChooseState<'_>>();
    choose.set_purpose(purpose(page.purpose));
    choose.set_has_agencies(page.has_agencies);
    let others = page.others.as_ref().map(|(_, names)| names.as_str());
    choose.set_others(others.unwrap_or_default().into());
    ui::Screen::Choose
}

/// A procedure as the screen knows it.
pub(in super::super) fn procedure_row(row: &ProcedureRow) -> ui::ProcedureRow {
    ui::ProcedureRow {
        letter: row.letter.as_str().into(),
        name: row.name.as_str().into(),
        service: row.service.as_str().into(),
        intake: intake(&row.intake).0,
        known: row.waiting.is_some(),
        waiting: count(row.waiting.unwrap_or(0)),
    }
}

pub(super) fn show_find(window: &ui::App, models: &Models, page: &FindPage) -> ui::Screen {
    models.procedures.set(page.rows.iter().map(procedure_row));
    let find = window.global::<ui::FindState<'_>>();
    find.set_query(page.query.as_str().into());
    find.set_first(count(page.shown.0));
    find.set_last(count(page.shown.1));
    find.set_found(count(page.found));
    find.set_too_many(page.too_many);
    find.set_understood(page.understood.as_str().into());
    find.set_guidance(page.guidance);
    find.set_has_previous(page.has_previous);
    find.set_has_next(page.next.is_some());
    find.set_keys(match page.keys {
        KeySet::Letters => ui::KeySet::Letters,
        KeySet::Marks => ui::KeySet::Marks,
        KeySet::Digits => ui::KeySet::Digits,
    });
    ui::Screen::Find
}
