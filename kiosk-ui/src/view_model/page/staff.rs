//! The screens for staff.

use super::super::alone::Book;
use super::super::hall::{Standing, clock};
use super::super::kiosk::Kiosk;
use super::super::staff::{Staff, Trial};
use super::{PrinterWord, ScreenPage};
use std::time::Instant;
use ticket_printer::PaperLevel;

/// One of the screens for staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StaffPage {
    /// The PIN is asked for.
    Door {
        /// So many digits were typed.
        digits: usize,
        /// It is being checked.
        checking: bool,
        /// Seconds until another one may be tried.
        opens_in: u32,
    },
    /// How the kiosk is, and what can be tried.
    Menu(StaffMenu),
    /// Sizes and colours.
    Screen,
}

/// How the disk for numbers of its own is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiskWord {
    /// As far as is known.
    Well,
    /// There is none: without the service no numbers are given.
    None,
    /// It did not take what was last to be written; if that was a number, it was not given.
    Fails,
}

/// How the kiosk is, and what can be tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffMenu {
    /// Of this program.
    pub version: &'static str,
    /// Whether the service answers; if not, since when, where that is known.
    pub connection: Result<(), Option<String>>,
    /// What is wrong with the printer.
    pub printer: PrinterWord,
    /// There is a sound device, as far as is known.
    pub heard: bool,
    /// The disk for numbers of its own.
    pub disk: DiskWord,
    /// Numbers of its own that the service does not know yet.
    pub pending: usize,
    /// Those that it refused for good: their visitors need new ones.
    pub refused: Vec<String>,
    /// The numbers given here last, newest first.
    pub latest: Vec<String>,
    /// What was tried last.
    pub trial: Option<Trial>,
}

impl Kiosk {
    pub(super) fn staff_page(&self, staff: &Staff, now: Instant) -> ScreenPage {
        ScreenPage::Staff(match staff {
            Staff::Door { pin, checking } => StaffPage::Door {
                digits: pin.0.len(),
                checking: *checking,
                opens_in: self.door.opens_in(now),
            },
            Staff::Menu { trial, .. } => StaffPage::Menu(self.staff_menu(*trial, now)),
            Staff::Screen => StaffPage::Screen,
        })
    }

    fn staff_menu(&self, trial: Option<Trial>, now: Instant) -> StaffMenu {
        let book = &self.hall.book;
        StaffMenu {
            version: env!("CARGO_PKG_VERSION"),
            connection: match self.hall.standing(now) {
                Standing::Connecting => Err(None),
                _ if self.hall.is_away(now) => Err(self.hall.away_since().map(clock)),
                _ => Ok(()),
            },
            printer: self.printer_word(),
            heard: self.voice.heard,
            disk: match book {
                Book { fails: true, .. } => DiskWord::Fails,
                Book { usable: false, .. } => DiskWord::None,
                _ => DiskWord::Well,
            },
            pending: book.pending().count(),
            refused: book
                .refused()
                .map(|ticket| ticket.request.number.clone())
                .collect(),
            latest: self.papers.latest.iter().cloned().collect(),
            trial,
        }
    }

    pub(super) fn printer_word(&self) -> PrinterWord {
        let health = self.papers.health;
        match health.trouble {
            Some(cause) => PrinterWord::Trouble(cause),
            None if health.paper == PaperLevel::NearEnd => PrinterWord::NearEnd,
            None => PrinterWord::Well,
        }
    }
}
