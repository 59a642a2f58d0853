//! A device that nobody needs is let go, looked at now and then, and there again for the next call.

use super::scene;
use crate::player::Health;
use std::time::Duration;

#[test]
fn a_device_rests_where_nothing_is_said_and_is_there_at_once_for_a_call() {
    let mut scene = scene();
    scene.announce([1]);
    scene.run(20.0);
    assert!(scene.hall.borrow().open, "it stays awake for a while");
    scene.run(40.0);
    assert!(!scene.hall.borrow().open);
    let before = scene.hall.borrow().now;
    scene.announce([2]);
    scene.run(10.0);
    assert_eq!(scene.spoken(), [1, 2]);
    let begun = scene.hall.borrow().heard[1].0;
    assert!(begun - before < Duration::from_millis(50), "{begun:?}");
    assert_eq!(scene.health(), Health::Ready);
    assert_eq!(scene.healths(), [Health::Ready], "that it rests is no news");
}

#[test]
fn a_resting_device_that_goes_and_comes_back_is_noticed() {
    let mut scene = scene();
    scene.run(60.0);
    assert!(!scene.hall.borrow().open);
    scene.hall.borrow_mut().unplugged = true;
    scene.run(70.0);
    assert!(matches!(scene.health(), Health::Silent { .. }));
    scene.hall.borrow_mut().unplugged = false;
    scene.run(130.0);
    assert_eq!(scene.health(), Health::Ready);
}

#[test]
fn an_idle_day_opens_the_device_no_longer_than_to_look_at_it() {
    let mut scene = scene();
    scene.run(3_600.0);
    let tried = scene.hall.borrow().tried.len();
    assert!((50..70).contains(&tried), "{tried} times in an hour");
    assert!(!scene.hall.borrow().open);
}
