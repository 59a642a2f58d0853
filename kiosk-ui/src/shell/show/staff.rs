//! The screens for staff.

use super::super::models::Models;
use super::super::ui;
use super::number::printer_word;
use super::{count, or_nothing};
use crate::view_model::Trial;
use crate::view_model::page::{DiskWord, StaffMenu, StaffPage};
use slint::{ComponentHandle as _, SharedString};
use ticket_printer::JobState;

pub(super) fn show_staff(window: &ui::App, models: &Models, page: &StaffPage) -> ui::Screen {
    let staff = window.global::<ui::StaffState<'_>>();
    match page {
        StaffPage::Door {
            digits,
            checking,
            opens_in,
        } => {
            staff.set_digits(count(*digits));
            staff.set_checking(*checking);
            staff.set_opens_in(count(*opens_in));
            ui::Screen::StaffDoor
        }
        StaffPage::Menu(menu) => {
            show_menu(&staff, models, menu);
            ui::Screen::StaffMenu
        }
        StaffPage::Screen => ui::Screen::StaffScreen,
    }
}

fn show_menu(staff: &ui::StaffState<'_>, models: &Models, menu: &StaffMenu) {
    let latest = menu.latest.iter().map(SharedString::from);
    models.latest.set(latest);
    staff.set_version(menu.version.into());
    staff.set_connected(menu.connection.is_ok());
    let since = menu.connection.as_ref().err().and_then(Option::as_deref);
    staff.set_away_since(or_nothing(since));
    staff.set_printer(printer_word(menu.printer));
    staff.set_heard(menu.heard);
    staff.set_disk(match menu.disk {
        DiskWord::Well => ui::Disk::Well,
        DiskWord::None => ui::Disk::None,
        DiskWord::Fails => ui::Disk::Fails,
    });
    staff.set_pending(count(menu.pending));
    staff.set_refused(menu.refused.join(", ").into());
    staff.set_trial(trial(menu.trial));
}

const fn trial(trial: Option<Trial>) -> ui::Trial {
    match trial {
        None => ui::Trial::None,
        Some(Trial::Print(JobState::Queued | JobState::Sent)) => ui::Trial::Printing,
        Some(Trial::Print(JobState::Confirmed)) => ui::Trial::Printed,
        Some(Trial::Print(JobState::Unknown(_) | JobState::Failed(_))) => ui::Trial::NotPrinted,
        Some(Trial::Sound) => ui::Trial::Sound,
        Some(Trial::ReprintAsked) => ui::Trial::ReprintAsked,
        Some(Trial::ReprintComes) => ui::Trial::ReprintComes,
        Some(Trial::ReprintRefused) => ui::Trial::ReprintRefused,
        Some(Trial::ReprintUnanswered) => ui::Trial::ReprintUnanswered,
    }
}
