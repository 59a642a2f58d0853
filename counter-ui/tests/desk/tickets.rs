//! Any ticket of the day: looked up by its number, and what can be done with it.

use crate::bench::{Bench, problem, ticket};
use crate::views;
use counter_ui::view_model::dialog::{Deed, Group};
use counter_ui::view_model::picture::{FoundPart, NotePart, OptionText, Question};
use counter_ui::view_model::{Class, Ending, Errand, Key, Note, Verb, VerbName, Why};
use queue_protocol::views::HallQueue;
use queue_protocol::{OfficerReason, ProblemCode, TicketState};

/// A desk that has found `number`, which stands in `state`.
fn found(number: &str, state: TicketState, priority: bool) -> Bench {
    let mut bench = Bench::at(views::ready());
    bench.key(Key::Ctrl('F'));
    bench.type_text(number);
    assert_eq!(bench.errands(), [Errand::LookUp(number.to_owned())]);
    let mut visitor = ticket(number, state);
    visitor.priority = priority;
    bench.desk.hear_ticket(number, Ok(Box::new(visitor)));
    bench
}

fn question(bench: &Bench) -> Question {
    bench.picture().question.unwrap().question
}

fn whys(bench: &Bench) -> Vec<(Deed, Option<Why>)> {
    let Question::Find { deeds, .. } = question(bench) else {
        panic!()
    };
    deeds.0.into_iter().map(|row| (row.deed, row.why)).collect()
}

#[test]
fn the_visitor_at_the_counter_is_looked_up_at_once() {
    let mut bench = Bench::at(views::serving("A012"));
    bench.key(Key::Ctrl('F'));
    assert_eq!(bench.errands(), [Errand::LookUp("A012".to_owned())]);
}

#[test]
fn a_number_is_asked_for_once_and_a_late_answer_to_another_is_no_answer() {
    let mut bench = found("A031", TicketState::Waiting, false);
    bench.key(Key::Char('5'));
    assert_eq!(bench.errands(), [Errand::LookUp("A0315".to_owned())]);
    let old = Box::new(ticket("A031", TicketState::Waiting));
    bench.desk.hear_ticket("A031", Ok(old));
    let Question::Find { found, .. } = question(&bench) else {
        panic!()
    };
    assert_eq!(found, FoundPart::Asking);
    bench
        .desk
        .hear_ticket("A0315", Err(Some(ProblemCode::UnknownTicket)));
    let Question::Find { found, .. } = question(&bench) else {
        panic!()
    };
    assert_eq!(found, FoundPart::Unknown);
    bench.key(Key::Enter);
    assert_eq!(bench.sent(), []);
}

#[test]
fn each_deed_is_off_where_the_ticket_does_not_allow_it() {
    let waiting = whys(&found("A031", TicketState::Waiting, false));
    assert_eq!(
        waiting,
        [
            (Deed::Grant, None),
            (Deed::Withdraw, Some(Why::NoPriority)),
            (Deed::Reprint, None),
            (Deed::Transfer, None),
            (Deed::Restore, Some(Why::NotMissed)),
            (Deed::Absent, Some(Why::NotHeld)),
            (Deed::Cancel, None),
        ]
    );
    let over = whys(&found("A031", TicketState::Finished, true));
    assert!(over.iter().all(|(_, why)| why.is_some()), "{over:?}");
    let serving = whys(&found("A031", TicketState::Serving, true));
    assert_eq!(serving[0].1, Some(Why::HasPriority));
    assert_eq!(serving[3].1, Some(Why::NotWaiting));
    assert_eq!(serving[6].1, Some(Why::NotWaiting));
}

#[test]
fn priority_is_granted_as_a_class_with_a_reason_and_the_class_is_never_shown_in_debug() {
    let mut bench = found("A031", TicketState::Waiting, false);
    bench.keys(&[Key::Right, Key::Down, Key::Right, Key::Enter]);
    let grant = bench.sent_one();
    assert_eq!(
        grant,
        Verb::Grant {
            number: "A031".to_owned(),
            class: Class("disabled".to_owned()),
            reason: OfficerReason::Need,
        }
    );
    assert!(!format!("{grant:?}").contains("disabled"));
    bench.answer(ticket("A031", TicketState::Waiting));
    let told = NotePart::Told(VerbName::Grant, "A031".to_owned());
    assert_eq!(bench.picture().note, Some(told));
}

#[test]
fn priority_is_withdrawn_with_a_reason() {
    let mut bench = found("A014", TicketState::Waiting, true);
    bench.key(Key::Enter);
    assert_eq!(
        bench.sent_one(),
        Verb::Withdraw {
            number: "A014".to_owned(),
            reason: OfficerReason::Proof,
        },
        "the first deed that fits is marked"
    );
}

#[test]
fn a_slip_is_printed_again_at_a_kiosk_that_is_there() {
    let mut bench = found("A031", TicketState::Waiting, false);
    bench.keys(&[Key::Tab, Key::Tab]);
    let Question::Find { options, .. } = question(&bench) else {
        panic!()
    };
    assert_eq!(
        options.0[0].text,
        OptionText::Name("Máy lấy số 1".to_owned())
    );
    bench.keys(&[Key::Right, Key::Enter]);
    let reprint = Verb::Reprint {
        number: "A031".to_owned(),
        kiosk: 3,
    };
    assert_eq!(bench.sent_one(), reprint, "kiosk 4 is not connected");
}

#[test]
fn without_a_kiosk_nothing_is_reprinted() {
    let mut bench = found("A031", TicketState::Waiting, false);
    let mut hall = views::hall();
    hall.kiosks.clear();
    bench.hear_hall(hall);
    bench.keys(&[Key::Tab, Key::Tab, Key::Enter]);
    assert_eq!(bench.sent(), []);
    assert_eq!(bench.picture().question.unwrap().why, Some(Why::NoKiosk));
}

#[test]
fn a_waiting_number_is_sent_to_a_queue_that_still_goes_on() {
    let mut bench = found("A031", TicketState::Waiting, false);
    bench.keys(&[Key::Tab, Key::Tab, Key::Tab, Key::Right, Key::Enter]);
    let Verb::Transfer {
        number: Some(number),
        service,
        counter: None,
        ..
    } = bench.sent_one()
    else {
        panic!("no transfer")
    };
    assert_eq!(number, "A031");
    let hall = views::hall();
    let goes_on = |queue: &HallQueue| queue.service == service && queue.served_today;
    assert!(hall.queues.iter().any(goes_on), "{service}");
    bench.answer(ticket("A031", TicketState::Waiting));
    let told = NotePart::Told(VerbName::Transfer, "A031".to_owned());
    assert_eq!(bench.picture().note, Some(told));
}

#[test]
fn a_number_is_cancelled_and_somebody_held_is_recorded_absent() {
    let mut bench = found("A031", TicketState::Waiting, false);
    let now = bench.now;
    bench.desk.pick(Group::Entries, 6, now);
    bench.key(Key::Enter);
    let number = "A031".to_owned();
    assert_eq!(bench.sent_one(), Verb::Cancel { number });
    bench.refuse(problem(ProblemCode::PermissionMissing));
    assert!(matches!(
        bench.picture().note,
        Some(NotePart::Refused {
            verb: VerbName::Cancel,
            ..
        })
    ));

    let mut bench = found("A005", TicketState::Held, false);
    bench.desk.pick(Group::Entries, 5, now);
    bench.key(Key::Enter);
    let number = "A005".to_owned();
    assert_eq!(bench.sent_one(), Verb::NoShow { number });
}

#[test]
fn an_unanswered_deed_that_the_view_cannot_show_stays_unknown() {
    let mut bench = found("C040", TicketState::Waiting, false);
    bench.key(Key::Enter);
    drop(bench.sent());
    bench.end(Ending::Unanswered);
    bench.pass(crate::bench::seconds(1));
    bench.hear(views::ready());
    assert_eq!(
        bench.picture().note,
        Some(NotePart::Unknown(VerbName::Grant)),
        "{:?} was not honest",
        Note::Known(VerbName::Grant, true)
    );
}

#[test]
fn an_unanswered_grant_is_known_from_the_mark_in_the_queue() {
    let mut bench = found("A011", TicketState::Waiting, false);
    bench.key(Key::Enter);
    drop(bench.sent());
    bench.end(Ending::Unanswered);
    bench.pass(crate::bench::seconds(1));
    let mut view = views::ready();
    view.queue[2].priority = true;
    bench.hear(view);
    let known = NotePart::Known(VerbName::Grant, true);
    assert_eq!(bench.picture().note, Some(known));
}
