//! Restore: within the grace time, the first with its rank, later ones as arriving now.

use crate::hall::{Hall, KIOSK, MANAGER, at, finish, no_show};
use crate::plan::ELDERLY;
use queue_core::{Command, Refusal, TicketId, TicketState};

fn restore(ticket: TicketId) -> Command {
    Command::Restore { ticket }
}

fn missed(classes: &[&str]) -> (Hall, TicketId) {
    let mut hall = Hall::with_open(&[1]);
    let visitor = hall.visitor_with("justice", classes);
    hall.call_next(1);
    hall.accept(at(1), &no_show(1, None));
    (hall, visitor)
}

#[test]
fn the_first_restoring_keeps_the_rank() {
    let (mut hall, visitor) = missed(&[]);
    let later = hall.pass(60).visitor("justice");
    hall.accept(MANAGER, &restore(visitor));
    let ticket = hall.ticket(visitor);
    assert_eq!(ticket.state, TicketState::Waiting { counter: None });
    assert_eq!(
        (ticket.ranked_from, ticket.restores),
        (ticket.arrived_at, 1)
    );
    assert!(hall.centre.missed.is_empty());
    assert_eq!(hall.call_all(1), [visitor, later]);
}

#[test]
fn a_later_one_is_ranked_as_arriving_now_head_start_included() {
    let (mut hall, visitor) = missed(&[ELDERLY]);
    hall.pass(60).accept(at(1), &restore(visitor));
    hall.call_next(1);
    hall.pass(60).accept(at(1), &no_show(1, None));
    hall.pass(60).accept(at(1), &restore(visitor));
    let ticket = hall.ticket(visitor);
    assert_eq!((ticket.ranked_from, ticket.restores), (hall.now, 2));
    assert_eq!(ticket.rank(), hall.now.plus_s(-3600));
    assert!(ticket.arrived_at < ticket.ranked_from);
}

#[test]
fn the_grace_counts_from_the_no_show() {
    let (mut hall, visitor) = missed(&[]);
    hall.pass(1801);
    assert_eq!(hall.refuse(MANAGER, &restore(visitor)), Refusal::GraceOver);

    let (mut hall, visitor) = missed(&[]);
    hall.pass(1800).accept(MANAGER, &restore(visitor));
    hall.call_next(1);
    hall.accept(at(1), &no_show(1, None));
    hall.pass(1800).accept(MANAGER, &restore(visitor));
}

#[test]
fn only_a_no_show_is_restored_and_only_by_staff() {
    let (mut hall, visitor) = missed(&[]);
    assert_eq!(hall.refuse(KIOSK, &restore(visitor)), Refusal::NotAllowed);
    hall.accept(MANAGER, &restore(visitor));
    let number = hall.ticket(visitor).number;
    let wrong = Refusal::WrongState {
        number,
        counter: None,
    };
    assert_eq!(hall.refuse(MANAGER, &restore(visitor)), wrong);
    hall.call_next(1);
    hall.accept(at(1), &finish(1, None));
    assert_eq!(hall.refuse(MANAGER, &restore(visitor)), wrong);
    assert_eq!(
        hall.refuse(MANAGER, &restore(TicketId(99))),
        Refusal::UnknownTicket
    );
}

#[test]
fn yesterdays_no_show_is_unknown_today() {
    let (mut hall, visitor) = missed(&[]);
    let tomorrow = hall.centre.day.unwrap().succ_opt().unwrap();
    hall.accept(
        queue_core::Actor::House,
        &Command::TurnDay { date: tomorrow },
    );
    assert_eq!(
        hall.refuse(MANAGER, &restore(visitor)),
        Refusal::UnknownTicket
    );
}
