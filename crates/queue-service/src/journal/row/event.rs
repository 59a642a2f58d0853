//! Every kind of event, version 1.

use super::raw;
use chrono::NaiveDate;
use queue_core::{
    BreakReason, CallReason, CounterNo, DeviceId, Event, Language, Moment, Number, OfficerNo,
    Outcome, PaperResult, ProcedureCode, Purpose, ReasonCode, ReasonKind, ServiceCode, TicketId,
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

#[derive(Serialize, Deserialize)]
#[serde(remote = "Event", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum EventRow {
    DayOpened {
        date: NaiveDate,
    },
    DayEnded {
        date: NaiveDate,
    },
    CentreAdopted {
        #[serde(with = "raw")]
        digest: Arc<str>,
    },
    ClockAccepted,
    TicketIssued {
        #[serde(with = "raw")]
        number: Number,
        #[serde(with = "raw")]
        service: ServiceCode,
        #[serde(with = "raw")]
        purpose: Purpose,
        #[serde(with = "raw")]
        procedure: Option<ProcedureCode>,
        #[serde(with = "raw")]
        language: Language,
        priority: bool,
        head_start_s: u32,
        #[serde(with = "raw")]
        device: DeviceId,
    },
    TicketHandedIn {
        #[serde(with = "raw")]
        number: Number,
        #[serde(with = "raw")]
        service: ServiceCode,
        #[serde(with = "raw")]
        purpose: Purpose,
        #[serde(with = "raw")]
        procedure: Option<ProcedureCode>,
        #[serde(with = "raw")]
        language: Language,
        priority: bool,
        head_start_s: u32,
        #[serde(with = "raw")]
        device: DeviceId,
        #[serde(with = "raw")]
        arrived_at: Moment,
        date: NaiveDate,
    },
    TicketCalled {
        #[serde(with = "raw")]
        ticket: TicketId,
        #[serde(with = "raw")]
        counter: CounterNo,
        #[serde(with = "CallReasonRow")]
        reason: CallReason,
        #[serde(with = "raw")]
        chosen: Option<ReasonCode>,
    },
    TicketRecalled {
        #[serde(with = "raw")]
        ticket: TicketId,
    },
    TicketServed {
        #[serde(with = "raw")]
        ticket: TicketId,
    },
    TicketFinished {
        #[serde(with = "raw")]
        ticket: TicketId,
        #[serde(with = "raw")]
        outcome: Outcome,
        dossiers: u16,
        #[serde(with = "raw")]
        counter: CounterNo,
    },
    ServiceFinished {
        #[serde(with = "raw")]
        ticket: TicketId,
        #[serde(with = "raw")]
        outcome: Outcome,
        dossiers: u16,
        #[serde(with = "raw")]
        counter: CounterNo,
        #[serde(with = "raw")]
        service: ServiceCode,
        #[serde(with = "raw")]
        purpose: Purpose,
        here: bool,
    },
    TicketNoShow {
        #[serde(with = "raw")]
        ticket: TicketId,
    },
    TicketRestored {
        #[serde(with = "raw")]
        ticket: TicketId,
        #[serde(with = "raw")]
        ranked_from: Moment,
    },
    TicketReturned {
        #[serde(with = "raw")]
        ticket: TicketId,
    },
    TicketHeld {
        #[serde(with = "raw")]
        ticket: TicketId,
        #[serde(with = "raw")]
        back_at: Option<Moment>,
    },
    TicketResumed {
        #[serde(with = "raw")]
        ticket: TicketId,
        #[serde(with = "raw")]
        counter: CounterNo,
    },
    TicketTransferred {
        #[serde(with = "raw")]
        ticket: TicketId,
        #[serde(with = "raw")]
        service: ServiceCode,
        #[serde(with = "raw")]
        counter: Option<CounterNo>,
        #[serde(with = "raw")]
        reason: Option<ReasonCode>,
    },
    TransferLapsed {
        #[serde(with = "raw")]
        ticket: TicketId,
    },
    PriorityChanged {
        #[serde(with = "raw")]
        ticket: TicketId,
        priority: bool,
        head_start_s: u32,
        #[serde(with = "raw")]
        reason: ReasonCode,
    },
    TicketCancelled {
        #[serde(with = "raw")]
        ticket: TicketId,
    },
    CounterOpened {
        #[serde(with = "raw")]
        counter: CounterNo,
        #[serde(with = "raw")]
        device: DeviceId,
        #[serde(with = "raw")]
        officer: OfficerNo,
        taken_over: bool,
    },
    CounterClosed {
        #[serde(with = "raw")]
        counter: CounterNo,
    },
    BreakStarted {
        #[serde(with = "raw")]
        counter: CounterNo,
        #[serde(with = "raw")]
        reason: BreakReason,
        minutes: Option<u16>,
    },
    BreakEnded {
        #[serde(with = "raw")]
        counter: CounterNo,
    },
    HelpStarted {
        #[serde(with = "raw")]
        counter: CounterNo,
        #[serde(with = "raw")]
        service: ServiceCode,
        handicap_s: u32,
    },
    HelpEnded {
        #[serde(with = "raw")]
        counter: CounterNo,
        #[serde(with = "raw")]
        service: ServiceCode,
    },
    PaperReported {
        #[serde(with = "raw")]
        ticket: TicketId,
        #[serde(with = "raw")]
        result: PaperResult,
        #[serde(with = "raw")]
        cause: Option<ReasonCode>,
    },
    ReprintAsked {
        #[serde(with = "raw")]
        ticket: TicketId,
        #[serde(with = "raw")]
        kiosk: DeviceId,
    },
    PaperCleared {
        #[serde(with = "raw")]
        ticket: TicketId,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "CallReason", deny_unknown_fields)]
struct CallReasonRow {
    #[serde(with = "raw")]
    kind: ReasonKind,
    #[serde(with = "raw")]
    passed_over: Option<Number>,
    earlier_s: Option<u32>,
    head_start_s: Option<u32>,
}
