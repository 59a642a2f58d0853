//! Keys and clicks: from a press to an errand.

use super::command::Command;
use super::desk::{Desk, Draft, Errand, Note};
use super::dialog::{Choice, Dialog, Group};
use super::key::Meaning;
use super::sign_in::Typed;
use super::{Button, Field, Key, Verb};
use queue_client::View;
use queue_protocol::{Language, Outcome};
use tokio::time::Instant;

/// The most dossiers one visit is counted with.
const MOST_DOSSIERS: u16 = 99;

impl Desk {
    /// Takes a key; `false` leaves it to the element that has the focus.
    pub fn key(&mut self, key: Key, now: Instant) -> bool {
        if !self.signed_in() {
            self.sign_in_key(key, now);
            return true;
        }
        if let Some(mut dialog) = self.dialog.take() {
            match key {
                Key::Escape => {}
                Key::Enter => {
                    self.dialog = Some(dialog);
                    self.confirm(now);
                }
                _ => {
                    dialog.key(key, self);
                    self.dialog = Some(dialog);
                    self.look_up();
                }
            }
            return true;
        }
        match key.at_the_desk() {
            Some(Meaning::Press(button)) => self.press(button, now),
            Some(Meaning::Choose(outcome)) => self.choose(outcome),
            Some(Meaning::Dossiers(by)) => self.count_dossiers(by),
            Some(Meaning::Dismiss) => self.note = None,
            None => return false,
        }
        true
    }

    /// Presses a button. While a command runs nothing is taken.
    pub fn press(&mut self, button: Button, now: Instant) {
        if self.command.is_some() {
            return;
        }
        let asks = button == Button::CallNext && self.closes_with_held();
        let button = if asks && self.visitor().is_none() {
            Button::Close
        } else {
            button
        };
        let why = self.why_not(button, now);
        let verbs = self.verbs(button);
        self.note = why.map(|why| Note::Off(button, why));
        if why.is_some() {
            return;
        }
        if let Some(dialog) = Dialog::of(button, self, now) {
            self.bar = false;
            self.dialog = Some(dialog);
            self.look_up();
        } else if button == Button::Bar {
            self.bar = !self.bar;
        } else if button == Button::Page {
            self.lists_page = !self.lists_page;
        } else if button == Button::LastVisitor {
            self.last_visitor = !self.last_visitor;
        } else if let Some(verbs) = verbs {
            self.send(verbs, (button, None), now);
        }
    }

    /// The command of a button that asks nothing, and the one that follows it.
    fn verbs(&self, button: Button) -> Option<(Verb, Option<Verb>)> {
        let verb = match button {
            Button::CallNext => {
                let next = if self.last_visitor {
                    Verb::Close
                } else {
                    Verb::CallNext
                };
                match self.finish() {
                    // Whoever is held here is told of before the counter closes.
                    Some(finish) if self.closes_with_held() => return Some((finish, None)),
                    Some(finish) => return Some((finish, Some(next))),
                    None => next,
                }
            }
            Button::Finish => self.finish()?,
            Button::Recall => Verb::Recall,
            Button::Serve => Verb::Serve,
            Button::NoShow => Verb::NoShow {
                number: self.visitor()?.number.clone(),
            },
            Button::Undo | Button::Return => Verb::Return,
            Button::Pause => Verb::Back,
            Button::Coming => Verb::StaffComing {
                kiosk: self.staff_call()?.device,
            },
            Button::Open => self.open()?,
            _ => return None,
        };
        Some((verb, None))
    }

    fn finish(&self) -> Option<Verb> {
        let number = self.serving()?.number.clone();
        let Draft {
            outcome, dossiers, ..
        } = self.draft?;
        Some(Verb::Finish {
            number,
            outcome,
            dossiers,
        })
    }

    fn open(&self) -> Option<Verb> {
        let officer = self.sign_in.officer()?;
        let take_over = self.holder().is_some();
        Some(Verb::Open {
            officer,
            pin: self.sign_in.pin(),
            take_over,
        })
    }

    pub(super) fn send(
        &mut self,
        verbs: (Verb, Option<Verb>),
        place: (Button, Option<String>),
        now: Instant,
    ) {
        if let Verb::Transfer {
            service,
            number: None,
            ..
        } = &verbs.0
        {
            self.last_transfer = Some(service.clone());
        }
        self.errands
            .push(Errand::Send(self.number, verbs.0.clone()));
        self.command = Some(Command::new(verbs, place, &self.counter, now));
    }

    /// Answers the open question as it stands.
    pub fn confirm(&mut self, now: Instant) {
        let Some(dialog) = self.dialog.take() else {
            return;
        };
        if self.command.is_some() {
            return;
        }
        match dialog.confirm(self, now) {
            Ok(Choice::Verb(verb)) => {
                let row = verb.number().map(str::to_owned);
                self.send((verb, None), (dialog.button(), row), now);
            }
            Ok(Choice::Press(button)) => self.press(button, now),
            Ok(Choice::SwitchLanguage) => {
                self.language = self.language.next_of(Language::shipped());
            }
            Ok(Choice::SaveDay) => self.errands.push(Errand::SaveDay),
            Ok(Choice::Leave) => {}
            // The question stays: its button says why.
            Err(_) => self.dialog = Some(dialog),
        }
    }

    /// Leaves the open question unanswered.
    pub fn cancel(&mut self) {
        self.dialog = None;
    }

    /// A click on a choice of the open question; a menu acts at once.
    pub fn pick(&mut self, group: Group, place: usize, now: Instant) {
        let Some(mut dialog) = self.dialog.take() else {
            return;
        };
        dialog.pick(group, place, self);
        let acts = matches!(dialog, Dialog::Menu(_));
        self.dialog = Some(dialog);
        if acts {
            self.confirm(now);
        }
    }

    /// Asks for the ticket whose number stands in the open question, once.
    fn look_up(&mut self) {
        if let Some(Dialog::Find(find)) = &mut self.dialog
            && let Some(number) = find.ask()
        {
            self.errands.push(Errand::LookUp(number));
        }
    }

    /// Marks a paper as looked at, or not.
    pub fn check_paper(&mut self, place: usize) {
        let bit = u32::try_from(place)
            .ok()
            .and_then(|place| 1_u64.checked_shl(place));
        if let (Some(draft), Some(bit)) = (&mut self.draft, bit) {
            draft.papers ^= bit;
        }
    }

    /// A click on a row of the held visitors or the no-shows.
    pub fn press_row(&mut self, button: Button, number: &str, now: Instant) {
        if self.command.is_some() {
            return;
        }
        self.note = self.why_not(button, now).map(|why| Note::Off(button, why));
        if self.note.is_none() {
            let number = number.to_owned();
            let row = Some(number.clone());
            let verb = match button {
                Button::Resume => Verb::Resume { number },
                _ => Verb::Restore { number },
            };
            self.send((verb, None), (button, row), now);
        }
    }

    /// Chooses what came of the visit.
    pub fn choose(&mut self, outcome: Outcome) {
        if self.serving().is_some()
            && let Some(draft) = &mut self.draft
        {
            draft.outcome = outcome;
        }
    }

    /// Counts dossiers of the visit.
    pub fn count_dossiers(&mut self, by: i8) {
        if self.serving().is_some()
            && let Some(draft) = &mut self.draft
        {
            draft.dossiers = draft
                .dossiers
                .saturating_add_signed(by.into())
                .clamp(1, MOST_DOSSIERS);
        }
    }

    fn sign_in_key(&mut self, key: Key, now: Instant) {
        match self.sign_in.key(key) {
            Typed::Here => {}
            Typed::Counter(number) => self.stand_at(number),
            Typed::Step(by) => self.step_counter(by),
            Typed::Send => {
                if self.sign_in.officer().is_none() {
                    self.sign_in.go_to(Field::Officer);
                }
                self.press(Button::Open, now);
            }
        }
    }

    /// A click on a place of the form.
    pub fn go_to(&mut self, field: Field) {
        self.sign_in.go_to(field);
    }

    /// Goes to the neighbouring counter of the centre.
    pub fn step_counter(&mut self, by: i8) {
        let numbers: Vec<u16> = self.counters().collect();
        self.stand_at(super::dialog::step(&numbers, self.number, by));
    }

    fn counters(&self) -> impl Iterator<Item = u16> {
        let catalogue = self.catalogue.iter();
        catalogue
            .flat_map(|catalogue| &catalogue.counters)
            .map(|counter| counter.number)
    }

    /// Stands at another counter of the centre, before anybody has signed in.
    fn stand_at(&mut self, number: u16) {
        if number == self.number || self.command.is_some() || !self.counters().any(|n| n == number)
        {
            return;
        }
        self.number = number;
        self.counter = View::Never;
        self.note = None;
        self.errands.push(Errand::Follow(number));
    }
}
