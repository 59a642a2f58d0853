//! `/screens`, `/files`: the layouts of boards, and their pictures.

use super::Api;
use super::auth::{AnyDevice, Caller};
use super::etag::tagged;
use super::problem::ApiError;
use super::request::At;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Response};
use queue_protocol::{Layout, ProblemCode as Code};
use std::sync::Arc;

/// A layout of the adopted centre; 304 when the `ETag` still fits.
#[utoipa::path(get, path = "/screens/{screen}", tag = "catalogue",
    params(("screen" = String, Path), ("If-None-Match" = Option<String>, Header)),
    responses((status = 200, body = Layout), (status = 304, description = "Unchanged")))]
pub(super) async fn screen(
    State(api): State<Arc<Api>>,
    _caller: Caller<AnyDevice>,
    At(screen): At<String>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let today = api.views.today();
    let layout = today.layouts.get(&screen);
    let layout = layout.ok_or_else(|| ApiError::new(Code::NotFound, "no such screen"))?;
    let tag = format!("\"{}\"", layout.digest);
    let json = || layout.json.clone().into_response();
    Ok(tagged(&headers, &tag, "application/json", json))
}

/// A picture of the adopted centre by the SHA-256 of its content; 304 when the `ETag` still fits.
#[utoipa::path(get, path = "/files/{digest}", tag = "catalogue",
    params(("digest" = String, Path), ("If-None-Match" = Option<String>, Header)),
    responses(
        (status = 200, description = "PNG, JPEG or SVG, at most 2 MiB", body = Vec<u8>, content_type = "image/*"),
        (status = 304, description = "Unchanged")))]
pub(super) async fn file(
    State(api): State<Arc<Api>>,
    _caller: Caller<AnyDevice>,
    At(digest): At<String>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let picture = api.shared().document().picture(&digest);
    let picture = picture.ok_or_else(|| ApiError::new(Code::NotFound, "no such file"))?;
    let content = || Bytes::from_owner(picture.bytes).into_response();
    let tag = format!("\"{digest}\"");
    Ok(tagged(&headers, &tag, picture.media_type, content))
}
