//! How much of a call is said, and what cuts it short.

use super::super::fake_device::{Scene, call, voices};
use super::super::pace::Pace;
use super::super::{Order, Settings};
use crate::{Announcement, Saying, Speech};
use queue_protocol::Language;
use std::time::Duration;

fn in_both(id: u64) -> Announcement {
    Announcement {
        languages: vec![Language::VI, Language::EN],
        ..call(id)
    }
}

fn twice() -> Scene {
    Scene::new(Settings {
        times: 2,
        ..Settings::default()
    })
}

fn lengths(scene: &Scene) -> Vec<Duration> {
    let hall = scene.hall.borrow();
    let lengths = hall.heard.iter().map(|(from, to)| *to - *from);
    lengths.collect()
}

#[track_caller]
fn assert_heard(scene: &Scene, expected: &[Speech]) {
    let heard = lengths(scene);
    let expected: Vec<_> = expected
        .iter()
        .map(|speech| voices().duration(speech))
        .collect();
    let close = |(a, b): (&Duration, &Duration)| a.abs_diff(*b) < Duration::from_millis(1);
    assert!(
        heard.len() == expected.len() && heard.iter().zip(&expected).all(close),
        "{heard:?} instead of {expected:?}"
    );
}

#[test]
fn the_pace_follows_the_longer_lag() {
    let s = Duration::from_secs;
    for (waited, behind, pace) in [
        (0, 0, Pace::Whole),
        (20, 20, Pace::Whole),
        (21, 0, Pace::Once),
        (0, 40, Pace::Once),
        (41, 0, Pace::Short),
        (0, 41, Pace::Short),
    ] {
        assert_eq!(Pace::of(s(waited), s(behind)), pace, "{waited} {behind}");
    }
}

#[test]
fn alone_a_call_is_said_whole_in_its_languages_as_often_as_set() {
    let mut scene = twice();
    scene.obey(Order::Announce(1, in_both(1)));
    scene.run(60.0);
    let sentences = voices().sentences(&in_both(1), 2);
    assert_eq!(sentences.len(), 4);
    assert_heard(&scene, &sentences);
    assert_eq!(scene.spoken(), [1]);
}

#[test]
fn with_20_s_behind_it_a_call_is_said_once_and_in_vietnamese() {
    let mut scene = Scene::new(Settings::default());
    for id in 0..3 {
        scene.obey(Order::Announce(id, in_both(id)));
    }
    scene.run(60.0);
    let first = |id| voices().sentences(&in_both(id), 1).swap_remove(0);
    let whole = voices().sentences(&in_both(2), 1);
    let expected = [vec![first(0)], voices().sentences(&in_both(1), 1), whole];
    assert_heard(&scene, &expected.concat());
}

#[test]
fn with_40_s_behind_them_calls_are_said_short_but_a_recall_whole() {
    let recall = Announcement {
        recall: true,
        ..in_both(1)
    };
    let mut scene = twice();
    scene.obey(Order::Announce(0, in_both(0)));
    scene.obey(Order::Announce(1, recall.clone()));
    for id in 2..5 {
        scene.obey(Order::Announce(id, in_both(id)));
    }
    scene.run(300.0);
    assert_eq!(scene.spoken(), [0, 1, 2, 3, 4]);
    let short = |id| voices().speech(Saying::short(&in_both(id)), 1);
    let mut expected = vec![short(0)];
    expected.extend(voices().sentences(&recall, 2));
    expected.push(short(2).without_lead());
    // These two have waited more than 20 s by then.
    let once = |id| voices().sentences(&in_both(id), 1).swap_remove(0);
    expected.extend([once(3), once(4)]);
    assert_heard(&scene, &expected);
}

#[test]
fn a_burst_cuts_the_repetitions_of_the_call_before_it() {
    let mut scene = twice();
    scene.obey(Order::Announce(0, in_both(0)));
    scene.run(1.0);
    for id in 1..10 {
        scene.obey(Order::Announce(id, in_both(id)));
    }
    scene.run(200.0);
    let first = voices().sentences(&in_both(0), 2).swap_remove(0);
    let heard = lengths(&scene);
    assert!(heard[0].abs_diff(voices().duration(&first)) < Duration::from_millis(1));
    assert_eq!(heard.len(), 10, "one sentence a call");
    assert_eq!(scene.spoken(), (0..10).collect::<Vec<_>>());
}

#[test]
fn a_call_withdrawn_while_it_is_spoken_ends_with_its_sentence() {
    let mut scene = twice();
    scene.obey(Order::Announce(0, in_both(0)));
    scene.run(1.0);
    scene.obey(Order::Withdraw(0));
    scene.run(60.0);
    assert_eq!(scene.hall.borrow().heard.len(), 1);
    assert_eq!(scene.spoken(), [0]);
}
