//! The volume of the hour, and hours when nothing is said.

use super::super::fake_device::Scene;
use super::super::{DropReason, Settings};
use crate::{Notice, VolumePlan};

fn scene(volume: VolumePlan) -> Scene {
    Scene::new(Settings {
        volume,
        ..Settings::default()
    })
}

fn plan() -> VolumePlan {
    VolumePlan {
        usual: 1.0,
        hours: vec![("06:00-07:30".parse().unwrap(), 0.5)],
        quiet: vec!["11:30-13:00".parse().unwrap()],
    }
}

#[test]
fn in_quiet_hours_calls_are_dropped_with_their_reason() {
    let mut scene = scene(plan());
    scene.set_time("11:29");
    scene.announce([1]);
    scene.run(50.0);
    scene.run(20.0);
    scene.announce([2]);
    scene.tell(Notice::ClosingSoon { minutes: 15 });
    scene.run(90.0 * 60.0);
    scene.announce([3]);
    scene.run(20.0);
    assert_eq!(scene.spoken(), [1, 3]);
    assert_eq!(scene.dropped(), [(2, DropReason::Quiet)]);
    assert_eq!(scene.hall.borrow().heard.len(), 2, "no notice either");
}

#[test]
fn the_volume_is_that_of_the_hour_when_a_call_is_spoken() {
    let mut scene = scene(plan());
    scene.announce([1]);
    scene.run(20.0);
    scene.set_time("07:29");
    scene.announce([25]);
    scene.run(60.0);
    scene.announce([49]);
    scene.run(20.0);
    let peaks = scene.hall.borrow().peaks.clone();
    assert_eq!(peaks.len(), 3);
    // The loudest sample is one of the same words.
    let ratio = peaks[1] / peaks[0];
    assert!((0.4..0.6).contains(&ratio), "{peaks:?}");
    assert!(peaks[2] > peaks[1] * 1.6, "{peaks:?}");
}

#[test]
fn a_volume_of_nothing_claims_nothing_spoken() {
    let mut scene = scene(VolumePlan {
        usual: 0.0,
        ..VolumePlan::default()
    });
    scene.announce([1]);
    scene.run(20.0);
    assert!(scene.spoken().is_empty());
    assert_eq!(scene.dropped(), [(1, DropReason::Quiet)]);
}
