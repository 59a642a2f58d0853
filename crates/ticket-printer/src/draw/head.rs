//! Whose slip it is, and whether it is a first one.

use super::measures::LINE;
use super::page::Page;
use super::shapes::{RULER_HEIGHT, Rect, outline_round, ruler};
use crate::slip::{Mark, Slip};
use crate::wording::Wording;

pub fn draw(page: &mut Page<'_>, slip: &Slip, words: &Wording) {
    let measures = page.measures;
    match slip.mark {
        Mark::Original => {}
        Mark::Reprint => mark(page, &words.reprint),
        Mark::Test => {
            page.reserve(RULER_HEIGHT);
            ruler(&mut page.bitmap, page.y);
            page.skip(RULER_HEIGHT + measures.gap);
            mark(page, &words.test);
        }
    }
    if !slip.centre_parent.is_empty() {
        page.centred(&slip.centre_parent, measures.body);
    }
    page.centred(&slip.centre_name, measures.title);
    page.rule();
}

/// A word in an outlined box over the whole width.
fn mark(page: &mut Page<'_>, word: &str) {
    let measures = page.measures;
    let block = page
        .typesetter
        .set_balanced(word, measures.label, measures.content() - 32);
    let height = block.height() + 12;
    page.reserve(height);
    let rect = Rect {
        x: measures.margin,
        y: page.y,
        width: measures.content(),
        height,
    };
    outline_round(&mut page.bitmap, rect, 10, LINE);
    page.skip(6);
    page.place(
        &block,
        measures.margin,
        measures.content(),
        super::page::Align::Centre,
    );
    page.skip(6 + measures.gap);
}
