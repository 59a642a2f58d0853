//! The same words on both sides: the view-model's enums and the screens'.

use crate::shell::generated as ui;
use crate::view_model::dialog::{Asked, Deed, Group};
use crate::view_model::picture::ReasonPart;
use crate::view_model::{Button, Field, Sending, VerbName, Why};
use queue_protocol::{
    BreakReason, CounterStatus, OfficerReason, Outcome, ProblemCode, Purpose, ReasonKind,
    TicketState,
};

use super::int;

/// Functions from one enum to another, word by word.
macro_rules! words {
    ($($(#[$meta:meta])* $name:ident: $from:ty => $to:ident { $($a:ident => $b:ident),+ $(,)? })+) => {$(
        $(#[$meta])*
        pub const fn $name(word: $from) -> ui::$to {
            match word { $(<$from>::$a => ui::$to::$b),+ }
        }
    )+};
}

words! {
    /// What for.
    purpose: Purpose => Purpose {
        Submit => Submit, Collect => Collect, Supplement => Supplement, Guidance => Guidance,
    }
    /// Whether the counter takes visitors.
    status: CounterStatus => CounterState { Open => Open, Break => OnBreak, Closed => Closed }
    /// A place of the form.
    field: Field => Field { Counter => Counter, Officer => Officer, Pin => Pin }
    /// A button.
    button: Button => DeskButton {
        CallNext => CallNext, Recall => Recall, Serve => Serve, Hold => Hold, Transfer => Transfer,
        NoShow => NoShow, Finish => Finish, NextService => NextService, Pause => Pause, More => More, Undo => Undo,
        Return => ReturnCall, Chosen => Chosen, Resume => Resume, Restore => Restore,
        Find => Find, Issue => Issue, Help => Help, Coming => Coming, LastVisitor => LastVisitor, MyDay => MyDay, Bar => Bar, Page => Page,
        Close => Close, Open => Open,
    }
    verb_name: VerbName => VerbName {
        Open => Open, Close => Close, Break => Pause, Back => Back, CallNext => CallNext,
        Call => Call, Recall => Recall, Serve => Serve, Finish => Finish, NextService => NextService,
        NoShow => NoShow,
        Hold => Hold, Resume => Resume, Transfer => Transfer, Return => ReturnCall,
        Restore => Restore, Issue => Issue, Grant => Grant, Withdraw => Withdraw,
        Help => Help, EndHelp => EndHelp, StaffComing => StaffComing,
        Cancel => Cancel, Reprint => Reprint,
    }
    reason_kind: ReasonKind => ReasonKind {
        OnlyOne => OnlyOne, FirstCome => FirstCome, Priority => Priority, KeptRank => KeptRank,
        Restored => Restored, Helping => Helping, Chosen => Chosen,
    }
    outcome_name: Outcome => Outcome {
        Received => Received, SupplementAsked => SupplementAsked, Refused => Refused,
        ResultReturned => ResultReturned, Guided => Guided, SentElsewhere => SentElsewhere,
    }
    break_name: BreakReason => BreakReason {
        Rest => Rest, Meeting => Meeting, Urgent => Urgent, Assist => Assist, Other => Other,
    }
    why_name: Why => Why {
        NotConnected => NotConnected, Sending => Sending, NoVisitor => NoVisitor,
        HasVisitor => HasVisitor, NotServing => NotServing, NotCalled => NotCalled,
        NobodyWaits => NobodyWaits, OnBreak => OnBreak, TooLate => TooLate,
        NobodyHeld => NobodyHeld, NobodyMissed => NobodyMissed, NotServedToday => NotServedToday,
        CounterClosed => CounterClosed, NotANumber => NotANumber, NoOfficer => NoOfficer,
        PinTooShort => PinTooShort, NotFound => NotFound, TicketOver => TicketOver,
        HasPriority => HasPriority, NoPriority => NoPriority, NotWaiting => NotWaiting,
        NotHeld => NotHeld, NotMissed => NotMissed, NoKiosk => NoKiosk, NoClass => NoClass,
        NoService => NoService, OwnQueue => OwnQueue, SameQueue => SameQueue, NobodyCalls => NobodyCalls,
    }
    /// Where a ticket stands.
    ticket_state: TicketState => TicketState {
        Waiting => Waiting, Called => Called, Serving => Serving, Held => Held,
        Finished => Finished, NoShow => NoShow, Cancelled => Cancelled, Expired => Expired,
    }
    /// What can be done with a ticket.
    deed: Deed => Deed {
        Grant => Grant, Withdraw => Withdraw, Reprint => Reprint, Transfer => Transfer,
        Restore => Restore, Absent => Absent, Cancel => Cancel,
    }
    /// What a line asks.
    asked: Asked => Asked {
        Purpose => Purpose, Priority => Priority, Language => Language, Paper => Paper,
        Class => Class, Kiosk => Kiosk, Reason => Reason, Service => Service,
    }
    /// Why an officer steps outside the rule.
    officer_reason: OfficerReason => OfficerReason {
        Proof => Proof, Need => Need, Asked => Asked, Mistake => Mistake, Other => Other,
    }
}

/// The button that was clicked.
pub const fn pressed(button: ui::DeskButton) -> Button {
    match button {
        ui::DeskButton::CallNext => Button::CallNext,
        ui::DeskButton::Recall => Button::Recall,
        ui::DeskButton::Serve => Button::Serve,
        ui::DeskButton::Hold => Button::Hold,
        ui::DeskButton::Transfer => Button::Transfer,
        ui::DeskButton::NoShow => Button::NoShow,
        ui::DeskButton::Finish => Button::Finish,
        ui::DeskButton::NextService => Button::NextService,
        ui::DeskButton::Pause => Button::Pause,
        ui::DeskButton::More => Button::More,
        ui::DeskButton::Undo => Button::Undo,
        ui::DeskButton::ReturnCall => Button::Return,
        ui::DeskButton::Chosen => Button::Chosen,
        ui::DeskButton::Resume => Button::Resume,
        ui::DeskButton::Restore => Button::Restore,
        ui::DeskButton::Find => Button::Find,
        ui::DeskButton::Issue => Button::Issue,
        ui::DeskButton::Help => Button::Help,
        ui::DeskButton::Coming => Button::Coming,
        ui::DeskButton::LastVisitor => Button::LastVisitor,
        ui::DeskButton::MyDay => Button::MyDay,
        ui::DeskButton::Bar => Button::Bar,
        ui::DeskButton::Page => Button::Page,
        ui::DeskButton::Close => Button::Close,
        ui::DeskButton::Open => Button::Open,
    }
}

/// The place that was clicked.
pub const fn field_of(field: ui::Field) -> Field {
    match field {
        ui::Field::Counter => Field::Counter,
        ui::Field::Officer => Field::Officer,
        ui::Field::Pin => Field::Pin,
    }
}

/// The list that was clicked.
pub const fn picked(group: ui::Group) -> Group {
    match group {
        ui::Group::Services => Group::Services,
        ui::Group::Counters => Group::Counters,
        ui::Group::Reasons => Group::Reasons,
        ui::Group::Minutes => Group::Minutes,
        ui::Group::Entries => Group::Entries,
        ui::Group::Lines => Group::Lines,
    }
}

/// The outcome that was clicked.
pub const fn chosen_outcome(outcome: ui::Outcome) -> Option<Outcome> {
    match outcome {
        ui::Outcome::None => None,
        ui::Outcome::Received => Some(Outcome::Received),
        ui::Outcome::SupplementAsked => Some(Outcome::SupplementAsked),
        ui::Outcome::Refused => Some(Outcome::Refused),
        ui::Outcome::ResultReturned => Some(Outcome::ResultReturned),
        ui::Outcome::Guided => Some(Outcome::Guided),
        ui::Outcome::SentElsewhere => Some(Outcome::SentElsewhere),
    }
}

/// A verb, or none.
pub fn verb(verb: Option<VerbName>) -> ui::VerbName {
    verb.map_or(ui::VerbName::None, verb_name)
}

/// A reason not to act, or none.
pub fn why(why: Option<Why>) -> ui::Why {
    why.map_or(ui::Why::None, why_name)
}

/// An outcome, or none.
pub fn outcome(outcome: Option<Outcome>) -> ui::Outcome {
    outcome.map_or(ui::Outcome::None, outcome_name)
}

/// A reason for a break, or none.
pub fn break_reason(reason: Option<BreakReason>) -> ui::BreakReason {
    reason.map_or(ui::BreakReason::None, break_name)
}

/// Whether a command is on its way, and for how many seconds more.
pub const fn sending(sending: Sending) -> (ui::Sending, u8) {
    match sending {
        Sending::No => (ui::Sending::No, 0),
        Sending::For(seconds) => (ui::Sending::Sending, seconds),
        Sending::Asking => (ui::Sending::Asking, 0),
    }
}

/// Why a visitor goes first.
pub fn reason(part: Option<&ReasonPart>) -> ui::Reason {
    ui::Reason {
        kind: part.map_or(ui::ReasonKind::None, |part| reason_kind(part.kind)),
        passed_over: part
            .map(|part| part.passed_over.as_str().into())
            .unwrap_or_default(),
        earlier: part.map_or(0, |part| int(part.earlier_min)),
        head_start: part.map_or(0, |part| int(part.head_start_min)),
    }
}

/// The refusals that an officer can do something about have words of their own.
pub const fn refusal(code: ProblemCode) -> ui::Refusal {
    match code {
        ProblemCode::WrongPin => ui::Refusal::WrongPin,
        ProblemCode::PinLocked => ui::Refusal::PinLocked,
        ProblemCode::PermissionMissing => ui::Refusal::PermissionMissing,
        ProblemCode::CounterNotYours => ui::Refusal::CounterNotYours,
        ProblemCode::UnknownCounter => ui::Refusal::UnknownCounter,
        ProblemCode::UnknownTicket => ui::Refusal::UnknownTicket,
        ProblemCode::UnknownService => ui::Refusal::UnknownService,
        ProblemCode::CounterClosed => ui::Refusal::CounterClosed,
        ProblemCode::CounterOnBreak => ui::Refusal::CounterOnBreak,
        ProblemCode::CounterNotOnBreak => ui::Refusal::CounterNotOnBreak,
        ProblemCode::CounterBusy => ui::Refusal::CounterBusy,
        ProblemCode::CounterIdle => ui::Refusal::CounterIdle,
        ProblemCode::CounterHeld => ui::Refusal::CounterHeld,
        ProblemCode::OfficerElsewhere => ui::Refusal::OfficerElsewhere,
        ProblemCode::DeviceElsewhere => ui::Refusal::DeviceElsewhere,
        ProblemCode::WrongState => ui::Refusal::WrongState,
        ProblemCode::NotServedHere => ui::Refusal::NotServedHere,
        ProblemCode::NotServedToday => ui::Refusal::NotServedToday,
        ProblemCode::GraceOver => ui::Refusal::GraceOver,
        ProblemCode::NothingToChange => ui::Refusal::NothingToChange,
        ProblemCode::ClockInDoubt => ui::Refusal::ClockInDoubt,
        ProblemCode::Unauthorised => ui::Refusal::Unauthorised,
        ProblemCode::RoleNotAllowed => ui::Refusal::RoleNotAllowed,
        _ => ui::Refusal::Other,
    }
}
