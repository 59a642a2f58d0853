//! The agencies of 2023 and their successors of 2025 in one folder, which switches on its dates.

use crate::folder::{errors, files, fixture, shipped};
use chrono::NaiveDate;
use queue_protocol::Catalogue;
use queue_service::centre::Document;

const BEFORE: NaiveDate = NaiveDate::from_ymd_opt(2025, 6, 30).unwrap();
const AFTER: NaiveDate = NaiveDate::from_ymd_opt(2025, 7, 1).unwrap();

/// Khánh Hòa with the agencies and procedures of the fixture.
fn khanh_hoa() -> Document {
    let mut files = files(&shipped("khanh-hoa"));
    files.extend(crate::folder::files(&fixture("khanh-hoa-2025")));
    Document::from_files(files).unwrap_or_else(|errors| panic!("{errors:#?}"))
}

fn agency<'a>(catalogue: &'a Catalogue, procedure: &str) -> &'a str {
    &catalogue
        .procedures
        .iter()
        .find(|entry| entry.code == procedure)
        .unwrap()
        .agency
}

#[test]
fn twenty_one_agencies_become_seventeen() {
    let document = khanh_hoa();
    assert_eq!(document.catalogue(BEFORE).agencies.len(), 21);
    assert_eq!(document.catalogue(AFTER).agencies.len(), 17);
}

#[test]
fn procedures_go_to_the_agency_that_has_them_on_the_day() {
    let document = khanh_hoa();
    let (before, after) = (document.catalogue(BEFORE), document.catalogue(AFTER));
    for (procedure, old, new) in [
        ("1.012784", "STNMT", "SNNMT"), // land: two departments became one
        ("2.001583", "SKHDT", "STC"),   // business: absorbed by one that stays
        ("1.001978", "SLDTBXH", "SNV"), // unemployment: one of four successors
        ("kh.buu-chinh", "STTTT", "SKHCN"),
        ("1.008498", "CT", "THUE"), // tax: renamed
        ("1.013237", "SXD", "SXD"), // building: stays
    ] {
        assert_eq!(agency(&before, procedure), old, "{procedure}");
        assert_eq!(agency(&after, procedure), new, "{procedure}");
    }
}

#[test]
fn work_that_moved_on_a_day_of_its_own_moves_on_it() {
    let document = khanh_hoa();
    let day = |month, day| document.catalogue(NaiveDate::from_ymd_opt(2025, month, day).unwrap());
    assert_eq!(agency(&day(2, 28), "3.000333"), "STP");
    assert_eq!(agency(&day(3, 1), "3.000333"), "CA");
    assert_eq!(agency(&day(3, 1), "3.000347"), "CA");
}

#[test]
fn every_procedure_is_there_once_on_either_side_with_the_same_service() {
    let document = khanh_hoa();
    let (before, after) = (document.catalogue(BEFORE), document.catalogue(AFTER));
    assert_eq!(
        (before.procedures.len(), after.procedures.len()),
        (126, 126)
    );
    let rules = document.rules();
    for (old, new) in before.procedures.iter().zip(&after.procedures) {
        assert_eq!((&old.code, &old.service), (&new.code, &new.service));
        let ruled = &rules.procedures[old.code.as_str()];
        assert!(
            ruled.valid.includes(BEFORE) && ruled.valid.includes(AFTER),
            "{}",
            old.code
        );
    }
}

#[test]
fn services_list_the_agencies_of_the_day() {
    let document = khanh_hoa();
    let of = |date, code: &str| {
        let services = document.catalogue(date).services;
        services
            .into_iter()
            .find(|service| service.code == code)
            .unwrap()
            .agencies
    };
    assert_eq!(of(BEFORE, "giao-thong"), ["SGTVT"]);
    assert_eq!(of(AFTER, "giao-thong"), ["SXD"]);
    assert_eq!(of(BEFORE, "lao-dong"), ["SLDTBXH"]);
    assert_eq!(of(AFTER, "lao-dong"), ["SNV", "SGDDT", "SYT", "SNNMT"]);
    assert_eq!(of(AFTER, "tra-ket-qua").len(), 17);
}

#[test]
fn a_row_may_not_go_on_when_several_took_over() {
    let mut files = files(&shipped("khanh-hoa"));
    let agencies = crate::folder::files(&fixture("khanh-hoa-2025"))
        .remove("agencies.csv")
        .unwrap();
    files.insert("agencies.csv".into(), agencies);
    let split = "agency `SLDTBXH` ends on 2025-06-30 and SNV, SGDDT, SYT, SNNMT took over: \
                 expected a `valid_until`, and a row for the agency that has procedure `2.000205` then";
    assert!(errors(files).contains(&format!("procedures.csv:23: {split}")));
}
