//! From a page to the properties of the screens: enums to enums, never a sentence.

mod browse;
mod choices;
mod details;
mod focus;
mod frame;
mod number;
mod staff;
mod told;

pub(super) use browse::group_row;
pub(super) use choices::{procedure_row, service_row};
pub(super) use focus::show_focus;
pub(super) use frame::{show_frame, show_question};

use super::models::Models;
use super::ui;
use crate::view_model::page::ScreenPage;
use chrono::{Datelike as _, NaiveDate};
use slint::{ComponentHandle as _, SharedString};
use ticket_printer::WaitMinutes;

/// Shows a screen: first what stands on it, then itself.
pub(super) fn show_screen(window: &ui::App, models: &Models, page: &ScreenPage) {
    let screen = match page {
        ScreenPage::Home(home) => choices::show_home(window, models, home),
        ScreenPage::Choose(choose) => choices::show_choose(window, models, choose),
        ScreenPage::Find(find) => choices::show_find(window, models, find),
        ScreenPage::Browse(browse) => browse::show_browse(window, models, browse),
        ScreenPage::Take(take) => {
            number::show_take(window, models, take);
            ui::Screen::Take
        }
        ScreenPage::Classes(take) => {
            number::show_take(window, models, take);
            ui::Screen::Classes
        }
        ScreenPage::Settled(take) => {
            number::show_take(window, models, take);
            ui::Screen::Settled
        }
        ScreenPage::Details(details) => details::show_details(window, models, details),
        ScreenPage::Asking { slow } => {
            window.global::<ui::NoticeState<'_>>().set_slow(*slow);
            ui::Screen::Asking
        }
        ScreenPage::Ticket(ticket) => {
            number::show_ticket(window, models, ticket);
            ui::Screen::Ticket
        }
        ScreenPage::Trouble(ticket) => {
            number::show_ticket(window, models, ticket);
            ui::Screen::Trouble
        }
        ScreenPage::Notice(notice) => told::show_notice(window, notice),
        ScreenPage::Closed(closed) => told::show_closed(window, models, closed),
        ScreenPage::Staff(page) => staff::show_staff(window, models, page),
    };
    window.global::<ui::FrameState<'_>>().set_screen(screen);
}

fn count(number: impl TryInto<i32>) -> i32 {
    number.try_into().unwrap_or(i32::MAX)
}

fn wait(wait: Option<WaitMinutes>) -> ui::Wait {
    let (kind, from, to) = match wait {
        None => (ui::WaitKind::None, 0, 0),
        Some(WaitMinutes::Under(to)) => (ui::WaitKind::Under, 0, to),
        Some(WaitMinutes::About(to)) => (ui::WaitKind::About, to, to),
        Some(WaitMinutes::Range(from, to)) => (ui::WaitKind::Range, from, to),
    };
    ui::Wait {
        kind,
        from: count(from),
        to: count(to),
    }
}

fn day(date: NaiveDate) -> ui::Day {
    ui::Day {
        weekday: count(date.weekday().num_days_from_monday()),
        day: count(date.day()),
        month: count(date.month()),
    }
}

fn or_nothing(text: Option<&str>) -> SharedString {
    text.unwrap_or_default().into()
}

/// "1, 2, 3".
fn counters_text(counters: &[u16]) -> SharedString {
    let numbers: Vec<String> = counters.iter().map(ToString::to_string).collect();
    numbers.join(", ").into()
}
