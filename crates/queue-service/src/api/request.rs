//! How a request is read: path and query, then the body of a command with its key. Whatever does
//! not fit becomes a problem of ours before any handler runs.

use super::auth::{Caller, Roles};
use super::command::Errand;
use super::idempotency::{fingerprint, key};
use super::problem::ApiError;
use super::{Api, body};
use crate::writer::Key;
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use queue_protocol::{
    BreakRequest, CallRequest, Empty, FinishRequest, HelpRequest, HoldRequest, IssueRequest,
    NextServiceRequest, NoShowRequest, OfflineRequest, OpenRequest, PrintResultRequest,
    PriorityRequest, ReprintRequest, ResumeRequest, TransferRequest,
};
use serde::de::DeserializeOwned;
use std::borrow::Cow;
use std::sync::Arc;

/// The parameter of the path.
pub(super) struct At<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<Arc<Api>> for At<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, api: &Arc<Api>) -> Result<Self, ApiError> {
        let path = Path::from_request_parts(parts, api).await;
        path.map(|Path(value)| Self(value))
            .map_err(|_| ApiError::bad_request("a part of the path is not of its documented shape"))
    }
}

/// The query.
pub(super) struct Asking<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<Arc<Api>> for Asking<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, api: &Arc<Api>) -> Result<Self, ApiError> {
        let query = Query::from_request_parts(parts, api).await;
        query
            .map(|Query(value)| Self(value))
            .map_err(|_| ApiError::bad_request("the query is not of its documented shape"))
    }
}

/// The body of a command.
pub(super) trait CommandBody: DeserializeOwned + Send {
    /// What no body at all stands for; `None` where one is needed.
    fn absent() -> Option<Self> {
        None
    }

    /// The body as it counts for the fingerprint.
    fn without_secrets<'a>(&self, raw: &'a [u8]) -> Cow<'a, [u8]> {
        Cow::Borrowed(raw)
    }
}

macro_rules! bodies {
    (needed: $($needed:ty),+; optional: $($optional:ty),+;) => {
        $(impl CommandBody for $needed {})+
        $(impl CommandBody for $optional {
            fn absent() -> Option<Self> {
                Some(Self::default())
            }
        })+
    };
}

bodies! {
    needed: IssueRequest, BreakRequest, HelpRequest, CallRequest, FinishRequest, NextServiceRequest, ResumeRequest, TransferRequest,
        PriorityRequest, ReprintRequest, PrintResultRequest, OfflineRequest;
    optional: Empty, NoShowRequest, HoldRequest;
}

impl CommandBody for OpenRequest {
    fn without_secrets<'a>(&self, _raw: &'a [u8]) -> Cow<'a, [u8]> {
        format!("officer {}, take over {}", self.officer, self.take_over)
            .into_bytes()
            .into()
    }
}

/// A command as it was asked: by whom, under which key, with what body.
pub(super) struct Asked<R, B> {
    /// Its way to the writer.
    pub errand: Errand<R>,
    /// The body.
    pub body: B,
}

impl<R: Roles, B: CommandBody> FromRequest<Arc<Api>> for Asked<R, B> {
    type Rejection = ApiError;

    async fn from_request(request: Request, api: &Arc<Api>) -> Result<Self, ApiError> {
        let (parts, incoming) = request.into_parts();
        let caller = Caller::of(api, &parts.headers)?;
        let key = key(&parts.headers)?;
        let raw = body::read(&parts.headers, incoming).await?;
        let body: B = match B::absent() {
            Some(absent) if raw.is_empty() => absent,
            _ => body::parse(&parts.headers, &raw)?,
        };
        let counted = body.without_secrets(&raw);
        let fingerprint = fingerprint(&parts.method, parts.uri.path(), &counted);
        let key = Key {
            device: caller.device.id,
            key,
            fingerprint,
        };
        let api = Arc::clone(api);
        Ok(Self {
            errand: Errand { api, caller, key },
            body,
        })
    }
}

/// What a device tells: kept in memory and the same however often it comes, so it needs no key.
pub(super) struct Told<R, B> {
    /// The asking device.
    pub caller: Caller<R>,
    /// The body.
    pub body: B,
}

impl<R: Roles, B: DeserializeOwned + Send> FromRequest<Arc<Api>> for Told<R, B> {
    type Rejection = ApiError;

    async fn from_request(request: Request, api: &Arc<Api>) -> Result<Self, ApiError> {
        let (parts, incoming) = request.into_parts();
        let caller = Caller::of(api, &parts.headers)?;
        let raw = body::read(&parts.headers, incoming).await?;
        Ok(Self {
            caller,
            body: body::parse(&parts.headers, &raw)?,
        })
    }
}
