//! Numbers as they are said, word by word, so that each word can be one recorded clip.
//!
//! A ticket is read digit by digit ([`vi::digits`]), a counter as a number ([`vi::number`]).

pub mod en;
pub mod vi;

use std::fmt;

/// The largest number that is read; the ticket series and the counters stay far below.
pub const LARGEST: u32 = 999_999;

/// A reading: its words in order. `Display` joins them with spaces.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Spoken(Vec<&'static str>);

impl Spoken {
    /// The words in the order of speaking, all of them from a closed list (`không`, `mười`, `mươi`,
    /// `one`, `and` …).
    #[must_use]
    pub fn words(&self) -> &[&'static str] {
        &self.0
    }
}

impl fmt::Display for Spoken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, word) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str(" ")?;
            }
            f.write_str(word)?;
        }
        Ok(())
    }
}

/// The word of each decimal digit of `n`, with leading zeros up to `at_least` digits.
fn digit_by_digit(names: [&'static str; 10], n: u32, at_least: usize) -> Spoken {
    let digits = format!("{n:0at_least$}");
    Spoken(
        digits
            .bytes()
            .filter_map(|digit| names.get(usize::from(digit - b'0')).copied())
            .collect(),
    )
}

/// The words of one group of three digits, none for an empty group; the flag says that thousands
/// stand before it.
type SayGroup<'a> = &'a dyn Fn(Group, bool) -> Vec<&'static str>;

/// `n` as its thousands and the rest, each said by `say`; `None` above [`LARGEST`].
fn in_groups(
    n: u32,
    zero: &'static str,
    thousand: &'static str,
    say: SayGroup<'_>,
) -> Option<Spoken> {
    let mut words = Vec::new();
    let (thousands, rest) = (n / 1000, n % 1000);
    if thousands > 0 {
        words = say(Group::of(thousands), false);
        words.push(thousand);
    }
    if rest > 0 {
        words.extend(say(Group::of(rest), thousands > 0));
    }
    if n == 0 {
        words.push(zero);
    }
    (n <= LARGEST).then_some(Spoken(words))
}

/// The three digits of a number below 1000: places in the tables of names.
#[derive(Clone, Copy)]
struct Group {
    hundreds: usize,
    tens: usize,
    units: usize,
}

impl Group {
    fn of(n: u32) -> Self {
        let n = n as usize;
        Self {
            hundreds: n / 100 % 10,
            tens: n / 10 % 10,
            units: n % 10,
        }
    }
}
