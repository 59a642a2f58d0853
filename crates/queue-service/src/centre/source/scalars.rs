//! Numbers, truths and dates of a TOML table.

use super::table::Value;
use super::{Table, value};
use chrono::NaiveDate;
use queue_core::Validity;
use std::ops::RangeInclusive;
use toml::value::Datetime;

impl<'a> Table<'a> {
    /// A whole number that must be there; the start of `range` when it is not.
    pub(in crate::centre) fn number(&mut self, key: &'a str, range: RangeInclusive<u32>) -> u32 {
        let value = self.required(key, &value::a_number(&range));
        value
            .and_then(|value| self.whole(key, value, &range))
            .unwrap_or(*range.start())
    }

    /// As [`Table::number`], for small numbers.
    pub(in crate::centre) fn small<N: TryFrom<u32> + Default>(
        &mut self,
        key: &'a str,
        range: RangeInclusive<u32>,
    ) -> N {
        N::try_from(self.number(key, range)).unwrap_or_default()
    }

    /// A whole number that may be missing.
    pub(in crate::centre) fn optional_number(
        &mut self,
        key: &'a str,
        range: RangeInclusive<u32>,
    ) -> Option<u32> {
        self.take(key)
            .and_then(|value| self.whole(key, value, &range))
    }

    /// As [`Table::optional_number`], `default` where it is missing or refused.
    pub(in crate::centre) fn small_or<N: TryFrom<u32> + Copy>(
        &mut self,
        key: &'a str,
        range: RangeInclusive<u32>,
        default: N,
    ) -> N {
        let number = self.optional_number(key, range);
        number.map_or(default, |number| N::try_from(number).unwrap_or(default))
    }

    /// `true` or `false`, which must be there.
    pub(in crate::centre) fn truth(&mut self, key: &'a str) -> bool {
        let Some(value) = self.required(key, "true or false") else {
            return false;
        };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.refuse(key, value, "true or false");
            false
        })
    }

    /// `valid_from` and `valid_until`, both optional.
    pub(in crate::centre) fn validity(&mut self) -> Validity {
        let validity = Validity {
            from: self.date("valid_from"),
            until: self.date("valid_until"),
        };
        if value::is_reversed(validity) {
            self.error(value::REVERSED);
        }
        validity
    }

    fn date(&mut self, key: &'a str) -> Option<NaiveDate> {
        let value = self.take(key)?;
        let date = match value.get_ref().as_datetime() {
            Some(Datetime {
                date: Some(date),
                time: None,
                offset: None,
            }) => NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into()),
            _ => None,
        };
        if date.is_none() {
            self.refuse(key, value, "a date such as 2026-11-24, without quotes");
        }
        date
    }

    fn whole(&self, key: &str, value: &Value<'_>, range: &RangeInclusive<u32>) -> Option<u32> {
        let written = value.get_ref().as_integer();
        let number = written.and_then(|n| u32::from_str_radix(n.as_str(), n.radix()).ok());
        let number = number.filter(|n| range.contains(n));
        if number.is_none() {
            self.refuse(key, value, &value::a_number(range));
        }
        number
    }
}
