//! What comes from the service: views, answers, the catalogue.

use super::command::{Command, Next, Verdict};
use super::desk::{Desk, Draft, Errand, LastCall, Note, UNDO_FOR, Undo};
use super::dialog::{Dialog, Given};
use super::{Answer, Button, Ending, VerbName};
use chrono::NaiveDate;
use queue_client::View;
use queue_protocol::views::{CounterView, HallView, Visitor};
use queue_protocol::{Catalogue, Frame, ProblemCode, TicketState};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;

impl Desk {
    /// Hears the newest view of counter `number`.
    pub fn hear_counter(&mut self, number: u16, view: View<CounterView>, now: Instant) {
        if number != self.number {
            return;
        }
        let was_mine = self.signed_in();
        let had_called = self.called();
        self.counter = match (view, std::mem::replace(&mut self.counter, View::Never)) {
            // A stream that begins anew knows nothing yet; what was seen stays, as it was.
            (View::Never, View::Live { frame, received }) => View::Stale {
                frame,
                received,
                since: now,
            },
            (View::Never, before) => before,
            (view, _) => view,
        };
        self.hear_day();
        self.hear_visitor(had_called, now);
        let closing = self
            .command
            .as_ref()
            .is_some_and(|c| c.verb() == VerbName::Close);
        if was_mine && !self.signed_in() {
            self.dialog = None;
            self.last_visitor = false;
            self.bar = false;
            self.note = (!closing).then(|| Note::Lost(self.holder()));
        }
        self.mend_note(now);
        self.look_at_command(now);
        self.drop_dialog_without_reason(now);
    }

    /// Takes back what the newest view shows to be no longer true.
    fn mend_note(&mut self, now: Instant) {
        let over = match &self.note {
            Some(Note::NobodyWaits) => self.waiting() > 0,
            Some(Note::Off(button, why)) => self.why_not(*button, now) != Some(*why),
            _ => false,
        };
        if over {
            self.note = None;
        }
        let denied = self.denied.as_ref();
        if let (Some(Note::Known(verb, false)), Some(denied)) = (&self.note, denied)
            && denied.came_late(&self.counter)
        {
            self.note = Some(Note::Known(*verb, true));
        }
    }

    /// Hears the newest view of the hall.
    pub fn hear_hall(&mut self, view: View<HallView>) {
        if view.frame().is_some() {
            self.hall = view;
        }
    }

    /// Hears the catalogue.
    pub fn hear_catalogue(&mut self, catalogue: Catalogue) {
        self.stranger = None;
        self.catalogue = Some(Arc::new(catalogue));
    }

    /// Hears that the service does not talk to this device.
    pub const fn hear_turned_away(&mut self, code: ProblemCode) {
        self.stranger = Some(code);
    }

    /// Hears how the running command ended.
    pub fn hear_ending(&mut self, ending: Ending, now: Instant) {
        let unanswered = ending == Ending::Unanswered;
        if let (Ending::Done(Answer::Issued(ticket)), Some(command)) = (&ending, &self.command) {
            let (ticket, kiosk) = ((**ticket).clone(), command.kiosk());
            self.note = Some(Note::Told(VerbName::Issue, ticket.number.clone()));
            self.dialog = Some(Dialog::Given(Given { ticket, kiosk }));
        }
        if let Some(command) = &mut self.command {
            let next = command.ended(ending, &self.counter, now);
            self.go_on(next);
        }
        if unanswered && self.command.is_some() {
            self.errands.push(Errand::Follow(self.number));
        }
    }

    /// Hears where the ticket of `number` stands, or that there is none.
    pub fn hear_ticket(&mut self, number: &str, ticket: Result<Box<Visitor>, Option<ProblemCode>>) {
        let mut dialog = self.dialog.take();
        if let Some(Dialog::Find(find)) = &mut dialog {
            find.hear(number, ticket, self);
        }
        self.dialog = dialog;
    }

    /// Hears into which file the summary of the day was written.
    pub fn hear_saved(&mut self, file: Option<String>) {
        self.note = Some(Note::Saved(file));
    }

    /// Hears that time has passed.
    pub fn hear_time(&mut self, now: Instant) {
        self.look_at_command(now);
        if self.comes_at().is_some_and(|at| at <= now) {
            self.press(Button::Serve, now);
        }
    }

    fn look_at_command(&mut self, now: Instant) {
        if let Some(command) = &mut self.command {
            let next = command.look(&self.counter, now);
            self.go_on(next);
        }
    }

    fn go_on(&mut self, next: Next) {
        match next {
            Next::Wait => {}
            Next::Send(verb) => self.errands.push(Errand::Send(self.number, verb)),
            Next::Over(verdict) => {
                let command = self.command.take();
                let verb = command.as_ref().map(Command::verb);
                let happened = matches!(verdict, Verdict::Plain | Verdict::Known(_, true));
                self.denied = command.filter(|_| matches!(verdict, Verdict::Known(_, false)));
                self.note = match verdict {
                    Verdict::Plain => self.note.take(),
                    Verdict::NobodyWaits => Some(Note::NobodyWaits),
                    Verdict::Refused(verb, refusal) => Some(Note::Refused(verb, refusal)),
                    Verdict::Known(verb, happened) => Some(Note::Known(verb, happened)),
                    Verdict::Unknown(verb) => Some(Note::Unknown(verb)),
                    Verdict::Told(verb, number) => Some(Note::Told(verb, number)),
                };
                match verb {
                    Some(VerbName::Open) => self.opened(),
                    // The same visitor, another matter: the usual outcome again, no paper looked at.
                    Some(VerbName::NextService) if happened => {
                        self.draft = self.visitor().map(Draft::of);
                    }
                    _ => {}
                }
            }
        }
    }

    /// After an attempt to sign in.
    fn opened(&mut self) {
        if self.signed_in() {
            self.sign_in.forget();
            self.errands.push(Errand::Remember(self.number));
        }
        let wrong = |code| matches!(code, ProblemCode::WrongPin | ProblemCode::PinLocked);
        if let Some(Note::Refused(_, refusal)) = &self.note
            && wrong(refusal.code)
        {
            self.sign_in.forget_pin();
        }
    }

    /// Another day or another adopted centre: names are fetched anew, once.
    fn hear_day(&mut self) {
        let Some(frame) = self.counter.frame() else {
            return;
        };
        let wanted: (String, NaiveDate) = (frame.view.catalogue.clone(), frame.at.date_naive());
        let known = self.catalogue.as_ref();
        let has = known.is_some_and(|c| c.digest == wanted.0 && c.date == wanted.1);
        if !has && known.is_some() && self.asked_for.as_ref() != Some(&wanted) {
            self.asked_for = Some(wanted);
            self.errands.push(Errand::FetchCatalogue);
        }
    }

    fn called(&self) -> Option<u64> {
        let called = |ticket: &&Visitor| ticket.state == TicketState::Called;
        self.visitor().filter(called).map(|visitor| visitor.id)
    }

    /// A new visitor brings the usual outcome; a new call can be undone for a while.
    fn hear_visitor(&mut self, had_called: Option<u64>, now: Instant) {
        let visitor = self.visitor();
        if self.draft.map(|draft| draft.ticket) != visitor.map(|visitor| visitor.id) {
            self.draft = visitor.map(Draft::of);
            self.lists_page = false;
        }
        if self.called().is_some() && self.called() != had_called {
            self.undo = self.counter.frame().and_then(|frame| undo(frame, now));
        }
        let call = self.visitor().and_then(|visitor| visitor.call);
        if self.last_call.map(|known| known.id) != call {
            let first = self.visitor().is_some_and(|visitor| visitor.recalls == 0);
            let age = self
                .counter
                .frame()
                .filter(|_| first)
                .map(|frame| age(frame));
            let at = now.checked_sub(age.unwrap_or_default()).unwrap_or(now);
            self.last_call = call.map(|id| LastCall { id, at });
        }
    }

    /// A question about a visitor who is gone is no question.
    fn drop_dialog_without_reason(&mut self, now: Instant) {
        let Some(dialog) = &self.dialog else { return };
        let button = dialog.button();
        let asked = self.counter.is_live() && self.command.is_none();
        if asked && button != Button::More && self.why_not(button, now).is_some() {
            self.dialog = None;
        }
    }
}

/// A call that was made before this program started is younger by what has passed since.
fn undo(frame: &Frame<CounterView>, now: Instant) -> Option<Undo> {
    let visitor = frame.view.visitor.as_ref()?;
    let left = UNDO_FOR.saturating_sub(age(frame));
    Some(Undo {
        ticket: visitor.id,
        until: now + left,
    })
}

/// How long ago the visitor came into its state.
fn age(frame: &Frame<CounterView>) -> Duration {
    let since = frame.view.visitor.as_ref().map(|visitor| visitor.since);
    let age = since.map(|since| (frame.at - since).to_std().unwrap_or_default());
    age.unwrap_or_default()
}
