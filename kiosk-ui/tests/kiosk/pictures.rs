//! Every screen as it was agreed, in both languages; the hardest ones also large, in high contrast and lying down.

use crate::halved_pictures::compare;
use crate::scenes::{LYING, SCREENS, Scene, UPRIGHT};
use slint::ComponentHandle as _;

fn picture(scene: &Scene, name: &str) -> Result<(), String> {
    let drawn = scene
        .stage
        .window()
        .window()
        .take_snapshot()
        .map_err(|e| e.to_string())?;
    compare(&drawn, name).map_err(|error| error.to_string())
}

fn all_look_as_agreed(results: impl Iterator<Item = Result<(), String>>) {
    let complaints: Vec<String> = results.filter_map(Result::err).collect();
    assert!(complaints.is_empty(), "\n  {}\n", complaints.join("\n  "));
}

fn of(name: &str) -> fn(&Scene) {
    let found = SCREENS.iter().find(|screen| screen.0 == name);
    found.expect("a screen of this name").1
}

#[test]
fn upright_in_vietnamese() {
    all_look_as_agreed(SCREENS.iter().map(|(name, reach)| {
        let scene = Scene::on_a_morning(UPRIGHT);
        reach(&scene);
        picture(&scene, &format!("{name}.vi"))
    }));
}

#[test]
fn upright_in_english() {
    all_look_as_agreed(SCREENS.iter().map(|(name, reach)| {
        let scene = Scene::on_a_morning(UPRIGHT);
        reach(&scene);
        english(&scene);
        picture(&scene, &format!("{name}.en"))
    }));
}

/// The switch lies in the header, except under a question.
fn english(scene: &Scene) {
    scene.say(kiosk_ui::view_model::Message::Touch(
        kiosk_ui::view_model::Touch::Language(queue_protocol::Language::En),
    ));
}

#[test]
fn upright_large() {
    let screens = [
        "home",
        "choose",
        "find",
        "take-procedure",
        "ticket",
        "trouble",
        "lunch",
    ];
    all_look_as_agreed(screens.into_iter().map(|name| {
        let scene = Scene::on_a_morning(UPRIGHT);
        scene.touch("Chữ to");
        of(name)(&scene);
        picture(&scene, &format!("{name}.large"))
    }));
}

#[test]
fn upright_in_high_contrast() {
    let screens = ["home", "choose", "find", "take", "ticket", "trouble"];
    all_look_as_agreed(screens.into_iter().map(|name| {
        let scene = Scene::on_a_morning(UPRIGHT);
        scene.touch("Tương phản");
        of(name)(&scene);
        picture(&scene, &format!("{name}.contrast"))
    }));
}

#[test]
fn lying_down() {
    let screens = [
        "home",
        "choose",
        "find",
        "take-procedure",
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
