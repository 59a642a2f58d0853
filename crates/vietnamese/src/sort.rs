//! The order of Vietnamese lists: a ă â b c d đ e ê … y, and only then the tones.

use crate::fold::clean;
use crate::tone::lift_tone;

/// The alphabet in order, the four letters of foreign words at their Latin places.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// What one text is ordered by; compare two keys made by [`sort_key`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortKey(Vec<u8>);

/// The key that puts `text` in its place: digits before letters, a word's end before any letter,
/// tones (ngang, huyền, hỏi, ngã, sắc, nặng) only between texts of the same letters, capitals and
/// punctuation last of all.
///
/// ```
/// let mut names = ["Đất đai", "Dược", "Đăng ký", "Ăn uống", "An ninh"];
/// names.sort_by_cached_key(|name| vietnamese::sort_key(name));
/// assert_eq!(names, ["An ninh", "Ăn uống", "Dược", "Đăng ký", "Đất đai"]);
/// ```
#[must_use]
pub fn sort_key(text: &str) -> SortKey {
    let text = clean(text);
    let mut key = Vec::with_capacity(text.len() * 2);
    let mut tones = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        let (letters, tone) = lift_tone(word);
        letters.chars().for_each(|c| push_letter(&mut key, c));
        key.push(WORD_END);
        tones.push(tone as u8);
    }
    key.push(TEXT_END);
    key.extend(tones);
    key.extend(text.bytes());
    SortKey(key)
}

const TEXT_END: u8 = 0;
const WORD_END: u8 = 1;
const DIGITS: u8 = 2;
const LETTERS: u8 = DIGITS + 10;
const FOREIGN: u8 = u8::MAX;

fn push_letter(key: &mut Vec<u8>, c: char) {
    if let Some(digit) = c.to_digit(10) {
        key.extend((DIGITS..).nth(digit as usize));
    } else if let Some((_, place)) = ALPHABET
        .chars()
        .zip(LETTERS..)
        .find(|&(letter, _)| letter == c)
    {
        key.push(place);
    } else {
        key.push(FOREIGN);
        key.extend(u32::from(c).to_be_bytes());
    }
}
