use slint::{Model as _, VecModel};

/// Brings a model to `rows`, touching only the rows that differ: a model that is replaced draws everything anew.
pub fn refresh<T: Clone + PartialEq + 'static>(
    model: &VecModel<T>,
    rows: impl IntoIterator<Item = T>,
) {
    let mut count = 0;
    for row in rows {
        match model.row_data(count) {
            None => model.push(row),
            Some(old) if old != row => model.set_row_data(count, row),
            Some(_) => {}
        }
        count += 1;
    }
    while model.row_count() > count {
        model.remove(model.row_count() - 1);
    }
}
