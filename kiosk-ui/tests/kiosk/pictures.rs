//! Every screen as it was agreed: in both languages, plain, large and in high contrast; the hardest ones also with low
//! buttons and lying down.

use crate::halved_pictures::compare;
use crate::scenes::{LYING, SCREENS, STAFF_SCREENS, Scene, UPRIGHT};
use kiosk_ui::view_model::aloud::PadKey;
use kiosk_ui::view_model::{Message, Touch};
use queue_protocol::Language;
use slint::ComponentHandle as _;

pub fn picture(scene: &Scene, name: &str) -> Result<(), String> {
    let drawn = scene
        .stage
        .window()
        .window()
        .take_snapshot()
        .map_err(|e| e.to_string())?;
    compare(&drawn, name).map_err(|error| error.to_string())
}

pub fn all_look_as_agreed(results: impl Iterator<Item = Result<(), String>>) {
    let complaints: Vec<String> = results.filter_map(Result::err).collect();
    assert!(complaints.is_empty(), "\n  {}\n", complaints.join("\n  "));
}

pub fn of(name: &str) -> fn(&Scene) {
    let found = SCREENS.iter().find(|screen| screen.0 == name);
    found.expect("a screen of this name").1
}

/// Changes the language. The switch lies in the header, not where a question is; and a touch answers the question whether
/// anybody is there, so that is waited for again.
pub fn speak(scene: &Scene, name: &str, language: Language) {
    if language == Language::VI {
        return;
    }
    scene.say(Message::Touch(Touch::Language(language)));
    if name == "more-time" {
        scene.wait(65);
    }
}

/// Every screen in `language` with an aid switched on, under `name.MODE.LANGUAGE`.
fn every_screen(aid: Option<&str>, mode: &str, language: Language) {
    all_look_as_agreed(SCREENS.iter().map(|(name, reach)| {
        let scene = Scene::on_a_morning(UPRIGHT);
        if let Some(aid) = aid {
            scene.touch(aid);
        }
        reach(&scene);
        speak(&scene, name, language);
        picture(&scene, &format!("{name}{mode}.{language}"))
    }));
}

#[test]
fn upright_in_vietnamese() {
    every_screen(None, "", Language::VI);
}

#[test]
fn upright_in_english() {
    every_screen(None, "", Language::EN);
}

#[test]
fn large_in_vietnamese() {
    every_screen(Some("Chữ to"), ".large", Language::VI);
}

#[test]
fn large_in_english() {
    every_screen(Some("Chữ to"), ".large", Language::EN);
}

#[test]
fn high_contrast_in_vietnamese() {
    every_screen(Some("Tương phản"), ".contrast", Language::VI);
}

#[test]
fn high_contrast_in_english() {
    every_screen(Some("Tương phản"), ".contrast", Language::EN);
}

#[test]
fn low() {
    let screens = [
        "home",
        "choose",
        "find",
        "take-procedure",
        "classes",
        "more-time",
    ];
    all_look_as_agreed(screens.into_iter().map(|name| {
        let scene = Scene::on_a_morning(UPRIGHT);
        scene.touch("Nút thấp");
        of(name)(&scene);
        picture(&scene, &format!("{name}.low"))
    }));
}

fn for_staff(language: Language) {
    all_look_as_agreed(STAFF_SCREENS.iter().map(|(name, reach)| {
        let scene = Scene::on_a_morning(UPRIGHT);
        reach(&scene);
        speak(&scene, name, language);
        picture(&scene, &format!("{name}.{language}"))
    }));
}

#[test]
fn for_staff_in_vietnamese() {
    for_staff(Language::VI);
}

#[test]
fn for_staff_in_english() {
    for_staff(Language::EN);
}

#[test]
fn aloud() {
    let screens = [
        "home",
        "choose",
        "take-procedure",
        "classes",
        "ticket",
        "cancel",
    ];
    all_look_as_agreed(screens.into_iter().map(|name| {
        let scene = Scene::on_a_morning(UPRIGHT);
        of(name)(&scene);
        scene.say(Message::Touch(Touch::Aloud));
        scene.stage.press(PadKey::Next);
        picture(&scene, &format!("{name}.aloud"))
    }));
}

#[test]
fn lying_down_and_large() {
    let screens = [
        "home",
        "find-none",
        "fields",
        "take-procedure",
        "classes",
        "settled",
    ];
    all_look_as_agreed(screens.into_iter().map(|name| {
        let scene = Scene::on_a_morning(LYING);
        scene.touch("Chữ to");
        of(name)(&scene);
        picture(&scene, &format!("{name}.lying.large"))
    }));
}

#[test]
fn lying_down() {
    let screens = [
        "home",
        "choose",
        "find",
        "agencies",
        "take-procedure",
        "details",
        "ticket",
        "trouble",
        "lunch",
        "holiday",
    ];
    all_look_as_agreed(screens.into_iter().map(|name| {
        let scene = Scene::on_a_morning(LYING);
        of(name)(&scene);
        picture(&scene, &format!("{name}.lying"))
    }));
}
