//! `/views`: each screen's whole picture, now or as it changes.

use super::Api;
use super::auth::{BoardViewers, Caller, KioskViewers, Roles, Staff};
use super::event_stream::event_stream;
use super::problem::ApiError;
use super::request::{Asking, At};
use crate::views::{TicketToken, ViewKey};
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use queue_core::{CounterNo, DeviceId};
use queue_protocol::{
    BoardView, CounterView, Frame, HallView, KioskView, ProblemCode as Code, Role, TicketView,
};
use serde::Deserialize;
use std::sync::Arc;
use utoipa::IntoParams;

/// Whose kiosk view the manager's desk asks for.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct WhichKiosk {
    /// A kiosk's device id; a kiosk itself leaves it out.
    kiosk: Option<u32>,
}

/// Which boards' view the manager's desk asks for.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct WhichZone {
    /// A zone's code; a board itself leaves it out.
    zone: Option<String>,
}

/// The asking kiosk's view.
#[utoipa::path(get, path = "/views/kiosk", tag = "views", params(WhichKiosk),
    responses((status = 200, body = Frame<KioskView>)))]
pub(super) async fn kiosk(
    State(api): State<Arc<Api>>,
    caller: Caller<KioskViewers>,
    Asking(which): Asking<WhichKiosk>,
) -> Result<Response, ApiError> {
    now(&api, &kiosk_key(&caller, &which)?)
}

/// The asking kiosk's view as it changes.
#[utoipa::path(get, path = "/views/kiosk/stream", tag = "views", params(WhichKiosk),
    responses((status = 200, body = Frame<KioskView>, content_type = "text/event-stream")))]
pub(super) async fn kiosk_stream(
    State(api): State<Arc<Api>>,
    caller: Caller<KioskViewers>,
    Asking(which): Asking<WhichKiosk>,
) -> Result<Response, ApiError> {
    let key = kiosk_key(&caller, &which)?;
    api.kiosks.connects(caller.device.id);
    follow(&api, &caller, &key)
}

fn kiosk_key(caller: &Caller<KioskViewers>, which: &WhichKiosk) -> Result<ViewKey, ApiError> {
    let (own, asked) = (caller.device.id, which.kiosk.map(DeviceId));
    match caller.device.role {
        Role::Kiosk if asked.is_none_or(|asked| asked == own) => Ok(ViewKey::Kiosk(Some(own))),
        Role::Kiosk => Err(not_its_own()),
        _ => Ok(ViewKey::Kiosk(asked)),
    }
}

/// The asking board's view, or what boards of a zone show.
#[utoipa::path(get, path = "/views/board", tag = "views", params(WhichZone),
    responses((status = 200, body = Frame<BoardView>)))]
pub(super) async fn board(
    State(api): State<Arc<Api>>,
    caller: Caller<BoardViewers>,
    Asking(which): Asking<WhichZone>,
) -> Result<Response, ApiError> {
    now(&api, &board_key(&api, &caller, which)?)
}

/// The asking board's view, or what boards of a zone show, as it changes.
#[utoipa::path(get, path = "/views/board/stream", tag = "views", params(WhichZone),
    responses((status = 200, body = Frame<BoardView>, content_type = "text/event-stream")))]
pub(super) async fn board_stream(
    State(api): State<Arc<Api>>,
    caller: Caller<BoardViewers>,
    Asking(which): Asking<WhichZone>,
) -> Result<Response, ApiError> {
    follow(&api, &caller, &board_key(&api, &caller, which)?)
}

fn board_key(
    api: &Api,
    caller: &Caller<BoardViewers>,
    which: WhichZone,
) -> Result<ViewKey, ApiError> {
    let own = &caller.device.zone;
    match (caller.device.role, which.zone) {
        (Role::Board, asked) if asked.is_none() || asked == *own => {
            Ok(ViewKey::Board(caller.device.id))
        }
        (Role::Board, _) => Err(not_its_own()),
        (_, None) => Ok(ViewKey::Boards(None)),
        (_, Some(zone)) => {
            let known = api
                .views
                .today()
                .catalogue
                .zones
                .iter()
                .any(|known| known.code == zone);
            let unknown = || ApiError::bad_request("`zone` is not the code of a zone");
            known
                .then_some(ViewKey::Boards(Some(zone)))
                .ok_or_else(unknown)
        }
    }
}

/// The hall's view.
#[utoipa::path(get, path = "/views/hall", tag = "views",
    responses((status = 200, body = Frame<HallView>)))]
pub(super) async fn hall(
    State(api): State<Arc<Api>>,
    _caller: Caller<Staff>,
) -> Result<Response, ApiError> {
    now(&api, &ViewKey::Hall)
}

/// The hall's view as it changes.
#[utoipa::path(get, path = "/views/hall/stream", tag = "views",
    responses((status = 200, body = Frame<HallView>, content_type = "text/event-stream")))]
pub(super) async fn hall_stream(
    State(api): State<Arc<Api>>,
    caller: Caller<Staff>,
) -> Result<Response, ApiError> {
    follow(&api, &caller, &ViewKey::Hall)
}

/// A counter's view.
#[utoipa::path(get, path = "/views/counters/{counter}", tag = "views",
    params(("counter" = u16, Path)), responses((status = 200, body = Frame<CounterView>)))]
pub(super) async fn counter(
    State(api): State<Arc<Api>>,
    caller: Caller<Staff>,
    At(counter): At<u16>,
) -> Result<Response, ApiError> {
    now(&api, &counter_key(&api, &caller, counter)?)
}

/// A counter's view as it changes.
#[utoipa::path(get, path = "/views/counters/{counter}/stream", tag = "views",
    params(("counter" = u16, Path)),
    responses((status = 200, body = Frame<CounterView>, content_type = "text/event-stream")))]
pub(super) async fn counter_stream(
    State(api): State<Arc<Api>>,
    caller: Caller<Staff>,
    At(counter): At<u16>,
) -> Result<Response, ApiError> {
    follow(&api, &caller, &counter_key(&api, &caller, counter)?)
}

/// A device that stands at one counter sees that one, and any that it holds open.
fn counter_key(api: &Api, caller: &Caller<Staff>, counter: u16) -> Result<ViewKey, ApiError> {
    let (number, device) = (CounterNo(counter), &caller.device);
    let centre = api.shared().centre();
    if !centre.catalogue.counters.contains_key(&number) {
        return Err(ApiError::new(Code::UnknownCounter, "no such counter"));
    }
    let holds = centre
        .desks
        .get(&number)
        .is_some_and(|desk| desk.device == device.id);
    let its_own = device.counter.is_none_or(|own| own == counter) || holds;
    if device.role == Role::Counter && !its_own {
        return Err(ApiError::new(
            Code::CounterNotYours,
            "this device stands at another counter",
        ));
    }
    Ok(ViewKey::Counter(number, device.id))
}

/// What a visitor sees of the own ticket, behind the token of the slip.
#[utoipa::path(get, path = "/views/tickets/{token}", tag = "views", security(()),
    params(("token" = String, Path)), responses((status = 200, body = Frame<TicketView>)))]
pub(super) async fn ticket(
    State(api): State<Arc<Api>>,
    At(token): At<String>,
) -> Result<Response, ApiError> {
    now(&api, &ticket_key(&api, &token)?)
}

/// What a visitor sees of the own ticket as it changes.
#[utoipa::path(get, path = "/views/tickets/{token}/stream", tag = "views", security(()),
    params(("token" = String, Path)),
    responses((status = 200, body = Frame<TicketView>, content_type = "text/event-stream")))]
pub(super) async fn ticket_stream(
    State(api): State<Arc<Api>>,
    At(token): At<String>,
) -> Result<Response, ApiError> {
    let key = ticket_key(&api, &token)?;
    Ok(event_stream(api.views.follow(&key), None, api.stop.clone()))
}

fn ticket_key(api: &Api, token: &str) -> Result<ViewKey, ApiError> {
    let id = TicketToken::read(token, &api.shared().secret);
    let today = id.filter(|id| api.shared().centre().tickets.contains_key(id));
    today.map(ViewKey::Ticket).ok_or_else(unknown_ticket)
}

fn unknown_ticket() -> ApiError {
    ApiError::new(Code::UnknownTicket, "no such ticket today")
}

fn not_its_own() -> ApiError {
    ApiError::new(Code::RoleNotAllowed, "a device may see its own view only")
}

/// The frame as it is now. Only a ticket whose day just ended has none.
fn now(api: &Api, key: &ViewKey) -> Result<Response, ApiError> {
    let frame = api.views.now(key).ok_or_else(unknown_ticket)?;
    let json = HeaderValue::from_static("application/json");
    let no_store = HeaderValue::from_static("no-store");
    let headers = [(CONTENT_TYPE, json), (CACHE_CONTROL, no_store)];
    Ok((headers, frame.json.to_string()).into_response())
}

fn follow<R: Roles>(api: &Api, caller: &Caller<R>, key: &ViewKey) -> Result<Response, ApiError> {
    let connected = api.presence.arrive(caller.device.id);
    Ok(event_stream(
        api.views.follow(key),
        Some(connected),
        api.stop.clone(),
    ))
}
