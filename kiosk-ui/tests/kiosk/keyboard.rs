//! A real keyboard on the search screen.

use crate::scenes::{Scene, UPRIGHT};
use kiosk_ui::aloud_settings::Keys;
use kiosk_ui::scan::PAUSE;
use kiosk_ui::shell::{keypad, scanning};
use kiosk_ui::view_model::Key as Typed;
use slint::SharedString;
use slint::platform::{Key, WindowEvent};
use std::time::Duration;

/// Each letter after a pause, as the slowest hand does.
fn press(scene: &Scene, keys: impl IntoIterator<Item = SharedString>) {
    for text in keys {
        scene.send(WindowEvent::KeyPressed { text: text.clone() });
        scene.send(WindowEvent::KeyReleased { text });
        std::thread::sleep(PAUSE);
        // Its timer runs on the mocked time of this window.
        i_slint_backend_testing::mock_elapsed_time(PAUSE + Duration::from_millis(50));
    }
}

fn type_in(scene: &Scene, text: &str) {
    press(scene, text.chars().map(SharedString::from));
}

fn searching() -> Scene {
    let scene = Scene::on_a_morning(UPRIGHT);
    scanning::listen_to_keys(&scene.stage, Keys::default());
    keypad::listen(&scene.stage, Keys::default());
    scene.touch("Nộp hồ sơ");
    scene.touch("Tìm theo tên thủ tục");
    scene
}

fn query(scene: &Scene) -> String {
    let field = scene.find("Gõ tên thủ tục, có dấu hoặc không dấu");
    let value = field.and_then(|field| field.accessible_value());
    value.unwrap_or_default().to_string()
}

#[test]
fn telex_from_a_keyboard_finds_and_backspace_and_enter_stay_with_the_typing() {
    let scene = searching();
    type_in(&scene, "Ly licj");
    press(&scene, [Key::Backspace.into()]);
    assert_eq!(query(&scene), "ly lị", "a letter goes, not a key");
    type_in(&scene, "ch");
    assert_eq!(query(&scene), "ly lịch");
    press(&scene, [Key::Return.into()]);
    assert!(scene.spoken().is_empty(), "Enter has nothing read aloud");
    assert!(scene.find("Cấp Phiếu lý lịch tư pháp").is_some());
}

#[test]
fn arrows_still_are_the_keypads() {
    let scene = searching();
    type_in(&scene, "l");
    press(&scene, [Key::DownArrow.into()]);
    assert_eq!(scene.spoken().len(), 1, "the screen is read");
    scene.wait(1);
    press(&scene, [Key::Backspace.into()]);
    assert!(
        scene.find("Tư pháp, hộ tịch").is_some(),
        "and back leads back"
    );
}

#[test]
fn keys_with_control_or_alt_write_nothing_and_leave_nothing() {
    let scene = searching();
    for held in [Key::Control, Key::Alt, Key::Meta] {
        let held = SharedString::from(held);
        scene.send(WindowEvent::KeyPressed { text: held.clone() });
        type_in(&scene, "qw");
        press(&scene, [Key::F4.into(), Key::Tab.into()]);
        scene.send(WindowEvent::KeyReleased { text: held });
        assert_eq!(query(&scene), "");
    }
    press(&scene, [Key::F11.into(), Key::Menu.into()]);
    assert!(scene.find("dấu cách").is_some(), "still the same screen");
}

#[test]
fn a_card_under_the_scanner_leaves_nothing_in_the_field() {
    let scene = searching();
    let card = "056050000123|201234567|TRAN THI MAU|01011950|Nu|12 Duong Mau|01052021\n";
    for letter in card.chars() {
        let text = SharedString::from(letter);
        scene.send(WindowEvent::KeyPressed { text: text.clone() });
        scene.send(WindowEvent::KeyReleased { text });
    }
    std::thread::sleep(PAUSE);
    i_slint_backend_testing::mock_elapsed_time(PAUSE + Duration::from_millis(50));
    assert_eq!(query(&scene), "");
    type_in(&scene, "doi");
    assert_eq!(query(&scene), "doi");
}

#[test]
fn only_letters_marks_and_the_signs_of_names_are_typed() {
    assert_eq!(Typed::typed('Đ'), Some(Typed::Letter('đ')));
    assert_eq!(Typed::typed('7'), Some(Typed::Letter('7')));
    assert_eq!(Typed::typed('\u{301}'), Some(Typed::Tone('\u{301}')));
    assert_eq!(Typed::typed(' '), Some(Typed::Space));
    for other in ['|', '"', '\u{1b}', '\n', '%'] {
        assert_eq!(Typed::typed(other), None, "{other:?}");
    }
}
