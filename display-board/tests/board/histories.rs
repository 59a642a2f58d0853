//! Random histories of a hall, with a voice that speaks, fails and comes back: eye and ear agree, no call is lost.

use crate::hall::{Hall, board, s};
use display_board::view_model::{Board, Card, Deed, News, Panel, Picture, SlotPicture};
use proptest::prelude::*;
use queue_protocol::Language;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;
use voice_announcer::{CallId, DropReason, Health, Order, Report};

const COUNTERS: u16 = 12;

#[derive(Clone, Debug)]
enum Step {
    Call(u16),
    Recall(u16),
    Serve(u16),
    Leave(u16),
    Wait(u64),
    Lose,
    Sound(bool),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let counter = 1..=COUNTERS;
    let step = prop_oneof![
        6 => counter.clone().prop_map(Step::Call),
        1 => counter.clone().prop_map(Step::Recall),
        2 => counter.clone().prop_map(Step::Serve),
        1 => counter.prop_map(Step::Leave),
        4 => (1u64..9).prop_map(Step::Wait),
        1 => Just(Step::Lose),
        1 => any::<bool>().prop_map(Step::Sound),
    ];
    prop::collection::vec(step, 1..80)
}

/// A voice as the crate's: in order, each once, withdrawn ones not, the interrupted one again.
#[derive(Default)]
struct Ear {
    waiting: VecDeque<CallId>,
    speaking: Option<(CallId, Duration)>,
    deaf: bool,
    heard: Vec<CallId>,
}

impl Ear {
    fn obey(&mut self, order: &Order) {
        match order {
            Order::Announce(call, _) => self.waiting.push_back(*call),
            Order::Withdraw(call) => self.waiting.retain(|waiting| waiting != call),
            Order::Forget => self.waiting.clear(),
        }
    }

    fn sound(&mut self, on: bool) -> Vec<Report> {
        self.deaf = !on;
        if on {
            return vec![Report::Health(Health::Ready)];
        }
        let interrupted = self.speaking.take();
        self.waiting
            .extend(interrupted.iter().map(|(call, _)| *call));
        self.waiting.make_contiguous().sort_unstable();
        vec![Report::Health(Health::Silent {
            reason: "unplugged".into(),
        })]
    }

    fn pass(&mut self, now: Duration) -> Vec<Report> {
        let mut reports = Vec::new();
        if let Some((call, until)) = self.speaking
            && now >= until
        {
            self.speaking = None;
            self.heard.push(call);
            reports.push(Report::Spoken(call));
        }
        if self.speaking.is_none()
            && !self.deaf
            && let Some(call) = self.waiting.pop_front()
        {
            self.speaking = Some((call, now + s(5)));
            reports.push(Report::Speaking(call));
        }
        reports
    }
}

struct Watch {
    board: Board,
    ear: Ear,
    now: Duration,
    announced: BTreeMap<CallId, String>,
    withdrawn: BTreeSet<CallId>,
    /// Where each call stands.
    places: BTreeMap<CallId, usize>,
    left: BTreeSet<CallId>,
    shown: BTreeSet<CallId>,
    spoken: BTreeSet<CallId>,
}

impl Watch {
    fn hear(&mut self, news: News) {
        self.board.hear(news, self.now);
        self.look();
    }

    /// Lets seconds go by, one at a time.
    fn pass(&mut self, seconds: u64) {
        for _ in 0..seconds {
            self.now += s(1);
            for report in self.ear.pass(self.now) {
                self.board.hear(News::Voice(report), self.now);
            }
            self.look();
        }
    }

    fn look(&mut self) {
        let picture = self.board.turn(self.now);
        self.board.drawn(&picture, self.now);
        for deed in self.board.deeds() {
            match deed {
                Deed::Voice(order) => {
                    self.note(&order);
                    self.ear.obey(&order);
                }
                Deed::Receipt(call, receipt) => {
                    let book = if receipt.shown_at.is_some() {
                        &mut self.shown
                    } else {
                        &mut self.spoken
                    };
                    book.insert(call);
                }
                Deed::Speak(_) | Deed::Tell(_) => {}
            }
        }
        self.check(&picture);
    }

    fn note(&mut self, order: &Order) {
        match order {
            Order::Announce(call, announcement) => {
                let twice = self
                    .announced
                    .insert(*call, announcement.number.to_string());
                assert_eq!(twice, None, "call {call} is announced twice");
            }
            Order::Withdraw(call) => _ = self.withdrawn.insert(*call),
            Order::Forget => {}
        }
    }

    fn check(&mut self, picture: &Picture) {
        let standing: Vec<(Option<usize>, &SlotPicture)> = match &picture.panel {
            Panel::List(slots) => {
                let slots = slots.iter().enumerate();
                slots
                    .filter_map(|(place, slot)| Some((Some(place), slot.as_ref()?)))
                    .collect()
            }
            // One alone is shown large; which slot it holds is not seen.
            Panel::Card(Card::Now(slot)) => vec![(None, slot)],
            _ => Vec::new(),
        };
        if matches!(picture.panel, Panel::Offline { .. }) {
            // Behind the message nobody sees who stands where.
            self.places.clear();
        } else {
            self.check_places(&standing);
        }
        let filled: Vec<_> = standing.iter().filter(|(_, slot)| slot.filled).collect();
        assert_eq!(
            filled.len(),
            usize::from(!standing.is_empty()),
            "one is filled"
        );
        if let Some((call, _)) = self.ear.speaking {
            let number = &self.announced[&call];
            match &picture.panel {
                Panel::Offline { speaking } => {
                    assert_eq!(&speaking.as_ref().unwrap().number, number);
                }
                _ => assert_eq!(&filled[0].1.call.number, number, "heard and seen"),
            }
        }
        let sounding = standing.iter().filter(|(_, slot)| slot.speaking).count();
        assert!(sounding <= 1, "one at a time");
        let visits: BTreeSet<_> = standing
            .iter()
            .map(|(_, slot)| (&slot.call.number, slot.call.counter))
            .collect();
        assert_eq!(visits.len(), standing.len(), "a visitor stands twice");
    }

    fn check_places(&mut self, standing: &[(Option<usize>, &SlotPicture)]) {
        for (place, slot) in standing {
            let call = slot.call.id;
            if let Some(place) = place {
                let known = *self.places.entry(call).or_insert(*place);
                assert_eq!(known, *place, "call {call} moved");
            }
            let back = self.left.remove(&call);
            let heard = self.ear.heard.contains(&call);
            assert!(!back || !heard, "call {call} was said, and stands again");
        }
        let stands = |call: &CallId| standing.iter().any(|(_, slot)| slot.call.id == *call);
        let gone: Vec<_> = self
            .places
            .keys()
            .filter(|call| !stands(call))
            .copied()
            .collect();
        for call in gone {
            self.places.remove(&call);
            self.left.insert(call);
        }
    }
}

fn live(steps: &[Step]) -> Watch {
    let mut hall = Hall::open(COUNTERS);
    let mut watch = Watch {
        board: board(Language::VI),
        ear: Ear::default(),
        now: s(1),
        announced: BTreeMap::new(),
        withdrawn: BTreeSet::new(),
        places: BTreeMap::new(),
        left: BTreeSet::new(),
        shown: BTreeSet::new(),
        spoken: BTreeSet::new(),
    };
    let mut next = 0;
    watch.hear(hall.frame());
    for step in steps {
        let is_called = |hall: &Hall, counter: u16| {
            hall.view
                .calls
                .iter()
                .any(|call| call.counter == counter && call.called)
        };
        match step {
            Step::Call(counter) if hall.counter(*counter).ticket.is_none() => {
                next += 1;
                hall.call(*counter, &format!("A{next:03}"));
            }
            Step::Recall(counter) if is_called(&hall, *counter) => {
                let number = hall.counter(*counter).ticket.clone().unwrap();
                hall.call(*counter, &number);
            }
            Step::Serve(counter) if is_called(&hall, *counter) => {
                let number = hall.counter(*counter).ticket.clone().unwrap();
                hall.serve(*counter, &number);
            }
            Step::Leave(counter) => hall.leave(*counter),
            Step::Wait(seconds) => {
                watch.pass(*seconds);
                hall.after(i64::try_from(*seconds).unwrap());
                continue;
            }
            Step::Lose => {
                watch.hear(News::Lost);
                continue;
            }
            Step::Sound(on) => {
                for report in watch.ear.sound(*on) {
                    watch.hear(News::Voice(report));
                }
                continue;
            }
            Step::Call(_) | Step::Recall(_) | Step::Serve(_) => continue,
        }
        watch.hear(hall.frame());
    }
    // The sound comes back, and there is time to say everything.
    for report in watch.ear.sound(true) {
        watch.hear(News::Voice(report));
    }
    watch.hear(hall.frame());
    watch.pass(600);
    watch
}

#[test]
fn a_recall_spoken_while_the_service_is_away_is_what_stands_when_it_is_back() {
    use Step::{Call, Lose, Recall, Sound, Wait};
    let calls = [Call(1), Call(6), Call(2), Call(3), Call(5), Recall(5)];
    let troubles = [Wait(13), Sound(false), Wait(7), Sound(true), Wait(5)];
    let away = [Lose, Wait(11), Call(1)];
    let steps = [&calls[..], &troubles, &away].concat();
    assert!(live(&steps).places.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_call_is_unheard_or_spoken_twice(steps in steps()) {
        let watch = live(&steps);
        let heard: BTreeSet<_> = watch.ear.heard.iter().copied().collect();
        prop_assert_eq!(heard.len(), watch.ear.heard.len(), "spoken twice");
        for call in watch.announced.keys() {
            prop_assert!(heard.contains(call) || watch.withdrawn.contains(call), "call {} is unheard", call);
        }
        prop_assert_eq!(&watch.spoken, &heard, "receipts of what was spoken");
        prop_assert!(watch.places.is_empty(), "all have left: {:?}", watch.places);
        let seen: BTreeSet<_> = watch.announced.keys().copied().collect();
        prop_assert_eq!(&watch.shown, &seen, "receipts of what was shown");
    }

    #[test]
    fn a_voice_that_drops_calls_holds_no_slot(calls in 1u16..12) {
        let mut hall = Hall::open(COUNTERS);
        let mut board = board(Language::VI);
        let ids: Vec<_> = (1..=calls).map(|n| hall.call(n, &format!("A{n:03}"))).collect();
        board.hear(hall.frame(), s(0));
        board.turn(s(0));
        for id in ids {
            board.hear(News::Voice(Report::Dropped(id, DropReason::Unspeakable)), s(1));
        }
        board.turn(s(20));
        let panel = board.turn(s(41)).panel;
        prop_assert!(matches!(panel, Panel::Card(Card::Last(_))), "{:?}", panel);
    }
}
