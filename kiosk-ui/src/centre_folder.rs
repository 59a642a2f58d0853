//! A centre's folder as search and scans need it: procedures of today, their services, everyday words, ages, dossiers. The service checks
//! folders (`xinmoi centre check`); this only reads what is right.

use crate::view_model::Centre;
use anyhow::{Context as _, Result};
use chrono::NaiveDate;
use queue_protocol::{
    Catalogue, CatalogueService, CentreNames, ClassEntry, DossierRoute, ProcedureEntry, Purpose,
    Synonym, Text,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::path::Path;

#[derive(Deserialize)]
struct Services {
    services: Vec<Service>,
    #[serde(default)]
    dossiers: Vec<DossierRoute>,
}

#[derive(Deserialize)]
struct Classes {
    #[serde(default)]
    classes: Vec<ClassEntry>,
}

#[derive(Deserialize)]
struct Service {
    code: String,
    letter: String,
    name: Text,
    board: Text,
    purposes: Vec<Purpose>,
}

#[derive(Deserialize)]
struct Counters {
    counters: Vec<Counter>,
}

#[derive(Deserialize)]
struct Counter {
    serves: Vec<String>,
    #[serde(default)]
    agencies: Vec<String>,
}

#[derive(Deserialize)]
struct Procedure {
    code: String,
    #[serde(default)]
    agency: String,
    #[serde(default)]
    service: String,
    busy_rank: u8,
    short_vi: String,
    name_vi: String,
    name_en: String,
    #[serde(default)]
    valid_from: Option<NaiveDate>,
    #[serde(default)]
    valid_until: Option<NaiveDate>,
}

#[derive(Deserialize)]
struct Word {
    query: String,
    expands_to: String,
}

/// Reads the centre in `folder` as of `date`.
///
/// # Errors
/// A file is missing or has another shape.
pub fn read_centre(folder: &Path, date: NaiveDate) -> Result<Centre> {
    let Services { services, dossiers } = in_toml(folder, "services.toml")?;
    let Classes { classes } = in_toml(folder, "classes.toml")?;
    let Counters { counters } = in_toml(folder, "counters.toml")?;
    let procedures: Vec<Procedure> = in_csv(folder, "procedures.csv")?;
    let words: Vec<Word> = in_csv(folder, "synonyms.csv")?;
    let valid = |procedure: &Procedure| {
        procedure.valid_from.is_none_or(|from| from <= date)
            && procedure.valid_until.is_none_or(|until| date <= until)
    };
    let taken_at = |procedure: &Procedure| match procedure.service.as_str() {
        "" => service_of_agency(&procedure.agency, &counters, &services),
        named => Some(named.to_owned()),
    };
    let entries = procedures.into_iter().filter(valid);
    let entries = entries.filter_map(|procedure| {
        let service = taken_at(&procedure)?;
        Some(entry(procedure, service))
    });
    Ok(Centre::new(Catalogue {
        procedures: entries.collect(),
        services: services.into_iter().map(named).collect(),
        synonyms: words.into_iter().map(synonym).collect(),
        classes,
        dossiers,
        ..nothing(date)
    }))
}

/// The first service that takes dossiers at a counter of this agency.
fn service_of_agency(agency: &str, counters: &[Counter], services: &[Service]) -> Option<String> {
    let takes_dossiers = |code: &&String| {
        let service = services.iter().find(|service| service.code == **code);
        service.is_some_and(|service| service.purposes.contains(&Purpose::Submit))
    };
    let mut of_agency = counters
        .iter()
        .filter(|counter| counter.agencies.iter().any(|code| code == agency));
    of_agency.find_map(|counter| counter.serves.iter().find(takes_dossiers).cloned())
}

fn entry(own: Procedure, service: String) -> ProcedureEntry {
    ProcedureEntry {
        code: own.code,
        short: Text {
            vi: vietnamese::clean(&own.short_vi),
            en: own.name_en.clone(),
        },
        name: Text {
            vi: vietnamese::clean(&own.name_vi),
            en: own.name_en,
        },
        agency: own.agency,
        service,
        busy_rank: own.busy_rank,
        field: None,
        papers: Vec::new(),
        fee: None,
        any_commune: false,
        online: None,
    }
}

fn named(own: Service) -> CatalogueService {
    CatalogueService {
        code: own.code,
        letter: own.letter,
        name: own.name,
        board_name: own.board,
        purposes: own.purposes,
        counters: Vec::new(),
        agencies: Vec::new(),
        typical_s: 0,
    }
}

fn synonym(own: Word) -> Synonym {
    let meanings = own.expands_to.split(';').map(str::trim);
    Synonym {
        query: own.query,
        expands_to: meanings.map(str::to_owned).collect(),
    }
}

/// A catalogue of which only the date is known.
fn nothing(date: NaiveDate) -> Catalogue {
    let unnamed = Text::default;
    Catalogue {
        digest: String::new(),
        date,
        centre: CentreNames {
            code: String::new(),
            name: unnamed(),
            parent: unnamed(),
            public_url: None,
            hotline: None,
            notice: unnamed(),
        },
        zones: Vec::new(),
        agencies: Vec::new(),
        services: Vec::new(),
        counters: Vec::new(),
        procedures: Vec::new(),
        classes: Vec::new(),
        synonyms: Vec::new(),
        dossiers: Vec::new(),
        target_wait_s: 0,
        grace_s: 0,
        recall_limit: 0,
    }
}

fn in_toml<T: DeserializeOwned>(folder: &Path, name: &str) -> Result<T> {
    let path = folder.join(name);
    let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    toml::from_str(&text).with_context(|| path.display().to_string())
}

fn in_csv<T: DeserializeOwned>(folder: &Path, name: &str) -> Result<Vec<T>> {
    let path = folder.join(name);
    let rows = csv::Reader::from_path(&path).with_context(|| path.display().to_string())?;
    let rows: Result<Vec<T>, csv::Error> = rows.into_deserialize().collect();
    rows.with_context(|| path.display().to_string())
}
