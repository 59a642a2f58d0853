//! A centre with two classes by age and two ways for dossiers, on one day.

use chrono::NaiveDate;
use kiosk_ui::scan::{Meaning, Scan};
use queue_protocol::{Catalogue, CentreNames, ClassEntry, DossierRoute, Purpose, Text};

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn class(code: &str, from_age: Option<u8>, self_declared: bool) -> ClassEntry {
    ClassEntry {
        code: code.to_owned(),
        name: Text::default(),
        self_declared,
        from_age,
    }
}

fn route(prefix: &str, service: &str, purpose: Purpose) -> DossierRoute {
    DossierRoute {
        prefix: prefix.to_owned(),
        service: service.to_owned(),
        purpose,
    }
}

pub fn catalogue() -> Catalogue {
    Catalogue {
        digest: String::new(),
        date: day("2026-11-25"),
        centre: CentreNames {
            code: String::new(),
            name: Text::default(),
            parent: Text::default(),
            public_url: None,
            hotline: None,
            notice: Text::default(),
        },
        zones: Vec::new(),
        agencies: Vec::new(),
        services: Vec::new(),
        counters: Vec::new(),
        procedures: Vec::new(),
        classes: vec![
            class("pregnant", None, true),
            class("elderly", Some(60), true),
            class("very-old", Some(80), true),
            class("by-staff", Some(50), false),
        ],
        synonyms: Vec::new(),
        dossiers: vec![
            route("H32", "tra-ket-qua", Purpose::Collect),
            route("H32.18", "xay-dung", Purpose::Supplement),
        ],
        target_wait_s: 900,
        grace_s: 1800,
        recall_limit: 3,
    }
}

pub fn meaning_on(text: &str, date: &str) -> Meaning {
    let catalogue = catalogue();
    Scan::new(text.to_owned()).meaning(day(date), &catalogue.classes, &catalogue.dossiers)
}

pub fn meaning(text: &str) -> Meaning {
    meaning_on(text, "2026-11-25")
}

pub fn is_class(text: &str, class: &str) -> bool {
    meaning(text) == Meaning::Class(class.to_owned())
}
