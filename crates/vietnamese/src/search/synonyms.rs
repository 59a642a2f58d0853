//! Abbreviations and popular names, looked up by the words of a query.

use super::asked::Asked;
use super::entry::Synonym;
use super::vocabulary::Vocabulary;
use super::word::words;

/// A half-typed synonym is guessed from this many letters on.
const GUESSED_FROM: usize = 3;

/// The synonyms of an index whose meanings its texts can answer at all.
#[derive(Debug, Default)]
pub(super) struct Synonyms(Vec<Known>);

#[derive(Debug)]
struct Known {
    words: Vec<Box<str>>,
    meanings: Vec<Meaning>,
}

/// One thing a synonym stands for.
#[derive(Debug)]
pub(super) struct Meaning {
    pub(super) text: String,
    pub(super) words: Vec<Asked>,
}

impl Synonyms {
    pub(super) fn of(synonyms: &[Synonym], vocabulary: &Vocabulary) -> Self {
        let known = synonyms.iter().map(|synonym| Known {
            words: words(&synonym.query_folded)
                .into_iter()
                .map(|(_, word)| word.folded)
                .collect(),
            meanings: synonym
                .expands_to
                .iter()
                .filter_map(|text| Meaning::of(text, vocabulary))
                .collect(),
        });
        Self(
            known
                .filter(|known| !known.words.is_empty() && !known.meanings.is_empty())
                .collect(),
        )
    }

    /// Whether some synonym has this word.
    pub(super) fn has_word(&self, folded: &str) -> bool {
        self.0
            .iter()
            .any(|known| known.words.iter().any(|word| **word == *folded))
    }

    /// The meanings of every synonym that `words` begin with, and how many words it takes.
    pub(super) fn at<'a>(&'a self, words: &[&str]) -> impl Iterator<Item = (usize, &'a Meaning)> {
        let taken = |known: &Known| {
            let key = known.words.iter().map(|word| &**word);
            words
                .get(..known.words.len())
                .is_some_and(|run| key.eq(run.iter().copied()))
        };
        self.0
            .iter()
            .filter(move |known| taken(known))
            .flat_map(Known::each_meaning)
    }

    /// The meanings of every synonym of which `words`, all of them, are no more than the beginning.
    pub(super) fn begun_by<'a>(&'a self, words: &[&str]) -> impl Iterator<Item = &'a Meaning> {
        let long_enough =
            words.iter().map(|word| word.chars().count()).sum::<usize>() >= GUESSED_FROM;
        let begun = move |known: &Known| {
            let Some((last, before)) = words.split_last() else {
                return false;
            };
            let key = &known.words;
            let same = before
                .iter()
                .zip(key)
                .all(|(typed, word)| **typed == **word);
            long_enough
                && same
                && key
                    .get(before.len())
                    .is_some_and(|word| word.starts_with(last))
        };
        self.0
            .iter()
            .filter(move |known| begun(known))
            .flat_map(|known| &known.meanings)
    }
}

impl Known {
    fn each_meaning(&self) -> impl Iterator<Item = (usize, &Meaning)> {
        self.meanings
            .iter()
            .map(|meaning| (self.words.len(), meaning))
    }
}

impl Meaning {
    fn of(text: &str, vocabulary: &Vocabulary) -> Option<Self> {
        let words: Vec<_> = words(text)
            .into_iter()
            .map(|(_, word)| Asked::in_full(word, vocabulary))
            .collect();
        let answerable = !words.is_empty() && words.iter().all(Asked::is_known);
        answerable.then(|| Self {
            text: crate::clean(text),
            words,
        })
    }
}
