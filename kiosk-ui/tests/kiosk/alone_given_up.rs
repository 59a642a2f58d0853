//! A number taken by mistake while the service is away is given up: on the disk first, to the service after it was handed in.

use crate::alone::{by_itself, handed_in, paper, take};
use crate::hand::Hand;
use kiosk_ui::view_model::page::{Notice, Question, ScreenPage};
use kiosk_ui::view_model::{
    Cancelling, Effect, GivenUp, HandedIn, Kept, Message, OfflineTicket, Touch,
};
use queue_protocol::ProblemCode;
use ticket_printer::JobState;

/// Takes a number alone and gives it up. Gives what is to be written down.
fn give_up(hand: &mut Hand) -> OfflineTicket {
    let (ticket, _) = take(hand);
    hand.touch(Touch::Cancel);
    let asked = Question::Cancel(ticket.request.number);
    assert_eq!(hand.page().question, Some(asked));
    match &hand.touch(Touch::GiveUpTicket)[..] {
        [Effect::KeepGivenUp(ticket)] => (**ticket).clone(),
        other => panic!("it is to be kept, not {other:?}"),
    }
}

fn kept(hand: &mut Hand, ticket: &OfflineTicket, stored: bool) -> Vec<Effect> {
    let key = ticket.key.clone();
    hand.say(Message::GivenUpKept { key, stored })
}

fn is_cancelled(hand: &Hand) -> bool {
    matches!(hand.screen(), ScreenPage::Notice(Notice::Cancelled(number)) if number == "Q001")
}

fn to_give_up(effects: &[Effect]) -> Option<(&str, &str)> {
    effects.iter().find_map(|effect| match effect {
        Effect::GiveUp { key, number } => Some((key.as_str(), number.as_str())),
        _ => None,
    })
}

#[test]
fn it_is_on_the_disk_before_the_visitor_is_told_and_reaches_the_service_after_the_number() {
    let mut hand = by_itself(500);
    let ticket = give_up(&mut hand);
    assert_eq!(ticket.given_up, Some(GivenUp::Kept));
    assert!(!is_cancelled(&hand), "not on the disk yet");
    assert!(
        kept(&mut hand, &ticket, true).is_empty(),
        "the service does not know the number"
    );
    assert!(is_cancelled(&hand));
    let effects = handed_in(&mut hand, &ticket);
    assert_eq!(to_give_up(&effects), Some((ticket.key.as_str(), "Q001")));
    let key = ticket.key;
    let told = hand.say(Message::GivenUp { key });
    assert!(matches!(&told[..], [Effect::Keep(ticket)] if ticket.given_up == Some(GivenUp::Told)));
}

#[test]
fn a_disk_that_takes_nothing_leaves_the_number_and_says_so() {
    let mut hand = by_itself(500);
    let ticket = give_up(&mut hand);
    kept(&mut hand, &ticket, false);
    assert!(
        matches!(hand.screen(), ScreenPage::Ticket(page) if page.cancelling == Cancelling::Unanswered)
    );
    assert_eq!(to_give_up(&handed_in(&mut hand, &ticket)), None);
}

#[test]
fn the_answer_about_its_paper_is_not_taken_for_that() {
    let mut hand = by_itself(500);
    let (ticket, job) = take(&mut hand);
    paper(&mut hand, job, JobState::Confirmed);
    hand.touch(Touch::Cancel);
    hand.touch(Touch::GiveUpTicket);
    let key = ticket.key.clone();
    hand.say(Message::Kept { key, stored: true });
    assert!(!is_cancelled(&hand));
    kept(&mut hand, &ticket, true);
    assert!(is_cancelled(&hand));
}

#[test]
fn one_that_was_handed_in_meanwhile_is_given_up_at_the_service() {
    let mut hand = by_itself(500);
    let (ticket, _) = take(&mut hand);
    handed_in(&mut hand, &ticket);
    hand.touch(Touch::Cancel);
    let effects = hand.touch(Touch::GiveUpTicket);
    let number = ticket.request.number;
    assert_eq!(effects, [Effect::Cancel { number }]);
}

#[test]
fn handed_in_while_the_disk_writes_it_is_given_up_at_once() {
    let mut hand = by_itself(500);
    let ticket = give_up(&mut hand);
    let effects = handed_in(&mut hand, &ticket);
    assert!(to_give_up(&effects).is_some());
    let effects = kept(&mut hand, &ticket, false);
    assert!(
        matches!(&effects[..], [Effect::Tell(state)] if state.disk_fails),
        "{effects:?}"
    );
    assert!(is_cancelled(&hand), "whatever the disk says");
}

fn after_a_restart(ticket: OfflineTicket) -> Vec<Effect> {
    let tickets = vec![ticket];
    let kept = Kept {
        tickets,
        ..Kept::default()
    };
    Hand::on_a_morning().say(Message::Recalled(Some(Box::new(kept))))
}

#[test]
fn a_kiosk_killed_in_between_tells_it_after_its_start() {
    let mut hand = by_itself(500);
    let mut ticket = give_up(&mut hand);
    assert_eq!(
        to_give_up(&after_a_restart(ticket.clone())),
        None,
        "first the number"
    );
    ticket.handed_in = Some(HandedIn::Taken);
    ticket.reported = true;
    assert!(!ticket.is_settled());
    let effects = after_a_restart(ticket.clone());
    assert_eq!(to_give_up(&effects), Some((ticket.key.as_str(), "Q001")));
    ticket.given_up = Some(GivenUp::Told);
    assert!(ticket.is_settled());
    assert_eq!(to_give_up(&after_a_restart(ticket.clone())), None);
    ticket.given_up = Some(GivenUp::Kept);
    ticket.handed_in = Some(HandedIn::Refused(ProblemCode::NotOffline));
    assert_eq!(
        to_give_up(&after_a_restart(ticket)),
        None,
        "nobody knows it there"
    );
}
