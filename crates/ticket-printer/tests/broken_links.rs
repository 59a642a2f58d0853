//! Links that stop in the middle, scripted: what a real cable does only now and then.

#![allow(clippy::expect_used, reason = "a test may stop")]

use chrono::DateTime;
use queue_protocol::Language;
use std::collections::VecDeque;
use std::io::{self, ErrorKind};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use ticket_printer::driver::{Driver, Link};
use ticket_printer::{
    Bitmap, Cause, Connection, JobState, PaperWidth, Printer, PrinterEvent, PrinterSettings, Slip,
    SlipDrawer, encode,
};

const WIDTH: PaperWidth = PaperWidth::Dots576;

/// What each link in turn does: takes so many bytes, then fails so; none takes all.
type Script = VecDeque<Option<(usize, ErrorKind)>>;

/// Opens the scripted links, and keeps what each took.
#[derive(Clone, Default)]
struct Cable {
    script: Arc<Mutex<Script>>,
    taken: Arc<Mutex<Vec<Vec<u8>>>>,
}

struct ScriptedLink {
    fails: Option<(usize, ErrorKind)>,
    cable: Cable,
    answers: VecDeque<u8>,
}

impl Driver for Cable {
    fn open(&self) -> io::Result<Box<dyn Link>> {
        let fails = self.script.lock().expect("lock").pop_front().flatten();
        self.taken.lock().expect("lock").push(Vec::new());
        Ok(Box::new(ScriptedLink {
            fails,
            cable: self.clone(),
            answers: VecDeque::new(),
        }))
    }
}

impl Link for ScriptedLink {
    fn write(&mut self, bytes: &[u8], _: Duration) -> io::Result<usize> {
        let mut links = self.cable.taken.lock().expect("lock");
        let taken = links.last_mut().expect("open");
        // Never more than 1000 at once, so that the rest must be handed over again.
        let mut count = bytes.len().min(1_000);
        if let Some((limit, kind)) = self.fails {
            if taken.len() >= limit {
                return Err(kind.into());
            }
            count = count.min(limit - taken.len());
        }
        taken.extend_from_slice(&bytes[..count]);
        match taken[..] {
            [.., 0x10, 4, 1..=4] if bytes.len() == 3 => self.answers.push_back(0x12),
            [.., 0x1d, b'r', 1] => self.answers.push_back(0),
            _ => {}
        }
        Ok(count)
    }

    fn read(&mut self, _: Duration) -> io::Result<Option<u8>> {
        Ok(self.answers.pop_front())
    }

    fn flush(&mut self, _: Duration) -> io::Result<()> {
        Ok(())
    }
}

fn sample() -> Slip {
    Slip::sample(Language::VI, DateTime::default())
}

fn printer(script: Script) -> (Printer, Receiver<PrinterEvent>, Cable) {
    let cable = Cable {
        script: Arc::new(Mutex::new(script)),
        ..Cable::default()
    };
    let settings = PrinterSettings {
        width: WIDTH,
        ask_every_ms: 0,
        ..PrinterSettings::new(Connection::File("unused".into()))
    };
    let (sender, news) = channel();
    let printer = Printer::start_with(Box::new(cable.clone()), settings, move |event| {
        let _ = sender.send(event);
    });
    (printer.expect("a thread"), news, cable)
}

fn print(printer: &Printer, news: &Receiver<PrinterEvent>, picture: &Bitmap) -> JobState {
    printer.print(1, picture).expect("taken");
    loop {
        let event = news.recv_timeout(Duration::from_secs(60)).expect("news");
        if let PrinterEvent::Job { state, .. } = event
            && state.has_ended()
        {
            return state;
        }
    }
}

#[test]
fn what_stops_before_the_end_has_failed_and_is_cut_off_before_the_next() {
    let picture = SlipDrawer::new().draw(&sample(), WIDTH);
    let slip = encode::slip(&picture, WIDTH).expect("encodes");
    let first = encode::recovery(WIDTH, false).len() + 6;
    for (kind, cause) in [
        (ErrorKind::TimedOut, Cause::Stalled),
        (ErrorKind::ConnectionReset, Cause::CutOff),
    ] {
        for stop in [0, 1, 1_000, slip.len() / 2, slip.len() - 4] {
            let (printer, news, cable) = printer([Some((first + stop, kind))].into());
            assert_eq!(
                print(&printer, &news, &picture),
                JobState::Failed(cause),
                "{stop}"
            );
            assert_eq!(print(&printer, &news, &picture), JobState::Confirmed);
            assert_eq!(print(&printer, &news, &picture), JobState::Confirmed);
            let mut second = encode::recovery(WIDTH, true);
            second.extend([0x10, 4, 1, 0x10, 4, 4]);
            second.extend(&slip);
            let taken = cable.taken.lock().expect("lock");
            assert_eq!(taken.len(), 3, "no link is opened to try again");
            assert!(taken[1] == second);
            assert!(
                taken[2] == second[second.len() - slip.len() - 6..],
                "nothing left to clear"
            );
        }
    }
}

#[test]
fn what_stops_after_the_cut_is_unknown() {
    let picture = SlipDrawer::new().draw(&sample(), WIDTH);
    let slip = encode::slip(&picture, WIDTH).expect("encodes");
    let first = encode::recovery(WIDTH, false).len() + 6;
    for left in 1..=3 {
        let stop = first + slip.len() - left;
        let (printer, news, cable) = printer([Some((stop, ErrorKind::TimedOut))].into());
        let state = print(&printer, &news, &picture);
        assert_eq!(
            state,
            JobState::Unknown(Cause::Stalled),
            "{left} bytes left"
        );
        assert_eq!(print(&printer, &news, &picture), JobState::Confirmed);
        let taken = cable.taken.lock().expect("lock");
        assert!(
            taken[1].starts_with(&encode::recovery(WIDTH, false)),
            "nothing to cut off"
        );
    }
}

#[test]
fn a_torn_slip_is_cleared_even_if_clearing_fails_at_first() {
    let picture = SlipDrawer::new().draw(&sample(), WIDTH);
    let first = encode::recovery(WIDTH, false).len() + 6;
    let lost = ErrorKind::ConnectionReset;
    let script = [Some((first + 5_000, lost)), Some((4_000, lost)), None];
    let (printer, news, cable) = printer(script.into());
    let states = [1, 2, 3].map(|_| print(&printer, &news, &picture));
    let failed = JobState::Failed(Cause::CutOff);
    assert_eq!(states, [failed, failed, JobState::Confirmed]);
    let taken = cable.taken.lock().expect("lock");
    assert!(taken[2].starts_with(&encode::recovery(WIDTH, true)));
}
