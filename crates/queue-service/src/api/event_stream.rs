//! A view as server-sent events: the newest frame whenever there is one, a comment in between.

use crate::presence::Connected;
use crate::views::Rendered;
use axum::body::{Body, Bytes};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use futures::stream::unfold;
use queue_protocol::KEEP_ALIVE_S;
use std::convert::Infallible;
use std::time::Duration;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

const KEEP_ALIVE: Duration = Duration::from_secs(KEEP_ALIVE_S);

struct Follower {
    frames: watch::Receiver<Option<Rendered>>,
    stop: CancellationToken,
    _connected: Option<Connected>,
}

/// The answer that goes on until the view or the service ends; the device counts as connected as
/// long. A reader that falls behind misses frames and finds the newest: nothing queues up.
pub(super) fn event_stream(
    frames: watch::Receiver<Option<Rendered>>,
    connected: Option<Connected>,
    stop: CancellationToken,
) -> Response {
    let follower = Follower {
        frames,
        stop,
        _connected: connected,
    };
    let events = unfold(follower, |mut follower| async move {
        follower
            .next()
            .await
            .map(|event| (Ok::<_, Infallible>(event), follower))
    });
    let kind = HeaderValue::from_static("text/event-stream");
    let no_store = HeaderValue::from_static("no-store");
    let headers = [(CONTENT_TYPE, kind), (CACHE_CONTROL, no_store)];
    (headers, Body::from_stream(events)).into_response()
}

impl Follower {
    async fn next(&mut self) -> Option<Bytes> {
        loop {
            tokio::select! {
                biased;
                () = self.stop.cancelled() => return None,
                changed = self.frames.changed() => {
                    changed.ok()?;
                    if let Some(frame) = &*self.frames.borrow_and_update() {
                        return Some(event(frame));
                    }
                }
                () = tokio::time::sleep(KEEP_ALIVE) => return Some(Bytes::from_static(b":\n\n")),
            }
        }
    }
}

/// JSON holds no line breaks, so one `data` line is enough.
fn event(frame: &Rendered) -> Bytes {
    format!("id: {}\ndata: {}\n\n", frame.seq, frame.json).into()
}
