//! What can be pressed at the desk, and why something cannot be pressed now.

use super::{Desk, Sending};
use queue_protocol::TicketState;
use queue_protocol::views::Visitor;
use tokio::time::Instant;

/// A button of the desk. Each has one key; mouse and key press the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Button {
    /// F2: finish with the chosen outcome, then call next.
    CallNext,
    /// F3: call again.
    Recall,
    /// F4: the visitor has come.
    Serve,
    /// F5: set aside.
    Hold,
    /// F6: send to another queue.
    Transfer,
    /// F7: nobody came.
    NoShow,
    /// F8: finish and call nobody.
    Finish,
    /// Shift+F8: finish this service and go on with another of the same visitor.
    NextService,
    /// F9: take a break, or come back from it.
    Pause,
    /// F12: everything else.
    More,
    /// Ctrl+Z: undo the call, for a short while.
    Undo,
    /// Undo the call, later: in the menu.
    Return,
    /// Ctrl+G: call a chosen number.
    Chosen,
    /// Shift+F5: call a held visitor back.
    Resume,
    /// Shift+F7: put a no-show back into the queue.
    Restore,
    /// Ctrl+F: find any ticket of the day, and what can be done with it.
    Find,
    /// Ctrl+N: give a number by hand.
    Issue,
    /// Ctrl+H: help another queue, or no longer.
    Help,
    /// Ctrl+K: go to the visitor who calls for staff at a kiosk.
    Coming,
    /// After this visitor the counter closes.
    LastVisitor,
    /// The officer's day, and its summary.
    MyDay,
    /// F11: the small bar, or the desk again.
    Bar,
    /// Ctrl+Tab: the other page, where the desk is too small for one.
    Page,
    /// Close the counter and sign out.
    Close,
    /// Open the counter: the button of the sign-in.
    Open,
}

/// Why a button cannot act now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// The service is away.
    NotConnected,
    /// A command runs.
    Sending,
    /// Nobody is called or served.
    NoVisitor,
    /// Somebody is called or served.
    HasVisitor,
    /// The visitor was called and has not come.
    NotServing,
    /// Nobody is on the way.
    NotCalled,
    /// Nobody waits.
    NobodyWaits,
    /// The counter is on a break.
    OnBreak,
    /// The time for undoing is over.
    TooLate,
    /// Nobody is held.
    NobodyHeld,
    /// No no-show can be restored.
    NobodyMissed,
    /// No counter serves that service later today.
    NotServedToday,
    /// That counter is closed.
    CounterClosed,
    /// What was typed is not a number.
    NotANumber,
    /// The officer's number is missing.
    NoOfficer,
    /// A PIN has 4 to 12 digits.
    PinTooShort,
    /// The ticket is being looked up, or there is none of that number.
    NotFound,
    /// The visit is over.
    TicketOver,
    /// The ticket has priority already.
    HasPriority,
    /// The ticket has no priority.
    NoPriority,
    /// The ticket neither waits nor is it set aside.
    NotWaiting,
    /// The ticket is not set aside.
    NotHeld,
    /// The ticket is no no-show that can be restored.
    NotMissed,
    /// There is no kiosk.
    NoKiosk,
    /// The centre has no class of priority.
    NoClass,
    /// The centre has no service.
    NoService,
    /// The counter serves or helps that queue anyway.
    OwnQueue,
    /// The visitor is in that queue.
    SameQueue,
    /// No kiosk calls for staff.
    NobodyCalls,
}

impl Desk {
    /// Why `button` cannot act now; `None` if it can.
    #[must_use]
    pub fn why_not(&self, button: Button, now: Instant) -> Option<Why> {
        if matches!(
            button,
            Button::More | Button::MyDay | Button::Bar | Button::Page
        ) {
            return None;
        }
        if self
            .command
            .as_ref()
            .is_some_and(|command| command.sending(now) != Sending::No)
        {
            return Some(Why::Sending);
        }
        if !self.counter.is_live() {
            return Some(Why::NotConnected);
        }
        if button == Button::Open {
            return self.sign_in.why_not();
        }
        self.refused_by_state(button, now)
    }

    fn refused_by_state(&self, button: Button, now: Instant) -> Option<Why> {
        let called = self
            .visitor()
            .map(|visitor| visitor.state == TicketState::Called);
        match button {
            Button::CallNext => match called {
                Some(true) => Some(Why::NotServing),
                Some(false) => None,
                None if self.last_visitor => None,
                None if self.on_break() => Some(Why::OnBreak),
                None => (self.waiting() == 0).then_some(Why::NobodyWaits),
            },
            Button::Finish | Button::NextService => match called {
                Some(false) => None,
                Some(true) => Some(Why::NotServing),
                None => Some(Why::NoVisitor),
            },
            Button::Hold | Button::Transfer => called.is_none().then_some(Why::NoVisitor),
            Button::Recall | Button::Serve | Button::NoShow | Button::Return => {
                (called != Some(true)).then_some(Why::NotCalled)
            }
            Button::Undo => match called {
                Some(true) => (self.undo_left(now) == 0).then_some(Why::TooLate),
                _ => Some(Why::NotCalled),
            },
            Button::Pause | Button::Close => called.is_some().then_some(Why::HasVisitor),
            Button::Chosen => self.busy(),
            Button::Resume if self.held().is_empty() => Some(Why::NobodyHeld),
            Button::Resume => self.busy(),
            Button::Restore => self.missed().is_empty().then_some(Why::NobodyMissed),
            Button::Coming => self.staff_call().is_none().then_some(Why::NobodyCalls),
            Button::More
            | Button::Open
            | Button::Find
            | Button::Issue
            | Button::Help
            | Button::LastVisitor
            | Button::MyDay
            | Button::Bar
            | Button::Page => None,
        }
    }

    /// What keeps the counter from calling anybody.
    fn busy(&self) -> Option<Why> {
        match self.visitor() {
            Some(_) => Some(Why::HasVisitor),
            None => self.on_break().then_some(Why::OnBreak),
        }
    }

    /// Whether the visitor has come.
    pub(super) fn serving(&self) -> Option<&Visitor> {
        self.visitor()
            .filter(|visitor| visitor.state == TicketState::Serving)
    }
}
