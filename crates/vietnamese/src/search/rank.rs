//! How well an entry that holds all the words fits a reading.

use std::cmp::Reverse;

use super::asked::{Answer, Asked};
use super::entry::Field;
use super::found::Match;
use super::reading::Reading;
use super::vocabulary::{TermId, Vocabulary};

/// Points of one word: how it is answered, that it follows the word before it, that the accents
/// typed are right.
const WHOLE: u8 = 4;
const BEGINNING: u8 = 2;
const NEAR: u8 = 1;
const FOLLOWS: usize = 3;
const ACCENTS: u8 = 4;
/// Nearly all the points: whole words, one after another.
const CLOSE: u8 = 240;

/// What hits are ordered by: the kind of match, then the points in 255ths of the most that the
/// reading allows, then the entry's standing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    pub(super) kind: Match,
    quality: u8,
    standing: Standing,
}

/// What orders entries that fit equally: how often they are asked for, then the shorter label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Standing {
    busy: Reverse<u8>,
    label_words: Reverse<usize>,
}

impl Standing {
    pub(super) fn new(busy_rank: u8, label_words: usize) -> Self {
        Self {
            busy: Reverse(busy_rank),
            label_words: Reverse(label_words),
        }
    }
}

impl Rank {
    /// Whether part of a query, of so many words, may be taken for the whole of it: the words stand in one name, or one
    /// after another in a long text, or are a popular name.
    pub(super) fn is_close(self, words: usize) -> bool {
        match self.kind {
            Match::Synonym | Match::Exact => true,
            Match::Prefix => words > 1,
            Match::FullName => words > 1 && self.quality >= CLOSE,
        }
    }

    /// The same order in one number, but for the length of the label.
    pub(super) fn score(self) -> u32 {
        let kind = match self.kind {
            Match::FullName => 0,
            Match::Prefix => 1,
            Match::Synonym => 2,
            Match::Exact => 3,
        };
        u32::from_be_bytes([0, kind, self.quality, u8::MAX - self.standing.busy.0])
    }
}

/// Ranks entries by one reading.
pub(super) struct Ranking<'r> {
    words: Vec<(&'r Asked, bool)>,
    has_synonym: bool,
    /// The neighbours in synonyms' meanings.
    pairs: usize,
    /// The points of a text that has the words whole, one after another, accented as typed.
    most: usize,
    /// For each word, what every term of the vocabulary is worth to it.
    worths: Vec<Vec<Worth>>,
    /// The most points of each word in any text of the entry at hand.
    best: Vec<usize>,
    /// The places of the text at hand that a word was given.
    taken: Vec<usize>,
}

/// How one text answers a reading.
#[derive(Default)]
struct Fit {
    words: usize,
    /// Words that are whole and stand where the reading has them.
    in_place: usize,
    points: usize,
    /// Words of a synonym's meaning that follow the one before them.
    joined: usize,
    other_accents: bool,
}

/// What a term is worth as an answer to a word.
#[derive(Clone, Copy, Default)]
struct Worth {
    /// None at all: it is no answer.
    points: u8,
    whole: bool,
    /// The accents typed, if any, are its own.
    agrees: bool,
}

/// A place in a text that answers a word.
struct Place {
    at: usize,
    worth: Worth,
    follows: bool,
}

impl<'r> Ranking<'r> {
    pub(super) fn new(reading: &Reading<'r>, vocabulary: &'r Vocabulary) -> Self {
        let words: Vec<_> = reading.words().collect();
        let accented = words
            .iter()
            .filter(|(asked, _)| asked.word.is_accented())
            .count();
        Self {
            has_synonym: reading.has_synonym(),
            pairs: words.iter().filter(|(_, continues)| *continues).count(),
            most: words.len() * (usize::from(WHOLE) + FOLLOWS) - FOLLOWS
                + accented * usize::from(ACCENTS),
            worths: words
                .iter()
                .map(|(asked, _)| Worth::of_all_terms(asked, vocabulary))
                .collect(),
            best: vec![0; words.len()],
            taken: Vec::new(),
            words,
        }
    }

    /// The rank of an entry that holds all the words; none if a synonym's meaning is only scattered
    /// over it, because the visitor did not type those words: *người có công* is not every name
    /// with a person who has something.
    pub(super) fn rank<'t>(
        &mut self,
        standing: Standing,
        texts: impl Iterator<Item = (Field, &'t [TermId])>,
    ) -> Option<Rank> {
        let mut joined = 0;
        let mut fits_best = (Match::FullName, 0);
        self.best.fill(0);
        for (field, terms) in texts {
            if field == Field::OfficialName && self.is_settled(fits_best.0, terms.len()) {
                continue;
            }
            let fit = self.fit(terms);
            joined = joined.max(fit.joined);
            if fit.words == self.words.len() {
                fits_best = fits_best.max((self.kind(field, &fit, terms.len()), fit.points));
            }
        }
        let (kind, points) = fits_best.max((Match::FullName, self.best.iter().sum()));
        let quality = u8::try_from(points * usize::from(u8::MAX) / self.most).ok()?;
        let rank = Rank {
            kind,
            quality,
            standing,
        };
        (joined * 2 >= self.pairs).then_some(rank)
    }

    /// Whether an official name of so many words cannot make an entry rank higher any more.
    fn is_settled(&self, kind: Match, text_words: usize) -> bool {
        kind >= Match::Prefix && !self.has_synonym && text_words != self.words.len()
    }

    fn kind(&self, field: Field, fit: &Fit, text_words: usize) -> Match {
        let exact = fit.in_place == text_words && text_words == self.words.len();
        match field {
            _ if fit.other_accents => Match::FullName,
            _ if self.has_synonym => Match::Synonym,
            Field::OtherName if exact => Match::Synonym,
            _ if exact => Match::Exact,
            Field::OfficialName => Match::FullName,
            Field::ShortName | Field::EnglishName | Field::OtherName | Field::Code => Match::Prefix,
        }
    }

    /// Gives every word the best place in the text that is still free, one after another.
    fn fit(&mut self, terms: &[TermId]) -> Fit {
        let mut fit = Fit::default();
        let mut next = None;
        self.taken.clear();
        for (i, &(_, continues)) in self.words.iter().enumerate() {
            let Some(place) = self.best_place(&self.worths[i], terms, next) else {
                next = None;
                continue;
            };
            let Place { at, worth, follows } = place;
            let points = usize::from(worth.points);
            self.best[i] = self.best[i].max(points);
            self.taken.push(at);
            next = Some(at + 1);
            fit.words += 1;
            fit.in_place += usize::from(at == i && worth.whole);
            fit.points += if follows { points + FOLLOWS } else { points };
            fit.joined += usize::from(follows && continues);
            fit.other_accents |= !worth.agrees;
        }
        fit
    }

    /// Of the free places with the most points the first.
    fn best_place(&self, worths: &[Worth], terms: &[TermId], next: Option<usize>) -> Option<Place> {
        let mut best = None;
        let mut most = 0;
        for (at, &term) in terms.iter().enumerate() {
            let worth = worths[term as usize];
            let follows = next == Some(at);
            let points = usize::from(worth.points) + if follows { FOLLOWS } else { 0 };
            if worth.points > 0 && points > most && !self.taken.contains(&at) {
                best = Some(Place { at, worth, follows });
                most = points;
            }
        }
        best
    }
}

impl Worth {
    fn of_all_terms(asked: &Asked, vocabulary: &Vocabulary) -> Vec<Self> {
        let mut worths = vec![Self::default(); vocabulary.len()];
        for term in asked.runs().flatten() {
            worths[term as usize] = Self::of(asked, term, vocabulary);
        }
        worths
    }

    fn of(asked: &Asked, term: TermId, vocabulary: &Vocabulary) -> Self {
        let (points, whole) = match asked.answer(term) {
            Some(Answer::Whole) => (WHOLE, true),
            Some(Answer::Beginning) => (BEGINNING, false),
            Some(Answer::Near) => {
                return Self {
                    points: NEAR,
                    whole: false,
                    agrees: true,
                };
            }
            None => return Self::default(),
        };
        let accented = asked.word.is_accented();
        let agrees = !accented || asked.word.agrees_with(vocabulary.word(term));
        let points = if accented && agrees {
            points + ACCENTS
        } else {
            points
        };
        Self {
            points,
            whole,
            agrees,
        }
    }
}
