//! `/catalogue`: the adopted centre for screens.

use super::Api;
use super::auth::{AnyDevice, Caller};
use axum::extract::State;
use axum::http::header::{CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use queue_protocol::Catalogue;
use std::sync::Arc;

/// Names, letters, procedures and classes as of the open day; 304 when the `ETag` still fits.
#[utoipa::path(get, path = "/catalogue", tag = "catalogue",
    params(("If-None-Match" = Option<String>, Header)),
    responses((status = 200, body = Catalogue), (status = 304, description = "Unchanged")))]
pub(super) async fn catalogue(
    State(api): State<Arc<Api>>,
    _caller: Caller<AnyDevice>,
    headers: HeaderMap,
) -> Response {
    let today = api.views.today();
    let known = headers
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|tags| tags.to_str().ok());
    let mut known = known.flat_map(|tags| tags.split(',')).map(str::trim);
    let unchanged = known.any(|tag| tag == "*" || tag.trim_start_matches("W/") == today.tag);
    let mut response = if unchanged {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let json = HeaderValue::from_static("application/json");
        ([(CONTENT_TYPE, json)], today.json.clone()).into_response()
    };
    if let Ok(tag) = HeaderValue::from_str(&today.tag) {
        response.headers_mut().insert(ETAG, tag);
    }
    response
}
