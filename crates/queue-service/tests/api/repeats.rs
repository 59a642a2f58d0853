//! The same command under the same key: decided once, answered word for word alike.

use super::hall::{Hall, wish};
use queue_protocol::ProblemCode as Code;
use serde_json::json;

#[tokio::test]
async fn a_repeated_issue_gives_the_same_ticket_word_for_word() {
    let hall = Hall::open().await;
    let kiosk = hall.device("kiosk");
    let first = kiosk.post_under("k", "/tickets", wish("tu-phap")).await;
    hall.issue("tu-phap").await;
    let again = kiosk.post_under("k", "/tickets", wish("tu-phap")).await;
    assert_eq!((again.status, &again.text), (201, &first.text));
    let hall = hall.reopen_at("2026-11-25T08:45:00+07:00").await;
    let after_restart = hall
        .device("kiosk")
        .post_under("k", "/tickets", wish("tu-phap"))
        .await;
    assert_eq!(
        (after_restart.status, &after_restart.text),
        (201, &first.text)
    );
    assert_eq!(hall.issue("tu-phap").await, "A003");
}

#[tokio::test]
async fn a_key_belongs_to_one_command_of_one_device() {
    let hall = Hall::open().await;
    let kiosk = hall.device("kiosk");
    kiosk
        .post_under("k", "/tickets", wish("tu-phap"))
        .await
        .ok();
    kiosk
        .post_under("k", "/tickets", wish("dat-dai"))
        .await
        .refused(Code::KeyReused);
    kiosk
        .post_under("k", "/tickets/A001/cancel", json!({}))
        .await
        .refused(Code::KeyReused);
    let other = hall
        .device("other-kiosk")
        .post_under("k", "/tickets", wish("tu-phap"))
        .await
        .ok();
    assert_eq!(other["ticket"]["number"], "A002");
    assert_eq!(
        hall.issue("dat-dai").await,
        "E001",
        "nothing happened under the reused key"
    );
}

#[tokio::test]
async fn what_changed_nothing_is_decided_again() {
    let hall = Hall::open().await;
    let counter = hall.counter(1);
    let path = "/counters/1/call-next";
    counter
        .post_under("k", path, json!({}))
        .await
        .refused(Code::CounterClosed);
    hall.opened(1).await;
    assert_eq!(counter.post_under("k", path, json!({})).await.status, 204);
    hall.issue("tu-phap").await;
    let called = counter.post_under("k", path, json!({})).await.ok();
    assert_eq!(called["ticket"]["number"], "A001");
    hall.issue("tu-phap").await;
    assert_eq!(
        counter.post_under("k", path, json!({})).await.ok(),
        called,
        "and now remembered"
    );
}

#[tokio::test]
async fn repeats_sent_at_once_are_one_command() {
    let hall = Hall::open().await;
    let kiosk = hall.device("kiosk");
    let repeats = (0..20).map(|_| kiosk.post_under("k", "/tickets", wish("tu-phap")));
    let answers = futures::future::join_all(repeats).await;
    assert!(
        answers
            .iter()
            .all(|answer| answer.status == 201 && answer.text == answers[0].text)
    );
    assert_eq!(hall.issue("tu-phap").await, "A002");
}

#[tokio::test]
async fn a_repeat_outlives_the_permission_and_the_day() {
    let hall = Hall::open().await;
    let chief = hall.opened(1).await;
    hall.issue("tu-phap").await;
    let first = chief
        .post_under("k", "/tickets/A001/cancel", json!({}))
        .await;
    first.ok();
    chief.post("/counters/1/close", json!({})).await.ok();
    let closed = chief
        .post_under("k", "/tickets/A001/cancel", json!({}))
        .await;
    assert_eq!((closed.status, &closed.text), (200, &first.text));
    let hall = hall.reopen_at("2026-11-26T08:00:00+07:00").await;
    let next_day = hall
        .counter(1)
        .post_under("k", "/tickets/A001/cancel", json!({}))
        .await;
    assert_eq!((next_day.status, &next_day.text), (200, &first.text));
    hall.counter(1)
        .post("/tickets/A001/cancel", json!({}))
        .await
        .refused(Code::CounterClosed);
}
