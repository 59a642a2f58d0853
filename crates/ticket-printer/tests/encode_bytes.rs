//! The bytes sent to a printer: one small job spelled out, and every picture gets back whole.
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop")]

use proptest::prelude::*;
use ticket_printer::encode::{self, BAND_ROWS, EncodeError};
use ticket_printer::{Bitmap, PaperWidth};

/// Reads a job back by the manual, strictly in the order this crate sends it; gives the rows.
fn decode(mut job: &[u8]) -> Vec<Vec<u8>> {
    let mut take = |count: usize| {
        let (taken, rest) = job.split_at(count);
        job = rest;
        taken.to_vec()
    };
    assert_eq!(take(2), [0x1b, b'@']);
    let units = take(4);
    assert_eq!(units[..2], [0x1d, b'P']);
    assert_eq!(units[2], units[3], "square dots");
    let mut rows = Vec::new();
    let mut stride = 0;
    loop {
        let command = take(2);
        match (command[0], command[1]) {
            (0x1b, b'J') => rows.resize(rows.len() + usize::from(take(1)[0]), vec![0; stride]),
            (0x1d, b'v') => {
                let head = take(6);
                assert_eq!(head[..2], [b'0', 0]);
                let number = |at| usize::from(u16::from_le_bytes([head[at], head[at + 1]]));
                stride = number(2);
                assert!(number(4) <= BAND_ROWS);
                let band = take(stride * number(4));
                rows.extend(band.chunks_exact(stride).map(<[u8]>::to_vec));
            }
            (0x1d, b'V') => {
                assert_eq!(take(2)[0], 66, "a partial cut at the cutter");
                assert_eq!(take(3), [0x1d, b'r', 1]);
                assert!(job.is_empty());
                // White rows sent before the first picture did not know their width yet.
                rows.iter_mut()
                    .for_each(|row: &mut Vec<u8>| row.resize(stride, 0));
                return rows;
            }
            other => panic!("unknown command {other:02x?}"),
        }
    }
}

fn picture(width: PaperWidth, rows: &[(usize, u8)]) -> Bitmap {
    let height = rows.iter().map(|(count, _)| count).sum::<usize>();
    let mut picture = Bitmap::new(width.dots(), u32::try_from(height).expect("small"));
    let mut y = 0;
    for (count, pattern) in rows {
        for _ in 0..*count {
            for x in 0..width.dots() {
                picture.set(x, y, pattern >> (7 - x % 8) & 1 == 1);
            }
            y += 1;
        }
    }
    picture
}

#[test]
fn a_small_job_byte_by_byte() {
    let job = encode::slip(
        &picture(PaperWidth::Dots384, &[(2, 0b1000_0001), (20, 0), (1, 0xff)]),
        PaperWidth::Dots384,
    )
    .expect("encodes");
    let mut expected = vec![0x1b, 0x40, 0x1d, 0x50, 203, 203];
    expected.extend([0x1d, 0x76, 0x30, 0, 48, 0, 2, 0]);
    expected.extend([0b1000_0001; 96]);
    expected.extend([0x1b, 0x4a, 20]);
    expected.extend([0x1d, 0x76, 0x30, 0, 48, 0, 1, 0]);
    expected.extend([0xff; 48]);
    expected.extend([0x1d, 0x56, 66, 16, 0x1d, 0x72, 1]);
    assert_eq!(job, expected);
}

#[test]
fn long_white_is_skipped_in_several_feeds() {
    let job = encode::slip(
        &picture(PaperWidth::Dots576, &[(1, 1), (600, 0)]),
        PaperWidth::Dots576,
    )
    .expect("encodes");
    assert_eq!(decode(&job).len(), 601);
    assert!(job.len() < 200, "{} bytes", job.len());
}

#[test]
fn recovery_completes_the_largest_band() {
    for width in PaperWidth::ALL {
        let bytes = encode::recovery(width, false);
        let band = width.dots() as usize / 8 * BAND_ROWS;
        assert!(bytes[..band].iter().all(|byte| *byte == 0));
        assert_eq!(bytes[band..], [0x1b, 0x40]);
        assert_eq!(
            encode::recovery(width, true)[band + 2..],
            [0x1d, 0x56, 66, 16]
        );
    }
}

#[test]
fn a_picture_for_other_paper_is_refused() {
    let error = encode::slip(&Bitmap::new(384, 10), PaperWidth::Dots576).expect_err("refused");
    assert!(matches!(
        error,
        EncodeError::WrongWidth {
            drawn: 384,
            paper: 576
        }
    ));
    assert_eq!(
        error.to_string(),
        "the picture is 384 dots wide, the paper 576"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_picture_gets_back_whole(
        width in prop::sample::select(PaperWidth::ALL.to_vec()),
        rows in prop::collection::vec(
            (1usize..300, prop_oneof![Just(0u8), any::<u8>()]), 1..8),
    ) {
        let picture = picture(width, &rows);
        let decoded = decode(&encode::slip(&picture, width).expect("encodes"));
        prop_assert_eq!(decoded.len(), picture.height() as usize);
        if decoded.iter().flatten().any(|byte| *byte != 0) {
            prop_assert!(decoded.iter().flatten().eq(picture.rows().flatten()));
        }
    }
}
