//! One slip of the finger.

/// Whether `a` becomes `b` by at most one letter left out, put in, changed, or swapped with its
/// neighbour (Damerau-Levenshtein distance of at most one).
pub(super) fn within_one_slip(a: &str, b: &str) -> bool {
    let start = a
        .char_indices()
        .zip(b.chars())
        .find(|((_, x), y)| x != y)
        .map(|((at, _), _)| at);
    let start = start.unwrap_or(a.len().min(b.len()));
    let (mut a, mut b) = (a[start..].chars(), b[start..].chars());
    while a
        .clone()
        .next_back()
        .is_some_and(|last| b.clone().next_back() == Some(last))
    {
        a.next_back();
        b.next_back();
    }
    match (a.next(), a.next(), b.next(), b.next()) {
        (_, None, _, None) => true,
        (Some(x), Some(y), Some(p), Some(q)) => {
            x == q && y == p && a.next().is_none() && b.next().is_none()
        }
        _ => false,
    }
}
