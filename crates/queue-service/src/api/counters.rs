//! `/counters/{counter}`: opened, closed, paused.

use super::Api;
use super::auth::Counters;
use super::command::counter_reply;
use super::convert::{ToCore as _, at};
use super::problem::ApiError;
use super::request::{Asked, At};
use crate::pins::PinError;
use axum::extract::State;
use axum::response::Response;
use queue_core::{Command, CounterNo, OfficerNo};
use queue_protocol::{
    BreakRequest, CounterAnswer, Empty, HelpRequest, OpenRequest, Problem, ProblemCode as Code,
};
use std::sync::Arc;

/// Opens a counter for an officer at this device.
#[utoipa::path(post, path = "/counters/{counter}/open", tag = "counters",
    request_body = OpenRequest, params(("counter" = u16, Path)),
    responses((status = 200, body = CounterAnswer)))]
pub(super) async fn open(
    State(api): State<Arc<Api>>,
    At(counter): At<u16>,
    asked: Asked<Counters, OpenRequest>,
) -> Result<Response, ApiError> {
    let Asked { errand, body } = asked;
    let officer = OfficerNo(body.officer);
    let checked = api
        .pins
        .check(errand.caller.device.id, officer, body.pin.0)
        .await;
    checked.map_err(|error| pin_problem(&api, error))?;
    let counter = CounterNo(counter);
    let command = Command::Open {
        counter,
        officer,
        take_over: body.take_over,
    };
    errand.run(command, counter_reply(counter)).await
}

fn pin_problem(api: &Api, error: PinError) -> ApiError {
    match error {
        PinError::Wrong => ApiError::new(Code::WrongPin, error.to_string()),
        PinError::Locked { until } => {
            let mut problem = Problem::new(Code::PinLocked, error.to_string());
            problem.until = Some(at(until, api.offset()));
            ApiError(Box::new(problem))
        }
        PinError::Uncounted(error) => api.write_error(error),
    }
}

/// Closes a counter. Its held visitors stay with every counter that serves their service.
#[utoipa::path(post, path = "/counters/{counter}/close", tag = "counters", request_body = Empty,
    params(("counter" = u16, Path)), responses((status = 200, body = CounterAnswer)))]
pub(super) async fn close(
    At(counter): At<u16>,
    asked: Asked<Counters, Empty>,
) -> Result<Response, ApiError> {
    let Asked { errand, .. } = asked;
    let counter = CounterNo(counter);
    errand
        .run(Command::Close { counter }, counter_reply(counter))
        .await
}

/// Pauses a counter.
#[utoipa::path(post, path = "/counters/{counter}/break", tag = "counters",
    request_body = BreakRequest, params(("counter" = u16, Path)),
    responses((status = 200, body = CounterAnswer)))]
pub(super) async fn pause(
    At(counter): At<u16>,
    asked: Asked<Counters, BreakRequest>,
) -> Result<Response, ApiError> {
    let Asked { errand, body } = asked;
    let counter = CounterNo(counter);
    let (reason, minutes) = (body.reason.core(), body.minutes);
    errand
        .run(
            Command::Break {
                counter,
                reason,
                minutes,
            },
            counter_reply(counter),
        )
        .await
}

/// Goes on after a break.
#[utoipa::path(post, path = "/counters/{counter}/back", tag = "counters", request_body = Empty,
    params(("counter" = u16, Path)), responses((status = 200, body = CounterAnswer)))]
pub(super) async fn back(
    At(counter): At<u16>,
    asked: Asked<Counters, Empty>,
) -> Result<Response, ApiError> {
    let Asked { errand, .. } = asked;
    let counter = CounterNo(counter);
    errand
        .run(Command::Back { counter }, counter_reply(counter))
        .await
}

/// Helps another queue for a while, or no longer.
#[utoipa::path(post, path = "/counters/{counter}/help", tag = "counters",
    request_body = HelpRequest, params(("counter" = u16, Path)),
    responses((status = 200, body = CounterAnswer)))]
pub(super) async fn help(
    At(counter): At<u16>,
    asked: Asked<Counters, HelpRequest>,
) -> Result<Response, ApiError> {
    let Asked { errand, body } = asked;
    let counter = CounterNo(counter);
    let command = Command::Help {
        counter,
        service: body.service.into(),
        on: body.on,
    };
    errand.run(command, counter_reply(counter)).await
}
