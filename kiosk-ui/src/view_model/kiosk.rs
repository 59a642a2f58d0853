//! The state machine of the visitor's screen.

use super::alone::Remembered;
use super::asking::{Waiting, waiting};
use super::condition::{Help, VoiceState};
use super::door::Door;
use super::effect::Effect;
use super::hall::{Hall, Standing};
use super::message::{Message, StaffTouch, Touch};
use super::pace::Pace;
use super::papers::Papers;
use super::staff::Trials;
use super::step::Step;
use super::visit::Visit;
use queue_protocol::{KioskState, Language};
use std::time::{Duration, Instant};
use ticket_printer::PrinterEvent;

/// A new screen takes no touch for so long: the second half of a double tap was meant for the one before.
const SETTLING: Duration = Duration::from_millis(500);

/// One kiosk. See the module for what is always true.
pub struct Kiosk {
    /// Those that a visitor may choose.
    pub(super) languages: Vec<Language>,
    pub(super) hall: Hall,
    pub(super) visit: Visit,
    /// The screens since the first one, the last is shown.
    pub(super) path: Vec<Step>,
    pub(super) papers: Papers,
    pub(super) attempts: u64,
    pub(super) pace: Pace,
    pub(super) help: Help,
    pub(super) door: Door,
    pub(super) trials: Trials,
    pub(super) remembered: Remembered,
    pub(super) voice: VoiceState,
    /// What staff know of this kiosk.
    pub(super) told: Option<KioskState>,
    /// When somebody was last noticed.
    pub(super) touched: Instant,
    /// When the screen, or the question over it, came up.
    pub(super) arrived: Instant,
    /// The question whether anybody is there stands over the screen.
    warns: bool,
}

impl Kiosk {
    /// A kiosk that has heard nothing yet, and offers these languages.
    #[must_use]
    pub fn new(languages: &[Language], now: Instant) -> Self {
        Self {
            languages: languages.to_vec(),
            hall: Hall::new(),
            visit: Visit::default(),
            path: Vec::new(),
            papers: Papers::default(),
            attempts: 0,
            pace: Pace::default(),
            help: Help::default(),
            door: Door::default(),
            trials: Trials::default(),
            remembered: Remembered::default(),
            told: Some(KioskState::default()),
            voice: VoiceState::default(),
            touched: now,
            arrived: now,
            warns: false,
        }
    }

    /// The visitor's wishes about the screen.
    #[must_use]
    pub const fn visit(&self) -> Visit {
        self.visit
    }

    /// Takes what happened at `now`, and gives what is to be done about it.
    pub fn update(&mut self, message: Message, now: Instant) -> Vec<Effect> {
        self.hall.look(now);
        let mut effects = self.react(message, now);
        self.hall.look(now);
        effects.extend(self.end_of_trials());
        effects.extend(self.remember());
        effects.extend(self.tell(now));
        effects
    }

    fn react(&mut self, message: Message, now: Instant) -> Vec<Effect> {
        match message {
            Message::Tick => self.tick(now),
            Message::Touch(touch) => return self.touch(touch, now),
            Message::Scanned(scan) => self.scanned(&scan, now),
            Message::View(view) => {
                self.hall.hear(view);
                return self.order_reprints(now);
            }
            Message::Centre(centre) => {
                // What was chosen from another catalogue may not be there any more.
                if !self.path.last().is_some_and(Step::stays) {
                    self.path.clear();
                }
                self.hall.centre = Some(centre);
                return self.order_reprints(now);
            }
            Message::OldCentre(centre) => {
                self.hall.centre.get_or_insert(centre);
            }
            Message::Recalled(kept) => return self.recall(kept, now),
            Message::Issued { attempt, answer } => return self.answered(attempt, answer, now),
            Message::Unanswered { attempt, key } => return self.unanswered(attempt, key, now),
            Message::Remembered(stored) => self.hall.book.fails = !stored,
            Message::Kept { key, stored } => {
                self.hall.book.fails = !stored;
                return self.kept(&key, stored, now);
            }
            Message::GivenUpKept { key, stored } => {
                self.hall.book.fails = !stored;
                self.kept_given_up(&key, stored, now);
            }
            Message::GivenUp { key } => return self.told_given_up(&key).into_iter().collect(),
            Message::ReprintKept(ticket) => {
                self.papers.reprint_kept(ticket);
                return self.order_reprints(now);
            }
            Message::HandedIn { key, answer } => return self.handed_in(&key, answer),
            Message::Cancelled { number, answer } => self.given_up(&number, answer, now),
            Message::HasPin => self.door.has_pin = true,
            Message::PinChecked(right) => self.pin_checked(right, now),
            Message::ReprintAnswered(taken) => self.reprint_answered(taken),
            Message::Voice { heard, names } => self.voice = VoiceState { heard, names },
            Message::Printer(PrinterEvent::Health(health)) => self.papers.health = health,
            Message::Printer(PrinterEvent::Job { id, state }) => {
                self.paper_is(id, state, now);
                self.sample_is(id, state);
                let report = self.papers.job_is(id, state);
                return report.map_or_else(Vec::new, |report| self.paper_ended(report));
            }
            Message::Reported { job, accepted } => {
                let reprinted = self.reported(job, accepted, now);
                let told = self.paper_reported(job);
                return reprinted.into_iter().chain(told).collect();
            }
        }
        Vec::new()
    }

    fn tick(&mut self, now: Instant) {
        self.lose_patience(now);
        let warns = self.warning(now).is_some();
        if warns && !self.warns {
            self.arrived = now;
        }
        self.warns = warns;
    }

    fn touch(&mut self, touch: Touch, now: Instant) -> Vec<Effect> {
        self.touched = now;
        match touch {
            Touch::Anywhere => {}
            Touch::MoreTime => self.visit.unhurried = true,
            Touch::Language(language) => self.visit.language = language,
            Touch::LargeText => self.visit.large_text = !self.visit.large_text,
            Touch::HighContrast => self.visit.high_contrast = !self.visit.high_contrast,
            Touch::LowReach => self.visit.low_reach = !self.visit.low_reach,
            Touch::Aloud => self.visit.aloud = !self.visit.aloud,
            Touch::Corner(corner) => self.corner_held(corner, now),
            Touch::CallStaff => self.help.toggle(now),
            Touch::Key(_) | Touch::Keys(_) | Touch::NextFound(_) | Touch::PreviousFound => {
                self.find(&touch);
            }
            Touch::Staff(StaffTouch::Pin(key)) => self.type_pin(&key),
            _ if now.saturating_duration_since(self.arrived) < SETTLING => {}
            Touch::Home if self.can_go_home(now) => self.go_home(now),
            Touch::Back | Touch::LeaveFind if self.can_go_back(now) => self.go_back(now),
            Touch::Staff(touch) => return self.staff_touch(touch, now).into_iter().collect(),
            Touch::Leave | Touch::Done => self.end_visit(now),
            Touch::TryAgain => self.try_again(now),
            Touch::WaitOn => self.wait_on(now),
            Touch::Cancel => self.ask_about_cancelling(true, now),
            Touch::KeepTicket => self.ask_about_cancelling(false, now),
            Touch::GiveUpTicket => return self.give_up_ticket().into_iter().collect(),
            _ if !self.is_ready(now) => {}
            Touch::Ordinary => return self.take_number(None, now),
            Touch::Priority(class) => return self.take_number(Some(class), now),
            choice => self.choose(choice, now),
        }
        Vec::new()
    }

    pub(super) fn is_ready(&self, now: Instant) -> bool {
        matches!(self.hall.standing(now), Standing::Ready { .. })
    }

    pub(super) fn can_go_back(&self, now: Instant) -> bool {
        match self.path.last() {
            None => false,
            Some(Step::Staff(_)) => true,
            Some(step) => !step.is_about_a_number() && self.is_ready(now),
        }
    }

    pub(super) fn can_go_home(&self, now: Instant) -> bool {
        match self.path.last() {
            None => false,
            Some(Step::Asking { since, .. }) => waiting(*since, now) == Waiting::Slow,
            Some(step) => step.stays() || self.is_ready(now),
        }
    }

    fn go_back(&mut self, now: Instant) {
        if matches!(self.path.last(), Some(Step::Staff(_))) {
            self.staff_go_back(now);
        } else {
            self.path.pop();
        }
        self.arrived = now;
    }

    fn go_home(&mut self, now: Instant) {
        if matches!(
            self.path.last(),
            Some(Step::Issued(_) | Step::Cancelled { .. } | Step::Staff(_))
        ) {
            self.end_visit(now);
        } else {
            self.path.clear();
            self.arrived = now;
        }
    }

    /// The next visitor finds the first screen as it always is.
    pub(super) fn end_visit(&mut self, now: Instant) {
        self.visit = Visit::default();
        self.path.clear();
        self.arrive(now);
    }

    /// Another screen came up.
    pub(super) fn arrive(&mut self, now: Instant) {
        self.arrived = now;
        self.touched = now;
    }

    fn order_reprints(&mut self, now: Instant) -> Vec<Effect> {
        match &self.hall.centre {
            Some(centre) => self.papers.reprints(self.hall.view(), centre, now),
            None => Vec::new(),
        }
    }
}
