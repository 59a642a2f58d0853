//! How single values are written: codes, letters, dates, times, spans, days.

use chrono::{FixedOffset, NaiveDate, Weekday};
use queue_core::{Letter, Minute, Validity};
use std::ops::RangeInclusive;

/// What should have been written, as it follows "expected" in a message.
pub(in crate::centre) type Expected = String;

/// A code: 1 to 40 of `A-Z a-z 0-9 . _ -`, beginning with a letter or a digit.
pub(in crate::centre) fn code(text: &str) -> Result<String, Expected> {
    let follows = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    let fits = text.len() <= 40
        && text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text.chars().all(follows);
    if fits {
        Ok(text.to_owned())
    } else {
        Err("a code of 1 to 40 letters without accents, digits, `.`, `_` or `-`".into())
    }
}

/// One capital letter.
pub(in crate::centre) fn letter(text: &str) -> Result<Letter, Expected> {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(one @ 'A'..='Z'), None) => Letter::new(one).ok_or_else(a_letter),
        _ => Err(a_letter()),
    }
}

fn a_letter() -> Expected {
    "one capital letter A to Z without accents".into()
}

/// How dossier codes begin, from the province down: `H32`, `H32.18`, at most four parts.
pub(in crate::centre) fn dossier_prefix(text: &str) -> Result<String, Expected> {
    let mut parts = text.split('.');
    let province = parts.next().is_some_and(|part| match part.as_bytes() {
        [letter, tens, ones] => {
            letter.is_ascii_uppercase() && tens.is_ascii_digit() && ones.is_ascii_digit()
        }
        _ => false,
    });
    let digits =
        |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if province && text.split('.').count() <= 4 && parts.all(digits) {
        Ok(text.to_owned())
    } else {
        Err("the beginning of a dossier code such as H32 or H32.18".into())
    }
}

/// A date: `2026-11-24`.
pub(in crate::centre) fn date(text: &str) -> Result<NaiveDate, Expected> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .ok()
        .filter(|date| date.to_string() == text)
        .ok_or_else(|| "a date such as 2026-11-24".into())
}

/// A span of a day: `07:00-11:30`, not empty.
pub(in crate::centre) fn span(text: &str) -> Result<(Minute, Minute), Expected> {
    text.split_once(['-', '–'])
        .and_then(|(from, to)| Some((minute(from.trim())?, minute(to.trim())?)))
        .filter(|(from, to)| from < to)
        .ok_or_else(|| "a span such as 07:00-11:30".into())
}

fn minute(text: &str) -> Option<Minute> {
    let (hours, minutes) = text.split_once(':')?;
    let two_digits = |part: &str| match part.as_bytes() {
        [a @ b'0'..=b'9', b @ b'0'..=b'9'] => Some(u16::from(a - b'0') * 10 + u16::from(b - b'0')),
        _ => None,
    };
    let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
    if minutes < 60 {
        Minute::new(hours * 60 + minutes)
    } else {
        None
    }
}

/// A day of the week: `mon` to `sun`.
pub(in crate::centre) fn weekday(text: &str) -> Result<Weekday, Expected> {
    match text {
        "mon" => Ok(Weekday::Mon),
        "tue" => Ok(Weekday::Tue),
        "wed" => Ok(Weekday::Wed),
        "thu" => Ok(Weekday::Thu),
        "fri" => Ok(Weekday::Fri),
        "sat" => Ok(Weekday::Sat),
        "sun" => Ok(Weekday::Sun),
        _ => Err("mon, tue, wed, thu, fri, sat or sun".into()),
    }
}

/// A distance from UTC: `+07:00`, at most 14 hours.
pub(in crate::centre) fn offset(text: &str) -> Result<FixedOffset, Expected> {
    let sign = if text.starts_with('-') { -1 } else { 1 };
    text.strip_prefix(['+', '-'])
        .and_then(minute)
        .filter(|distance| distance.get() <= 14 * 60)
        .and_then(|distance| FixedOffset::east_opt(sign * i32::from(distance.get()) * 60))
        .ok_or_else(|| "a distance from UTC such as +07:00".into())
}

/// `yes` or `no`.
pub(in crate::centre) fn yes_no(text: &str) -> Result<bool, Expected> {
    match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err("yes or no".into()),
    }
}

/// A whole number within `range`, in digits.
pub(in crate::centre) fn number(
    range: RangeInclusive<u32>,
) -> impl Fn(&str) -> Result<u32, Expected> {
    move |text| {
        let digits = text.bytes().all(|b| b.is_ascii_digit());
        text.parse()
            .ok()
            .filter(|n| digits && range.contains(n))
            .ok_or_else(|| a_number(&range))
    }
}

/// How a missing or wrong number is asked for.
pub(in crate::centre) fn a_number(range: &RangeInclusive<u32>) -> Expected {
    format!("a whole number from {} to {}", range.start(), range.end())
}

/// What people type, as they type it without accents: lower case, digits, single spaces.
pub(in crate::centre) fn typed(text: &str) -> Result<String, Expected> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == ' ';
    if !text.is_empty() && text.chars().all(plain) {
        Ok(text.to_owned())
    } else {
        Err("words without accents, in lower case".into())
    }
}

/// What is said of dates in the wrong order.
pub(in crate::centre) const REVERSED: &str =
    "`valid_until`: expected a date not before `valid_from`";

/// Whether the end lies before the beginning.
pub(in crate::centre) fn is_reversed(validity: Validity) -> bool {
    matches!((validity.from, validity.until), (Some(from), Some(until)) if until < from)
}
