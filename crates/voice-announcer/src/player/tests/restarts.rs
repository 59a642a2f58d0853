//! The sound, or the board, is killed at every step of a few calls.

use super::super::fake_device::Scene;
use super::super::{CallId, Settings};
use super::scene;
use crate::BoardCalls;
use chrono::{DateTime, FixedOffset, TimeDelta};
use queue_protocol::views::{BoardCall, Issuing};
use queue_protocol::{BoardView, Frame, Language};
use std::time::Duration;

/// Every so often something may end.
const STEP: f64 = 0.4;

#[test]
fn sound_that_fails_at_any_step_costs_no_call_and_no_order() {
    for step in 0..60 {
        let mut scene = scene();
        scene.announce(0..4);
        scene.run(f64::from(step) * STEP);
        scene.hall.borrow_mut().unplugged = true;
        scene.run(3.0);
        scene.hall.borrow_mut().unplugged = false;
        scene.run(120.0);
        assert_eq!(scene.spoken(), [0, 1, 2, 3], "unplugged at step {step}");
        assert_eq!(
            scene.hall.borrow().heard.len(),
            4,
            "each is heard whole once"
        );
        assert!(scene.shortest_gap() >= Duration::from_millis(300));
    }
}

fn time(seconds: f64) -> DateTime<FixedOffset> {
    #[expect(clippy::cast_possible_truncation)]
    let since = TimeDelta::milliseconds((seconds * 1000.0) as i64);
    DateTime::parse_from_rfc3339("2026-11-20T08:00:00+07:00").unwrap() + since
}

/// A call every 4 s, as a board that looks at `now` sees them.
fn frame(now: f64) -> Frame<BoardView> {
    let call = |id: u16| BoardCall {
        id: id.into(),
        number: format!("A{id:03}"),
        counter: id + 1,
        at: time(f64::from(id) * 4.0),
        language: Language::VI,
        priority: false,
        attempt: 1,
        called: true,
        spoken: false,
    };
    let calls = (0..6).map(call).filter(|call| call.at <= time(now));
    let view = BoardView {
        catalogue: String::new(),
        zone: None,
        issuing: Issuing::Open {
            until: time(10_000.0),
        },
        counters: Vec::new(),
        calls: calls.collect(),
        queues: Vec::new(),
        missed: Vec::new(),
        transfers: Vec::new(),
        screen: None,
        speaks: true,
    };
    Frame {
        at: time(now),
        journal: "a".into(),
        seq: 1,
        view,
    }
}

/// A board from one start to its end: what it speaks of the views from `from` to `to`.
fn board(from: f64, to: f64) -> Vec<CallId> {
    let (mut calls, mut scene) = (BoardCalls::default(), Scene::new(Settings::default()));
    let mut now = from;
    while now < to {
        for order in calls.take(&frame(now)) {
            scene.obey(order);
        }
        let step = STEP.min(to - now);
        scene.run(step);
        now += step;
    }
    scene.spoken()
}

#[test]
fn a_board_killed_at_any_step_leaves_no_young_call_unspoken() {
    for step in 1..100 {
        let killed = f64::from(step) * STEP;
        let before = board(0.0, killed);
        // It is back after 2 s.
        let after = board(killed + 2.0, 120.0);
        for id in 0..6 {
            let called = 4.0 * f64::from(u16::try_from(id).unwrap());
            let young = killed + 2.0 - called <= 20.0;
            let spoken = before.contains(&id) || after.contains(&id);
            assert!(spoken || !young, "call {id}, killed after {killed} s");
        }
        assert!(
            after.windows(2).all(|pair| pair[0] < pair[1]),
            "in order, each once"
        );
    }
}
