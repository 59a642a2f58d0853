use super::{Issuing, WaitRange};
use crate::{CounterStatus, LayoutTrouble, PaperResult, PaperSupply, SoundState};
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The hall at a glance, for officers and the manager.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HallView {
    /// Digest of the adopted centre.
    pub catalogue: String,
    /// Whether the centre issues numbers.
    pub issuing: Issuing,
    /// Who waits, by service, most used first.
    pub queues: Vec<HallQueue>,
    /// Every counter, by number.
    pub counters: Vec<HallCounter>,
    /// Every registered kiosk.
    pub kiosks: Vec<KioskHealth>,
    /// Every registered board.
    #[serde(default)]
    pub boards: Vec<BoardHealth>,
    /// Slips in doubt, until staff clear them.
    pub paper: Vec<PaperDoubt>,
    /// Numbers given today.
    pub issued: u32,
    /// Visits finished today.
    pub finished: u32,
    /// What the service itself worries about, as codes, such as `clock_in_doubt`.
    pub warnings: Vec<String>,
}

/// Who waits for one service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HallQueue {
    /// The service's code.
    pub service: String,
    /// The letter.
    pub letter: String,
    /// How many.
    pub waiting: u32,
    /// How many of them with priority.
    pub priority_waiting: u32,
    /// The longest wait so far.
    pub longest_s: u32,
    /// The wait of an ordinary visitor arriving now.
    pub wait: Option<WaitRange>,
    /// Whether a counter serves this service later today: a transfer is possible.
    pub served_today: bool,
}

/// The state of a counter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HallCounter {
    /// The number on the plate.
    pub number: u16,
    /// Whether it takes visitors.
    pub status: CounterStatus,
    /// Who holds it (a number; names are for the manager's desk).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub officer: Option<u32>,
    /// The visitor called or at the counter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ticket: Option<String>,
}

/// Whether a kiosk is there, and how it does.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KioskHealth {
    /// Its device id.
    pub device: u32,
    /// Its name in the device list.
    pub name: String,
    /// Whether its stream is connected.
    pub connected: bool,
    /// Since when a visitor there calls for staff, until somebody is on the way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calls_staff_since: Option<DateTime<FixedOffset>>,
    /// Whether more than ten numbers were taken there within a minute: somebody should look.
    #[serde(default)]
    pub hurried: bool,
    /// Whether it cannot be heard when it reads its screens aloud: no sound device, or one that fails.
    #[serde(default)]
    pub silent: bool,
    /// Whether its own disk takes nothing: while the service is away it can give no numbers.
    #[serde(default)]
    pub disk_fails: bool,
    /// Numbers that it gave while the service was away and that were refused: their holders need new ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refused: Vec<String>,
    /// Its printer's paper, as it last said.
    #[serde(default)]
    pub paper: PaperSupply,
    /// Its printer's word for what is wrong with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trouble: Option<String>,
}

/// Whether a board is there, and how it does.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BoardHealth {
    /// Its device id.
    pub device: u32,
    /// Its name in the device list.
    pub name: String,
    /// Whether its stream is connected.
    pub connected: bool,
    /// Whether it is the one that speaks.
    pub speaks: bool,
    /// Whether the hall could hear it.
    #[serde(default)]
    pub sound: SoundState,
    /// Why it shows an older layout than its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layout: Option<LayoutTrouble>,
    /// Pictures of its layout that it cannot show.
    #[serde(default)]
    pub lost_pictures: u32,
}

/// A slip whose paper needs a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PaperDoubt {
    /// The number.
    pub number: String,
    /// The kiosk's device id.
    pub kiosk: u32,
    /// What the kiosk reported.
    pub result: PaperResult,
    /// The printer's word for why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<String>,
    /// Since when.
    pub since: DateTime<FixedOffset>,
}
