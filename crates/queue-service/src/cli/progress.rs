//! A progress bar on a terminal; nothing where nobody looks.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar that counts `what`.
pub(super) fn bar(what: &'static str) -> ProgressBar {
    let template = "{wide_bar} {human_pos}/{human_len} {msg}";
    let style = ProgressStyle::with_template(template);
    let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(0).with_style(style).with_message(what)
}

/// Shows that `done` of `of` are done.
pub(super) fn show(bar: &ProgressBar, done: u64, of: u64) {
    bar.set_length(of);
    bar.set_position(done);
}
