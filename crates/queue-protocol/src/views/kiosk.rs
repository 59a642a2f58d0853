use super::{Issuing, WaitRange};
use crate::Text;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What one kiosk shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KioskView {
    /// Digest of the adopted centre: another one means that the catalogue must be fetched again.
    pub catalogue: String,
    /// Whether the centre issues numbers.
    pub issuing: Issuing,
    /// The holiday's name, when the calendar names one today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holiday: Option<Text>,
    /// Today's spans of issuing as "HH:MM" pairs.
    pub today: Vec<(String, String)>,
    /// Today's services, most used first.
    pub services: Vec<KioskService>,
    /// Slips that staff asked this kiosk to print again.
    pub reprints: Vec<ReprintJob>,
    /// What the kiosk may give by itself while the service is away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lease: Option<Lease>,
    /// Somebody is on the way to the visitor who called for staff.
    #[serde(default)]
    pub staff_coming: bool,
}

/// One service as a visitor sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KioskService {
    /// Its code.
    pub code: String,
    /// Whether it issues numbers.
    pub issuing: Issuing,
    /// Who waits.
    pub waiting: u32,
    /// The wait of an ordinary visitor arriving now.
    pub wait: Option<WaitRange>,
    /// The wait of a priority visitor arriving now.
    pub priority_wait: Option<WaitRange>,
    /// Numbers left under the daily cap, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_today: Option<u32>,
}

/// Numbers that a kiosk may give while the service is away, and hands in later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Lease {
    /// The letter, of no service.
    pub letter: String,
    /// The first number of this kiosk's block that was not handed in today.
    pub next: u16,
    /// The last number of the block.
    pub last: u16,
    /// The end of the day: then the block is another day's.
    pub valid_until: DateTime<FixedOffset>,
    /// Today's services with their hours.
    pub services: Vec<LeasedService>,
}

/// When numbers of one service may be given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LeasedService {
    /// Its code.
    pub code: String,
    /// Today's spans of issuing as "HH:MM" pairs.
    pub today: Vec<(String, String)>,
}

/// A slip that staff ask a kiosk to print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReprintJob {
    /// The ticket, as when it was issued, with today's queue before it.
    pub ticket: crate::IssuedTicket,
    /// Its procedure, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procedure: Option<String>,
    /// Its language.
    #[serde(deserialize_with = "crate::language::known_or_vietnamese")]
    pub language: crate::Language,
    /// Whether it is the first paper of a number that was given by hand; any other is marked as printed again.
    #[serde(default)]
    pub first: bool,
}
