//! The service ends in good order, and tells how it is.

use super::hall::{Answer, Hall, MORNING, wish};
use super::streams::{Said, Stream};
use serde_json::{Value, json};
use std::time::Duration;

#[tokio::test]
async fn open_streams_end_and_do_not_hold_the_service() {
    let hall = Hall::open().await;
    let mut streams = Vec::new();
    for (device, path) in [
        ("board", "/views/board/stream"),
        ("kiosk", "/views/kiosk/stream"),
        ("manager", "/views/hall/stream"),
        ("counter-1", "/views/counters/1/stream"),
    ] {
        let mut stream = Stream::open(&hall.device(device), path).await;
        stream.next().await;
        streams.push(stream);
    }
    let stopping = tokio::spawn(hall.running.stop());
    for stream in &mut streams {
        while stream.next().await != Said::Over {}
    }
    tokio::time::timeout(Duration::from_secs(20), stopping)
        .await
        .unwrap()
        .unwrap();
}

#[tokio::test]
async fn everything_answered_is_there_after_a_restart() {
    let hall = Hall::open().await;
    let mut numbers = Vec::new();
    for _ in 0..5 {
        numbers.push(hall.issue("tu-phap").await);
    }
    let hall = hall.reopen_at(MORNING).await;
    for number in numbers {
        hall.counter(1)
            .get(&format!("/tickets/{number}"))
            .await
            .ok();
    }
    assert_eq!(hall.issue("tu-phap").await, "A006");
}

#[tokio::test]
async fn commands_under_way_are_answered_or_nothing() {
    let hall = Hall::open().await;
    let kiosk = hall.device("kiosk");
    let issuing = (0..20).map(|n| {
        let kiosk = kiosk.clone();
        tokio::spawn(async move {
            let request = kiosk.request(reqwest::Method::POST, "/tickets");
            let request = request.header("Idempotency-Key", format!("n-{n}"));
            request
                .json(&wish("tu-phap"))
                .send()
                .await
                .map(|answer| answer.status().as_u16())
        })
    });
    let issuing: Vec<_> = issuing.collect();
    let Hall {
        folder,
        running,
        ids,
        ..
    } = hall;
    running.stop().await;
    let mut answered = 0;
    for task in issuing {
        match task.await.unwrap() {
            Ok(201) => answered += 1,
            Ok(status) => assert_eq!(status, 503),
            Err(error) => assert!(error.is_connect() || error.is_request(), "{error}"),
        }
    }
    let _ = ids;
    let state = queue_service::journal::Journal::open(&queue_service::journal::DataFolder::new(
        folder.path(),
    ));
    assert!(
        state.unwrap().1.centre.tickets.len() >= answered,
        "each answered one is stored"
    );
}

#[tokio::test]
async fn health_and_metrics_need_no_token_and_stand_beside_the_api() {
    let hall = Hall::open().await;
    let root = format!("http://{}", hall.running.addr);
    let http = reqwest::Client::new();
    let ask = |path: &str| Answer::of(http.get(format!("{root}{path}")));
    assert_eq!(ask("/health/live").await.status, 204);
    let ready: Value = ask("/health/ready").await.ok();
    assert_eq!(ready, json!({ "ready": true, "warnings": [] }));

    hall.issue("tu-phap").await;
    hall.device("kiosk")
        .post("/tickets", wish("khong-co"))
        .await;
    let mut stream = Stream::open(&hall.device("board"), "/views/board/stream").await;
    stream.next().await;
    let metrics = ask("/metrics").await;
    assert!(
        metrics.headers["content-type"]
            .to_str()
            .unwrap()
            .starts_with("application/openmetrics-text")
    );
    for line in [
        "xinmoi_commands_total{verb=\"issue\",result=\"done\"} 1",
        "xinmoi_commands_total{verb=\"issue\",result=\"refused\"} 1",
        "xinmoi_streams{view=\"board\"} 1",
        "xinmoi_waiting{service=\"tu-phap\"} 1",
        "xinmoi_storing 1",
    ] {
        assert!(
            metrics.text.contains(line),
            "{line} is missing in\n{}",
            metrics.text
        );
    }
    assert!(!metrics.text.contains("xinmoi_wal_bytes 0\n"));
}
