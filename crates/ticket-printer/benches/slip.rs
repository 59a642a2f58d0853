//! How long a slip takes from its words to its bytes.

use chrono::DateTime;
use divan::{Bencher, black_box};
use queue_protocol::Language;
use ticket_printer::{PaperWidth, Slip, SlipDrawer, encode};

fn main() {
    divan::main();
}

fn slip(number: &str) -> Slip {
    let at = DateTime::parse_from_rfc3339("2026-11-25T08:42:10+07:00").unwrap_or_default();
    Slip {
        number: number.into(),
        follow_url: Some("https://hcc.khanhhoa.gov.vn/t/5gk2vJ0xT1mZ8bQwY7rNcA".into()),
        ..Slip::sample(Language::VI, at)
    }
}

/// Fonts loaded and every glyph drawn for the first time.
#[divan::bench]
fn first_slip() {
    black_box(SlipDrawer::new().draw(&slip("A012"), PaperWidth::Dots576));
}

/// The same slip again.
#[divan::bench]
fn same_slip(bencher: Bencher<'_, '_>) {
    let (mut drawer, slip) = (SlipDrawer::new(), slip("A012"));
    bencher.bench_local(|| drawer.draw(black_box(&slip), PaperWidth::Dots576));
}

/// The next numbers, one after the other.
#[divan::bench]
fn next_slips(bencher: Bencher<'_, '_>) {
    let mut drawer = SlipDrawer::new();
    let mut count = 0;
    bencher.bench_local(|| {
        count = (count + 1) % 1000;
        drawer.draw(&slip(&format!("A{count:03}")), PaperWidth::Dots576)
    });
}

/// From picture to bytes.
#[divan::bench]
fn encoding(bencher: Bencher<'_, '_>) {
    let picture = SlipDrawer::new().draw(&slip("A012"), PaperWidth::Dots576);
    bencher.bench_local(|| encode::slip(black_box(&picture), PaperWidth::Dots576));
}

/// From picture to PNG, for the kiosk's screen.
#[divan::bench]
fn png(bencher: Bencher<'_, '_>) {
    let picture = SlipDrawer::new().draw(&slip("A012"), PaperWidth::Dots576);
    bencher.bench_local(|| black_box(&picture).to_png());
}
