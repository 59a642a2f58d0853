mod faults;
mod handover;
mod hours;
mod notices;
mod pace;
mod rest;
mod restarts;
mod speaker;
mod thread;
mod wav_folder;

use super::fake_device::{Scene, call, voices};
use super::{DropReason, Health, Order, Settings};
use crate::Announcement;
use proptest::prelude::*;
use std::time::Duration;

fn scene() -> Scene {
    Scene::new(Settings::default())
}

/// What a call lasts in full.
fn length(announcement: &Announcement, times: u8) -> Duration {
    voices().duration(&voices().speech(announcement, times))
}

#[test]
fn a_burst_of_24_is_spoken_in_order_without_loss_or_overlap() {
    let mut scene = scene();
    scene.announce(0..24);
    scene.run(300.0);
    assert_eq!(scene.spoken(), (0..24).collect::<Vec<_>>());
    assert_eq!(scene.begun(), scene.spoken());
    assert_eq!(scene.hall.borrow().heard.len(), 24);
    assert!(scene.shortest_gap() >= Duration::from_millis(300));
    assert_eq!(scene.health(), Health::Ready);
}

#[test]
fn every_sound_is_heard_for_its_whole_length() {
    let mut scene = scene();
    scene.announce([5, 3]);
    scene.run(30.0);
    let lengths: Vec<_> = scene
        .hall
        .borrow()
        .heard
        .iter()
        .map(|(from, to)| *to - *from)
        .collect();
    let close = |a: Duration, b: Duration| a.abs_diff(b) < Duration::from_millis(1);
    assert!(close(lengths[0], length(&call(5), 1)) && close(lengths[1], length(&call(3), 1)));
}

#[test]
fn a_call_id_is_spoken_once() {
    let mut scene = scene();
    scene.announce([1, 1, 2]);
    scene.run(60.0);
    scene.announce([2, 1]);
    scene.run(60.0);
    assert_eq!(scene.spoken(), [1, 2]);
}

#[test]
fn a_withdrawn_call_is_dropped_unless_it_is_being_spoken() {
    let mut scene = scene();
    scene.announce([1, 2, 3]);
    scene.run(1.0);
    for call in [1, 2, 9] {
        scene.obey(Order::Withdraw(call));
    }
    scene.run(60.0);
    assert_eq!(scene.spoken(), [1, 3]);
    assert_eq!(scene.dropped(), [(2, DropReason::Withdrawn)]);
    scene.announce([2]);
    scene.run(60.0);
    assert_eq!(scene.spoken(), [1, 3]);
}

#[test]
fn another_journal_may_use_the_ids_again() {
    let mut scene = scene();
    scene.announce([1, 2]);
    scene.run(1.0);
    scene.obey(Order::Forget);
    scene.announce([2, 1]);
    scene.run(60.0);
    assert_eq!(scene.spoken(), [1, 2, 1]);
    assert_eq!(scene.dropped(), [(2, DropReason::Withdrawn)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_announced_and_withdrawn_is_spoken_in_order_or_dropped(
        steps in prop::collection::vec((0_u64..40, any::<bool>(), 0.0_f64..8.0), 1..40)
    ) {
        let mut scene = scene();
        let mut announced = Vec::new();
        for (id, withdraw, seconds) in steps {
            if withdraw {
                scene.obey(Order::Withdraw(id));
            } else {
                if !announced.contains(&id) {
                    announced.push(id);
                }
                scene.announce([id]);
            }
            scene.run(seconds);
        }
        scene.run(500.0);
        let dropped: Vec<_> = scene.dropped().into_iter().map(|(call, _)| call).collect();
        announced.retain(|call| !dropped.contains(call));
        prop_assert_eq!(scene.spoken(), announced);
        prop_assert!(scene.shortest_gap() >= Duration::from_millis(300));
    }
}
