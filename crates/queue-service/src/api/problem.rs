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
            Refusal::CounterBusy { number } => problem.number = Some(number.to_string()),
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
        Refusal::SeriesExhausted => Code::SeriesExhausted,
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
