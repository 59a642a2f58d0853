//! `/tickets`: numbers given, and today's tickets by their number.

use super::Api;
use super::auth::{Caller, Issuers, Kiosks, Staff, StaffOrKiosk};
use super::command::{json, read_number, ticket_id, ticket_reply};
use super::convert::{ToCore as _, ToWire as _};
use super::problem::ApiError;
use super::request::{Asked, At};
use crate::views::{issued_ticket, visitor};
use crate::writer::{Reply, ReplyFn};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use queue_core::{Actor, Command, CounterNo, DeviceId, Place, Refusal, TicketId};
use queue_protocol::{
    Empty, IssueAnswer, IssueRequest, Permission, PrintResultRequest, PriorityRequest,
    ProblemCode as Code, ReprintRequest, Role, TicketAnswer, TransferRequest, WaitRange,
};
use std::sync::Arc;

/// Gives a number.
#[utoipa::path(post, path = "/tickets", tag = "tickets", request_body = IssueRequest,
    responses((status = 201, body = IssueAnswer)))]
pub(super) async fn issue(
    State(api): State<Arc<Api>>,
    asked: Asked<Issuers, IssueRequest>,
) -> Result<Response, ApiError> {
    let Asked { errand, body } = asked;
    let forecast = api.views.recent_forecast();
    let estimate = match body.priority {
        Some(_) => forecast
            .priority(&body.service)
            .or_else(|| forecast.ordinary(&body.service)),
        None => forecast.ordinary(&body.service),
    };
    let reply = issue_reply(
        estimate.map(queue_core::Estimate::wire),
        api.shared().secret,
    );
    let command = Command::Issue {
        service: body.service.into(),
        purpose: body.purpose.core(),
        procedure: body.procedure.map(Into::into),
        classes: body.priority.into_iter().map(Into::into).collect(),
        language: body.language.core(),
    };
    errand.run(command, reply).await
}

fn issue_reply(wait: Option<WaitRange>, secret: [u8; 32]) -> ReplyFn {
    Box::new(move |centre, _, events| {
        let id = events.first().map(|(seq, _)| TicketId::from(*seq));
        match id.and_then(|id| centre.tickets.get(&id)) {
            Some(ticket) => {
                let ticket = issued_ticket(centre, ticket, wait, &secret);
                json(StatusCode::CREATED, &IssueAnswer { ticket })
            }
            None => Reply {
                status: StatusCode::NO_CONTENT.as_u16(),
                body: String::new(),
            },
        }
    })
}

/// Today's ticket of a number, read without regard to case.
#[utoipa::path(get, path = "/tickets/{number}", tag = "tickets",
    params(("number" = String, Path, description = "Such as A012")),
    responses((status = 200, body = TicketAnswer)))]
pub(super) async fn ticket(
    State(api): State<Arc<Api>>,
    _caller: Caller<Staff>,
    At(number): At<String>,
) -> Result<Json<TicketAnswer>, ApiError> {
    let number = read_number(&number)?;
    let (centre, now) = (api.shared().centre(), api.shared().clock.now().0);
    let ticket = centre
        .ticket_by_number(number)
        .map(|ticket| visitor(&centre, ticket, now));
    match ticket {
        Some(ticket) => Ok(Json(TicketAnswer {
            ticket,
            reason: None,
        })),
        None => Err(ApiError::new(Code::UnknownTicket, "no such ticket today")),
    }
}

/// Gives a ticket up. Officers need the permission `cancel`; a kiosk cancels what it issued.
#[utoipa::path(post, path = "/tickets/{number}/cancel", tag = "tickets", request_body = Empty,
    params(("number" = String, Path)), responses((status = 200, body = TicketAnswer)))]
pub(super) async fn cancel(
    State(api): State<Arc<Api>>,
    At(number): At<String>,
    asked: Asked<StaffOrKiosk, Empty>,
) -> Result<Response, ApiError> {
    let Asked { errand, .. } = asked;
    let command = Command::Cancel {
        ticket: ticket_id(&api, &number)?,
    };
    errand
        .run_with(Permission::Cancel, command, ticket_reply())
        .await
}

/// Puts a no-show back into the queue. In some centres officers need the permission `restore`.
#[utoipa::path(post, path = "/tickets/{number}/restore", tag = "tickets", request_body = Empty,
    params(("number" = String, Path)), responses((status = 200, body = TicketAnswer)))]
pub(super) async fn restore(
    State(api): State<Arc<Api>>,
    At(number): At<String>,
    asked: Asked<Staff, Empty>,
) -> Result<Response, ApiError> {
    let Asked { errand, .. } = asked;
    let command = Command::Restore {
        ticket: ticket_id(&api, &number)?,
    };
    errand
        .run_with(Permission::Restore, command, ticket_reply())
        .await
}

/// Grants or withdraws priority. In some centres officers need the permission `priority`.
#[utoipa::path(post, path = "/tickets/{number}/priority", tag = "tickets",
    request_body = PriorityRequest, params(("number" = String, Path)),
    responses((status = 200, body = TicketAnswer)))]
pub(super) async fn priority(
    State(api): State<Arc<Api>>,
    At(number): At<String>,
    asked: Asked<Staff, PriorityRequest>,
) -> Result<Response, ApiError> {
    let Asked { errand, body } = asked;
    let command = Command::Priority {
        ticket: ticket_id(&api, &number)?,
        grant: body.grant.map(Into::into),
        reason: body.reason.as_str().into(),
    };
    errand
        .run_with(Permission::Priority, command, ticket_reply())
        .await
}

/// Sends a waiting or held visitor to another queue.
#[utoipa::path(post, path = "/tickets/{number}/transfer", tag = "tickets",
    request_body = TransferRequest, params(("number" = String, Path)),
    responses((status = 200, body = TicketAnswer)))]
pub(super) async fn transfer(
    State(api): State<Arc<Api>>,
    At(number): At<String>,
    asked: Asked<Staff, TransferRequest>,
) -> Result<Response, ApiError> {
    let Asked { errand, body } = asked;
    let command = Command::Transfer {
        counter: sending_counter(&api, &errand.caller)?,
        ticket: Some(ticket_id(&api, &number)?),
        to: Place {
            service: body.service.into(),
            counter: body.counter.map(CounterNo),
        },
        reason: body.reason.map(|reason| reason.as_str().into()),
    };
    errand.run(command, ticket_reply()).await
}

/// An officer sends from the counter that is open at this device, the manager from none.
fn sending_counter(api: &Api, caller: &Caller<Staff>) -> Result<Option<CounterNo>, ApiError> {
    let Actor::Counter(device) = caller.actor() else {
        return Ok(None);
    };
    let centre = api.shared().centre();
    let held = centre.desks.iter().find(|(_, desk)| desk.device == device);
    let offset = centre.catalogue.settings.offset;
    let closed = || ApiError::from_refusal(&Refusal::CounterClosed, offset);
    held.map(|(number, _)| Some(*number)).ok_or_else(closed)
}

/// Asks a kiosk to print a slip again; it stands in that kiosk's view until its print-result.
#[utoipa::path(post, path = "/tickets/{number}/reprint", tag = "tickets",
    request_body = ReprintRequest, params(("number" = String, Path)),
    responses((status = 200, body = TicketAnswer)))]
pub(super) async fn reprint(
    State(api): State<Arc<Api>>,
    At(number): At<String>,
    asked: Asked<Staff, ReprintRequest>,
) -> Result<Response, ApiError> {
    let Asked { errand, body } = asked;
    let kiosk = DeviceId(body.kiosk);
    let known = api
        .shared()
        .registry()
        .devices
        .get(&kiosk)
        .is_some_and(|device| device.role == Role::Kiosk && !device.revoked);
    if !known {
        return Err(ApiError::bad_request(
            "`kiosk` is not the id of a registered kiosk",
        ));
    }
    let command = Command::Reprint {
        ticket: ticket_id(&api, &number)?,
        kiosk,
    };
    errand.run(command, ticket_reply()).await
}

/// Says what became of a slip.
#[utoipa::path(post, path = "/tickets/{number}/print-result", tag = "tickets",
    request_body = PrintResultRequest, params(("number" = String, Path)),
    responses((status = 200, body = TicketAnswer)))]
pub(super) async fn print_result(
    State(api): State<Arc<Api>>,
    At(number): At<String>,
    asked: Asked<Kiosks, PrintResultRequest>,
) -> Result<Response, ApiError> {
    let Asked { errand, body } = asked;
    if !body.cause.as_deref().is_none_or(is_cause) {
        let shape = "`cause` is 1 to 32 lower-case letters, digits and `_`";
        return Err(ApiError::bad_request(shape));
    }
    let command = Command::ReportPaper {
        ticket: ticket_id(&api, &number)?,
        result: body.result.core(),
        cause: body.cause.map(Into::into),
    };
    errand.run(command, ticket_reply()).await
}

/// Whether this may be a printer's word for what is wrong.
pub(super) fn is_cause(cause: &str) -> bool {
    let code = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    (1..=32).contains(&cause.len()) && cause.bytes().all(code)
}

/// Says that staff dealt with a slip in doubt, or need a reprint no longer.
#[utoipa::path(post, path = "/tickets/{number}/clear-paper", tag = "tickets", request_body = Empty,
    params(("number" = String, Path)), responses((status = 200, body = TicketAnswer)))]
pub(super) async fn clear_paper(
    State(api): State<Arc<Api>>,
    At(number): At<String>,
    asked: Asked<Staff, Empty>,
) -> Result<Response, ApiError> {
    let Asked { errand, .. } = asked;
    let command = Command::ClearPaper {
        ticket: ticket_id(&api, &number)?,
    };
    errand.run(command, ticket_reply()).await
}
