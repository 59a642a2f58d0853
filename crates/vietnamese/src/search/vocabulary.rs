//! The distinct words of all texts, sorted, so that a word or a prefix is one range of them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::word::Word;

/// A term's place in the vocabulary.
pub(super) type TermId = u32;

/// The terms in the order of their folded form; spellings that differ in accents stand side by
/// side.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    terms: Vec<Term>,
}

#[derive(Debug)]
struct Term {
    word: Word,
    /// Lower case, NFC, as it stood in the first text that has it.
    spelling: Box<str>,
}

impl Vocabulary {
    pub(super) fn of<'a>(words: impl Iterator<Item = &'a (String, Word)>) -> Self {
        let mut spellings = BTreeMap::new();
        for (raw, word) in words {
            spellings.entry(word).or_insert(raw);
        }
        let terms = spellings.into_iter().map(|(word, raw)| Term {
            word: word.clone(),
            spelling: raw.to_lowercase().into(),
        });
        Self {
            terms: terms.collect(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.terms.len()
    }

    pub(super) fn id_of(&self, word: &Word) -> Option<TermId> {
        self.terms
            .binary_search_by(|term| term.word.cmp(word))
            .ok()
            .map(term_id)
    }

    pub(super) fn word(&self, id: TermId) -> &Word {
        &self.terms[id as usize].word
    }

    pub(super) fn spelling(&self, id: TermId) -> &str {
        &self.terms[id as usize].spelling
    }

    /// The terms that are `folded` whole.
    pub(super) fn whole(&self, folded: &str) -> Range<TermId> {
        self.range(folded, |term| term == folded)
    }

    /// The terms that begin with `folded`; those that are it whole stand first.
    pub(super) fn beginning(&self, folded: &str) -> Range<TermId> {
        self.range(folded, |term| term.starts_with(folded))
    }

    /// The terms that `word` may be a slip for, ascending.
    pub(super) fn near(&self, word: &Word) -> Vec<TermId> {
        let terms = self.terms.iter().enumerate();
        let near = terms.filter(|(_, term)| word.is_slip_for(&term.word));
        near.map(|(at, _)| term_id(at)).collect()
    }

    fn range(&self, from: &str, belongs: impl Fn(&str) -> bool) -> Range<TermId> {
        let start = self.terms.partition_point(|term| *term.word.folded < *from);
        let length = self.terms[start..].partition_point(|term| belongs(&term.word.folded));
        term_id(start)..term_id(start + length)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "terms are counted in thousands"
)]
fn term_id(place: usize) -> TermId {
    place as TermId
}
