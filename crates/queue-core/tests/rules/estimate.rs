//! Estimates by example.

use crate::hall::{Hall, MANAGER, at, finish, pause, transfer};
use crate::plan::{self, ELDERLY, MONDAY};
use queue_core::{Command, CounterNo, Estimate, TicketId, estimate_arrival, forecast};

fn likely(hall: &Hall, ids: &[TicketId]) -> Vec<u32> {
    let forecast = forecast(&hall.centre, hall.now);
    ids.iter()
        .map(|id| forecast.ticket(*id).expect("an estimate").likely_s)
        .collect()
}

fn arriving(hall: &Hall, service: &str) -> Option<u32> {
    forecast(&hall.centre, hall.now)
        .ordinary(service)
        .map(|estimate| estimate.likely_s)
}

fn arriving_first(hall: &Hall, service: &str) -> Option<u32> {
    forecast(&hall.centre, hall.now)
        .priority(service)
        .map(|estimate| estimate.likely_s)
}

#[test]
fn nothing_is_told_where_no_counter_is_open() {
    let mut hall = Hall::with_open(&[3]);
    let visitor = hall.visitor("justice");
    assert_eq!(forecast(&hall.centre, hall.now).ticket(visitor), None);
    assert_eq!(
        (arriving(&hall, "justice"), arriving_first(&hall, "justice")),
        (None, None)
    );
    assert_eq!(arriving(&hall, "results"), Some(0));
    assert_eq!(arriving(&hall, "former"), None);
    assert_eq!(
        estimate_arrival(&hall.centre, hall.now, &"nowhere".into(), 0),
        None
    );
}

#[test]
fn those_before_take_as_long_as_usual() {
    let mut hall = Hall::with_open(&[1]);
    let ids = [hall.visitor("justice"), hall.pass(1).visitor("justice")];
    assert_eq!(likely(&hall, &ids), [0, 600]);
    assert_eq!(
        (arriving(&hall, "justice"), arriving_first(&hall, "justice")),
        (Some(1200), Some(0))
    );

    hall.call_next(1);
    hall.pass(200);
    assert_eq!(likely(&hall, &ids[1..]), [400], "what is left of the visit");
    hall.pass(500);
    assert_eq!(
        likely(&hall, &ids[1..]),
        [150],
        "an overdue visit takes a quarter more"
    );
}

#[test]
fn two_counters_share_a_queue() {
    let mut hall = Hall::with_open(&[1, 2]);
    let ids = [(); 5].map(|()| hall.pass(1).visitor("justice"));
    assert_eq!(likely(&hall, &ids), [0, 0, 600, 600, 1200]);
}

#[test]
fn a_handicap_holds_a_helping_counter_back() {
    let mut hall = Hall::with_open(&[2]);
    let land = hall.visitor("land");
    let justice = hall.pass(600).visitor("justice");
    let late = hall.pass(600).visitor("justice");
    assert_eq!(likely(&hall, &[justice, land, late]), [0, 600, 1200]);
}

#[test]
fn before_opening_counters_are_scheduled_from_the_session_on() {
    let mut hall = Hall::of(plan::catalogue(), MONDAY, "06:50");
    let ids = [(); 3].map(|()| hall.visitor("justice"));
    assert_eq!(likely(&hall, &ids), [600, 600, 1200]);
    hall.accept(at(1), &crate::hall::open(1));
    assert_eq!(
        likely(&hall, &ids),
        [0, 600, 600],
        "an open counter does not wait for it"
    );
}

#[test]
fn once_a_session_has_begun_a_closed_counter_is_not_expected() {
    let mut hall = Hall::of(plan::catalogue(), MONDAY, "06:50");
    let visitor = hall.visitor("justice");
    hall.clock("07:00");
    assert_eq!(forecast(&hall.centre, hall.now).ticket(visitor), None);
    hall.clock("12:00");
    assert_eq!(likely(&hall, &[visitor]), [5400]);
    hall.clock("17:00");
    assert_eq!(forecast(&hall.centre, hall.now).ticket(visitor), None);
}

#[test]
fn visits_do_not_begin_in_the_pause() {
    let mut hall = Hall::with_open(&[1]);
    hall.clock("10:59");
    let ids = [(); 2].map(|()| hall.visitor("justice"));
    hall.clock("11:25");
    assert_eq!(likely(&hall, &ids), [0, 125 * 60]);
}

#[test]
fn after_the_last_session_whoever_has_a_number_is_served() {
    let mut hall = Hall::with_open(&[1]);
    hall.clock("16:29");
    let ids = [(); 2].map(|()| hall.visitor("justice"));
    hall.clock("16:55");
    assert_eq!(likely(&hall, &ids), [0, 600]);
    hall.clock("18:00");
    assert_eq!(likely(&hall, &ids), [0, 600]);
}

#[test]
fn breaks_end_at_their_announced_minute() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = [hall.visitor("justice")];
    hall.accept(at(1), &pause(1, Some(10)));
    hall.pass(240);
    assert_eq!(likely(&hall, &visitor), [360]);
    hall.pass(600);
    assert_eq!(likely(&hall, &visitor), [0], "overdue: any moment");
    hall.accept(
        at(1),
        &Command::Back {
            counter: CounterNo(1),
        },
    );
    hall.accept(at(1), &pause(1, None));
    assert_eq!(
        likely(&hall, &visitor),
        [900],
        "a quarter of an hour unless told"
    );
}

#[test]
fn todays_visits_move_the_usual_length() {
    let mut hall = Hall::with_open(&[1]);
    for _ in 0..8 {
        hall.visitor("justice");
        hall.call_next(1);
        hall.pass(300).accept(at(1), &finish(1, None));
    }
    hall.visitor("justice");
    assert_eq!(
        arriving(&hall, "justice"),
        Some(450),
        "as much weight as the centre's own figure"
    );
}

#[test]
fn a_forgotten_visit_counts_as_four_usual_ones() {
    let mut hall = Hall::with_open(&[1]);
    hall.visitor("justice");
    hall.call_next(1);
    hall.pass(9000).accept(at(1), &finish(1, None));
    hall.visitor("justice");
    assert_eq!(arriving(&hall, "justice"), Some((8 * 600 + 2400) / 9));
}

#[test]
fn who_waits_for_one_counter_waits_for_that_one() {
    let mut hall = Hall::with_open(&[1, 2]);
    let ids = [(); 2].map(|()| hall.pass(1).visitor("justice"));
    hall.accept(MANAGER, &transfer(None, Some(ids[0]), "justice", Some(1)));
    hall.accept(at(1), &pause(1, Some(20)));
    assert_eq!(likely(&hall, &ids), [1200, 0]);
}

/// Counter 1 is open, and this share of visitors is expected to have priority.
fn expecting(priority_percent: u8) -> Hall {
    let mut catalogue = plan::catalogue();
    catalogue.settings.expected_priority_percent = priority_percent;
    let mut hall = Hall::of(catalogue, MONDAY, "08:00");
    hall.accept(at(1), &crate::hall::open(1));
    hall
}

#[test]
fn the_cautious_wait_allows_for_long_visits() {
    let mut hall = expecting(0);
    for _ in 0..4 {
        hall.visitor("justice");
    }
    let estimate = forecast(&hall.centre, hall.now).ordinary("justice");
    let margin_s = 600 * 2;
    assert_eq!(
        estimate,
        Some(Estimate {
            likely_s: 2400,
            cautious_s: 2400 + margin_s
        })
    );
}

#[test]
fn the_cautious_wait_allows_for_priority_visitors_to_come() {
    let mut hall = expecting(20);
    for _ in 0..9 {
        hall.visitor("justice");
    }
    let estimate = forecast(&hall.centre, hall.now).ordinary("justice");
    let (long_visits_s, overtaking_s) = (600 * 3, 3600 / 4);
    let cautious_s = 5400 + long_visits_s + overtaking_s;
    assert_eq!(
        estimate,
        Some(Estimate {
            likely_s: 5400,
            cautious_s
        }),
        "an hour of a fifth"
    );
}

#[test]
fn who_is_called_at_once_is_overtaken_by_nobody() {
    let hall = expecting(50);
    let forecast = forecast(&hall.centre, hall.now);
    assert_eq!(forecast.ordinary("justice"), Some(Estimate::default()));
}

#[test]
fn the_cautious_wait_keeps_the_pause_too() {
    let mut hall = Hall::with_open(&[1]);
    hall.clock("10:59");
    let ids = [(); 2].map(|()| hall.visitor_with("justice", &[ELDERLY]));
    hall.clock("11:15");
    let estimate = forecast(&hall.centre, hall.now).ticket(ids[1]).unwrap();
    let (until_pause_s, pause_s) = (900, 7200);
    assert_eq!(estimate.likely_s, 600);
    assert_eq!(estimate.cautious_s, until_pause_s + pause_s + 300);
}

#[test]
fn one_arrival_alone_is_told_the_same() {
    let mut hall = Hall::with_open(&[1, 2, 3]);
    for service in ["justice", "land", "justice", "results"] {
        hall.pass(30).visitor(service);
    }
    let forecast = forecast(&hall.centre, hall.now);
    for service in ["justice", "land", "results"] {
        let alone =
            |head_start_s| estimate_arrival(&hall.centre, hall.now, &service.into(), head_start_s);
        assert_eq!(alone(0), forecast.ordinary(service));
        assert_eq!(alone(1800), forecast.priority(service));
    }
}
