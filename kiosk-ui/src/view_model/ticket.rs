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
        if let Some(issued) = self
            .issued_mut()
            // One that the service does not know cannot be given up there.
            .filter(|issued| issued.cancelling == Cancelling::Idle && issued.ticket.ahead.is_some())
        {
            issued.asks = asks;
            self.arrive(now);
        }
    }

    pub(super) fn give_up_ticket(&mut self) -> Vec<Effect> {
        let Some(issued) = self.issued_mut().filter(|issued| issued.asks) else {
            return Vec::new();
        };
        issued.asks = false;
        issued.cancelling = Cancelling::Asked;
        vec![Effect::Cancel {
            number: issued.ticket.number.clone(),
        }]
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
            Ok(()) => {
                self.path.clear();
                self.path.push(Step::Cancelled {
                    number: number.to_owned(),
                });
                self.arrive(now);
            }
            Err(error) => {
                issued.cancelling = if error.code() == Some(ProblemCode::WrongState) {
                    Cancelling::CalledAlready
                } else {
                    Cancelling::Unanswered
                };
                self.touched = now;
            }
        }
    }
}
