//! `/counters/{counter}`: the verbs about the counter's visitor.

use super::Api;
use super::auth::Counters;
use super::command::{ticket_id, ticket_reply};
use super::convert::ToCore as _;
use super::problem::ApiError;
use super::request::{Asked, At};
use axum::extract::State;
use axum::response::Response;
use queue_core::{Command, CounterNo, Moment, Place};
use queue_protocol::{
    CallRequest, Empty, FinishRequest, HoldRequest, NextServiceRequest, NoShowRequest, Permission,
    ResumeRequest, TicketAnswer, TransferRequest,
};
use std::sync::Arc;

/// Calls whoever is next; 204 when nobody waits for this counter.
#[utoipa::path(post, path = "/counters/{counter}/call-next", tag = "calls", request_body = Empty,
    params(("counter" = u16, Path)),
    responses((status = 200, body = TicketAnswer), (status = 204, description = "Nobody waits")))]
pub(super) async fn call_next(
    At(counter): At<u16>,
    asked: Asked<Counters, Empty>,
) -> Result<Response, ApiError> {
    let counter = CounterNo(counter);
    plain(asked, Command::CallNext { counter }).await
}

/// Calls a chosen number, outside the rule. Needs the permission `chosen_call`.
#[utoipa::path(post, path = "/counters/{counter}/call", tag = "calls", request_body = CallRequest,
    params(("counter" = u16, Path)), responses((status = 200, body = TicketAnswer)))]
pub(super) async fn call(
    State(api): State<Arc<Api>>,
    At(counter): At<u16>,
    asked: Asked<Counters, CallRequest>,
) -> Result<Response, ApiError> {
    let Asked { errand, body } = asked;
    let command = Command::Call {
        counter: CounterNo(counter),
        ticket: ticket_id(&api, &body.number)?,
        reason: body.reason.as_str().into(),
    };
    errand
        .run_with(Permission::ChosenCall, command, ticket_reply())
        .await
}

/// Calls the visitor again, as a new call.
#[utoipa::path(post, path = "/counters/{counter}/recall", tag = "calls", request_body = Empty,
    params(("counter" = u16, Path)), responses((status = 200, body = TicketAnswer)))]
pub(super) async fn recall(
    At(counter): At<u16>,
    asked: Asked<Counters, Empty>,
) -> Result<Response, ApiError> {
    let counter = CounterNo(counter);
    plain(asked, Command::Recall { counter }).await
}

/// The visitor has come.
#[utoipa::path(post, path = "/counters/{counter}/serve", tag = "calls", request_body = Empty,
    params(("counter" = u16, Path)), responses((status = 200, body = TicketAnswer)))]
pub(super) async fn serve(
    At(counter): At<u16>,
    asked: Asked<Counters, Empty>,
) -> Result<Response, ApiError> {
    let counter = CounterNo(counter);
    plain(asked, Command::Serve { counter }).await
}

/// The visit is done.
#[utoipa::path(post, path = "/counters/{counter}/finish", tag = "calls",
    request_body = FinishRequest, params(("counter" = u16, Path)),
    responses((status = 200, body = TicketAnswer)))]
pub(super) async fn finish(
    State(api): State<Arc<Api>>,
    At(counter): At<u16>,
    asked: Asked<Counters, FinishRequest>,
) -> Result<Response, ApiError> {
    let Asked { errand, body } = asked;
    let command = Command::Finish {
        counter: CounterNo(counter),
        ticket: body
            .number
            .map(|number| ticket_id(&api, &number))
            .transpose()?,
        outcome: body.outcome.core(),
        dossiers: body.dossiers,
    };
    errand.run(command, ticket_reply()).await
}

/// One service of the visit is done; the visitor goes on to another under the same number: at this
/// counter if it may call for that service, else waiting there, rank kept.
#[utoipa::path(post, path = "/counters/{counter}/next-service", tag = "calls",
    request_body = NextServiceRequest, params(("counter" = u16, Path)),
    responses((status = 200, body = TicketAnswer)))]
pub(super) async fn next_service(
    State(api): State<Arc<Api>>,
    At(counter): At<u16>,
    asked: Asked<Counters, NextServiceRequest>,
) -> Result<Response, ApiError> {
    let Asked { errand, body } = asked;
    let command = Command::NextService {
        counter: CounterNo(counter),
        ticket: ticket_id(&api, &body.number)?,
        outcome: body.outcome.core(),
        dossiers: body.dossiers,
        service: body.service.into(),
        purpose: body.purpose.core(),
    };
    errand.run(command, ticket_reply()).await
}

/// Nobody came.
#[utoipa::path(post, path = "/counters/{counter}/no-show", tag = "calls",
    request_body = NoShowRequest, params(("counter" = u16, Path)),
    responses((status = 200, body = TicketAnswer)))]
pub(super) async fn no_show(
    State(api): State<Arc<Api>>,
    At(counter): At<u16>,
    asked: Asked<Counters, NoShowRequest>,
) -> Result<Response, ApiError> {
    let Asked { errand, body } = asked;
    let ticket = body
        .number
        .map(|number| ticket_id(&api, &number))
        .transpose()?;
    let command = Command::NoShow {
        counter: CounterNo(counter),
        ticket,
    };
    errand.run(command, ticket_reply()).await
}

/// Sets the visitor aside.
#[utoipa::path(post, path = "/counters/{counter}/hold", tag = "calls", request_body = HoldRequest,
    params(("counter" = u16, Path)), responses((status = 200, body = TicketAnswer)))]
pub(super) async fn hold(
    At(counter): At<u16>,
    asked: Asked<Counters, HoldRequest>,
) -> Result<Response, ApiError> {
    let Asked { errand, body } = asked;
    let back_at = body.back_at.map(|back| Moment(back.timestamp_millis()));
    let command = Command::Hold {
        counter: CounterNo(counter),
        back_at,
    };
    errand.run(command, ticket_reply()).await
}

/// Calls a held visitor back.
#[utoipa::path(post, path = "/counters/{counter}/resume", tag = "calls",
    request_body = ResumeRequest, params(("counter" = u16, Path)),
    responses((status = 200, body = TicketAnswer)))]
pub(super) async fn resume(
    State(api): State<Arc<Api>>,
    At(counter): At<u16>,
    asked: Asked<Counters, ResumeRequest>,
) -> Result<Response, ApiError> {
    let Asked { errand, body } = asked;
    let ticket = ticket_id(&api, &body.number)?;
    let command = Command::Resume {
        counter: CounterNo(counter),
        ticket,
    };
    errand.run(command, ticket_reply()).await
}

/// Sends the counter's visitor to another queue, number and rank kept.
#[utoipa::path(post, path = "/counters/{counter}/transfer", tag = "calls",
    request_body = TransferRequest, params(("counter" = u16, Path)),
    responses((status = 200, body = TicketAnswer)))]
pub(super) async fn transfer(
    At(counter): At<u16>,
    asked: Asked<Counters, TransferRequest>,
) -> Result<Response, ApiError> {
    let Asked { errand, body } = asked;
    let command = Command::Transfer {
        counter: Some(CounterNo(counter)),
        ticket: None,
        to: Place {
            service: body.service.into(),
            counter: body.counter.map(CounterNo),
        },
        reason: body.reason.map(|reason| reason.as_str().into()),
    };
    errand.run(command, ticket_reply()).await
}

/// Undoes a mistaken call: the visitor waits again, rank kept.
#[utoipa::path(post, path = "/counters/{counter}/return", tag = "calls", request_body = Empty,
    params(("counter" = u16, Path)), responses((status = 200, body = TicketAnswer)))]
pub(super) async fn return_call(
    At(counter): At<u16>,
    asked: Asked<Counters, Empty>,
) -> Result<Response, ApiError> {
    let counter = CounterNo(counter);
    plain(asked, Command::Return { counter }).await
}

async fn plain(asked: Asked<Counters, Empty>, command: Command) -> Result<Response, ApiError> {
    asked.errand.run(command, ticket_reply()).await
}
