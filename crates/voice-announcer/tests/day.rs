//! A day of calls in moments: mock time, a device with moods, and memory that stays where it was.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;
use voice_announcer::{
    Announcement, Announcer, Choice, DropReason, Notice, Order, Output, OutputError, OutputState,
    Report, Settings, Sound, Voices,
};

/// A device that is gone for a minute in every hour, and stalls for a minute in every hour.
#[derive(Default)]
struct Moody {
    now: Duration,
    ends: Option<Duration>,
}

impl Moody {
    fn minute(&self) -> u64 {
        self.now.as_secs() / 60 % 60
    }
}

struct Device(Rc<RefCell<Moody>>);

impl Device {
    fn here(&self) -> Result<(), OutputError> {
        match self.0.borrow().minute() {
            17 => Err(OutputError("unplugged".into())),
            _ => Ok(()),
        }
    }
}

impl Output for Device {
    fn open(&mut self) -> Result<(), OutputError> {
        self.here()
    }

    fn start(&mut self, sound: Sound) -> Result<(), OutputError> {
        self.here()?;
        let mut device = self.0.borrow_mut();
        assert!(device.ends.is_none(), "a sound over another one");
        device.ends = Some(device.now + sound.duration());
        Ok(())
    }

    fn state(&mut self) -> Result<OutputState, OutputError> {
        self.here()?;
        let mut device = self.0.borrow_mut();
        let (now, stalled) = (device.now, device.minute() == 41);
        Ok(match device.ends {
            Some(ends) if stalled || now < ends => OutputState::Playing,
            _ => {
                device.ends = None;
                OutputState::Quiet
            }
        })
    }

    fn close(&mut self) {
        self.0.borrow_mut().ends = None;
    }
}

/// Resident memory of this process in bytes, where the system tells it.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: u64 = line.trim().strip_suffix(" kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}

#[test]
fn a_day_of_calls_loses_none_and_keeps_nothing() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/voices");
    let voices = Arc::new(Voices::load(&folder, &Choice::default()).unwrap());
    let device = Rc::new(RefCell::new(Moody::default()));
    let (spoken, dropped) = (Rc::default(), Rc::default());
    let (hears, notes) = (Rc::clone(&spoken), Rc::clone(&dropped));
    let report = move |report| match report {
        Report::Spoken(call) => assert!(RefCell::<BTreeSet<u64>>::borrow_mut(&hears).insert(call)),
        Report::Dropped(call, why) => RefCell::<Vec<_>>::borrow_mut(&notes).push((call, why)),
        Report::Speaking(_) | Report::Health(_) => {}
    };
    let output = Device(Rc::clone(&device));
    let mut announcer = Announcer::new(output, voices, Settings::default(), report);
    let (mut now, mut next, mut settled) = (Duration::ZERO, 0_u64, None);
    let end = Duration::from_secs(24 * 3600);
    while now < end {
        device.borrow_mut().now = now;
        let second = now.as_secs();
        // A call every 9 s, and at every full hour all counters at once.
        let due = if second % 3600 == 0 {
            24
        } else {
            u64::from(second % 9 == 0)
        };
        for _ in 0..due {
            let counter = u16::try_from(next % 24).unwrap() + 1;
            let number = format!("A{:03}", next % 1000).parse().unwrap();
            announcer.obey(
                Order::Announce(next, Announcement::call(number, counter)),
                now,
            );
            next += 1;
        }
        if second % 600 == 0 {
            announcer.tell(Notice::ClosingSoon { minutes: 15 }, now);
        }
        let tick = now + Duration::from_secs(1);
        while now < tick {
            device.borrow_mut().now = now;
            now += announcer
                .step(now)
                .max(Duration::from_millis(1))
                .min(tick - now);
        }
        if settled.is_none() && now >= Duration::from_secs(3600) {
            settled = resident();
        }
    }
    drop(announcer);
    let (spoken, dropped) = (spoken.take(), dropped.take());
    assert!(dropped.iter().all(|(_, why)| *why == DropReason::Stale));
    let mut all: Vec<u64> = spoken.iter().copied().collect();
    all.extend(dropped.iter().map(|(call, _)| *call));
    all.sort_unstable();
    let waiting = usize::try_from(next).unwrap() - all.len();
    assert!(waiting <= 3, "{waiting} of {next} are still to be spoken");
    assert_eq!(all, (0..all.len() as u64).collect::<Vec<_>>());
    println!(
        "{} spoken, {} dropped of {next}",
        spoken.len(),
        dropped.len()
    );
    if let (Some(before), Some(after)) = (settled, resident()) {
        println!(
            "{} KiB after an hour, {} after a day",
            before / 1024,
            after / 1024
        );
        assert!(after < before + (4 << 20), "{before} bytes became {after}");
    }
}
