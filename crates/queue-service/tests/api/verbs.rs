//! The verbs of a counter, the way they should go.

use super::hall::{Hall, signed_in};
use queue_protocol::ProblemCode;
use serde_json::{Value, json};

#[tokio::test]
async fn a_visit_from_call_to_finish() {
    let hall = Hall::open().await;
    let counter = hall.opened(1).await;
    hall.issue("tu-phap").await;

    let called = counter.post("/counters/1/call-next", json!({})).await.ok();
    assert_eq!(called["ticket"]["number"], "A001");
    assert_eq!(called["ticket"]["state"], "called");
    assert_eq!(called["ticket"]["counter"], 1);
    assert_eq!(called["reason"]["kind"], "only_one");
    let first_call = called["ticket"]["call"].as_u64().unwrap();

    let again = counter.post("/counters/1/recall", json!({})).await.ok();
    assert!(
        again["ticket"]["call"].as_u64().unwrap() > first_call,
        "a new call id"
    );
    assert_eq!(again["ticket"]["recalls"], 1);

    let served = counter.post("/counters/1/serve", Value::Null).await;
    assert_eq!(served.status, 400, "null is not a body");
    let served = counter.post("/counters/1/serve", json!({})).await.ok();
    assert_eq!(
        (&served["ticket"]["state"], &served["ticket"]["call"]),
        (&json!("serving"), &Value::Null)
    );

    let done = json!({ "outcome": "received", "dossiers": 2 });
    let finished = counter.post("/counters/1/finish", done).await.ok();
    assert_eq!(finished["ticket"]["state"], "finished");
}

#[tokio::test]
async fn nobody_waiting_is_204_and_no_body_at_all_is_an_empty_one() {
    let hall = Hall::open().await;
    let counter = hall.opened(1).await;
    let request = counter.request(reqwest::Method::POST, "/counters/1/call-next");
    let answer = super::hall::Answer::of(request.header("Idempotency-Key", "k")).await;
    assert_eq!((answer.status, answer.text.as_str()), (204, ""));
}

#[tokio::test]
async fn held_visitors_come_back_to_any_counter_that_serves_them() {
    let hall = Hall::open().await;
    let (first, second) = (hall.opened(1).await, hall.opened(2).await);
    let number = hall.issue("tu-phap").await;
    first.post("/counters/1/call-next", json!({})).await.ok();
    let back_at = json!({ "back_at": "2026-11-25T09:10:00+07:00" });
    let held = first.post("/counters/1/hold", back_at).await.ok();
    assert_eq!(held["ticket"]["state"], "held");
    let entry = &second.get("/views/counters/2").await.ok()["view"]["held"][0];
    assert_eq!(entry["number"], number.as_str());
    assert_eq!(entry["back_at"], "2026-11-25T09:10:00+07:00");

    let resumed = second
        .post("/counters/2/resume", json!({ "number": number }))
        .await
        .ok();
    assert_eq!(
        (&resumed["ticket"]["state"], &resumed["ticket"]["counter"]),
        (&json!("called"), &json!(2))
    );
    second.post("/counters/2/hold", json!({})).await.ok();
    let done = json!({ "outcome": "supplement_asked", "number": number });
    assert_eq!(
        first.post("/counters/1/finish", done).await.ok()["ticket"]["state"],
        "finished"
    );
}

#[tokio::test]
async fn returned_transferred_missed() {
    let hall = Hall::open().await;
    let counter = hall.opened(1).await;
    let number = hall.issue("tu-phap").await;
    counter.post("/counters/1/call-next", json!({})).await.ok();
    let returned = counter.post("/counters/1/return", json!({})).await.ok();
    assert_eq!(returned["ticket"]["state"], "waiting");

    counter.post("/counters/1/call-next", json!({})).await.ok();
    let to = json!({ "service": "dat-dai", "reason": "next_step" });
    let sent = counter.post("/counters/1/transfer", to).await.ok();
    assert_eq!(
        (&sent["ticket"]["state"], &sent["ticket"]["service"]),
        (&json!("waiting"), &json!("dat-dai"))
    );

    let land = hall.opened(3).await;
    let called = land.post("/counters/3/call-next", json!({})).await.ok();
    assert_eq!(called["ticket"]["number"], number.as_str());
    let missed = land.post("/counters/3/no-show", json!({})).await.ok();
    assert_eq!(missed["ticket"]["state"], "no_show");
}

#[tokio::test]
async fn a_visitor_goes_on_to_a_service_of_the_counter_or_waits_for_it_elsewhere() {
    let hall = Hall::open().await;
    let counter = hall.opened(1).await;
    let number = hall.issue("tu-phap").await;
    counter.post("/counters/1/call-next", json!({})).await.ok();
    counter.post("/counters/1/serve", json!({})).await.ok();
    let next = |service: &str, purpose: &str| json!({ "number": number, "outcome": "received", "dossiers": 2, "service": service, "purpose": purpose });
    let again = next("tu-phap", "guidance");
    let here = counter.post("/counters/1/next-service", again).await.ok();
    assert_eq!(here["ticket"]["state"], "serving");
    assert_eq!(here["ticket"]["number"], number.as_str());
    assert_eq!(here["ticket"]["purpose"], "guidance");

    let other = next("dat-dai", "submit");
    let there = counter.post("/counters/1/next-service", other).await.ok();
    assert_eq!(
        (&there["ticket"]["state"], &there["ticket"]["service"]),
        (&json!("waiting"), &json!("dat-dai"))
    );
    let stays = there["ticket"]["stays"].as_array().unwrap();
    let served = stays.iter().filter(|stay| stay["state"] == "serving");
    assert_eq!(served.count(), 2, "one of each matter");

    let land = hall.opened(3).await;
    let called = land.post("/counters/3/call-next", json!({})).await.ok();
    assert_eq!(called["ticket"]["number"], number.as_str());
    land.post("/counters/3/next-service", next("dat-dai", "collect"))
        .await
        .refused(ProblemCode::PurposeNotTaken);
}

#[tokio::test]
async fn a_chosen_number_is_called_outside_the_rule_and_marked_so() {
    let hall = Hall::open().await;
    let chief = hall.opened(1).await;
    hall.issue("tu-phap").await;
    let second = hall.issue("tu-phap").await;
    let body = json!({ "number": second, "reason": "need" });
    let called = chief.post("/counters/1/call", body).await.ok();
    assert_eq!(called["ticket"]["number"], second.as_str());
    assert_eq!(called["reason"]["kind"], "chosen");
}

#[tokio::test]
async fn open_break_back_close() {
    let hall = Hall::open().await;
    let counter = hall.counter(1);
    let opened = counter.post("/counters/1/open", signed_in(101)).await.ok();
    assert_eq!(opened, json!({ "counter": 1, "status": "open" }));
    let again = counter.post("/counters/1/open", signed_in(101)).await.ok();
    assert_eq!(again["status"], "open", "what is open already stays so");
    let pause = json!({ "reason": "meeting", "minutes": 15 });
    assert_eq!(
        counter.post("/counters/1/break", pause).await.ok()["status"],
        "break"
    );
    assert_eq!(
        counter.post("/counters/1/back", json!({})).await.ok()["status"],
        "open"
    );
    assert_eq!(
        counter.post("/counters/1/close", json!({})).await.ok()["status"],
        "closed"
    );
}

#[tokio::test]
async fn a_take_over_inherits_the_visitor() {
    let hall = Hall::open().await;
    let counter = hall.opened(1).await;
    hall.issue("tu-phap").await;
    counter.post("/counters/1/call-next", json!({})).await.ok();
    let mut body = signed_in(102);
    body["take_over"] = true.into();
    let taken = hall
        .device("spare-counter")
        .post("/counters/1/open", body)
        .await
        .ok();
    assert_eq!(taken["ticket"]["number"], "A001");
    hall.device("spare-counter")
        .post("/counters/1/serve", json!({}))
        .await
        .ok();
}

#[tokio::test]
async fn a_helper_calls_from_the_queue_it_helps() {
    let hall = Hall::open().await;
    let helper = hall.opened(2).await;
    let number = hall.issue("ket-qua").await;
    let called = helper.post("/counters/2/call-next", json!({})).await.ok();
    assert_eq!(called["ticket"]["number"], number.as_str());
}

#[tokio::test]
async fn an_officer_helps_another_queue_for_a_while() {
    let hall = Hall::open().await;
    let counter = hall.opened(1).await;
    let number = hall.issue("ket-qua").await;
    let help = |on: bool| json!({ "service": "ket-qua", "on": on });
    let empty = counter.post("/counters/1/call-next", json!({})).await;
    assert_eq!(empty.status, 204);
    counter.post("/counters/1/help", help(true)).await.ok();
    let view = counter.get("/views/counters/1").await.ok();
    assert_eq!(view["view"]["helping"], json!(["ket-qua"]));
    assert_eq!(view["view"]["waiting"], 1);
    let called = counter.post("/counters/1/call-next", json!({})).await.ok();
    assert_eq!(called["ticket"]["number"], number.as_str());
    counter.post("/counters/1/help", help(false)).await.ok();
    let view = counter.get("/views/counters/1").await.ok();
    assert_eq!(view["view"]["helping"], serde_json::Value::Null);
    let nowhere = json!({ "service": "nowhere", "on": true });
    let refused = counter.post("/counters/1/help", nowhere).await;
    refused.refused(ProblemCode::UnknownService);
}
