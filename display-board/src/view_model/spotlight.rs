use queue_protocol::views::BoardCall;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;
use voice_announcer::{Announcement, CallId};

/// Places for calls.
pub const SLOTS: usize = 6;
/// A call stands this long, counted from when the voice begins it if it does, unless it is taken back or the
/// voice needs its slot.
pub const SHOWN_FOR: Duration = Duration::from_secs(20);
/// A call waits no longer than this for a voice that says nothing.
const PATIENCE: Duration = Duration::from_secs(120);
/// Calls remembered, so that the voice's reports can be told apart.
const REMEMBERED: usize = 400;

/// One call or recall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Its id; a recall has its own.
    pub id: CallId,
    /// Whom.
    pub number: String,
    /// Where to.
    pub counter: u16,
    /// The mark.
    pub priority: bool,
}

impl From<&BoardCall> for Call {
    fn from(call: &BoardCall) -> Self {
        Self {
            id: call.id,
            number: call.number.clone(),
            counter: call.counter,
            priority: call.priority,
        }
    }
}

impl Call {
    /// The call that the voice was told.
    #[must_use]
    pub fn announced(id: CallId, announcement: &Announcement) -> Self {
        Self {
            id,
            number: announcement.number.to_string(),
            counter: announcement.counter,
            priority: announcement.priority,
        }
    }

    /// Whether both lead the same visitor to the same counter.
    #[must_use]
    pub fn same_visit(&self, other: &Self) -> bool {
        self.number == other.number && self.counter == other.counter
    }
}

#[derive(Debug)]
struct Slot {
    call: Call,
    entered: Duration,
    /// From here the time of standing counts.
    since: Duration,
    /// Its visitor is no longer expected at the counter.
    gone: bool,
    /// Its visitor is at the counter: it stands for the rest of its time, unless a call needs the slot.
    arrived: bool,
}

/// The calls in the six slots. A call takes the topmost free one and never moves; what the voice says stands in a slot.
#[derive(Debug, Default)]
pub struct Spotlight {
    slots: [Option<Slot>; SLOTS],
    /// Called, and no slot free yet, in the order of calling.
    waiting: VecDeque<Call>,
    known: BTreeMap<CallId, Call>,
    /// Announced and not yet spoken.
    due: BTreeSet<CallId>,
    speaking: Option<Call>,
    last_spoken: Option<Call>,
    audible: bool,
    /// Slots that the layout has no place for.
    unused: usize,
}

impl Spotlight {
    /// Uses only the first `places` slots; what stood in others waits for one of these.
    pub fn set_places(&mut self, places: usize) {
        self.unused = SLOTS - places.clamp(1, SLOTS);
        for place in (SLOTS - self.unused..SLOTS).rev() {
            if let Some(slot) = self.slots[place].take() {
                self.waiting.push_front(slot.call);
            }
        }
    }

    /// A new call. A recall takes the place of the call before it.
    pub fn enter(&mut self, call: Call, now: Duration) {
        self.known.insert(call.id, call.clone());
        while self.known.len() > REMEMBERED {
            self.known.pop_first();
        }
        self.due.insert(call.id);
        let mut slots = self.slots.iter_mut().flatten();
        if let Some(slot) = slots.find(|slot| slot.call.same_visit(&call)) {
            slot.call = call;
            slot.since = now;
            slot.gone = false;
            slot.arrived = false;
        } else if let Some(waiting) = self
            .waiting
            .iter_mut()
            .find(|waiting| waiting.same_visit(&call))
        {
            *waiting = call;
        } else {
            self.waiting.push_back(call);
        }
    }

    /// The visitor of a call no longer has to come. `arrived`: the visitor is at the counter, and the call
    /// stands for the rest of its time while no other needs the slot; otherwise it was taken back, and leaves at once.
    pub fn withdraw(&mut self, id: CallId, arrived: bool) {
        self.due.remove(&id);
        self.waiting.retain(|waiting| waiting.id != id);
        let mut slots = self.slots.iter_mut().flatten();
        if let Some(slot) = slots.find(|slot| slot.call.id == id) {
            slot.gone |= !arrived;
            slot.arrived |= arrived;
        }
    }

    /// Another journal counts its calls from 1: all leave but the one being spoken, which leaves after it.
    pub fn clear(&mut self) {
        self.known.clear();
        self.due.clear();
        self.waiting.clear();
        self.last_spoken = None;
        for place in &mut self.slots {
            place.take_if(|slot| {
                slot.gone = true;
                !self.speaking.iter().any(|call| call.same_visit(&slot.call))
            });
        }
    }

    /// Whether the hall can hear calls. A call that was cut off is still to be spoken.
    pub fn set_audible(&mut self, audible: bool) {
        self.audible = audible;
        if !audible && let Some(call) = self.speaking.take() {
            self.due.insert(call.id);
        }
    }

    /// The voice begins a call; wherever it was, it gets a slot.
    pub fn speak(&mut self, id: CallId, now: Duration) {
        self.audible = true;
        self.due.remove(&id);
        let Some(call) = self.known.get(&id).cloned() else {
            return;
        };
        self.speaking = Some(call.clone());
        self.let_leave(now);
        if let Some(place) = self.slot_of(&call) {
            if let Some(slot) = &mut self.slots[place] {
                slot.since = now;
                // A recall that is spoken is what stands, not the call before it.
                if slot.call.id < id {
                    slot.call = call;
                }
            }
            return;
        }
        let waiting = (self.waiting.iter()).position(|waiting| waiting.same_visit(&call));
        let waiting = waiting.and_then(|place| self.waiting.remove(place));
        let place = self.free_place().unwrap_or_else(|| self.make_place());
        self.slots[place] = Some(Slot {
            gone: waiting.is_none(),
            call: waiting.unwrap_or(call),
            entered: now,
            since: now,
            arrived: false,
        });
    }

    /// The voice has ended a call or will not speak it. Tells whether it is a call of this journal.
    pub fn ended(&mut self, id: CallId) -> bool {
        self.due.remove(&id);
        if self.speaking.as_ref().is_some_and(|call| call.id == id) {
            self.last_spoken = self.speaking.take();
        }
        self.known.contains_key(&id)
    }

    /// Lets calls leave whose time is over, and fills the free slots.
    pub fn turn(&mut self, now: Duration) {
        self.let_leave(now);
        while !self.waiting.is_empty()
            && let Some(place) = self.free_place().or_else(|| self.arrived_place())
            && let Some(call) = self.waiting.pop_front()
        {
            self.slots[place] = Some(Slot {
                call,
                entered: now,
                since: now,
                gone: false,
                arrived: false,
            });
        }
    }

    /// The calls in their slots from the top, and for how long each has stood there.
    #[must_use]
    pub fn slots(&self, now: Duration) -> [Option<(&Call, Duration)>; SLOTS] {
        self.slots.each_ref().map(|slot| {
            let slot = slot.as_ref()?;
            Some((&slot.call, now.saturating_sub(slot.entered)))
        })
    }

    /// The call that is being spoken.
    #[must_use]
    pub const fn speaking(&self) -> Option<&Call> {
        self.speaking.as_ref()
    }

    /// The slot with the yellow field: the call being spoken, else the next to be spoken, else the one spoken
    /// last. Without sound the newest.
    #[must_use]
    pub fn filled(&self) -> Option<usize> {
        let newest = || self.places_by_id().last().map(|(_, place)| place);
        let spoken = |call: &Option<Call>| call.as_ref().and_then(|call| self.slot_of(call));
        if !self.audible {
            return newest();
        }
        let next = || {
            let mut places = self.places_by_id();
            places.find_map(|(id, place)| self.due.contains(&id).then_some(place))
        };
        spoken(&self.speaking)
            .or_else(next)
            .or_else(|| spoken(&self.last_spoken))
            .or_else(newest)
    }

    fn places_by_id(&self) -> impl Iterator<Item = (CallId, usize)> {
        let slots = self.slots.iter().enumerate();
        let mut places: Vec<_> = slots
            .filter_map(|(place, slot)| Some((slot.as_ref()?.call.id, place)))
            .collect();
        places.sort_unstable();
        places.into_iter()
    }

    fn slot_of(&self, call: &Call) -> Option<usize> {
        self.slots
            .iter()
            .position(|slot| slot.as_ref().is_some_and(|slot| slot.call.same_visit(call)))
    }

    fn let_leave(&mut self, now: Duration) {
        for place in 0..SLOTS {
            if let Some(slot) = &self.slots[place]
                && !self.stays(slot, now)
            {
                self.slots[place] = None;
            }
        }
    }

    fn stays(&self, slot: &Slot, now: Duration) -> bool {
        let age = now.saturating_sub(slot.since);
        let sounds = (self.speaking.iter()).any(|call| call.same_visit(&slot.call));
        sounds || (!slot.gone && (age < SHOWN_FOR || (self.held(&slot.call) && age < PATIENCE)))
    }

    /// Whether the voice is still to speak the call.
    fn held(&self, call: &Call) -> bool {
        self.audible && self.due.contains(&call.id)
    }

    fn free_place(&self) -> Option<usize> {
        let places = SLOTS - self.unused;
        self.slots.iter().take(places).position(Option::is_none)
    }

    /// The slot of the visitor who came longest ago, unless the voice is at it.
    fn arrived_place(&self) -> Option<usize> {
        let slots = self.slots.iter().enumerate();
        let come = slots.filter_map(|(place, slot)| {
            let slot = slot.as_ref().filter(|slot| slot.arrived)?;
            let sounds = (self.speaking.iter()).any(|call| call.same_visit(&slot.call));
            (!sounds).then_some((slot.since, place))
        });
        come.min().map(|(_, place)| place)
    }

    /// Takes the slot of the call that was spoken longest ago, or of the last to be spoken, which waits again.
    fn make_place(&mut self) -> usize {
        let slots = self.slots.iter().take(SLOTS - self.unused).enumerate();
        let order = slots.min_by_key(|(_, slot)| {
            slot.as_ref().map(|slot| {
                let held = self.held(&slot.call);
                (
                    held,
                    if held {
                        u64::MAX - slot.call.id
                    } else {
                        slot.call.id
                    },
                )
            })
        });
        let place = order.map_or(0, |(place, _)| place);
        if let Some(slot) = self.slots[place].take()
            && self.held(&slot.call)
        {
            self.waiting.push_front(slot.call);
        }
        place
    }
}
