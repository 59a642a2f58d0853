//! The printer behind the connection: its condition, its paper, and what it answers.

use super::parser::{Command, Parser};
use super::sheet::Sheet;
use std::collections::VecDeque;
use std::fmt;
use std::io::Write;
use std::net::TcpStream;

/// The condition of the printer; a test changes it at any moment.
#[derive(Debug, Clone, Default)]
pub struct Condition {
    /// No paper.
    pub paper_out: bool,
    /// The paper ends after so many more rows.
    pub paper_out_after_rows: Option<usize>,
    /// The roll is nearly used up.
    pub paper_near_end: bool,
    /// The cover is open.
    pub cover_open: bool,
    /// The cutter is stuck.
    pub cutter_stuck: bool,
    /// It never answers anything.
    pub mute: bool,
    /// It takes so many more bytes and then no more, until this is `None` again.
    pub stall_after_bytes: Option<usize>,
    /// It takes so many more bytes and then drops the connection, once.
    pub cut_off_after_bytes: Option<usize>,
    /// It is going away.
    pub(super) switched_off: bool,
}

/// What the printer has received and done.
#[derive(Clone, Default)]
pub struct Seen {
    /// Every byte that it took, over all connections.
    pub bytes: Vec<u8>,
    /// The pieces of paper cut off, oldest first.
    pub sheets: Vec<Sheet>,
    /// The paper that still hangs in the printer.
    pub uncut: Sheet,
    /// How often it cut.
    pub cuts: usize,
    /// What was wrong with the bytes, each with its place.
    pub errors: Vec<String>,
    /// How many commands were broken off and closed by a NUL.
    pub broken_off: usize,
    /// How many connections there were.
    pub connections: usize,
    /// How many of them are open.
    pub open: usize,
    /// How many were open at once at most.
    pub most_open: usize,
}

impl Seen {
    /// The pieces of paper with something printed on them.
    pub fn slips(&self) -> impl DoubleEndedIterator<Item = &Sheet> {
        self.sheets.iter().filter(|sheet| !sheet.is_white())
    }
}

impl fmt::Debug for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Seen")
            .field("bytes", &self.bytes.len())
            .field("sheets", &self.sheets)
            .field("uncut", &self.uncut)
            .field("errors", &self.errors)
            .field("connections", &self.connections)
            .finish_non_exhaustive()
    }
}

/// Parser, buffer, paper and state in one.
pub(super) struct Mechanism {
    pub condition: Condition,
    pub seen: Seen,
    /// Where answers go.
    pub host: Option<TcpStream>,
    parser: Parser,
    waiting: VecDeque<Command>,
    latest: [u8; 3],
    bytes_across: usize,
    dots_per_inch: usize,
    units_per_inch: usize,
}

/// Half a dot: a job that counts on whole dots without asking for them is found out.
const DEFAULT_UNITS: usize = 406;

impl Mechanism {
    pub fn new(dots: u32) -> Self {
        Self {
            condition: Condition::default(),
            seen: Seen::default(),
            host: None,
            parser: Parser::default(),
            waiting: VecDeque::new(),
            latest: [0; 3],
            bytes_across: dots as usize / 8,
            dots_per_inch: if dots == 512 { 180 } else { 203 },
            units_per_inch: DEFAULT_UNITS,
        }
    }

    /// Takes one byte from the connection.
    pub fn receive(&mut self, byte: u8) {
        self.seen.bytes.push(byte);
        // `DLE EOT n` is answered wherever it arrives, even among the dots of a picture.
        self.latest = [self.latest[1], self.latest[2], byte];
        if let [0x10, 4, kind @ 1..=4] = self.latest {
            self.answer(self.status(kind));
        }
        if let Some(command) = self.parser.take(byte) {
            self.waiting.push_back(command);
            self.work();
        }
    }

    /// Does what is waiting, as long as paper and cover allow it.
    pub fn work(&mut self) {
        while !self.is_hindered() {
            let Some(command) = self.waiting.pop_front() else {
                return;
            };
            self.obey(command);
        }
    }

    fn is_hindered(&self) -> bool {
        self.condition.paper_out || self.condition.cover_open || self.condition.cutter_stuck
    }

    fn obey(&mut self, command: Command) {
        match command {
            Command::Reset | Command::Units(0) => self.units_per_inch = DEFAULT_UNITS,
            Command::Units(units) => self.units_per_inch = usize::from(units),
            Command::Row(row) => self.print(row),
            Command::Feed(units) => self.feed(units),
            Command::PartialCut(units) => {
                self.feed(units);
                self.seen.cuts += 1;
                self.seen.sheets.push(std::mem::take(&mut self.seen.uncut));
            }
            Command::FullCut => self.error("a full cut drops the slip on the floor"),
            Command::SendPaperState => {
                self.answer(if self.condition.paper_near_end {
                    0b0000_0011
                } else {
                    0
                });
            }
            Command::RealTime => {}
            Command::BrokenOff => self.seen.broken_off += 1,
            Command::Unknown(bytes) => self.error(&format!("unknown bytes {bytes:02x?}")),
        }
    }

    fn print(&mut self, mut row: Vec<u8>) {
        if row.len() > self.bytes_across {
            self.error(&format!(
                "a row of {} bytes on a head of {}",
                row.len(),
                self.bytes_across
            ));
        }
        row.resize(self.bytes_across, 0);
        self.seen.uncut.rows.push(row);
        if let Some(left) = &mut self.condition.paper_out_after_rows {
            *left = left.saturating_sub(1);
            if *left == 0 {
                self.condition.paper_out_after_rows = None;
                self.condition.paper_out = true;
            }
        }
    }

    fn feed(&mut self, units: u8) {
        let rows = usize::from(units) * self.dots_per_inch / self.units_per_inch;
        let white = vec![0; self.bytes_across];
        self.seen
            .uncut
            .rows
            .extend(std::iter::repeat_n(white, rows));
    }

    /// The answer to `DLE EOT kind`; bits 1 and 4 are always set.
    fn status(&self, kind: u8) -> u8 {
        let now = &self.condition;
        let bit = |set: bool, bits: u8| if set { bits } else { 0 };
        0b0001_0010
            | match kind {
                1 => bit(self.is_hindered(), 0b0000_1000),
                2 => {
                    bit(now.cover_open, 0b0000_0100)
                        | bit(now.paper_out, 0b0010_0000)
                        | bit(now.cutter_stuck, 0b0100_0000)
                }
                3 => bit(now.cutter_stuck, 0b0000_1000),
                _ => {
                    bit(now.paper_near_end || now.paper_out, 0b0000_1100)
                        | bit(now.paper_out, 0b0110_0000)
                }
            }
    }

    fn answer(&mut self, byte: u8) {
        if let Some(host) = self.host.as_mut().filter(|_| !self.condition.mute) {
            // A host that is gone does not want the answer.
            drop(host.write_all(&[byte]));
        }
    }

    fn error(&mut self, what: &str) {
        self.seen
            .errors
            .push(format!("before byte {}: {what}", self.seen.bytes.len()));
    }
}
