//! Every error answer: a [`Problem`] with its stable code, never the framework's own words.

use super::convert::{ToWire as _, local_at};
use crate::writer::WriteError;
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::FixedOffset;
use queue_core::Refusal;
use queue_protocol::{Problem, ProblemCode as Code};

/// An error on its way out.
#[derive(Debug)]
pub(crate) struct ApiError(pub Box<Problem>);

impl ApiError {
    /// A problem with a sentence of its own. The sentence must not repeat what the client sent
    /// as PIN, token or class.
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        Self(Box::new(Problem::new(code, detail)))
    }

    /// The body, a path part or a query is not of the documented shape.
    pub fn bad_request(detail: impl Into<String>) -> Self {
        Self::new(Code::BadRequest, detail)
    }

    /// What the rules or the writer answered, worded for a centre at `offset`.
    pub fn from_write(error: WriteError, offset: FixedOffset) -> Self {
        match error {
            WriteError::Refused(refusal) => Self::from_refusal(&refusal, offset),
            WriteError::KeyReused => Self::new(
                Code::KeyReused,
                "this idempotency key was used for another command",
            ),
            WriteError::NotStored => Self::new(
                Code::NotStored,
                "the command could not be stored; nothing changed",
            ),
            WriteError::ClockInDoubt => Self::new(
                Code::ClockInDoubt,
                "the clock is in doubt until an administrator accepts it",
            ),
            WriteError::Stopping => Self::new(Code::Stopping, "the service is stopping"),
            WriteError::Admin(_) | WriteError::Unknown => Self::new(
                Code::Internal,
                "the outcome is unknown: ask again under the same key",
            ),
        }
    }

    /// What the rules refused.
    pub fn from_refusal(refusal: &Refusal, offset: FixedOffset) -> Self {
        let mut problem = Problem::new(code_of(refusal), refusal.to_string());
        match refusal {
            Refusal::Closed { reason, next } => {
                problem.detail = format!("no numbers are issued now: {}", reason.wire());
                problem.until = next.and_then(|next| local_at(next, offset));
            }
            Refusal::WorkPassesClosing { next } => {
                problem.until = next.and_then(|next| local_at(next, offset));
            }
            Refusal::CounterBusy { number }
            | Refusal::NotOffline { number }
            | Refusal::HandedInBefore { number } => problem.number = Some(number.to_string()),
            Refusal::CounterHeld { officer } => problem.officer = Some(officer.0),
            Refusal::OfficerElsewhere { counter } | Refusal::DeviceElsewhere { counter } => {
                problem.counter = Some(counter.0);
            }
            Refusal::WrongState { number, counter } => {
                problem.number = Some(number.to_string());
                problem.counter = counter.map(|counter| counter.0);
            }
            _ => {}
        }
        Self(Box::new(problem))
    }
}

const fn code_of(refusal: &Refusal) -> Code {
    match refusal {
        Refusal::Closed { .. } | Refusal::NoDay => Code::Closed,
        Refusal::UnknownService => Code::UnknownService,
        Refusal::PurposeNotTaken => Code::PurposeNotTaken,
        Refusal::UnknownProcedure => Code::UnknownProcedure,
        Refusal::UnknownClass => Code::UnknownClass,
        Refusal::CapReached { .. } => Code::CapReached,
        Refusal::WorkPassesClosing { .. } => Code::WorkPassesClosing,
        Refusal::SeriesExhausted => Code::SeriesExhausted,
        Refusal::NotOffline { .. } => Code::NotOffline,
        Refusal::HandedInBefore { .. } => Code::HandedInBefore,
        Refusal::UnknownCounter => Code::UnknownCounter,
        Refusal::CounterClosed => Code::CounterClosed,
        Refusal::CounterOnBreak => Code::CounterOnBreak,
        Refusal::CounterNotOnBreak => Code::CounterNotOnBreak,
        Refusal::CounterBusy { .. } => Code::CounterBusy,
        Refusal::CounterIdle => Code::CounterIdle,
        Refusal::CounterNotYours => Code::CounterNotYours,
        Refusal::CounterHeld { .. } => Code::CounterHeld,
        Refusal::OfficerElsewhere { .. } => Code::OfficerElsewhere,
        Refusal::DeviceElsewhere { .. } => Code::DeviceElsewhere,
        Refusal::UnknownTicket => Code::UnknownTicket,
        Refusal::WrongState { .. } => Code::WrongState,
        Refusal::NotServedHere => Code::NotServedHere,
        Refusal::NotServedToday => Code::NotServedToday,
        Refusal::GraceOver => Code::GraceOver,
        Refusal::NotAllowed => Code::RoleNotAllowed,
        Refusal::NothingToChange => Code::NothingToChange,
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let status =
            StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&self.0).unwrap_or_default();
        let json = HeaderValue::from_static("application/problem+json");
        let mut response = (status, [(CONTENT_TYPE, json)], body).into_response();
        let headers = response.headers_mut();
        match self.0.code {
            Code::Unauthorised => {
                headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            }
            Code::NotStored | Code::Stopping => {
                headers.insert(RETRY_AFTER, HeaderValue::from_static("1"));
            }
            _ => {}
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use queue_core::{ClosedReason, CounterNo, LocalTime, Number, OfficerNo};

    fn problem(refusal: &Refusal) -> Problem {
        *ApiError::from_refusal(refusal, FixedOffset::east_opt(7 * 3600).unwrap()).0
    }

    #[test]
    fn a_problem_carries_what_its_screen_words() {
        let number: Number = "A012".parse().unwrap();
        let busy = problem(&Refusal::CounterBusy { number });
        assert_eq!(
            (busy.code, busy.number.as_deref()),
            (Code::CounterBusy, Some("A012"))
        );
        let counter = CounterNo(3);
        let wrong = problem(&Refusal::WrongState {
            number,
            counter: Some(counter),
        });
        assert_eq!(
            (wrong.number.as_deref(), wrong.counter),
            (Some("A012"), Some(3))
        );
        let held = problem(&Refusal::CounterHeld {
            officer: OfficerNo(104),
        });
        assert_eq!(held.officer, Some(104));
        assert_eq!(
            problem(&Refusal::OfficerElsewhere { counter }).counter,
            Some(3)
        );
        assert_eq!(
            problem(&Refusal::DeviceElsewhere { counter }).counter,
            Some(3)
        );

        let opening = "2026-11-26T06:45:00".parse().unwrap();
        let (reason, next) = (ClosedReason::AfterHours, Some(LocalTime(opening)));
        let closed = problem(&Refusal::Closed { reason, next });
        assert_eq!(
            closed.until.unwrap().to_rfc3339(),
            "2026-11-26T06:45:00+07:00"
        );
        assert!(closed.detail.ends_with("after_hours"));
        let passes = problem(&Refusal::WorkPassesClosing { next });
        assert_eq!(passes.code, Code::WorkPassesClosing);
        assert_eq!(passes.until, closed.until);
    }

    #[test]
    fn what_takes_thousands_of_numbers_to_reach_is_worded_too() {
        assert_eq!(
            problem(&Refusal::SeriesExhausted).code,
            Code::SeriesExhausted
        );
        assert_eq!(problem(&Refusal::NoDay).code, Code::Closed);
    }

    #[test]
    fn what_the_writer_could_not_do_is_worth_asking_again() {
        let offset = FixedOffset::east_opt(0).unwrap();
        for (error, code) in [
            (WriteError::NotStored, Code::NotStored),
            (WriteError::Stopping, Code::Stopping),
            (WriteError::ClockInDoubt, Code::ClockInDoubt),
            (WriteError::Unknown, Code::Internal),
        ] {
            let response = ApiError::from_write(error, offset).into_response();
            assert_eq!(response.status().as_u16(), code.status());
            assert!(response.status().is_server_error());
        }
    }
}
