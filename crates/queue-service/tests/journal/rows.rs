//! One golden file for each kind and version of stored row: today's code writes the newest, and
//! reads them all.

use chrono::NaiveDate;
use queue_core::{
    BreakReason, CallReason, CounterNo, DeviceId, Event, Language, Moment, OfficerNo, Outcome,
    PaperResult, Purpose, ReasonKind, TicketId,
};
use queue_service::journal::row;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/journal/rows")
}

/// One event of every kind. A new kind fails to compile in [`kind`] first.
fn samples() -> Vec<Event> {
    let (ticket, counter, date) = (
        TicketId(41),
        CounterNo(7),
        NaiveDate::from_ymd_opt(2026, 11, 24),
    );
    let date = date.unwrap();
    let reason = CallReason {
        kind: ReasonKind::Priority,
        passed_over: Some("A011".parse().unwrap()),
        earlier_s: Some(420),
        head_start_s: Some(3600),
    };
    vec![
        Event::DayOpened { date },
        Event::DayEnded { date },
        Event::CentreAdopted {
            digest: "ba4b967904f0943d".into(),
        },
        Event::ClockAccepted,
        Event::TicketIssued {
            number: "A012".parse().unwrap(),
            service: "tu-phap".into(),
            purpose: Purpose::Submit,
            procedure: Some("1.004873".into()),
            language: Language::of_code("en").unwrap(),
            priority: true,
            head_start_s: 3600,
            device: DeviceId(1),
        },
        Event::TicketHandedIn {
            number: "Q003".parse().unwrap(),
            service: "tu-phap".into(),
            purpose: Purpose::Collect,
            procedure: None,
            language: Language::VI,
            priority: true,
            head_start_s: 3600,
            device: DeviceId(1),
            arrived_at: Moment(1_763_950_000_000),
            date,
        },
        Event::TicketCalled {
            ticket,
            counter,
            reason,
            chosen: None,
        },
        Event::TicketRecalled { ticket },
        Event::TicketServed { ticket },
        Event::TicketFinished {
            ticket,
            outcome: Outcome::Received,
            dossiers: 2,
            counter,
        },
        Event::ServiceFinished {
            ticket,
            outcome: Outcome::ResultReturned,
            dossiers: 1,
            counter,
            service: "dat-dai".into(),
            purpose: Purpose::Supplement,
            here: true,
        },
        Event::TicketNoShow { ticket },
        Event::TicketRestored {
            ticket,
            ranked_from: Moment(1_764_000_000_000),
        },
        Event::TicketReturned { ticket },
        Event::TicketHeld {
            ticket,
            back_at: Some(Moment(1_764_000_600_000)),
        },
        Event::TicketResumed { ticket, counter },
        Event::TicketTransferred {
            ticket,
            service: "dat-dai".into(),
            counter: Some(counter),
            reason: Some("next_step".into()),
        },
        Event::TransferLapsed { ticket },
        Event::PriorityChanged {
            ticket,
            priority: true,
            head_start_s: 3600,
            reason: "proof".into(),
        },
        Event::TicketCancelled { ticket },
        Event::CounterOpened {
            counter,
            device: DeviceId(7),
            officer: OfficerNo(12),
            taken_over: false,
        },
        Event::CounterClosed { counter },
        Event::BreakStarted {
            counter,
            reason: BreakReason::Rest,
            minutes: Some(15),
        },
        Event::BreakEnded { counter },
        Event::HelpStarted {
            counter,
            service: "dat-dai".into(),
            handicap_s: 600,
        },
        Event::HelpEnded {
            counter,
            service: "dat-dai".into(),
        },
        Event::PaperReported {
            ticket,
            result: PaperResult::Failed,
            cause: Some("paper_out".into()),
        },
        Event::ReprintAsked {
            ticket,
            kiosk: DeviceId(1),
        },
        Event::PaperCleared { ticket },
    ]
}

const fn kind(event: &Event) -> &'static str {
    match event {
        Event::DayOpened { .. } => "day_opened",
        Event::DayEnded { .. } => "day_ended",
        Event::CentreAdopted { .. } => "centre_adopted",
        Event::ClockAccepted => "clock_accepted",
        Event::TicketIssued { .. } => "ticket_issued",
        Event::TicketHandedIn { .. } => "ticket_handed_in",
        Event::TicketCalled { .. } => "ticket_called",
        Event::TicketRecalled { .. } => "ticket_recalled",
        Event::TicketServed { .. } => "ticket_served",
        Event::TicketFinished { .. } => "ticket_finished",
        Event::ServiceFinished { .. } => "service_finished",
        Event::TicketNoShow { .. } => "ticket_no_show",
        Event::TicketRestored { .. } => "ticket_restored",
        Event::TicketReturned { .. } => "ticket_returned",
        Event::TicketHeld { .. } => "ticket_held",
        Event::TicketResumed { .. } => "ticket_resumed",
        Event::TicketTransferred { .. } => "ticket_transferred",
        Event::TransferLapsed { .. } => "transfer_lapsed",
        Event::PriorityChanged { .. } => "priority_changed",
        Event::TicketCancelled { .. } => "ticket_cancelled",
        Event::CounterOpened { .. } => "counter_opened",
        Event::CounterClosed { .. } => "counter_closed",
        Event::BreakStarted { .. } => "break_started",
        Event::BreakEnded { .. } => "break_ended",
        Event::HelpStarted { .. } => "help_started",
        Event::HelpEnded { .. } => "help_ended",
        Event::PaperReported { .. } => "paper_reported",
        Event::ReprintAsked { .. } => "reprint_asked",
        Event::PaperCleared { .. } => "paper_cleared",
    }
}

#[test]
fn the_newest_rows_are_those_of_the_golden_files() {
    for event in samples() {
        let written = row::write(&event).unwrap();
        assert_eq!(written.kind(), kind(&event));
        let path = golden().join(format!("{}.{}.json", written.kind(), row::VERSION));
        if std::env::var_os("WRITE_GOLDEN").is_some() {
            fs::write(&path, format!("{}\n", written.body())).unwrap();
        }
        let stored =
            fs::read_to_string(&path).unwrap_or_else(|_| panic!("{} is missing", path.display()));
        assert_eq!(written.body(), stored.trim_end(), "{}", path.display());
    }
}

#[test]
fn every_row_ever_written_still_reads() {
    let mut kinds = BTreeSet::new();
    for entry in fs::read_dir(golden()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let mut parts = name.split('.');
        let (stored_kind, version) = (parts.next().unwrap(), parts.next().unwrap());
        let body = fs::read_to_string(&path).unwrap();
        let event = row::read(stored_kind, version.parse().unwrap(), body.trim_end());
        let event = event.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(samples().contains(&event), "{name} reads as another event");
        kinds.insert(stored_kind.to_owned());
    }
    let expected: BTreeSet<String> = samples()
        .iter()
        .map(|event| kind(event).to_owned())
        .collect();
    assert_eq!(kinds, expected);
}

#[test]
fn what_is_written_reads_back_the_same() {
    let (ticket, counter) = (TicketId(u64::MAX), CounterNo(u16::MAX));
    let reason = CallReason {
        kind: ReasonKind::FirstCome,
        passed_over: None,
        earlier_s: None,
        head_start_s: None,
    };
    let sparse = [
        Event::TicketCalled {
            ticket,
            counter,
            reason,
            chosen: Some("need".into()),
        },
        Event::TicketHeld {
            ticket,
            back_at: None,
        },
        Event::TicketTransferred {
            ticket,
            service: "\"\\\u{0}đ".into(),
            counter: None,
            reason: None,
        },
        Event::TicketRestored {
            ticket,
            ranked_from: Moment(i64::MIN),
        },
        Event::BreakStarted {
            counter,
            reason: BreakReason::Other,
            minutes: None,
        },
        Event::PaperReported {
            ticket,
            result: PaperResult::Unknown,
            cause: None,
        },
    ];
    for event in samples().into_iter().chain(sparse) {
        let written = row::write(&event).unwrap();
        assert_eq!(
            row::read(written.kind(), row::VERSION, written.body()).unwrap(),
            event
        );
    }
}

#[test]
fn a_ticket_in_a_language_that_is_not_spoken_any_more_still_reads() {
    let ticket = |language: &str| Event::TicketIssued {
        number: "A012".parse().unwrap(),
        service: "tu-phap".into(),
        purpose: Purpose::Submit,
        procedure: None,
        language: Language::of_code(language).unwrap(),
        priority: false,
        head_start_s: 0,
        device: DeviceId(1),
    };
    for language in ["vi", "x-long", "tlh"] {
        let written = row::write(&ticket(language)).unwrap();
        let read = row::read(written.kind(), row::VERSION, written.body()).unwrap();
        assert_eq!(read, ticket(language));
        let body = written.body();
        assert!(
            body.contains(&format!("\"language\":\"{language}\"")),
            "{body}"
        );
    }
    for language in ["", "v", "Vi", "tiếng việt", "vietnamese"] {
        assert_eq!(Language::of_code(language), None, "{language}");
    }
}

#[test]
fn what_was_never_written_does_not_read() {
    for (kind, version, body) in [
        ("ticket_served", 2, r#"{"ticket":41}"#),
        ("ticket_sold", 1, r#"{"ticket":41}"#),
        ("ticket_served", 1, "{}"),
        ("ticket_served", 1, "null"),
        ("ticket_served", 1, r#"{"ticket":41,"name":"Hoa"}"#),
        ("ticket_served", 1, r#"{"ticket":41},"x":{}"#),
        ("ticket_served", 1, r#"{"ticket":-1}"#),
        (
            "break_started",
            1,
            r#"{"counter":7,"reason":"football","minutes":null}"#,
        ),
        ("ticket_served\":{\"ticket\":41}}", 1, ""),
        ("", 1, ""),
    ] {
        assert!(
            row::read(kind, version, body).is_err(),
            "{kind} {version} {body}"
        );
    }
}

#[test]
fn an_error_names_the_row_but_not_its_body() {
    let error = row::read("ticket_served", 1, r#"{"ticket":"Hoa"}"#)
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("ticket_served") && error.contains("version 1"),
        "{error}"
    );
}
