//! `/board`: how a board does. Kept in memory.

use super::Api;
use super::auth::Boards;
use super::problem::ApiError;
use super::request::Told;
use axum::extract::State;
use axum::http::StatusCode;
use queue_protocol::BoardState;
use std::sync::Arc;

/// Says how the asking board does. Its newest word counts.
#[utoipa::path(post, path = "/board/state", tag = "boards", request_body = BoardState,
    responses((status = 204)))]
pub(super) async fn state(
    State(api): State<Arc<Api>>,
    told: Told<Boards, BoardState>,
) -> Result<StatusCode, ApiError> {
    api.presence.tell_board(told.caller.device.id, told.body);
    Ok(StatusCode::NO_CONTENT)
}
