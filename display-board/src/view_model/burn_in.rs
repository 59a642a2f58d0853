use std::time::Duration;

/// So long the picture stands at one place.
const EVERY: Duration = Duration::from_secs(600);
/// Steps of the drawing: margins hold it.
const WAY: [(i8, i8); 8] = [
    (0, 0),
    (4, 0),
    (4, 4),
    (0, 4),
    (-4, 4),
    (-4, 0),
    (-4, -4),
    (0, -4),
];

/// How far the whole picture is moved at the moment `now`, so that what never changes does not burn in.
#[must_use]
pub fn shift(now: Duration) -> (i8, i8) {
    let steps = now.as_secs() / EVERY.as_secs();
    usize::try_from(steps).map_or((0, 0), |steps| WAY[steps % WAY.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_moves_a_little_at_a_time_and_comes_back() {
        let mut before = shift(Duration::ZERO);
        let mut seen = std::collections::BTreeSet::new();
        for minute in 0..=80 {
            let at = shift(Duration::from_secs(minute * 60));
            assert!(before.0.abs_diff(at.0) <= 4 && before.1.abs_diff(at.1) <= 4);
            seen.insert(at);
            before = at;
        }
        assert_eq!((seen.len(), before), (WAY.len(), (0, 0)));
    }
}
