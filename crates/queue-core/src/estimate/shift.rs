//! When a counter works today.

use crate::{Catalogue, Counter, LocalTime, Moment};

/// The spans of one counter's work from now on, in order and apart; the last one has no end, since
/// whoever has a number by then is still served.
pub(super) struct Shift {
    spans: Vec<(Moment, Moment)>,
}

const NO_END: Moment = Moment(i64::MAX);

impl Shift {
    /// An open counter works now, whatever the hours, and pauses between sessions. A closed one
    /// is scheduled from the next session on, but only outside the sessions: once one has begun,
    /// a closed counter is not expected. `None` when nothing is scheduled.
    pub fn of(
        catalogue: &Catalogue,
        counter: &Counter,
        open: bool,
        now: Moment,
        local: LocalTime,
    ) -> Option<Self> {
        let mut spans = sessions(catalogue, counter, local);
        spans.retain(|(_, to)| *to > now);
        match (open, spans.first_mut()) {
            (true, Some((from, _))) => *from = (*from).min(now),
            (true, None) => spans.push((now, NO_END)),
            (false, Some((from, _))) if *from > now => {}
            (false, _) => return None,
        }
        spans.last_mut()?.1 = NO_END;
        Some(Self { spans })
    }

    /// The first working instant from `at` on.
    pub fn next(&self, at: Moment) -> Moment {
        self.spans
            .iter()
            .find(|(_, to)| at < *to)
            .map_or(at, |(from, _)| at.max(*from))
    }

    /// The working time between two instants, in milliseconds.
    pub fn worked_ms(&self, from: Moment, to: Moment) -> i64 {
        let inside =
            |(start, end): &(Moment, Moment)| (to.0.min(end.0) - from.0.max(start.0)).max(0);
        self.spans.iter().map(inside).sum()
    }

    /// The instant at which `work_ms` more of work is done after `at`.
    pub fn later(&self, at: Moment, work_ms: i64) -> Moment {
        let mut left = work_ms;
        for (from, to) in self.spans.iter().filter(|(_, to)| at < *to) {
            let start = at.max(*from);
            let room = to.0.saturating_sub(start.0);
            if left <= room {
                return Moment(start.0.saturating_add(left));
            }
            left -= room;
        }
        Moment(at.0.saturating_add(left))
    }
}

/// The sessions in which any service of the counter is served today, joined where they touch.
fn sessions(catalogue: &Catalogue, counter: &Counter, local: LocalTime) -> Vec<(Moment, Moment)> {
    let services = counter
        .serves
        .iter()
        .filter_map(|code| catalogue.services.get(code));
    let offset = catalogue.settings.offset;
    let instant = |minute: crate::Minute| minute.on(local.date(), offset);
    let mut spans: Vec<_> = services
        .flat_map(|service| catalogue.hours_of(service).sessions(local.date()))
        .map(|session| (instant(session.serve_from), instant(session.serve_to)))
        .collect();
    spans.sort_unstable();
    spans.dedup_by(|next, kept| {
        let touches = next.0 <= kept.1;
        if touches {
            kept.1 = kept.1.max(next.1);
        }
        touches
    });
    spans
}
