//! A word folded for finding, its accents kept apart for ranking.

use unicode_normalization::char::is_combining_mark;

use super::typo::within_one_slip;
use crate::fold::{clean, fold, y_as_i};
use crate::tone::{Tone, lift_tone};

/// One word of a name or a query. The order groups all spellings of one folded form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Word {
    pub(super) folded: Box<str>,
    /// Lower-case letters without the tone: `đât` for `Đất`.
    shape: Box<str>,
    tone: Tone,
}

impl Word {
    fn new(raw: &str) -> Option<Self> {
        let folded = fold(raw);
        let (letters, tone) = lift_tone(raw);
        let shape: String = y_as_i(letters.chars()).collect();
        (!folded.is_empty()).then(|| Self {
            folded: folded.into(),
            shape: shape.into(),
            tone,
        })
    }

    /// The same word in another folded spelling, without accents.
    pub(super) fn respelt(folded: String) -> Self {
        let folded: Box<str> = folded.into();
        Self {
            shape: folded.clone(),
            folded,
            tone: Tone::Level,
        }
    }

    /// Whether the visitor typed any accent.
    pub(super) fn is_accented(&self) -> bool {
        self.tone != Tone::Level || self.shape != self.folded
    }

    /// Whether the accents typed are those of `term`. Until a tone is typed, which is done last, the
    /// tone and plain letters say nothing.
    pub(super) fn agrees_with(&self, term: &Word) -> bool {
        let lenient = self.tone == Tone::Level;
        let mut letters = self.shape.chars().zip(term.shape.chars());
        self.may_have_tone_of(term)
            && letters.all(|(typed, known)| typed == known || (lenient && typed.is_ascii()))
    }

    /// Whether this may be `term` with one slip of the finger; accents, if typed, must be right.
    pub(super) fn is_slip_for(&self, term: &Word) -> bool {
        if self.is_accented() {
            self.may_have_tone_of(term) && within_one_slip(&self.shape, &term.shape)
        } else {
            within_one_slip(&self.folded, &term.folded)
        }
    }

    fn may_have_tone_of(&self, term: &Word) -> bool {
        self.tone == Tone::Level || self.tone == term.tone
    }
}

/// The words of a text with their clean spelling: runs of letters, digits and the marks on them.
pub(super) fn words(text: &str) -> Vec<(String, Word)> {
    let separates = |c: char| !c.is_alphanumeric() && !is_combining_mark(c);
    clean(text)
        .split(separates)
        .filter_map(|raw| Some((raw.to_owned(), Word::new(raw)?)))
        .collect()
}
