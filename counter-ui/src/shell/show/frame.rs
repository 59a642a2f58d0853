//! Header, connection, which screen; the form before the desk.

use super::{int, words};
use crate::shell::generated::{self as ui, App, FrameState, SignInState};
use crate::view_model::picture::{FramePart, IssuingPart, Link, Screen, SignInPart};
use queue_protocol::ClosedReason;
use slint::ComponentHandle as _;

pub fn show(app: &App, part: &FramePart) {
    let frame = app.global::<FrameState<'_>>();
    frame.set_screen(match part.screen {
        Screen::SignIn => ui::Screen::SignIn,
        Screen::Desk => ui::Screen::Desk,
        Screen::Bar => ui::Screen::Bar,
    });
    frame.set_next_language(part.next_language.name().into());
    frame.set_centre(part.centre.as_str().into());
    frame.set_counter(part.counter.into());
    frame.set_counter_name(part.counter_name.as_str().into());
    frame.set_officer(part.officer.map_or(0, int));
    frame.set_status(words::status(part.status));
    frame.set_break_reason(words::break_reason(part.break_reason));
    frame.set_back_at(part.back_at.as_deref().unwrap_or_default().into());
    let (link, lost_at) = match &part.link {
        Link::Connecting => (ui::Link::Connecting, ""),
        Link::Live => (ui::Link::Live, ""),
        Link::Lost(at) => (ui::Link::Lost, at.as_str()),
    };
    frame.set_lost_at(lost_at.into());
    frame.set_link(link);
    frame.set_clock(part.clock.as_str().into());
    if let Some(day) = part.today {
        frame.set_today(ui::Day {
            weekday: int(day.weekday),
            day: int(day.day),
            month: int(day.month),
            year: day.year,
        });
    }
    frame.set_served(int(part.my_day.served));
    frame.set_usual_minutes(part.my_day.usual_min.map_or(-1, int));
    frame.set_mean_minutes(part.my_day.mean_min.map_or(-1, int));
    frame.set_no_shows(int(part.my_day.no_shows));
    frame.set_breaks(int(part.my_day.breaks));
    frame.set_break_minutes(int(part.my_day.break_min));
    frame.set_last_visitor(part.last_visitor);
    frame.set_lists_page(part.lists_page);
}

pub fn show_form(app: &App, part: &SignInPart) {
    let form = app.global::<SignInState<'_>>();
    form.set_field(words::field(part.field));
    form.set_officer(part.officer.as_str().into());
    form.set_pin_digits(int(part.pin_digits));
    form.set_holder(part.holder.map_or(0, int));
    form.set_waiting(int(part.waiting));
    let (issuing, at) = match &part.issuing {
        IssuingPart::Unknown => (ui::Issuing::Unknown, ""),
        IssuingPart::Open(until) => (ui::Issuing::Open, until.as_str()),
        IssuingPart::Closed(reason, again) => {
            (closed(*reason), again.as_deref().unwrap_or_default())
        }
    };
    form.set_issuing(issuing);
    form.set_issuing_at(at.into());
    form.set_stranger(part.stranger.is_some());
    form.set_wrong_counter(part.wrong_counter);
}

const fn closed(reason: ClosedReason) -> ui::Issuing {
    match reason {
        ClosedReason::BeforeOpening => ui::Issuing::BeforeOpening,
        ClosedReason::Pause => ui::Issuing::Pause,
        ClosedReason::AfterHours | ClosedReason::CapReached | ClosedReason::WorkPassesClosing => {
            ui::Issuing::AfterHours
        }
        ClosedReason::Weekend => ui::Issuing::Weekend,
        ClosedReason::Holiday => ui::Issuing::Holiday,
        ClosedReason::LocalClosure => ui::Issuing::LocalClosure,
    }
}
