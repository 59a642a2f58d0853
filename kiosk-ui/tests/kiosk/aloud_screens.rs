//! What a listener hears on every screen, in both languages; and the ring around every choice.

use crate::aloud::transcript;
use crate::scenes::{SCREENS, Scene, UPRIGHT};
use i_slint_backend_testing::ElementRoot as _;
use kiosk_ui::aloud_settings::Keys;
use kiosk_ui::view_model::aloud::{PadKey, Spot};
use kiosk_ui::view_model::{Message, Touch};
use queue_protocol::Language;
use slint::SharedString;
use slint::platform::{Key, WindowEvent};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

/// Nothing turns around more often.
const MOST_CHOICES: usize = 14;

fn read_aloud(name: &str, reach: fn(&Scene), language: Language) -> Scene {
    let scene = Scene::on_a_morning(UPRIGHT);
    reach(&scene);
    scene.say(Message::Touch(Touch::Language(language)));
    scene.say(Message::Touch(Touch::Aloud));
    if name == "more-time" {
        scene.wait(130);
    }
    scene
}

#[test]
fn every_screen_says_what_it_is_about_and_its_choices() {
    let mut all = String::new();
    for (name, reach) in SCREENS {
        for language in [Language::VI, Language::EN] {
            let scene = read_aloud(name, reach, language);
            let said = scene.spoken();
            let last = said.last().expect("something is said");
            assert_eq!(last.language, language);
            let _ = writeln!(all, "{name}, {language}: {}", transcript(last));
        }
    }
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kiosk/aloud_screens.txt");
    let agreed = std::fs::read_to_string(&golden).unwrap_or_default();
    if std::env::var_os("XINMOI_BLESS").is_some() {
        std::fs::write(&golden, &all).expect("written");
    }
    assert_eq!(all, agreed, "XINMOI_BLESS=1 writes it anew");
}

#[test]
fn a_ring_stands_around_the_choice_of_the_keys_on_every_screen() {
    for (name, reach) in SCREENS {
        let scene = read_aloud(name, reach, Language::VI);
        let mut places = BTreeSet::new();
        for _ in 0..MOST_CHOICES {
            let root = scene.stage.window().root_element();
            let rings = root
                .query_descendants()
                .match_inherits("FocusRing")
                .find_all();
            let at = scene.stage.spot();
            // Nothing under a question can be chosen, and nothing there is marked.
            assert_eq!(rings.len(), usize::from(at.is_some()), "{name}: {at:?}");
            places.extend(rings.iter().map(|ring| {
                let corner = ring.absolute_position();
                format!("{},{}", corner.x, corner.y)
            }));
            scene.stage.press(PadKey::Next);
        }
        assert!(!places.is_empty(), "{name}: something can be chosen");
    }
}

#[test]
fn keys_choose_on_the_screen_as_a_finger_does() {
    let scene = Scene::on_a_morning(UPRIGHT);
    scene.stage.press(PadKey::Choose);
    scene.wait(1);
    assert_eq!(scene.stage.spot(), Some(Spot::Purpose(0)));
    scene.stage.press(PadKey::Choose);
    assert!(scene.find("Tư pháp, hộ tịch").is_some());
    assert_eq!(scene.spoken().len(), 2, "each screen once");
}

#[test]
fn keys_of_the_keypad_are_heard_and_what_a_scanner_types_is_not() {
    let scene = Scene::on_a_morning(UPRIGHT);
    kiosk_ui::shell::scanning::listen_to_keys(&scene.stage, Keys::default());
    kiosk_ui::shell::keypad::listen(&scene.stage, Keys::default());
    for key in ["0", "7", "\n"] {
        scene.send(WindowEvent::KeyPressed { text: key.into() });
        scene.send(WindowEvent::KeyReleased { text: key.into() });
    }
    assert_eq!(scene.stage.spot(), None, "the scan's own ending");
    let down = SharedString::from(Key::DownArrow);
    std::thread::sleep(kiosk_ui::scan::PAUSE);
    scene.send(WindowEvent::KeyPressed { text: down });
    assert_eq!(scene.stage.spot(), Some(Spot::Purpose(0)));
}
