//! Whether the files of a centre agree with each other.

mod agencies;
mod codes;
mod counters;
mod days;
mod letters;
mod procedures;
mod purposes;
mod screens;

use super::files::{self, Parts};
use super::files::{agencies as agency_file, counters as counter_file, hours, services};
use super::source::Findings;

/// Judges a folder whose files could all be read. What depends on a file with errors of its own is
/// left for the next check, which then finds what is really missing.
pub(super) fn check(parts: &Parts, findings: &Findings) {
    let sound: Vec<&str> = files::NAMES
        .into_iter()
        .filter(|file| findings.sound(file))
        .collect();
    let all_sound = |files: &[&str]| files.iter().all(|file| sound.contains(file));
    codes::once(parts, findings);
    codes::references(parts, findings, &sound);
    letters::check(parts, findings);
    letters::offline(parts, findings);
    screens::check(parts, findings);
    if all_sound(&[services::FILE]) {
        purposes::check(parts, findings);
        purposes::of_routes(parts, findings);
    }
    if all_sound(&[services::FILE, counter_file::FILE]) {
        counters::check(parts, findings);
    }
    if all_sound(&[agency_file::FILE]) {
        agencies::check(parts, findings);
    }
    if all_sound(&[services::FILE, counter_file::FILE, agency_file::FILE]) {
        procedures::check(parts, findings);
    }
    if all_sound(&[hours::FILE]) {
        days::check(parts, findings);
    }
}
