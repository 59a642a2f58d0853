//! A word looked up in the vocabulary: the terms that it may stand for.

use std::ops::Range;

use super::vocabulary::{TermId, Vocabulary};
use super::word::Word;

/// Words shorter than this are never corrected: nearly every short syllable is one slip away from
/// others.
const CORRECTED_FROM: usize = 4;

/// A word that is searched for.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) word: Word,
    whole: Range<TermId>,
    /// All terms that begin with the word, `whole` first; of a synonym's meaning only the whole
    /// ones.
    beginning: Range<TermId>,
    /// Terms one slip away, ascending; filled only when nothing else was found.
    near: Vec<TermId>,
    /// Its beginnings do not count: the words around it are guessed already.
    whole_only: bool,
}

/// How well a term answers a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Whole,
    Beginning,
    Near,
}

impl Asked {
    /// A word that a visitor typed, perhaps only its beginning.
    pub(super) fn typed(word: Word, vocabulary: &Vocabulary) -> Self {
        let beginning = vocabulary.beginning(&word.folded);
        Self {
            beginning,
            ..Self::in_full(word, vocabulary)
        }
    }

    /// A word that must be found whole.
    pub(super) fn in_full(word: Word, vocabulary: &Vocabulary) -> Self {
        let whole = vocabulary.whole(&word.folded);
        Self {
            word,
            beginning: whole.clone(),
            whole,
            near: Vec::new(),
            whole_only: false,
        }
    }

    pub(super) fn is_known(&self) -> bool {
        !self.beginning.is_empty()
    }

    pub(super) fn is_known_whole(&self) -> bool {
        !self.whole.is_empty()
    }

    /// Whether a slip may be looked for in this word: letters only, and enough of them.
    pub(super) fn may_be_mistyped(&self) -> bool {
        let folded = &self.word.folded;
        folded.chars().nth(CORRECTED_FROM - 1).is_some() && folded.chars().all(char::is_alphabetic)
    }

    pub(super) fn is_corrected(&self) -> bool {
        !self.near.is_empty()
    }

    pub(super) fn correct(&mut self, vocabulary: &Vocabulary) {
        self.near = vocabulary.near(&self.word);
    }

    pub(super) fn leave_uncorrected(&mut self) {
        self.near.clear();
    }

    pub(super) fn insist_on_whole(&mut self, insist: bool) {
        self.whole_only = insist;
    }

    /// The runs of terms that answer this word.
    pub(super) fn runs(&self) -> impl Iterator<Item = Range<TermId>> {
        let near = self.near.iter().map(|&term| term..term + 1);
        let known = if self.whole_only {
            &self.whole
        } else {
            &self.beginning
        };
        std::iter::once(known.clone()).chain(near)
    }

    pub(super) fn answer(&self, term: TermId) -> Option<Answer> {
        if self.whole.contains(&term) {
            Some(Answer::Whole)
        } else if !self.whole_only && self.beginning.contains(&term) {
            Some(Answer::Beginning)
        } else if self.near.binary_search(&term).is_ok() {
            Some(Answer::Near)
        } else {
            None
        }
    }
}
