//! Everything that can be used says what it is, in both languages and in every state.

use crate::views;
use crate::window::{Screen, USED};
use counter_ui::shell::ThemeMode;
use i_slint_backend_testing::{ElementHandle, ElementQuery};
use queue_protocol::{CounterView, Language};
use slint::SharedString;
use slint::platform::Key;

/// A view, and the keys that lead on from it; the first with Ctrl where it says so.
type State = (CounterView, bool, Vec<SharedString>);

fn states() -> Vec<State> {
    let f = |keys: &[Key]| keys.iter().map(|key| (*key).into()).collect();
    let text = |keys: &[&str]| keys.iter().map(|key| (*key).into()).collect();
    vec![
        (views::closed(), false, f(&[])),
        (views::held_by(121), false, f(&[])),
        (views::idle(), false, f(&[])),
        (views::ready(), false, f(&[])),
        (views::called("A012"), false, f(&[])),
        (views::serving("A012"), false, f(&[])),
        (views::pausing(), false, f(&[])),
        (views::serving("A012"), false, f(&[Key::F5])),
        (views::serving("A012"), false, f(&[Key::F6])),
        (views::ready(), false, f(&[Key::F9])),
        (views::ready(), false, f(&[Key::F12])),
        (views::serving("A012"), false, f(&[Key::F11])),
        (views::called("A012"), false, f(&[Key::F11])),
        (views::idle(), false, f(&[Key::F11])),
        (views::ready(), true, text(&["g"])),
        (views::ready(), true, text(&["f"])),
        (views::ready(), true, text(&["n"])),
        (views::ready(), true, text(&["h"])),
        (
            views::ready(),
            false,
            vec![Key::F12.into(), "0".into(), Key::Return.into()],
        ),
    ]
}

#[test]
fn the_officer_sees_by_its_own_name_in_which_language_to_greet() {
    for language in Language::known() {
        let mut view = views::serving("A012");
        if let Some(visitor) = &mut view.visitor {
            visitor.language = language;
        }
        let screen = Screen::at(view);
        let mut named = ElementHandle::find_by_accessible_label(screen.app(), language.name());
        assert!(named.next().is_some(), "{language}");
    }
}

#[test]
fn whatever_can_be_used_has_a_label() {
    for language in [Language::VI, Language::EN] {
        for (view, control, keys) in states() {
            let screen = Screen::new(ThemeMode::Light, language);
            screen.hear_all(view);
            for key in keys {
                if control {
                    screen.with(Key::Control, key);
                } else {
                    screen.key(key);
                }
            }
            for role in USED {
                for element in ElementQuery::from_root(screen.app())
                    .match_accessible_role(role)
                    .find_all()
                {
                    let label = element.accessible_label().unwrap_or_default();
                    assert!(
                        label.chars().any(char::is_alphanumeric),
                        "a {role:?} has no label: {label:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn buttons_that_cannot_act_describe_why() {
    let screen = Screen::at(views::idle());
    let button = screen.find("Gọi lại");
    assert_eq!(button.accessible_enabled(), Some(false));
    assert_eq!(
        button.accessible_description().as_deref(),
        Some("Không có khách đang được gọi.")
    );
}

#[test]
fn the_chosen_outcome_is_checked() {
    let screen = Screen::at(views::serving("A012"));
    screen.keys("4");
    assert_eq!(
        screen.find("Đã trả kết quả").accessible_checked(),
        Some(true)
    );
    assert_eq!(
        screen.find("Đã tiếp nhận hồ sơ").accessible_checked(),
        Some(false)
    );
}

#[test]
fn a_call_is_told_to_those_who_listen() {
    let screen = Screen::at(views::called("A012"));
    let mut told = ElementHandle::find_by_accessible_label(screen.app(), "A012: Đã gọi lần 1");
    assert!(told.next().unwrap().accessible_live_region().is_some());
}
