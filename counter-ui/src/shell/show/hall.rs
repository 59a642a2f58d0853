//! The strip at the foot.

use super::{Models, int};
use crate::shell::generated::{self as ui, App, HallState, WarningKind};
use crate::shell::rows;
use crate::view_model::picture::{HallCell, HallPart, Light, Warning};
use slint::ComponentHandle as _;

pub fn show(app: &App, part: &HallPart, models: &Models) {
    rows::update(&models.cells, part.cells.iter().map(cell).collect());
    rows::update(
        &models.warnings,
        part.warnings.iter().map(warning).collect(),
    );
    let hall = app.global::<HallState<'_>>();
    hall.set_near_minutes(int(part.near_min));
    hall.set_target_minutes(int(part.target_min));
    let [open, on_break, closed] = part.counters;
    hall.set_open(int(open));
    hall.set_on_break(int(on_break));
    hall.set_closed(int(closed));
    hall.set_known(part.known);
    let called = |warning: &Warning| matches!(warning, Warning::StaffCalled { .. });
    hall.set_staff_called(part.warnings.first().is_some_and(called));
    hall.set_presses(part.pressing.is_some());
    hall.set_pressing(part.pressing.as_ref().map(warning).unwrap_or_default());
}

fn cell(cell: &HallCell) -> ui::HallCell {
    ui::HallCell {
        letter: cell.letter.as_str().into(),
        name: cell.name.as_str().into(),
        waiting: int(cell.waiting),
        longest: cell.longest_min.map_or(-1, int),
        light: match cell.light {
            Light::Good => ui::Light::Good,
            Light::Near => ui::Light::Near,
            Light::Late => ui::Light::Late,
        },
    }
}

fn warning(warning: &Warning) -> ui::Warning {
    let (kind, number, name) = match warning {
        Warning::StaffCalled { kiosk, since } => {
            (WarningKind::StaffCalled, since.as_str(), kiosk.as_str())
        }
        Warning::HeldDue { number, back_at } => {
            (WarningKind::HeldDue, number.as_str(), back_at.as_str())
        }
        Warning::PaperOut(name) => (WarningKind::PaperOut, "", name.as_str()),
        Warning::PrinterTrouble(name) => (WarningKind::PrinterTrouble, "", name.as_str()),
        Warning::Hurried(name) => (WarningKind::Hurried, "", name.as_str()),
        Warning::PaperLow(name) => (WarningKind::PaperLow, "", name.as_str()),
        Warning::Silent(name) => (WarningKind::Silent, "", name.as_str()),
        Warning::DiskFails(name) => (WarningKind::DiskFails, "", name.as_str()),
        Warning::NumberRefused { number, kiosk } => {
            (WarningKind::NumberRefused, number.as_str(), kiosk.as_str())
        }
        Warning::OldLayout(name) => (WarningKind::OldLayout, "", name.as_str()),
        Warning::LostPicture(name) => (WarningKind::LostPicture, "", name.as_str()),
        Warning::PaperFailed { number, kiosk } => {
            (WarningKind::PaperFailed, number.as_str(), kiosk.as_str())
        }
        Warning::PaperUnknown { number, kiosk } => {
            (WarningKind::PaperUnknown, number.as_str(), kiosk.as_str())
        }
        Warning::NotShown { board, number } => {
            (WarningKind::NotShown, number.as_str(), board.as_str())
        }
        Warning::KioskAway(name) => (WarningKind::KioskAway, "", name.as_str()),
        Warning::ClockInDoubt => (WarningKind::ClockInDoubt, "", ""),
        Warning::ClockParted => (WarningKind::ClockParted, "", ""),
        Warning::NotStored => (WarningKind::NotStored, "", ""),
        Warning::Other(code) => (WarningKind::Other, "", code.as_str()),
    };
    ui::Warning {
        kind,
        number: number.into(),
        name: name.into(),
    }
}
