//! Group commit: what waits shares one COMMIT, and nobody hears of anything before it.

use crate::hall::{DESK, Hall, KIOSK, PATIENCE, Running, order};
use futures::future::join_all;
use queue_core::{Actor, Refusal};
use queue_service::writer::WriteError;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use tokio::time::timeout;

/// Stops every COMMIT until it is let go.
struct Gate {
    reached: mpsc::Receiver<()>,
    pass: mpsc::Sender<()>,
}

/// A running writer whose first commit (the opening of the day) has passed.
fn gated(hall: &Hall) -> (Running, Gate) {
    let running = hall.start();
    running.stop();
    let (reach, reached) = mpsc::channel();
    let (pass, passing) = mpsc::channel();
    let before_commit = Box::new(move || {
        reach.send(()).unwrap();
        passing.recv().unwrap();
        Ok(())
    });
    (
        Running::with_commit(hall.scribe(), before_commit),
        Gate { reached, pass },
    )
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_hears_of_what_is_not_committed() {
    let hall = Hall::new();
    let (running, gate) = gated(&hall);
    let writer = running.writer.clone();
    let issue = order(Actor::Kiosk(KIOSK), None, hall.issue());
    let mut asking = tokio::spawn(async move { writer.submit(issue).await });
    gate.reached.recv_timeout(PATIENCE).unwrap();
    assert!(!asking.is_finished());
    assert_eq!(running.writer.shared().centre().tickets.len(), 0);
    let seq = running.writer.shared().head().seq;
    gate.pass.send(()).unwrap();
    timeout(PATIENCE, &mut asking)
        .await
        .unwrap()
        .unwrap()
        .unwrap();
    assert_eq!(running.writer.shared().centre().tickets.len(), 1);
    assert_eq!(running.writer.shared().head().seq.0, seq.0 + 1);
    running.stop();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_that_wait_take_two_commits() {
    let hall = Hall::new();
    let (running, gate) = gated(&hall);
    let (writer, issue) = (
        running.writer.clone(),
        order(Actor::Kiosk(KIOSK), None, hall.issue()),
    );
    let first = tokio::spawn(async move { writer.submit(issue).await });
    gate.reached.recv_timeout(PATIENCE).unwrap();
    let waiting: Vec<_> = (0..100)
        .map(|_| {
            let issue = order(Actor::Kiosk(KIOSK), None, hall.issue());
            running.writer.submit(issue)
        })
        .collect();
    let mut waiting = Box::pin(join_all(waiting));
    // One poll hands every order in.
    assert!(futures::poll!(&mut waiting).is_pending());
    for _ in 0..3 {
        gate.pass.send(()).unwrap();
    }
    let answers = timeout(PATIENCE, waiting).await.unwrap();
    first.await.unwrap().unwrap();
    assert_eq!(
        gate.reached.try_iter().count(),
        2,
        "commits after the first"
    );
    let distinct: BTreeSet<_> = answers
        .into_iter()
        .map(|answer| answer.unwrap().body)
        .collect();
    assert_eq!(distinct.len(), 100);
    running.stop();
}

#[tokio::test]
async fn a_refusal_takes_nobody_along() {
    let hall = Hall::new();
    let (running, gate) = gated(&hall);
    let refused = order(Actor::Counter(DESK), None, hall.finish());
    let issued = order(Actor::Kiosk(KIOSK), None, hall.issue());
    let called = order(Actor::Counter(DESK), None, hall.issue());
    let asking = join_all([refused, issued, called].map(|order| running.writer.submit(order)));
    for _ in 0..3 {
        gate.pass.send(()).unwrap();
    }
    let answers = timeout(PATIENCE, asking).await.unwrap();
    assert_eq!(answers[0], Err(WriteError::Refused(Refusal::CounterClosed)));
    assert!(answers[1].is_ok() && answers[2].is_ok());
    let seqs: Vec<u64> = hall
        .sql()
        .prepare("SELECT seq FROM event ORDER BY seq")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(
        seqs,
        (1..=seqs.len() as u64).collect::<Vec<_>>(),
        "seq has no gaps"
    );
    running.stop();
}

#[tokio::test]
async fn stopping_stores_what_waits_and_refuses_what_comes() {
    let hall = Hall::new();
    let commits = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&commits);
    let before_commit = Box::new(move || {
        count.fetch_add(1, Ordering::SeqCst);
        Ok(())
    });
    let running = Running::with_commit(hall.scribe(), before_commit);
    let writer = running.writer.clone();
    let issues = (0..10).map(|_| writer.submit(order(Actor::Kiosk(KIOSK), None, hall.issue())));
    let mut waiting = Box::pin(join_all(issues));
    assert!(futures::poll!(&mut waiting).is_pending());
    tokio::task::spawn_blocking(move || running.stop())
        .await
        .unwrap();
    assert!(
        timeout(PATIENCE, waiting)
            .await
            .unwrap()
            .iter()
            .all(Result::is_ok)
    );
    assert!(commits.load(Ordering::SeqCst) >= 2);
    let late = writer
        .submit(order(Actor::Kiosk(KIOSK), None, hall.issue()))
        .await;
    assert_eq!(late, Err(WriteError::Stopping));
}
