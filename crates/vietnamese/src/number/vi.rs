//! Vietnamese readings, northern and southern.

use super::{Group, Spoken, digit_by_digit, in_groups};

/// Whose words are used; a setting of the centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Region {
    /// linh, nghìn, hai mươi tư
    North,
    /// lẻ, ngàn, hai mươi bốn
    South,
}

const DIGITS: [&str; 10] = [
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
];

/// `n` as a number: 24 is `hai mươi tư` in the north. `None` above [`LARGEST`](super::LARGEST).
#[must_use]
pub fn number(n: u32, region: Region) -> Option<Spoken> {
    in_groups(
        n,
        DIGITS[0],
        region.thousand(),
        &|group, after_thousands| region.say(group, after_thousands),
    )
}

/// `n` digit by digit, with leading zeros up to `at_least` digits: `digits(12, 3)` is `không một
/// hai`.
#[must_use]
pub fn digits(n: u32, at_least: usize) -> Spoken {
    digit_by_digit(DIGITS, n, at_least)
}

impl Region {
    fn thousand(self) -> &'static str {
        match self {
            Self::North => "nghìn",
            Self::South => "ngàn",
        }
    }

    /// The word for an empty place of tens: 101 is `một trăm linh một`.
    fn empty_tens(self) -> &'static str {
        match self {
            Self::North => "linh",
            Self::South => "lẻ",
        }
    }

    fn unit(self, tens: usize, units: usize) -> &'static str {
        match (tens, units, self) {
            (2.., 1, _) => "mốt",
            (2.., 4, Self::North) => "tư",
            (1.., 5, _) => "lăm",
            _ => DIGITS[units],
        }
    }

    /// After thousands an empty place of hundreds is said too (1005: `không trăm`).
    fn say(self, group: Group, after_thousands: bool) -> Vec<&'static str> {
        let Group {
            hundreds,
            tens,
            units,
        } = group;
        let mut words = Vec::new();
        let hundreds_said = hundreds > 0 || after_thousands;
        if hundreds_said {
            words.extend([DIGITS[hundreds], "trăm"]);
        }
        match tens {
            0 if units > 0 && hundreds_said => words.push(self.empty_tens()),
            0 => {}
            1 => words.push("mười"),
            _ => words.extend([DIGITS[tens], "mươi"]),
        }
        if units > 0 {
            words.push(self.unit(tens, units));
        }
        words
    }
}
