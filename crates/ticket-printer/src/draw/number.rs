//! The number, as large as the paper allows, and the priority mark below it.

use super::page::Page;
use super::shapes::{Rect, fill_round, star_white};
use super::style::Style;
use super::typesetter::{Ink, InkBox, Line};
use crate::slip::Slip;
use crate::wording::Wording;

pub fn draw(page: &mut Page<'_>, slip: &Slip, words: &Wording) {
    page.centred(&words.number, page.measures.label);
    page.skip(page.measures.gap * 3 / 4);
    number(page, &slip.number);
    if slip.priority {
        page.skip(page.measures.gap * 3 / 2);
        priority_mark(page, &words.priority);
    }
    page.skip(page.measures.gap * 3 / 2);
}

fn number(page: &mut Page<'_>, number: &str) {
    let (line, ink) = fitted(page, number);
    let baseline = page.y + ink.above;
    let margin = page.measures.margin.cast_signed();
    let spare = page.measures.content().saturating_sub(ink.width) / 2;
    page.reserve(ink.above + ink.below);
    let x = margin.saturating_add_unsigned(spare) - ink.left;
    page.typesetter
        .paint(&line, x, baseline, Ink::Black, &mut page.bitmap);
    page.y = baseline + ink.below;
}

/// The number in the largest size whose ink fits the width and whose capitals are not too high.
fn fitted(page: &mut Page<'_>, number: &str) -> (Line, InkBox) {
    let measures = page.measures;
    let mut size = measures.number_capitals * 1000 / 714;
    loop {
        let line = page.typesetter.set_line(number, Style::bold(size));
        let ink = page.typesetter.ink(&line);
        if ink.width <= measures.content() || size <= measures.body.size {
            return (line, ink);
        }
        // Width grows with the size: jump near to the answer, at least one dot.
        size = (size * measures.content() / ink.width).min(size - 1);
    }
}

fn priority_mark(page: &mut Page<'_>, word: &str) {
    let measures = page.measures;
    let style = measures.priority;
    let line = page.typesetter.set_line(word, style);
    // The field is as high as capitals with a mark above them need, twice the room below.
    let (star, space, side) = (style.size * 9 / 10, style.size / 3, style.size * 2 / 3);
    let height = style.line_height() + style.size / 8;
    let width = (side + star + space + line.width + side).min(measures.content());
    let rect = Rect {
        x: (measures.width - width) / 2,
        y: page.y,
        width,
        height,
    };
    page.reserve(height);
    fill_round(&mut page.bitmap, rect, 10, true);
    // Capitals centred a little low, for the marks above them.
    let baseline = page.y + (height + style.capitals()) / 2 + style.size / 20;
    let star_y = baseline - style.capitals() / 2 - star / 2;
    star_white(&mut page.bitmap, rect.x + side, star_y, star);
    page.write_white(&line, rect.x + side + star + space, baseline);
    page.skip(height);
}
