use super::super::generated::{CallSlot, CallsState, PanelKind};
use super::super::models::refresh;
use super::BoardWindow;
use super::grids::number_at;
use super::values::{another_day, clock, closed_kind};
use crate::view_model::{self as model, Arrangement, Arrival, Card, Panel, Picture};
use slint::ComponentHandle as _;

impl BoardWindow {
    /// Who is called, or why nobody is.
    pub(super) fn show_calls(&self, picture: &Picture) {
        let calls = self.app.global::<CallsState<'_>>();
        let at = &*picture.arrangement;
        let (kind, card) = match &picture.panel {
            Panel::Starting => (PanelKind::Starting, None),
            Panel::NeverConnected => (PanelKind::Never, None),
            Panel::Offline { speaking } => (
                PanelKind::Offline,
                speaking.as_ref().map(|call| CallSlot {
                    filled: true,
                    speaking: true,
                    ..call_slot(call)
                }),
            ),
            Panel::Closed { reason, next } => {
                calls.set_closed(closed_kind(*reason));
                calls.set_again_time(clock(*next));
                calls.set_again_day(another_day(*next, picture.time));
                (PanelKind::Closed, None)
            }
            Panel::Card(Card::Idle { open, issuing }) => {
                calls.set_any_open(*open);
                calls.set_issuing(*issuing);
                (PanelKind::Idle, None)
            }
            Panel::Card(Card::Last(call)) => (PanelKind::Last, Some(call_slot(call))),
            Panel::Card(Card::Now(slot)) => (PanelKind::Now, Some(slot_picture(slot, at))),
            Panel::List(slots) => {
                let slots = slots.iter().take(at.spotlight.calls);
                let slots = slots.map(|slot| slot.as_ref().map(|slot| slot_picture(slot, at)));
                refresh(&self.slots, slots.map(Option::unwrap_or_default));
                (PanelKind::List, None)
            }
        };
        if let Some(card) = card {
            calls.set_card(card);
        } else if kind != PanelKind::List {
            calls.set_card(CallSlot::default());
        }
        calls.set_panel(kind);
    }
}

pub(super) fn call_slot(call: &model::Call) -> CallSlot {
    CallSlot {
        call: call.id.to_string().into(),
        number: call.number.as_str().into(),
        counter: call.counter.to_string().into(),
        priority: call.priority,
        ..CallSlot::default()
    }
}

fn slot_picture(slot: &model::SlotPicture, at: &Arrangement) -> CallSlot {
    let from = match slot.arrival {
        Arrival::FromRow { grid, row } => at.grids.get(grid).map(|grid| number_at(grid, row)),
        Arrival::Standing => None,
    };
    let (from_x, from_y) = from.unwrap_or_default();
    CallSlot {
        filled: slot.filled,
        speaking: slot.speaking,
        moves: from.is_some(),
        from_x,
        from_y,
        ..call_slot(&slot.call)
    }
}
