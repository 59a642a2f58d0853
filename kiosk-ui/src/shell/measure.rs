//! Asks the screen how high its rows are, and how much room there is.

use super::show::{group_row, procedure_row, service_row};
use super::ui;
use crate::view_model::page::{GroupRow, ProcedureRow, ServiceRow};
use crate::view_model::{ListRoom, Measure};
use slint::ComponentHandle as _;

impl Measure for ui::App {
    fn services(&self) -> ListRoom {
        let room = self.global::<ui::Room<'_>>();
        ListRoom {
            columns: usize::try_from(room.get_columns()).unwrap_or(1),
            height: room.get_choose_list(),
            gap: room.get_row_gap(),
            tail: room.get_row_height(),
        }
    }

    fn procedures(&self) -> ListRoom {
        let room = self.global::<ui::Room<'_>>();
        ListRoom {
            columns: 1,
            height: room.get_find_list(),
            gap: room.get_row_gap(),
            tail: room.get_pager(),
        }
    }

    fn browse(&self) -> ListRoom {
        let room = self.global::<ui::Room<'_>>();
        ListRoom {
            height: room.get_browse_list(),
            ..self.services()
        }
    }

    fn service(&self, row: &ServiceRow) -> f32 {
        self.set_probe_service(service_row(row));
        self.get_probe_service_height()
    }

    fn procedure(&self, row: &ProcedureRow) -> f32 {
        self.set_probe_procedure(procedure_row(row));
        self.get_probe_procedure_height()
    }

    fn group(&self, row: &GroupRow) -> f32 {
        self.set_probe_group(group_row(row));
        self.get_probe_group_height()
    }
}
