//! What stands in the files is what the rules and the screens get.

use crate::folder::{edit, edited, small};
use chrono::{NaiveDate, Weekday};
use queue_core::{CounterNo, DayPlan, Purpose, Session, Validity};
use queue_protocol::{Catalogue, Permission, Text};
use queue_service::centre::Document;

fn document() -> Document {
    Document::from_files(small()).unwrap()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn screens(day: &str) -> Catalogue {
    document().catalogue(date(day))
}

fn session(times: [u16; 4]) -> Session {
    let [serve_from, serve_to, issue_from, issue_to] =
        times.map(|time| queue_core::Minute::new(time / 100 * 60 + time % 100).unwrap());
    Session {
        serve_from,
        serve_to,
        issue_from,
        issue_to,
    }
}

#[test]
fn services_carry_minutes_as_seconds() {
    let rules = document().rules();
    let service = &rules.services["ho-tich"];
    assert_eq!(service.letter.to_string(), "A");
    assert_eq!((service.typical_s, service.daily_cap), (480, Some(200)));
    let purposes = [Purpose::Submit, Purpose::Supplement, Purpose::Guidance];
    assert_eq!(service.purposes, purposes.into());
    assert_eq!(service.valid, Validity::default());
    assert_eq!(rules.services["ket-qua"].daily_cap, None);
    assert_eq!(service.overrun_s, None);
    let stops = edited("services.toml", "daily_cap = 200", "overrun_minutes = 15");
    let rules = Document::from_files(stops).unwrap().rules();
    assert_eq!(rules.services["ho-tich"].overrun_s, Some(900));
}

#[test]
fn a_service_has_hours_of_its_own_and_the_calendar_of_all() {
    let rules = document().rules();
    let morning = session([700, 1130, 645, 1115]);
    let afternoon = session([1330, 1700, 1315, 1630]);
    assert_eq!(rules.hours.week[0], [morning, afternoon]);
    assert_eq!(rules.hours.week[1], [morning]);
    assert!(rules.hours.week[2..].iter().all(Vec::is_empty));
    let own = rules.services["dat-dai"].hours.as_ref().unwrap();
    assert_eq!(own.week[0], [session([700, 1130, 700, 1030])]);
    assert!(own.week[1].is_empty());
    assert_eq!(own.calendar, rules.hours.calendar);
}

#[test]
fn the_calendar_holds_what_is_decided() {
    let calendar = document().rules().hours.calendar;
    let expected = [
        ("2026-08-22", DayPlan::WorksAs(Weekday::Mon)),
        ("2026-08-31", DayPlan::Holiday),
        ("2026-09-02", DayPlan::Holiday),
        ("2026-12-07", DayPlan::LocalClosure),
    ];
    assert_eq!(
        calendar,
        expected.map(|(day, plan)| (date(day), plan)).into()
    );
}

#[test]
fn days_off_have_a_name() {
    let name = |day| document().holiday(date(day)).map(|name| name.vi);
    assert_eq!(name("2026-09-02").as_deref(), Some("Quốc khánh"));
    assert_eq!(name("2026-12-07").as_deref(), Some("Sửa chữa"));
    assert_eq!(name("2026-08-22"), None, "a working day");
    assert_eq!(name("2026-11-23"), None, "pending");
}

#[test]
fn counters_serve_and_help() {
    let rules = document().rules();
    let counter = &rules.counters[&CounterNo(1)];
    assert_eq!(&*counter.zone, "a");
    assert_eq!(counter.handicap_s("ho-tich"), Some(0));
    assert_eq!(counter.handicap_s("ket-qua"), Some(600));
    assert_eq!(counter.handicap_s("dat-dai"), None);
}

#[test]
fn classes_and_settings_carry_seconds() {
    let rules = document().rules();
    let classes: Vec<_> = rules
        .classes
        .iter()
        .map(|c| (&*c.code, c.head_start_s, c.self_declared))
        .collect();
    assert_eq!(classes, [("elderly", 3600, true), ("help", 1800, false)]);
    assert_eq!(
        (rules.settings.grace_s, rules.settings.recall_limit),
        (1800, 3)
    );
    assert_eq!(rules.settings.expected_priority_percent, 20);
    assert_eq!(rules.settings.offset.local_minus_utc(), 7 * 3600);
}

#[test]
fn a_centre_says_what_needs_a_permission() {
    let needed = |line: &str| {
        let files = small().into_iter().map(|(name, bytes)| {
            let mut bytes = bytes;
            if name == "centre.toml" {
                bytes.extend(line.as_bytes());
            }
            (name, bytes)
        });
        let document = Document::from_files(files.collect::<Vec<_>>()).unwrap();
        let all = Permission::ALL.iter().copied();
        all.filter(|permission| document.needs(*permission))
            .collect::<Vec<_>>()
    };
    let usual = [Permission::ChosenCall, Permission::Cancel];
    assert_eq!(needed(""), usual);
    assert_eq!(needed("needs_permission = []\n"), []);
    let strict = "needs_permission = [\"restore\", \"priority\"]\n";
    assert_eq!(needed(strict), [Permission::Priority, Permission::Restore]);
}

#[test]
fn procedures_follow_their_agency_to_its_counters_and_its_successor() {
    let rules = document().rules();
    assert_eq!(&*rules.procedures["1.012784"].service, "dat-dai");
    assert_eq!(rules.procedures["1.012784"].valid, Validity::default());
    assert_eq!(&*rules.procedures["2.000815"].service, "ho-tich");
    let agency = |day| screens(day).procedures[1].agency.clone();
    assert_eq!(agency("2026-12-31"), "TN");
    assert_eq!(agency("2027-01-01"), "NM");
}

#[test]
fn screens_get_names_and_papers() {
    let screens = screens("2026-11-20");
    assert_eq!(screens.centre.code, "small");
    assert_eq!(
        screens.centre.public_url.as_deref(),
        Some("https://hall.example.vn")
    );
    assert_eq!(screens.centre.parent, text("Ủy ban nhân dân xã", ""));
    assert_eq!(
        (screens.target_wait_s, screens.grace_s, screens.recall_limit),
        (900, 1800, 3)
    );
    let birth = &screens.procedures[0];
    assert_eq!(birth.short, text("Đăng ký khai sinh", "Birth registration"));
    assert_eq!(
        birth.papers,
        [
            text("Giấy chứng sinh", "Birth notice"),
            text("Thẻ căn cước", "Identity card")
        ]
    );
    assert_eq!((birth.online, birth.any_commune), (Some(true), false));
    assert_eq!(screens.procedures[1].online, None);
    let copy = &screens.procedures[2];
    assert_eq!(
        (copy.online, copy.any_commune, copy.agency.as_str()),
        (Some(false), true, "")
    );
    assert_eq!(
        screens.synonyms[1].expands_to,
        ["chứng thực bản sao", "công chứng"]
    );
}

#[test]
fn screens_get_the_field_within_the_agency() {
    let mut files = small();
    edit(
        &mut files,
        "procedures.csv",
        "name_en,note",
        "name_en,field_vi",
    );
    edit(
        &mut files,
        "procedures.csv",
        "Birth registration,",
        "Birth registration,Hộ tịch",
    );
    let document = Document::from_files(files).unwrap();
    let procedures = document.catalogue(date("2026-11-20")).procedures;
    assert_eq!(procedures[0].field, Some(text("Hộ tịch", "")));
    assert_eq!(procedures[1].field, None);
}

#[test]
fn screens_get_services_in_the_order_of_the_file_with_their_counters() {
    let screens = screens("2026-11-20");
    let services: Vec<_> = screens
        .services
        .iter()
        .map(|s| (s.letter.as_str(), s.counters.as_slice()))
        .collect();
    assert_eq!(services, [("A", &[1][..]), ("E", &[2]), ("T", &[2])]);
    assert_eq!(screens.services[1].agencies, ["TN"]);
    assert_eq!(screens.counters[0].helps, ["ket-qua"]);
    assert_eq!(screens.counters[1].serves, ["dat-dai", "ket-qua"]);
}

fn text(vi: &str, en: &str) -> Text {
    Text {
        vi: vi.into(),
        en: en.into(),
    }
}

#[test]
fn screens_get_ages_fees_and_where_dossier_codes_lead() {
    let mut files = small();
    edit(
        &mut files,
        "classes.toml",
        "head_start_minutes = 60",
        "head_start_minutes = 60\nfrom_age = 60",
    );
    let hotline = "hotline = \"0258 000 000\"\n";
    let letter = format!("{hotline}offline_letter = \"X\"\n");
    edit(&mut files, "centre.toml", hotline, &letter);
    let route = |prefix, service, purpose| {
        format!(
            "[[dossiers]]\nprefix = \"{prefix}\"\nservice = \"{service}\"\npurpose = \"{purpose}\"\n"
        )
    };
    let results = "typical_minutes = 3\n";
    let (any, own) = (
        route("H32", "ket-qua", "collect"),
        route("H32.18", "ho-tich", "supplement"),
    );
    edit(
        &mut files,
        "services.toml",
        results,
        &format!("{results}{any}{own}"),
    );
    edit(
        &mut files,
        "procedures.csv",
        ",note\n1.",
        ",note,fee_vi\n1.",
    );
    edit(
        &mut files,
        "procedures.csv",
        "Certified copy,",
        "Certified copy,,2.000 đồng một trang",
    );
    edit(
        &mut files,
        "procedures.csv",
        "Birth registration,",
        "Birth registration,,",
    );
    let parcels = "Land: splitting or merging parcels,";
    edit(
        &mut files,
        "procedures.csv",
        parcels,
        &format!("{parcels},"),
    );
    let document = Document::from_files(files).unwrap();
    let screens = document.catalogue(date("2026-11-20"));
    let ages: Vec<_> = screens.classes.iter().map(|class| class.from_age).collect();
    assert_eq!(ages, [Some(60), None]);
    let fees: Vec<_> = screens.procedures.iter().map(|p| p.fee.clone()).collect();
    let fee = Text {
        vi: "2.000 đồng một trang".into(),
        en: String::new(),
    };
    assert_eq!(fees, [None, None, Some(fee)]);
    let routes: Vec<_> = screens
        .dossiers
        .iter()
        .map(|route| (&*route.prefix, &*route.service))
        .collect();
    assert_eq!(routes, [("H32", "ket-qua"), ("H32.18", "ho-tich")]);
    assert_eq!(document.offline_letter(), queue_core::Letter::new('X'));
}
