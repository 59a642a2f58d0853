//! `GET /catalogue`: the adopted centre for screens. Names come in both languages.

use crate::{Language, Purpose};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One text in the two languages of a centre's data. Every other language reads the English, and where that is empty the
/// Vietnamese.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct Text {
    /// Vietnamese, NFC.
    pub vi: String,
    /// English.
    #[serde(default)]
    pub en: String,
}

impl Text {
    /// The text in `language`.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        if language == Language::VI || self.en.is_empty() {
            &self.vi
        } else {
            &self.en
        }
    }
}

/// What the centre calls itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CentreNames {
    /// The centre's code, such as `khanh-hoa`.
    pub code: String,
    /// Its name.
    pub name: Text,
    /// The authority above it.
    pub parent: Text,
    /// Where a visitor's own page is reached from outside, without a trailing slash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_url: Option<String>,
    /// The hotline, as people write it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hotline: Option<String>,
    /// The line at the foot of boards.
    pub notice: Text,
}

/// A zone of the hall.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Zone {
    /// Its code.
    pub code: String,
    /// Its name, such as "Khu A".
    pub name: Text,
}

/// An agency of today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Agency {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: Text,
}

/// A service of today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CatalogueService {
    /// Its code.
    pub code: String,
    /// The letter of its numbers.
    pub letter: String,
    /// Its name.
    pub name: Text,
    /// Its name on boards, at most 14 letters.
    pub board_name: Text,
    /// The purposes it takes.
    pub purposes: Vec<Purpose>,
    /// The counters that serve it.
    pub counters: Vec<u16>,
    /// The agencies whose procedures it takes.
    pub agencies: Vec<String>,
    /// A usual visit in seconds.
    pub typical_s: u32,
}

/// A counter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CatalogueCounter {
    /// The number on its plate.
    pub number: u16,
    /// What it is for.
    pub name: Text,
    /// Its zone's code.
    pub zone: String,
    /// The services it serves.
    pub serves: Vec<String>,
    /// The services it only helps.
    pub helps: Vec<String>,
}

/// A procedure of today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ProcedureEntry {
    /// The national code, or the centre's own where there is none.
    pub code: String,
    /// The official name, and its English where known.
    pub name: Text,
    /// A short name for kiosk and slip.
    pub short: Text,
    /// The agency's code today.
    pub agency: String,
    /// The service that takes it.
    pub service: String,
    /// 1 (busiest) to 4.
    pub busy_rank: u8,
    /// The field within the agency, where known: kiosks group by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<Text>,
    /// Papers to bring, where known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub papers: Vec<Text>,
    /// What it costs, in the centre's words, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee: Option<Text>,
    /// Whether it can be filed at any commune of the province.
    #[serde(default)]
    pub any_commune: bool,
    /// Whether it can be filed online; absent where unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub online: Option<bool>,
}

/// A class of priority that a visitor may declare.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ClassEntry {
    /// Its code.
    pub code: String,
    /// The words on the kiosk.
    pub name: Text,
    /// Whether visitors declare it themselves; otherwise only staff grant it.
    pub self_declared: bool,
    /// From this age on the birth date of a scanned identity card settles the class.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_age: Option<u8>,
}

/// Where the holder of a receipt is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DossierRoute {
    /// How the codes begin, from the province down: `H32`, `H32.18`. The longest that fits counts.
    pub prefix: String,
    /// The service that takes them.
    pub service: String,
    /// What for.
    pub purpose: Purpose,
}

/// A word people use, and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Synonym {
    /// What people type, folded: no accents, lower case.
    pub query: String,
    /// What it stands for, in Vietnamese.
    pub expands_to: Vec<String>,
}

/// The adopted centre as of one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Catalogue {
    /// Digest of the centre's document.
    pub digest: String,
    /// The day it was made for: validity dates have been applied.
    pub date: NaiveDate,
    /// What the centre calls itself.
    pub centre: CentreNames,
    /// Zones.
    pub zones: Vec<Zone>,
    /// Agencies.
    pub agencies: Vec<Agency>,
    /// Services, most used first.
    pub services: Vec<CatalogueService>,
    /// Counters, by number.
    pub counters: Vec<CatalogueCounter>,
    /// Procedures.
    pub procedures: Vec<ProcedureEntry>,
    /// Classes of priority.
    pub classes: Vec<ClassEntry>,
    /// Everyday words for the search.
    pub synonyms: Vec<Synonym>,
    /// Where scanned dossier codes lead.
    #[serde(default)]
    pub dossiers: Vec<DossierRoute>,
    /// Whose working day: wait beyond which a queue is late, in seconds.
    pub target_wait_s: u32,
    /// How long a no-show may be restored, in seconds.
    pub grace_s: u32,
    /// Recalls after which a no-show is suggested.
    pub recall_limit: u8,
}
