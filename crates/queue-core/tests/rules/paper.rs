//! What became of slips.

use crate::hall::{Hall, KIOSK, MANAGER, OTHER_KIOSK, at, finish, issue};
use queue_core::{Command, CounterNo, DeviceId, PaperDoubt, PaperResult, Refusal, TicketId};

fn report(ticket: TicketId, result: PaperResult) -> Command {
    Command::ReportPaper {
        ticket,
        result,
        cause: Some("paper_out".into()),
    }
}

fn reprint(ticket: TicketId, kiosk: u32) -> Command {
    Command::Reprint {
        ticket,
        kiosk: DeviceId(kiosk),
    }
}

fn doubt(hall: &Hall, ticket: TicketId) -> Option<(PaperResult, DeviceId)> {
    hall.centre
        .paper
        .get(&ticket)
        .map(|PaperDoubt { result, kiosk, .. }| (*result, *kiosk))
}

#[test]
fn a_slip_in_doubt_stays_until_staff_clear_it() {
    let mut hall = Hall::with_open(&[1]);
    for result in [PaperResult::Unknown, PaperResult::Failed] {
        let visitor = hall.visitor("justice");
        hall.accept(KIOSK, &report(visitor, result));
        assert_eq!(doubt(&hall, visitor), Some((result, DeviceId(1))));
        assert_eq!(
            hall.call_next(1),
            Some(visitor),
            "the number stands and is called"
        );
        hall.accept(at(1), &finish(1, None));
        hall.accept(MANAGER, &Command::ClearPaper { ticket: visitor });
        assert_eq!(doubt(&hall, visitor), None);
    }
}

#[test]
fn a_printed_slip_raises_no_doubt_and_ends_one() {
    let mut hall = Hall::new();
    let visitor = hall.visitor("justice");
    hall.accept(KIOSK, &report(visitor, PaperResult::Unknown));
    hall.accept(KIOSK, &report(visitor, PaperResult::Printed));
    assert_eq!(doubt(&hall, visitor), None);
}

#[test]
fn only_the_kiosk_that_printed_last_reports() {
    let mut hall = Hall::new();
    let visitor = hall.visitor("justice");
    let printed = report(visitor, PaperResult::Printed);
    for actor in [OTHER_KIOSK, at(1), MANAGER] {
        assert_eq!(hall.refuse(actor, &printed), Refusal::NotAllowed);
    }
    hall.accept(KIOSK, &report(visitor, PaperResult::Failed));
    hall.accept(at(1), &reprint(visitor, 2));
    assert_eq!(
        doubt(&hall, visitor),
        Some((PaperResult::Failed, DeviceId(2)))
    );
    assert_eq!(hall.refuse(KIOSK, &printed), Refusal::NotAllowed);
    hall.accept(OTHER_KIOSK, &printed);
    assert_eq!(
        (doubt(&hall, visitor), hall.centre.reprints.len()),
        (None, 0)
    );
    hall.accept(KIOSK, &printed);
}

#[test]
fn a_failed_reprint_is_in_doubt_at_its_own_kiosk() {
    let mut hall = Hall::new();
    let visitor = hall.visitor("justice");
    hall.accept(MANAGER, &reprint(visitor, 2));
    assert_eq!(hall.centre.reprints[&visitor], DeviceId(2));
    hall.accept(OTHER_KIOSK, &report(visitor, PaperResult::Unknown));
    assert_eq!(
        doubt(&hall, visitor),
        Some((PaperResult::Unknown, DeviceId(2)))
    );
}

#[test]
fn a_reprint_is_for_staff_and_for_a_ticket_still_open() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = hall.visitor("justice");
    assert_eq!(
        hall.refuse(KIOSK, &reprint(visitor, 2)),
        Refusal::NotAllowed
    );
    assert_eq!(
        hall.refuse(OTHER_KIOSK, &reprint(visitor, 2)),
        Refusal::NotAllowed
    );
    assert_eq!(
        hall.refuse(OTHER_KIOSK, &reprint(visitor, 1)),
        Refusal::NotAllowed
    );
    assert_eq!(
        hall.refuse(MANAGER, &reprint(TicketId(99), 1)),
        Refusal::UnknownTicket
    );
    hall.accept(MANAGER, &Command::Cancel { ticket: visitor });
    let number = hall.ticket(visitor).number;
    let over = Refusal::WrongState {
        number,
        counter: None,
    };
    assert_eq!(hall.refuse(MANAGER, &reprint(visitor, 1)), over);
    assert_eq!(hall.refuse(KIOSK, &reprint(visitor, 1)), over);
}

#[test]
fn staff_at_a_kiosk_have_its_own_slips_printed_there_again() {
    let mut hall = Hall::with_open(&[1]);
    let visitor = hall.visitor("justice");
    hall.accept(KIOSK, &report(visitor, PaperResult::Failed));
    hall.accept(KIOSK, &reprint(visitor, 1));
    hall.accept(KIOSK, &reprint(visitor, 1));
    assert_eq!(
        hall.centre.reprints.len(),
        1,
        "asked for twice, printed once"
    );
    hall.accept(KIOSK, &report(visitor, PaperResult::Printed));
    assert_eq!(
        (doubt(&hall, visitor), hall.centre.reprints.len()),
        (None, 0)
    );

    hall.accept(at(1), &issue("justice", &[]));
    let by_hand = hall.newest();
    assert_eq!(
        hall.refuse(KIOSK, &reprint(by_hand, 1)),
        Refusal::NotAllowed,
        "it was issued elsewhere"
    );
}

#[test]
fn a_slip_issued_by_hand_is_reprinted_at_a_kiosk() {
    let mut hall = Hall::with_open(&[1]);
    hall.accept(at(1), &issue("justice", &[]));
    let visitor = hall.newest();
    assert_eq!(
        hall.refuse(KIOSK, &report(visitor, PaperResult::Printed)),
        Refusal::NotAllowed
    );
    hall.accept(at(1), &reprint(visitor, 1));
    hall.accept(KIOSK, &report(visitor, PaperResult::Printed));
    assert_eq!(hall.centre.desks[&CounterNo(1)].ticket, None);
}

#[test]
fn clearing_ends_a_reprint_and_needs_something_to_clear() {
    let mut hall = Hall::new();
    let visitor = hall.visitor("justice");
    let clear = Command::ClearPaper { ticket: visitor };
    assert_eq!(hall.refuse(MANAGER, &clear), Refusal::NothingToChange);
    assert_eq!(hall.refuse(KIOSK, &clear), Refusal::NotAllowed);
    hall.accept(MANAGER, &reprint(visitor, 2));
    hall.accept(MANAGER, &clear);
    assert!(hall.centre.reprints.is_empty());
}
