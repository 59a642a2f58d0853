use super::arrangement::Arrangement;
use super::counters::{counters, in_grid};
use super::notices::{Notice, Telling, notices};
use super::pauses::{Pause, pauses};
use super::picture::{Counters, Paged};
use super::steps::{Steps, page, pages};
use super::waiting::{QueueRow, waiting};
use queue_protocol::layout;
use queue_protocol::{BoardView, Catalogue, Language};
use std::time::Duration;

const PAGE: Duration = Duration::from_secs(8);

/// What a page is made of.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    pub arrangement: &'a Arrangement,
    pub view: &'a BoardView,
    pub catalogue: Option<&'a Catalogue>,
    pub language: Language,
}

/// Everything on the board that takes turns, each at its own pace.
#[derive(Debug)]
pub(super) struct Pages {
    grids: Vec<Steps>,
    queues: Steps,
    pauses: Steps,
    missed: Steps,
    line: Steps,
    playlist: Steps,
}

impl Pages {
    /// The first page of everything.
    pub fn of(arrangement: &Arrangement) -> Self {
        Self {
            grids: vec![Steps::new(PAGE); arrangement.grids.len()],
            queues: Steps::new(PAGE),
            pauses: Steps::new(PAGE),
            missed: Steps::new(PAGE),
            line: Steps::new(PAGE),
            playlist: Steps::new(arrangement.playlist.every),
        }
    }

    /// Turns to the page on which `counter` stands.
    pub fn show_counter(&mut self, told: Told<'_>, counter: u16, now: Duration) {
        for (grid, row) in rows_of(told, counter) {
            self.grids[grid].show(row / told.arrangement.grids[grid].table.a_page(), now);
        }
    }

    /// The grid and the row of its page where `counter` stands now.
    pub fn row_of(&self, told: Told<'_>, counter: u16) -> Option<(usize, usize)> {
        let mut rows = rows_of(told, counter);
        rows.find_map(|(grid, row)| {
            let a_page = told.arrangement.grids[grid].table.a_page();
            (self.grids[grid].page() == row / a_page).then_some((grid, row % a_page))
        })
    }

    pub fn grids(&mut self, told: Told<'_>, now: Duration) -> Vec<Counters> {
        let grids = told.arrangement.grids.iter().zip(&mut self.grids);
        let names = (told.catalogue, told.language);
        grids
            .map(|(grid, steps)| counters(grid, &told.view.counters, names, steps, now))
            .collect()
    }

    pub fn waiting(&mut self, told: Told<'_>, now: Duration) -> Paged<QueueRow> {
        let rows = waiting(&told.view.queues, told.catalogue, told.language);
        paged(
            &rows,
            told.arrangement.waiting.a_page(),
            &mut self.queues,
            now,
        )
    }

    pub fn pauses(&mut self, told: Told<'_>, time: super::Time, now: Duration) -> Paged<Pause> {
        let rows = pauses(&told.view.counters, time);
        paged(
            &rows,
            told.arrangement.pauses.a_page(),
            &mut self.pauses,
            now,
        )
    }

    pub fn missed(&mut self, told: Told<'_>, now: Duration) -> Paged<String> {
        let a_page = told.arrangement.missed.a_page();
        paged(&told.view.missed, a_page, &mut self.missed, now)
    }

    /// The step of the notice line that stands now, of those that pass `keep`.
    pub fn notice(
        &mut self,
        telling: &Telling<'_>,
        keep: impl Fn(&Notice) -> bool,
        now: Duration,
    ) -> Option<Notice> {
        let mut notices = notices(telling);
        notices.retain(keep);
        let step = self.line.turn(notices.len(), now);
        notices.into_iter().nth(step)
    }

    pub fn shown(&mut self, arrangement: &Arrangement, now: Duration) -> Option<layout::Picture> {
        let pictures = &arrangement.playlist.pictures;
        let at = self.playlist.turn(pictures.len(), now);
        pictures.get(at).cloned()
    }
}

/// Each grid in which `counter` stands, and its row there, counted over all pages.
fn rows_of(told: Told<'_>, counter: u16) -> impl Iterator<Item = (usize, usize)> {
    let grids = told.arrangement.grids.iter().enumerate();
    grids.filter_map(move |(at, grid)| {
        let rows = in_grid(grid, &told.view.counters, told.catalogue);
        let row = rows.iter().position(|row| row.number == counter)?;
        Some((at, row))
    })
}

fn paged<T: Clone>(rows: &[T], a_page: usize, steps: &mut Steps, now: Duration) -> Paged<T> {
    let pages = pages(rows.len(), a_page);
    let at = steps.turn(pages, now);
    Paged {
        rows: page(rows, at, a_page).to_vec(),
        page: at,
        pages,
    }
}
