//! A long name on a few lines of even length.

/// Splits `name` at spaces into at most `lines` lines, so that the longest is as short as possible.
#[must_use]
pub fn balanced(name: &str, lines: usize) -> Vec<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let letters = name.chars().count();
    (1..=letters)
        .map(|width| filled(&words, width))
        .find(|split| split.len() <= lines.max(1))
        .unwrap_or_default()
}

/// Fills lines from the top, none longer than `width` letters unless a single word is.
fn filled(words: &[&str], width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push((*word).to_owned()),
        }
    }
    lines
}
