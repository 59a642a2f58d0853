//! A disk that is full, and one that fails.

use crate::hall::{Hall, KIOSK, PATIENCE, Running, key, order};
use queue_core::{Actor, Event, Moment};
use queue_service::journal::{Journal, Reader, StoreError};
use queue_service::writer::WriteError;
use std::io::{Error, ErrorKind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Fills a file whose size is limited, as a full disk would.
#[tokio::test]
async fn a_full_file_refuses_and_keeps_what_it_has() {
    let hall = Hall::new();
    let scribe = hall.scribe();
    let pages: u32 = hall
        .sql()
        .query_row("PRAGMA page_count", [], |row| row.get(0))
        .unwrap();
    scribe.journal().limit_pages(pages + 8).unwrap();
    let running = Running::of(scribe);
    let mut given = Vec::new();
    let refused = loop {
        match running.kiosk(hall.issue()).await {
            Ok(reply) => given.push(reply.body),
            Err(error) => break error,
        }
        assert!(given.len() < 5000, "the file never became full");
    };
    assert_eq!(refused, WriteError::NotStored);
    let shared = running.writer.shared();
    assert_eq!(
        shared.health().warnings().collect::<Vec<_>>(),
        ["not_stored"]
    );
    assert_eq!(shared.centre().tickets.len(), given.len());
    let before = shared.centre().clone();
    assert_eq!(
        running.kiosk(hall.issue()).await,
        Err(WriteError::NotStored)
    );
    let refused = running.desk(hall.finish()).await;
    assert!(
        matches!(refused, Err(WriteError::Refused(_))),
        "judging needs no room"
    );
    assert!(!shared.health().storing, "and shows nothing about the disk");
    running.stop();

    let running = hall.start();
    assert_eq!(*running.writer.shared().centre(), before);
    running.ticket(&hall).await;
    assert!(running.writer.shared().health().storing);
    running.stop();
    let head = Reader::open(&hall.folder)
        .unwrap()
        .verify(|_, _| {})
        .unwrap();
    assert_eq!(head.seq.0, 2 + given.len() as u64 + 1);
}

/// The same connection goes on as soon as there is room again.
#[test]
fn a_full_file_recovers_without_a_restart() {
    let hall = Hall::new();
    let (mut journal, loaded) = Journal::open(&hall.folder).unwrap();
    let mut centre = loaded.centre;
    let mut fill = |journal: &mut Journal, rows: usize| {
        journal.batch(|batch| {
            for _ in 0..rows {
                batch.savepoint(|entry| {
                    entry.record(&mut centre, (Moment(1), None), &Event::ClockAccepted, None)
                })?;
            }
            Ok(())
        })
    };
    fill(&mut journal, 1).unwrap();
    let head = journal.head();
    journal.limit_pages(1).unwrap();
    assert!(matches!(
        fill(&mut journal, 10_000),
        Err(StoreError::NotStored(_))
    ));
    assert_eq!(journal.head(), head);
    assert_eq!(journal.reload().unwrap().head, head);
    journal.limit_pages(u32::MAX).unwrap();
    fill(&mut journal, 10_000).unwrap();
    assert_eq!(journal.head().seq.0, head.seq.0 + 10_000);
}

/// Lets the tests switch a commit's failure on and off.
fn failing(hall: &Hall, kind: ErrorKind) -> (Running, Arc<AtomicBool>) {
    let fails = Arc::new(AtomicBool::new(false));
    let switch = Arc::clone(&fails);
    let before_commit = Box::new(move || {
        if switch.load(Ordering::SeqCst) {
            Err(Error::from(kind))
        } else {
            Ok(())
        }
    });
    (Running::with_commit(hall.scribe(), before_commit), fails)
}

#[tokio::test]
async fn a_commit_on_a_full_disk_refuses_the_whole_batch_and_leaves_no_trace() {
    let hall = Hall::new();
    let (running, fails) = failing(&hall, ErrorKind::StorageFull);
    running.desk(hall.open()).await.unwrap();
    running.ticket(&hall).await;
    let (before, head) = {
        let shared = running.writer.shared();
        (shared.centre().clone(), shared.head())
    };
    fails.store(true, Ordering::SeqCst);
    let batch = (0..5).map(|n| {
        let key = key(&format!("k{n}"), "issue");
        running
            .writer
            .submit(order(Actor::Kiosk(KIOSK), key, hall.issue()))
    });
    for answer in futures::future::join_all(batch).await {
        assert_eq!(answer, Err(WriteError::NotStored));
    }
    assert_eq!(*running.writer.shared().centre(), before);
    assert_eq!(running.writer.shared().head(), head);
    assert!(!running.writer.shared().health().storing);

    fails.store(false, Ordering::SeqCst);
    let again = order(Actor::Kiosk(KIOSK), key("k0", "issue"), hall.issue());
    let reply = running.writer.submit(again).await.unwrap();
    assert_eq!(reply.body, (head.seq.0 + 1).to_string(), "no seq was lost");
    assert!(running.writer.shared().health().storing);
    running.stop();
    Reader::open(&hall.folder)
        .unwrap()
        .verify(|_, _| {})
        .unwrap();
}

#[tokio::test]
async fn a_commit_that_fails_otherwise_ends_the_process() {
    let hall = Hall::new();
    let (running, fails) = failing(&hall, ErrorKind::Other);
    running.ticket(&hall).await;
    fails.store(true, Ordering::SeqCst);
    assert_eq!(running.kiosk(hall.issue()).await, Err(WriteError::Unknown));
    running.ended.recv_timeout(PATIENCE).unwrap();
    assert_eq!(
        running.writer.shared().centre().tickets.len(),
        1,
        "nothing is published"
    );
    let writer = running.writer.clone();
    running.stop();
    let late = writer
        .submit(order(Actor::Kiosk(KIOSK), None, hall.issue()))
        .await;
    assert_eq!(late, Err(WriteError::Stopping));
    hall.start().stop();
}

/// A service whose writer broke must not look alive.
#[tokio::test]
async fn a_panic_of_the_writer_ends_the_process() {
    let hall = Hall::new();
    let running = hall.start();
    running.ticket(&hall).await;
    let mut broken = order(Actor::Kiosk(KIOSK), None, hall.issue());
    broken.reply = Box::new(|_, _, _| panic!("this test breaks the writer"));
    let answer = running.writer.submit(broken).await;
    assert_eq!(answer, Err(WriteError::Unknown));
    running.ended.recv_timeout(PATIENCE).unwrap();
    let head = Reader::open(&hall.folder).unwrap().head().unwrap();
    assert_eq!(head.seq, running.writer.shared().head().seq);
}
