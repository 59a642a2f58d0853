//! From an asked command to its answer: through the writer, and counted.

use super::Api;
use super::auth::{Caller, Roles};
use super::convert::ToWire as _;
use super::problem::ApiError;
use crate::metrics::Outcome;
use crate::views::{status, visitor};
use crate::writer::{Key, Order, Reply, ReplyFn, WriteError, ticket_of, verb};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use queue_core::{Centre, Command, CounterNo, Event, Moment, Number, Seq, TicketId};
use queue_protocol::{CounterAnswer, Permission, TicketAnswer};
use serde::Serialize;
use std::sync::Arc;
use std::time::Instant;

/// A command on its way to the writer.
pub(super) struct Errand<R> {
    /// Where.
    pub api: Arc<Api>,
    /// Who asks.
    pub caller: Caller<R>,
    /// What makes a repetition the same command.
    pub key: Key,
}

impl<R: Roles> Errand<R> {
    /// Has `command` decided and stored, and answers with `reply`.
    ///
    /// # Errors
    /// What the rules refused, or why it could not be stored.
    pub async fn run(self, command: Command, reply: ReplyFn) -> Result<Response, ApiError> {
        self.run_in_place_of(None, command, reply).await
    }

    /// As [`Errand::run`], for a number handed in that stands for an unanswered request.
    ///
    /// # Errors
    /// As [`Errand::run`].
    pub async fn run_in_place_of(
        self,
        replaces: Option<String>,
        command: Command,
        reply: ReplyFn,
    ) -> Result<Response, ApiError> {
        let started = Instant::now();
        let (api, verb) = (&self.api, verb(&command));
        let order = Order {
            actor: self.caller.actor(),
            key: Some(self.key),
            command,
            replaces,
            reply,
        };
        let result = api.writer.submit(order).await;
        let outcome = match &result {
            Ok(reply) if reply.status != StatusCode::NO_CONTENT => Outcome::Done,
            Ok(_) | Err(WriteError::Refused(_) | WriteError::KeyReused) => Outcome::Refused,
            Err(_) => Outcome::Failed,
        };
        api.metrics.command(verb, outcome, started.elapsed());
        match result {
            Ok(reply) => Ok(response(reply)),
            Err(error) => Err(api.write_error(error)),
        }
    }

    /// As [`Errand::run`], for what needs a permission. Without it the command is asked as one
    /// that the rules always refuse, so that a repeated command still finds the answer it got
    /// while the officer had the permission.
    ///
    /// # Errors
    /// As [`Errand::run`], or the permission is missing.
    pub async fn run_with(
        self,
        permission: Permission,
        command: Command,
        reply: ReplyFn,
    ) -> Result<Response, ApiError> {
        let Err(denied) = self.caller.must_have(&self.api, permission) else {
            return self.run(command, reply).await;
        };
        let command = Command::Cancel { ticket: NOBODYS };
        let order = Order {
            actor: self.caller.actor(),
            key: Some(self.key),
            command,
            replaces: None,
            reply,
        };
        match self.api.writer.submit(order).await {
            Ok(reply) => Ok(response(reply)),
            Err(WriteError::Refused(_)) => Err(denied),
            Err(error) => Err(self.api.write_error(error)),
        }
    }
}

/// No event stands at 0, so nobody has this ticket and every command about it is refused.
const NOBODYS: TicketId = TicketId(0);

/// Today's ticket of this number. A number that nobody has today stands for nobody's ticket: the
/// rules refuse it, but a repeated command finds its stored answer first.
///
/// # Errors
/// 400 when it is not a number at all.
pub(super) fn ticket_id(api: &Api, number: &str) -> Result<TicketId, ApiError> {
    let number = read_number(number)?;
    let centre = api.shared().centre();
    Ok(centre.by_number.get(&number).copied().unwrap_or(NOBODYS))
}

/// A ticket number of the path or a body.
///
/// # Errors
/// 400 when it is not one.
pub(super) fn read_number(number: &str) -> Result<Number, ApiError> {
    number
        .parse()
        .map_err(|error: queue_core::ParseNumberError| ApiError::bad_request(error.to_string()))
}

fn response(reply: Reply) -> Response {
    let status = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::OK);
    if reply.body.is_empty() {
        return status.into_response();
    }
    let json = HeaderValue::from_static("application/json");
    (status, [(CONTENT_TYPE, json)], reply.body).into_response()
}

/// An answer with a JSON body.
pub(super) fn json(status: StatusCode, body: &impl Serialize) -> Reply {
    let body = serde_json::to_string(body).unwrap_or_default();
    Reply {
        status: status.as_u16(),
        body,
    }
}

/// The answer of a verb about a ticket; empty when nothing happened, as when nobody waits.
pub(super) fn ticket_reply() -> ReplyFn {
    Box::new(|centre, now, events| {
        ticket_answer(centre, now, events).map_or_else(
            || Reply {
                status: StatusCode::NO_CONTENT.as_u16(),
                body: String::new(),
            },
            |answer| json(StatusCode::OK, &answer),
        )
    })
}

fn ticket_answer(centre: &Centre, now: Moment, events: &[(Seq, Event)]) -> Option<TicketAnswer> {
    let id = events
        .iter()
        .find_map(|(seq, event)| ticket_of(*seq, event))?;
    let reason = events.iter().find_map(|(_, event)| match event {
        Event::TicketCalled { reason, .. } => Some(reason.wire()),
        _ => None,
    });
    Some(TicketAnswer {
        ticket: visitor(centre, centre.tickets.get(&id)?, now),
        reason,
    })
}

/// The answer of a verb about a counter.
pub(super) fn counter_reply(number: CounterNo) -> ReplyFn {
    Box::new(move |centre, now, _| {
        let desk = centre.desks.get(&number);
        let ticket = desk
            .and_then(|desk| desk.ticket)
            .and_then(|id| centre.tickets.get(&id));
        let answer = CounterAnswer {
            counter: number.0,
            status: status(desk),
            ticket: ticket.map(|ticket| visitor(centre, ticket, now)),
        };
        json(StatusCode::OK, &answer)
    })
}
