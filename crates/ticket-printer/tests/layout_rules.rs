//! What must hold for every slip, whatever it says.
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop")]

mod slips;

use proptest::prelude::*;
use queue_protocol::WaitRange;
use ticket_printer::{Bitmap, PaperWidth, Slip, SlipDrawer, WaitMinutes};

/// Whether any dot in the column is black.
fn column_has_ink(picture: &Bitmap, x: u32) -> bool {
    (0..picture.height()).any(|y| picture.is_black(x, y))
}

/// The heights of the runs of inked rows, within the columns `from..to`.
fn inked_runs(picture: &Bitmap, from: u32, to: u32) -> Vec<u32> {
    let inked: Vec<bool> = (0..picture.height())
        .map(|y| (from..to).any(|x| picture.is_black(x, y)))
        .collect();
    let runs = inked.chunk_by(|a, b| a == b).filter(|run| run[0]);
    runs.map(|run| u32::try_from(run.len()).expect("few rows"))
        .collect()
}

fn read_qr(picture: &Bitmap) -> Vec<String> {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let dot = |number: usize| u32::try_from(number).expect("inside the picture");
    let black = |x, y| picture.is_black(dot(x), dot(y));
    let mut image = rqrr::PreparedImage::prepare_from_bitmap(width, height, black);
    image
        .detect_grids()
        .iter()
        .map(|grid| grid.decode().expect("readable").1)
        .collect()
}

#[test]
fn the_number_is_20_mm_high_on_usual_paper() {
    let slip = Slip {
        number: "C012".into(),
        ..slips::plain()
    };
    let picture = SlipDrawer::new().draw(&slip, PaperWidth::Dots576);
    let tallest = inked_runs(&picture, 0, 576).into_iter().max().expect("ink");
    assert!(tallest >= 160, "{tallest} dots are less than 20 mm");
}

#[test]
fn every_number_fits_every_paper() {
    let mut drawer = SlipDrawer::new();
    for number in ["A012", "M1000", "W0000", "L111"] {
        for width in PaperWidth::ALL {
            let slip = Slip {
                number: number.into(),
                ..slips::plain()
            };
            let picture = drawer.draw(&slip, width);
            let sides = [0, 1, width.dots() - 2, width.dots() - 1];
            assert!(
                !sides.iter().any(|x| column_has_ink(&picture, *x)),
                "{number} {width:?}"
            );
        }
    }
}

#[test]
fn the_qr_code_reads_back_on_every_paper() {
    let mut drawer = SlipDrawer::new();
    for slip in [slips::full(), slips::english(), slips::long_names()] {
        for width in PaperWidth::ALL {
            let picture = drawer.draw(&slip, width);
            assert_eq!(read_qr(&picture), [slips::FOLLOW], "{slip:?} {width:?}");
        }
    }
}

#[test]
fn an_address_too_long_for_the_paper_leaves_the_slip_whole() {
    let mut drawer = SlipDrawer::new();
    for length in [400, 2_000, 9_000] {
        let url = format!("https://hcc.khanhhoa.gov.vn/{}", "x".repeat(length));
        let slip = Slip {
            follow_url: Some(url),
            ..slips::full()
        };
        let picture = drawer.draw(&slip, PaperWidth::Dots384);
        assert!(picture.height() > 800);
    }
}

#[test]
fn a_wait_is_rounded_outwards() {
    let minutes = |likely_s, cautious_s| {
        WaitMinutes::from(WaitRange {
            likely_s,
            cautious_s,
        })
    };
    assert_eq!(minutes(0, 0), WaitMinutes::Under(5));
    assert_eq!(minutes(100, 290), WaitMinutes::Under(5));
    assert_eq!(minutes(200, 700), WaitMinutes::Under(15));
    assert_eq!(minutes(640, 880), WaitMinutes::Range(10, 15));
    assert_eq!(minutes(600, 600), WaitMinutes::About(10));
    assert_eq!(minutes(3_700, 5_500), WaitMinutes::Range(60, 100));
    assert_eq!(minutes(10_800, 13_000), WaitMinutes::Range(180, 240));
}

#[test]
fn debug_output_holds_no_token() {
    let shown = format!("{:?}", slips::full());
    assert!(shown.contains("A012"));
    assert!(!shown.contains("5gk2"), "{shown}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_worded_wait_holds_the_estimate(likely_s in 0u32..20_000, more in 0u32..10_000) {
        let cautious_s = likely_s + more;
        let (from, to) = match WaitMinutes::from(WaitRange { likely_s, cautious_s }) {
            WaitMinutes::Under(to) => (0, to),
            WaitMinutes::About(at) => (at, at),
            WaitMinutes::Range(from, to) => (from, to),
        };
        prop_assert!(from * 60 <= likely_s && cautious_s <= to * 60);
        prop_assert!(from % 5 == 0 && to % 5 == 0);
    }

    #[test]
    fn no_text_reaches_the_edge(
        service in "[A-Za-zẤẦẨẪẬỂỄỆỐỖỘỨỮỰỸĐđ ,]{1,120}",
        counters in prop::collection::vec(1u16..1000, 0..20),
        ahead in 0u32..2_000,
        width in prop::sample::select(PaperWidth::ALL.to_vec()),
    ) {
        let slip = Slip { service, counters, people_ahead: Some(ahead), ..slips::full() };
        let picture = SlipDrawer::new().draw(&slip, width);
        for x in [0, 1, 2, width.dots() - 3, width.dots() - 2, width.dots() - 1] {
            prop_assert!(!column_has_ink(&picture, x), "column {}", x);
        }
    }
}
