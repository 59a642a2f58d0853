//! The QR code of an identity card: `id|old id|name|birth|sex|address|issued`, and up to four fields more on newer ones.
//! Only the digits of the first and the fourth count; names come with lost or garbled accents.

use chrono::{Datelike as _, NaiveDate};
use std::ops::RangeInclusive;

const FIELDS: RangeInclusive<usize> = 7..=11;
/// Nobody is older; such a birth date is a mistake.
const OLDEST: u32 = 130;

/// The age in full years on `date` of whom the card in `text` is for; `None` if it is no card, or none of this world.
pub(super) fn age(text: &str, date: NaiveDate) -> Option<u32> {
    let fields: Vec<&str> = text.split('|').map(str::trim).collect();
    if !FIELDS.contains(&fields.len()) {
        return None;
    }
    let (id, birth) = (fields.first()?, fields.get(3)?);
    if id.len() != 12 || !all_digits(id) {
        return None;
    }
    let birth = birth_date(birth)?;
    let had_birthday = date >= birthday(birth, date.year())?;
    let age = date.year() - birth.year() - i32::from(!had_birthday);
    let age = u32::try_from(age).ok().filter(|_| birth <= date)?;
    (age <= OLDEST).then_some(age)
}

/// `ddmmyyyy`.
fn birth_date(text: &str) -> Option<NaiveDate> {
    if text.len() != 8 || !all_digits(text) {
        return None;
    }
    let part = |range: std::ops::Range<usize>| text.get(range)?.parse::<u32>().ok();
    let year = i32::try_from(part(4..8)?).ok()?;
    NaiveDate::from_ymd_opt(year, part(2..4)?, part(0..2)?)
}

/// Who was born on 29 February has a birthday on the 28th of a common year: to the visitor's favour.
fn birthday(birth: NaiveDate, year: i32) -> Option<NaiveDate> {
    birth
        .with_year(year)
        .or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
