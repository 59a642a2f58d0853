//! Dossier codes: `H15.50.05.13-261008-0975`, and the form of before 2025, `000.00.18.H32-231002-0007`. A code is opaque
//! text: only its date is looked into, because an impossible one shows that it is something else.

use chrono::NaiveDate;
use queue_protocol::DossierRoute;
use std::ops::RangeInclusive;

/// The first dossier code in `text`, be it the whole, in an address or among words; spaces inside it do not count.
pub(super) fn find(text: &str) -> Option<String> {
    let text = text.to_uppercase();
    let narrow = || text.split_whitespace().collect::<String>();
    find_in(&text).or_else(|| find_in(&narrow()))
}

fn find_in(text: &str) -> Option<String> {
    let stands_alone = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    let mut before = None;
    for (start, c) in text.char_indices() {
        if c.is_ascii_alphanumeric() && stands_alone(before) {
            let rest = &text[start..];
            if let Some(code) = code_at(rest)
                && stands_alone(rest[code.len()..].chars().next())
            {
                return Some(code.to_owned());
            }
        }
        before = Some(c);
    }
    None
}

/// The code with which `text` begins.
fn code_at(text: &str) -> Option<&str> {
    let mut rest = Rest(text.as_bytes());
    let newer = |rest: &mut Rest<'_>| {
        rest.province()?;
        for _ in 0..3 {
            let mut part = Rest(rest.0);
            if part.one(b'.').and_then(|()| part.digits(1..=3)).is_none() {
                break;
            }
            *rest = part;
        }
        Some(())
    };
    let older = |rest: &mut Rest<'_>| {
        rest.digits(3..=3)?;
        rest.one(b'.')?;
        rest.digits(2..=2)?;
        rest.one(b'.')?;
        rest.digits(2..=2)?;
        rest.one(b'.')?;
        rest.province()
    };
    if newer(&mut rest).is_none() {
        rest = Rest(text.as_bytes());
        older(&mut rest)?;
    }
    rest.one(b'-')?;
    let date = rest.digits(6..=6)?;
    rest.one(b'-')?;
    rest.digits(4..=7)?;
    let day = std::str::from_utf8(date).ok()?;
    NaiveDate::parse_from_str(&format!("20{day}"), "%Y%m%d").ok()?;
    text.get(..text.len() - rest.0.len())
}

/// What is left to be read.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn one(&mut self, byte: u8) -> Option<()> {
        self.0 = self.0.strip_prefix(&[byte])?;
        Some(())
    }

    /// As many digits as there are, if that many may be.
    fn digits(&mut self, count: RangeInclusive<usize>) -> Option<&'a [u8]> {
        let found = self.0.iter().take_while(|byte| byte.is_ascii_digit());
        let (digits, rest) = self.0.split_at_checked(found.count())?;
        count.contains(&digits.len()).then(|| {
            self.0 = rest;
            digits
        })
    }

    /// A capital and two digits.
    fn province(&mut self) -> Option<()> {
        let (letter, rest) = self.0.split_first()?;
        letter.is_ascii_uppercase().then(|| self.0 = rest)?;
        self.digits(2..=2).map(drop)
    }
}

/// The longest of `routes` that fits `code`.
pub(super) fn route<'r>(code: &str, routes: &'r [DossierRoute]) -> Option<&'r DossierRoute> {
    let office = office(code);
    let fits = |route: &&DossierRoute| {
        let mut own = office.iter();
        route
            .prefix
            .split('.')
            .all(|part| own.next() == Some(&part))
    };
    let fitting = routes.iter().filter(fits);
    fitting.max_by_key(|route| route.prefix.split('.').count())
}

/// Whose dossier it is, from the province down.
fn office(code: &str) -> Vec<&str> {
    let office = code.split('-').next().unwrap_or_default();
    let parts = office.split('.');
    if office.starts_with(|c: char| c.is_ascii_digit()) {
        parts.rev().collect()
    } else {
        parts.collect()
    }
}
