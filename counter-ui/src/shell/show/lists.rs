//! The queue, the held visitors, the no-shows.

use super::{Models, actions, int, words};
use crate::shell::generated::{self as ui, App, ListsState};
use crate::shell::rows;
use crate::view_model::Picture;
use crate::view_model::picture::{HeldRow, MissedRow, QueueRow};
use slint::ComponentHandle as _;

pub fn show(app: &App, picture: &Picture, models: &Models) {
    let (part, actions) = (&picture.lists, &picture.actions);
    let held = |row: &HeldRow| ui::HeldRow {
        number: row.number.as_str().into(),
        priority: row.priority,
        counter: row.counter.map_or(0, i32::from),
        since: row.since.as_str().into(),
        back_at: row.back_at.as_deref().unwrap_or_default().into(),
        late: row.late_min.map_or(-1, int),
        state: actions::row_button(actions.resume, row.sending),
    };
    let missed = |row: &MissedRow| ui::MissedRow {
        number: row.number.as_str().into(),
        counter: row.counter.map_or(0, i32::from),
        since: row.since.as_str().into(),
        until: row.until.as_str().into(),
        state: actions::row_button(actions.restore, row.sending),
    };
    rows::update(&models.queue, part.queue.iter().map(queue_row).collect());
    rows::update(&models.held, part.held.iter().map(held).collect());
    rows::update(&models.missed, part.missed.iter().map(missed).collect());
    let lists = app.global::<ListsState<'_>>();
    lists.set_waiting(int(part.waiting));
    lists.set_helping(part.helping.as_str().into());
}

pub fn queue_row(row: &QueueRow) -> ui::QueueRow {
    ui::QueueRow {
        number: row.number.as_str().into(),
        priority: row.priority,
        service: row.service.as_str().into(),
        reason: words::reason(Some(&row.reason)),
        waited: int(row.waited_min),
    }
}
