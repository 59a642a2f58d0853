use super::call_queue::{CallQueue, WaitingCall};
use super::hall_clock::HallClock;
use super::notice_queue::NoticeQueue;
use super::pace::Pace;
use super::stage::{Speaking, Stage};
use super::{
    CallId, DropReason, Health, Order, Output, OutputError, OutputState, Report, Settings,
};
use crate::{Notice, Saying, Sound, Speech, Voices};
use chrono::{DateTime, FixedOffset};
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

mod rest;
mod unheard;

/// A device that has not finished this long after the sound's own length will never finish.
const STALL: Duration = Duration::from_secs(2);
/// Each attempt makes the sound libraries print to the terminal.
const RETRY_FIRST: Duration = Duration::from_secs(30);
/// Between the two calls of a pair in the short form.
const PAIR_GAP: Duration = Duration::from_millis(350);
const POLL: Duration = Duration::from_millis(20);
const LOOK: Duration = Duration::from_millis(250);
const IDLE: Duration = Duration::from_secs(5);

/// The rules of speaking without thread or clock: `now` is any monotonic time.
pub struct Announcer<O, R> {
    output: O,
    voices: Arc<Voices>,
    settings: Settings,
    report: R,
    queue: CallQueue,
    notices: NoticeQueue,
    clock: HallClock,
    speaks: bool,
    stage: Stage,
    /// Since when one call has followed the other.
    busy_since: Option<Duration>,
    /// The last call was the first of a pair.
    pair_open: bool,
    /// Since when nothing could be spoken to its end.
    silent_since: Option<Duration>,
    retry: Duration,
}

impl<O: Output, R: FnMut(Report)> Announcer<O, R> {
    /// Begins with an unopened device; `report` is told what becomes of the calls.
    pub fn new(output: O, voices: Arc<Voices>, settings: Settings, report: R) -> Self {
        Self {
            output,
            voices,
            settings,
            report,
            queue: CallQueue::default(),
            notices: NoticeQueue::default(),
            clock: HallClock::default(),
            speaks: true,
            stage: Stage::Closed {
                retry_at: Duration::ZERO,
            },
            busy_since: None,
            pair_open: false,
            silent_since: None,
            retry: RETRY_FIRST,
        }
    }

    /// Takes an order; what follows from it happens in the next step.
    pub fn obey(&mut self, order: Order, now: Duration) {
        match order {
            Order::Announce(call, announcement) => self.queue.announce(call, announcement, now),
            Order::Withdraw(call) => {
                if self.queue.withdraw(call) {
                    (self.report)(Report::Dropped(call, DropReason::Withdrawn));
                }
                self.withdraw_spoken(|spoken| spoken == call);
            }
            Order::Forget => {
                let waited = self.queue.forget();
                self.drop_all(waited, DropReason::Withdrawn);
                self.withdraw_spoken(|_| true);
            }
        }
    }

    /// Takes a notice: it is spoken when no call waits, or not at all if that takes too long.
    pub fn tell(&mut self, notice: Notice, now: Duration) {
        self.notices.tell(notice, now);
    }

    /// Takes the hall's time, for the volume of the hour.
    pub fn set_time(&mut self, time: DateTime<FixedOffset>, now: Duration) {
        self.clock.set(time, now);
    }

    /// Makes this the speaking board of its zone, or no longer. One that is not keeps the calls of the last 20 s,
    /// so that it can take over between two of them.
    pub fn set_speaks(&mut self, speaks: bool) {
        self.speaks = speaks;
    }

    fn withdraw_spoken(&mut self, meant: impl Fn(CallId) -> bool) {
        if let Stage::Speaking(speaking) = &mut self.stage
            && speaking.call.as_ref().is_some_and(|call| meant(call.id))
        {
            speaking.withdrawn = true;
        }
    }

    /// Does what is due at `now` and tells how long nothing will be due, unless an order comes.
    pub fn step(&mut self, now: Duration) -> Duration {
        if let Err(error) = self.attend(now) {
            self.fail(&error, now);
        }
        let due = self.busy_since.is_some() || !self.queue.is_empty() || !self.notices.is_empty();
        match &self.stage {
            Stage::Closed { retry_at: at } | Stage::Resting { look_at: at } => {
                at.saturating_sub(now).min(IDLE)
            }
            Stage::Speaking(speaking) => speaking.ends.saturating_sub(now).clamp(POLL, LOOK),
            Stage::Quiet { until } if due && now < *until => until.saturating_sub(now),
            Stage::Quiet { .. } => IDLE,
        }
    }

    fn attend(&mut self, now: Duration) -> Result<(), OutputError> {
        match &self.stage {
            Stage::Closed { retry_at } => {
                if now >= *retry_at {
                    self.output.open()?;
                    self.stage = Stage::Quiet { until: now };
                    (self.report)(Report::Health(Health::Ready));
                }
            }
            Stage::Resting { look_at } => self.look(now, *look_at)?,
            Stage::Quiet { until } => self.rest(now, *until)?,
            Stage::Speaking(speaking) => match self.output.state()? {
                OutputState::Quiet => self.go_on(now)?,
                OutputState::Playing if now >= speaking.ends + STALL => {
                    return Err(OutputError("the device stopped taking sound".into()));
                }
                OutputState::Playing => {}
            },
        }
        self.drop_unheard(now);
        match self.stage {
            Stage::Quiet { until } if now >= until && self.speaks => self.speak_next(now),
            _ => Ok(()),
        }
    }

    /// A sentence was sounded: the next one of the same call, if nobody waits too long for it, or a silence.
    fn go_on(&mut self, now: Duration) -> Result<(), OutputError> {
        self.silent_since = None;
        self.retry = RETRY_FIRST;
        let gap = if self.pair_open {
            PAIR_GAP
        } else {
            self.settings.gap
        };
        let until = now + gap;
        let quiet = Stage::Quiet { until };
        let Stage::Speaking(mut spoken) = std::mem::replace(&mut self.stage, quiet) else {
            return Ok(());
        };
        if self.has_time_for_more(&spoken)
            && let Some(sound) = spoken.rest.pop_front()
        {
            return self.sound(sound, spoken, now);
        }
        if let Some(call) = spoken.call {
            (self.report)(Report::Spoken(call.id));
        }
        Ok(())
    }

    fn has_time_for_more(&self, spoken: &Speaking) -> bool {
        match &spoken.call {
            _ if spoken.withdrawn => false,
            Some(call) if call.announcement.recall => true,
            Some(_) => Pace::of(Duration::ZERO, self.behind()) == Pace::Whole,
            None => self.queue.is_empty(),
        }
    }

    fn speak_next(&mut self, now: Duration) -> Result<(), OutputError> {
        while let Some(call) = self.queue.next() {
            let (id, sentences) = (call.id, self.sentences(&call, now));
            if let Some(sounds) = self.render(&sentences) {
                self.begin(Some(call), sounds, now)?;
                (self.report)(Report::Speaking(id));
                return Ok(());
            }
            (self.report)(Report::Dropped(id, DropReason::Unspeakable));
        }
        self.busy_since = None;
        self.pair_open = false;
        while let Some(notice) = self.notices.next(now) {
            if let Some(sounds) = self.render(&self.voices.sentences(&notice, 1)) {
                return self.begin(None, sounds, now);
            }
        }
        Ok(())
    }

    /// What of a call there is time for; a recall is never shortened. Short calls that follow another one at once
    /// need no chime, and two of them stand close together.
    fn sentences(&mut self, call: &WaitingCall, now: Duration) -> Vec<Speech> {
        let follows = self.busy_since.is_some();
        let busy = now.saturating_sub(*self.busy_since.get_or_insert(now));
        let waited = now.saturating_sub(call.since).min(busy);
        let pace = match Pace::of(waited, self.behind()) {
            _ if call.announcement.recall => Pace::Whole,
            pace => pace,
        };
        self.pair_open = pace == Pace::Short && !self.pair_open;
        let mut sentences = match pace {
            Pace::Whole | Pace::Once => self
                .voices
                .sentences(&call.announcement, self.settings.times),
            Pace::Short => self.voices.sentences(Saying::short(&call.announcement), 1),
        };
        if pace == Pace::Once {
            sentences.truncate(1);
        }
        if pace == Pace::Short && follows {
            sentences = sentences.into_iter().map(Speech::without_lead).collect();
        }
        sentences
    }

    /// The first sentence and the others, or nothing: a call is not sounded in part.
    fn render(&self, sentences: &[Speech]) -> Option<(Sound, VecDeque<Sound>)> {
        let sounds = sentences.iter().map(|speech| self.voices.render(speech));
        let sounds: Result<VecDeque<Sound>, _> = sounds.collect();
        let mut sounds = sounds
            .inspect_err(|missing| tracing::error!(%missing, "it cannot be spoken"))
            .ok()?;
        Some((sounds.pop_front()?, sounds))
    }

    fn begin(
        &mut self,
        call: Option<WaitingCall>,
        (first, rest): (Sound, VecDeque<Sound>),
        now: Duration,
    ) -> Result<(), OutputError> {
        let speaking = Speaking {
            call,
            rest,
            ends: now,
            withdrawn: false,
        };
        self.sound(first, speaking, now)
    }

    fn sound(
        &mut self,
        sound: Sound,
        mut speaking: Speaking,
        now: Duration,
    ) -> Result<(), OutputError> {
        speaking.ends = now + sound.duration();
        self.stage = Stage::Speaking(speaking);
        self.output.start(sound.at_volume(self.volume(now)))
    }

    /// What the calls that wait would take in full.
    fn behind(&self) -> Duration {
        let whole = |call| {
            let speech = self.voices.speech(call, self.settings.times);
            self.voices.duration(&speech) + self.settings.gap
        };
        self.queue.waiting().map(whole).sum()
    }

    fn volume(&self, now: Duration) -> f32 {
        self.settings.volume.at(self.clock.time_of_day(now))
    }
}
