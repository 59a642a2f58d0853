//! Everybody at once: 24 clients, each command sent twice under one key.

use super::hall::{CROWD, Hall, wish};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const EACH: usize = 20;

#[tokio::test(flavor = "multi_thread")]
async fn numbers_and_calls_are_all_distinct() {
    let hall = Hall::open().await;
    for counter in CROWD {
        hall.opened(counter).await;
    }
    let clients = CROWD.count();
    let kiosk = hall.device("kiosk");
    let issuing = (0..clients).map(|client| {
        let kiosk = kiosk.clone();
        tokio::spawn(async move {
            let mut numbers = Vec::new();
            for n in 0..EACH {
                let key = format!("issue-{client}-{n}");
                let twice = futures::future::join(
                    kiosk.post_under(&key, "/tickets", wish("dong-nguoi")),
                    kiosk.post_under(&key, "/tickets", wish("dong-nguoi")),
                );
                let (first, second) = twice.await;
                assert_eq!(first.ok(), second.ok());
                numbers.push(text(&first.ok()["ticket"]["number"]));
            }
            numbers
        })
    });
    let issued = gather(issuing).await;
    let expected: BTreeSet<String> = (1..=clients * EACH).map(|n| format!("S{n:03}")).collect();
    assert_eq!(issued, expected);

    let calling = CROWD.map(|counter| {
        let device = hall.counter(counter);
        tokio::spawn(async move {
            let mut called = Vec::new();
            for n in 0..EACH {
                let (key, path) = (
                    format!("call-{n}"),
                    format!("/counters/{counter}/call-next"),
                );
                let twice = futures::future::join(
                    device.post_under(&key, &path, json!({})),
                    device.post_under(&key, &path, json!({})),
                );
                let (first, second) = twice.await;
                assert_eq!(first.ok(), second.ok());
                called.push(text(&first.ok()["ticket"]["number"]));
                let finish = format!("/counters/{counter}/finish");
                device
                    .post(&finish, json!({ "outcome": "received" }))
                    .await
                    .ok();
            }
            called
        })
    });
    assert_eq!(gather(calling).await, expected);
}

/// What all of them got; nothing twice.
async fn gather(
    tasks: impl Iterator<Item = tokio::task::JoinHandle<Vec<String>>>,
) -> BTreeSet<String> {
    let tasks: Vec<_> = tasks.collect();
    let mut all = BTreeSet::new();
    for task in tasks {
        for number in task.await.unwrap() {
            assert!(all.insert(number.clone()), "{number} twice");
        }
    }
    all
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}
