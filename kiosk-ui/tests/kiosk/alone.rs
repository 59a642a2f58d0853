//! The service is away: numbers come from the lease, each on the disk before it is shown, each handed in once.

use crate::hall;
use crate::hand::{Hand, attempt};
use kiosk_ui::view_model::page::{Intake, Notice, ScreenPage};
use kiosk_ui::view_model::{Class, Effect, HandedIn, Kept, Message, OfflineTicket, Refusal, Touch};
use queue_client::{CallError, View};
use queue_protocol::views::{KioskView, Lease, LeasedService};
use queue_protocol::{ClosedReason, PaperResult, ProblemCode, Purpose};
use std::time::Duration;
use ticket_printer::{Cause, JobState, PrinterEvent};

fn spans(times: &[(&str, &str)]) -> Vec<(String, String)> {
    let span = |(from, to): &(&str, &str)| ((*from).to_owned(), (*to).to_owned());
    times.iter().map(span).collect()
}

/// A busy morning with the numbers Q001 to Q`last`; transport only begins at ten, tax is done.
pub fn leased(last: u16) -> KioskView {
    let mut view = hall::morning();
    let services = view.services.iter().map(|service| LeasedService {
        code: service.code.clone(),
        today: spans(match service.code.as_str() {
            "giao-thong" => &[("10:00", "11:15")],
            "xay-dung" => &[("07:00", "08:00")],
            _ => &[("07:00", "11:15"), ("13:15", "16:30")],
        }),
    });
    view.lease = Some(Lease {
        letter: "Q".to_owned(),
        next: 1,
        last,
        valid_until: hall::at("00:00") + chrono::TimeDelta::days(1),
        services: services.collect(),
    });
    view
}

fn stale(hand: &Hand, view: KioskView) -> Message {
    Message::View(View::Stale {
        frame: hall::frame("08:42", 1, view),
        received: hand.now.into(),
        since: hand.now.into(),
    })
}

/// A kiosk that has a disk and a lease.
pub fn with_lease(last: u16) -> Hand {
    let mut hand = Hand::on_a_morning();
    hand.say(Message::Recalled(Some(Box::default())));
    hand.hear(leased(last));
    hand
}

/// The same, a while after the service went away.
pub fn by_itself(last: u16) -> Hand {
    let mut hand = with_lease(last);
    let gone = stale(&hand, leased(last));
    hand.say(gone);
    hand.wait(5);
    hand
}

pub fn to_keep(effects: &[Effect]) -> OfflineTicket {
    let kept = effects.iter().find_map(|effect| match effect {
        Effect::Keep(ticket) => Some((**ticket).clone()),
        _ => None,
    });
    kept.unwrap_or_else(|| panic!("a number is to be kept, not {effects:?}"))
}

pub fn stored(hand: &mut Hand, ticket: &OfflineTicket) -> Vec<Effect> {
    hand.say(Message::Kept {
        key: ticket.key.clone(),
        stored: true,
    })
}

pub fn handed_in(hand: &mut Hand, ticket: &OfflineTicket) -> Vec<Effect> {
    hand.say(Message::HandedIn {
        key: ticket.key.clone(),
        answer: HandedIn::Taken,
    })
}

/// Takes a number alone. Gives it and the job of its slip.
pub fn take(hand: &mut Hand) -> (OfflineTicket, u64) {
    hand.now += Duration::from_secs(2);
    hand.choose_justice();
    let ticket = to_keep(&hand.touch(Touch::Ordinary));
    match &stored(hand, &ticket)[..] {
        [Effect::Print { job, slip }, Effect::HandIn { key, request }] => {
            assert_eq!((key, &**request), (&ticket.key, &ticket.request));
            assert_eq!(
                (&slip.number, slip.people_ahead, slip.wait),
                (&ticket.request.number, None, None)
            );
            assert_eq!(slip.follow_url, None);
            (ticket, *job)
        }
        other => panic!("a slip and a handing in, not {other:?}"),
    }
}

pub fn paper(hand: &mut Hand, job: u64, state: JobState) -> Vec<Effect> {
    hand.say(Message::Printer(PrinterEvent::Job { id: job, state }))
}

#[test]
fn the_screens_go_on_and_do_not_pretend_to_know_the_queue() {
    let mut hand = by_itself(500);
    assert!(
        matches!(hand.screen(), ScreenPage::Home(home) if home.by_itself && home.until == "11:15")
    );
    hand.touch(Touch::Purpose(Purpose::Submit));
    let ScreenPage::Choose(page) = hand.screen() else {
        panic!("{:?}", hand.screen());
    };
    assert!(
        page.rows
            .iter()
            .all(|row| row.waiting.is_none() && row.wait.is_none())
    );
    let intake = |code: &str| {
        page.rows
            .iter()
            .find(|row| row.code == code)
            .unwrap()
            .intake
            .clone()
    };
    assert_eq!(intake("tu-phap"), Intake::Open);
    assert_eq!(
        intake("giao-thong"),
        Intake::Paused(Some("10:00".to_owned()))
    );
    assert_eq!(
        intake("thue"),
        Intake::Full(None),
        "a cap that was reached stays so"
    );
    hand.touch(Touch::Service("tu-phap".to_owned()));
    let ScreenPage::Take(page) = hand.screen() else {
        panic!("{:?}", hand.screen());
    };
    assert_eq!(
        (page.waiting, page.wait, page.priority_wait),
        (None, None, None)
    );
}

#[test]
fn a_number_is_on_the_disk_before_it_is_on_screen_and_paper() {
    let mut hand = by_itself(500);
    hand.choose_justice();
    let effects = hand.touch(Touch::Ordinary);
    let ticket = to_keep(&effects);
    assert_eq!(
        effects[1..],
        [Effect::Hush],
        "no contact before it is handed in"
    );
    assert_eq!(ticket.request.number, "Q001");
    assert_eq!(ticket.request.replaces, None);
    assert!(matches!(hand.screen(), ScreenPage::Take(page) if page.asking));
    stored(&mut hand, &ticket);
    assert!(
        matches!(hand.screen(), ScreenPage::Ticket(page) if page.number == "Q001" && page.ahead.is_none())
    );
    assert!(stored(&mut hand, &ticket).is_empty(), "one answer counts");
}

#[test]
fn a_question_without_an_answer_becomes_one_number_of_the_lease() {
    let mut hand = with_lease(500);
    hand.choose_justice();
    let asked = hand.touch(Touch::Priority(Class("elderly".to_owned())));
    let [Effect::Issue(issue)] = &asked[..] else {
        panic!("{asked:?}");
    };
    assert_eq!(issue.within, Some(Duration::from_secs(3)));
    hand.wait(3);
    let given = hand.say(Message::Unanswered {
        attempt: issue.attempt,
        key: "ask-7".to_owned(),
    });
    let ticket = to_keep(&given);
    assert_eq!(ticket.request.replaces.as_deref(), Some("ask-7"));
    assert!(ticket.request.priority);
    assert_eq!(
        ticket.request.arrived_at,
        hall::at("08:42") + chrono::TimeDelta::seconds(3),
        "when it was asked for"
    );
    assert!(
        !serde_json::to_string(&ticket).unwrap().contains("elderly"),
        "the class is used once"
    );
    let effects = stored(&mut hand, &ticket);
    assert!(
        matches!(&effects[..], [Effect::Print { slip, .. }, Effect::HandIn { .. }] if slip.priority)
    );
}

#[test]
fn an_answer_in_time_and_a_kiosk_without_a_lease_are_as_ever() {
    let mut hand = with_lease(500);
    hand.choose_justice();
    let attempt = attempt(&hand.touch(Touch::Ordinary));
    let effects = hand.say(Message::Issued {
        attempt,
        answer: Ok(hall::ticket("A012", false)),
    });
    assert!(matches!(effects[..], [Effect::Print { .. }]));
    let mut hand = Hand::on_a_morning();
    hand.choose_justice();
    let asked = hand.touch(Touch::Ordinary);
    let [Effect::Issue(issue)] = &asked[..] else {
        panic!("{asked:?}");
    };
    assert_eq!(issue.within, None);
    assert!(
        hand.say(Message::Unanswered {
            attempt: issue.attempt,
            key: "k".to_owned()
        })
        .is_empty()
    );
    assert_eq!(
        hand.screen(),
        ScreenPage::Notice(Notice::Refused(Refusal::Unanswered))
    );
}

#[test]
fn a_refusal_is_no_outage() {
    let mut hand = with_lease(500);
    hand.choose_justice();
    let attempt = attempt(&hand.touch(Touch::Ordinary));
    let refused = queue_protocol::Problem::new(ProblemCode::Closed, "");
    let answer = Err(CallError::Refused(Box::new(refused)));
    assert!(hand.say(Message::Issued { attempt, answer }).is_empty());
    assert!(matches!(
        hand.screen(),
        ScreenPage::Notice(Notice::Refused(_))
    ));
}

#[test]
fn a_disk_that_takes_nothing_is_said_and_its_number_is_left_out() {
    let mut hand = by_itself(500);
    hand.choose_justice();
    let ticket = to_keep(&hand.touch(Touch::Ordinary));
    let effects = hand.say(Message::Kept {
        key: ticket.key,
        stored: false,
    });
    assert!(
        !effects
            .iter()
            .any(|e| matches!(e, Effect::Print { .. } | Effect::HandIn { .. }))
    );
    assert_eq!(
        hand.screen(),
        ScreenPage::Notice(Notice::Refused(Refusal::OutOfOrder))
    );
    hand.touch(Touch::TryAgain);
    hand.touch(Touch::Home);
    assert_eq!(
        take(&mut hand).0.request.number,
        "Q002",
        "half a line may have been written"
    );
    hand.touch(Touch::Done);
    assert_eq!(take(&mut hand).0.request.number, "Q003");
}

#[test]
fn a_lease_used_up_or_of_yesterday_sends_visitors_to_the_desk() {
    let mut hand = by_itself(1);
    take(&mut hand);
    hand.touch(Touch::Done);
    let since = Some("08:42".to_owned());
    assert_eq!(
        hand.screen(),
        ScreenPage::Notice(Notice::UsedUp(since.clone()))
    );
    let mut hand = Hand::on_a_morning();
    hand.say(Message::Recalled(Some(Box::default())));
    let mut view = leased(500);
    view.lease.as_mut().unwrap().valid_until = hall::at("08:00");
    let gone = stale(&hand, view);
    hand.say(gone);
    hand.wait(5);
    assert_eq!(hand.screen(), ScreenPage::Notice(Notice::Away(since)));
}

#[test]
fn outside_the_hours_of_the_lease_the_screen_says_when_it_goes_on() {
    for (time, reason, next) in [
        ("06:00", ClosedReason::BeforeOpening, Some("07:00")),
        ("12:00", ClosedReason::Pause, Some("13:15")),
        ("17:00", ClosedReason::AfterHours, None),
    ] {
        let mut hand = with_lease(500);
        hand.say(Message::View(View::Stale {
            frame: hall::frame(time, 1, leased(500)),
            received: hand.now.into(),
            since: hand.now.into(),
        }));
        hand.wait(5);
        let ScreenPage::Closed(page) = hand.screen() else {
            panic!("{time}: {:?}", hand.screen());
        };
        assert_eq!(
            (page.reason, page.again_at.as_deref()),
            (reason, next),
            "{time}"
        );
    }
}

#[test]
fn nothing_is_told_before_all_are_handed_in_and_reports_wait_for_their_number() {
    let mut hand = by_itself(500);
    let (first, job) = take(&mut hand);
    let ended = paper(&mut hand, job, JobState::Confirmed);
    assert_eq!(to_keep(&ended).paper.unwrap().result, PaperResult::Printed);
    assert_eq!(ended.len(), 1, "the service does not know the number yet");
    hand.touch(Touch::Done);
    let (second, _) = take(&mut hand);
    hand.hear(leased(500));
    assert_eq!(
        hand.touch(Touch::CallStaff),
        [],
        "a call would count as a contact"
    );
    let effects = handed_in(&mut hand, &first);
    assert_eq!(to_keep(&effects).handed_in, Some(HandedIn::Taken));
    assert!(
        matches!(&effects[1..], [Effect::Report { number, result: PaperResult::Printed, .. }] if number == "Q001")
    );
    let reported = hand.say(Message::Reported {
        job,
        accepted: true,
    });
    assert!(to_keep(&reported).is_settled());
    let effects = handed_in(&mut hand, &second);
    assert!(
        matches!(&effects[1..], [Effect::Tell(state)] if state.calls_staff),
        "{effects:?}"
    );
}

#[test]
fn a_number_refused_for_good_does_not_hold_up_the_others() {
    let mut hand = by_itself(500);
    let (ticket, job) = take(&mut hand);
    paper(&mut hand, job, JobState::Confirmed);
    let answer = HandedIn::Refused(ProblemCode::UnknownService);
    let effects = hand.say(Message::HandedIn {
        key: ticket.key,
        answer,
    });
    assert!(to_keep(&effects).is_settled());
    assert!(
        matches!(effects[1..], [Effect::Tell(_)]),
        "and nothing is reported of it: {effects:?}"
    );
}

#[test]
fn a_kiosk_that_was_killed_takes_up_what_was_left_undone() {
    let mut hand = by_itself(500);
    let (_, job) = take(&mut hand);
    let first = to_keep(&paper(&mut hand, job, JobState::Failed(Cause::PaperOut)));
    assert_eq!(first.request.number, "Q001");
    hand.touch(Touch::Done);
    let (second, _) = take(&mut hand);
    let kept = Kept {
        frame: Some((*hall::frame("08:50", 1, leased(500))).clone()),
        tickets: vec![first.clone(), second.clone()],
        ..Kept::default()
    };
    let mut hand = Hand::new();
    let effects = hand.say(Message::Recalled(Some(Box::new(kept))));
    assert!(
        matches!(&effects[..], [Effect::HandIn { key: a, .. }, Effect::HandIn { key: b, .. }]
        if (a, b) == (&first.key, &second.key)),
        "in order, and nothing is told: {effects:?}"
    );
    assert_eq!(hand.screen(), ScreenPage::Notice(Notice::Connecting));
    hand.say(Message::View(View::Never));
    hand.say(Message::OldCentre(hall::centre()));
    hand.wait(5);
    assert_eq!(
        take(&mut hand).0.request.number,
        "Q003",
        "it gives numbers on without having heard anybody"
    );
    let report = |effects: &[Effect]| {
        effects.iter().find_map(|effect| match effect {
            Effect::Report { result, cause, .. } => Some((*result, *cause)),
            _ => None,
        })
    };
    assert_eq!(
        report(&handed_in(&mut hand, &first)),
        Some((PaperResult::Failed, Some(Cause::PaperOut)))
    );
    assert_eq!(
        report(&handed_in(&mut hand, &second)),
        Some((PaperResult::Unknown, Some(Cause::NoAnswer))),
        "nobody knows what became of its paper"
    );
}

#[test]
fn no_number_is_given_twice_whatever_service_and_disk_say() {
    let mut hand = by_itself(500);
    let (first, _) = take(&mut hand);
    hand.touch(Touch::Done);
    // Restored from a backup, the service knows nothing of Q001 and offers it again.
    hand.hear(leased(500));
    let gone = stale(&hand, leased(500));
    hand.say(gone);
    hand.wait(5);
    assert_eq!(take(&mut hand).0.request.number, "Q002");
    let mut hand = Hand::on_a_morning();
    hand.say(Message::Recalled(Some(Box::new(Kept {
        tickets: vec![first],
        unreadable: 2,
        ..Kept::default()
    }))));
    hand.hear(leased(500));
    let gone = stale(&hand, leased(500));
    hand.say(gone);
    hand.wait(5);
    assert_eq!(
        take(&mut hand).0.request.number,
        "Q004",
        "two lines could not be read"
    );
}

#[test]
fn what_was_granted_is_written_down_without_other_visitors_tickets() {
    let mut hand = Hand::on_a_morning();
    hand.say(Message::Recalled(Some(Box::default())));
    let mut view = leased(500);
    view.reprints.push(queue_protocol::views::ReprintJob {
        ticket: hall::ticket("A007", false),
        procedure: None,
        language: queue_protocol::Language::VI,
        first: false,
    });
    let effects = hand.hear(view.clone());
    let remembered: Vec<_> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Remember(frame) => Some(frame),
            _ => None,
        })
        .collect();
    assert!(
        matches!(remembered[..], [frame] if frame.view.reprints.is_empty() && frame.view.lease.is_some())
    );
    assert!(
        effects
            .iter()
            .any(|effect| matches!(effect, Effect::KeepCentre(_)))
    );
    assert!(hand.hear(view).is_empty(), "once is enough");
    let withdrawn = hand.hear(hall::morning());
    assert!(matches!(&withdrawn[..], [Effect::Remember(frame)] if frame.view.lease.is_none()));
}
