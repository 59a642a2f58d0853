//! A number is asked for: once, whatever the finger does.

use super::alone::ANSWER_WITHIN;
use super::effect::{Effect, Issue};
use super::hall::{Intake, clock_on};
use super::kiosk::Kiosk;
use super::message::Class;
use super::slip::slip;
use super::step::{Cancelling, Given, Issued, Refusal, Step, Wish};
use chrono::SubsecRound as _;
use queue_client::CallError;
use queue_protocol::{IssueRequest, IssuedTicket, ProblemCode};
use std::time::{Duration, Instant};
use ticket_printer::{JobState, Mark};

/// From here on the screen says that it is asking; before, it stays as it is and takes no touch.
const UNNOTICED: Duration = Duration::from_secs(1);
/// From here on the visitor may leave.
const SLOW: Duration = Duration::from_secs(8);

/// How long a visitor has been waiting for the answer, as the screen shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Waiting {
    Unnoticed,
    Told,
    Slow,
}

pub(super) fn waiting(since: Instant, now: Instant) -> Waiting {
    match now.saturating_duration_since(since) {
        gone if gone < UNNOTICED => Waiting::Unnoticed,
        gone if gone < SLOW => Waiting::Told,
        _ => Waiting::Slow,
    }
}

impl Kiosk {
    /// Asks for a number for what was chosen. While it is asked for, this does nothing.
    pub(super) fn take_number(&mut self, class: Option<Class>, now: Instant) -> Vec<Effect> {
        let Some(Step::Take(wish) | Step::Classes(wish) | Step::Settled { wish, .. }) =
            self.path.last()
        else {
            return Vec::new();
        };
        if self.hall.intake(&wish.service) != Intake::Open {
            return Vec::new();
        }
        let wish = wish.clone();
        if self.pace.is_too_soon(now) {
            self.path.push(Step::Refused(Refusal::TooFast));
            self.arrive(now);
            return Vec::new();
        }
        self.pace.asks(now);
        self.attempts += 1;
        let priority = class.is_some();
        let request = IssueRequest {
            service: wish.service.clone(),
            purpose: wish.purpose,
            procedure: wish.procedure.clone(),
            priority: class.map(|Class(code)| code),
            language: self.visit.language,
        };
        let may_give = self.hall.may_give(&wish.service, now);
        self.path.push(Step::Asking {
            wish,
            attempt: self.attempts,
            since: now,
            priority,
            came_at: self.hall.time(now).map(|time| time.trunc_subsecs(3)),
        });
        if self.hall.by_itself.is_some() {
            return self.give(None, now);
        }
        vec![Effect::Issue(Issue {
            attempt: self.attempts,
            request,
            within: may_give.then_some(ANSWER_WITHIN),
        })]
    }

    /// "Chờ thêm": the same request goes on, so no second number can come of it.
    pub(super) fn wait_on(&mut self, now: Instant) {
        if let Some(Step::Asking { since, .. }) = self.path.last_mut() {
            *since = now;
        }
    }

    pub(super) fn answered(
        &mut self,
        attempt: u64,
        answer: Result<IssuedTicket, CallError>,
        now: Instant,
    ) -> Vec<Effect> {
        let asking = match self.path.last() {
            Some(Step::Asking {
                wish, attempt: a, ..
            }) if *a == attempt => Some(wish.clone()),
            _ => None,
        };
        match (asking, answer) {
            (Some(wish), Ok(ticket)) => self.issued(&wish, ticket.into(), now),
            (Some(_), Err(error)) => {
                self.path.pop();
                let refusal = self.refusal(&error, now);
                self.path.push(Step::Refused(refusal));
                self.arrive(now);
                Vec::new()
            }
            // Nobody holds this number: its visitor has left.
            (None, Ok(ticket)) => vec![Effect::Cancel {
                number: ticket.number,
            }],
            (None, Err(_)) => Vec::new(),
        }
    }

    pub(super) fn issued(&mut self, wish: &Wish, ticket: Given, now: Instant) -> Vec<Effect> {
        let Some(centre) = &self.hall.centre else {
            return Vec::new();
        };
        self.pace.gives(now);
        let language = self.visit.language;
        let procedure = wish.procedure.as_deref();
        let procedure = procedure.and_then(|code| centre.procedure_of_code(code));
        let slip = slip(centre, &ticket, procedure, language, Mark::Original);
        let (job, order) = self.papers.print(slip);
        self.path.clear();
        self.path.push(Step::Issued(Box::new(Issued {
            ticket,
            job,
            paper: JobState::Queued,
            staff_told: false,
            cancelling: Cancelling::Idle,
            asks: false,
        })));
        self.arrive(now);
        vec![order]
    }

    /// After a refusal: to the same number again, or to another choice.
    pub(super) fn try_again(&mut self, now: Instant) {
        let Some(Step::Refused(refusal)) = self.path.last() else {
            return;
        };
        let same = matches!(refusal, Refusal::TooFast | Refusal::Unanswered);
        self.path.pop();
        while !same && !matches!(self.path.last(), None | Some(Step::Choose { .. })) {
            self.path.pop();
        }
        self.arrive(now);
    }

    fn refusal(&self, error: &CallError, now: Instant) -> Refusal {
        let CallError::Refused(problem) = error else {
            return Refusal::Unanswered;
        };
        let today = self.hall.time(now).map(|time| time.date_naive());
        let again = problem
            .until
            .map(|until| clock_on(until, today.unwrap_or(until.date_naive())));
        match problem.code {
            ProblemCode::Closed => Refusal::Paused { again },
            ProblemCode::CapReached | ProblemCode::SeriesExhausted => Refusal::Full { again },
            ProblemCode::WorkPassesClosing => Refusal::Crowded { again },
            ProblemCode::TooManyRequests => Refusal::TooFast,
            ProblemCode::Unauthorised | ProblemCode::RoleNotAllowed | ProblemCode::ClockInDoubt => {
                Refusal::OutOfOrder
            }
            _ => Refusal::Unanswered,
        }
    }
}
