//! The names of keys that act while another program has the keyboard.

use counter_ui::shell::{Combination, Modifiers};

const CTRL_ALT: Modifiers = Modifiers {
    control: true,
    alt: true,
    shift: false,
};

#[test]
fn names_are_read_without_regard_to_case_and_spaces() {
    let space = Combination {
        modifiers: CTRL_ALT,
        keysym: 0x20,
    };
    for name in ["Ctrl+Alt+Space", "ctrl + alt + space", "Alt+CTRL+SPACE"] {
        assert_eq!(Combination::parse(name), Some(space), "{name}");
    }
    let keysym = |name| Combination::parse(name).map(|key| key.keysym);
    assert_eq!(keysym("Ctrl+Alt+Enter"), Some(0xff0d));
    assert_eq!(keysym("Ctrl+F1"), Some(0xffbe));
    assert_eq!(keysym("Ctrl+Shift+F12"), Some(0xffc9));
    assert_eq!(keysym("Alt+N"), Some(u32::from(b'n')));
}

#[test]
fn a_key_that_somebody_types_is_never_taken() {
    for name in [
        "", "Space", "Shift+A", "F2", "Ctrl", "Ctrl+Alt", "Ctrl+F13", "Ctrl+A+B", "Ctrl+Xyz",
    ] {
        assert_eq!(Combination::parse(name), None, "{name}");
    }
}
