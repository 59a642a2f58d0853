//! Keys of an input method that was switched off: `giaays` (Telex) or `gia6y1` (VNI) for *giấy*.
//!
//! Both readings only make sense for a word that is otherwise unknown; the caller checks that, and
//! that the result is known.

use crate::fold::is_vowel;

/// A folded word read as Telex keys, if that changes it. The tone and shape keys may stand anywhere
/// after the vowel.
pub(crate) fn telex(word: &str) -> Option<String> {
    read(word, |read, key| match key {
        // Vietnamese never writes these after a vowel: there they are tone keys, `z` takes the tone
        // away.
        's' | 'f' | 'r' | 'x' | 'j' | 'z' => has_vowel(read).then_some(Key::Mark),
        // A letter struck again gives it its shape: `aa` â, `dd` đ, also `dadt` đat.
        'a' | 'e' | 'o' | 'd' => read.contains(key).then_some(Key::Mark),
        'w' if has_vowel(read) => Some(Key::Mark),
        'w' => Some(Key::Letter('u')),
        _ => None,
    })
}

/// A folded word read as VNI keys, if that changes it: 1 to 8 and 0 after a vowel, 9 after `d`.
///
/// A class such as `b2` or `c1e` is left alone.
pub(crate) fn vni(word: &str) -> Option<String> {
    read(word, |read, key| match key {
        '0'..='8' => has_vowel(read).then_some(Key::Mark),
        '9' => read.contains('d').then_some(Key::Mark),
        _ => None,
    })
    .filter(|read| read.chars().all(char::is_alphabetic))
}

enum Key {
    Mark,
    Letter(char),
}

fn read(word: &str, meaning: impl Fn(&str, char) -> Option<Key>) -> Option<String> {
    let mut letters = String::with_capacity(word.len());
    for key in word.chars() {
        match meaning(&letters, key) {
            Some(Key::Mark) => {}
            Some(Key::Letter(letter)) => letters.push(letter),
            None => letters.push(key),
        }
    }
    (letters != word && has_vowel(&letters) && letters.chars().nth(1).is_some()).then_some(letters)
}

fn has_vowel(letters: &str) -> bool {
    letters.chars().any(is_vowel)
}
