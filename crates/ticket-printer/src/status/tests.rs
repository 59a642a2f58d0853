//! Whatever a printer answers: a reading or an error, never a panic, never a wait without end. `PROPTEST_CASES` makes
//! the run as long as wanted; what it finds goes to `fuzz/seeds/printer-status` and is tried again here.

use super::{Reading, ask, is_confirmation, is_status};
use crate::driver::Link;
use crate::health::PaperLevel;
use crate::job::Cause;
use proptest::prelude::*;
use std::collections::VecDeque;
use std::io;
use std::path::Path;
use std::time::Duration;

/// A printer that says these bytes after each question, whatever was asked, and may never stop.
struct Babbler {
    says: VecDeque<Vec<u8>>,
    pending: VecDeque<u8>,
    endless: bool,
}

impl Babbler {
    fn saying(answers: &[&[u8]]) -> Self {
        Self {
            says: answers.iter().map(|answer| answer.to_vec()).collect(),
            pending: VecDeque::new(),
            endless: false,
        }
    }
}

impl Link for Babbler {
    fn write(&mut self, bytes: &[u8], _: Duration) -> io::Result<usize> {
        self.pending
            .extend(self.says.pop_front().unwrap_or_default());
        Ok(bytes.len())
    }

    fn read(&mut self, _: Duration) -> io::Result<Option<u8>> {
        let byte = self.pending.pop_front();
        Ok(byte.or(self.endless.then_some(0x01)))
    }

    fn flush(&mut self, _: Duration) -> io::Result<()> {
        Ok(())
    }
}

fn heard(printer: &mut Babbler) -> io::Result<Reading> {
    ask(printer, Duration::ZERO)
}

/// A reading says no more than the bytes did.
fn judge(answers: &[Vec<u8>]) -> Result<(), TestCaseError> {
    let answers: Vec<&[u8]> = answers.iter().map(Vec::as_slice).collect();
    let Ok(reading) = heard(&mut Babbler::saying(&answers)) else {
        return Ok(());
    };
    let bytes = || answers.iter().copied().flatten().copied();
    prop_assert!(!reading.confirmed || bytes().any(is_confirmation));
    if let Some(health) = reading.health {
        prop_assert!(bytes().filter(|byte| is_status(*byte)).count() >= 2);
        let paper_out = health.trouble == Some(Cause::PaperOut);
        prop_assert!(!paper_out || health.paper == PaperLevel::Out);
    }
    Ok(())
}

#[test]
fn a_printer_that_never_falls_silent_is_given_up() {
    let mut printer = Babbler::saying(&[]);
    printer.endless = true;
    let error = heard(&mut printer).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::InvalidData);
}

/// One answer a line, in hexadecimal.
#[test]
fn every_seed_is_tried() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds/printer-status");
    let mut tried = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let byte = |pair: &str| u8::from_str_radix(pair, 16).unwrap();
        let line = |line: &str| line.split_whitespace().map(byte).collect();
        judge(&text.lines().map(line).collect::<Vec<Vec<u8>>>()).unwrap();
        tried += 1;
    }
    assert!(tried >= 6);
}

proptest! {
    #[test]
    fn any_answers_are_read_or_refused(
        answers in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..6), 0..6),
    ) {
        judge(&answers)?;
    }

    /// Every byte that has the shape of an answer, in every place.
    #[test]
    fn well_formed_answers_are_read(answers in prop::collection::vec(0_u8..64, 4)) {
        let shaped = |bits: &u8| vec![0b0001_0010 | ((bits & 0b11) << 2) | ((bits >> 2 & 0b11) << 5) | ((bits >> 4 & 1) << 7)];
        judge(&answers.iter().map(shaped).collect::<Vec<_>>())?;
    }
}
