//! Every path with its handler, and what all requests pass.

use super::problem::ApiError;
use super::{
    Api, boards, calls, catalogue, counters, health, kiosks, offline, openapi, receipts, screens,
    tickets, views,
};
use axum::Router;
use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use queue_protocol::ProblemCode as Code;
use std::sync::Arc;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The largest sum of a request's header names and values, in bytes.
const HEADERS_LIMIT: usize = 16 * 1024;

/// All calls of the service.
pub(super) fn router(api: Arc<Api>) -> Router {
    let (router, mut document) = OpenApiRouter::with_openapi(openapi::frame())
        .nest("/api/v1", calls_of_v1())
        .routes(routes!(health::live))
        .routes(routes!(health::ready))
        .routes(routes!(health::metrics))
        .split_for_parts();
    openapi::complete(&mut document);
    let described = document.to_pretty_json().unwrap_or_default();
    router
        .route(
            "/api/v1/openapi.json",
            get(|| async { json_text(described) }),
        )
        .fallback(|| async { ApiError::new(Code::NotFound, "no such path") })
        .method_not_allowed_fallback(|| async {
            ApiError::new(
                Code::MethodNotAllowed,
                "this path does not take this method",
            )
        })
        .layer(from_fn(limit_headers))
        .with_state(api)
}

fn calls_of_v1() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(tickets::issue))
        .routes(routes!(offline::hand_in))
        .routes(routes!(tickets::ticket))
        .routes(routes!(tickets::cancel))
        .routes(routes!(tickets::restore))
        .routes(routes!(tickets::priority))
        .routes(routes!(tickets::transfer))
        .routes(routes!(tickets::reprint))
        .routes(routes!(tickets::print_result))
        .routes(routes!(tickets::clear_paper))
        .routes(routes!(counters::open))
        .routes(routes!(counters::close))
        .routes(routes!(counters::pause))
        .routes(routes!(counters::back))
        .routes(routes!(counters::help))
        .routes(routes!(calls::call_next))
        .routes(routes!(calls::call))
        .routes(routes!(calls::recall))
        .routes(routes!(calls::serve))
        .routes(routes!(calls::finish))
        .routes(routes!(calls::next_service))
        .routes(routes!(calls::no_show))
        .routes(routes!(calls::hold))
        .routes(routes!(calls::resume))
        .routes(routes!(calls::transfer))
        .routes(routes!(calls::return_call))
        .routes(routes!(receipts::receive))
        .routes(routes!(boards::state))
        .routes(routes!(kiosks::state))
        .routes(routes!(kiosks::reprint))
        .routes(routes!(kiosks::staff_coming))
        .routes(routes!(views::kiosk))
        .routes(routes!(views::kiosk_stream))
        .routes(routes!(views::board))
        .routes(routes!(views::board_stream))
        .routes(routes!(views::hall))
        .routes(routes!(views::hall_stream))
        .routes(routes!(views::counter))
        .routes(routes!(views::counter_stream))
        .routes(routes!(views::ticket))
        .routes(routes!(views::ticket_stream))
        .routes(routes!(catalogue::catalogue))
        .routes(routes!(screens::screen))
        .routes(routes!(screens::file))
}

fn json_text(text: String) -> Response {
    (
        [(CONTENT_TYPE, HeaderValue::from_static("application/json"))],
        text,
    )
        .into_response()
}

async fn limit_headers(request: Request, next: Next) -> Response {
    let headers = request.headers().iter();
    let size: usize = headers
        .map(|(name, value)| name.as_str().len() + value.len())
        .sum();
    if size > HEADERS_LIMIT {
        let detail = "all headers together may have at most 16 KiB";
        return ApiError::new(Code::HeadersTooLarge, detail).into_response();
    }
    let mut response = next.run(request).await;
    response
        .headers_mut()
        .insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}
