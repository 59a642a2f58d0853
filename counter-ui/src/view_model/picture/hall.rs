//! The hall at a glance.

use super::lists::late_min;
use super::{clock, count, minutes};
use crate::view_model::Desk;
use queue_protocol::views::{BoardHealth, HallQueue, HallView, KioskHealth};
use queue_protocol::{CounterStatus, PaperResult, PaperSupply, SoundState};
use std::time::Duration;
use tokio::time::Instant;

/// A board shows a call well within this time.
pub(crate) const SHOWN_WITHIN: Duration = Duration::from_secs(3);

/// How long a queue waits, against the centre's target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Light {
    /// Well under the target.
    Good,
    /// Close to it.
    Near,
    /// Over it.
    Late,
}

/// One service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HallCell {
    /// Its letter.
    pub letter: String,
    /// Its short name.
    pub name: String,
    /// Who waits.
    pub waiting: u32,
    /// The longest wait in minutes; `None` while nobody waits.
    pub longest_min: Option<u32>,
    /// Against the target.
    pub light: Light,
}

/// Something an officer should tell somebody about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// A visitor calls for staff.
    StaffCalled {
        /// The kiosk's name.
        kiosk: String,
        /// Since when, "09:51".
        since: String,
    },
    /// The time has come at which a visitor held here was to be back.
    HeldDue {
        /// The visitor's number.
        number: String,
        /// That time, "09:51".
        back_at: String,
    },
    /// A kiosk has no paper.
    PaperOut(String),
    /// A kiosk's printer is in trouble.
    PrinterTrouble(String),
    /// More than ten numbers were taken within a minute.
    Hurried(String),
    /// A kiosk's paper is near its end.
    PaperLow(String),
    /// A kiosk, or the board that speaks, cannot be heard.
    Silent(String),
    /// A kiosk's disk takes nothing: it gives no numbers while the service is away.
    DiskFails(String),
    /// A number that a kiosk gave while the service was away, and that was refused.
    NumberRefused {
        /// The number.
        number: String,
        /// The kiosk.
        kiosk: String,
    },
    /// A board shows an older layout than its own.
    OldLayout(String),
    /// A board cannot show a picture.
    LostPicture(String),
    /// A slip did not come out.
    PaperFailed {
        /// The number on it.
        number: String,
        /// The kiosk's name.
        kiosk: String,
    },
    /// Nobody knows whether a slip came out.
    PaperUnknown {
        /// The number on it.
        number: String,
        /// The kiosk's name.
        kiosk: String,
    },
    /// A board did not show my call.
    NotShown {
        /// The board's name.
        board: String,
        /// The number called.
        number: String,
    },
    /// A kiosk is not connected.
    KioskAway(String),
    /// The service's clock is in doubt: no numbers are issued.
    ClockInDoubt,
    /// The clock was put forward or back; waits follow the true span.
    ClockParted,
    /// The service cannot store.
    NotStored,
    /// A code of a newer service.
    Other(String),
}

/// The strip at the foot of the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HallPart {
    /// The services, most used first.
    pub cells: Vec<HallCell>,
    /// From here on a wait is close to the target, in minutes.
    pub near_min: u32,
    /// Beyond this it is late, in minutes.
    pub target_min: u32,
    /// Counters that are open, on a break, closed.
    pub counters: [u32; 3],
    /// What this officer should see to now: a call for staff, or a held visitor's time.
    pub pressing: Option<Warning>,
    /// What is wrong, the most urgent first.
    pub warnings: Vec<Warning>,
    /// Whether the hall has been seen at all.
    pub known: bool,
}

pub(super) fn part(desk: &Desk, now: Instant) -> HallPart {
    let target_s = desk
        .catalogue
        .as_ref()
        .map_or(0, |catalogue| catalogue.target_wait_s);
    let near_s = target_s / 3 * 2;
    let hall = desk.hall_view();
    let queues = hall.map_or(&[][..], |hall| &hall.queues);
    HallPart {
        cells: queues
            .iter()
            .map(|queue| cell(desk, queue, (near_s, target_s)))
            .collect(),
        near_min: minutes(near_s),
        target_min: minutes(target_s),
        counters: [
            CounterStatus::Open,
            CounterStatus::Break,
            CounterStatus::Closed,
        ]
        .map(|status| {
            let counters = hall.map_or(&[][..], |hall| &hall.counters);
            count(
                counters
                    .iter()
                    .filter(|counter| counter.status == status)
                    .count(),
            )
        }),
        pressing: staff_calls(desk).chain(held_due(desk, now)).next(),
        warnings: staff_calls(desk)
            .chain(not_shown(desk, now))
            .chain(hall.map(warnings).unwrap_or_default())
            .collect(),
        known: hall.is_some(),
    }
}

/// The kiosks at which somebody calls for staff, the longest call first.
fn staff_calls(desk: &Desk) -> impl Iterator<Item = Warning> {
    let mut calls: Vec<_> = desk
        .kiosks()
        .iter()
        .filter_map(|kiosk| Some((kiosk.calls_staff_since?, &kiosk.name)))
        .collect();
    calls.sort();
    calls
        .into_iter()
        .map(|(since, kiosk)| Warning::StaffCalled {
            kiosk: kiosk.clone(),
            since: clock(since),
        })
}

/// The visitors held here whose time has come, in the order of the list.
fn held_due(desk: &Desk, now: Instant) -> impl Iterator<Item = Warning> {
    let due = desk
        .held_here()
        .filter(move |entry| late_min(desk, entry, now).is_some());
    due.map(|entry| Warning::HeldDue {
        number: entry.number.clone(),
        back_at: entry.back_at.map(clock).unwrap_or_default(),
    })
}

/// The boards that have had time to show my call and did not.
fn not_shown(desk: &Desk, now: Instant) -> impl Iterator<Item = Warning> {
    let late = desk
        .last_call
        .is_some_and(|call| now.saturating_duration_since(call.at) >= SHOWN_WITHIN);
    let visitor = desk.visitor().filter(|_| late && desk.counter.is_live());
    let view = desk.view().filter(|_| visitor.is_some());
    let boards = view.into_iter().flat_map(|view| &view.not_shown_on);
    let number = visitor.map(|v| v.number.clone()).unwrap_or_default();
    boards.map(move |board| Warning::NotShown {
        board: board.clone(),
        number: number.clone(),
    })
}

fn cell(desk: &Desk, queue: &HallQueue, (near_s, target_s): (u32, u32)) -> HallCell {
    let service = desk.service(&queue.service);
    let light = match queue.longest_s {
        longest if longest > target_s => Light::Late,
        longest if longest >= near_s && queue.waiting > 0 => Light::Near,
        _ => Light::Good,
    };
    HallCell {
        letter: queue.letter.clone(),
        name: service.map_or_else(String::new, |known| {
            known.board_name.get(desk.language).to_owned()
        }),
        waiting: queue.waiting,
        longest_min: (queue.waiting > 0).then(|| minutes(queue.longest_s)),
        light,
    }
}

fn warnings(hall: &HallView) -> Vec<Warning> {
    let name = |device: u32| {
        let kiosk = hall.kiosks.iter().find(|kiosk| kiosk.device == device);
        kiosk.map_or_else(|| device.to_string(), |kiosk| kiosk.name.clone())
    };
    let service = hall.warnings.iter().map(|code| match code.as_str() {
        "clock_in_doubt" => Warning::ClockInDoubt,
        "clock_parted" => Warning::ClockParted,
        "not_stored" => Warning::NotStored,
        other => Warning::Other(other.to_owned()),
    });
    let paper = hall.paper.iter().filter_map(|doubt| {
        let (number, kiosk) = (doubt.number.clone(), name(doubt.kiosk));
        match doubt.result {
            PaperResult::Printed => None,
            PaperResult::Failed => Some(Warning::PaperFailed { number, kiosk }),
            PaperResult::Unknown => Some(Warning::PaperUnknown { number, kiosk }),
        }
    });
    let away = hall.kiosks.iter().filter(|kiosk| !kiosk.connected);
    let away = away.map(|kiosk| Warning::KioskAway(kiosk.name.clone()));
    let printers = hall.kiosks.iter().filter_map(printer);
    let hurried = hall.kiosks.iter().filter(|kiosk| kiosk.hurried);
    let hurried = hurried.map(|kiosk| Warning::Hurried(kiosk.name.clone()));
    let low = hall.kiosks.iter();
    let low = low.filter(|kiosk| kiosk.connected && kiosk.paper == PaperSupply::NearEnd);
    let low = low.map(|kiosk| Warning::PaperLow(kiosk.name.clone()));
    let unheard = hall.boards.iter();
    let unheard = unheard.filter(|board| board.speaks && board.sound == SoundState::Silent);
    let unheard = unheard.filter(|board| board.connected);
    let unheard = unheard.map(|board| Warning::Silent(board.name.clone()));
    let refused = hall.kiosks.iter().flat_map(refused);
    let urgent = service
        .chain(unheard)
        .chain(printers)
        .chain(refused)
        .chain(paper);
    let silent = hall.kiosks.iter();
    let silent = silent.filter(|kiosk| kiosk.connected && kiosk.silent);
    let silent = silent.map(|kiosk| Warning::Silent(kiosk.name.clone()));
    let full = hall.kiosks.iter();
    let full = full.filter(|kiosk| kiosk.connected && kiosk.disk_fails);
    let full = full.map(|kiosk| Warning::DiskFails(kiosk.name.clone()));
    let boards = hall.boards.iter().filter_map(board);
    let soon = hurried.chain(low).chain(full).chain(silent).chain(boards);
    urgent.chain(away).chain(soon).collect()
}

/// The holders of these wait for nothing, whether the kiosk is there now or not.
fn refused(kiosk: &KioskHealth) -> impl Iterator<Item = Warning> {
    kiosk.refused.iter().map(|number| Warning::NumberRefused {
        number: number.clone(),
        kiosk: kiosk.name.clone(),
    })
}

/// What keeps a board from showing what it should; one that is away is told by the calls that it does not show.
fn board(board: &BoardHealth) -> Option<Warning> {
    let name = || board.name.clone();
    match (board.connected, board.layout, board.lost_pictures) {
        (false, ..) | (true, None, 0) => None,
        (true, Some(_), _) => Some(Warning::OldLayout(name())),
        (true, None, _) => Some(Warning::LostPicture(name())),
    }
}

/// What keeps a kiosk from printing; one that is away is told as such.
fn printer(kiosk: &KioskHealth) -> Option<Warning> {
    let name = || kiosk.name.clone();
    match (kiosk.connected, kiosk.paper, &kiosk.trouble) {
        (false, ..) => None,
        (true, PaperSupply::Out, _) => Some(Warning::PaperOut(name())),
        (true, _, Some(_)) => Some(Warning::PrinterTrouble(name())),
        (true, _, None) => None,
    }
}
