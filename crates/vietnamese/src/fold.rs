//! Text made clean for storing, and folded for comparing.
//!
//! Imported names arrive decomposed, with no-break and zero-width characters, and with the
//! Icelandic `Ð` of old encodings in place of `Đ`. Visitors type without accents, and write `kí`
//! where the official name has `ký`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text as it is stored and shown: NFC, every run of white space one space, none at the ends,
/// nothing invisible.
///
/// ```
/// assert_eq!(vietnamese::clean("  Ca\u{302}\u{301}p\u{a0}\u{200b}  hộ chiếu\t"), "Cấp hộ chiếu");
/// ```
#[must_use]
pub fn clean(text: &str) -> String {
    let visible = text.chars().filter(|&c| !is_invisible(c)).map(real_d);
    one_space(visible.nfc())
}

/// The text as it is compared: clean, lower case, without marks, `đ` as `d`, and `y` as `i`
/// wherever Vietnamese writes either (`ký`/`kí`, `quý`/`quí`; never after another vowel: `thay` is
/// not `thai`).
///
/// The same for NFC and NFD; folding twice changes nothing; the fold of a word's beginning is the
/// beginning of its fold, so prefixes can be searched.
///
/// ```
/// assert_eq!(vietnamese::fold("ĐĂNG KÝ  xe"), "dang ki xe");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let letters = text
        .chars()
        .filter(|&c| !is_invisible(c))
        .nfkd()
        .flat_map(char::to_lowercase)
        .nfkd()
        .filter(|&c| !is_combining_mark(c))
        .map(|c| if real_d(c) == 'đ' { 'd' } else { c });
    one_space(y_as_i(letters))
}

/// Writes `i` for a `y` that is its syllable's first vowel, judging by the letters before it alone.
pub(crate) fn y_as_i(letters: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    let (mut after_q, mut after_vowel) = (false, false);
    letters.map(move |c| {
        let read = if c == 'y' && !after_vowel { 'i' } else { c };
        // The `u` of `qu` is part of the consonant; a digit is a mark of VNI (`gia6y`).
        after_vowel = if c.is_ascii_digit() {
            after_vowel
        } else {
            is_vowel(c) && !(after_q && c == 'u')
        };
        after_q = c == 'q';
        read
    })
}

/// Whether this lower-case letter, without marks, is a vowel of Vietnamese.
pub(crate) fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// `Đ` for the look-alikes that old encodings left: Icelandic eth and African D.
fn real_d(c: char) -> char {
    match c {
        '\u{d0}' | '\u{189}' => 'Đ',
        '\u{f0}' | '\u{256}' => 'đ',
        other => other,
    }
}

/// Soft hyphens, zero-width and direction marks, and control characters other than white space.
fn is_invisible(c: char) -> bool {
    let marks = [
        '\u{ad}'..='\u{ad}',
        '\u{200b}'..='\u{200f}',
        '\u{202a}'..='\u{202e}',
        '\u{2060}'..='\u{206f}',
        '\u{feff}'..='\u{feff}',
    ];
    marks.iter().any(|run| run.contains(&c)) || (c.is_control() && !c.is_whitespace())
}

fn one_space(letters: impl Iterator<Item = char>) -> String {
    let mut line = String::new();
    let mut gap = false;
    for c in letters {
        if c.is_whitespace() {
            gap = !line.is_empty();
            continue;
        }
        if gap {
            line.push(' ');
            gap = false;
        }
        line.push(c);
    }
    line
}
