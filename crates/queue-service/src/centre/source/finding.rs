//! What a check finds: where, how bad, and what was expected there.

use std::cell::{Cell, RefCell};
use std::fmt;

/// Whether a centre with this finding may be adopted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// No: the folder does not say one clear thing.
    Error,
    /// Yes, but someone should look at it.
    Warning,
}

/// One thing found in a centre's folder. Shown as `services.toml:12: …`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file, relative to the folder; empty when the folder itself could not be read.
    pub file: String,
    /// The line, from 1; 0 when the whole file is meant.
    pub line: usize,
    /// How bad it is.
    pub severity: Severity,
    /// What was expected, and what stands there.
    pub message: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.file.as_str(), self.line) {
            ("", _) => write!(f, "{}", self.message),
            (file, 0) => write!(f, "{file}: {}", self.message),
            (file, line) => write!(f, "{file}:{line}: {}", self.message),
        }
    }
}

/// Collects findings from many readers at once, hence the inner mutability.
#[derive(Debug, Default)]
pub(in crate::centre) struct Findings {
    list: RefCell<Vec<Finding>>,
    unreadable: Cell<bool>,
}

impl Findings {
    /// The collector, writing for one file.
    pub(in crate::centre) fn in_file<'a>(&'a self, file: &'a str) -> InFile<'a> {
        InFile {
            file,
            findings: self,
        }
    }

    /// Whether some file could not be read as a whole, so that what it would have named is unknown.
    pub(in crate::centre) fn any_unreadable(&self) -> bool {
        self.unreadable.get()
    }

    /// Whether nothing in `file` is wrong, so that what depends on it can be judged.
    pub(in crate::centre) fn sound(&self, file: &str) -> bool {
        !self.any_error(|error| error.file == file)
    }

    /// Whether nothing on one line of `file` is wrong.
    pub(in crate::centre) fn sound_at(&self, file: &str, line: usize) -> bool {
        !self.any_error(|error| error.file == file && error.line == line)
    }

    fn any_error(&self, meant: impl Fn(&Finding) -> bool) -> bool {
        let list = self.list.borrow();
        list.iter()
            .any(|finding| finding.severity == Severity::Error && meant(finding))
    }

    /// Everything found, by file and line: the errors, then the warnings.
    pub(in crate::centre) fn into_errors_and_warnings(self) -> (Vec<Finding>, Vec<Finding>) {
        let mut all = self.list.into_inner();
        all.sort();
        all.dedup();
        all.into_iter()
            .partition(|finding| finding.severity == Severity::Error)
    }
}

/// Writes findings of one file.
#[derive(Debug, Clone, Copy)]
pub(in crate::centre) struct InFile<'a> {
    file: &'a str,
    findings: &'a Findings,
}

impl InFile<'_> {
    /// A fault: the centre cannot be adopted.
    pub(in crate::centre) fn error(&self, line: usize, message: impl Into<String>) {
        self.add(line, Severity::Error, message.into());
    }

    /// Something that someone should look at.
    pub(in crate::centre) fn warning(&self, line: usize, message: impl Into<String>) {
        self.add(line, Severity::Warning, message.into());
    }

    /// The file as a whole says nothing: references into it are not judged.
    pub(in crate::centre) fn unreadable(&self, line: usize, message: impl Into<String>) {
        self.findings.unreadable.set(true);
        self.error(line, message);
    }

    fn add(&self, line: usize, severity: Severity, message: String) {
        let finding = Finding {
            file: self.file.to_owned(),
            line,
            severity,
            message,
        };
        self.findings.list.borrow_mut().push(finding);
    }
}
