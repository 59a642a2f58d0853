//! The menu for staff: what can be tried behind the door.

use super::aloud::{Phrase, Speech};
use super::door::Pin;
use super::effect::Effect;
use super::kiosk::Kiosk;
use super::message::StaffTouch;
use super::step::Step;
use std::time::Instant;
use ticket_printer::{JobState, Slip};

/// Where staff are.
pub(super) enum Staff {
    /// Before the door.
    Door { pin: Pin, checking: bool },
    /// Inside, with what was tried last, and the print job of a sample.
    Menu {
        trial: Option<Trial>,
        sample: Option<u64>,
    },
    /// Sizes and colours.
    Screen,
}

impl Staff {
    pub(super) fn at_the_door() -> Self {
        Self::Door {
            pin: Pin::default(),
            checking: false,
        }
    }

    pub(super) const fn inside() -> Self {
        Self::Menu {
            trial: None,
            sample: None,
        }
    }
}

/// What was tried from the menu, and how it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trial {
    /// The sample slip.
    Print(JobState),
    /// The sound; whoever stands there hears how it went.
    Sound,
    /// A slip was asked for again.
    ReprintAsked,
    /// It comes with the kiosk's view.
    ReprintComes,
    /// It does not.
    ReprintRefused,
    /// Nobody knows; asked for again it is the same slip.
    ReprintUnanswered,
}

impl Trial {
    /// Slips come one at a time.
    fn has_ended(self) -> bool {
        match self {
            Self::Print(state) => state.has_ended(),
            Self::ReprintAsked => false,
            _ => true,
        }
    }
}

/// A slip to be printed again, under a key of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reprint {
    /// The ticket's number.
    pub number: String,
    /// However often the service hears it, it is one slip.
    pub key: String,
}

/// What outlives a visit of staff.
#[derive(Default)]
pub(super) struct Trials {
    /// A reprint whose answer is not known.
    unanswered: Option<Reprint>,
    /// The sound device is held for a trial.
    sound: bool,
}

impl Kiosk {
    pub(super) fn staff_mut(&mut self) -> Option<&mut Staff> {
        match self.path.last_mut() {
            Some(Step::Staff(staff)) => Some(staff),
            _ => None,
        }
    }

    fn trial_mut(&mut self) -> Option<&mut Option<Trial>> {
        match self.staff_mut() {
            Some(Staff::Menu { trial, .. }) => Some(trial),
            _ => None,
        }
    }

    /// A touch behind the door, or at it to open it.
    pub(super) fn staff_touch(&mut self, touch: StaffTouch, now: Instant) -> Option<Effect> {
        if touch == StaffTouch::Enter {
            return self.enter(now);
        }
        let trial = *self.trial_mut()?;
        match touch {
            StaffTouch::TestPrint if trial.is_none_or(Trial::has_ended) => {
                Some(self.print_sample(now))
            }
            StaffTouch::TestSound => Some(self.speak_sample()),
            StaffTouch::Reprint(number) if trial.is_none_or(Trial::has_ended) => {
                self.ask_for_reprint(number, now)
            }
            StaffTouch::Restart => Some(Effect::Restart),
            StaffTouch::ShowScreen => {
                self.path.push(Step::Staff(Staff::Screen));
                self.arrive(now);
                None
            }
            _ => None,
        }
    }

    /// A kiosk that has never heard the time prints the oldest one.
    fn print_sample(&mut self, now: Instant) -> Effect {
        let time = self.hall.time(now).unwrap_or_default();
        let slip = Slip::sample(self.visit.language, time);
        let (job, order) = self.papers.try_out(slip);
        if let Some(Staff::Menu { trial, sample }) = self.staff_mut() {
            *trial = Some(Trial::Print(JobState::Queued));
            *sample = Some(job);
        }
        order
    }

    /// The sample slip went on.
    pub(super) fn sample_is(&mut self, job: u64, state: JobState) {
        if let Some(Staff::Menu { trial, sample }) = self.staff_mut()
            && *sample == Some(job)
            && matches!(trial, Some(Trial::Print(_)))
        {
            *trial = Some(Trial::Print(state));
        }
    }

    fn speak_sample(&mut self) -> Effect {
        if let Some(trial) = self.trial_mut() {
            *trial = Some(Trial::Sound);
        }
        self.trials.sound = true;
        Effect::Speak(Speech {
            language: self.visit.language,
            said: vec![Phrase::Welcome.into()],
        })
    }

    /// Nobody listens any more: the sound device is let go.
    pub(super) fn end_of_trials(&mut self) -> Option<Effect> {
        if !self.trials.sound || self.staff_mut().is_some() {
            return None;
        }
        self.trials.sound = false;
        (!self.visit.aloud).then(|| Effect::Speak(Speech::default()))
    }

    /// After an answer that was lost, the same one.
    fn ask_for_reprint(&mut self, number: String, now: Instant) -> Option<Effect> {
        let time = self.hall.time(now)?.timestamp_millis();
        *self.trial_mut()? = Some(Trial::ReprintAsked);
        let lost = self.trials.unanswered.take();
        let reprint = lost.filter(|lost| lost.number == number);
        let reprint = reprint.unwrap_or_else(|| Reprint {
            key: format!("reprint-{number}-{time}"),
            number,
        });
        self.trials.unanswered = Some(reprint.clone());
        Some(Effect::Reprint(reprint))
    }

    /// What came of it: whether it was taken, where that is known.
    pub(super) fn reprint_answered(&mut self, taken: Option<bool>) {
        if taken.is_some() {
            self.trials.unanswered = None;
        }
        if let Some(trial @ Some(Trial::ReprintAsked)) = self.trial_mut() {
            *trial = Some(match taken {
                Some(true) => Trial::ReprintComes,
                Some(false) => Trial::ReprintRefused,
                None => Trial::ReprintUnanswered,
            });
        }
    }

    /// From sizes and colours to the menu, else out.
    pub(super) fn staff_go_back(&mut self, now: Instant) {
        if let Some(Staff::Screen) = self.staff_mut() {
            self.path.pop();
            self.arrive(now);
        } else {
            self.end_visit(now);
        }
    }
}
