//! What a scanner sends: an identity card's code, or the code on a receipt. It is looked at once, in memory, and
//! forgotten.
//!
//! | file | holds |
//! |---|---|
//! | `card` | the birth date on an identity card |
//! | `dossier` | a dossier code in any text, and where it leads |
//! | `gathering` | bytes as they come, until a scan is whole |
//! | `wedge`, `typist` | a scanner that types; a hand that does |

mod card;
mod dossier;
mod gathering;
mod typist;
mod wedge;

use chrono::NaiveDate;
use queue_protocol::{ClassEntry, DossierRoute, Purpose};

pub use gathering::Gathering;
pub use typist::Typist;
pub use wedge::{PAUSE, Wedge};

/// What was scanned. It may be a person's name, address and birth date, so it has no words for a log or a terminal, and
/// its letters are overwritten when it goes.
pub struct Scan(String);

/// The longest text that means anything; scanners of other things send more.
const LONGEST: usize = 4096;

impl Scan {
    /// Takes a scanned text, whatever its ending.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// What a kiosk does about it on `date`.
    #[must_use]
    pub fn meaning(
        &self,
        date: NaiveDate,
        classes: &[ClassEntry],
        routes: &[DossierRoute],
    ) -> Meaning {
        if self.0.len() > LONGEST {
            return Meaning::Nothing;
        }
        let text = plain(&self.0);
        if let Some(age) = card::age(&text, date) {
            let settled = classes
                .iter()
                .filter(|class| class.self_declared)
                .filter_map(|class| Some((class.from_age?, class)))
                .filter(|(from, _)| u32::from(*from) <= age)
                .max_by_key(|(from, _)| *from);
            return settled.map_or(Meaning::Younger, |(_, class)| {
                Meaning::Class(class.code.clone())
            });
        }
        dossier::find(&text)
            .and_then(|code| {
                let route = dossier::route(&code, routes)?;
                Some(Meaning::Dossier {
                    service: route.service.clone(),
                    purpose: route.purpose,
                    code,
                })
            })
            .unwrap_or(Meaning::Nothing)
    }
}

impl Drop for Scan {
    fn drop(&mut self) {
        let mut bytes = std::mem::take(&mut self.0).into_bytes();
        bytes.fill(0);
        std::hint::black_box(&bytes);
    }
}

/// What follows from a scan. It says something about a person, so it cannot be printed either.
#[derive(Clone, PartialEq, Eq)]
pub enum Meaning {
    /// A card whose birth date settles this class of priority.
    Class(String),
    /// A card that settles none: the visitor chooses as everybody does.
    Younger,
    /// A receipt that leads to a service.
    Dossier {
        /// The dossier's code.
        code: String,
        /// The service's code.
        service: String,
        /// What for.
        purpose: Purpose,
    },
    /// Nothing that a kiosk knows.
    Nothing,
}

/// The text as it was meant: digits and strokes that an input method widened are narrow again, control characters are
/// gone, and so is the prefix by which a scanner names the kind of code.
fn plain(text: &str) -> String {
    let mut plain: String = text
        .chars()
        .filter_map(|c| match c {
            '\u{ff10}'..='\u{ff19}' => char::from_digit(u32::from(c) - 0xff10, 10),
            '\u{ff5c}' => Some('|'),
            '\t' | '\r' | '\n' => Some(' '),
            c if c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}') => None,
            c => Some(c),
        })
        .collect();
    let kind = plain.trim_start();
    if let [b']', letter, digit, ..] = kind.as_bytes()
        && letter.is_ascii_alphabetic()
        && digit.is_ascii_digit()
    {
        plain = kind[3..].to_owned();
    }
    plain
}
