//! `/calls/{call}/receipts`: what boards showed and spoke.

use super::Api;
use super::auth::Boards;
use super::problem::ApiError;
use super::request::{At, Told};
use crate::presence::Seen;
use axum::extract::State;
use axum::http::StatusCode;
use queue_core::CallId;
use queue_protocol::{ProblemCode as Code, ReceiptRequest};
use std::sync::Arc;

/// Says that a board showed or spoke a call. The same receipt may come any number of times.
#[utoipa::path(post, path = "/calls/{call}/receipts", tag = "calls",
    request_body = ReceiptRequest, params(("call" = u64, Path)), responses((status = 204)))]
pub(super) async fn receive(
    State(api): State<Arc<Api>>,
    At(call): At<u64>,
    receipt: Told<Boards, ReceiptRequest>,
) -> Result<StatusCode, ApiError> {
    let seen = match (receipt.body.shown_at, receipt.body.spoken_at) {
        (Some(_), None) => Seen::Shown,
        (None, Some(_)) => Seen::Spoken,
        _ => {
            return Err(ApiError::bad_request(
                "send exactly one of `shown_at` and `spoken_at`",
            ));
        }
    };
    let call = CallId(call);
    if !api
        .shared()
        .centre()
        .calls
        .iter()
        .any(|known| known.id == call)
    {
        return Err(ApiError::new(
            Code::UnknownCall,
            "no such call in the last minutes",
        ));
    }
    let board = receipt.caller.device;
    if api.presence.receive(call, board.id, seen) {
        tracing::info!(call = call.0, board = board.id.0, ?seen, "a board tells");
    }
    Ok(StatusCode::NO_CONTENT)
}
