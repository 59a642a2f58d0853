//! The same key is the same command: once stored, always the same answer.

use crate::hall::{Hall, KIOSK, Running, date, instant, key, order};
use queue_core::{Actor, Command, DeviceId};
use queue_service::writer::{Key, Reply, WriteError};

async fn submit(
    running: &Running,
    key: Option<Key>,
    command: Command,
) -> Result<Reply, WriteError> {
    running
        .writer
        .submit(order(Actor::Kiosk(KIOSK), key, command))
        .await
}

fn remembered(hall: &Hall) -> usize {
    hall.sql()
        .query_row("SELECT count(*) FROM answer", [], |row| row.get(0))
        .unwrap()
}

#[tokio::test]
async fn a_repeated_command_changes_nothing_and_gets_its_answer_even_after_a_restart() {
    let hall = Hall::new();
    let running = hall.start();
    let first = submit(&running, key("k1", "issue"), hall.issue())
        .await
        .unwrap();
    let other = submit(&running, key("k2", "issue"), hall.issue())
        .await
        .unwrap();
    assert_ne!(first, other);
    assert_eq!(
        submit(&running, key("k1", "issue"), hall.issue())
            .await
            .unwrap(),
        first
    );
    running.stop();
    let running = hall.start();
    assert_eq!(
        submit(&running, key("k1", "issue"), hall.issue())
            .await
            .unwrap(),
        first
    );
    assert_eq!(running.writer.shared().centre().tickets.len(), 2);
    running.stop();
}

#[tokio::test]
async fn repeated_within_one_batch_it_is_decided_once() {
    let hall = Hall::new();
    let running = hall.start();
    let twice = [0, 1].map(|_| submit(&running, key("k1", "issue"), hall.issue()));
    let answers = futures::future::join_all(twice).await;
    assert_eq!(answers[0].as_ref().unwrap(), answers[1].as_ref().unwrap());
    assert_eq!(running.writer.shared().centre().tickets.len(), 1);
    running.stop();
}

#[tokio::test]
async fn a_key_is_not_used_for_another_command() {
    let hall = Hall::new();
    let running = hall.start();
    submit(&running, key("k1", "issue a"), hall.issue())
        .await
        .unwrap();
    let other = submit(&running, key("k1", "issue b"), hall.issue()).await;
    assert_eq!(other, Err(WriteError::KeyReused));
    assert_eq!(running.writer.shared().centre().tickets.len(), 1);
    let key = key("k1", "issue b").map(|key| Key {
        device: DeviceId(2),
        ..key
    });
    submit(&running, key, hall.issue()).await.unwrap();
    running.stop();
}

#[tokio::test]
async fn what_changed_nothing_is_not_remembered() {
    let hall = Hall::new();
    let running = hall.start();
    let call = Command::CallNext {
        counter: hall.counter,
    };
    let desk = |key, command| {
        let actor = Actor::Counter(crate::hall::DESK);
        running.writer.submit(order(actor, key, command))
    };
    assert!(matches!(
        desk(key("c1", "call"), call.clone()).await,
        Err(WriteError::Refused(_))
    ));
    desk(None, hall.open()).await.unwrap();
    assert_eq!(
        desk(key("c1", "call"), call.clone()).await.unwrap().status,
        204
    );
    assert_eq!(remembered(&hall), 0);
    running.ticket(&hall).await;
    assert_eq!(
        desk(key("c1", "call"), call.clone()).await.unwrap().status,
        200
    );
    assert_eq!(remembered(&hall), 1);
    running.stop();
}

/// Until the end of the next day, and no longer.
#[tokio::test]
async fn answers_are_forgotten_when_the_next_day_has_ended() {
    let hall = Hall::new();
    let running = hall.start();
    let first = submit(&running, key("k1", "issue"), hall.issue())
        .await
        .unwrap();
    running.stop();
    hall.time.set(instant("2026-11-26T08:00:00+07:00"));
    let running = hall.start();
    assert_eq!(
        running.writer.shared().centre().day,
        Some(date("2026-11-26"))
    );
    assert_eq!(
        submit(&running, key("k1", "issue"), hall.issue())
            .await
            .unwrap(),
        first
    );
    running.stop();
    hall.time.set(instant("2026-11-27T08:00:00+07:00"));
    let running = hall.start();
    assert_eq!(remembered(&hall), 0);
    assert_ne!(
        submit(&running, key("k1", "issue"), hall.issue())
            .await
            .unwrap(),
        first
    );
    running.stop();
}
