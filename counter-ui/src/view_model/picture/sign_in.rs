//! The form before the desk, and the morning beside it.

use super::clock;
use crate::view_model::{Desk, Field};
use queue_client::View;
use queue_protocol::views::Issuing;
use queue_protocol::{ClosedReason, ProblemCode};
use tokio::time::Instant;

/// Whether numbers are issued, in times of day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IssuingPart {
    /// Not known yet.
    Unknown,
    /// Until this time.
    Open(String),
    /// Not now: why, and from when again if that is today.
    Closed(ClosedReason, Option<String>),
}

/// The form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignInPart {
    /// Where the next digit goes.
    pub field: Field,
    /// The officer's number as typed.
    pub officer: String,
    /// Digits of the PIN that stand there.
    pub pin_digits: usize,
    /// Who holds the counter elsewhere: signing in takes it over.
    pub holder: Option<u32>,
    /// Everybody who waits for this counter.
    pub waiting: u32,
    /// Whether numbers are issued.
    pub issuing: IssuingPart,
    /// The service does not talk to this device.
    pub stranger: Option<ProblemCode>,
    /// The hall is seen but this counter is not: the device may stand at another one.
    pub wrong_counter: bool,
}

pub(super) fn part(desk: &Desk, now: Instant) -> SignInPart {
    let view = desk.view();
    SignInPart {
        field: desk.sign_in.field,
        officer: desk.sign_in.officer_text().to_owned(),
        pin_digits: desk.sign_in.pin_digits(),
        holder: desk.holder(),
        waiting: desk.waiting(),
        issuing: view.map_or(IssuingPart::Unknown, |view| {
            issuing(desk, &view.issuing, now)
        }),
        stranger: desk.stranger,
        wrong_counter: matches!(desk.counter, View::Never) && desk.hall.is_live(),
    }
}

fn issuing(desk: &Desk, issuing: &Issuing, now: Instant) -> IssuingPart {
    let today = desk.time(now).map(|time| time.date_naive());
    match issuing {
        Issuing::Open { until } => IssuingPart::Open(clock(*until)),
        Issuing::Closed { reason, next } => {
            let next = next.filter(|next| Some(next.date_naive()) == today);
            IssuingPart::Closed(*reason, next.map(clock))
        }
    }
}
