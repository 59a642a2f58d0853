//! The layout against the pictures under `tests/golden`. With `UPDATE_GOLDEN=1` they are drawn
//! anew; look at them before committing. A mismatch leaves `NAME.actual.png` beside the picture.
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop")]

mod slips;

use queue_protocol::Language;
use std::path::PathBuf;
use ticket_printer::{Bitmap, Mark, PaperWidth, Slip, SlipDrawer};

fn golden(name: &str, slip: &Slip, width: PaperWidth) {
    let drawn = SlipDrawer::new().draw(slip, width);
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let path = folder.join(format!("{name}.png"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, drawn.to_png().expect("a PNG")).expect("written");
        return;
    }
    let file = std::fs::File::open(&path).unwrap_or_else(|error| panic!("{name}.png: {error}"));
    let mut reader = png::Decoder::new(std::io::BufReader::new(file))
        .read_info()
        .expect("a PNG");
    let mut data = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut data).expect("a picture");
    assert_eq!(
        (info.color_type, info.bit_depth),
        (png::ColorType::Grayscale, png::BitDepth::One)
    );
    let expected: Vec<u8> = data.iter().map(|byte| !byte).collect();
    let same = (info.width, info.height) == (drawn.width(), drawn.height())
        && drawn.rows().flatten().eq(&expected);
    if !same {
        let actual = folder.join(format!("{name}.actual.png"));
        std::fs::write(&actual, drawn.to_png().expect("a PNG")).expect("written");
        panic!("{name} is drawn otherwise; see {}", actual.display());
    }
}

#[test]
fn priority_with_papers_and_qr() {
    golden("priority-vi-576", &slips::full(), PaperWidth::Dots576);
}

#[test]
fn ordinary_in_english() {
    golden("ordinary-en-576", &slips::english(), PaperWidth::Dots576);
}

#[test]
fn a_number_that_the_kiosk_gave_by_itself() {
    let slip = |whole: Slip| Slip {
        number: "Q003".into(),
        people_ahead: None,
        wait: None,
        follow_url: None,
        ..whole
    };
    golden("offline-vi-576", &slip(slips::plain()), PaperWidth::Dots576);
    golden(
        "offline-en-384",
        &slip(slips::english()),
        PaperWidth::Dots384,
    );
}

#[test]
fn narrow_paper() {
    let slip = Slip {
        number: "M1000".into(),
        ..slips::full()
    };
    golden("m1000-vi-384", &slip, PaperWidth::Dots384);
}

#[test]
fn other_heads() {
    golden("priority-vi-512", &slips::full(), PaperWidth::Dots512);
    golden("priority-vi-640", &slips::full(), PaperWidth::Dots640);
}

#[test]
fn reprint_is_marked() {
    golden(
        "reprint-vi-576",
        &Slip {
            mark: Mark::Reprint,
            ..slips::plain()
        },
        PaperWidth::Dots576,
    );
}

#[test]
fn test_print_shows_its_width() {
    let at = slips::plain().issued_at;
    golden(
        "test-vi-576",
        &Slip::sample(Language::VI, at),
        PaperWidth::Dots576,
    );
    golden(
        "test-en-384",
        &Slip::sample(Language::EN, at),
        PaperWidth::Dots384,
    );
}

#[test]
fn long_names_wrap() {
    golden(
        "long-names-vi-576",
        &slips::long_names(),
        PaperWidth::Dots576,
    );
    golden(
        "long-names-vi-384",
        &slips::long_names(),
        PaperWidth::Dots384,
    );
}

#[test]
fn a_drawer_used_again_draws_the_same() {
    let mut drawer = SlipDrawer::new();
    let first = drawer.draw(&slips::full(), PaperWidth::Dots576);
    drawer.draw(&slips::long_names(), PaperWidth::Dots384);
    let again: Bitmap = drawer.draw(&slips::full(), PaperWidth::Dots576);
    assert!(first == again);
}
