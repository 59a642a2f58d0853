//! Errors on the wire: RFC 9457 `application/problem+json` with a stable `code`.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

// `tt`, not `literal`: a captured literal arrives wrapped, and the schema derive reads past it.
macro_rules! codes {
    ($($(#[$meta:meta])* $variant:ident = $text:tt, $status:literal);+ $(;)?) => {
        /// The stable codes. `docs/protocol.md` lists them for people who write clients.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
        pub enum ProblemCode {
            $($(#[$meta])* #[serde(rename = $text)] $variant,)+
            /// A code of a newer service, unknown to this client.
            #[serde(other, rename = "unknown")]
            Unknown,
        }

        impl ProblemCode {
            /// Every code that a service sends.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code as it stands on the wire.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ Self::Unknown => "unknown" }
            }

            /// The HTTP status it travels with.
            #[must_use]
            pub const fn status(self) -> u16 {
                match self { $(Self::$variant => $status,)+ Self::Unknown => 500 }
            }
        }
    };
}

codes! {
    /// The body, a path part or a query is not of the documented shape.
    BadRequest = "bad_request", 400;
    /// `Idempotency-Key` is missing or not 1 to 64 visible ASCII characters.
    KeyMissing = "idempotency_key_missing", 400;
    /// No token, or none that is known.
    Unauthorised = "unauthorised", 401;
    /// Officer number or PIN is wrong (an unknown officer answers alike).
    WrongPin = "wrong_pin", 401;
    /// The device's role does not allow this call.
    RoleNotAllowed = "role_not_allowed", 403;
    /// The officer lacks the permission.
    PermissionMissing = "permission_missing", 403;
    /// Another device holds this counter.
    CounterNotYours = "counter_not_yours", 403;
    /// No such path.
    NotFound = "not_found", 404;
    /// No such counter.
    UnknownCounter = "unknown_counter", 404;
    /// No such ticket today.
    UnknownTicket = "unknown_ticket", 404;
    /// No such service today.
    UnknownService = "unknown_service", 404;
    /// No such call in the last minutes.
    UnknownCall = "unknown_call", 404;
    /// No such kiosk.
    UnknownKiosk = "unknown_kiosk", 404;
    /// The path does not take this method.
    MethodNotAllowed = "method_not_allowed", 405;
    /// The request took too long to arrive.
    RequestTimeout = "request_timeout", 408;
    /// No numbers are issued now.
    Closed = "closed", 409;
    /// The day's cap of the service is reached.
    CapReached = "cap_reached", 409;
    /// The work of those who wait would likely last beyond closing time.
    WorkPassesClosing = "work_passes_closing", 409;
    /// All numbers of the letter are used.
    SeriesExhausted = "series_exhausted", 409;
    /// The number is not of the letter of offline numbers.
    NotOffline = "not_offline", 409;
    /// The number was handed in already.
    HandedInBefore = "handed_in_before", 409;
    /// The counter is closed.
    CounterClosed = "counter_closed", 409;
    /// The counter is on a break.
    CounterOnBreak = "counter_on_break", 409;
    /// The counter is not on a break.
    CounterNotOnBreak = "counter_not_on_break", 409;
    /// The counter still has a visitor.
    CounterBusy = "counter_busy", 409;
    /// The counter has no visitor.
    CounterIdle = "counter_idle", 409;
    /// The counter is open elsewhere.
    CounterHeld = "counter_held", 409;
    /// The officer has another counter open.
    OfficerElsewhere = "officer_elsewhere", 409;
    /// The device has another counter open.
    DeviceElsewhere = "device_elsewhere", 409;
    /// The verb does not fit the ticket's state.
    WrongState = "wrong_state", 409;
    /// The counter neither serves nor helps the service.
    NotServedHere = "not_served_here", 409;
    /// No counter serves the service later today.
    NotServedToday = "not_served_today", 409;
    /// The grace time is over.
    GraceOver = "grace_over", 409;
    /// Nothing would change.
    NothingToChange = "nothing_to_change", 409;
    /// The body is larger than allowed.
    TooLarge = "too_large", 413;
    /// The body is not JSON.
    NotJson = "not_json", 415;
    /// The key was used for another command.
    KeyReused = "idempotency_key_reused", 422;
    /// The service does not take this purpose.
    PurposeNotTaken = "purpose_not_taken", 422;
    /// No such procedure at this service today.
    UnknownProcedure = "unknown_procedure", 422;
    /// No such class of priority.
    UnknownClass = "unknown_class", 422;
    /// Five wrong PINs: this officer is locked on this device for a while.
    PinLocked = "pin_locked", 429;
    /// Too many numbers in a short time from one kiosk.
    TooManyRequests = "too_many_requests", 429;
    /// The headers are larger than allowed.
    HeadersTooLarge = "headers_too_large", 431;
    /// Something failed inside; the log says what.
    Internal = "internal", 500;
    /// The command could not be stored; nothing changed.
    NotStored = "not_stored", 503;
    /// The clock is in doubt: no numbers until an administrator accepts it.
    ClockInDoubt = "clock_in_doubt", 503;
    /// The service is stopping.
    Stopping = "stopping", 503;
}

/// An error answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// `urn:xinmoi:problem:` and the code.
    #[serde(rename = "type")]
    pub kind: String,
    /// The stable code.
    pub code: ProblemCode,
    /// The HTTP status again.
    pub status: u16,
    /// A sentence in English for logs and programmers; screens word the code themselves.
    pub detail: String,
    /// The counter concerned, such as the one an officer has open elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counter: Option<u16>,
    /// The officer number concerned, such as the holder of a counter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub officer: Option<u32>,
    /// The ticket number concerned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// When it may go on: issuing begins again, the lock ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<DateTime<FixedOffset>>,
}

impl Problem {
    /// A problem with nothing but its code and a sentence.
    #[must_use]
    pub fn new(code: ProblemCode, detail: impl Into<String>) -> Self {
        Self {
            kind: format!("urn:xinmoi:problem:{}", code.as_str()),
            code,
            status: code.status(),
            detail: detail.into(),
            counter: None,
            officer: None,
            number: None,
            until: None,
        }
    }
}
