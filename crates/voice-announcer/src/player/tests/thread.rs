//! The audio thread: callers never wait, whatever the sound system does.

use super::super::fake_device::{call, voices};
use super::super::{Health, Output, OutputError, OutputState, Report, Settings, Voice};
use crate::Sound;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

/// A device that blocks in `open` until it is let go, panics if told to, and plays in no time.
struct Gate {
    entered: Sender<()>,
    open: Receiver<Result<(), &'static str>>,
}

impl Output for Gate {
    fn open(&mut self) -> Result<(), OutputError> {
        _ = self.entered.send(());
        match self.open.recv() {
            Ok(Err(message)) => panic!("{message}"),
            _ => Ok(()),
        }
    }

    fn start(&mut self, _: Sound) -> Result<(), OutputError> {
        Ok(())
    }

    fn state(&mut self) -> Result<OutputState, OutputError> {
        Ok(OutputState::Quiet)
    }

    fn close(&mut self) {}
}

struct Fixture {
    voice: Voice,
    entered: Receiver<()>,
    open: Sender<Result<(), &'static str>>,
    reports: Receiver<Report>,
}

fn start() -> Fixture {
    let (enter, entered) = channel();
    let (open, gate) = channel();
    let (report, reports) = channel();
    let settings = Settings {
        gap: Duration::from_millis(1),
        ..Settings::default()
    };
    let voice = Voice::start(
        voices(),
        settings,
        move || Gate {
            entered: enter,
            open: gate,
        },
        move |said| _ = report.send(said),
    )
    .unwrap();
    Fixture {
        voice,
        entered,
        open,
        reports,
    }
}

#[test]
fn a_sound_system_that_hangs_keeps_nobody_waiting_and_loses_nothing() {
    let Fixture {
        voice,
        entered,
        open,
        reports,
    } = start();
    entered.recv().unwrap();
    assert_eq!(voice.health(), Health::Starting);
    for id in 0..24 {
        voice.announce(id, call(id));
    }
    voice.withdraw(5);
    assert_eq!(
        voice.health_at(Instant::now() + Duration::from_secs(60)),
        Health::Stuck
    );
    assert!(reports.try_recv().is_err(), "the thread still hangs");

    open.send(Ok(())).unwrap();
    let spoken: Vec<_> = reports
        .iter()
        .filter(|said| matches!(said, Report::Spoken(_)))
        .take(23)
        .collect();
    let expected: Vec<_> = (0..24).filter(|id| *id != 5).map(Report::Spoken).collect();
    assert_eq!(spoken, expected);
    assert_eq!(voice.health(), Health::Ready);
}

#[test]
fn a_panic_in_the_sound_library_is_a_fault_like_any_other() {
    let Fixture {
        voice,
        entered,
        open,
        reports,
    } = start();
    entered.recv().unwrap();
    open.send(Err("on purpose")).unwrap();
    let Report::Health(Health::Silent { reason }) = reports.recv().unwrap() else {
        panic!()
    };
    assert!(reason.contains("panicked"), "{reason}");
    assert_eq!(voice.health(), Health::Silent { reason });
}

#[test]
fn dropping_the_voice_ends_its_thread() {
    let Fixture {
        voice,
        open,
        reports,
        ..
    } = start();
    open.send(Ok(())).unwrap();
    assert_eq!(reports.recv().unwrap(), Report::Health(Health::Ready));
    drop(voice);
    assert!(
        reports.iter().next().is_none(),
        "the sender went with the thread"
    );
}
