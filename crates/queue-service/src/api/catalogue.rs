//! `/catalogue`: the adopted centre for screens.

use super::Api;
use super::auth::{AnyDevice, Caller};
use super::etag::tagged;
use axum::extract::State;
use axum::http::HeaderMap;
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
    let json = || today.json.clone().into_response();
    tagged(&headers, &today.tag, "application/json", json)
}
