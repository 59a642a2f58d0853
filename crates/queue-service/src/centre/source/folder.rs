//! The files of one centre, texts and pictures: read from a folder or from the journal, and written for it.

use super::{Bytes, Findings};
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

/// The folders within a centre's, each with the ends of the names that are read there.
const SCREENS: (&str, &[&str]) = ("screens", &[".toml"]);
pub(in crate::centre) const PICTURES: (&str, &[&str]) =
    ("pictures", &[".png", ".jpg", ".jpeg", ".svg"]);

/// The files of one centre by name, such as `screens/lobby.toml`. Texts are UTF-8 without a byte order mark and with
/// `\n` line ends; pictures are as they stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::centre) struct Folder {
    format: u32,
    files: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pictures: BTreeMap<String, Bytes>,
}

impl Folder {
    /// Reads those of `names` that are in the folder at `path`, its screens and its pictures; other files are warned
    /// of. `None` and an error if there is no such folder.
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
            let inner = [SCREENS, PICTURES]
                .into_iter()
                .find(|(own, _)| *own == name);
            if let Some((own, ends)) = inner {
                read_inner(&entry.path(), own, ends, &mut files, findings);
            } else if names.contains(&name.as_str()) {
                take(&entry.path(), name, &mut files, findings);
            } else {
                leave(&name, findings);
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
        let mut pictures = BTreeMap::new();
        for (name, bytes) in files {
            if name
                .strip_prefix(PICTURES.0)
                .is_some_and(|rest| rest.starts_with('/'))
            {
                pictures.insert(name, Bytes(bytes.into()));
                continue;
            }
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
            pictures,
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

    /// The texts of the screens, by the files' names.
    pub(in crate::centre) fn screens(&self) -> impl Iterator<Item = (&str, &str)> {
        let files = self.files.iter();
        let files = files.map(|(name, text)| (name.as_str(), text.as_str()));
        files.filter(|(name, _)| {
            name.split_once('/')
                .is_some_and(|(own, _)| own == SCREENS.0)
        })
    }

    /// The pictures by the files' names.
    pub(in crate::centre) fn pictures(&self) -> impl Iterator<Item = (&str, &Bytes)> {
        let pictures = self.pictures.iter();
        pictures.map(|(name, bytes)| (name.as_str(), bytes))
    }

    /// The stored form: one JSON object, files by name.
    pub(in crate::centre) fn to_stored(&self) -> String {
        let Self {
            format,
            files,
            pictures,
        } = self;
        let mut stored = serde_json::json!({ "format": format, "files": files });
        // Without pictures it is the text of before there were any, and has its digest.
        if !pictures.is_empty() {
            stored["pictures"] = serde_json::json!(pictures);
        }
        stored.to_string()
    }
}

/// SHA-256 of the stored form, in hexadecimal.
pub(in crate::centre) fn digest(stored: &str) -> String {
    hex::encode(Sha256::digest(stored))
}

/// Reads the files of an inner folder whose names end as they should.
fn read_inner(
    path: &Path,
    own: &str,
    ends: &[&str],
    files: &mut BTreeMap<String, Vec<u8>>,
    findings: &Findings,
) {
    let Ok(entries) = fs::read_dir(path) else {
        findings.in_file(own).unreadable(0, "expected a folder");
        return;
    };
    for entry in entries.flatten() {
        let name = format!("{own}/{}", entry.file_name().to_string_lossy());
        if ends.iter().any(|end| name.ends_with(end)) && !name.contains("/.") {
            take(&entry.path(), name, files, findings);
        } else {
            leave(&name, findings);
        }
    }
}

fn take(path: &Path, name: String, files: &mut BTreeMap<String, Vec<u8>>, findings: &Findings) {
    match read_file(path) {
        Ok(bytes) => drop(files.insert(name, bytes)),
        Err(fault) => findings.in_file(&name).unreadable(0, fault),
    }
}

fn leave(name: &str, findings: &Findings) {
    let last = name.rsplit('/').next().unwrap_or_default();
    if !last.starts_with('.') && last != "README.md" {
        let file = findings.in_file(name);
        file.warning(0, "is not a file of a centre: not read");
    }
}

/// A link is not followed: it could lead out of the folder.
fn read_file(path: &Path) -> Result<Vec<u8>, String> {
    let metadata = fs::symlink_metadata(path);
    let metadata = metadata.map_err(|fault| format!("cannot be read: {fault}"))?;
    if !metadata.is_file() {
        return Err("expected a plain file".to_owned());
    }
    let size = metadata.len();
    if size > LARGEST {
        return Err(format!("expected at most {LARGEST} bytes, found {size}"));
    }
    fs::read(path).map_err(|fault| format!("cannot be read: {fault}"))
}
