//! A number that the kiosk gave by itself.

use chrono::{DateTime, FixedOffset};
use queue_protocol::{OfflineRequest, PrintResultRequest, ProblemCode};
use serde::{Deserialize, Serialize};

/// One such number, as it stands on the disk: written anew, whole, at each step of its life. Of a visitor it knows no more
/// than the paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfflineTicket {
    /// The key of its handing in, and its name on the disk.
    pub key: String,
    /// What is handed in.
    pub request: OfflineRequest,
    /// What became of its paper, once that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<PrintResultRequest>,
    /// What the service said to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handed_in: Option<HandedIn>,
    /// The service knows what became of the paper.
    #[serde(default)]
    pub reported: bool,
    /// Its visitor gave it up, and whether the service knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given_up: Option<GivenUp>,
    /// The print job of its slip, in the life of this process.
    #[serde(skip)]
    pub job: Option<u64>,
}

/// The service's word on a number that was handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HandedIn {
    /// It is in the queue, or was known there already.
    Taken,
    /// It never will be; staff must look.
    Refused(ProblemCode),
}

/// A number that its visitor gave up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GivenUp {
    /// It stands on the disk, so the visitor may go.
    Kept,
    /// The service knows: the ticket is cancelled, or was called before.
    Told,
}

impl OfflineTicket {
    pub(super) fn new(request: OfflineRequest) -> Self {
        Self {
            key: format!(
                "{}-{}",
                request.number,
                request.arrived_at.timestamp_millis()
            ),
            request,
            paper: None,
            handed_in: None,
            reported: false,
            given_up: None,
            job: None,
        }
    }

    /// Nothing more is to be told of it.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        match self.handed_in {
            None => false,
            Some(HandedIn::Taken) => self.reported && self.given_up != Some(GivenUp::Kept),
            Some(HandedIn::Refused(_)) => true,
        }
    }

    /// When its visitor came.
    #[must_use]
    pub const fn arrived_at(&self) -> DateTime<FixedOffset> {
        self.request.arrived_at
    }

    /// Its place in the series of `letter`.
    pub(super) fn count(&self, letter: &str) -> Option<u16> {
        self.request.number.strip_prefix(letter)?.parse().ok()
    }
}
