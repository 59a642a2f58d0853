//! Scanners: one that types into the window, and one at a serial line.

use super::inbox::Inbox;
use super::keypad;
use super::stage::Stage;
use super::ui;
use crate::aloud_settings::Keys;
use crate::scan::{Gathering, PAUSE, Typist, Wedge};
use crate::view_model::{Key, Message, Touch};
use rustix::termios::{OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr};
use slint::{ComponentHandle as _, Timer, TimerMode};
use std::cell::RefCell;
use std::fs::File;
use std::io::{self, IsTerminal as _, Read as _};
use std::path::{Path, PathBuf};
use std::rc::{Rc, Weak};
use std::time::{Duration, Instant};

/// A scanner that is not there is looked for again.
const AGAIN: Duration = Duration::from_secs(2);
/// A scan without an ending ends when nothing has come for so long.
const SILENCE: Duration = Duration::from_millis(100);

/// Takes the keys of a scanner that types, and those of a hand at a keyboard: its letters go into the search, but for those of the
/// keypad `pad`.
pub fn listen_to_keys(stage: &Rc<Stage>, pad: Keys) {
    let wedge = Rc::new(RefCell::new(Wedge::default()));
    let hand = Rc::new(Hand {
        typist: RefCell::default(),
        stage: Rc::downgrade(stage),
        pad,
    });
    let silence = Timer::default();
    let weak = Rc::downgrade(stage);
    let state = stage.window().global::<ui::ScanState<'_>>();
    state.on_key(move |text, alone| {
        let now = Instant::now();
        if alone {
            hand.key(&text, now);
        }
        let typing = wedge.borrow().is_typing(now);
        let scan = wedge.borrow_mut().key(&text, now);
        if wedge.borrow().has_begun() || hand.typist.borrow().has_begun() {
            let (wedge, hand, weak) = (Rc::clone(&wedge), Rc::clone(&hand), weak.clone());
            silence.start(TimerMode::SingleShot, PAUSE, move || {
                hand.pause();
                let scan = wedge.borrow_mut().pause(Instant::now());
                if let (Some(scan), Some(stage)) = (scan, weak.upgrade()) {
                    stage.take(Message::Scanned(scan));
                }
            });
        }
        if let (Some(scan), Some(stage)) = (scan, weak.upgrade()) {
            stage.take(Message::Scanned(scan));
        }
        typing
    });
}

/// A hand at a keyboard, and where its letters go.
struct Hand {
    typist: RefCell<Typist>,
    stage: Weak<Stage>,
    pad: Keys,
}

impl Hand {
    fn key(&self, text: &str, now: Instant) {
        let typed = self.typist.borrow_mut().key(text, now);
        self.write(&typed);
    }

    fn pause(&self) {
        let typed = self.typist.borrow_mut().pause();
        self.write(&typed);
    }

    fn write(&self, typed: &str) {
        let Some(stage) = self.stage.upgrade() else {
            return;
        };
        let erases = |letter: &char| char::from(slint::platform::Key::Backspace) == *letter;
        let of_pad = |letter: &char| self.pad.meaning(keypad::name(*letter)).is_some();
        let own = typed
            .chars()
            .filter(|letter| erases(letter) || !of_pad(letter));
        for key in own.filter_map(Key::typed) {
            stage.take(Message::Touch(Touch::Key(key)));
        }
    }
}

/// Starts to read the scanner at `device`, whenever it is there; its scans go to `inbox`.
///
/// # Errors
/// If the thread cannot be started.
pub fn listen_to_line(device: PathBuf, inbox: Inbox) -> io::Result<()> {
    let run = move || {
        let mut told = false;
        loop {
            if let Err(error) = read(&device, &inbox) {
                if !told {
                    tracing::warn!(%error, device = %device.display(), "no scanner");
                }
                told = true;
            } else {
                told = false;
            }
            std::thread::sleep(AGAIN);
        }
    };
    std::thread::Builder::new()
        .name("scanner".into())
        .spawn(run)?;
    Ok(())
}

/// Reads until the scanner is gone.
fn read(device: &Path, inbox: &Inbox) -> io::Result<()> {
    let mut line = File::open(device)?;
    let falls_silent = line.is_terminal();
    if falls_silent {
        make_raw(&line)?;
    }
    let mut gathering = Gathering::default();
    let mut buffer = [0; 256];
    loop {
        let asked = Instant::now();
        let length = line.read(&mut buffer)?;
        let scans = match length {
            0 if falls_silent && asked.elapsed() > SILENCE / 2 => {
                gathering.end().into_iter().collect()
            }
            // A device that was pulled out has nothing to say at once.
            0 => return Ok(()),
            _ => scans(&mut gathering, &buffer[..length]),
        };
        buffer.fill(0);
        for scan in scans {
            inbox.put(Message::Scanned(scan));
        }
    }
}

fn scans(gathering: &mut Gathering, bytes: &[u8]) -> Vec<crate::scan::Scan> {
    bytes
        .iter()
        .filter_map(|byte| gathering.push(*byte))
        .collect()
}

/// No echo, no line editing; a read ends after a tenth of a second without a byte.
fn make_raw(line: &File) -> io::Result<()> {
    let mut settings = tcgetattr(line)?;
    settings.make_raw();
    settings.special_codes[SpecialCodeIndex::VMIN] = 0;
    settings.special_codes[SpecialCodeIndex::VTIME] = 1;
    tcsetattr(line, OptionalActions::Now, &settings)?;
    Ok(())
}
