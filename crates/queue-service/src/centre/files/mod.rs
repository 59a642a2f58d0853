//! What each file of a centre's folder holds, one module per file.

pub(super) mod agencies;
pub(super) mod calendar;
pub(super) mod classes;
pub(super) mod counters;
pub(super) mod hours;
pub(super) mod identity;
pub(super) mod pictures;
pub(super) mod procedures;
pub(super) mod screens;
pub(super) mod services;
pub(super) mod synonyms;

use super::source::{Findings, Folder, InFile, Rows, Table};

/// The files of a centre, all of them required; screens and pictures have folders of their own.
pub(super) const NAMES: [&str; 9] = [
    identity::FILE,
    hours::FILE,
    services::FILE,
    counters::FILE,
    classes::FILE,
    agencies::FILE,
    procedures::FILE,
    calendar::FILE,
    synonyms::FILE,
];

/// Everything a folder says, file by file; nothing is joined yet.
#[derive(Debug)]
pub(super) struct Parts {
    pub(super) identity: identity::Identity,
    pub(super) week: hours::Week,
    pub(super) services: Vec<services::Service>,
    pub(super) routes: Vec<services::Route>,
    pub(super) zones: Vec<counters::Zone>,
    pub(super) counters: Vec<counters::Counter>,
    pub(super) classes: Vec<classes::Class>,
    pub(super) agencies: Vec<agencies::Agency>,
    pub(super) procedures: Vec<procedures::Procedure>,
    pub(super) calendar: Vec<calendar::Day>,
    pub(super) synonyms: Vec<synonyms::Synonym>,
    pub(super) pictures: Vec<pictures::Picture>,
    pub(super) screens: Vec<screens::Screen>,
}

impl Parts {
    /// Reads every file. Where something could not be read, an error says so and a default stands.
    pub(super) fn read(folder: &Folder, findings: &Findings) -> Self {
        let (zones, counters) = in_toml(folder, findings, counters::FILE, counters::read);
        let (services, routes) = in_toml(folder, findings, services::FILE, services::read);
        let pictures = pictures::read(folder, findings);
        Self {
            screens: screens::read_all(folder, findings, &pictures),
            pictures,
            identity: in_toml(folder, findings, identity::FILE, identity::read),
            week: in_toml(folder, findings, hours::FILE, hours::read),
            services,
            routes,
            zones,
            counters,
            classes: in_toml(folder, findings, classes::FILE, classes::read),
            agencies: in_csv(folder, findings, agencies::FILE, agencies::read),
            procedures: in_csv(folder, findings, procedures::FILE, procedures::read),
            calendar: in_csv(folder, findings, calendar::FILE, calendar::read),
            synonyms: in_csv(folder, findings, synonyms::FILE, synonyms::read),
        }
    }
}

fn in_toml<T: Default>(
    folder: &Folder,
    findings: &Findings,
    name: &str,
    read: impl FnOnce(&mut Table<'_>) -> T,
) -> T {
    let file = findings.in_file(name);
    present(folder, findings, name)
        .map(|text| Table::parse(file, text, read))
        .unwrap_or_default()
}

fn in_csv<T>(
    folder: &Folder,
    findings: &Findings,
    name: &str,
    read: impl FnOnce(InFile<'_>, &str) -> Vec<T>,
) -> Vec<T> {
    let file = findings.in_file(name);
    present(folder, findings, name)
        .map(|text| read(file, text))
        .unwrap_or_default()
}

/// The file's text; an error where there is none and nobody has said why.
fn present<'a>(folder: &'a Folder, findings: &Findings, name: &str) -> Option<&'a str> {
    let text = folder.get(name);
    if text.is_none() && findings.sound(name) {
        findings.in_file(name).unreadable(0, "is missing");
    }
    text
}

/// Reads every row of a CSV file with the given columns.
fn rows<T>(
    file: InFile<'_>,
    text: &str,
    required: &[&str],
    optional: &[&str],
    read: impl Fn(&super::source::Row<'_>) -> T,
) -> Vec<T> {
    Rows::parse(file, text, required, optional)
        .iter()
        .map(|row| read(&row))
        .collect()
}
