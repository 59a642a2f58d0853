//! A view that follows its stream: the newest picture, and whether it can be trusted.

use crate::Client;
use chrono::{DateTime, FixedOffset};
use eventsource_stream::Eventsource as _;
use futures::StreamExt as _;
use queue_protocol::Frame;
use reqwest::header::{ACCEPT, AUTHORIZATION};
use serde::de::DeserializeOwned;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::Instant;
use tokio_util::sync::{CancellationToken, DropGuard};

/// What is known of a view.
#[derive(Debug, Clone)]
pub enum View<V> {
    /// Nothing has come yet.
    Never,
    /// The stream is connected and this is its newest frame.
    Live {
        /// The newest frame.
        frame: Arc<Frame<V>>,
        /// When it came, by this machine's monotonic clock.
        received: Instant,
    },
    /// The stream is gone; this was its newest frame.
    Stale {
        /// The newest frame.
        frame: Arc<Frame<V>>,
        /// When it came.
        received: Instant,
        /// When the stream was lost.
        since: Instant,
    },
}

impl<V> View<V> {
    /// The newest frame, live or stale.
    #[must_use]
    pub fn frame(&self) -> Option<&Arc<Frame<V>>> {
        match self {
            Self::Never => None,
            Self::Live { frame, .. } | Self::Stale { frame, .. } => Some(frame),
        }
    }

    /// Whether the picture is the service's present one.
    #[must_use]
    pub const fn is_live(&self) -> bool {
        matches!(self, Self::Live { .. })
    }

    /// The service's time now: the frame's `at`, carried on by this machine's monotonic clock.
    #[must_use]
    pub fn service_time(&self, now: Instant) -> Option<DateTime<FixedOffset>> {
        let (frame, received) = match self {
            Self::Never => return None,
            Self::Live { frame, received }
            | Self::Stale {
                frame, received, ..
            } => (frame, received),
        };
        let gone = chrono::TimeDelta::from_std(now.saturating_duration_since(*received)).ok()?;
        frame.at.checked_add_signed(gone)
    }

    fn lost(self, now: Instant) -> Self {
        match self {
            Self::Live { frame, received } => Self::Stale {
                frame,
                received,
                since: now,
            },
            other => other,
        }
    }
}

/// Follows one view until it is dropped, reconnecting by itself.
#[derive(Debug)]
pub struct LiveView<V> {
    newest: watch::Receiver<View<V>>,
    _stop: DropGuard,
}

const FIRST_PAUSE: Duration = Duration::from_millis(100);
const LONGEST_PAUSE: Duration = Duration::from_secs(2);

impl<V: DeserializeOwned + Send + Sync + 'static> LiveView<V> {
    /// Follows `/views/{name}`, such as `board` or `counters/7`. Must be called inside a tokio
    /// runtime.
    #[must_use]
    pub fn follow(client: Client, name: &str) -> Self {
        let (sender, newest) = watch::channel(View::Never);
        let stop = CancellationToken::new();
        let path = format!("{}/views/{name}/stream", client.base);
        let running = stop.clone();
        tokio::spawn(async move {
            tokio::select! {
                () = running.cancelled() => {}
                () = keep_following(&client, &path, &sender) => {}
            }
        });
        Self {
            newest,
            _stop: stop.drop_guard(),
        }
    }

    /// The newest state, to look at or to wait on.
    #[must_use]
    pub fn watch(&self) -> watch::Receiver<View<V>> {
        self.newest.clone()
    }
}

async fn keep_following<V: DeserializeOwned>(
    client: &Client,
    path: &str,
    sender: &watch::Sender<View<V>>,
) {
    let mut pause = FIRST_PAUSE;
    loop {
        let before = Instant::now();
        let why = follow_once(client, path, sender).await;
        let now = Instant::now();
        sender.send_modify(|view| *view = std::mem::replace(view, View::Never).lost(now));
        // A stream that lived a while starts the patience anew; the jitter keeps 50 boards apart.
        pause = if now - before > LONGEST_PAUSE {
            FIRST_PAUSE
        } else {
            (pause * 2).min(LONGEST_PAUSE)
        };
        let jitter = pause.mul_f64(f64::from(uuid::Uuid::new_v4().as_bytes()[0]) / 512.0);
        tracing::info!(path, why, "view lost, connecting again");
        tokio::time::sleep(pause / 2 + jitter).await;
    }
}

async fn follow_once<V: DeserializeOwned>(
    client: &Client,
    path: &str,
    sender: &watch::Sender<View<V>>,
) -> String {
    let request = client
        .streams
        .get(path)
        .header(AUTHORIZATION, client.token.bearer())
        .header(ACCEPT, "text/event-stream");
    let answer = match request
        .send()
        .await
        .and_then(reqwest::Response::error_for_status)
    {
        Ok(answer) => answer,
        Err(error) => return error.without_url().to_string(),
    };
    let mut events = answer.bytes_stream().eventsource();
    while let Some(event) = events.next().await {
        match event.map(|event| serde_json::from_str::<Frame<V>>(&event.data)) {
            Ok(Ok(frame)) => {
                sender.send_replace(View::Live {
                    frame: Arc::new(frame),
                    received: Instant::now(),
                });
            }
            Ok(Err(error)) => return format!("a frame of an unknown shape: {error}"),
            Err(error) => return error.to_string(),
        }
    }
    "the stream ended".to_owned()
}
