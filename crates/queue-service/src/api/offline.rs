//! `/tickets/offline`: numbers that a kiosk gave while the service was away.

use super::Api;
use super::auth::Kiosks;
use super::command::{json, read_number};
use super::convert::{ToCore as _, ToWire as _};
use super::problem::ApiError;
use super::request::Asked;
use crate::writer::{Reply, ReplyFn};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use queue_core::{Command, Moment, OfflineTicket, TicketId, TicketState};
use queue_protocol::{OfflineAnswer, OfflineRequest};
use std::sync::Arc;

/// Takes in a number that the asking kiosk gave from its lease. Neither hours nor caps are asked.
#[utoipa::path(post, path = "/tickets/offline", tag = "tickets", request_body = OfflineRequest,
    responses((status = 201, body = OfflineAnswer)))]
pub(super) async fn hand_in(
    State(api): State<Arc<Api>>,
    asked: Asked<Kiosks, OfflineRequest>,
) -> Result<Response, ApiError> {
    let Asked { errand, body } = asked;
    let ticket = OfflineTicket {
        number: read_number(&body.number)?,
        service: body.service.into(),
        purpose: body.purpose.core(),
        procedure: body.procedure.map(Into::into),
        language: body.language.core(),
        priority: body.priority,
        arrived_at: Moment(body.arrived_at.timestamp_millis()),
    };
    let command = Command::HandIn {
        ticket,
        last_contact: api.kiosks.last_contact(errand.caller.device.id),
        replaces: None,
    };
    errand
        .run_in_place_of(body.replaces, command, reply(body.number))
        .await
}

fn reply(number: String) -> ReplyFn {
    Box::new(move |centre, _, events| {
        let Some((seq, _)) = events.first() else {
            return Reply {
                status: StatusCode::NO_CONTENT.as_u16(),
                body: String::new(),
            };
        };
        let id = TicketId::from(*seq);
        let known = centre.tickets.get(&id);
        let answer = OfflineAnswer {
            id: id.0,
            number: known.map_or(number, |ticket| ticket.number.to_string()),
            state: known
                .map_or(TicketState::Expired, |ticket| ticket.state)
                .wire(),
        };
        json(StatusCode::CREATED, &answer)
    })
}
