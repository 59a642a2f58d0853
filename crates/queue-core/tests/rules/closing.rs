//! A service stops giving numbers when the work before it passes closing time.

use crate::hall::{Hall, KIOSK, at, finish, issue, open};
use crate::history::{SERVICES, history};
use crate::plan::{self, MONDAY};
use proptest::prelude::*;
use queue_core::{
    Catalogue, Centre, Command, Language, LocalTime, Moment, OfflineTicket, Purpose, Refusal,
    estimate_arrival, work_passes_closing,
};
use std::collections::BTreeSet;
use std::sync::Arc;

const JUSTICE: &str = "justice";

/// Visits of ten minutes at `justice`, until 17:00 and so much longer.
fn plan(overrun_s: u32) -> Catalogue {
    let mut catalogue = plan::catalogue();
    let justice = catalogue.services.get_mut(JUSTICE).unwrap();
    justice.overrun_s = Some(overrun_s);
    catalogue
}

fn hall(overrun_s: u32, time: &str, counters: &[u16]) -> Hall {
    let mut hall = Hall::of(plan(overrun_s), MONDAY, time);
    for &counter in counters {
        hall.accept(at(counter), &open(counter));
    }
    hall
}

/// Numbers until no more are given.
fn given(hall: &mut Hall) -> usize {
    let given = (0..200).take_while(|_| hall.command(KIOSK, &issue(JUSTICE, &[])).is_ok());
    given.count()
}

fn stops(centre: &Centre, now: Moment, service: &str) -> bool {
    let arrival = || estimate_arrival(centre, now, &service.into(), 0);
    work_passes_closing(centre, now, &centre.catalogue.services[service], arrival)
}

#[test]
fn as_many_are_taken_as_likely_finish_in_time() {
    for (overrun_s, counters, expected) in [
        (0, &[2][..], 6),
        (599, &[2], 6),
        (600, &[2], 7),
        (0, &[1, 2], 12),
        // Before a counter opens the day's work is measured by all that may serve it.
        (0, &[], 12),
    ] {
        let mut hall = hall(overrun_s, "16:00", counters);
        assert_eq!(given(&mut hall), expected, "{overrun_s} s, {counters:?}");
    }
}

#[test]
fn it_says_when_numbers_are_given_again_and_holds_for_every_device() {
    let mut hall = hall(0, "16:00", &[2]);
    given(&mut hall);
    let tuesday = plan::date(2026, 11, 10).and_hms_opt(6, 45, 0).unwrap();
    let expected = Refusal::WorkPassesClosing {
        next: Some(LocalTime(tuesday)),
    };
    assert_eq!(hall.refuse(KIOSK, &issue(JUSTICE, &[])), expected);
    assert_eq!(
        hall.refuse(KIOSK, &issue(JUSTICE, &[plan::ELDERLY])),
        expected
    );
    assert_eq!(hall.refuse(at(2), &issue(JUSTICE, &[])), expected);
    hall.accept(KIOSK, &issue("results", &[]));
}

#[test]
fn the_morning_s_work_goes_on_after_the_pause() {
    let mut hall = hall(0, "10:00", &[2]);
    // Ninety minutes before the pause, and three and a half hours after it.
    assert_eq!(given(&mut hall), 9 + 21);
}

#[test]
fn less_work_or_more_officers_open_it_again() {
    let mut hall = hall(0, "16:00", &[2]);
    given(&mut hall);
    hall.accept(at(1), &open(1));
    assert_eq!(given(&mut hall), 6, "a second counter");
    hall.call_next(1);
    hall.accept(at(1), &finish(1, None));
    assert_eq!(given(&mut hall), 1, "somebody was quick");
}

#[test]
fn nobody_is_sent_away_while_nobody_waits() {
    let mut hall = hall(0, "16:25", &[2]);
    hall.visitor(JUSTICE);
    hall.call_next(2);
    let mut catalogue = (*hall.centre.catalogue).clone();
    catalogue.services.get_mut(JUSTICE).unwrap().typical_s = 3 * 3600;
    hall.centre.catalogue = Arc::new(catalogue);
    assert_eq!(given(&mut hall), 1);
}

#[test]
fn a_number_handed_in_is_not_refused() {
    let mut hall = hall(0, "16:00", &[2]);
    given(&mut hall);
    let ticket = OfflineTicket {
        number: "X001".parse().unwrap(),
        service: JUSTICE.into(),
        purpose: Purpose::Submit,
        procedure: None,
        language: Language::VI,
        priority: false,
        arrived_at: hall.now,
    };
    let command = Command::HandIn {
        ticket,
        last_contact: None,
        replaces: None,
    };
    hall.accept(KIOSK, &command);
}

#[test]
fn without_the_setting_nothing_stops() {
    let mut hall = Hall::of(plan::catalogue(), MONDAY, "16:25");
    hall.accept(at(2), &open(2));
    assert_eq!(given(&mut hall), 200);
}

/// The day that was lived through, in a centre that closes `minutes` from now.
fn closing_soon(hall: &Hall, minutes: i64, overrun_s: u32) -> Centre {
    let mut centre = hall.centre.clone();
    let catalogue = Arc::make_mut(&mut centre.catalogue);
    for service in catalogue.services.values_mut() {
        let end = centre.day.unwrap();
        let now = hall.now.local(catalogue.settings.offset);
        let left = i64::from(1440 - now.minute().get()).min(minutes);
        let until = i64::from(now.minute().get()) + left;
        let until = format!("{:02}:{:02}", until / 60, until % 60);
        let all_day = format!("00:00-{until}");
        let mut hours = plan::weekdays(&[plan::session(&all_day, &all_day)]);
        hours
            .calendar
            .insert(end, queue_core::DayPlan::WorksAs(chrono::Weekday::Mon));
        service.hours = Some(hours);
        service.overrun_s = Some(overrun_s);
    }
    centre
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn it_never_stops_while_nobody_waits(history in history(120), minutes in 0_i64..240) {
        let hall = history.live(|_| Ok(()))?;
        let centre = closing_soon(&hall, minutes, 0);
        for service in SERVICES {
            let nobody = centre.waiting.get(service).is_none_or(BTreeSet::is_empty);
            prop_assert!(!(nobody && stops(&centre, hall.now, service)));
        }
    }

    #[test]
    fn once_stopped_time_alone_does_not_open_it(
        history in history(120),
        minutes in 0_i64..240,
        later_s in 1_i64..3600,
    ) {
        let hall = history.live(|_| Ok(()))?;
        let centre = closing_soon(&hall, minutes, 600);
        let then = hall.now.plus_s(later_s);
        prop_assume!(centre.local(then).date() == centre.local(hall.now).date());
        for service in SERVICES {
            let stopped = stops(&centre, hall.now, service);
            prop_assert!(!stopped || stops(&centre, then, service), "{service}");
        }
    }

    #[test]
    fn whoever_would_finish_in_time_is_not_sent_away(history in history(120), minutes in 0_i64..240) {
        let hall = history.live(|_| Ok(()))?;
        let (strict, patient) = (closing_soon(&hall, minutes, 0), closing_soon(&hall, minutes, 3600));
        for service in SERVICES {
            prop_assert!(stops(&strict, hall.now, service) || !stops(&patient, hall.now, service));
        }
    }
}
