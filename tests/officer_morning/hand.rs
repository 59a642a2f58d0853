//! What an officer's hands do: each act by keys alone and by clicks alone.

use crate::seat::still;
use anyhow::Result;
use std::time::Instant;
use system_tests::screen::{Finger, Screen};

/// With what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    /// Keys only.
    Keyboard,
    /// Clicks only.
    Mouse,
}

/// Something done at the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    Next,
    Recall,
    Serve,
    Finish,
    NextService,
    Hold,
    Resume,
    Transfer,
    NoShow,
    Restore,
    Undo,
    Pause,
    Back,
}

enum Press {
    Key(&'static str),
    Click(place::Place),
}

impl Press {
    fn with(self, finger: &Finger) -> Result<Instant> {
        match self {
            Self::Key(key) => finger.key(key),
            Self::Click(at) => finger.click(at),
        }
    }
}

/// Places on the desk of 1366 × 768.
mod place {
    pub type Place = (u32, u32);
    pub const MAIN: Place = (205, 592);
    pub const RECALL: Place = (469, 567);
    pub const HOLD: Place = (802, 567);
    pub const TRANSFER: Place = (469, 617);
    pub const NO_SHOW: Place = (636, 617);
    pub const FINISH: Place = (802, 617);
    pub const UNDO: Place = (743, 495);
    pub const PAUSE: Place = (905, 28);
    pub const MORE: Place = (1201, 28);
    pub const MENU_RESUME: Place = (683, 156);
    pub const MENU_RESTORE: Place = (683, 196);
    pub const MENU_NEXT_SERVICE: Place = (683, 596);
    /// The confirming button of a question 560 high, and of one 648 high.
    pub const CONFIRM: Place = (790, 610);
    pub const CONFIRM_TALL: Place = (800, 654);
    pub const OPEN: Place = (930, 682);
    pub const OFFICER: Place = (700, 276);
    pub const PIN: Place = (700, 383);

    /// A digit of the sign-in's pad.
    pub fn digit(digit: u32) -> Place {
        match digit {
            0 => (1126, 485),
            digit => (1002 + (digit - 1) % 3 * 124, 185 + (digit - 1) / 3 * 100),
        }
    }
}

impl Hand {
    /// Does it; the moment of its first press. Each press waits until the window stands still after
    /// the one before.
    pub fn act(self, screen: &Screen, finger: &Finger, act: Act) -> Result<Instant> {
        let mut presses: Vec<Press> = match self {
            Self::Keyboard => keys(act).iter().map(|key| Press::Key(key)).collect(),
            Self::Mouse => places(act).iter().map(|at| Press::Click(*at)).collect(),
        };
        let first = presses.remove(0).with(finger)?;
        for press in presses {
            still(screen)?;
            press.with(finger)?;
        }
        Ok(first)
    }

    /// Types officer and PIN, and opens the counter.
    pub fn sign_in(self, screen: &Screen, officer: u32, pin: &str) -> Result<()> {
        if self == Self::Keyboard {
            screen.type_text(&officer.to_string())?;
            screen.press(&["Tab"])?;
            screen.type_text(pin)?;
            return screen.press(&["Return"]);
        }
        let click = |(x, y): (u32, u32)| screen.touch(x, y);
        let type_in = |text: &str| {
            let digits = text.chars().filter_map(|c| c.to_digit(10));
            digits.map(place::digit).try_for_each(click)
        };
        click(place::OFFICER)?;
        type_in(&officer.to_string())?;
        click(place::PIN)?;
        type_in(pin)?;
        click(place::OPEN)
    }
}

const fn keys(act: Act) -> &'static [&'static str] {
    match act {
        Act::Next => &["F2"],
        Act::Recall => &["F3"],
        Act::Serve => &["F4"],
        Act::Finish => &["F8"],
        Act::NextService => &["shift+F8", "Return"],
        Act::Hold => &["F5", "Return"],
        Act::Resume => &["shift+F5", "Return"],
        Act::Transfer => &["F6", "Return"],
        Act::NoShow => &["F7"],
        Act::Restore => &["shift+F7", "Return"],
        Act::Undo => &["ctrl+z"],
        Act::Pause => &["F9", "Return"],
        Act::Back => &["F9"],
    }
}

const fn places(act: Act) -> &'static [place::Place] {
    match act {
        Act::Next | Act::Serve | Act::Back => &[place::MAIN],
        Act::Recall => &[place::RECALL],
        Act::Finish => &[place::FINISH],
        Act::NextService => &[place::MORE, place::MENU_NEXT_SERVICE, place::CONFIRM_TALL],
        Act::Hold => &[place::HOLD, place::CONFIRM],
        Act::Resume => &[place::MORE, place::MENU_RESUME, place::CONFIRM],
        Act::Transfer => &[place::TRANSFER, place::CONFIRM_TALL],
        Act::NoShow => &[place::NO_SHOW],
        Act::Restore => &[place::MORE, place::MENU_RESTORE, place::CONFIRM],
        Act::Undo => &[place::UNDO],
        Act::Pause => &[place::PAUSE, place::CONFIRM],
    }
}
