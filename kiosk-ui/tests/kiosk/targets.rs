//! Every screen is walked over, in every shape and size of text, and in a language of long words.

use crate::pictures::speak;
use crate::scenes::{LYING, Scene, UPRIGHT, all_screens};
use crate::walk::complaints;
use queue_protocol::Language;

/// Panels of the drawn one's size with fewer and more pixels.
const SMALL: (u32, u32) = (768, 1366);
const HUGE: (u32, u32) = (2160, 3840);

fn all_is_well(found: &[String]) {
    assert!(found.is_empty(), "\n  {}\n", found.join("\n  "));
}

fn check(size: (u32, u32), prepare: fn(&Scene)) {
    let mut found = Vec::new();
    for (name, reach) in all_screens() {
        for language in [Language::VI, Language::EN] {
            let scene = Scene::on_a_morning(size);
            prepare(&scene);
            reach(&scene);
            speak(&scene, name, language);
            let here = complaints(&scene, size).into_iter();
            found.extend(here.map(|complaint| format!("{name}, {language}: {complaint}")));
        }
    }
    all_is_well(&found);
}

/// Every screen in a language that does not exist, all of whose words are two fifths longer than the Vietnamese ones.
fn check_long_words(size: (u32, u32), prepare: fn(&Scene)) {
    let mut found = Vec::new();
    for (name, reach) in all_screens() {
        let scene = Scene::on_a_morning(size);
        prepare(&scene);
        reach(&scene);
        slint::select_bundled_translation("x-long").expect("in debug builds");
        #[expect(clippy::cast_precision_loss, reason = "pixels of a window")]
        scene.stage.resized(size.0 as f32, size.1 as f32);
        let here = complaints(&scene, size).into_iter();
        found.extend(here.map(|complaint| format!("{name}: {complaint}")));
        slint::select_bundled_translation("").expect("the texts of the source");
    }
    all_is_well(&found);
}

fn large(scene: &Scene) {
    scene.touch("Chữ to");
}

fn low(scene: &Scene) {
    scene.touch("Nút thấp");
}

#[test]
fn upright() {
    check(UPRIGHT, |_| {});
}

#[test]
fn upright_and_large() {
    check(UPRIGHT, large);
}

#[test]
fn lying_down() {
    check(LYING, |_| {});
}

#[test]
fn upright_and_low() {
    check(UPRIGHT, low);
}

#[test]
fn lying_down_and_low() {
    check(LYING, low);
}

#[test]
fn small_and_upright() {
    check(SMALL, |_| {});
}

#[test]
fn small_upright_and_large() {
    check(SMALL, large);
}

#[test]
fn lying_down_and_large() {
    check(LYING, large);
}

#[test]
fn huge_and_upright() {
    check(HUGE, |_| {});
}

#[test]
fn long_words_upright() {
    check_long_words(UPRIGHT, |_| {});
}

#[test]
fn long_words_upright_and_large() {
    check_long_words(UPRIGHT, large);
}

#[test]
fn long_words_lying_down() {
    check_long_words(LYING, |_| {});
}

#[test]
fn long_words_small() {
    check_long_words(SMALL, |_| {});
}

#[test]
fn long_words_small_and_large() {
    check_long_words(SMALL, large);
}

#[test]
fn long_words_huge() {
    check_long_words(HUGE, |_| {});
}
