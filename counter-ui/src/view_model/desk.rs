//! What is known of the counter and what is being done at it.

use super::button::Button;
use super::command::{Command, seconds_left, until_next_second};
use super::dialog::Dialog;
use super::{Refusal, SignIn, Verb, VerbName, Why};
use chrono::{DateTime, FixedOffset, Timelike as _};
use queue_client::View;
use queue_protocol::views::{
    CounterView, HallCounter, HallView, HeldEntry, KioskHealth, MissedEntry, QueueEntry, Visitor,
};
use queue_protocol::{
    Catalogue, CatalogueService, ClassEntry, CounterStatus, Language, Outcome, ProblemCode, Purpose,
};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;

/// How long a call can be undone with one key.
pub(super) const UNDO_FOR: Duration = Duration::from_secs(10);

/// What the desk asks of the world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Errand {
    /// Send a command of this counter; its ending comes back.
    Send(u16, Verb),
    /// Follow this counter's view, from its newest frame on.
    Follow(u16),
    /// Fetch the catalogue; it comes back, however long it takes.
    FetchCatalogue,
    /// Stand at this counter also after a restart.
    Remember(u16),
    /// Ask where the ticket of this number stands; it comes back.
    LookUp(String),
    /// Write the summary of the day into a file; whether that went well comes back.
    SaveDay,
}

/// A sentence to the officer about what was just pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// The button cannot act now.
    Off(Button, Why),
    /// Nobody waits.
    NobodyWaits,
    /// The service said no.
    Refused(VerbName, Refusal),
    /// There had been no answer; the view shows that it was done, or not.
    Known(VerbName, bool),
    /// There had been no answer, and the view cannot tell.
    Unknown(VerbName),
    /// It was done with this number, and nothing else on the desk shows it.
    Told(VerbName, String),
    /// The summary of the day stands in this file; `None`: it could not be written.
    Saved(Option<String>),
    /// The counter is no longer this device's; by whom it is held now.
    Lost(Option<u32>),
}

/// The outcome about to be sent for the visitor at the counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Draft {
    pub ticket: u64,
    pub outcome: Outcome,
    pub dossiers: u16,
    /// The papers that were looked at, a bit each.
    pub papers: u64,
}

impl Draft {
    /// The usual outcome of a visit for its purpose.
    pub const fn of(visitor: &Visitor) -> Self {
        let outcome = match visitor.purpose {
            Purpose::Submit | Purpose::Supplement => Outcome::Received,
            Purpose::Collect => Outcome::ResultReturned,
            Purpose::Guidance => Outcome::Guided,
        };
        Self {
            ticket: visitor.id,
            outcome,
            dossiers: 1,
            papers: 0,
        }
    }
}

/// The last call, as long as it can be undone with one key.
#[derive(Debug, Clone, Copy)]
pub(super) struct Undo {
    pub ticket: u64,
    pub until: Instant,
}

/// The newest call here, and when it was made.
#[derive(Debug, Clone, Copy)]
pub(super) struct LastCall {
    pub id: u64,
    pub at: Instant,
}

/// The officer's desk.
#[derive(Debug)]
pub struct Desk {
    pub(super) number: u16,
    pub(super) language: Language,
    pub(super) counter: View<CounterView>,
    pub(super) hall: View<HallView>,
    pub(super) catalogue: Option<Arc<Catalogue>>,
    /// The catalogue that was asked for last, by digest and day.
    pub(super) asked_for: Option<(String, chrono::NaiveDate)>,
    /// Why the service does not talk to this device at all.
    pub(super) stranger: Option<ProblemCode>,
    pub(super) sign_in: SignIn,
    pub(super) dialog: Option<Dialog>,
    pub(super) draft: Option<Draft>,
    pub(super) undo: Option<Undo>,
    pub(super) last_call: Option<LastCall>,
    /// After so long a called visitor counts as come.
    serve_after: Option<Duration>,
    /// After the visitor at the counter it closes.
    pub(super) last_visitor: bool,
    /// The small bar is shown instead of the desk.
    pub(super) bar: bool,
    /// The lists instead of the visitor, where the desk has room for one of them.
    pub(super) lists_page: bool,
    pub(super) command: Option<Command>,
    /// The command that the note says was not done.
    pub(super) denied: Option<Command>,
    pub(super) note: Option<Note>,
    pub(super) last_transfer: Option<String>,
    pub(super) errands: Vec<Errand>,
}

impl Desk {
    /// A desk at counter `number` that knows nothing yet.
    #[must_use]
    pub fn new(number: u16, language: Language) -> Self {
        Self {
            number,
            language,
            counter: View::Never,
            hall: View::Never,
            catalogue: None,
            asked_for: None,
            stranger: None,
            sign_in: SignIn::default(),
            dialog: None,
            draft: None,
            undo: None,
            last_call: None,
            serve_after: None,
            last_visitor: false,
            bar: false,
            lists_page: false,
            command: None,
            denied: None,
            note: None,
            last_transfer: None,
            errands: vec![Errand::Follow(number), Errand::FetchCatalogue],
        }
    }

    /// The same desk, at which a visitor counts as come so long after the newest call.
    #[must_use]
    pub const fn serving_after(mut self, span: Option<Duration>) -> Self {
        self.serve_after = span;
        self
    }

    /// What is to be done in the world since the last time.
    #[must_use]
    pub fn take_errands(&mut self) -> Vec<Errand> {
        std::mem::take(&mut self.errands)
    }

    /// When the picture changes by the passing of time alone.
    #[must_use]
    pub fn changes_in(&self, now: Instant) -> Duration {
        let command = self
            .command
            .as_ref()
            .and_then(|command| command.changes_in(now));
        let undo = self
            .undo
            .filter(|_| self.undo_left(now) > 0)
            .map(|undo| until_next_second(UNDO_FOR.saturating_sub(undo.until - now)));
        let minute = self.time(now).map(|time| {
            let gone = u64::from(time.second()) * 1000 + u64::from(time.timestamp_subsec_millis());
            Duration::from_millis(60_000_u64.saturating_sub(gone) + 1)
        });
        let come = self.comes_at().map(|at| at.saturating_duration_since(now));
        let soonest = [command, undo, minute, come].into_iter().flatten().min();
        soonest
            .unwrap_or(Duration::from_secs(60))
            .max(Duration::from_millis(5))
    }

    /// When the visitor on the way counts as come, if nobody presses anything.
    pub(super) fn comes_at(&self) -> Option<Instant> {
        let called = self.visitor().and_then(|visitor| visitor.call)?;
        let call = self.last_call.filter(|call| call.id == called)?;
        let free = self.command.is_none() && self.counter.is_live();
        self.serve_after.filter(|_| free).map(|span| call.at + span)
    }

    /// The service's time.
    pub(super) fn time(&self, now: Instant) -> Option<DateTime<FixedOffset>> {
        self.counter
            .service_time(now)
            .or_else(|| self.hall.service_time(now))
    }

    /// The counter this computer stands at.
    #[must_use]
    pub const fn counter_number(&self) -> u16 {
        self.number
    }

    pub(super) fn view(&self) -> Option<&CounterView> {
        self.counter.frame().map(|frame| &frame.view)
    }

    pub(super) fn hall_view(&self) -> Option<&HallView> {
        self.hall.frame().map(|frame| &frame.view)
    }

    /// Whether this device holds the counter: the service says so, also after a restart.
    #[must_use]
    pub fn signed_in(&self) -> bool {
        self.view().is_some_and(|view| view.yours)
    }

    /// The officer who holds the counter at another device.
    pub(super) fn holder(&self) -> Option<u32> {
        let view = self
            .view()
            .filter(|view| !view.yours && view.status != CounterStatus::Closed);
        let told = match &self.note {
            Some(Note::Refused(_, refusal)) if refusal.code == ProblemCode::CounterHeld => {
                refusal.officer
            }
            _ => None,
        };
        view.and_then(|view| view.officer).or(told)
    }

    pub(super) fn on_break(&self) -> bool {
        self.view()
            .is_some_and(|view| view.status == CounterStatus::Break)
    }

    pub(super) fn visitor(&self) -> Option<&Visitor> {
        self.view()?.visitor.as_ref()
    }

    pub(super) fn waiting(&self) -> u32 {
        self.view().map_or(0, |view| view.waiting)
    }

    pub(super) fn queue(&self) -> &[QueueEntry] {
        self.view().map_or(&[], |view| &view.queue)
    }

    pub(super) fn held(&self) -> &[HeldEntry] {
        self.view().map_or(&[], |view| &view.held)
    }

    /// The visitors held at this counter.
    pub(super) fn held_here(&self) -> impl Iterator<Item = &HeldEntry> {
        let held = self.held().iter();
        held.filter(|entry| entry.counter == self.number)
    }

    /// Whether the last visitor has been announced while others are held here.
    pub(super) fn closes_with_held(&self) -> bool {
        self.last_visitor && self.held_here().next().is_some()
    }

    /// Whether another counter is open for the queues of this one.
    pub(super) fn others_open(&self) -> bool {
        let mine = self.own_services();
        let mut others = mine.flat_map(|service| self.counters_of(&service.code));
        others.any(|other| other.number != self.number && other.status == CounterStatus::Open)
    }

    pub(super) fn missed(&self) -> &[MissedEntry] {
        self.view().map_or(&[], |view| &view.missed)
    }

    /// Every service of today, most used first.
    pub(super) fn services(&self) -> &[CatalogueService] {
        self.catalogue
            .as_ref()
            .map_or(&[], |catalogue| &catalogue.services)
    }

    pub(super) fn service(&self, code: &str) -> Option<&CatalogueService> {
        self.services().iter().find(|service| service.code == code)
    }

    /// The services of this counter.
    pub(super) fn own_services(&self) -> impl Iterator<Item = &CatalogueService> {
        let number = self.number;
        let mine = move |service: &&CatalogueService| service.counters.contains(&number);
        self.services().iter().filter(mine)
    }

    /// The centre's classes of priority.
    pub(super) fn classes(&self) -> &[ClassEntry] {
        self.catalogue
            .as_ref()
            .map_or(&[], |catalogue| &catalogue.classes)
    }

    /// The kiosks, connected or not.
    pub(super) fn kiosks(&self) -> &[KioskHealth] {
        self.hall_view().map_or(&[], |hall| &hall.kiosks)
    }

    /// The kiosk at which somebody has called for staff the longest.
    pub(super) fn staff_call(&self) -> Option<&KioskHealth> {
        let calling = self.kiosks().iter();
        let calling = calling.filter(|kiosk| kiosk.calls_staff_since.is_some());
        calling.min_by_key(|kiosk| kiosk.calls_staff_since)
    }

    /// The queues that are helped for a while, by code.
    pub(super) fn helping(&self) -> &[String] {
        self.view().map_or(&[], |view| &view.helping)
    }

    /// Whether the counter calls from this queue without any help of its officer.
    pub(super) fn serves(&self, code: &str) -> bool {
        let plates = self.catalogue.iter().flat_map(|all| &all.counters);
        let mut helped = plates
            .filter(|plate| plate.number == self.number)
            .flat_map(|plate| &plate.helps);
        helped.any(|helped| helped == code)
            || self.own_services().any(|service| service.code == code)
    }

    /// Whether the counter calls from this queue, by itself or helping it now.
    pub(super) fn calls(&self, code: &str) -> bool {
        self.serves(code) || self.helping().iter().any(|helped| helped == code)
    }

    /// Whether some counter serves it later today.
    pub(super) fn served_today(&self, code: &str) -> bool {
        let mut queues = self.hall_view().into_iter().flat_map(|hall| &hall.queues);
        queues.any(|queue| queue.service == code && queue.served_today)
    }

    /// The counters that serve a service, as they are now.
    pub(super) fn counters_of(&self, code: &str) -> impl Iterator<Item = &HallCounter> {
        let numbers = self
            .service(code)
            .map_or(&[][..], |service| &service.counters);
        let counters = self.hall_view().into_iter().flat_map(|hall| &hall.counters);
        counters.filter(move |counter| numbers.contains(&counter.number))
    }

    /// Where this counter sent its last visitor.
    pub(super) fn last_transfer(&self) -> Option<&str> {
        self.last_transfer.as_deref()
    }

    /// Seconds for which the call can still be undone with one key.
    pub(super) fn undo_left(&self, now: Instant) -> u8 {
        let visitor = self.visitor().map(|visitor| visitor.id);
        let undo = self.undo.filter(|undo| Some(undo.ticket) == visitor);
        undo.map_or(0, |undo| {
            seconds_left(undo.until.saturating_duration_since(now), Duration::ZERO)
        })
    }
}
