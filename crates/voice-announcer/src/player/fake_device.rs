use super::{
    Announcer, CallId, DropReason, Health, Order, Output, OutputError, OutputState, Report,
    Settings,
};
use crate::{Announcement, Choice, Notice, Sound, Voices};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

static VOICES: LazyLock<Arc<Voices>> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/voices");
    Arc::new(Voices::load(folder.as_ref(), &Choice::default()).unwrap())
});

pub(super) fn voices() -> Arc<Voices> {
    Arc::clone(&VOICES)
}

pub(super) fn call(id: CallId) -> Announcement {
    let letter = ["A", "C", "E", "H"][usize::try_from(id).unwrap() % 4];
    let counter = u16::try_from(id % 24).unwrap() + 1;
    Announcement::call(
        format!("{letter}{:03}", id % 1000).parse().unwrap(),
        counter,
    )
}

/// The hall of a test: a clock that moves only when told, a device with a plug, and what was heard.
#[derive(Default)]
pub(super) struct Hall {
    pub now: Duration,
    pub unplugged: bool,
    pub stalled: bool,
    /// How fast the device takes sound; as fast as it should when there is none.
    pub speed: Option<f64>,
    pub opened: usize,
    pub open: bool,
    pub tried: Vec<Duration>,
    playing: Option<(Duration, Duration)>,
    /// When each sound that was played to its end began and ended.
    pub heard: Vec<(Duration, Duration)>,
    /// The highest sample of each sound that was begun.
    pub peaks: Vec<f32>,
    pub reports: Vec<Report>,
}

struct FakeDevice(Rc<RefCell<Hall>>);

impl Output for FakeDevice {
    fn open(&mut self) -> Result<(), OutputError> {
        let mut hall = self.0.borrow_mut();
        let now = hall.now;
        hall.tried.push(now);
        if hall.unplugged {
            return Err(OutputError("no device".into()));
        }
        assert!(!hall.open, "opened while open");
        hall.opened += 1;
        hall.open = true;
        Ok(())
    }

    fn start(&mut self, sound: Sound) -> Result<(), OutputError> {
        let mut hall = self.0.borrow_mut();
        if hall.unplugged {
            return Err(OutputError("unplugged".into()));
        }
        assert!(hall.open, "a sound on a closed device");
        assert!(hall.playing.is_none(), "a sound over another one");
        let length = sound.duration().div_f64(hall.speed.unwrap_or(1.0));
        hall.playing = Some((hall.now, hall.now + length));
        let peak = sound.samples().iter().copied().fold(0.0, f32::max);
        hall.peaks.push(peak);
        Ok(())
    }

    fn state(&mut self) -> Result<OutputState, OutputError> {
        let mut hall = self.0.borrow_mut();
        if hall.unplugged {
            return Err(OutputError("unplugged".into()));
        }
        match hall.playing {
            Some((from, to)) if !hall.stalled && hall.now >= to => {
                hall.playing = None;
                hall.heard.push((from, to));
                Ok(OutputState::Quiet)
            }
            Some(_) => Ok(OutputState::Playing),
            None => Ok(OutputState::Quiet),
        }
    }

    fn close(&mut self) {
        let mut hall = self.0.borrow_mut();
        (hall.playing, hall.open) = (None, false);
    }
}

/// An announcer in a hall, driven step by step.
pub(super) struct Scene {
    pub hall: Rc<RefCell<Hall>>,
    announcer: Announcer<FakeDevice, Box<dyn FnMut(Report)>>,
}

impl Scene {
    pub fn new(settings: Settings) -> Self {
        Self::with_voices(voices(), settings)
    }

    pub fn with_voices(voices: Arc<Voices>, settings: Settings) -> Self {
        let hall = Rc::new(RefCell::new(Hall::default()));
        let ear = Rc::clone(&hall);
        let report: Box<dyn FnMut(Report)> =
            Box::new(move |report| ear.borrow_mut().reports.push(report));
        let device = FakeDevice(Rc::clone(&hall));
        Self {
            announcer: Announcer::new(device, voices, settings, report),
            hall,
        }
    }

    pub fn announce(&mut self, calls: impl IntoIterator<Item = CallId>) {
        for id in calls {
            self.obey(Order::Announce(id, call(id)));
        }
    }

    pub fn obey(&mut self, order: Order) {
        let now = self.hall.borrow().now;
        self.announcer.obey(order, now);
    }

    pub fn tell(&mut self, notice: Notice) {
        let now = self.hall.borrow().now;
        self.announcer.tell(notice, now);
    }

    /// Tells the hall's time of day.
    pub fn set_time(&mut self, time: &str) {
        let time = format!("2026-11-20T{time}:00+07:00").parse().unwrap();
        let now = self.hall.borrow().now;
        self.announcer.set_time(time, now);
    }

    pub fn set_speaks(&mut self, speaks: bool) {
        self.announcer.set_speaks(speaks);
    }

    /// Steps as often as the announcer asks for, for `seconds`.
    pub fn run(&mut self, seconds: f64) {
        let end = self.hall.borrow().now + Duration::from_secs_f64(seconds);
        loop {
            let now = self.hall.borrow().now;
            let wait = self.announcer.step(now).max(Duration::from_millis(1));
            if now >= end {
                return;
            }
            self.hall.borrow_mut().now = (now + wait).min(end);
        }
    }

    pub fn spoken(&self) -> Vec<CallId> {
        self.reported(|report| {
            if let Report::Spoken(call) = report {
                Some(*call)
            } else {
                None
            }
        })
    }

    pub fn dropped(&self) -> Vec<(CallId, DropReason)> {
        self.reported(|report| {
            if let Report::Dropped(call, why) = report {
                Some((*call, *why))
            } else {
                None
            }
        })
    }

    /// The calls begun, those of interrupted sounds included.
    pub fn begun(&self) -> Vec<CallId> {
        self.reported(|report| {
            if let Report::Speaking(call) = report {
                Some(*call)
            } else {
                None
            }
        })
    }

    pub fn health(&self) -> Health {
        self.healths().pop().unwrap_or(Health::Starting)
    }

    /// What was told of the device, in order.
    pub fn healths(&self) -> Vec<Health> {
        self.reported(|report| {
            if let Report::Health(health) = report {
                Some(health.clone())
            } else {
                None
            }
        })
    }

    fn reported<T>(&self, pick: impl Fn(&Report) -> Option<T>) -> Vec<T> {
        self.hall.borrow().reports.iter().filter_map(pick).collect()
    }

    /// The shortest silence between two sounds that were heard whole.
    pub fn shortest_gap(&self) -> Duration {
        let hall = self.hall.borrow();
        let gaps = hall
            .heard
            .windows(2)
            .map(|pair| pair[1].0.checked_sub(pair[0].1).expect("overlap"));
        gaps.min().unwrap_or(Duration::MAX)
    }
}
