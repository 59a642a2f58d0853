//! What stands on a slip. No person's name, no reason for priority, no card data.

use crate::wording::Wording;
use chrono::{DateTime, FixedOffset};
use queue_protocol::{Language, WaitRange};
use std::fmt;

/// Whether this paper is the visitor's first one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// The slip itself.
    Original,
    /// Printed again, asked for by staff.
    Reprint,
    /// Printed to try the printer: worth nothing, with a ruler over the full width.
    Test,
}

/// What the visitor came for, when it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Procedure {
    /// Its short name.
    pub name: String,
    /// The papers to bring, one each; may be empty.
    pub papers: Vec<String>,
}

/// The data of one slip, in the language it is to be printed in.
#[derive(Clone, PartialEq, Eq)]
pub struct Slip {
    /// The language of the fixed words; the names below are in it already.
    pub language: Language,
    /// The authority above the centre; may be empty.
    pub centre_parent: String,
    /// The centre's name.
    pub centre_name: String,
    /// The ticket's number, like `A012`.
    pub number: String,
    /// Whether the ticket has priority. Never why.
    pub priority: bool,
    /// The service's name.
    pub service: String,
    /// The numbers of the counters that serve it; empty when none is named.
    pub counters: Vec<u16>,
    /// Where to sit and wait, like `Khu A`.
    pub zone: Option<String>,
    /// How many are before this ticket now; none where the kiosk gave the number by itself.
    pub people_ahead: Option<u32>,
    /// The estimated wait; none where no counter is open or scheduled.
    pub wait: Option<WaitRange>,
    /// What the visitor came for.
    pub procedure: Option<Procedure>,
    /// When the number was taken, in the centre's time.
    pub issued_at: DateTime<FixedOffset>,
    /// The page that shows this ticket's turn; printed as a QR code. It holds the ticket's token.
    pub follow_url: Option<String>,
    /// Original, reprint or test.
    pub mark: Mark,
}

impl Slip {
    /// A slip to try a printer with: every part of the layout, every stacked mark, no real ticket.
    #[must_use]
    pub fn sample(language: Language, issued_at: DateTime<FixedOffset>) -> Self {
        let sample = &Wording::of(language).sample;
        Self {
            language,
            centre_parent: sample.centre_parent.clone(),
            centre_name: sample.centre_name.clone(),
            number: "A000".into(),
            priority: true,
            service: sample.service.clone(),
            counters: vec![1, 2],
            zone: Some(sample.zone.clone()),
            people_ahead: Some(0),
            wait: None,
            procedure: Some(Procedure {
                name: sample.procedure.clone(),
                papers: sample.papers.clone(),
            }),
            issued_at,
            follow_url: None,
            mark: Mark::Test,
        }
    }
}

impl fmt::Debug for Slip {
    // The address in the QR code holds a token, so only the number is shown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Slip")
            .field("number", &self.number)
            .field("mark", &self.mark)
            .finish_non_exhaustive()
    }
}
