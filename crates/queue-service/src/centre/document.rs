//! A checked centre.

use super::check::check;
use super::files::{self, Parts};
use super::layouts::{Layouts, StoredPicture, layouts};
use super::source::{Finding, Findings, Folder, digest};
use chrono::NaiveDate;
use queue_core::DayPlan;
use queue_protocol::Permission;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// A centre without errors. It is stored, and its digest taken, as its files stand; so what was
/// adopted can always be read, compared and written out again as a folder.
#[derive(Debug)]
pub struct Document {
    stored: String,
    digest: String,
    parts: Parts,
    layouts: Arc<Layouts>,
    warnings: Vec<Finding>,
}

/// How much a centre has of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Zones of the hall.
    pub zones: usize,
    /// Counters.
    pub counters: usize,
    /// Services of all dates.
    pub services: usize,
    /// Letters in use, over all dates.
    pub letters: usize,
    /// Agencies of all dates.
    pub agencies: usize,
    /// Procedures of all dates, each counted once.
    pub procedures: usize,
    /// Classes of priority.
    pub classes: usize,
    /// Dates that differ from the ordinary week, pending ones included.
    pub calendar_days: usize,
    /// Everyday words.
    pub synonyms: usize,
    /// Layouts of boards.
    pub screens: usize,
}

impl Document {
    /// Reads and checks the folder at `path`.
    ///
    /// # Errors
    /// Every error found, by file and line.
    pub fn read_dir(path: &Path) -> Result<Self, Vec<Finding>> {
        let findings = Findings::default();
        let folder = Folder::read(path, &files::NAMES, &findings);
        Self::checked(folder.as_ref(), findings)
    }

    /// As [`Document::read_dir`], of files given by name and content.
    ///
    /// # Errors
    /// Every error found, by file and line.
    pub fn from_files(
        files: impl IntoIterator<Item = (String, Vec<u8>)>,
    ) -> Result<Self, Vec<Finding>> {
        let findings = Findings::default();
        let folder = Folder::from_bytes(files, &findings);
        Self::checked(Some(&folder), findings)
    }

    /// Reads what [`Document::stored`] wrote.
    ///
    /// # Errors
    /// Every error found, by file and line of the folder that was stored.
    pub fn from_stored(stored: &str) -> Result<Self, Vec<Finding>> {
        let findings = Findings::default();
        let folder = Folder::from_stored(stored, &findings);
        Self::checked(folder.as_ref(), findings)
    }

    /// `folder` is `None` where `findings` say why.
    fn checked(folder: Option<&Folder>, findings: Findings) -> Result<Self, Vec<Finding>> {
        let parts = folder.map(|folder| (folder, Parts::read(folder, &findings)));
        if let Some((_, parts)) = &parts
            && !findings.any_unreadable()
        {
            check(parts, &findings);
        }
        let (errors, warnings) = findings.into_errors_and_warnings();
        match parts {
            Some((folder, parts)) if errors.is_empty() => {
                let stored = folder.to_stored();
                let digest = digest(&stored);
                Ok(Self {
                    layouts: Arc::new(layouts(&parts.screens)),
                    stored,
                    digest,
                    parts,
                    warnings,
                })
            }
            _ => Err(errors),
        }
    }

    /// The whole folder as one text: equal folders give equal texts.
    #[must_use]
    pub fn stored(&self) -> &str {
        &self.stored
    }

    /// SHA-256 of the stored text, in hexadecimal.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The centre's code, such as `khanh-hoa`.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.parts.identity.code
    }

    /// What someone should look at, by file and line.
    #[must_use]
    pub fn warnings(&self) -> &[Finding] {
        &self.warnings
    }

    /// The centre for the rules of the queue; validity dates stay in it.
    #[must_use]
    pub fn rules(&self) -> queue_core::Catalogue {
        super::rules::rules(&self.parts)
    }

    /// The centre for screens, as of `date`: validity dates are applied.
    #[must_use]
    pub fn catalogue(&self, date: NaiveDate) -> queue_protocol::Catalogue {
        super::catalogue::catalogue(&self.parts, &self.digest, date)
    }

    /// The layouts of boards by name.
    #[must_use]
    pub fn screens(&self) -> &Arc<Layouts> {
        &self.layouts
    }

    /// The picture of `digest`, if it is one of this centre.
    #[must_use]
    pub fn picture(&self, digest: &str) -> Option<StoredPicture> {
        let mut pictures = self.parts.pictures.iter();
        let picture = pictures.find(|picture| picture.digest == digest)?;
        Some(StoredPicture {
            media_type: picture.media_type,
            bytes: Arc::clone(&picture.bytes),
        })
    }

    /// The letter of numbers that kiosks give while the service is away.
    #[must_use]
    pub fn offline_letter(&self) -> Option<queue_core::Letter> {
        let letter = self.parts.identity.offline_letter.as_ref()?;
        Some(letter.value)
    }

    /// What the calendar calls `date` when it is a day off; `None` on any other day.
    #[must_use]
    pub fn holiday(&self, date: NaiveDate) -> Option<queue_protocol::Text> {
        let mut days = self.parts.calendar.iter();
        let day = days.find(|day| day.date.value == date && day.plan.is_some_and(is_off))?;
        Some(day.name.clone())
    }

    /// Whether an officer needs `permission` here.
    #[must_use]
    pub fn needs(&self, permission: Permission) -> bool {
        let needed = &self.parts.identity.settings.needs_permission;
        needed.contains(&permission)
    }

    /// How much it has of what.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let parts = &self.parts;
        let letters: BTreeSet<_> = parts.services.iter().map(|s| s.letter.value).collect();
        let procedures: BTreeSet<_> = parts.procedures.iter().map(|p| &p.code.value).collect();
        Counts {
            zones: parts.zones.len(),
            counters: parts.counters.len(),
            services: parts.services.len(),
            letters: letters.len(),
            agencies: parts.agencies.len(),
            procedures: procedures.len(),
            classes: parts.classes.len(),
            calendar_days: parts.calendar.len(),
            synonyms: parts.synonyms.len(),
            screens: parts.screens.len(),
        }
    }
}

const fn is_off(plan: DayPlan) -> bool {
    matches!(plan, DayPlan::Holiday | DayPlan::LocalClosure)
}
