//! The ring around the choice that a key would take.

use super::super::ui;
use super::count;
use crate::view_model::aloud::Spot;
use slint::ComponentHandle as _;

/// Draws the ring around `spot`, or nowhere.
pub(in super::super) fn show_focus(window: &ui::App, spot: Option<Spot>) {
    let row = match spot {
        Some(
            Spot::Purpose(row)
            | Spot::Service(row)
            | Spot::Group(row)
            | Spot::Procedure(row)
            | Spot::Class(row),
        ) => row,
        _ => 0,
    };
    let focus = window.global::<ui::FocusState<'_>>();
    focus.set_row(count(row));
    focus.set_at(spot.map_or(ui::Spot::None, of));
}

const fn of(spot: Spot) -> ui::Spot {
    match spot {
        Spot::Purpose(_) => ui::Spot::Purpose,
        Spot::Service(_) => ui::Spot::Service,
        Spot::ByAgency => ui::Spot::ByAgency,
        Spot::Group(_) => ui::Spot::Group,
        Spot::Procedure(_) => ui::Spot::Procedure,
        Spot::Class(_) => ui::Spot::Class,
        Spot::Language => ui::Spot::Language,
        Spot::CallStaff => ui::Spot::CallStaff,
        Spot::Home => ui::Spot::Home,
        Spot::HearAgain => ui::Spot::HearAgain,
        Spot::Others => ui::Spot::Others,
        Spot::Find => ui::Spot::Find,
        Spot::PreviousPage => ui::Spot::PreviousPage,
        Spot::NextPage => ui::Spot::NextPage,
        Spot::LeaveFind => ui::Spot::LeaveFind,
        Spot::Guidance => ui::Spot::Guidance,
        Spot::Ordinary => ui::Spot::Ordinary,
        Spot::Priority => ui::Spot::Priority,
        Spot::Details => ui::Spot::Details,
        Spot::GoOn => ui::Spot::GoOn,
        Spot::WaitOn => ui::Spot::WaitOn,
        Spot::TryAgain => ui::Spot::TryAgain,
        Spot::Done => ui::Spot::Done,
        Spot::Cancel => ui::Spot::Cancel,
        Spot::MoreTime => ui::Spot::MoreTime,
        Spot::Leave => ui::Spot::Leave,
        Spot::KeepTicket => ui::Spot::KeepTicket,
        Spot::GiveUpTicket => ui::Spot::GiveUpTicket,
    }
}
