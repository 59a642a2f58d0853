//! One keystroke's search over 2,600 procedures. Budget: at most 1 ms for every query here.

use divan::Bencher;
use std::hint::black_box;
use system_tests::procedures::{QUERIES, index};
use vietnamese::search::Index;

fn main() {
    divan::main();
}

#[divan::bench(args = QUERIES)]
fn search(bencher: Bencher<'_, '_>, query: &str) {
    let index = index();
    bencher.bench(|| index.search(black_box(query), 8));
}

/// What the kiosk asks after a query that found nothing.
#[divan::bench(args = QUERIES)]
fn search_part(bencher: Bencher<'_, '_>, query: &str) {
    let index = index();
    bencher.bench(|| index.search_part(black_box(query), 8));
}

#[divan::bench]
fn build() -> Index {
    index()
}
