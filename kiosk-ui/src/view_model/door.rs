//! The door to the menu for staff: hidden, and slow to guess.

use super::effect::Effect;
use super::kiosk::Kiosk;
use super::message::{Corner, PinKey};
use super::staff::Staff;
use super::step::Step;
use std::fmt;
use std::time::{Duration, Instant};

const LONGEST_PIN: usize = 12;
/// The second corner is held so soon after the first.
const KNOCK: Duration = Duration::from_secs(10);
/// After the first wrong PIN the door is shut for so long; each further one doubles it.
const SHUT_FOR: Duration = Duration::from_secs(1);
/// So often.
const MOST_DOUBLINGS: u32 = 8;

/// A PIN on its way to be checked. It has no words for a log.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Pin(pub String);

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pin(…)")
    }
}

/// What the door remembers when nobody stands before it.
#[derive(Default)]
pub(super) struct Door {
    /// There is a PIN: without one the door does not open.
    pub has_pin: bool,
    knocked: Option<Instant>,
    wrong: u32,
    shut_until: Option<Instant>,
}

impl Door {
    fn shut_for(&self, now: Instant) -> Duration {
        self.shut_until
            .map_or(Duration::ZERO, |until| until.saturating_duration_since(now))
    }

    fn is_wrong(&mut self, now: Instant) {
        let doublings = self.wrong.min(MOST_DOUBLINGS);
        self.wrong += 1;
        self.shut_until = Some(now + SHUT_FOR * 2_u32.pow(doublings));
    }

    /// Seconds until another PIN may be tried.
    pub fn opens_in(&self, now: Instant) -> u32 {
        let left = self.shut_for(now).as_millis().div_ceil(1000);
        u32::try_from(left).unwrap_or(u32::MAX)
    }
}

impl Kiosk {
    /// One hidden corner after the other leads to the door. Nobody's number is covered by it.
    pub(super) fn corner_held(&mut self, corner: Corner, now: Instant) {
        if corner == Corner::First {
            self.door.knocked = Some(now);
            return;
        }
        let first = self.door.knocked.take();
        let soon = first.is_some_and(|first| now.saturating_duration_since(first) < KNOCK);
        let busy = self.path.last().is_some_and(Step::stays);
        if self.door.has_pin && soon && !busy {
            self.end_visit(now);
            self.path.push(Step::Staff(Staff::at_the_door()));
        }
    }

    pub(super) fn type_pin(&mut self, key: &PinKey) {
        let Some(Staff::Door {
            pin: Pin(pin),
            checking: false,
        }) = self.staff_mut()
        else {
            return;
        };
        match key {
            PinKey::Digit(digit) if pin.len() < LONGEST_PIN => pin.push(*digit),
            PinKey::Digit(_) => {}
            PinKey::Erase => drop(pin.pop()),
            PinKey::Clear => pin.clear(),
        }
    }

    /// What was typed is to be checked; one at a time, and not while the door is shut.
    pub(super) fn enter(&mut self, now: Instant) -> Option<Effect> {
        let shut = !self.door.shut_for(now).is_zero();
        match self.staff_mut() {
            Some(Staff::Door { pin, checking }) if !shut && !*checking => {
                *checking = true;
                Some(Effect::CheckPin(std::mem::take(pin)))
            }
            _ => None,
        }
    }

    /// Whether the PIN was the one.
    pub(super) fn pin_checked(&mut self, right: bool, now: Instant) {
        let Some(staff @ Staff::Door { checking: true, .. }) = self.staff_mut() else {
            return;
        };
        *staff = if right {
            Staff::inside()
        } else {
            Staff::at_the_door()
        };
        if right {
            self.door.wrong = 0;
        } else {
            self.door.is_wrong(now);
        }
        self.arrive(now);
    }
}
