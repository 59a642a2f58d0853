//! Answers that stand on lines of their own: up and down choose the line, left and right change it.

use super::step;
use crate::view_model::{Class, Desk, Key};
use queue_protocol::{Language, OfficerReason, Purpose};

/// What one line asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// What for?
    Purpose,
    /// With which declared class, if any?
    Priority,
    /// In which language?
    Language,
    /// Printed where, or read out?
    Paper,
    /// As which class?
    Class,
    /// At which kiosk?
    Kiosk,
    /// Why?
    Reason,
    /// To which queue?
    Service,
}

/// Why an officer changes priority.
const REASONS: [OfficerReason; 5] = [
    OfficerReason::Proof,
    OfficerReason::Need,
    OfficerReason::Asked,
    OfficerReason::Mistake,
    OfficerReason::Other,
];

/// The answers so far, and the line that the arrows are on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// What for.
    pub purpose: Purpose,
    /// A class of priority.
    pub class: Option<Class>,
    /// In which language.
    pub language: Language,
    /// A kiosk's device id.
    pub kiosk: Option<u32>,
    /// Why.
    pub reason: OfficerReason,
    /// A queue's code.
    pub service: Option<String>,
    line: usize,
}

impl Answers {
    /// The usual answers: nothing declared, nothing printed.
    pub(super) const fn new(purpose: Purpose) -> Self {
        Self {
            purpose,
            class: None,
            language: Language::VI,
            kiosk: None,
            reason: OfficerReason::Proof,
            service: None,
            line: 0,
        }
    }

    /// The place of the line that the arrows are on.
    #[must_use]
    pub fn line(&self, lines: &[Asked]) -> usize {
        self.line.min(lines.len().saturating_sub(1))
    }

    /// Goes back to the first line.
    pub(super) const fn rewind(&mut self) {
        self.line = 0;
    }

    /// Takes an arrow; `purposes` are those of the service asked for.
    pub(super) fn key(&mut self, key: Key, lines: &[Asked], purposes: &[Purpose], desk: &Desk) {
        let at = self.line(lines);
        match key {
            Key::Up => self.line = at.saturating_sub(1),
            Key::Down => self.line = (at + 1).min(lines.len().saturating_sub(1)),
            Key::Left => self.turn(lines.get(at), -1, purposes, desk),
            Key::Right => self.turn(lines.get(at), 1, purposes, desk),
            _ => {}
        }
    }

    /// A click on a line changes it to the next answer, round again after the last.
    pub(super) fn click(
        &mut self,
        place: usize,
        lines: &[Asked],
        purposes: &[Purpose],
        desk: &Desk,
    ) {
        self.line = place;
        let before = self.clone();
        self.turn(lines.get(place), 1, purposes, desk);
        if *self == before {
            let first = Self::new(purposes.first().copied().unwrap_or(self.purpose));
            match lines.get(place) {
                Some(Asked::Purpose) => self.purpose = first.purpose,
                Some(Asked::Priority | Asked::Class) => self.class = first.class,
                Some(Asked::Language) => self.language = first.language,
                Some(Asked::Paper | Asked::Kiosk) => self.kiosk = first.kiosk,
                Some(Asked::Reason) => self.reason = first.reason,
                Some(Asked::Service) => self.service = first.service,
                None => {}
            }
            self.complete(lines, desk);
        }
    }

    /// Puts the first possible answer where one is needed.
    pub(super) fn complete(&mut self, lines: &[Asked], desk: &Desk) {
        if lines.contains(&Asked::Class) && self.class.is_none() {
            self.class = classes(desk).next();
        }
        if lines.contains(&Asked::Service) && self.service.is_none() {
            self.service = served_today(desk).next();
        }
        if lines.contains(&Asked::Kiosk) && self.kiosk.is_none() {
            self.kiosk = kiosks(desk).next();
        }
    }

    /// Puts another queue in the place of `own`.
    pub(super) fn leave(&mut self, own: &str, desk: &Desk) {
        if self.service.as_deref() == Some(own) {
            let other = served_today(desk).find(|code| code != own);
            self.service = other.or(self.service.take());
        }
    }

    fn turn(&mut self, line: Option<&Asked>, by: i8, purposes: &[Purpose], desk: &Desk) {
        match line {
            Some(Asked::Purpose) => self.purpose = step(purposes, self.purpose, by),
            Some(Asked::Priority) => {
                let all: Vec<_> = std::iter::once(None)
                    .chain(classes(desk).map(Some))
                    .collect();
                self.class = neighbour(&all, &self.class, by);
            }
            Some(Asked::Class) => {
                let all: Vec<_> = classes(desk).map(Some).collect();
                self.class = neighbour(&all, &self.class, by);
            }
            Some(Asked::Language) => self.language = step(Language::shipped(), self.language, by),
            Some(Asked::Paper) => {
                let all: Vec<_> = std::iter::once(None)
                    .chain(kiosks(desk).map(Some))
                    .collect();
                self.kiosk = step(&all, self.kiosk, by);
            }
            Some(Asked::Kiosk) => {
                let all: Vec<_> = kiosks(desk).map(Some).collect();
                self.kiosk = step(&all, self.kiosk, by);
            }
            Some(Asked::Reason) => self.reason = step(&REASONS, self.reason, by),
            Some(Asked::Service) => {
                let all: Vec<_> = served_today(desk).map(Some).collect();
                self.service = neighbour(&all, &self.service, by);
            }
            None => {}
        }
    }
}

/// The queues that still go on today.
fn served_today(desk: &Desk) -> impl Iterator<Item = String> {
    let services = desk.services().iter();
    let served = services.filter(|service| desk.served_today(&service.code));
    served.map(|service| service.code.clone())
}

fn classes(desk: &Desk) -> impl Iterator<Item = Class> {
    desk.classes().iter().map(|class| Class(class.code.clone()))
}

/// The kiosks that can be reached now.
fn kiosks(desk: &Desk) -> impl Iterator<Item = u32> {
    let kiosks = desk.kiosks().iter().filter(|kiosk| kiosk.connected);
    kiosks.map(|kiosk| kiosk.device)
}

fn neighbour<T: PartialEq + Clone>(items: &[T], current: &T, by: i8) -> T {
    let places: Vec<usize> = (0..items.len()).collect();
    let at = items.iter().position(|item| item == current);
    let moved = at.map_or(0, |at| step(&places, at, by));
    items.get(moved).unwrap_or(current).clone()
}
