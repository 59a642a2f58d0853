//! What is over: a ticket's earlier stays, an officer's day.

use crate::hall::{Hall, at, finish, hold, no_show, officer, open, open_as, pause};
use queue_core::{Command, CounterNo, OfficerDay, TicketState};

const ONE: CounterNo = CounterNo(1);

#[test]
fn every_change_of_state_ends_a_stay_and_a_recall_does_not() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = hall.visitor("justice");
    let issued = hall.now;
    hall.pass(60);
    hall.call_next(1);
    hall.pass(20)
        .accept(at(1), &Command::Recall { counter: ONE });
    hall.pass(10)
        .accept(at(1), &Command::Serve { counter: ONE });
    hall.pass(300).accept(at(1), &hold(1));
    let stays = &hall.ticket(visitor).stays;
    let spans: Vec<i64> = stays
        .iter()
        .map(|stay| stay.until.since_s(stay.since))
        .collect();
    assert_eq!(spans, [60, 30, 300]);
    assert_eq!(stays[0].since, issued);
    assert_eq!(stays[0].state, TicketState::Waiting { counter: None });
    assert_eq!(stays[2].state, TicketState::Serving { counter: ONE });
    assert!(stays.windows(2).all(|pair| pair[0].until == pair[1].since));
}

#[test]
fn an_officers_day_goes_on_at_another_counter_and_is_nobody_elses() {
    let mut hall = Hall::with_open(&[1]);
    let first = hall.visitor("justice");
    hall.call_next(1);
    hall.pass(240).accept(at(1), &finish(1, Some(first)));
    hall.accept(at(1), &Command::Close { counter: ONE });
    hall.accept(at(2), &open_as(2, 1, false));
    let second = hall.visitor("justice");
    hall.call_next(2);
    hall.pass(30).accept(at(2), &no_show(2, Some(second)));
    let day = OfficerDay {
        served: 1,
        visits_s: vec![240],
        no_shows: 1,
        ..OfficerDay::default()
    };
    assert_eq!(hall.centre.officers[&officer(1)], day);
    assert_eq!(hall.centre.officers.len(), 1);
}

#[test]
fn a_visit_finished_from_hold_counts_without_a_length() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = hall.visitor("justice");
    hall.call_next(1);
    hall.accept(at(1), &hold(1));
    hall.pass(900).accept(at(1), &finish(1, Some(visitor)));
    let day = &hall.centre.officers[&officer(1)];
    assert_eq!((day.served, &day.visits_s[..]), (1, &[][..]));
}

#[test]
fn a_break_counts_however_it_ends() {
    let mut hall = Hall::with_open(&[1]);
    hall.accept(at(1), &pause(1, Some(5)));
    hall.pass(600)
        .accept(at(1), &Command::Back { counter: ONE });
    hall.accept(at(1), &pause(1, Some(5)));
    hall.pass(300)
        .accept(at(1), &Command::Close { counter: ONE });
    hall.accept(at(1), &open(1));
    hall.accept(at(1), &pause(1, Some(5)));
    hall.pass(60).accept(at(7), &open_as(1, 7, true));
    let day = &hall.centre.officers[&officer(1)];
    assert_eq!((day.breaks, day.break_s), (3, 960));
    assert!(!hall.centre.officers.contains_key(&officer(7)));
}
