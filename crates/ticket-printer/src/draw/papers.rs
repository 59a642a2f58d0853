//! What the visitor came for, the papers to bring with boxes to tick, and the way to follow the
//! turn by phone.

use super::measures::LINE;
use super::page::{Align, Page};
use super::qr::Code;
use super::shapes::{Rect, outline_round};
use crate::slip::{Procedure, Slip};
use crate::wording::Wording;

pub fn draw(page: &mut Page<'_>, slip: &Slip, words: &Wording) {
    let code = slip
        .follow_url
        .as_deref()
        .and_then(|url| Code::fit(url, page));
    if let Some(procedure) = &slip.procedure {
        page.paragraph(&procedure.name, page.measures.title);
    }
    let papers = slip
        .procedure
        .as_ref()
        .filter(|procedure| !procedure.papers.is_empty());
    match (papers, code) {
        (Some(procedure), Some(code)) if leaves_room(page, &code) => {
            beside_code(page, &code, procedure, words);
        }
        (papers, code) => {
            if let Some(procedure) = papers {
                list(page, procedure, words, page.measures.content());
            }
            if let Some(code) = code {
                invitation(page, &code, words);
            }
        }
    }
    if slip.procedure.is_some() || slip.follow_url.is_some() {
        page.rule();
    }
}

/// Whether a list beside the code keeps more than half of the paper.
fn leaves_room(page: &Page<'_>, code: &Code) -> bool {
    page.measures.content() * 40 / 100 > code.side() + code.quiet()
}

/// The papers at the left, the code with its caption at the right.
fn beside_code(page: &mut Page<'_>, code: &Code, procedure: &Procedure, words: &Wording) {
    let top = page.y;
    let x = left_of(page, code);
    list(
        page,
        procedure,
        words,
        x - code.quiet() - page.measures.margin,
    );
    let list_end = page.y;
    page.y = top + code.quiet();
    code.draw(page, x, page.y);
    page.skip(code.side() + code.quiet() / 2);
    let caption = page
        .typesetter
        .set_balanced(&words.follow, page.measures.body, code.side());
    page.place(&caption, x, code.side(), Align::Centre);
    page.y = page.y.max(list_end);
}

/// Where a code at the right begins: its white reaches the paper's edge.
fn left_of(page: &Page<'_>, code: &Code) -> u32 {
    page.measures.width - code.quiet().max(page.measures.margin) - code.side()
}

/// The code at the right, and at its left the words that say what it is for.
fn invitation(page: &mut Page<'_>, code: &Code, words: &Wording) {
    let measures = page.measures;
    let top = page.y + code.quiet();
    let x = left_of(page, code);
    code.draw(page, x, top);
    let width = x.saturating_sub(code.quiet() + measures.margin);
    let text = page
        .typesetter
        .set_balanced(&words.follow_long, measures.body, width);
    page.y = top + code.side().saturating_sub(text.height()) / 2;
    page.place(&text, measures.margin, width, Align::Left);
    page.y = page.y.max(top + code.side() + code.quiet() / 2);
}

/// Each paper with a box to tick.
fn list(page: &mut Page<'_>, procedure: &Procedure, words: &Wording, width: u32) {
    let measures = page.measures;
    let heading = page
        .typesetter
        .set_balanced(&words.papers, measures.body, width);
    page.place(&heading, measures.margin, width, Align::Left);
    let side = measures.body.size * 5 / 6;
    let indent = side + measures.body.size / 2;
    for paper in &procedure.papers {
        let text = page
            .typesetter
            .set_balanced(paper, measures.body, width - indent);
        let baseline = text.lines.first().map_or(0, |line| line.baseline);
        let middle = page.y + baseline - measures.body.capitals() / 2;
        page.reserve(text.height());
        let y = middle - side / 2;
        let tick = Rect {
            x: measures.margin,
            y,
            width: side,
            height: side,
        };
        outline_round(&mut page.bitmap, tick, LINE, LINE);
        page.place(&text, measures.margin + indent, width - indent, Align::Left);
        page.skip(2);
    }
}
