//! What one keystroke's search costs over 2,600 procedures.

use crate::figures::Sample;
use crate::table::Line;
use std::hint::black_box;
use std::time::{Duration, Instant};
use system_tests::procedures::{QUERIES, index};

const TIMES: usize = 500;
/// As many as a list on the screen shows.
const SHOWN: usize = 8;
const BUDGET: Duration = Duration::from_millis(1);

/// The slowest of the queries.
pub fn lines() -> Vec<Line> {
    let index = index();
    let of_query = |query| {
        let mut sample = Sample::default();
        for _ in 0..TIMES {
            let start = Instant::now();
            black_box(index.search(black_box(query), SHOWN));
            sample.add(start.elapsed());
        }
        (query, sample)
    };
    let slowest = QUERIES.map(of_query).into_iter();
    let Some((query, slowest)) = slowest.max_by_key(|(_, sample)| sample.median()) else {
        return Vec::new();
    };
    let us = |duration: Duration| format!("{:.0} µs", duration.as_secs_f64() * 1e6);
    vec![Line {
        what: format!(
            "search per keystroke, the slowest of {} queries",
            QUERIES.len()
        ),
        measured: format!(
            "median {}, p99 {} (“{query}”)",
            us(slowest.median()),
            us(slowest.p99())
        ),
        budget: "≤ 1 ms".to_owned(),
        limit: String::new(),
        verdict: (slowest.p99() <= BUDGET).into(),
    }]
}
