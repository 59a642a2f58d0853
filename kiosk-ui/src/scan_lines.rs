//! `xinmoi-kiosk scan`: what the kiosk would do about scans, one a line.

use crate::assets;
use crate::scan::{Meaning, Scan};
use anyhow::{Result, bail};
use chrono::NaiveDate;
use queue_protocol::Catalogue;
use std::io::{BufRead, Write};
use std::path::PathBuf;

/// Looked for under `$XINMOI_ASSETS`, where it is installed, and in the source tree.
const CENTRE: &str = "centres/khanh-hoa";

/// The folder of the centre that is meant where none is named.
///
/// # Errors
/// There is none.
pub fn usual_centre() -> Result<PathBuf> {
    match assets::folder(CENTRE) {
        Some(folder) => Ok(folder),
        None => bail!("no folder `{CENTRE}` in the assets: name one with --centre"),
    }
}

/// Reads scans from `scanned`, a line each, in which `\r`, `\n`, `\t`, `\\` and `\u0301` stand for characters. Writes a
/// line for each: what the kiosk would do about it on `date`, and nothing of the scan but a dossier's code.
///
/// # Errors
/// The input breaks off, or the terminal is gone.
pub fn scan_lines(
    catalogue: &Catalogue,
    date: NaiveDate,
    scanned: &mut dyn BufRead,
    terminal: &mut dyn Write,
) -> Result<()> {
    let mut line = Vec::new();
    while scanned.read_until(b'\n', &mut line)? > 0 {
        let written = line.strip_suffix(b"\n").unwrap_or(&line);
        let scan = Scan::new(unescape(&String::from_utf8_lossy(written)));
        line.fill(0);
        line.clear();
        match scan.meaning(date, &catalogue.classes, &catalogue.dossiers) {
            Meaning::Class(_) => writeln!(terminal, "elderly")?,
            Meaning::Younger => writeln!(terminal, "not-elderly")?,
            Meaning::Dossier {
                code,
                service,
                purpose,
            } => writeln!(terminal, "dossier {code} -> {service} {purpose}")?,
            Meaning::Nothing => writeln!(terminal, "ignored")?,
        }
    }
    Ok(())
}

/// What is no escape stands for itself.
fn unescape(written: &str) -> String {
    let mut text = String::with_capacity(written.len());
    let mut rest = written;
    while let Some((before, escape)) = rest.split_once('\\') {
        text.push_str(before);
        let mut after = escape.chars();
        let (meant, length) = match after.next() {
            Some('r') => (Some('\r'), 1),
            Some('n') => (Some('\n'), 1),
            Some('t') => (Some('\t'), 1),
            Some('\\') => (Some('\\'), 1),
            Some('u') => (hexadecimal(escape.get(1..5)), 5),
            _ => (None, 0),
        };
        text.push(meant.unwrap_or('\\'));
        rest = if meant.is_some() {
            &escape[length..]
        } else {
            escape
        };
    }
    text + rest
}

fn hexadecimal(digits: Option<&str>) -> Option<char> {
    let digits = digits.filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
    char::from_u32(u32::from_str_radix(digits, 16).ok()?)
}
