//! `/kiosk`, `/kiosks`: how a kiosk does, and staff on the way to it. Kept in memory.

use super::Api;
use super::auth::{Kiosks, Staff};
use super::problem::ApiError;
use super::request::{At, Told};
use super::tickets::is_cause;
use axum::extract::State;
use axum::http::StatusCode;
use queue_core::DeviceId;
use queue_protocol::{Empty, KioskState, ProblemCode as Code, Role};
use std::sync::Arc;

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
    let now = api.shared().clock.now().0;
    api.kiosks.tell(told.caller.device.id, told.body, now);
    Ok(StatusCode::NO_CONTENT)
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
