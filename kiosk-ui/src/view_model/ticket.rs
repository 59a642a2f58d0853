//! The number on the screen: what its paper does, and giving it up.

use super::effect::Effect;
use super::kiosk::Kiosk;
use super::step::{Cancelling, Issued, Step};
use queue_client::CallError;
use queue_protocol::ProblemCode;
use std::time::Instant;
use ticket_printer::JobState;

impl Kiosk {
    fn issued_mut(&mut self) -> Option<&mut Issued> {
        match self.path.last_mut() {
            Some(Step::Issued(issued)) => Some(issued),
            _ => None,
        }
    }

    /// The paper went on. Its end begins the time that the screen stays.
    pub(super) fn paper_is(&mut self, job: u64, state: JobState, now: Instant) {
        let Some(issued) = self.issued_mut().filter(|issued| issued.job == job) else {
            return;
        };
        if issued.paper.has_ended() {
            return;
        }
        issued.paper = state;
        match state {
            JobState::Queued | JobState::Sent => {}
            JobState::Confirmed => self.touched = now,
            JobState::Unknown(_) | JobState::Failed(_) => self.arrive(now),
        }
    }

    pub(super) fn reported(&mut self, job: u64, accepted: bool, now: Instant) -> Option<Effect> {
        let kept = self.papers.reported(job, now);
        if let Some(issued) = self.issued_mut().filter(|issued| issued.job == job) {
            issued.staff_told = accepted;
        }
        kept
    }

    pub(super) fn ask_about_cancelling(&mut self, asks: bool, now: Instant) {
        let shown = self.issued_mut();
        if let Some(issued) = shown.filter(|issued| issued.cancelling == Cancelling::Idle) {
            issued.asks = asks;
            self.arrive(now);
        }
    }

    pub(super) fn give_up_ticket(&mut self) -> Option<Effect> {
        let issued = self.issued_mut().filter(|issued| issued.asks)?;
        issued.asks = false;
        issued.cancelling = Cancelling::Asked;
        let number = issued.ticket.number.clone();
        let alone = issued.ticket.is_of_the_lease();
        let kept = alone.then(|| self.give_up_alone(&number)).flatten();
        Some(kept.unwrap_or(Effect::Cancel { number }))
    }

    /// The service has answered whether `number` is given up.
    pub(super) fn given_up(&mut self, number: &str, answer: Result<(), CallError>, now: Instant) {
        let shown = self.issued_mut();
        let Some(issued) = shown.filter(|issued| {
            issued.ticket.number == number && issued.cancelling == Cancelling::Asked
        }) else {
            return;
        };
        match answer {
            Ok(()) => self.is_cancelled(number, now),
            Err(error) if error.code() == Some(ProblemCode::WrongState) => {
                issued.cancelling = Cancelling::CalledAlready;
                self.touched = now;
            }
            Err(_) => self.is_not_cancelled(now),
        }
    }

    /// The number on the screen is given up.
    pub(super) fn is_cancelled(&mut self, number: &str, now: Instant) {
        self.path.clear();
        self.path.push(Step::Cancelled {
            number: number.to_owned(),
        });
        self.arrive(now);
    }

    /// It is not, and staff must do it.
    pub(super) fn is_not_cancelled(&mut self, now: Instant) {
        if let Some(issued) = self.issued_mut() {
            issued.cancelling = Cancelling::Unanswered;
            self.touched = now;
        }
    }
}
