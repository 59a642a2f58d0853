//! A query, and with how much patience it is read.

use super::asked::Asked;
use super::found::Match;
use super::reading::{Part, Reading};
use super::synonyms::Synonyms;
use super::vocabulary::Vocabulary;
use super::word::{Word, words};
use crate::leftover::{telex, vni};

/// More words than this say nothing new about what is meant.
pub(super) const MOST_WORDS: usize = 12;
/// What people say around the thing that they want, folded: *xin làm … cho con*.
const FILLERS: [&str; 16] = [
    "xin", "muon", "lam", "cho", "con", "chau", "toi", "em", "voi", "ve", "tai", "giup", "giay",
    "to", "cua", "va",
];
/// Enough for three synonyms of two meanings each; the literal reading is always among them.
const MOST_READINGS: usize = 16;
/// From this many letters on, the beginning of a known word counts as a known word left over by an
/// input method.
const TELLING_BEGINNING: usize = 3;

/// The words of a query, each looked up once.
#[derive(Debug)]
pub(super) struct Query<'i> {
    typed: Vec<Typed>,
    vocabulary: &'i Vocabulary,
    synonyms: &'i Synonyms,
    patience: Patience,
}

/// One word of a query.
#[derive(Debug)]
pub(super) struct Typed {
    pub(super) raw: String,
    pub(super) asked: Asked,
    /// It was a leftover of Telex or VNI keys.
    leftover: bool,
}

/// What is forgiven; each step is tried only if all before it found nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Patience {
    /// Words and synonyms as they stand.
    Literal,
    /// The last words may be the beginning of a synonym.
    HalfTyped,
    /// Words that only say that something is wanted, or for whom, are left out.
    WithoutFillers,
    /// Every word that no name has may hold one slip.
    Unknown,
    /// All words are known, but this one may be another: `bảo hiên` for *bảo hiểm*.
    Slip(usize),
}

impl Patience {
    /// Taking one known word for another is a guess: it must fit a whole name, not a long text.
    pub(super) fn accepts(self, kind: Match) -> bool {
        !matches!(self, Self::Slip(_)) || kind > Match::FullName
    }
}

impl<'i> Query<'i> {
    pub(super) fn new(text: &str, vocabulary: &'i Vocabulary, synonyms: &'i Synonyms) -> Self {
        let mut typed = words(text);
        typed.truncate(MOST_WORDS);
        let typed = typed
            .into_iter()
            .map(|(raw, word)| Typed::look_up(raw, word, vocabulary, synonyms))
            .collect();
        Self {
            typed,
            vocabulary,
            synonyms,
            patience: Patience::Literal,
        }
    }

    /// The steps worth trying, in order; none for a query without words.
    pub(super) fn steps(&self) -> Vec<Patience> {
        if self.typed.is_empty() {
            return Vec::new();
        }
        let mut steps = vec![Patience::Literal, Patience::HalfTyped];
        let fillers = self.typed.iter().filter(|typed| typed.is_filler()).count();
        if (1..self.typed.len()).contains(&fillers) {
            steps.push(Patience::WithoutFillers);
        }
        if self.typed.iter().all(|typed| typed.asked.is_known()) {
            let slips = self
                .typed
                .iter()
                .enumerate()
                .filter(|(_, typed)| typed.asked.may_be_mistyped());
            steps.extend(slips.map(|(at, _)| Patience::Slip(at)));
        } else {
            steps.push(Patience::Unknown);
        }
        steps
    }

    /// Every word must be found whole.
    pub(super) fn insist_on_whole(&mut self) {
        for typed in &mut self.typed {
            typed.asked.insist_on_whole(true);
        }
    }

    pub(super) fn word_count(&self) -> usize {
        self.typed.len()
    }

    pub(super) fn take(&mut self, patience: Patience) {
        self.patience = patience;
        let last = self.typed.len().saturating_sub(1);
        let guesses = matches!(patience, Patience::Unknown | Patience::Slip(_));
        for (at, typed) in self.typed.iter_mut().enumerate() {
            let asked = &mut typed.asked;
            let corrected = match patience {
                Patience::Literal | Patience::HalfTyped | Patience::WithoutFillers => false,
                Patience::Unknown => !asked.is_known(),
                Patience::Slip(slip) => at == slip,
            };
            // One guess at a time: beside a corrected word only the last one may be half typed.
            let insist = guesses && at != last && asked.is_known_whole();
            asked.insist_on_whole(insist);
            if corrected && asked.may_be_mistyped() {
                asked.correct(self.vocabulary);
            } else {
                asked.leave_uncorrected();
            }
        }
    }

    /// The readings under the patience taken, the literal one first.
    pub(super) fn readings(&self) -> Vec<Reading<'_>> {
        let folded: Vec<&str> = self
            .typed
            .iter()
            .map(|typed| &*typed.asked.word.folded)
            .collect();
        let mut readings = Vec::new();
        self.read_on(&folded, &mut Reading::default(), &mut readings);
        readings
    }

    /// Reads on with the words `rest` still to be read: the next one literally, then each synonym
    /// that starts here.
    fn read_on<'q>(
        &'q self,
        rest: &[&str],
        so_far: &mut Reading<'q>,
        readings: &mut Vec<Reading<'q>>,
    ) {
        if readings.len() == MOST_READINGS {
            return;
        }
        if rest.is_empty() {
            readings.push(so_far.clone());
            return;
        }
        let typed = &self.typed[self.typed.len() - rest.len()..];
        if self.patience == Patience::WithoutFillers && typed[0].is_filler() {
            self.read_on(&rest[1..], so_far, readings);
        } else {
            so_far.push(Part::Literal(&typed[0]));
            self.read_on(&rest[1..], so_far, readings);
            so_far.pop();
        }
        let begun = (self.patience == Patience::HalfTyped).then(|| self.synonyms.begun_by(rest));
        let begun = begun
            .into_iter()
            .flatten()
            .map(|meaning| (rest.len(), meaning));
        for (taken, meaning) in self.synonyms.at(rest).chain(begun) {
            so_far.push(Part::Synonym {
                typed: &typed[..taken],
                meaning,
            });
            self.read_on(&rest[taken..], so_far, readings);
            so_far.pop();
        }
    }
}

impl Typed {
    fn is_filler(&self) -> bool {
        FILLERS.contains(&&*self.asked.word.folded)
    }

    fn look_up(raw: String, word: Word, vocabulary: &Vocabulary, synonyms: &Synonyms) -> Self {
        let asked = Asked::typed(word, vocabulary);
        if asked.is_known() || synonyms.has_word(&asked.word.folded) {
            return Self {
                raw,
                asked,
                leftover: false,
            };
        }
        let folded = &*asked.word.folded;
        let understood = [telex(folded), vni(folded)]
            .into_iter()
            .flatten()
            .find_map(|read| {
                let telling = read.chars().nth(TELLING_BEGINNING - 1).is_some();
                let known_to_synonyms = synonyms.has_word(&read);
                let asked = Asked::typed(Word::respelt(read), vocabulary);
                let known =
                    known_to_synonyms || asked.is_known_whole() || (telling && asked.is_known());
                known.then_some(asked)
            });
        match understood {
            Some(asked) => Self {
                raw,
                asked,
                leftover: true,
            },
            None => Self {
                raw,
                asked,
                leftover: false,
            },
        }
    }

    /// Whether it is searched for in another spelling than typed.
    pub(super) fn is_respelt(&self) -> bool {
        self.leftover || self.asked.is_corrected()
    }
}
