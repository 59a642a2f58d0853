//! The lists on the screen, one model each for the life of the window.

use super::ui;
use slint::{ComponentHandle as _, Model as _, ModelRc, SharedString, VecModel};
use std::rc::Rc;

/// A list for the screen.
pub(super) struct List<T>(Rc<VecModel<T>>);

impl<T: Clone + PartialEq + 'static> List<T> {
    fn new() -> Self {
        Self(Rc::new(VecModel::default()))
    }

    fn model(&self) -> ModelRc<T> {
        ModelRc::from(self.0.clone())
    }

    /// Shows `rows`. Only what differs is touched: a new row element would lose the finger on it.
    pub fn set(&self, rows: impl IntoIterator<Item = T>) {
        let mut count = 0;
        for row in rows {
            match self.0.row_data(count) {
                Some(old) if old == row => {}
                Some(_) => self.0.set_row_data(count, row),
                None => self.0.push(row),
            }
            count += 1;
        }
        while self.0.row_count() > count {
            self.0.remove(self.0.row_count() - 1);
        }
    }
}

/// All lists.
pub(super) struct Models {
    pub name_lines: List<SharedString>,
    pub languages: List<ui::OfferedLanguage>,
    pub purposes: List<ui::PurposeCard>,
    pub services: List<ui::ServiceRow>,
    pub services_right: List<ui::ServiceRow>,
    pub procedures: List<ui::ProcedureRow>,
    pub groups: List<ui::GroupRow>,
    pub groups_right: List<ui::GroupRow>,
    pub shelved: List<ui::ProcedureRow>,
    pub shelved_right: List<ui::ProcedureRow>,
    pub classes: List<ui::ClassRow>,
    pub papers: List<SharedString>,
    pub counters_of_service: List<i32>,
    pub counters_of_ticket: List<i32>,
    pub today: List<SharedString>,
    pub latest: List<SharedString>,
}

impl Models {
    /// Empty lists, shown in `window`.
    pub fn new(window: &ui::App) -> Self {
        let models = Self {
            name_lines: List::new(),
            languages: List::new(),
            purposes: List::new(),
            services: List::new(),
            services_right: List::new(),
            procedures: List::new(),
            groups: List::new(),
            groups_right: List::new(),
            shelved: List::new(),
            shelved_right: List::new(),
            classes: List::new(),
            papers: List::new(),
            counters_of_service: List::new(),
            counters_of_ticket: List::new(),
            today: List::new(),
            latest: List::new(),
        };
        let frame = window.global::<ui::FrameState<'_>>();
        frame.set_name_lines(models.name_lines.model());
        frame.set_languages(models.languages.model());
        window
            .global::<ui::HomeState<'_>>()
            .set_purposes(models.purposes.model());
        let choose = window.global::<ui::ChooseState<'_>>();
        choose.set_services(models.services.model());
        choose.set_services_right(models.services_right.model());
        window
            .global::<ui::FindState<'_>>()
            .set_procedures(models.procedures.model());
        let browse = window.global::<ui::BrowseState<'_>>();
        browse.set_groups(models.groups.model());
        browse.set_groups_right(models.groups_right.model());
        browse.set_procedures(models.shelved.model());
        browse.set_procedures_right(models.shelved_right.model());
        let take = window.global::<ui::TakeState<'_>>();
        take.set_classes(models.classes.model());
        take.set_counters(models.counters_of_service.model());
        window
            .global::<ui::DetailsState<'_>>()
            .set_papers(models.papers.model());
        window
            .global::<ui::TicketState<'_>>()
            .set_counters(models.counters_of_ticket.model());
        window
            .global::<ui::ClosedState<'_>>()
            .set_today(models.today.model());
        window
            .global::<ui::StaffState<'_>>()
            .set_latest(models.latest.model());
        models
    }
}
