//! The centres that come with the program are whole and have what their sources say.

use crate::folder::{edit, files, shipped, warnings};
use chrono::NaiveDate;
use queue_protocol::Purpose;
use queue_service::centre::{Counts, Document};
use std::collections::BTreeSet;

const DAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();

fn read(name: &str) -> Document {
    Document::read_dir(&shipped(name)).unwrap_or_else(|errors| panic!("{errors:#?}"))
}

#[test]
fn khanh_hoa_has_what_it_opened_with() {
    let counts = read("khanh-hoa").counts();
    let expected = Counts {
        zones: 4,
        counters: 24,
        services: 11,
        letters: 11,
        agencies: 21,
        procedures: 126,
        classes: 4,
        calendar_days: 56,
        synonyms: 187,
        screens: 6,
    };
    assert_eq!(counts, expected);
}

#[test]
fn nghe_an_has_its_twenty_units() {
    let counts = read("nghe-an").counts();
    assert_eq!(
        (counts.agencies, counts.counters, counts.letters),
        (20, 18, 12)
    );
}

#[test]
fn only_pending_days_are_warned_of() {
    for name in ["khanh-hoa", "nghe-an"] {
        let document = read(name);
        let pending =
            |warning: &String| warning.contains("is pending: an ordinary day until decided");
        assert_eq!(document.warnings().len(), 9, "{name}");
        assert!(
            crate::folder::shown(document.warnings())
                .iter()
                .all(pending),
            "{name}"
        );
    }
}

#[test]
fn every_procedure_leads_to_a_counter() {
    for name in ["khanh-hoa", "nghe-an"] {
        let document = read(name);
        let (rules, screens) = (document.rules(), document.catalogue(DAY));
        assert_eq!(
            screens.procedures.len(),
            document.counts().procedures,
            "{name}"
        );
        for procedure in &screens.procedures {
            let service = &screens
                .services
                .iter()
                .find(|s| s.code == procedure.service)
                .unwrap();
            assert!(!service.counters.is_empty(), "{name} {}", procedure.code);
            assert!(
                service.purposes.contains(&Purpose::Submit),
                "{name} {}",
                procedure.code
            );
            let ruled = &rules.procedures[procedure.code.as_str()];
            assert_eq!(
                *ruled.service, *procedure.service,
                "{name} {}",
                procedure.code
            );
            assert!(rules.counters_serving(&procedure.service).next().is_some());
        }
    }
}

#[test]
fn procedures_of_the_communes_are_taken_and_marked() {
    let screens = read("khanh-hoa").catalogue(DAY);
    let communes: Vec<_> = screens
        .procedures
        .iter()
        .filter(|p| p.any_commune)
        .collect();
    assert_eq!(communes.len(), 6);
    assert!(
        communes
            .iter()
            .all(|p| p.service == "tu-phap" && p.agency.is_empty())
    );
}

#[test]
fn results_of_every_agency_are_collected_at_one_service() {
    for name in ["khanh-hoa", "nghe-an"] {
        let screens = read(name).catalogue(DAY);
        let collect: Vec<_> = screens
            .services
            .iter()
            .filter(|s| s.purposes.contains(&Purpose::Collect))
            .collect();
        assert_eq!(collect.len(), 1);
        assert_eq!(collect[0].letter, "T");
        assert_eq!(collect[0].agencies.len(), screens.agencies.len());
    }
}

#[test]
fn every_agency_has_a_counter_that_takes_its_dossiers() {
    for name in ["khanh-hoa", "nghe-an"] {
        let screens = read(name).catalogue(DAY);
        let submit = screens
            .services
            .iter()
            .filter(|s| s.purposes.contains(&Purpose::Submit));
        let reached: BTreeSet<_> = submit.flat_map(|service| &service.agencies).collect();
        assert_eq!(reached.len(), screens.agencies.len(), "{name}");
    }
}

#[test]
fn everything_but_a_procedures_paper_has_an_english_name() {
    for name in ["khanh-hoa", "nghe-an"] {
        let screens = read(name).catalogue(DAY);
        let mut names = vec![
            &screens.centre.name,
            &screens.centre.parent,
            &screens.centre.notice,
        ];
        names.extend(screens.zones.iter().map(|zone| &zone.name));
        names.extend(screens.agencies.iter().map(|agency| &agency.name));
        names.extend(
            screens
                .services
                .iter()
                .flat_map(|s| [&s.name, &s.board_name]),
        );
        names.extend(screens.counters.iter().map(|counter| &counter.name));
        names.extend(screens.procedures.iter().flat_map(|p| [&p.name, &p.short]));
        names.extend(screens.procedures.iter().filter_map(|p| p.field.as_ref()));
        names.extend(screens.classes.iter().map(|class| &class.name));
        assert!(
            names
                .iter()
                .all(|name| !name.vi.is_empty() && !name.en.is_empty()),
            "{name}"
        );
    }
}

#[test]
fn the_classes_kept_as_examples_can_be_switched_on() {
    for name in ["khanh-hoa", "nghe-an"] {
        let mut files = files(&shipped(name));
        let text = String::from_utf8(files["classes.toml"].clone()).unwrap();
        let on = text.lines().map(|line| match line.strip_prefix('#') {
            Some(rest) if !rest.is_empty() && !rest.starts_with(' ') => format!("{rest}\n"),
            _ => format!("{line}\n"),
        });
        files.insert("classes.toml".into(), on.collect::<String>().into_bytes());
        assert_eq!(
            Document::from_files(files).unwrap().counts().classes,
            10,
            "{name}"
        );
    }
}

#[test]
fn an_address_and_a_hotline_can_be_switched_on() {
    let mut files = files(&shipped("khanh-hoa"));
    edit(&mut files, "centre.toml", "# public_url", "public_url");
    edit(&mut files, "centre.toml", "# hotline", "hotline");
    assert_eq!(warnings(files.clone()).len(), 9);
    let screens = Document::from_files(files).unwrap().catalogue(DAY);
    assert_eq!(
        screens.centre.public_url.as_deref(),
        Some("https://hall.example.vn")
    );
    assert_eq!(screens.centre.hotline.as_deref(), Some("0258 000 0000"));
}

#[test]
fn receipts_lead_to_the_counter_of_results_and_offline_numbers_have_a_letter() {
    for (name, letter) in [("khanh-hoa", 'Q'), ("nghe-an", 'V')] {
        let document = read(name);
        let screens = document.catalogue(DAY);
        assert!(!screens.dossiers.is_empty(), "{name}");
        assert!(screens.dossiers.iter().all(|route| {
            let service = screens.services.iter().find(|s| s.code == route.service);
            route.purpose == Purpose::Collect && service.is_some_and(|s| s.letter == "T")
        }));
        assert_eq!(document.offline_letter(), queue_core::Letter::new(letter));
        let aged = screens
            .classes
            .iter()
            .filter(|class| class.from_age.is_some());
        assert_eq!(aged.count(), 1, "{name}");
    }
}
