//! The turn of the day: at midnight, or at the next start, and once for each date.

use crate::hall::{DAY, Hall, PATIENCE, Running, date, document, instant};
use chrono::DateTime;
use queue_core::{Command, Language, TicketState};
use queue_service::journal::{DataFolder, Journal};
use queue_service::writer::{AdminAnswer, AdminOrder, AdminRefusal, Scribe, WriteError};
use tokio::time::timeout;

fn days(hall: &Hall) -> Vec<(String, Option<i64>)> {
    let db = hall.sql();
    let mut days = db
        .prepare("SELECT date, ended_at FROM day ORDER BY first_seq")
        .unwrap();
    let days = days
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    days.collect::<Result<_, _>>().unwrap()
}

#[tokio::test]
async fn the_day_is_open_before_the_first_command() {
    let hall = Hall::new();
    let running = hall.start();
    assert_eq!(running.writer.shared().centre().day, Some(date(DAY)));
    running.ticket(&hall).await;
    running.stop();
}

#[tokio::test]
async fn the_first_command_after_midnight_finds_the_new_day() {
    let hall = Hall::new();
    let running = hall.start();
    running.desk(hall.open()).await.unwrap();
    let yesterday = running.ticket(&hall).await;
    hall.time.pass(24 * 3600);
    let today = running.ticket(&hall).await;
    {
        let centre = running.writer.shared().centre();
        assert_eq!(centre.day, Some(date("2026-11-26")));
        assert_eq!(centre.tickets.keys().copied().collect::<Vec<_>>(), [today]);
        assert_eq!(centre.tickets[&today].number.count, 1);
        assert!(centre.desks.is_empty());
    }
    running.stop();
    let db = hall.sql();
    let expired: String = db
        .query_row(
            "SELECT state FROM ticket WHERE id = ?1",
            [yesterday.0],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(expired, "expired");
    let cut = "SELECT count(*) FROM stay WHERE ended_by = 'day_ended'";
    assert_eq!(
        db.query_row(cut, [], |row| row.get::<_, u64>(0)).unwrap(),
        1
    );
    let cut = "SELECT count(*) FROM counter_span WHERE ended_by = 'day_ended'";
    assert_eq!(
        db.query_row(cut, [], |row| row.get::<_, u64>(0)).unwrap(),
        1
    );
}

#[tokio::test]
async fn missed_midnights_are_one_turn_at_the_next_start() {
    let hall = Hall::new();
    let running = hall.start();
    running.ticket(&hall).await;
    running.stop();
    let monday = instant("2026-11-30T07:00:00+07:00");
    hall.time.set(monday);
    let running = hall.start();
    assert_eq!(
        running.writer.shared().centre().day,
        Some(date("2026-11-30"))
    );
    running.stop();
    assert_eq!(
        days(&hall),
        [
            (DAY.to_owned(), Some(monday.0)),
            ("2026-11-30".to_owned(), None)
        ]
    );
}

#[tokio::test]
async fn a_restart_within_the_day_goes_on_with_it() {
    let hall = Hall::new();
    let running = hall.start();
    let first = running.ticket(&hall).await;
    let before = running.writer.shared().centre().clone();
    running.stop();
    hall.time.pass(60);
    let running = hall.start();
    assert_eq!(*running.writer.shared().centre(), before);
    let second = running.ticket(&hall).await;
    assert_eq!(
        running.writer.shared().centre().tickets[&second]
            .number
            .count,
        2
    );
    assert!(matches!(
        running.writer.shared().centre().tickets[&first].state,
        TicketState::Waiting { .. }
    ));
    assert_eq!(days(&hall).len(), 1);
    running.stop();
}

/// Nobody asks anything, and yet the day turns at midnight.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_idle_service_turns_the_day_under_a_demo_clock() {
    let hall = Hall::new();
    let start = DateTime::parse_from_rfc3339("2026-11-25T23:59:00+07:00").unwrap();
    let running = Running::of(Scribe::open(&hall.folder, Some((start, 600.0))).unwrap());
    let mut heads = running.writer.shared().watch_head();
    let turned = async {
        while running.writer.shared().centre().day != Some(date("2026-11-26")) {
            heads.changed().await.unwrap();
        }
    };
    timeout(PATIENCE, turned).await.unwrap();
    running.stop();
}

#[test]
fn a_demo_clock_is_for_demo_folders_only() {
    let dir = tempfile::tempdir().unwrap();
    let folder = DataFolder::new(&dir.path().join("data"));
    Journal::create(&folder, false).unwrap();
    let start = DateTime::parse_from_rfc3339("2026-11-25T08:00:00+07:00").unwrap();
    assert!(Scribe::open(&folder, Some((start, 1.0))).is_err());
    assert!(Scribe::open(&folder, None).is_ok());
}

/// A demo starts on whatever day it is told, whenever its folder was set up.
#[test]
fn commands_without_a_service_open_no_day() {
    let hall = Hall::new();
    let mut scribe = Scribe::open_idle(&hall.folder).unwrap();
    scribe.administer(AdminOrder::AcceptClock).unwrap();
    drop(scribe);
    assert_eq!(days(&hall), []);
}

fn adopt(centre: &str, from_tomorrow: bool) -> AdminOrder {
    AdminOrder::AdoptCentre {
        document: document(centre).stored().to_owned(),
        from_tomorrow,
    }
}

/// A number of a service that the other centre does not have.
fn issue_what_nghe_an_lacks() -> Command {
    let (own, other) = (document("khanh-hoa").rules(), document("nghe-an").rules());
    let service = own
        .services
        .values()
        .find(|own| !other.services.contains_key(&own.code));
    let service = service.unwrap();
    Command::Issue {
        service: service.code.clone(),
        purpose: *service.purposes.iter().next().unwrap(),
        procedure: None,
        classes: Vec::new(),
        language: Language::VI,
    }
}

#[tokio::test]
async fn a_centre_adopted_from_tomorrow_takes_effect_with_the_new_day() {
    let hall = Hall::new();
    let running = hall.start();
    running.kiosk(issue_what_nghe_an_lacks()).await.unwrap();
    let refused = running.admin(adopt("nghe-an", false)).await;
    assert!(
        matches!(refused, Err(WriteError::Admin(AdminRefusal::InUse { .. }))),
        "{refused:?}"
    );
    let digest = document("nghe-an").digest().to_owned();
    let answer = running.admin(adopt("nghe-an", true)).await.unwrap();
    let from = Some(date("2026-11-26"));
    assert_eq!(
        answer,
        AdminAnswer::Adopted {
            digest: digest.clone(),
            from
        }
    );
    running.ticket(&hall).await;
    running.stop();
    let running = hall.start();
    assert_eq!(running.writer.shared().document().code(), "khanh-hoa");
    hall.time.pass(24 * 3600);
    running
        .admin(AdminOrder::PinsCleared {
            device: 1,
            officer: 1,
        })
        .await
        .unwrap();
    assert_eq!(running.writer.shared().document().digest(), digest);
    let rules = document("nghe-an").rules();
    assert_eq!(*running.writer.shared().centre().catalogue, rules);
    running.stop();
    let running = hall.start();
    assert_eq!(running.writer.shared().document().digest(), digest);
    assert_eq!(*running.writer.shared().centre().catalogue, rules);
    running.stop();
}

#[tokio::test]
async fn a_centre_adopted_at_once_is_there_after_a_restart() {
    let hall = Hall::new();
    let running = hall.start();
    running.admin(adopt("nghe-an", false)).await.unwrap();
    let before = running.writer.shared().centre().clone();
    assert_eq!(running.writer.shared().document().code(), "nghe-an");
    running.stop();
    let running = hall.start();
    assert_eq!(*running.writer.shared().centre(), before);
    assert_eq!(running.writer.shared().document().code(), "nghe-an");
    running.stop();
}

/// Yesterday's open tickets do not stand in the way of a centre adopted while no service runs.
#[tokio::test]
async fn a_centre_is_adopted_over_a_day_that_should_have_ended() {
    let hall = Hall::new();
    let running = hall.start();
    running.kiosk(issue_what_nghe_an_lacks()).await.unwrap();
    running.stop();
    hall.time.set(instant("2026-11-26T07:00:00+07:00"));
    hall.scribe().administer(adopt("nghe-an", false)).unwrap();
}

#[test]
fn what_is_not_a_centre_is_not_adopted() {
    let hall = Hall::new();
    let order = AdminOrder::AdoptCentre {
        document: "{}".to_owned(),
        from_tomorrow: false,
    };
    let refused = hall.scribe().administer(order);
    assert!(
        matches!(
            refused,
            Err(WriteError::Admin(AdminRefusal::BadCentre { .. }))
        ),
        "{refused:?}"
    );
}
