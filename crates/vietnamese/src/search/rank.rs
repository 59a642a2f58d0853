//! How well an entry that holds all the words fits a reading.

use std::cmp::Reverse;

use super::asked::{Answer, Asked};
use super::entry::Field;
use super::found::Match;
use super::reading::Reading;
use super::vocabulary::{TermId, Vocabulary};

/// Points of one word: how it is answered, that it follows the word before it, that the accents
/// typed are right.
const WHOLE: usize = 4;
const BEGINNING: usize = 2;
const NEAR: usize = 1;
const FOLLOWS: usize = 3;
const ACCENTS: usize = 4;

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
    vocabulary: &'r Vocabulary,
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

/// A place in a text that answers a word.
struct Place {
    at: usize,
    /// For the word itself, and for following the one before.
    points: usize,
    follows: bool,
    agrees: bool,
}

impl<'r> Ranking<'r> {
    pub(super) fn new(reading: &Reading<'r>, vocabulary: &'r Vocabulary) -> Self {
        let words: Vec<_> = reading.words().collect();
        let accented = words.iter().filter(|(asked, _)| asked.is_accented).count();
        Self {
            has_synonym: reading.has_synonym(),
            pairs: words.iter().filter(|(_, continues)| *continues).count(),
            most: words.len() * (WHOLE + FOLLOWS) - FOLLOWS + accented * ACCENTS,
            vocabulary,
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
        for (i, &(asked, continues)) in self.words.iter().enumerate() {
            let Some(place) = self.best_place(asked, terms, next) else {
                next = None;
                continue;
            };
            let Place {
                at,
                points,
                follows,
                agrees,
            } = place;
            let whole = asked.answer(terms[at]) == Some(Answer::Whole);
            let alone = if follows { points - FOLLOWS } else { points };
            self.best[i] = self.best[i].max(alone);
            self.taken.push(at);
            next = Some(at + 1);
            fit.words += 1;
            fit.in_place += usize::from(at == i && whole);
            fit.points += points;
            fit.joined += usize::from(follows && continues);
            fit.other_accents |= !agrees;
        }
        fit
    }

    /// Of the places with the most points the first.
    fn best_place(&self, asked: &Asked, terms: &[TermId], next: Option<usize>) -> Option<Place> {
        let places = terms.iter().enumerate().filter_map(|(at, &term)| {
            let (points, agrees) = points(asked, term, self.vocabulary)?;
            let follows = next == Some(at);
            let points = if follows { points + FOLLOWS } else { points };
            (!self.taken.contains(&at)).then_some(Place {
                at,
                points,
                follows,
                agrees,
            })
        });
        places.reduce(|best, place| {
            if place.points > best.points {
                place
            } else {
                best
            }
        })
    }
}

/// The points of a word answered by this term, and whether the accents typed (if any) are right.
fn points(asked: &Asked, term: TermId, vocabulary: &Vocabulary) -> Option<(usize, bool)> {
    let points = match asked.answer(term)? {
        Answer::Near => return Some((NEAR, true)),
        Answer::Whole => WHOLE,
        Answer::Beginning => BEGINNING,
    };
    if !asked.is_accented {
        return Some((points, true));
    }
    let agrees = asked.word.agrees_with(vocabulary.word(term));
    Some((if agrees { points + ACCENTS } else { points }, agrees))
}
