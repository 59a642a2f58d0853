//! Bodies: at most 64 KiB of JSON, here within ten seconds.

use super::problem::ApiError;
use axum::body::{Body, Bytes};
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use futures::StreamExt as _;
use queue_protocol::ProblemCode as Code;
use serde::de::DeserializeOwned;
use serde_json::error::Category;
use std::time::Duration;

/// The largest body.
const LIMIT: usize = 64 * 1024;
/// How long a body may take to arrive.
const PATIENCE: Duration = Duration::from_secs(10);

/// The whole body.
///
/// # Errors
/// 413 beyond 64 KiB, 408 when it does not arrive in time, 400 when it breaks off.
pub(super) async fn read(headers: &HeaderMap, body: Body) -> Result<Bytes, ApiError> {
    let announced = headers
        .get(CONTENT_LENGTH)
        .and_then(|length| length.to_str().ok()?.parse().ok());
    if announced.is_some_and(|length: u64| length > LIMIT as u64) {
        return Err(too_large());
    }
    match tokio::time::timeout(PATIENCE, collect(body)).await {
        Ok(collected) => collected,
        Err(_) => Err(ApiError::new(
            Code::RequestTimeout,
            "the body took too long to arrive",
        )),
    }
}

async fn collect(body: Body) -> Result<Bytes, ApiError> {
    let mut chunks = body.into_data_stream();
    let mut whole = Vec::new();
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|_| ApiError::bad_request("the body breaks off"))?;
        if whole.len() + chunk.len() > LIMIT {
            return Err(too_large());
        }
        whole.extend_from_slice(&chunk);
    }
    Ok(whole.into())
}

fn too_large() -> ApiError {
    ApiError::new(Code::TooLarge, "a body may have at most 64 KiB")
}

/// The body as a `T`.
///
/// # Errors
/// 415 unless it is announced as JSON, 400 when it is not of the documented shape. No value of the
/// body is repeated, since it may be a PIN or a class of priority.
pub(super) fn parse<T: DeserializeOwned>(headers: &HeaderMap, raw: &[u8]) -> Result<T, ApiError> {
    if !is_json(headers) {
        let detail = "send the body as `Content-Type: application/json`";
        return Err(ApiError::new(Code::NotJson, detail));
    }
    serde_json::from_slice(raw).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        let what = match error.classify() {
            Category::Data => "is not of the documented shape",
            Category::Eof => "breaks off",
            Category::Syntax | Category::Io => "is not JSON",
        };
        let field = named_field(&error.to_string())
            .map(|it| format!(": {it}"))
            .unwrap_or_default();
        let detail = format!("the body {what} at line {line}, column {column}{field}");
        ApiError::bad_request(detail)
    })
}

/// What serde says about fields, which are ours; what it says about values stays here.
fn named_field(message: &str) -> Option<&str> {
    let about_fields = ["missing field", "duplicate field"];
    let said = about_fields.iter().any(|about| message.starts_with(about));
    said.then(|| message.split(" at line").next().unwrap_or_default())
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    let essence = kind.and_then(|kind| kind.split(';').next()).map(str::trim);
    essence.is_some_and(|essence| essence.eq_ignore_ascii_case("application/json"))
}
