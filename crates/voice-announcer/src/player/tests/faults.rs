//! What the voice does when the device stalls, vanishes, or was never there.

use super::super::fake_device::{Scene, voices};
use super::super::{DropReason, Health, Order, Settings};
use super::scene;
use crate::{ClipId, Notice};
use proptest::prelude::*;
use std::time::Duration;

fn set(scene: &Scene, unplugged: bool, stalled: bool) {
    let mut hall = scene.hall.borrow_mut();
    hall.unplugged = unplugged;
    hall.stalled = stalled;
}

#[test]
fn without_a_device_it_says_so_and_tries_again_rarely() {
    let mut scene = scene();
    set(&scene, true, false);
    scene.run(600.0);
    assert_eq!(
        scene.health(),
        Health::Silent {
            reason: "no device".into()
        }
    );
    let tried = scene.hall.borrow().tried.clone();
    assert!(tried.len() > 3, "{tried:?}");
    assert!(
        tried
            .windows(2)
            .all(|pair| pair[1] - pair[0] >= Duration::from_secs(30)),
        "{tried:?}"
    );
}

#[test]
fn when_the_device_comes_only_the_last_minute_is_spoken() {
    let mut scene = scene();
    set(&scene, true, false);
    scene.announce([1]);
    scene.run(80.0);
    scene.announce([2]);
    set(&scene, false, false);
    scene.run(60.0);
    assert_eq!(scene.health(), Health::Ready);
    assert_eq!(scene.dropped(), [(1, DropReason::Stale)]);
    assert_eq!(scene.spoken(), [2]);
}

#[test]
fn a_stalled_call_is_spoken_again_whole_and_nothing_is_lost() {
    let mut scene = scene();
    scene.announce(0..24);
    scene.run(3.0);
    set(&scene, false, true);
    scene.run(9.0);
    assert_eq!(scene.hall.borrow().opened, 2);
    set(&scene, false, false);
    scene.run(300.0);
    assert_eq!(scene.spoken(), (0..24).collect::<Vec<_>>());
    assert_eq!(scene.begun()[..2], [0, 0]);
    assert_eq!(scene.hall.borrow().heard.len(), 24);
    assert_eq!(scene.dropped(), []);
}

#[test]
fn a_device_unplugged_in_mid_call_and_replugged_loses_no_call() {
    let mut scene = scene();
    scene.announce(0..5);
    scene.run(10.0);
    set(&scene, true, false);
    scene.run(5.0);
    assert_eq!(
        scene.health(),
        Health::Silent {
            reason: "no device".into()
        }
    );
    set(&scene, false, false);
    scene.run(100.0);
    assert_eq!(scene.spoken(), [0, 1, 2, 3, 4]);
    assert_eq!(scene.health(), Health::Ready);
}

#[test]
fn a_call_withdrawn_while_it_is_spoken_is_not_spoken_again_after_a_fault() {
    let mut scene = scene();
    scene.announce([1, 2]);
    scene.run(2.0);
    scene.obey(Order::Withdraw(1));
    set(&scene, true, false);
    scene.run(1.0);
    set(&scene, false, false);
    scene.run(60.0);
    assert_eq!(scene.spoken(), [2]);
    assert_eq!(scene.dropped(), [(1, DropReason::Withdrawn)]);
}

#[test]
fn a_device_unplugged_while_nobody_is_called_is_noticed() {
    let mut scene = scene();
    scene.run(10.0);
    assert_eq!(scene.health(), Health::Ready);
    set(&scene, true, false);
    scene.run(6.0);
    assert!(matches!(scene.health(), Health::Silent { .. }));
}

#[test]
fn a_device_that_always_stalls_keeps_nothing_for_ever() {
    let mut scene = scene();
    set(&scene, false, true);
    for id in 0..200 {
        scene.announce([id]);
        scene.run(10.0);
    }
    let kept = 200 - scene.dropped().len();
    assert!(kept <= 10, "{kept} calls are kept");
    let tried = scene.hall.borrow().tried.clone();
    assert!(tried.len() < 40, "{} attempts in 2,000 s", tried.len());
    set(&scene, false, false);
    scene.announce([999]);
    scene.run(300.0);
    assert_eq!(scene.spoken().last(), Some(&999));
}

#[test]
fn a_call_without_a_clip_is_dropped_and_the_next_one_spoken() {
    let voices = voices().without(&ClipId::Letter('C'));
    let mut scene = Scene::with_voices(voices.into(), Settings::default());
    scene.announce([1, 2]);
    scene.run(30.0);
    assert_eq!(scene.dropped(), [(1, DropReason::Unspeakable)]);
    assert_eq!(scene.spoken(), [2]);
}

#[test]
fn a_device_of_another_rate_is_told_from_a_sound_one() {
    let mut drifting = scene();
    drifting.hall.borrow_mut().speed = Some(0.95);
    drifting.announce(0..5);
    drifting.run(100.0);
    assert_eq!(drifting.spoken(), [0, 1, 2, 3, 4]);
    assert_eq!(drifting.health(), Health::Ready);

    let mut halved = scene();
    halved.hall.borrow_mut().speed = Some(0.5);
    halved.announce([1]);
    halved.run(20.0);
    assert!(halved.spoken().is_empty());
    assert!(matches!(halved.health(), Health::Silent { .. }));
    halved.hall.borrow_mut().speed = None;
    halved.run(60.0);
    assert_eq!(halved.spoken(), [1]);
    assert_eq!(halved.health(), Health::Ready);

    let mut doubled = scene();
    doubled.hall.borrow_mut().speed = Some(2.0);
    doubled.announce(0..24);
    doubled.run(300.0);
    assert_eq!(doubled.spoken(), (0..24).collect::<Vec<_>>());
    assert!(doubled.shortest_gap() >= Duration::from_millis(300));
}

#[test]
fn a_notice_that_a_fault_interrupts_is_not_said_again() {
    let mut scene = scene();
    scene.tell(Notice::ClosingSoon { minutes: 15 });
    scene.run(2.0);
    set(&scene, true, false);
    scene.run(1.0);
    set(&scene, false, false);
    scene.announce([1]);
    scene.run(60.0);
    assert_eq!(scene.spoken(), [1]);
    assert_eq!(scene.hall.borrow().heard.len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn under_any_faults_calls_keep_their_order_and_none_is_lost_silently(
        steps in prop::collection::vec((any::<bool>(), any::<bool>(), 0_usize..4, 0.0_f64..40.0), 1..30)
    ) {
        let mut scene = scene();
        let mut next = 0;
        for (unplugged, stalled, calls, seconds) in steps {
            set(&scene, unplugged, stalled);
            for _ in 0..calls {
                scene.announce([next]);
                next += 1;
            }
            scene.run(seconds);
        }
        set(&scene, false, false);
        scene.run(1_000.0);
        let spoken = scene.spoken();
        prop_assert!(spoken.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", spoken);
        let mut all: Vec<_> = scene.dropped().into_iter().map(|(call, _)| call).chain(spoken).collect();
        all.sort_unstable();
        prop_assert_eq!(all, (0..next).collect::<Vec<_>>());
        prop_assert!(scene.dropped().iter().all(|(_, why)| *why == DropReason::Stale));
        prop_assert!(scene.shortest_gap() >= Duration::from_millis(300));
        prop_assert_eq!(scene.health(), Health::Ready);
    }
}
