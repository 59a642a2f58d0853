use super::generated::{
    AppWindow, CallSlot, CallsState, ClosedKind, CounterRow, CounterState, CountersState, Day,
    HallState, NoticeKind, NoticeState, PanelKind, QueueRow, WaitingState,
};
use super::models::refresh;
use crate::view_model::{self as model, Arrival, Card, Notice, Panel, Picture, Place};
use chrono::{DateTime, Datelike as _, FixedOffset};
use queue_protocol::ClosedReason;
use slint::{ComponentHandle as _, ModelRc, SharedString, VecModel};
use std::rc::Rc;

type Time = DateTime<FixedOffset>;

/// The window, and the models that live as long as it.
pub struct BoardWindow {
    /// The component itself.
    pub app: AppWindow,
    slots: Rc<VecModel<CallSlot>>,
    rows: Rc<VecModel<CounterRow>>,
    queues: Rc<VecModel<QueueRow>>,
}

impl BoardWindow {
    /// A window that shows nothing yet.
    ///
    /// # Errors
    /// There is no display.
    pub fn new() -> Result<Self, slint::PlatformError> {
        let window = Self {
            app: AppWindow::new()?,
            slots: Rc::default(),
            rows: Rc::default(),
            queues: Rc::default(),
        };
        let app = &window.app;
        app.global::<CallsState<'_>>()
            .set_slots(ModelRc::from(Rc::clone(&window.slots)));
        app.global::<CountersState<'_>>()
            .set_rows(ModelRc::from(Rc::clone(&window.rows)));
        app.global::<WaitingState<'_>>()
            .set_rows(ModelRc::from(Rc::clone(&window.queues)));
        Ok(window)
    }

    /// Shows a picture; what has not changed is not drawn again.
    pub fn show(&self, picture: &Picture) {
        self.show_hall(picture);
        self.show_panel(picture);
        self.show_notice(picture);
        let counters = self.app.global::<CountersState<'_>>();
        counters.set_page(number(picture.counters.page + 1));
        counters.set_pages(number(picture.counters.pages));
        refresh(&self.rows, picture.counters.rows.iter().map(counter_row));
        let waiting = self.app.global::<WaitingState<'_>>();
        waiting.set_page(number(picture.waiting.page + 1));
        waiting.set_pages(number(picture.waiting.pages));
        refresh(&self.queues, picture.waiting.rows.iter().map(queue_row));
    }

    fn show_hall(&self, picture: &Picture) {
        let hall = self.app.global::<HallState<'_>>();
        hall.set_centre(picture.centre.as_str().into());
        hall.set_clock(clock(picture.time));
        hall.set_day(picture.time.map(day).unwrap_or_default());
        hall.set_offline_since(clock(picture.offline_since));
        hall.set_never_connected(picture.panel == Panel::NeverConnected);
    }

    fn show_panel(&self, picture: &Picture) {
        let calls = self.app.global::<CallsState<'_>>();
        let (kind, card) = match &picture.panel {
            Panel::Starting => (PanelKind::Starting, None),
            Panel::NeverConnected => (PanelKind::Never, None),
            Panel::Offline { speaking } => (
                PanelKind::Offline,
                speaking.as_ref().map(|call| CallSlot {
                    filled: true,
                    speaking: true,
                    ..call_slot(call)
                }),
            ),
            Panel::Closed { reason, next } => {
                calls.set_closed(closed_kind(*reason));
                calls.set_again_time(clock(*next));
                calls.set_again_day(another_day(*next, picture.time));
                (PanelKind::Closed, None)
            }
            Panel::Card(Card::Idle { open }) => {
                calls.set_any_open(*open);
                (PanelKind::Idle, None)
            }
            Panel::Card(Card::Last(call)) => (PanelKind::Last, Some(call_slot(call))),
            Panel::Card(Card::Now(slot)) => (PanelKind::Now, Some(slot_picture(slot))),
            Panel::List(slots) => {
                let slots = slots.iter().map(|slot| slot.as_ref().map(slot_picture));
                refresh(&self.slots, slots.map(Option::unwrap_or_default));
                (PanelKind::List, None)
            }
        };
        if let Some(card) = card {
            calls.set_card(card);
        } else if kind != PanelKind::List {
            calls.set_card(CallSlot::default());
        }
        calls.set_panel(kind);
    }

    fn show_notice(&self, picture: &Picture) {
        let line = self.app.global::<NoticeState<'_>>();
        line.set_kind(match &picture.notice {
            None => NoticeKind::None,
            Some(Notice::Centre(text)) => {
                line.set_text(text.as_str().into());
                NoticeKind::Centre
            }
            Some(Notice::NotIssuing { reason, next }) => {
                line.set_closed(closed_kind(*reason));
                line.set_time(clock(*next));
                line.set_day(another_day(*next, picture.time));
                NoticeKind::NotIssuing
            }
            Some(Notice::Break { counters, until }) => {
                line.set_count(number(counters.len()));
                let counters: Vec<_> = counters.iter().map(u16::to_string).collect();
                line.set_text(counters.join(", ").into());
                line.set_time(clock(*until));
                NoticeKind::OnBreak
            }
            Some(Notice::Missed(numbers)) => {
                line.set_text(numbers.join(", ").into());
                NoticeKind::Missed
            }
        });
    }
}

fn call_slot(call: &model::Call) -> CallSlot {
    CallSlot {
        call: call.id.to_string().into(),
        number: call.number.as_str().into(),
        counter: call.counter.to_string().into(),
        priority: call.priority,
        filled: false,
        speaking: false,
        from_row: -1,
    }
}

fn slot_picture(slot: &model::SlotPicture) -> CallSlot {
    CallSlot {
        filled: slot.filled,
        speaking: slot.speaking,
        from_row: match slot.arrival {
            Arrival::FromRow(row) => number(row),
            Arrival::Standing => -1,
        },
        ..call_slot(&slot.call)
    }
}

fn counter_row(row: &model::CounterRow) -> CounterRow {
    let mut shown = CounterRow {
        counter: row.counter.to_string().into(),
        state: CounterState::Open,
        ..CounterRow::default()
    };
    match &row.place {
        Place::Ticket {
            number,
            priority,
            called,
        } => {
            shown.number = number.as_str().into();
            shown.priority = *priority;
            shown.called = *called;
        }
        Place::Open => {}
        Place::Break => shown.state = CounterState::OnBreak,
        Place::Closed => shown.state = CounterState::Closed,
    }
    shown
}

fn queue_row(row: &model::QueueRow) -> QueueRow {
    let minutes = |minutes: u32| i32::try_from(minutes).unwrap_or(i32::MAX);
    QueueRow {
        letter: row.letter.as_str().into(),
        name: row.name.as_str().into(),
        people: row.people.to_string().into(),
        wait_from: row.wait.map_or(0, |wait| minutes(wait.from)),
        wait_to: row.wait.map_or(0, |wait| minutes(wait.to)),
    }
}

const fn closed_kind(reason: ClosedReason) -> ClosedKind {
    match reason {
        ClosedReason::BeforeOpening => ClosedKind::BeforeOpening,
        ClosedReason::Pause => ClosedKind::Pause,
        ClosedReason::AfterHours => ClosedKind::AfterHours,
        ClosedReason::Weekend => ClosedKind::Weekend,
        ClosedReason::Holiday => ClosedKind::Holiday,
        ClosedReason::LocalClosure => ClosedKind::LocalClosure,
        ClosedReason::CapReached => ClosedKind::CapReached,
    }
}

/// "09:41", or nothing.
fn clock(time: Option<Time>) -> SharedString {
    time.map(|time| time.format("%H:%M").to_string().into())
        .unwrap_or_default()
}

fn day(time: Time) -> Day {
    Day {
        weekday: number(time.weekday().num_days_from_monday() as usize),
        day: number(time.day() as usize),
        month: number(time.month() as usize),
        year: time.year(),
    }
}

/// The day of `next`, unless it is today.
fn another_day(next: Option<Time>, now: Option<Time>) -> Day {
    let today = now.map(|now| now.date_naive());
    next.filter(|next| Some(next.date_naive()) != today)
        .map(day)
        .unwrap_or_default()
}

/// A small count as Slint has it.
fn number(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}
