use super::super::generated::{CounterRow, CounterState, GridPanel};
use super::super::models::refresh;
use super::BoardWindow;
use super::stage::place;
use super::values::number;
use crate::view_model::{self as model, Counters, Grid, Picture, Place};
use slint::{ModelRc, VecModel};
use std::rc::Rc;

/// As a row was drawn: where its number begins, the space between columns, the heading.
const NUMBER: f32 = 112.0;
const GAP: f32 = 24.0;
const HEADING: f32 = 36.0;

impl BoardWindow {
    /// Counters in their grids.
    pub(super) fn show_grids(&self, picture: &Picture) {
        let mut rows = self.rows.borrow_mut();
        rows.resize_with(picture.grids.len(), Rc::default);
        for (rows, page) in rows.iter().zip(&picture.grids) {
            refresh(rows, page.rows.iter().map(counter_row));
        }
        let pages = picture.arrangement.grids.iter().zip(&picture.grids);
        let panels = pages.zip(&*rows);
        refresh(
            &self.grids,
            panels.map(|((grid, page), rows)| panel(grid, page, rows)),
        );
    }
}

fn panel(grid: &Grid, page: &Counters, rows: &Rc<VecModel<CounterRow>>) -> GridPanel {
    GridPanel {
        place: place(grid.table.place),
        columns: number(grid.table.columns),
        rows_a_column: number(grid.table.rows),
        title: page.title.as_str().into(),
        page: number(page.page + 1),
        pages: number(page.pages),
        rows: ModelRc::from(Rc::clone(rows)),
    }
}

/// The middle of the left end of the number in a row, on the drawing.
#[expect(clippy::cast_precision_loss, reason = "small counts")]
pub(super) fn number_at(grid: &Grid, row: usize) -> (f32, f32) {
    let (at, rows) = (grid.table.place, grid.table.rows.max(1));
    let column_width = (at.width + GAP * at.scale) / grid.table.columns.max(1) as f32;
    let row_height = (at.height - HEADING * at.scale) / rows as f32;
    let (column, row) = ((row / rows) as f32, (row % rows) as f32);
    (
        at.x + column * column_width + NUMBER * at.scale,
        at.y + HEADING * at.scale + (row + 0.5) * row_height,
    )
}

pub(super) fn counter_row(row: &model::CounterRow) -> CounterRow {
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
