//! The rules of the paper, when it was printed, and thanks.

use super::page::Page;
use crate::slip::Slip;
use crate::wording::Wording;

pub fn draw(page: &mut Page<'_>, slip: &Slip, words: &Wording) {
    let body = page.measures.body;
    page.centred(&words.missed, body);
    page.centred(&words.taken_at(slip.issued_at), body);
    page.centred(&words.valid, body);
    page.centred(&words.thanks, body.strong());
    page.skip(page.measures.gap / 2);
}
