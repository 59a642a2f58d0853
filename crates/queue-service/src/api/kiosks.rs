//! `/kiosk`, `/kiosks`: how a kiosk does and staff on the way to it, kept in memory; a slip of its own once more.

use super::Api;
use super::auth::{Kiosks, Staff};
use super::command::{read_number, ticket_id, ticket_reply};
use super::problem::ApiError;
use super::request::{Asked, At, Told};
use super::tickets::is_cause;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use queue_core::{Command, DeviceId};
use queue_protocol::{Empty, KioskState, ProblemCode as Code, Role, TicketAnswer};
use std::sync::Arc;

/// More are not read at a counter.
const MOST_REFUSED: usize = 8;

/// Says how the asking kiosk does. Its newest word counts.
#[utoipa::path(post, path = "/kiosk/state", tag = "kiosks", request_body = KioskState,
    responses((status = 204)))]
pub(super) async fn state(
    State(api): State<Arc<Api>>,
    told: Told<Kiosks, KioskState>,
) -> Result<StatusCode, ApiError> {
    if !told.body.trouble.as_deref().is_none_or(is_cause) {
        let shape = "`trouble` is 1 to 32 lower-case letters, digits and `_`";
        return Err(ApiError::bad_request(shape));
    }
    if told.body.refused.len() > MOST_REFUSED {
        let shape = format!("`refused` names at most {MOST_REFUSED} numbers");
        return Err(ApiError::bad_request(shape));
    }
    for number in &told.body.refused {
        read_number(number)?;
    }
    let now = api.shared().clock.now().0;
    api.kiosks.tell(told.caller.device.id, told.body, now);
    Ok(StatusCode::NO_CONTENT)
}

/// Staff at the asking kiosk have the slip of a ticket that it issued printed there again.
#[utoipa::path(post, path = "/kiosk/reprint/{number}", tag = "kiosks", request_body = Empty,
    params(("number" = String, Path)), responses((status = 200, body = TicketAnswer)))]
pub(super) async fn reprint(
    State(api): State<Arc<Api>>,
    At(number): At<String>,
    asked: Asked<Kiosks, Empty>,
) -> Result<Response, ApiError> {
    let Asked { errand, .. } = asked;
    let command = Command::Reprint {
        ticket: ticket_id(&api, &number)?,
        kiosk: errand.caller.device.id,
    };
    errand.run(command, ticket_reply()).await
}

/// Says that somebody is on the way to the visitor who called for staff there.
#[utoipa::path(post, path = "/kiosks/{kiosk}/staff-coming", tag = "kiosks",
    request_body = Empty, params(("kiosk" = u32, Path)), responses((status = 204)))]
pub(super) async fn staff_coming(
    State(api): State<Arc<Api>>,
    At(kiosk): At<u32>,
    _told: Told<Staff, Empty>,
) -> Result<StatusCode, ApiError> {
    let kiosk = DeviceId(kiosk);
    let registry = api.shared().registry();
    let device = registry.devices.get(&kiosk);
    if !device.is_some_and(|device| device.role == Role::Kiosk && !device.revoked) {
        return Err(ApiError::new(Code::UnknownKiosk, "no such kiosk"));
    }
    drop(registry);
    api.kiosks.staff_coming(kiosk);
    Ok(StatusCode::NO_CONTENT)
}
