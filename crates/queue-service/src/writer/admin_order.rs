//! What administrators ask of the writer, in the words of the admin socket.

use chrono::NaiveDate;
use queue_core::Moment;
use queue_protocol::{Permission, Role};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// An administrator's command that changes something.
#[derive(Clone, Serialize, Deserialize)]
#[serde(tag = "order", rename_all = "snake_case", deny_unknown_fields)]
pub enum AdminOrder {
    /// Register a device.
    AddDevice(NewDevice),
    /// Accept a device's token no longer.
    RevokeDevice {
        /// Its id.
        device: u32,
    },
    /// Let this board speak, and no other of its zone.
    LetSpeak {
        /// Its id.
        device: u32,
    },
    /// Let someone open counters.
    AddOfficer(NewOfficer),
    /// Give an officer another PIN; locks of the old one end.
    SetPin {
        /// The officer's number.
        officer: u32,
        /// The new PIN's argon2 hash.
        pin_hash: String,
    },
    /// Let an officer open counters no longer.
    DisableOfficer {
        /// The officer's number.
        officer: u32,
    },
    /// Disable an officer and delete the name.
    ForgetOfficer {
        /// The officer's number.
        officer: u32,
    },
    /// Adopt a checked centre.
    AdoptCentre {
        /// The whole folder in its stored form.
        document: String,
        /// Let it take effect with the next day.
        from_tomorrow: bool,
    },
    /// Believe the wall clock.
    AcceptClock,
    /// Count a wrong PIN (of the service itself, not of administrators).
    #[serde(skip)]
    PinFailed {
        /// At which device.
        device: u32,
        /// The number that was entered, whether anyone has it or not.
        officer: u32,
    },
    /// Forget the wrong PINs of a pair (of the service itself, not of administrators).
    #[serde(skip)]
    PinsCleared {
        /// At which device.
        device: u32,
        /// Whose.
        officer: u32,
    },
}

/// A device to register.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewDevice {
    /// What staff call it.
    pub name: String,
    /// What it may do.
    pub role: Role,
    /// The zone a board shows.
    pub zone: Option<String>,
    /// The counter a counter's device stands at, or whose sign a board is.
    pub counter: Option<u16>,
    /// The layout a board uses.
    pub screen: Option<String>,
    /// SHA-256 of its token.
    pub token: [u8; 32],
}

/// An officer to add.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewOfficer {
    /// The short number to sign in with.
    pub number: u32,
    /// The name.
    pub name: String,
    /// The PIN's argon2 hash.
    pub pin_hash: String,
    /// What goes beyond the everyday.
    pub may: BTreeSet<Permission>,
}

/// What became of an administrator's order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum AdminAnswer {
    /// It is done.
    Done,
    /// The device has this id.
    DeviceAdded {
        /// The id.
        device: u32,
    },
    /// The centre takes effect.
    Adopted {
        /// Its digest.
        digest: String,
        /// From this day on; at once when absent.
        from: Option<NaiveDate>,
    },
    /// Time goes on from here.
    ClockAccepted {
        /// The instant, in milliseconds since 1970.
        at_ms: i64,
    },
    /// A wrong PIN was counted.
    #[serde(skip)]
    PinCounted {
        /// Until when the pair is locked, if it is now.
        until: Option<Moment>,
    },
}

/// Why an administrator's order cannot be carried out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(tag = "refusal", rename_all = "snake_case")]
pub enum AdminRefusal {
    /// No such device.
    #[error("there is no device {device}")]
    UnknownDevice {
        /// The id asked for.
        device: u32,
    },
    /// No such officer.
    #[error("there is no officer {officer}")]
    UnknownOfficer {
        /// The number asked for.
        officer: u32,
    },
    /// The number is taken; numbers are not given again.
    #[error("officer {officer} exists already; numbers are not given again")]
    OfficerExists {
        /// The number.
        officer: u32,
    },
    /// The officer's name and PIN were deleted.
    #[error("officer {officer} was forgotten; add the person under another number")]
    OfficerForgotten {
        /// The number.
        officer: u32,
    },
    /// A field is empty, too long or not of its form.
    #[error("{field}: {expected}")]
    BadField {
        /// Which.
        field: String,
        /// What was expected.
        expected: String,
    },
    /// The document is not a centre in its stored form.
    #[error("the centre cannot be read: {cause}")]
    BadCentre {
        /// What is wrong with it.
        cause: String,
    },
    /// Open tickets or counters would lose their service or letter.
    #[error("cannot take effect at once, adopt it with --from-tomorrow: {}", conflicts.join("; "))]
    InUse {
        /// Each of them.
        conflicts: Vec<String>,
    },
    /// No day was opened yet, so there is no tomorrow.
    #[error("no day was opened yet: adopt the centre at once, without --from-tomorrow")]
    NoDayYet,
}
