use super::super::generated::{ListsState, PauseRow, QueueRow, WaitingState};
use super::super::models::refresh;
use super::BoardWindow;
use super::calls::call_slot;
use super::values::{clock, number};
use crate::view_model::{self as model, Pause, Picture};
use slint::{ComponentHandle as _, SharedString};

impl BoardWindow {
    /// Queues, newest calls, counters that take nobody, numbers called in vain.
    pub(super) fn show_lists(&self, picture: &Picture) {
        let waiting = self.app.global::<WaitingState<'_>>();
        waiting.set_page(number(picture.waiting.page + 1));
        waiting.set_pages(number(picture.waiting.pages));
        refresh(&self.queues, picture.waiting.rows.iter().map(queue_row));
        refresh(&self.calls, picture.calls.iter().map(call_slot));
        let lists = self.app.global::<ListsState<'_>>();
        lists.set_pauses_page(number(picture.pauses.page + 1));
        lists.set_pauses_pages(number(picture.pauses.pages));
        refresh(&self.pauses, picture.pauses.rows.iter().map(pause_row));
        lists.set_missed_page(number(picture.missed.page + 1));
        lists.set_missed_pages(number(picture.missed.pages));
        let missed = picture.missed.rows.iter();
        refresh(&self.missed, missed.map(SharedString::from));
    }
}

fn pause_row(pause: &Pause) -> PauseRow {
    PauseRow {
        counter: pause.counter.to_string().into(),
        closed: pause.closed,
        until: clock(pause.until),
    }
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
