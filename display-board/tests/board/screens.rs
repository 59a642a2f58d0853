//! What the board looks like.

use crate::compare::compare;
use crate::hall::{Hall, board, busy, s, time};
use crate::window::{settle, snapshot, window};
use display_board::view_model::{Board, News};
use queue_protocol::views::Issuing;
use queue_protocol::{ClosedReason, CounterStatus, Language};
use std::time::Duration;
use voice_announcer::Report;

const BOTH: &[Language] = &[Language::VI, Language::EN];

fn looks(name: &str, languages: &[Language], scene: impl Fn(Language) -> (Board, Duration)) {
    let mut complaints = Vec::new();
    for language in languages {
        let language = *language;
        let (mut board, now) = scene(language);
        let name = format!("{name}-{language}");
        // A thread, and so a backend, of its own; one picture that differs hides no other.
        let drawn = std::thread::spawn(move || {
            let window = window(language, 1920, 1080);
            settle(&window, &mut board, now);
            compare(&snapshot(&window), &name);
        });
        complaints.extend(drawn.join().err());
    }
    if let Some(complaint) = complaints.pop() {
        std::panic::resume_unwind(complaint);
    }
}

fn heard(language: Language, hall: &Hall) -> Board {
    let mut board = board(language);
    board.hear(hall.frame(), s(0));
    board
}

#[test]
fn nobody_is_called_yet() {
    looks("empty", BOTH, |language| {
        let mut hall = Hall::open(24);
        hall.view.queues = busy().view.queues;
        for queue in &mut hall.view.queues {
            queue.waiting = 0;
            queue.wait = None;
        }
        (heard(language, &hall), s(1))
    });
}

#[test]
fn one_call_in_a_full_hall() {
    looks("call", BOTH, |language| {
        let mut hall = busy();
        let call = hall.call(2, "A012*");
        let mut board = heard(language, &hall);
        board.hear(News::Voice(Report::Speaking(call)), s(0));
        (board, s(1))
    });
}

#[test]
fn the_last_call_stays_in_plain() {
    looks("last", &[Language::VI], |language| {
        let mut hall = busy();
        let call = hall.call(24, "M1042");
        let mut board = heard(language, &hall);
        board.hear(News::Voice(Report::Speaking(call)), s(1));
        board.hear(News::Voice(Report::Spoken(call)), s(7));
        hall.serve(24, "M1042");
        board.hear(hall.after(15).frame(), s(15));
        (board, s(21))
    });
}

#[test]
fn six_calls_at_once() {
    looks("burst", BOTH, |language| {
        let mut hall = busy();
        let calls = [
            (5, "C020*"),
            (24, "M1042"),
            (10, "H023*"),
            (1, "M012*"),
            (23, "T1000*"),
            (19, "U018"),
        ];
        let calls = calls.map(|(counter, number)| hall.call(counter, number));
        let mut board = heard(language, &hall);
        board.turn(s(0));
        for call in &calls[..3] {
            board.hear(News::Voice(Report::Speaking(*call)), s(1));
            board.hear(News::Voice(Report::Spoken(*call)), s(2));
        }
        board.hear(News::Voice(Report::Speaking(calls[3])), s(3));
        (board, s(3))
    });
}

#[test]
fn the_service_is_away() {
    looks("offline", BOTH, |language| {
        let mut hall = busy();
        hall.serve(2, "A012*");
        hall.at = time("09:41");
        let mut board = heard(language, &hall);
        board.hear(News::Lost, s(20));
        (board, s(380))
    });
}

#[test]
fn a_call_sounds_while_the_service_is_away() {
    looks("offline-speaking", &[Language::VI], |language| {
        let mut hall = busy();
        let call = hall.call(2, "A012*");
        let mut board = heard(language, &hall);
        board.hear(News::Voice(Report::Speaking(call)), s(0));
        board.hear(News::Lost, s(1));
        (board, s(5))
    });
}

#[test]
fn the_service_never_answered() {
    looks("never", &[Language::EN], |language| {
        (Board::new(language), s(9))
    });
}

#[test]
fn most_counters_are_on_break() {
    looks("break", BOTH, |language| {
        let mut hall = busy();
        for number in (1..=24).filter(|number| number % 3 != 0) {
            hall.leave(number);
            hall.counter(number).status = CounterStatus::Break;
            hall.counter(number).back_at = Some(time("13:00"));
        }
        (heard(language, &hall), s(9))
    });
}

#[test]
fn the_hall_is_shut() {
    looks("closed", BOTH, |language| {
        let mut hall = Hall::open(24);
        for number in 1..=24 {
            hall.counter(number).status = CounterStatus::Closed;
        }
        hall.at = time("17:05");
        hall.view.issuing = Issuing::Closed {
            reason: ClosedReason::AfterHours,
            next: Some(time("2026-11-23T06:45:00+07:00")),
        };
        (heard(language, &hall), s(1))
    });
}

#[test]
fn forty_counters_on_two_pages_and_no_more_numbers() {
    looks("forty", &[Language::EN], |language| {
        let mut hall = Hall::open(40);
        for number in 1..=33 {
            hall.serve(number, &format!("A{number:03}"));
        }
        hall.view.queues = busy().view.queues;
        let mut more = hall.view.queues.clone();
        hall.view.queues.append(&mut more);
        hall.view.issuing = Issuing::Closed {
            reason: ClosedReason::Pause,
            next: Some(time("13:00")),
        };
        hall.call(31, "H007");
        let mut board = heard(language, &hall);
        board.turn(s(0));
        (board, s(1))
    });
}
