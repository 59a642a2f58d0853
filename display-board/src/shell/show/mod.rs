//! The picture in the window: what has not changed is not drawn again.

mod calls;
mod grids;
mod lists;
mod notice;
mod stage;
mod values;

use super::generated::{
    AppWindow, CallSlot, CallsState, CounterRow, CountersState, GridPanel, HallState, ListsState,
    PauseRow, QueueRow, SignState, WaitingState,
};
use crate::view_model::{Panel, Picture};
use slint::{ComponentHandle as _, ModelRc, SharedString, VecModel};
use std::cell::RefCell;
use std::rc::Rc;
use values::{clock, day};

/// The window, and the models that live as long as it.
pub struct BoardWindow {
    /// The component itself.
    pub app: AppWindow,
    slots: Rc<VecModel<CallSlot>>,
    grids: Rc<VecModel<GridPanel>>,
    /// The rows of each grid.
    rows: RefCell<Vec<Rc<VecModel<CounterRow>>>>,
    queues: Rc<VecModel<QueueRow>>,
    calls: Rc<VecModel<CallSlot>>,
    pauses: Rc<VecModel<PauseRow>>,
    missed: Rc<VecModel<SharedString>>,
}

impl BoardWindow {
    /// A window that shows nothing yet.
    ///
    /// # Errors
    /// There is no display.
    pub fn new() -> Result<Self, slint::PlatformError> {
        let window = Self {
            app: AppWindow::new()?,
            slots: Rc::default(),
            grids: Rc::default(),
            rows: RefCell::default(),
            queues: Rc::default(),
            calls: Rc::default(),
            pauses: Rc::default(),
            missed: Rc::default(),
        };
        let app = &window.app;
        let calls = app.global::<CallsState<'_>>();
        calls.set_slots(ModelRc::from(Rc::clone(&window.slots)));
        let counters = app.global::<CountersState<'_>>();
        counters.set_grids(ModelRc::from(Rc::clone(&window.grids)));
        let waiting = app.global::<WaitingState<'_>>();
        waiting.set_rows(ModelRc::from(Rc::clone(&window.queues)));
        let lists = app.global::<ListsState<'_>>();
        lists.set_calls(ModelRc::from(Rc::clone(&window.calls)));
        lists.set_pauses(ModelRc::from(Rc::clone(&window.pauses)));
        lists.set_missed(ModelRc::from(Rc::clone(&window.missed)));
        Ok(window)
    }

    /// Shows a picture.
    pub fn show(&self, picture: &Picture) {
        self.arrange(picture);
        self.show_hall(picture);
        self.show_calls(picture);
        self.show_notice(picture);
        self.show_grids(picture);
        self.show_lists(picture);
        self.show_sign(picture);
    }

    fn show_hall(&self, picture: &Picture) {
        let hall = self.app.global::<HallState<'_>>();
        hall.set_centre(picture.centre.as_str().into());
        hall.set_clock(clock(picture.time));
        hall.set_day(picture.time.map(day).unwrap_or_default());
        hall.set_offline_since(clock(picture.offline_since));
        hall.set_never_connected(picture.panel == Panel::NeverConnected);
    }

    fn show_sign(&self, picture: &Picture) {
        let state = self.app.global::<SignState<'_>>();
        let Some(sign) = &picture.sign else {
            state.set_counter(CounterRow::default());
            return;
        };
        state.set_counter(grids::counter_row(&sign.row));
        state.set_name(sign.name.as_str().into());
        state.set_until(clock(sign.until));
    }
}
