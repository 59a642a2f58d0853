//! Where the keys of the keypad stand, and when something is said.

use super::heard::{Choice, Heard, Spot};
use super::speech::{Said, Speech};
use crate::view_model::Touch;
use crate::view_model::page::Page;
use queue_protocol::Language;

/// A key of the keypad.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PadKey {
    /// To the choice before.
    Previous,
    /// To the next choice.
    Next,
    /// Takes the choice.
    Choose,
    /// To the screen before.
    Back,
}

/// Reads pages aloud while their visitor wants that.
#[derive(Debug, Default)]
pub struct Reader {
    reads: bool,
    language: Language,
    heard: Heard,
    /// Which choice the keys stand on.
    at: usize,
}

impl Reader {
    /// A page is shown: gives what is to be said now. Nothing new is said of a screen that stands.
    pub fn see(&mut self, page: &Page) -> Option<Speech> {
        let was_reading = std::mem::replace(&mut self.reads, page.frame.aloud);
        if !self.reads {
            return was_reading.then(Speech::default);
        }
        let language = std::mem::replace(&mut self.language, page.frame.language);
        let before = std::mem::replace(&mut self.heard, Heard::page(page));
        let same_list = spots(&before) == spots(&self.heard);
        if was_reading && language == self.language && before.about == self.heard.about && same_list
        {
            // A call for staff changes the name of its button.
            let name = |heard: &Heard| heard.choices.get(self.at).map(|choice| choice.name.clone());
            let renamed = name(&before) != name(&self.heard);
            return renamed.then(|| self.go_to(self.at).1).flatten();
        }
        self.at = 0;
        Some(self.all())
    }

    /// A key was pressed on the page that was seen last: gives what it does, and what is to be said at once. The first
    /// key of a visitor has the screen read.
    pub fn press(&mut self, key: PadKey, page: &Page) -> (Touch, Option<Speech>) {
        if !self.reads {
            return (Touch::Aloud, None);
        }
        let count = self.heard.choices.len().max(1);
        match key {
            PadKey::Next => self.go_to((self.at + 1) % count),
            PadKey::Previous => self.go_to((self.at + count - 1) % count),
            PadKey::Choose => match self.choice() {
                Some(Choice {
                    touch: Some(touch), ..
                }) => (touch.clone(), None),
                Some(choice) if choice.spot != Spot::HearAgain => self.go_to(self.at),
                _ => (Touch::Anywhere, Some(self.all())),
            },
            // A question is answered by the choice that loses nothing.
            PadKey::Back if page.question.is_some() => {
                let first = self.heard.choices.first();
                let touch = first.and_then(|choice| choice.touch.clone());
                (touch.unwrap_or(Touch::Anywhere), None)
            }
            PadKey::Back if page.frame.can_go_back => (Touch::Back, None),
            PadKey::Back => (Touch::Anywhere, Some(self.all())),
        }
    }

    /// The choice that a key would take, to be shown; none while nothing is read.
    #[must_use]
    pub fn spot(&self) -> Option<Spot> {
        self.choice()
            .filter(|_| self.reads)
            .map(|choice| choice.spot)
    }

    fn choice(&self) -> Option<&Choice> {
        self.heard.choices.get(self.at)
    }

    fn go_to(&mut self, at: usize) -> (Touch, Option<Speech>) {
        self.at = at;
        let said = self.choice().map(|choice| {
            let pieces = choice.name.iter().chain(&choice.more);
            self.say(pieces.cloned().collect())
        });
        (Touch::Anywhere, said)
    }

    /// What the screen is about, and the names of all its choices.
    fn all(&self) -> Speech {
        let Heard {
            about,
            more,
            choices,
        } = &self.heard;
        // The list of classes has told its lines already.
        let told = |choice: &&Choice| !matches!(choice.spot, Spot::Class(_));
        let names = choices.iter().filter(told).flat_map(|choice| &choice.name);
        self.say(about.iter().chain(more).chain(names).cloned().collect())
    }

    const fn say(&self, said: Vec<Said>) -> Speech {
        Speech {
            language: self.language,
            said,
        }
    }
}

fn spots(heard: &Heard) -> Vec<(Spot, Option<&Touch>)> {
    let choices = heard.choices.iter();
    choices
        .map(|choice| (choice.spot, choice.touch.as_ref()))
        .collect()
}
