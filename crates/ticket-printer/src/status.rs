//! Asking the printer how it is (`DLE EOT n`) and telling its answers apart.
//!
//! Answers carry no name, only a pattern: `0xx1xx10` answers `DLE EOT`, `0xx0xxxx` answers `GS r`.

use crate::driver::{Link, hand_over};
use crate::health::{Health, PaperLevel};
use crate::job::Cause;
use escpos::utils::{RealTimeStatusRequest as Request, RealTimeStatusResponse as Response};
use std::collections::HashMap;
use std::io;
use std::time::Duration;

/// What came of asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Reading {
    /// The printer's state, if it answered.
    pub health: Option<Health>,
    /// Whether the answer to `GS r` came meanwhile.
    pub confirmed: bool,
}

/// Whether `byte` answers `GS r`.
pub(crate) fn is_confirmation(byte: u8) -> bool {
    byte & 0b1001_0000 == 0
}

fn is_status(byte: u8) -> bool {
    byte & 0b1001_0011 == 0b0001_0010
}

/// More bytes than any printer has to say in answer: what never falls silent is no printer.
const CHATTER: usize = 4096;

/// Listens to a printer, but not for ever.
struct Ear<'l> {
    link: &'l mut dyn Link,
    left: usize,
}

impl Ear<'_> {
    fn read(&mut self, within: Duration) -> io::Result<Option<u8>> {
        self.left = self.left.checked_sub(1).ok_or(io::ErrorKind::InvalidData)?;
        self.link.read(within)
    }
}

/// Asks whether the printer is online and how much paper it has, and, if it is offline, why.
/// `within` is the time for each answer; one that stays out ends the questions.
pub(crate) fn ask(link: &mut dyn Link, within: Duration) -> io::Result<Reading> {
    let mut ear = Ear {
        link,
        left: CHATTER,
    };
    let mut reading = Reading::default();
    // What is still under way answers something older.
    while let Some(byte) = ear.read(Duration::ZERO)? {
        reading.confirmed |= is_confirmation(byte);
    }
    let mut known = HashMap::new();
    let mut questions = vec![Request::Printer, Request::RollPaperSensor];
    while !questions.is_empty() {
        let request = questions.remove(0);
        let Some(byte) = answer(&mut ear, request, within, &mut reading.confirmed)? else {
            return Ok(reading);
        };
        known.extend(Response::parse(request, byte).map_err(|_| io::ErrorKind::InvalidData)?);
        if known.get(&Response::Online) == Some(&false) && matches!(request, Request::Printer) {
            questions.extend([Request::OfflineCause, Request::ErrorCause]);
        }
    }
    reading.health = Some(health(&known));
    Ok(reading)
}

/// The first status byte that comes; an answer to `GS r` on the way is noted.
fn answer(
    ear: &mut Ear<'_>,
    request: Request,
    within: Duration,
    confirmed: &mut bool,
) -> io::Result<Option<u8>> {
    let (kind, _) = request.into();
    hand_over(ear.link, &[0x10, 0x04, kind], within).map_err(|broken| broken.error)?;
    while let Some(byte) = ear.read(within)? {
        if is_status(byte) {
            return Ok(Some(byte));
        }
        *confirmed |= is_confirmation(byte);
    }
    Ok(None)
}

fn health(known: &HashMap<Response, bool>) -> Health {
    let says = |what: Response, expected| known.get(&what) == Some(&expected);
    let paper_out = says(Response::RollPaperEndSensorPaperPresent, false)
        || says(Response::PrintingStopsDueToPaperEnd, true);
    let paper = if paper_out {
        PaperLevel::Out
    } else if says(Response::RollPaperNearEndSensorPaperAdequate, false) {
        PaperLevel::NearEnd
    } else {
        PaperLevel::Enough
    };
    // An open cover also lifts the paper off its sensor, so it is looked at first.
    let causes = [
        (says(Response::CoverClosed, false), Cause::CoverOpen),
        (paper_out, Cause::PaperOut),
        (
            says(Response::AutocutterErrorOccurred, true),
            Cause::CutterStuck,
        ),
        (
            says(Response::UnrecoverableErrorOccurred, true),
            Cause::Fault,
        ),
        (says(Response::RecoverableErrorOccurred, true), Cause::Fault),
        (says(Response::Online, false), Cause::Offline),
    ];
    let trouble = causes
        .into_iter()
        .find_map(|(is_so, cause)| is_so.then_some(cause));
    Health { paper, trouble }
}

#[cfg(test)]
mod tests;
