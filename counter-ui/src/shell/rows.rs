//! Models that live as long as the window: a new model would rebuild every row, and take the focus and
//! a press in progress with it.

use slint::{Model as _, VecModel};

/// Makes `model` show `rows`, touching only what differs.
pub fn update<T: Clone + PartialEq + 'static>(model: &VecModel<T>, rows: Vec<T>) {
    let count = rows.len();
    for (place, row) in rows.into_iter().enumerate() {
        match model.row_data(place) {
            Some(old) if old == row => {}
            Some(_) => model.set_row_data(place, row),
            None => model.push(row),
        }
    }
    while model.row_count() > count {
        model.remove(model.row_count() - 1);
    }
}
