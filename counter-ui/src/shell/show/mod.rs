//! Pictures onto the screen: each part to its global, only when it has changed.

mod actions;
mod frame;
mod hall;
mod lists;
mod note;
mod question;
mod ticket_question;
mod visitor;
pub mod words;

use super::generated::{
    App, CounterRow, DeedRow, HallCell, HallState, HeldRow, ListsState, MenuRow, MinutesRow,
    MissedRow, OptionRow, PaperRow, QuestionState, QueueRow, ServiceRow, Stay, VisitorState,
    Warning,
};
use crate::view_model::Picture;
use queue_protocol::Language;
use slint::{ComponentHandle as _, ModelRc, VecModel};
use std::rc::Rc;

/// What is on the screen, and the lists that live as long as the window.
pub struct Shown {
    picture: Option<Picture>,
    models: Models,
}

#[derive(Default)]
struct Models {
    papers: Rc<VecModel<PaperRow>>,
    stays: Rc<VecModel<Stay>>,
    found_stays: Rc<VecModel<Stay>>,
    deeds: Rc<VecModel<DeedRow>>,
    options: Rc<VecModel<OptionRow>>,
    queue: Rc<VecModel<QueueRow>>,
    held: Rc<VecModel<HeldRow>>,
    missed: Rc<VecModel<MissedRow>>,
    cells: Rc<VecModel<HallCell>>,
    warnings: Rc<VecModel<Warning>>,
    services: Rc<VecModel<ServiceRow>>,
    counters: Rc<VecModel<CounterRow>>,
    minutes: Rc<VecModel<MinutesRow>>,
    menu: Rc<VecModel<MenuRow>>,
}

impl Shown {
    /// Nothing is shown yet.
    pub fn new(app: &App) -> Self {
        let models = Models::default();
        let visitor = app.global::<VisitorState<'_>>();
        visitor.set_papers(ModelRc::from(models.papers.clone()));
        visitor.set_stays(ModelRc::from(models.stays.clone()));
        let lists = app.global::<ListsState<'_>>();
        lists.set_queue(ModelRc::from(models.queue.clone()));
        lists.set_held(ModelRc::from(models.held.clone()));
        lists.set_missed(ModelRc::from(models.missed.clone()));
        let hall = app.global::<HallState<'_>>();
        hall.set_cells(ModelRc::from(models.cells.clone()));
        hall.set_warnings(ModelRc::from(models.warnings.clone()));
        let question = app.global::<QuestionState<'_>>();
        question.set_services(ModelRc::from(models.services.clone()));
        question.set_counters(ModelRc::from(models.counters.clone()));
        question.set_minutes(ModelRc::from(models.minutes.clone()));
        question.set_deeds(ModelRc::from(models.deeds.clone()));
        question.set_options(ModelRc::from(models.options.clone()));
        question.set_menu(ModelRc::from(models.menu.clone()));
        Self {
            picture: None,
            models,
        }
    }

    /// Shows `picture`; whether the element that has the keyboard may be gone by that.
    pub fn show(&mut self, app: &App, picture: Picture) -> bool {
        let before = self.picture.as_ref();
        if before.is_none_or(|before| before.frame.language != picture.frame.language) {
            select_language(picture.frame.language);
        }
        if before.is_none_or(|before| before.frame != picture.frame) {
            frame::show(app, &picture.frame);
        }
        if before.is_none_or(|before| before.sign_in != picture.sign_in) {
            frame::show_form(app, &picture.sign_in);
        }
        if before.is_none_or(|before| {
            (&before.note, before.frame.counter) != (&picture.note, picture.frame.counter)
        }) {
            note::show(app, picture.note.as_ref(), picture.frame.counter);
        }
        if before.is_none_or(|before| before.visitor != picture.visitor) {
            visitor::show(app, &picture.visitor, &self.models);
        }
        if before.is_none_or(|before| before.actions != picture.actions) {
            actions::show(app, &picture.actions);
        }
        if before.is_none_or(|before| {
            (&before.lists, before.actions) != (&picture.lists, picture.actions)
        }) {
            lists::show(app, &picture, &self.models);
        }
        if before.is_none_or(|before| before.hall != picture.hall) {
            hall::show(app, &picture.hall, &self.models);
        }
        if before.is_none_or(|before| before.question != picture.question) {
            question::show(app, picture.question.as_ref(), &self.models);
        }
        let moved = before.is_none_or(|before| places(before) != places(&picture));
        self.picture = Some(picture);
        moved
    }
}

/// What decides which elements exist.
fn places(picture: &Picture) -> impl PartialEq {
    (
        (picture.frame.screen, picture.frame.lists_page),
        picture.visitor.stage,
        picture
            .question
            .as_ref()
            .map(|part| std::mem::discriminant(&part.question)),
        picture.actions.undo_left > 0,
        (picture.lists.held.len(), picture.lists.missed.len()),
    )
}

fn select_language(language: Language) {
    let name = match language {
        Language::VI => "",
        other => other.as_str(),
    };
    if let Err(error) = slint::select_bundled_translation(name) {
        tracing::warn!(%error, "the screen stays in Vietnamese");
    }
}

/// A count or a span for a Slint property.
fn int(value: impl TryInto<i32>) -> i32 {
    value.try_into().unwrap_or(i32::MAX)
}
