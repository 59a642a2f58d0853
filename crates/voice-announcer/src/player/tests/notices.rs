//! Notices: after all calls, in both languages, never late and never many.

use super::super::fake_device::voices;
use super::scene;
use crate::Notice;
use std::time::Duration;

fn on_break(counter: u16) -> Notice {
    Notice::Break {
        counter,
        minutes: Some(15),
    }
}

#[test]
fn a_notice_waits_until_no_call_does() {
    let mut scene = scene();
    scene.tell(on_break(7));
    scene.announce([1, 2]);
    scene.run(60.0);
    assert_eq!(scene.spoken(), [1, 2]);
    let heard: Vec<_> = scene.hall.borrow().heard[2..]
        .iter()
        .map(|(from, to)| *to - *from)
        .collect();
    let sentences = voices().sentences(&on_break(7), 1);
    assert_eq!(
        (heard.len(), sentences.len()),
        (2, 2),
        "Vietnamese, English"
    );
    for (heard, sentence) in heard.iter().zip(&sentences) {
        let expected = voices().duration(sentence);
        assert!(heard.abs_diff(expected) < Duration::from_millis(1));
    }
}

#[test]
fn a_call_that_comes_meanwhile_is_spoken_before_the_english() {
    let mut scene = scene();
    scene.tell(on_break(7));
    scene.run(2.0);
    scene.announce([1]);
    scene.run(60.0);
    assert_eq!(scene.spoken(), [1]);
    assert_eq!(scene.hall.borrow().heard.len(), 2);
}

#[test]
fn a_notice_that_waited_a_minute_is_not_said() {
    let mut scene = scene();
    scene.announce(0..24);
    scene.run(1.0);
    scene.tell(on_break(7));
    scene.run(200.0);
    assert_eq!(scene.hall.borrow().heard.len(), 24);
}

#[test]
fn when_all_counters_leave_at_once_the_hall_hears_of_four() {
    let mut scene = scene();
    (1..=24).for_each(|counter| scene.tell(on_break(counter)));
    scene.run(200.0);
    assert_eq!(scene.hall.borrow().heard.len(), 8);
}
