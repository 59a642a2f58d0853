//! One ordinary morning at Khánh Hòa's centre, against the service as it was built: the whole of the
//! queue's language in one story. Kiosk, counters and board are `queue-client`s, as in the apps.

#![allow(clippy::expect_used, reason = "a test may stop")]

mod machines;

use anyhow::{Context as _, Result};
use machines::{Board, Devices, calls, client};
use queue_client::{CounterApi, KioskApi};
use queue_protocol::views::HallView;
use queue_protocol::{
    CounterStatus, FinishRequest, HoldRequest, IssueRequest, Language, NoShowRequest, OpenRequest,
    Outcome, Pin, ProblemCode, Purpose, ReasonKind, ResumeRequest, TicketState, TransferReason,
    TransferRequest,
};
use std::time::Duration;
use system_tests::hall::{Hall, PIN, Service};

const THURSDAY: &str = "2026-11-26T07:00:00+07:00";
const FRIDAY: &str = "2026-11-27T07:00:00+07:00";
/// Half a minute of the hall in each second of the machine.
const SPEED: f64 = 30.0;
/// Longer than anything here takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// Justice and civil status: letter A, counters 1 to 3.
const JUSTICE: &str = "tu-phap";
/// Transport: letter B, counters 4 to 6.
const TRANSPORT: &str = "giao-thong";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_ordinary_morning() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let hall = Hall::make(folder.path(), "khanh-hoa", |_| Ok(()))?;
    let devices = Devices::register(&hall)?;
    let service = hall.serve(THURSDAY, SPEED)?;
    the_morning(&devices, &service).await?;
    service.guard.stop(PATIENCE)?;

    let service = hall.serve(FRIDAY, SPEED)?;
    the_next_day(&devices, &service).await?;
    service.guard.stop(PATIENCE)?;
    Ok(())
}

async fn the_morning(devices: &Devices, service: &Service) -> Result<()> {
    let kiosk = KioskApi(client(service, &devices.kiosk)?);
    let justice = CounterApi::new(client(service, &devices.justice)?, 1);
    let transport = CounterApi::new(client(service, &devices.transport)?, 4);
    let mut board = Board::of(client(service, &devices.board)?);

    // Two visitors take numbers, and then Mrs Tư, who is over sixty: nobody stands before her.
    let nam = issue(&kiosk, None, Language::VI).await?;
    let anna = issue(&kiosk, None, Language::EN).await?;
    let tu = issue(&kiosk, Some("elderly"), Language::VI).await?;
    assert_eq!(
        (nam.as_str(), anna.as_str(), tu.as_str()),
        ("A001", "A002", "A003")
    );
    board
        .shows(|view| {
            view.queues
                .iter()
                .any(|queue| queue.letter == "A" && queue.waiting == 3)
        })
        .await?;

    // Counter 1 opens and calls: her hour of head start decides, and the officer is told so.
    justice.open(&officer(101)).await?;
    let called = justice.call_next().await?.context("somebody waits")?;
    let reason = called.reason.context("a call has a reason")?;
    assert_eq!(called.ticket.number, tu);
    assert_eq!(
        (reason.kind, reason.head_start_s),
        (ReasonKind::Priority, Some(3600))
    );
    assert_eq!(reason.passed_over.as_deref(), Some("A001"));
    board.shows(|view| calls(view, &tu, 1, 1)).await?;

    // She did not hear it. The second call is a call of its own, so the board speaks it again.
    justice.recall().await?;
    board.shows(|view| calls(view, &tu, 1, 2)).await?;

    // She comes, but a copy is missing: she is set aside, and the next visitor is called.
    justice.serve().await?;
    assert_eq!(
        justice.hold(&HoldRequest::default()).await?.ticket.state,
        TicketState::Held
    );
    let called = justice.call_next().await?.context("somebody waits")?;
    assert_eq!(called.ticket.number, nam);
    assert_eq!(
        called.reason.map(|reason| reason.kind),
        Some(ReasonKind::FirstCome)
    );

    // Mr Nam is in the wrong queue. He keeps his number, and counter 4 has him next.
    justice.serve().await?;
    justice.transfer(&to(TRANSPORT)).await?;
    transport.open(&officer(104)).await?;
    let called = transport.call_next().await?.context("he waits there now")?;
    assert_eq!(
        (
            called.ticket.number.as_str(),
            called.ticket.service.as_str()
        ),
        ("A001", TRANSPORT)
    );
    transport.serve().await?;

    // Mrs Tư is back with her copy.
    let resumed = justice
        .resume(&ResumeRequest { number: tu.clone() })
        .await?;
    assert_eq!(resumed.ticket.state, TicketState::Called);
    justice.serve().await?;
    let finished = justice.finish(&finish(Outcome::Received)).await?;
    assert_eq!(finished.ticket.state, TicketState::Finished);

    // Anna is outside when she is called; the board keeps her number among those who were missed.
    let called = justice.call_next().await?.context("somebody waits")?;
    assert_eq!(
        (called.ticket.number.as_str(), called.ticket.language),
        ("A002", Language::EN)
    );
    justice.no_show(&NoShowRequest::default()).await?;
    board.shows(|view| view.missed == [anna.clone()]).await?;

    // Within the grace time she is put back where she was.
    justice.restore(&anna).await?;
    let called = justice.call_next().await?.context("somebody waits")?;
    assert_eq!(called.ticket.number, anna);
    justice.serve().await?;
    justice.finish(&finish(Outcome::Guided)).await?;
    transport.finish(&finish(Outcome::SupplementAsked)).await?;
    assert_eq!(justice.call_next().await?, None);

    // One more takes a number and goes home.
    assert_eq!(issue(&kiosk, None, Language::VI).await?, "A004");
    let hall = client(service, &devices.justice)?
        .view::<HallView>("hall")
        .await?
        .view;
    assert_eq!((hall.issued, hall.finished), (4, 3));
    assert_eq!(hall.warnings, [""; 0]);
    Ok(())
}

/// The service was off at midnight. Yesterday's open ticket expired, the counters are closed, and
/// the numbers begin again.
async fn the_next_day(devices: &Devices, service: &Service) -> Result<()> {
    let kiosk = KioskApi(client(service, &devices.kiosk)?);
    let counter = client(service, &devices.justice)?;
    let hall = counter.view::<HallView>("hall").await?.view;
    assert_eq!((hall.issued, hall.finished), (0, 0));
    assert!(hall.queues.iter().all(|queue| queue.waiting == 0));
    assert!(
        hall.counters
            .iter()
            .all(|counter| counter.status == CounterStatus::Closed)
    );

    let justice = CounterApi::new(counter, 1);
    justice.open(&officer(101)).await?;
    let gone = justice
        .cancel("A004")
        .await
        .expect_err("a number of yesterday");
    assert_eq!(gone.code(), Some(ProblemCode::UnknownTicket));
    assert_eq!(issue(&kiosk, None, Language::VI).await?, "A001");
    Ok(())
}

/// Takes a number for justice; gives it.
async fn issue(kiosk: &KioskApi, class: Option<&str>, language: Language) -> Result<String> {
    let request = IssueRequest {
        service: JUSTICE.to_owned(),
        purpose: Purpose::Submit,
        procedure: None,
        priority: class.map(str::to_owned),
        language,
    };
    let ticket = kiosk.issue(&request, PATIENCE).await?.ticket;
    assert_eq!(ticket.priority, class.is_some());
    assert!(
        class.is_none() || ticket.people_ahead == 0,
        "a head start of an hour"
    );
    Ok(ticket.number)
}

fn officer(number: u32) -> OpenRequest {
    OpenRequest {
        officer: number,
        pin: Pin(PIN.to_owned()),
        take_over: false,
    }
}

const fn finish(outcome: Outcome) -> FinishRequest {
    FinishRequest {
        outcome,
        number: None,
        dossiers: 1,
    }
}

fn to(service: &str) -> TransferRequest {
    let reason = Some(TransferReason::WrongService);
    TransferRequest {
        service: service.to_owned(),
        counter: None,
        reason,
    }
}
