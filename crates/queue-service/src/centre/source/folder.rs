//! The files of one centre, as text: read from a folder or from the journal, and written for it.

use super::Findings;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// No file of a centre is anywhere near this size, in bytes.
const LARGEST: u64 = 8 << 20;

/// The version of the stored form and of the checks it passed: what was adopted must stay readable,
/// so a stricter check needs a new number.
const FORMAT: u32 = 1;

/// The files of one centre by name, each UTF-8 without a byte order mark and with `\n` line ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::centre) struct Folder {
    format: u32,
    files: BTreeMap<String, String>,
}

impl Folder {
    /// Reads those of `names` that are in the folder at `path`; other files are warned of. `None`
    /// and an error if there is no such folder.
    pub(in crate::centre) fn read(
        path: &Path,
        names: &[&str],
        findings: &Findings,
    ) -> Option<Self> {
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(fault) => {
                let message = format!("expected a folder at {}: {fault}", path.display());
                findings.in_file("").unreadable(0, message);
                return None;
            }
        };
        let mut files = BTreeMap::new();
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let file = findings.in_file(&name);
            if names.contains(&name.as_str()) {
                match read_file(&entry.path()) {
                    Ok(bytes) => drop(files.insert(name, bytes)),
                    Err(fault) => file.unreadable(0, fault),
                }
            } else if !name.starts_with('.') && name != "README.md" {
                file.warning(0, "is not a file of a centre: not read");
            }
        }
        Some(Self::from_bytes(files, findings))
    }

    /// Takes the files' bytes; what is not UTF-8 is reported and left out.
    pub(in crate::centre) fn from_bytes(
        files: impl IntoIterator<Item = (String, Vec<u8>)>,
        findings: &Findings,
    ) -> Self {
        let mut texts = BTreeMap::new();
        for (name, bytes) in files {
            match String::from_utf8(bytes) {
                Ok(text) => {
                    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
                    texts.insert(name, text.replace("\r\n", "\n").replace('\r', "\n"));
                }
                Err(fault) => {
                    let good = &fault.as_bytes()[..fault.utf8_error().valid_up_to()];
                    let line = 1 + good.iter().filter(|&&byte| byte == b'\n').count();
                    findings
                        .in_file(&name)
                        .unreadable(line, "expected UTF-8 text (save it as \"CSV UTF-8\")");
                }
            }
        }
        Self {
            format: FORMAT,
            files: texts,
        }
    }

    /// Reads the stored form; `None` and an error if it is not one.
    pub(in crate::centre) fn from_stored(stored: &str, findings: &Findings) -> Option<Self> {
        match serde_json::from_str::<Self>(stored) {
            Ok(folder) if folder.format == FORMAT => Some(folder),
            Ok(folder) => {
                let found = folder.format;
                findings.in_file("").unreadable(
                    0,
                    format!("expected a stored centre of format {FORMAT}, found {found}"),
                );
                None
            }
            Err(fault) => {
                findings
                    .in_file("")
                    .unreadable(0, format!("expected a stored centre: {fault}"));
                None
            }
        }
    }

    /// The text of a file; `None` where there is none.
    pub(in crate::centre) fn get(&self, name: &str) -> Option<&str> {
        self.files.get(name).map(String::as_str)
    }

    /// The stored form: one JSON object, files by name.
    pub(in crate::centre) fn to_stored(&self) -> String {
        let Self { format, files } = self;
        serde_json::json!({ "format": format, "files": files }).to_string()
    }
}

/// SHA-256 of the stored form, in hexadecimal.
pub(in crate::centre) fn digest(stored: &str) -> String {
    hex::encode(Sha256::digest(stored))
}

fn read_file(path: &Path) -> Result<Vec<u8>, String> {
    let size = fs::metadata(path)
        .map_err(|fault| format!("cannot be read: {fault}"))?
        .len();
    if size > LARGEST {
        return Err(format!("expected at most {LARGEST} bytes, found {size}"));
    }
    fs::read(path).map_err(|fault| format!("cannot be read: {fault}"))
}
