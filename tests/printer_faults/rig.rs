//! A fake printer and a real one wired to it.

use std::net::SocketAddr;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use system_tests::fake_printer::{FakePrinter, Sheet};
use ticket_printer::{
    Bitmap, Connection, Health, JobState, PaperWidth, Printer, PrinterEvent, PrinterSettings,
};

/// Long enough that only a test that hangs ever waits for it.
pub const LONG: Duration = Duration::from_secs(60);
const WIDTH: PaperWidth = PaperWidth::Dots384;

/// Settings of a printer that is patient in nothing, and is never asked while idle.
pub fn settings(address: SocketAddr) -> PrinterSettings {
    PrinterSettings {
        width: WIDTH,
        connect_ms: 20_000,
        stall_ms: 20_000,
        confirm_ms: 20_000,
        status_ms: 20_000,
        ask_every_ms: 0,
        ..PrinterSettings::new(Connection::Tcp(address))
    }
}

/// A printer under test, with its news.
pub struct Rig {
    pub fake: FakePrinter,
    pub printer: Printer,
    pub news: Receiver<PrinterEvent>,
}

impl Rig {
    pub fn new() -> Self {
        Self::with(|_| {})
    }

    /// With other settings.
    pub fn with(adjust: impl FnOnce(&mut PrinterSettings)) -> Self {
        let fake = FakePrinter::start(WIDTH.dots()).expect("a port");
        let mut settings = settings(fake.address());
        adjust(&mut settings);
        let (printer, news) = start(settings);
        Self {
            fake,
            printer,
            news,
        }
    }

    /// Prints and gives every state that the job went through.
    pub fn print(&self, id: u64, picture: &Bitmap) -> Vec<JobState> {
        self.printer.print(id, picture).expect("taken");
        states_of(&self.news, id)
    }

    /// Waits until the printer is in a state of health.
    pub fn wait_for_health(&self, what: impl Fn(Health) -> bool) -> Health {
        loop {
            match self.news.recv_timeout(LONG).expect("news") {
                PrinterEvent::Health(health) if what(health) => return health,
                _ => {}
            }
        }
    }

    /// Prints a second picture: it must be confirmed, come out whole, alone and once, and the
    /// printer must have understood every byte of both jobs.
    pub fn assert_prints_again(&self) {
        let next = picture(777);
        assert_eq!(self.print(777, &next).last(), Some(&JobState::Confirmed));
        let seen = self.fake.seen();
        assert_eq!(seen.errors, [""; 0]);
        assert!(shows(seen.slips().next_back().expect("a slip"), &next));
        assert_eq!(seen.slips().filter(|sheet| shows(sheet, &next)).count(), 1);
        assert_eq!(seen.most_open, 1);
    }
}

/// The states of a job until it has ended.
pub fn states_of(news: &Receiver<PrinterEvent>, id: u64) -> Vec<JobState> {
    let mut states = Vec::new();
    while !states
        .last()
        .is_some_and(|state: &JobState| state.has_ended())
    {
        if let PrinterEvent::Job { id: of, state } = news.recv_timeout(LONG).expect("news") {
            assert_eq!(of, id);
            states.push(state);
        }
    }
    states
}

/// Starts a printer whose news go to a channel.
pub fn start(settings: PrinterSettings) -> (Printer, Receiver<PrinterEvent>) {
    let (sender, news) = channel();
    let printer = Printer::start(settings, move |event| {
        // A test that has ended listens no more.
        let _ = sender.send(event);
    });
    (printer.expect("a thread"), news)
}

/// A picture like no other: dots from a small generator, white gaps, several bands.
pub fn picture(seed: u32) -> Bitmap {
    let mut picture = Bitmap::new(WIDTH.dots(), 320);
    let mut state = seed.wrapping_mul(2_654_435_761) | 1;
    for y in (0..100).chain(140..300) {
        for x in 0..WIDTH.dots() {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            picture.set(x, y, state & 7 == 0);
        }
    }
    picture
}

/// Whether the sheet shows the picture and nothing else.
pub fn shows(sheet: &Sheet, picture: &Bitmap) -> bool {
    let drawn = picture.height() as usize;
    sheet.rows.len() >= drawn
        && picture.rows().zip(&sheet.rows).all(|(a, b)| a == b)
        && sheet.rows[drawn..].iter().flatten().all(|byte| *byte == 0)
}
