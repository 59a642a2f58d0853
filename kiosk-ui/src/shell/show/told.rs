//! The screens that only tell something.

use super::super::models::Models;
use super::super::ui;
use super::day;
use crate::view_model::Refusal;
use crate::view_model::page::{ClosedPage, Notice};
use queue_protocol::ClosedReason;
use slint::{ComponentHandle as _, SharedString};

pub(super) fn show_notice(window: &ui::App, page: &Notice) -> ui::Screen {
    use ui::NoticeKind as Kind;
    let (kind, detail) = match page {
        Notice::Connecting => (Kind::Connecting, None),
        Notice::Away(since) => (Kind::Away, since.as_deref()),
        Notice::UsedUp(since) => (Kind::UsedUp, since.as_deref()),
        Notice::Refused(Refusal::Paused { again }) => (Kind::ServicePaused, again.as_deref()),
        Notice::Refused(Refusal::Full { again }) => (Kind::ServiceFull, again.as_deref()),
        Notice::Refused(Refusal::Crowded { again }) => (Kind::ServiceCrowded, again.as_deref()),
        Notice::Refused(Refusal::TooFast) => (Kind::TooFast, None),
        Notice::Refused(Refusal::OutOfOrder) => (Kind::OutOfOrder, None),
        Notice::Refused(Refusal::Unanswered) => (Kind::Unanswered, None),
        Notice::Cancelled(number) => (Kind::Cancelled, Some(number.as_str())),
    };
    let notice = window.global::<ui::NoticeState<'_>>();
    notice.set_kind(kind);
    notice.set_detail(detail.unwrap_or_default().into());
    ui::Screen::Notice
}

pub(super) fn show_closed(window: &ui::App, models: &Models, page: &ClosedPage) -> ui::Screen {
    models.today.set(
        page.today
            .iter()
            .map(|span| SharedString::from(span.as_str())),
    );
    let closed = window.global::<ui::ClosedState<'_>>();
    closed.set_kind(match page.reason {
        ClosedReason::BeforeOpening => ui::ClosedKind::BeforeOpening,
        ClosedReason::Pause => ui::ClosedKind::Pause,
        ClosedReason::AfterHours | ClosedReason::CapReached | ClosedReason::WorkPassesClosing => {
            ui::ClosedKind::AfterHours
        }
        ClosedReason::Weekend => ui::ClosedKind::Weekend,
        ClosedReason::Holiday => ui::ClosedKind::Holiday,
        ClosedReason::LocalClosure => ui::ClosedKind::LocalClosure,
    });
    let (occasion, beside) = page.occasion.clone().unwrap_or_default();
    closed.set_occasion(occasion.into());
    closed.set_occasion_beside(beside.into());
    closed.set_again_at(page.again_at.as_deref().unwrap_or_default().into());
    closed.set_again_today(page.again_on.is_none());
    if let Some(date) = page.again_on {
        closed.set_again_on(day(date));
    }
    ui::Screen::Closed
}
