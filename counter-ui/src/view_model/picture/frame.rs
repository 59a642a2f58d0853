//! Header, connection, which screen.

use super::{clock, minutes};
use crate::view_model::Desk;
use chrono::Datelike as _;
use queue_client::View;
use queue_protocol::{BreakReason, CounterStatus, Language};
use tokio::time::Instant;

/// Which screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// The form.
    SignIn,
    /// The desk.
    Desk,
    /// The small bar beside other programs.
    Bar,
}

/// Whether what is shown is the present.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// The service has not been reached yet.
    Connecting,
    /// It is the present.
    Live,
    /// It was so at this time of day.
    Lost(String),
}

/// A date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// 0 is Monday.
    pub weekday: u32,
    /// 1 to 31.
    pub day: u32,
    /// 1 to 12.
    pub month: u32,
    /// Such as 2026.
    pub year: i32,
}

/// The officer's day at this counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MyDayPart {
    /// Visits finished.
    pub served: u32,
    /// The median visit in minutes, at least 1.
    pub usual_min: Option<u32>,
    /// The mean visit in minutes, at least 1.
    pub mean_min: Option<u32>,
    /// No-shows.
    pub no_shows: u32,
    /// Breaks taken.
    pub breaks: u32,
    /// Minutes of them.
    pub break_min: u32,
}

/// What every screen has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FramePart {
    /// Which screen.
    pub screen: Screen,
    /// In which language.
    pub language: Language,
    /// The one that the menu changes to.
    pub next_language: Language,
    /// The centre's name.
    pub centre: String,
    /// The number on the plate.
    pub counter: u16,
    /// What the counter is for.
    pub counter_name: String,
    /// Who holds the counter.
    pub officer: Option<u32>,
    /// Whether it takes visitors.
    pub status: CounterStatus,
    /// Why it pauses.
    pub break_reason: Option<BreakReason>,
    /// When it means to be back, "10:15".
    pub back_at: Option<String>,
    /// The connection.
    pub link: Link,
    /// The service's time of day; empty before it is known.
    pub clock: String,
    /// The service's day.
    pub today: Option<Day>,
    /// The officer's day.
    pub my_day: MyDayPart,
    /// After the visitor at the counter it closes.
    pub last_visitor: bool,
    /// The lists instead of the visitor, where there is room for one of them.
    pub lists_page: bool,
}

pub(super) fn part(desk: &Desk, now: Instant) -> FramePart {
    let view = desk.view();
    let time = desk.time(now);
    let catalogue = desk.catalogue.as_ref();
    let counter = catalogue.and_then(|c| c.counters.iter().find(|c| c.number == desk.number));
    let my_day = view.map(|view| view.my_day).unwrap_or_default();
    FramePart {
        screen: match (desk.signed_in(), desk.bar) {
            (false, _) => Screen::SignIn,
            (true, false) => Screen::Desk,
            (true, true) => Screen::Bar,
        },
        language: desk.language,
        next_language: desk.language.next_of(Language::shipped()),
        centre: catalogue.map_or_else(String::new, |c| c.centre.name.get(desk.language).to_owned()),
        counter: desk.number,
        counter_name: counter.map_or_else(String::new, |c| c.name.get(desk.language).to_owned()),
        officer: view.and_then(|view| view.officer),
        status: view.map_or(CounterStatus::Closed, |view| view.status),
        break_reason: view.and_then(|view| view.break_reason),
        back_at: view.and_then(|view| view.back_at).map(clock),
        link: link(desk),
        clock: time.map(clock).unwrap_or_default(),
        today: time.map(|time| Day {
            weekday: time.weekday().num_days_from_monday(),
            day: time.day(),
            month: time.month(),
            year: time.year(),
        }),
        my_day: MyDayPart {
            served: my_day.served,
            usual_min: my_day.median_s.map(|seconds| minutes(seconds).max(1)),
            mean_min: my_day.mean_s.map(|seconds| minutes(seconds).max(1)),
            no_shows: my_day.no_shows,
            breaks: my_day.breaks,
            break_min: minutes(my_day.break_s),
        },
        last_visitor: desk.last_visitor,
        lists_page: desk.lists_page,
    }
}

fn link(desk: &Desk) -> Link {
    match &desk.counter {
        View::Never => Link::Connecting,
        View::Live { .. } => Link::Live,
        View::Stale { since, .. } => Link::Lost(
            desk.counter
                .service_time(*since)
                .map(clock)
                .unwrap_or_default(),
        ),
    }
}
