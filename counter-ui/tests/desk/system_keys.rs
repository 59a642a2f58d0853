//! The names of keys that act while another program has the keyboard.

use counter_ui::shell::{Combination, Modifiers, PlainKey};

const CTRL_ALT: Modifiers = Modifiers {
    control: true,
    alt: true,
    shift: false,
};

#[test]
fn names_are_read_without_regard_to_case_and_spaces() {
    let space = Combination {
        modifiers: CTRL_ALT,
        key: PlainKey::Space,
    };
    for name in ["Ctrl+Alt+Space", "ctrl + alt + space", "Alt+CTRL+SPACE"] {
        assert_eq!(Combination::parse(name), Some(space), "{name}");
    }
    let key = |name| Combination::parse(name).map(|combination| combination.key);
    assert_eq!(key("Ctrl+Alt+Return"), Some(PlainKey::Enter));
    assert_eq!(key("Ctrl+F1"), Some(PlainKey::Function(1)));
    assert_eq!(key("Ctrl+Shift+F12"), Some(PlainKey::Function(12)));
    assert_eq!(key("Ctrl+F"), Some(PlainKey::Sign('f')));
    assert_eq!(key("Alt+N"), Some(PlainKey::Sign('n')));
}

#[test]
fn a_name_is_written_as_it_is_read() {
    for name in [
        "Ctrl+Alt+Space",
        "Ctrl+Alt+Shift+Enter",
        "Alt+F12",
        "Ctrl+N",
        "Alt+7",
    ] {
        let written = Combination::parse(name).map(|combination| combination.to_string());
        assert_eq!(written.as_deref(), Some(name));
    }
}

#[test]
fn a_key_that_somebody_types_is_never_taken() {
    for name in [
        "", "Space", "Shift+A", "F2", "Ctrl", "Ctrl+Alt", "Ctrl+F13", "Ctrl+A+B", "Ctrl+Xyz",
    ] {
        assert_eq!(Combination::parse(name), None, "{name}");
    }
}
