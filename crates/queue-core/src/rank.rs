//! Who is next, and why: one key, the rank, and the reason as data (design section 2).

use crate::{Centre, CounterNo, Number, QueueKey, Ticket};
use std::collections::BTreeSet;
use std::iter::{Peekable, from_fn};
use std::ops::Bound;

/// Why this visitor and no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReasonKind {
    /// Nobody else waited for this counter.
    OnlyOne,
    /// The earliest arrival.
    FirstCome,
    /// A head start put the visitor before someone who came earlier.
    Priority,
    /// Transferred or returned, with the rank kept.
    KeptRank,
    /// A restored no-show.
    Restored,
    /// Of a queue that this counter only helps.
    Helping,
    /// Chosen by the officer, outside the rule.
    Chosen,
}

/// The reason of a call, as data; the apps word it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CallReason {
    /// Which rule decided.
    pub kind: ReasonKind,
    /// The longest-waiting visitor this counter could have called instead, who came earlier; for
    /// [`ReasonKind::Priority`] the longest-waiting one whom the head start put behind.
    pub passed_over: Option<Number>,
    /// How much earlier that visitor came, in seconds.
    pub earlier_s: Option<u32>,
    /// The head start of the called visitor in seconds, when that decided.
    pub head_start_s: Option<u32>,
}

/// The key by which a counter compares tickets of a queue with this handicap: the smallest goes
/// first. The only comparison there is; the call, the order shown and the estimate all use it.
pub(crate) fn effective((rank, id): QueueKey, handicap_s: u32) -> QueueKey {
    (rank.plus_s(i64::from(handicap_s)), id)
}

/// The ticket that `counter` calls next, and why. `None` when nobody waits for it, or when there is
/// no such counter. Whether the counter is open or busy is not asked here.
#[must_use]
pub fn next_for(centre: &Centre, counter: CounterNo) -> Option<(&Ticket, CallReason)> {
    let sight = Sight::of(centre, counter)?;
    let mut order = sight.in_order();
    let first = order.next()?;
    let alone = order.next().is_none();
    Some((first.ticket, sight.reason(&first, alone)))
}

/// The first `limit` tickets as `counter` sees its queue, each with the reason it would be called
/// for once those before it are gone.
#[must_use]
pub fn order_for(centre: &Centre, counter: CounterNo, limit: usize) -> Vec<(&Ticket, CallReason)> {
    let Some(sight) = Sight::of(centre, counter) else {
        return Vec::new();
    };
    let alone = sight.in_order().nth(1).is_none();
    sight
        .in_order()
        .take(limit)
        .map(|offer| (offer.ticket, sight.reason(&offer, alone)))
        .collect()
}

/// The reason for calling `ticket` outside the rule; `None` if `counter` may not call it at all.
pub(crate) fn chosen(centre: &Centre, counter: CounterNo, ticket: &Ticket) -> Option<CallReason> {
    let sight = Sight::of(centre, counter)?;
    centre.handicap_s(counter, &ticket.service)?;
    let passed = sight.longest_waiting(ticket, None, None);
    centre
        .is_free_for(ticket, counter)
        .then(|| CallReason::new(ReasonKind::Chosen, ticket, passed))
}

impl CallReason {
    fn new(kind: ReasonKind, called: &Ticket, passed: Option<&Ticket>) -> Self {
        let earlier = |p: &Ticket| seconds(called.ranked_from.since_s(p.ranked_from));
        Self {
            kind,
            passed_over: passed.map(|p| p.number),
            earlier_s: passed.map(earlier),
            head_start_s: (kind == ReasonKind::Priority).then_some(called.head_start_s),
        }
    }
}

fn seconds(span_s: i64) -> u32 {
    u32::try_from(span_s.max(0)).unwrap_or(u32::MAX)
}

/// The queues that one counter may call from.
struct Sight<'a> {
    centre: &'a Centre,
    counter: CounterNo,
    queues: Vec<Queue<'a>>,
}

struct Queue<'a> {
    handicap_s: u32,
    keys: &'a BTreeSet<QueueKey>,
}

struct Offer<'a> {
    ticket: &'a Ticket,
    handicap_s: u32,
    key: QueueKey,
}

impl<'a> Sight<'a> {
    fn of(centre: &'a Centre, counter: CounterNo) -> Option<Self> {
        centre.catalogue.counters.get(&counter)?;
        let queue = |(service, keys)| {
            centre
                .handicap_s(counter, service)
                .map(|handicap_s| Queue { handicap_s, keys })
        };
        let queues = centre
            .waiting
            .iter()
            .map(|(service, keys)| (&**service, keys))
            .filter_map(queue);
        Some(Self {
            centre,
            counter,
            queues: queues.collect(),
        })
    }

    fn callable(&self, key: &QueueKey) -> Option<&'a Ticket> {
        let ticket = self.centre.tickets.get(&key.1)?;
        self.centre
            .is_free_for(ticket, self.counter)
            .then_some(ticket)
    }

    /// What this counter may call, the next first: its few queues merged, nothing sorted.
    fn in_order(&self) -> impl Iterator<Item = Offer<'a>> {
        let offers = |queue: &Queue<'a>| {
            let (handicap_s, keys) = (queue.handicap_s, queue.keys);
            keys.iter().filter_map(move |key| {
                let ticket = self.callable(key)?;
                Some(Offer {
                    ticket,
                    handicap_s,
                    key: effective(*key, handicap_s),
                })
            })
        };
        let mut heads: Vec<Peekable<_>> =
            self.queues.iter().map(|q| offers(q).peekable()).collect();
        from_fn(move || {
            let keyed = heads
                .iter_mut()
                .filter_map(|h| h.peek().map(|offer| offer.key).map(|k| (k, h)));
            keyed
                .min_by_key(|(key, _)| *key)
                .and_then(|(_, head)| head.next())
        })
    }

    fn reason(&self, offer: &Offer<'_>, alone: bool) -> CallReason {
        let Offer {
            ticket,
            handicap_s,
            key,
        } = *offer;
        let passed = self.longest_waiting(ticket, Some(key), None);
        let without_head_start = effective((ticket.ranked_from, ticket.id), handicap_s);
        let outrun = (ticket.head_start_s > 0)
            .then(|| self.longest_waiting(ticket, Some(key), Some(without_head_start)))
            .flatten();
        let (kind, passed) = match (alone, outrun) {
            (true, _) => (ReasonKind::OnlyOne, None),
            _ if ticket.restores > 0 => (ReasonKind::Restored, passed),
            (_, Some(outrun)) => (ReasonKind::Priority, Some(outrun)),
            _ if ticket.rank_kept => (ReasonKind::KeptRank, passed),
            _ if handicap_s > 0 => (ReasonKind::Helping, passed),
            _ => (ReasonKind::FirstCome, passed),
        };
        CallReason::new(kind, ticket, passed)
    }

    /// Who of those between two keys of this counter (the first excluded) came the longest before
    /// `than`. Nobody came before his own rank, so the search ends at the first rank that is not
    /// earlier than the best arrival found.
    fn longest_waiting(
        &self,
        than: &Ticket,
        after: Option<QueueKey>,
        before: Option<QueueKey>,
    ) -> Option<&'a Ticket> {
        let mut best: Option<&Ticket> = None;
        let mut earliest = than.ranked_from;
        for queue in &self.queues {
            let start = after.map_or(Bound::Unbounded, |(rank, id)| {
                Bound::Excluded((rank.plus_s(-i64::from(queue.handicap_s)), id))
            });
            for key in queue.keys.range((start, Bound::Unbounded)) {
                let beyond = before.is_some_and(|end| effective(*key, queue.handicap_s) >= end);
                if beyond || key.0 >= earliest {
                    break;
                }
                let Some(other) = self.callable(key) else {
                    continue;
                };
                if other.ranked_from < earliest {
                    earliest = other.ranked_from;
                    best = Some(other);
                }
            }
        }
        best
    }
}
