//! Header, footer, and the question over the screen.

use super::super::models::Models;
use super::super::ui;
use super::{count, day};
use crate::view_model::page::{FramePage, Question};
use crate::view_model::{Call, balanced};
use slint::{ComponentHandle as _, SharedString};

/// A name of so many letters fits one line of a header that lies down.
const ONE_LINE_LETTERS: usize = 56;

/// Shows header and footer.
pub(in super::super) fn show_frame(window: &ui::App, models: &Models, page: &FramePage) {
    let lying = window.global::<ui::Room<'_>>().get_landscape();
    let lines = match page.name.chars().count() {
        _ if !lying => 3,
        0..=ONE_LINE_LETTERS => 1,
        _ => 2,
    };
    let names = balanced(&page.name, lines);
    models
        .name_lines
        .set(names.into_iter().map(SharedString::from));
    let frame = window.global::<ui::FrameState<'_>>();
    frame.set_clock(page.time.map_or_else(SharedString::default, |time| {
        time.format("%H:%M").to_string().into()
    }));
    if let Some(time) = page.time {
        frame.set_today(day(time.date_naive()));
    }
    let offered = page.languages.iter();
    models
        .languages
        .set(offered.map(|language| ui::OfferedLanguage {
            short: language.short().into(),
            name: language.name().into(),
            chosen: *language == page.language,
        }));
    frame.set_large_text(page.large_text);
    frame.set_high_contrast(page.high_contrast);
    frame.set_low_reach(page.low_reach);
    frame.set_aloud(page.aloud);
    frame.set_call(match page.call {
        Call::Idle => ui::Call::Idle,
        Call::Told => ui::Call::Told,
        Call::Coming => ui::Call::Coming,
    });
    frame.set_can_go_back(page.can_go_back);
    frame.set_can_go_home(page.can_go_home);
}

/// Lays a question over the screen, or takes it away.
pub(in super::super) fn show_question(window: &ui::App, page: Option<&Question>) {
    let question = window.global::<ui::QuestionState<'_>>();
    match page {
        Some(Question::MoreTime(seconds)) => {
            question.set_kind(ui::QuestionKind::MoreTime);
            question.set_seconds(count(*seconds));
        }
        Some(Question::Cancel(number)) => {
            question.set_kind(ui::QuestionKind::CancelTicket);
            question.set_number(number.into());
        }
        None => {}
    }
    question.set_open(page.is_some());
}
