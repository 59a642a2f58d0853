use super::Time;
use super::arrangement::Arrangement;
use chrono::{DateTime, FixedOffset};
use queue_protocol::layout::ScheduledNotice;
use queue_protocol::views::{BoardCounter, Issuing};
use queue_protocol::{BoardView, Catalogue, ClosedReason, CounterStatus, Language};
use std::collections::BTreeMap;

/// What fits in one step of the line as it was drawn: numbers, counters, letters of free words.
const MISSED_A_STEP: usize = 8;
const COUNTERS_A_STEP: usize = 10;
const LETTERS_A_STEP: usize = 84;
/// Letters that a break's own words take.
const BREAK_LETTERS: usize = 44;

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

/// What the notice line is made of.
pub(super) struct Telling<'a> {
    pub view: &'a BoardView,
    pub catalogue: Option<&'a Catalogue>,
    pub scheduled: &'a [ScheduledNotice],
    pub arrangement: &'a Arrangement,
    pub language: Language,
    pub time: Time,
}

/// What the notice line says, one after another; what has a panel of its own is not said twice.
pub(super) fn notices(telling: &Telling<'_>) -> Vec<Notice> {
    let Telling {
        view,
        catalogue,
        arrangement,
        language,
        time,
        ..
    } = *telling;
    let room = Room(arrangement.notices.room);
    let mut notices = Vec::new();
    if let Issuing::Closed { reason, next } = &view.issuing {
        notices.push(Notice::NotIssuing {
            reason: *reason,
            next: *next,
        });
    }
    if arrangement.pauses.place.width == 0.0 {
        notices.extend(breaks(&view.counters, time, room.counters()));
    }
    if arrangement.missed.place.width == 0.0 {
        let missed = view.missed.chunks(room.of(MISSED_A_STEP));
        notices.extend(missed.map(|numbers| Notice::Missed(numbers.to_vec())));
    }
    let due = telling.scheduled.iter();
    let due = due.filter(|notice| notice.is_due(time.naive_local()));
    let centre = catalogue.map(|catalogue| &catalogue.centre.notice);
    for text in due.map(|notice| &notice.text).chain(centre) {
        let lines = lines(text.get(language), room.of(LETTERS_A_STEP));
        notices.extend(lines.into_iter().map(Notice::Centre));
    }
    notices
}

/// How much more or less fits than in the line that was drawn.
#[derive(Clone, Copy)]
struct Room(f32);

impl Room {
    /// At least one of anything.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "small counts"
    )]
    fn of(self, drawn: usize) -> usize {
        ((drawn as f32 * self.0) as usize).max(1)
    }

    /// What a break's own words leave: about four letters a counter.
    fn counters(self) -> usize {
        let left = self.of(LETTERS_A_STEP).saturating_sub(BREAK_LETTERS);
        (left / 4).clamp(1, COUNTERS_A_STEP.max(self.of(COUNTERS_A_STEP)))
    }
}

/// Counters that come back together stand together, the next to come back first.
fn breaks(
    counters: &[BoardCounter],
    time: Time,
    a_step: usize,
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
    groups.into_iter().flat_map(move |((_, until), counters)| {
        let steps: Vec<_> = counters.chunks(a_step).map(<[u16]>::to_vec).collect();
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
