//! Building the index, and asking it.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::ops::Range;

use super::abbreviation::Abbreviations;
use super::asked::{Answer, Asked};
use super::entry::{Entry, Field, Synonym};
use super::found::{Found, Hit};
use super::postings::Postings;
use super::query::{MOST_WORDS, Query};
use super::rank::{Rank, Ranking, Standing};
use super::reading::Reading;
use super::synonyms::Synonyms;
use super::vocabulary::{TermId, Vocabulary};
use super::word::words;

/// Texts made ready for searching; never changes after it is built.
#[derive(Debug, Default)]
pub struct Index {
    entries: Vec<Indexed>,
    texts: Vec<(Field, Range<usize>)>,
    /// The words of all texts, one text after another.
    terms: Vec<TermId>,
    vocabulary: Vocabulary,
    postings: Postings,
    synonyms: Synonyms,
}

#[derive(Debug)]
struct Indexed {
    id: u32,
    standing: Standing,
    texts: Range<usize>,
}

/// An entry that fits.
struct Ranked {
    rank: Rank,
    entry: usize,
    /// The place of the reading that it fits best.
    reading: usize,
}

impl Index {
    /// Takes every entry's texts, and the synonyms that hold for all of them. An abbreviation in
    /// capitals inside a text is found by its meaning too, if it is among the synonyms.
    #[must_use]
    pub fn build<'a>(entries: impl IntoIterator<Item = Entry<'a>>, synonyms: &[Synonym]) -> Self {
        let abbreviations = Abbreviations::of(synonyms);
        let mut split = Vec::new();
        let mut index = Self::default();
        for entry in entries {
            let start = split.len();
            for &(field, text) in &entry.texts {
                let name = words(text);
                let spelled_out = abbreviations.spell_out(&name);
                split.push((field, name));
                split.extend(spelled_out.map(|text| (field, words(&text))));
            }
            split[start..].sort_by_key(|(field, _)| *field);
            let label_words = split.get(start).map_or(0, |(_, label)| label.len());
            index.entries.push(Indexed {
                id: entry.id,
                standing: Standing::new(entry.busy_rank, label_words),
                texts: start..split.len(),
            });
        }
        index.vocabulary = Vocabulary::of(split.iter().flat_map(|(_, words)| words));
        for (field, words) in &split {
            let start = index.terms.len();
            let ids = words
                .iter()
                .filter_map(|(_, word)| index.vocabulary.id_of(word));
            index.terms.extend(ids);
            index.texts.push((*field, start..index.terms.len()));
        }
        let terms = (0..index.entries.len())
            .map(|entry| index.texts_of(entry).flat_map(|(_, terms)| terms));
        index.postings = Postings::of(index.vocabulary.len(), terms);
        index.synonyms = Synonyms::of(synonyms, &index.vocabulary);
        index
    }

    /// The entries that hold every word of `query`, whole or by its beginning, in any order,
    /// without regard to case and accents: at most `limit`, best first. Synonyms count as what they
    /// stand for. Only if there is no such entry, half-typed synonyms, words that only say that
    /// something is wanted, and one slip of the finger in a word are forgiven.
    #[must_use]
    pub fn search(&self, query: &str, limit: usize) -> Found {
        let mut query = Query::new(query, &self.vocabulary, &self.synonyms);
        for patience in query.steps() {
            query.take(patience);
            let readings = query.readings();
            let mut ranked = self.rank(&readings);
            ranked.retain(|ranked| patience.accepts(ranked.rank.kind));
            if !ranked.is_empty() {
                return self.best(ranked, &readings, limit);
            }
        }
        Found::default()
    }

    /// For a query that finds nothing: the entries that hold a run of its words, at least half of them, whole and close
    /// together; the longest run counts. `bằng lái xe máy hạng A1` is still about `bằng lái xe`.
    #[must_use]
    pub fn search_part(&self, query: &str, limit: usize) -> Found {
        let typed: Vec<String> = words(query).into_iter().map(|(raw, _)| raw).collect();
        let typed = &typed[..typed.len().min(MOST_WORDS)];
        for length in (typed.len().div_ceil(2)..typed.len()).rev() {
            let mut found = Found::default();
            for run in typed.windows(length) {
                let part = self.search_closely(&run.join(" "), limit);
                found.understood.extend(part.understood);
                found.hits.extend(part.hits);
            }
            if !found.hits.is_empty() {
                found.hits.sort_by_key(|hit| Reverse((hit.kind, hit.score)));
                let mut seen = HashSet::new();
                found.hits.retain(|hit| seen.insert(hit.id));
                found.hits.truncate(limit);
                return found;
            }
        }
        Found::default()
    }

    fn search_closely(&self, run: &str, limit: usize) -> Found {
        let mut query = Query::new(run, &self.vocabulary, &self.synonyms);
        query.insist_on_whole();
        let readings = query.readings();
        let mut ranked = self.rank(&readings);
        ranked.retain(|ranked| ranked.rank.is_close(query.word_count()));
        self.best(ranked, &readings, limit)
    }

    /// Every entry that fits some reading, with its best rank.
    fn rank(&self, readings: &[Reading<'_>]) -> Vec<Ranked> {
        let mut best: Vec<Option<(Rank, usize)>> = vec![None; self.entries.len()];
        let mut held = vec![0; self.entries.len()];
        for (place, reading) in readings.iter().enumerate() {
            let words = self.postings.count_words(reading, &mut held);
            let mut ranking = Ranking::new(reading, &self.vocabulary);
            for entry in (0..held.len()).filter(|&entry| held[entry] == words) {
                let rank = ranking.rank(self.entries[entry].standing, self.texts_of(entry));
                if rank > best[entry].map(|(rank, _)| rank) {
                    best[entry] = rank.map(|rank| (rank, place));
                }
            }
        }
        let ranked = (0..).zip(best).filter_map(|(entry, best)| {
            best.map(|(rank, reading)| Ranked {
                rank,
                entry,
                reading,
            })
        });
        ranked.collect()
    }

    fn best(&self, mut ranked: Vec<Ranked>, readings: &[Reading<'_>], limit: usize) -> Found {
        let order = |ranked: &Ranked| (Reverse(ranked.rank), ranked.entry);
        if limit < ranked.len() {
            ranked.select_nth_unstable_by_key(limit, order);
            ranked.truncate(limit);
        }
        ranked.sort_unstable_by_key(order);
        let mut found = Found::default();
        let mut told = Vec::new();
        for Ranked {
            rank,
            entry,
            reading,
        } in ranked
        {
            let id = self.entries[entry].id;
            found.hits.push(Hit {
                id,
                kind: rank.kind,
                score: rank.score(),
            });
            if !told.contains(&reading) {
                told.push(reading);
                let spelling = |asked: &Asked| self.spelling_in(entry, asked);
                found
                    .understood
                    .extend(readings[reading].understood(spelling));
            }
        }
        found
    }

    fn texts_of(&self, entry: usize) -> impl Iterator<Item = (Field, &[TermId])> {
        let texts = &self.texts[self.entries[entry].texts.clone()];
        texts
            .iter()
            .map(|(field, terms)| (*field, &self.terms[terms.clone()]))
    }

    /// The entry's own spelling of a word, a whole one before a longer or corrected one.
    fn spelling_in(&self, entry: usize, asked: &Asked) -> Option<&str> {
        let answering = |whole: bool| {
            let mut terms = self.texts_of(entry).flat_map(|(_, terms)| terms).copied();
            terms.find(|&term| {
                asked
                    .answer(term)
                    .is_some_and(|answer| !whole || answer == Answer::Whole)
            })
        };
        answering(true)
            .or_else(|| answering(false))
            .map(|term| self.vocabulary.spelling(term))
    }
}
