//! `/health` and `/metrics`: for whoever watches over the machine, outside `/api/v1`.

use super::Api;
use super::problem::ApiError;
use crate::metrics::Reading;
use axum::Json;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use queue_protocol::ProblemCode as Code;
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

/// Whether the service can do its work.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Readiness {
    /// Numbers can be given and calls stored.
    ready: bool,
    /// What the service worries about, as codes.
    warnings: Vec<&'static str>,
}

/// Whether the process answers at all.
#[utoipa::path(get, path = "/health/live", tag = "health", security(()),
    responses((status = 204, description = "It does")))]
pub(super) async fn live() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// Whether commands can be stored and the date is beyond doubt.
#[utoipa::path(get, path = "/health/ready", tag = "health", security(()),
    responses((status = 200, body = Readiness), (status = 503, body = Readiness)))]
pub(super) async fn ready(State(api): State<Arc<Api>>) -> Response {
    let health = api.shared().health();
    let ready = health.storing && !health.clock.in_doubt() && !api.stop.is_cancelled();
    let status = if ready {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    (
        status,
        Json(Readiness {
            ready,
            warnings: health.warnings().collect(),
        }),
    )
        .into_response()
}

/// The figures that Prometheus reads.
#[utoipa::path(get, path = "/metrics", tag = "health", security(()),
    responses((status = 200, body = String, content_type = "application/openmetrics-text")))]
pub(super) async fn metrics(State(api): State<Arc<Api>>) -> Result<Response, ApiError> {
    let shared = api.shared();
    let waiting = {
        let centre = shared.centre();
        let queues = centre
            .waiting
            .iter()
            .map(|(code, queue)| (code.to_string(), queue.len()));
        queues.collect()
    };
    let now = Reading {
        streams: api.views.followers(),
        waiting,
        storing: shared.health().storing,
        wal_bytes: api.wal_bytes(),
    };
    let text = api.metrics.text(&now).map_err(|error| {
        tracing::error!(%error, "the metrics cannot be written");
        ApiError::new(Code::Internal, "the metrics cannot be written")
    })?;
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    Ok(([(CONTENT_TYPE, HeaderValue::from_static(kind))], text).into_response())
}
