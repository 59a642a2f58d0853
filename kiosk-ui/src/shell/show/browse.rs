//! Procedures by agency and field.

use super::super::models::Models;
use super::super::ui;
use super::choices::{procedure_row, purpose};
use super::count;
use crate::view_model::page::{BrowsePage, BrowseRows, GroupRow};
use slint::ComponentHandle as _;

/// An agency or field as the screen knows it.
pub(in super::super) fn group_row(row: &GroupRow) -> ui::GroupRow {
    ui::GroupRow {
        name: row.name.as_str().into(),
        procedures: count(row.procedures),
    }
}

pub(super) fn show_browse(window: &ui::App, models: &Models, page: &BrowsePage) -> ui::Screen {
    let (shelf, groups, procedures) = match &page.rows {
        BrowseRows::Agencies(rows) => (ui::Shelf::Agencies, &rows[..], &[][..]),
        BrowseRows::Fields(rows) => (ui::Shelf::Fields, &rows[..], &[][..]),
        BrowseRows::Procedures(rows) => (ui::Shelf::Procedures, &[][..], &rows[..]),
    };
    let (left, right) = groups.split_at(page.left.min(groups.len()));
    models.groups.set(left.iter().map(group_row));
    models.groups_right.set(right.iter().map(group_row));
    let (left, right) = procedures.split_at(page.left.min(procedures.len()));
    models.shelved.set(left.iter().map(procedure_row));
    models.shelved_right.set(right.iter().map(procedure_row));
    let browse = window.global::<ui::BrowseState<'_>>();
    browse.set_purpose(purpose(page.purpose));
    browse.set_within(page.within.as_str().into());
    browse.set_shelf(shelf);
    browse.set_more(count(page.more.map_or(0, |(_, left)| left)));
    ui::Screen::Browse
}
