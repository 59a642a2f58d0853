//! Abbreviations inside names, spelled out: who types *bảo hiểm y tế* means *thẻ BHYT* too.

use std::collections::HashMap;

use super::entry::Synonym;
use super::word::Word;
use crate::fold;

/// The synonyms of one word, each with its first meaning.
#[derive(Debug)]
pub(super) struct Abbreviations<'s>(HashMap<String, &'s str>);

impl<'s> Abbreviations<'s> {
    pub(super) fn of(synonyms: &'s [Synonym]) -> Self {
        let meaning = |synonym: &'s Synonym| {
            let first = synonym.expands_to.first()?;
            Some((fold(&synonym.query_folded), first.as_str()))
        };
        Self(synonyms.iter().filter_map(meaning).collect())
    }

    /// A name with each of its abbreviations replaced; none if it has none. Only words in capitals
    /// are abbreviations: the *ca* of *ca vẹt* may mean something else than the *CA* of a name.
    pub(super) fn spell_out(&self, name: &[(String, Word)]) -> Option<String> {
        let meanings: Vec<_> = name
            .iter()
            .map(|(raw, word)| self.meaning(raw, word))
            .collect();
        meanings.iter().any(Option::is_some).then(|| {
            let words = name
                .iter()
                .zip(meanings)
                .map(|((raw, _), meaning)| meaning.unwrap_or(raw));
            words.collect::<Vec<_>>().join(" ")
        })
    }

    fn meaning(&self, raw: &str, word: &Word) -> Option<&'s str> {
        let in_capitals = raw.chars().nth(1).is_some() && raw.chars().all(char::is_uppercase);
        self.0.get(&*word.folded).copied().filter(|_| in_capitals)
    }
}
