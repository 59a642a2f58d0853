use chrono::{DateTime, FixedOffset};
use queue_protocol::views::{BoardCounter, Issuing};
use queue_protocol::{BoardView, Catalogue, ClosedReason, CounterStatus, Language};
use std::collections::BTreeMap;

/// Numbers that fit in one step of the line.
const MISSED_A_STEP: usize = 8;
const COUNTERS_A_STEP: usize = 10;
/// Letters of the centre's own notice that fit in one step.
const LETTERS_A_STEP: usize = 84;

/// One step of the notice line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The centre's own words.
    Centre(String),
    /// No numbers are issued now.
    NotIssuing {
        /// Why.
        reason: ClosedReason,
        /// When it begins again.
        next: Option<DateTime<FixedOffset>>,
    },
    /// Counters on break.
    Break {
        /// Which.
        counters: Vec<u16>,
        /// Until when, if they said so and it is still to come.
        until: Option<DateTime<FixedOffset>>,
    },
    /// Called in vain; they may come back.
    Missed(Vec<String>),
}

/// What the notice line says at `time`, one after another.
#[must_use]
pub fn notices(
    view: &BoardView,
    catalogue: Option<&Catalogue>,
    language: Language,
    time: DateTime<FixedOffset>,
) -> Vec<Notice> {
    let mut notices = Vec::new();
    if let Issuing::Closed { reason, next } = &view.issuing {
        notices.push(Notice::NotIssuing {
            reason: *reason,
            next: *next,
        });
    }
    notices.extend(breaks(&view.counters, time));
    let missed = view.missed.chunks(MISSED_A_STEP);
    notices.extend(missed.map(|numbers| Notice::Missed(numbers.to_vec())));
    if let Some(catalogue) = catalogue {
        let words = catalogue.centre.notice.get(language);
        notices.extend(lines(words, LETTERS_A_STEP).into_iter().map(Notice::Centre));
    }
    notices
}

/// Counters that come back together stand together, the next to come back first.
fn breaks(
    counters: &[BoardCounter],
    time: DateTime<FixedOffset>,
) -> impl Iterator<Item = Notice> + use<> {
    let mut groups = BTreeMap::<_, Vec<u16>>::new();
    for counter in counters {
        if counter.status == CounterStatus::Break && counter.ticket.is_none() {
            let until = counter.back_at.filter(|back| *back > time);
            groups
                .entry((until.is_none(), until))
                .or_default()
                .push(counter.number);
        }
    }
    groups.into_iter().flat_map(|((_, until), counters)| {
        let steps: Vec<_> = counters
            .chunks(COUNTERS_A_STEP)
            .map(<[u16]>::to_vec)
            .collect();
        steps
            .into_iter()
            .map(move |counters| Notice::Break { counters, until })
    })
}

/// Breaks a text between words into lines of at most `letters`; a longer word stays whole.
fn lines(text: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let length = word.chars().count();
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + length <= letters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
