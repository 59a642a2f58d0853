//! English readings, with the British `and`.

use super::{Group, Spoken, digit_by_digit, in_groups};

const DIGITS: [&str; 10] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
];
const TEENS: [&str; 10] = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = [
    "", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// `n` as a number: 105 is `one hundred and five`. `None` above [`LARGEST`](super::LARGEST).
#[must_use]
pub fn number(n: u32) -> Option<Spoken> {
    in_groups(n, DIGITS[0], "thousand", &say)
}

/// `n` digit by digit, with leading zeros up to `at_least` digits: `digits(12, 3)` is `zero one
/// two`.
#[must_use]
pub fn digits(n: u32, at_least: usize) -> Spoken {
    digit_by_digit(DIGITS, n, at_least)
}

fn say(group: Group, after_thousands: bool) -> Vec<&'static str> {
    let Group {
        hundreds,
        tens,
        units,
    } = group;
    let mut words = Vec::new();
    if hundreds > 0 {
        words.extend([DIGITS[hundreds], "hundred"]);
    }
    if (hundreds > 0 || after_thousands) && tens + units > 0 {
        words.push("and");
    }
    match (tens, units) {
        (0, 0) => {}
        (0, _) => words.push(DIGITS[units]),
        (1, _) => words.push(TEENS[units]),
        (_, 0) => words.push(TENS[tens]),
        _ => words.extend([TENS[tens], DIGITS[units]]),
    }
    words
}
