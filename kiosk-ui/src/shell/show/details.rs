//! All that the centre knows of a procedure.

use super::super::models::Models;
use super::super::ui;
use super::or_nothing;
use crate::view_model::page::DetailsPage;
use slint::{ComponentHandle as _, SharedString};

pub(super) fn show_details(window: &ui::App, models: &Models, page: &DetailsPage) -> ui::Screen {
    let papers = page.papers.iter();
    models
        .papers
        .set(papers.map(|paper| SharedString::from(paper.as_str())));
    let details = window.global::<ui::DetailsState<'_>>();
    details.set_letter(page.letter.as_str().into());
    details.set_short(page.short.as_str().into());
    details.set_name(page.name.as_str().into());
    details.set_service(page.service.as_str().into());
    details.set_agency(page.agency.as_str().into());
    details.set_fee(or_nothing(page.fee.as_deref()));
    details.set_online(page.online);
    details.set_any_commune(page.any_commune);
    ui::Screen::Details
}
