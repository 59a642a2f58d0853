//! What staff are told of this kiosk, and a visitor's call for them.

use super::effect::Effect;
use super::kiosk::Kiosk;
use queue_protocol::{KioskState, PaperSupply};
use std::time::{Duration, Instant};
use ticket_printer::{Cause, PaperLevel};

/// Nobody waits longer than this for a member of staff.
const CALL: Duration = Duration::from_secs(300);

/// So many refused numbers are told.
const MOST_REFUSED: usize = 8;

/// A visitor's call for staff. It outlives the visit: who waits for help does not touch the screen.
#[derive(Default)]
pub(super) struct Help {
    since: Option<Instant>,
}

/// How the call stands, as the button says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    /// Nobody calls.
    Idle,
    /// Staff were told.
    Told,
    /// Somebody is on the way.
    Coming,
}

/// What the voice can do.
pub(super) struct VoiceState {
    /// There is a sound device.
    pub heard: bool,
    /// Names can be spoken, not only fixed texts.
    pub names: bool,
}

impl Default for VoiceState {
    /// Nothing is known to be wrong.
    fn default() -> Self {
        Self {
            heard: true,
            names: true,
        }
    }
}

impl Help {
    /// Calls, or takes the call back.
    pub fn toggle(&mut self, now: Instant) {
        self.since = if self.is_wanted(now) { None } else { Some(now) };
    }

    fn is_wanted(&self, now: Instant) -> bool {
        self.since
            .is_some_and(|since| now.saturating_duration_since(since) < CALL)
    }
}

impl Kiosk {
    pub(super) fn call(&self, now: Instant) -> Call {
        let coming = self
            .hall
            .frame()
            .is_some_and(|frame| frame.view.staff_coming);
        if !self.help.is_wanted(now) {
            Call::Idle
        } else if coming {
            Call::Coming
        } else {
            Call::Told
        }
    }

    fn condition(&self, now: Instant) -> KioskState {
        let health = self.papers.health;
        KioskState {
            calls_staff: self.help.is_wanted(now),
            hurried: self.pace.is_hurried(now),
            silent: !self.voice.heard,
            disk_fails: self.hall.book.fails,
            refused: self.refused_today(now),
            paper: match (health.trouble, health.paper) {
                (Some(Cause::PaperOut), _) | (_, PaperLevel::Out) => PaperSupply::Out,
                (_, PaperLevel::NearEnd) => PaperSupply::NearEnd,
                (_, PaperLevel::Enough) => PaperSupply::Enough,
                (_, PaperLevel::Unknown) => PaperSupply::Unknown,
            },
            trouble: health.trouble.map(|cause| cause.code().to_owned()),
        }
    }

    /// The newest numbers of today that the service will never take.
    fn refused_today(&self, now: Instant) -> Vec<String> {
        let today = self.hall.time(now).map(|time| time.date_naive());
        let refused = self.hall.book.refused();
        let refused = refused.filter(|ticket| Some(ticket.arrived_at().date_naive()) == today);
        let mut numbers: Vec<String> = refused
            .map(|ticket| ticket.request.number.clone())
            .collect();
        numbers.split_off(numbers.len().saturating_sub(MOST_REFUSED))
    }

    /// What staff do not know yet; nothing while numbers are to be handed in.
    pub(super) fn tell(&mut self, now: Instant) -> Option<Effect> {
        let condition = self.condition(now);
        let wanted = (!self.hall.book.has_pending()).then_some(condition);
        if wanted == self.told {
            return None;
        }
        self.told.clone_from(&wanted);
        Some(wanted.map_or(Effect::Hush, Effect::Tell))
    }
}
