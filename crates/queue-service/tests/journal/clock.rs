//! A clock that cannot be right: no numbers until it is, or until somebody says that it is.

use crate::hall::{DAY, Hall, Running, at, date, instant};
use chrono::DateTime;
use queue_core::{Event, Moment};
use queue_service::clock::ClockHealth;
use queue_service::journal::Reader;
use queue_service::writer::{AdminAnswer, AdminOrder, Scribe, WriteError};

/// A hall with one ticket at 08:00, stopped.
async fn yesterday() -> Hall {
    let hall = Hall::new();
    let running = hall.start();
    running.desk(hall.open()).await.unwrap();
    running.ticket(&hall).await;
    running.stop();
    hall
}

fn in_doubt(running: &Running) -> bool {
    running
        .writer
        .shared()
        .health()
        .warnings()
        .any(|warning| warning == "clock_in_doubt")
}

#[tokio::test]
async fn a_clock_before_the_last_event_issues_nothing_until_accepted() {
    let hall = yesterday().await;
    hall.time.set(at("06:00"));
    let running = hall.start();
    assert_eq!(
        running.writer.shared().clock.now().1,
        ClockHealth::BeforeLast { by_s: 7200 }
    );
    assert!(in_doubt(&running));
    assert_eq!(
        running.kiosk(hall.issue()).await,
        Err(WriteError::ClockInDoubt)
    );
    assert_eq!(
        running.writer.shared().clock.now().0,
        at("08:00"),
        "time does not go back"
    );
    running.desk(hall.finish()).await.unwrap_err();
    let answer = running.admin(AdminOrder::AcceptClock).await.unwrap();
    assert_eq!(
        answer,
        AdminAnswer::ClockAccepted {
            at_ms: at("06:00").0
        }
    );
    assert!(!in_doubt(&running));
    assert_eq!(running.writer.shared().clock.now().0, at("06:00"));
    hall.time.pass(2 * 3600);
    running.ticket(&hall).await;
    running.stop();
    Reader::open(&hall.folder)
        .unwrap()
        .verify(|_, _| {})
        .unwrap();
}

#[tokio::test]
async fn a_clock_far_ahead_opens_no_day_until_accepted() {
    let hall = yesterday().await;
    let far = instant("2027-01-05T08:00:00+07:00");
    hall.time.set(far);
    let running = hall.start();
    assert!(matches!(
        running.writer.shared().clock.now().1,
        ClockHealth::FarAhead { .. }
    ));
    assert_eq!(running.writer.shared().centre().day, Some(date(DAY)));
    assert_eq!(
        running.kiosk(hall.issue()).await,
        Err(WriteError::ClockInDoubt)
    );
    running.admin(AdminOrder::AcceptClock).await.unwrap();
    assert_eq!(
        running.writer.shared().centre().day,
        Some(date("2027-01-05"))
    );
    running.ticket(&hall).await;
    running.stop();
}

#[tokio::test]
async fn thirty_days_of_rest_are_believed() {
    let hall = yesterday().await;
    hall.time.set(Moment(at("08:00").0 + 30 * 24 * 3_600_000));
    let running = hall.start();
    assert_eq!(
        running.writer.shared().centre().day,
        Some(date("2026-12-25"))
    );
    running.ticket(&hall).await;
    running.stop();
}

/// Set up in spring, opened in autumn.
#[tokio::test]
async fn a_folder_may_wait_for_its_first_day() {
    let hall = Hall::new();
    hall.time.set(instant("2027-06-01T08:00:00+07:00"));
    let running = hall.start();
    assert!(!in_doubt(&running));
    running.ticket(&hall).await;
    running.stop();
    let early = Hall::new();
    early.time.set(at("06:00"));
    assert!(in_doubt(&early.start()));
}

/// A machine without a battery starts in the past, and learns the time a little later.
#[tokio::test]
async fn a_clock_that_becomes_right_needs_nobody() {
    let hall = yesterday().await;
    hall.time.set(Moment(0));
    let running = hall.start();
    assert_eq!(
        running.kiosk(hall.issue()).await,
        Err(WriteError::ClockInDoubt)
    );
    hall.time.set(at("08:30"));
    assert!(!in_doubt(&running));
    running.ticket(&hall).await;
    running.stop();
}

#[tokio::test]
async fn a_jump_while_running_is_not_followed() {
    let hall = yesterday().await;
    let running = hall.start();
    hall.time.pass(600);
    hall.time.set(instant("2026-11-27T08:00:00+07:00"));
    hall.time.pass(60);
    let ticket = running.ticket(&hall).await;
    {
        let centre = running.writer.shared().centre();
        assert_eq!(centre.day, Some(date(DAY)), "no new day opens");
        assert_eq!(centre.tickets[&ticket].arrived_at, at("08:11"));
    }
    let warnings: Vec<_> = running.writer.shared().health().warnings().collect();
    assert_eq!(warnings, ["clock_parted"]);
    running.stop();
}

#[tokio::test]
async fn a_clock_set_right_by_less_than_a_minute_is_followed_but_never_back() {
    let hall = yesterday().await;
    let running = hall.start();
    hall.time.pass(600);
    let late = running.ticket(&hall).await;
    hall.time.set(Moment(at("08:10").0 - 50_000));
    let early = running.ticket(&hall).await;
    let centre = running.writer.shared().centre().clone();
    assert_eq!(
        centre.tickets[&early].arrived_at,
        centre.tickets[&late].arrived_at
    );
    assert_eq!(running.writer.shared().clock.now().1, ClockHealth::Agrees);
    running.stop();
}

/// The clock ran some days ahead, opened a day, and was put right: the numbers of a date are given
/// once, so the day that is open goes on until a date comes that was never used.
#[tokio::test]
async fn a_date_is_opened_once() {
    let hall = yesterday().await;
    hall.time.set(instant("2026-11-27T08:00:00+07:00"));
    let running = hall.start();
    let wrong = running.ticket(&hall).await;
    running.stop();
    hall.time.set(at("09:00"));
    let running = hall.start();
    assert_eq!(
        running.kiosk(hall.issue()).await,
        Err(WriteError::ClockInDoubt)
    );
    running.admin(AdminOrder::AcceptClock).await.unwrap();
    let next = running.ticket(&hall).await;
    {
        let centre = running.writer.shared().centre();
        assert_eq!(centre.day, Some(date("2026-11-27")));
        assert_eq!(
            centre.tickets[&next].number.count,
            centre.tickets[&wrong].number.count + 1
        );
    }
    hall.time.pass(24 * 3600);
    running.ticket(&hall).await;
    assert_eq!(
        running.writer.shared().centre().day,
        Some(date("2026-11-26"))
    );
    running.stop();
    let running = hall.start();
    assert_eq!(
        running.writer.shared().centre().day,
        Some(date("2026-11-26"))
    );
    running.stop();
    Reader::open(&hall.folder)
        .unwrap()
        .verify(|_, _| {})
        .unwrap();
}

/// A demo that is stopped and started again goes on, rather than stand in doubt.
#[tokio::test]
async fn a_demo_clock_goes_on_from_the_last_event() {
    let hall = yesterday().await;
    let early = DateTime::parse_from_rfc3339("2026-11-25T06:00:00+07:00").unwrap();
    let running = Running::of(Scribe::open(&hall.folder, Some((early, 1.0))).unwrap());
    let (now, health) = running.writer.shared().clock.now();
    assert!(now >= at("08:00") && health == ClockHealth::Agrees);
    running.ticket(&hall).await;
    running.stop();
    let late = DateTime::parse_from_rfc3339("2028-03-01T08:00:00+07:00").unwrap();
    let running = Running::of(Scribe::open(&hall.folder, Some((late, 1.0))).unwrap());
    assert_eq!(
        running.writer.shared().centre().day,
        Some(date("2028-03-01"))
    );
    running.stop();
}

/// An accepted clock that was not stored is not accepted.
#[tokio::test]
async fn a_full_disk_accepts_no_clock() {
    let hall = yesterday().await;
    hall.time.set(at("06:00"));
    let full = Box::new(|| Err(std::io::ErrorKind::StorageFull.into()));
    let running = Running::with_commit(hall.scribe(), full);
    let refused = running.admin(AdminOrder::AcceptClock).await;
    assert_eq!(refused, Err(WriteError::NotStored));
    assert!(in_doubt(&running));
    assert_eq!(running.writer.shared().clock.now().0, at("08:00"));
    running.stop();
}

#[tokio::test]
async fn time_goes_back_at_an_accepted_clock_and_nowhere_else() {
    let hall = yesterday().await;
    hall.time.set(at("06:00"));
    let running = hall.start();
    running.admin(AdminOrder::AcceptClock).await.unwrap();
    hall.time.pass(2 * 3600);
    running.ticket(&hall).await;
    running.stop();
    let db = hall.sql();
    let mut rows = db
        .prepare("SELECT at, kind FROM event ORDER BY seq")
        .unwrap();
    let rows: Vec<(i64, String)> = rows
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let back: Vec<&str> = rows
        .windows(2)
        .filter(|pair| pair[1].0 < pair[0].0)
        .map(|pair| &*pair[1].1)
        .collect();
    assert_eq!(
        back,
        [queue_service::journal::row::write(&Event::ClockAccepted)
            .unwrap()
            .kind()]
    );
}
