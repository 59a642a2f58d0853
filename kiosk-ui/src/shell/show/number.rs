//! Taking a number, and the number itself.

use super::super::models::Models;
use super::super::ui;
use super::choices::{intake, purpose};
use super::{count, counters_text, or_nothing, wait};
use crate::view_model::Cancelling;
use crate::view_model::page::{PrinterWord, TakePage, TicketPage};
use slint::ComponentHandle as _;
use ticket_printer::Cause;

pub(super) fn printer_word(word: PrinterWord) -> ui::PrinterState {
    match word {
        PrinterWord::Well => ui::PrinterState::Well,
        PrinterWord::NearEnd => ui::PrinterState::NearEnd,
        PrinterWord::Trouble(cause) => trouble(cause),
    }
}

fn trouble(cause: Cause) -> ui::PrinterState {
    match cause {
        Cause::PaperOut => ui::PrinterState::PaperOut,
        Cause::CoverOpen => ui::PrinterState::CoverOpen,
        Cause::CutterStuck => ui::PrinterState::CutterStuck,
        Cause::Fault => ui::PrinterState::Fault,
        Cause::Offline => ui::PrinterState::Offline,
        Cause::Stalled => ui::PrinterState::Stalled,
        Cause::CutOff => ui::PrinterState::CutOff,
        Cause::NoAnswer => ui::PrinterState::UnknownEnd,
    }
}

pub(super) fn show_take(window: &ui::App, models: &Models, page: &TakePage) {
    let classes = page.classes.iter().map(|class| ui::ClassRow {
        name: class.name.as_str().into(),
        note: class.note.as_str().into(),
    });
    models.classes.set(classes);
    models
        .counters_of_service
        .set(page.counters.iter().copied().map(i32::from));
    let take = window.global::<ui::TakeState<'_>>();
    let (state, again) = intake(&page.intake);
    take.set_purpose(purpose(page.purpose));
    take.set_letter(page.letter.as_str().into());
    take.set_name(page.name.as_str().into());
    take.set_service(page.service.as_deref().unwrap_or_default().into());
    take.set_counters_text(counters_text(&page.counters));
    take.set_intake(state);
    take.set_again(again);
    take.set_known(page.waiting.is_some());
    take.set_waiting(count(page.waiting.unwrap_or(0)));
    take.set_wait(wait(page.wait));
    take.set_priority_wait(wait(page.priority_wait));
    take.set_classes_apart(page.classes_apart);
    take.set_online(page.online);
    take.set_any_commune(page.any_commune);
    take.set_fee(or_nothing(page.fee.as_deref()));
    take.set_details(page.details);
    take.set_waiting_for_answer(page.asking);
}

pub(super) fn show_ticket(window: &ui::App, models: &Models, page: &TicketPage) {
    models
        .counters_of_ticket
        .set(page.counters.iter().copied().map(i32::from));
    let ticket = window.global::<ui::TicketState<'_>>();
    ticket.set_number(page.number.as_str().into());
    ticket.set_priority(page.priority);
    ticket.set_offline(page.ahead.is_none());
    ticket.set_ahead(count(page.ahead.unwrap_or(0)));
    ticket.set_wait(wait(page.wait));
    ticket.set_zone(page.zone.as_deref().unwrap_or_default().into());
    ticket.set_counters_text(counters_text(&page.counters));
    ticket.set_printed(page.printed);
    ticket.set_printer(page.trouble.map_or(ui::PrinterState::Well, trouble));
    ticket.set_perhaps_printed(page.perhaps_printed);
    ticket.set_staff_told(page.staff_told);
    ticket.set_cancelling(match page.cancelling {
        Cancelling::Idle => ui::Cancelling::Idle,
        Cancelling::Asked => ui::Cancelling::Asked,
        Cancelling::CalledAlready => ui::Cancelling::CalledAlready,
        Cancelling::Unanswered => ui::Cancelling::Unanswered,
    });
    ticket.set_leaves_in(page.leaves_in.map_or(0, count));
}
