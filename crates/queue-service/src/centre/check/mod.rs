//! Whether the files of a centre agree with each other.

mod agencies;
mod codes;
mod counters;
mod days;
mod letters;
mod procedures;
mod purposes;

use super::files::Parts;
use super::source::Findings;

/// Judges a folder whose files could all be read.
pub(super) fn check(parts: &Parts, findings: &Findings) {
    codes::check(parts, findings);
    letters::check(parts, findings);
    purposes::check(parts, findings);
    counters::check(parts, findings);
    agencies::check(parts, findings);
    procedures::check(parts, findings);
    days::check(parts, findings);
}
