//! `/tickets`, the way it should go.

use super::hall::{Hall, wish};
use queue_protocol::ProblemCode as Code;
use serde_json::json;

#[tokio::test]
async fn a_number_comes_with_all_that_the_slip_needs() {
    let hall = Hall::open().await;
    hall.opened(1).await;
    hall.issue("tu-phap").await;
    let body = json!({ "service": "tu-phap", "purpose": "submit", "procedure": "3.000333",
        "language": "en" });
    let answer = hall.device("kiosk").post("/tickets", body).await;
    assert_eq!(answer.status, 201);
    let ticket = &answer.ok()["ticket"];
    assert_eq!(ticket["number"], "A002");
    assert_eq!(ticket["service"], "tu-phap");
    assert_eq!(ticket["priority"], false);
    assert_eq!(ticket["people_ahead"], 1);
    assert_eq!(ticket["counters"], json!([1, 2]));
    assert!(ticket["wait"]["likely_s"].as_u64() <= ticket["wait"]["cautious_s"].as_u64());
    assert!(
        ticket["issued_at"]
            .as_str()
            .unwrap()
            .starts_with("2026-11-25T08:42:0")
    );
    assert!(ticket["issued_at"].as_str().unwrap().ends_with("+07:00"));
    assert!(ticket["follow_path"].as_str().unwrap().starts_with("/t/"));
}

#[tokio::test]
async fn a_ticket_keeps_any_language_of_the_product_and_takes_no_other() {
    let hall = Hall::open().await;
    let (counter, kiosk) = (hall.opened(1).await, hall.device("kiosk"));
    for language in queue_protocol::Language::known() {
        let mut body = wish("tu-phap");
        body["language"] = language.as_str().into();
        kiosk.post("/tickets", body).await.ok();
        let called = counter.post("/counters/1/call-next", json!({})).await.ok();
        assert_eq!(called["ticket"]["language"], language.as_str());
        counter.post("/counters/1/no-show", json!({})).await.ok();
    }
    let mut body = wish("tu-phap");
    body["language"] = "tlh".into();
    let refused = kiosk.post("/tickets", body).await;
    assert_eq!(refused.status, 400);
    assert!(
        !refused.text.contains("tlh"),
        "no value of a body is repeated"
    );
}

#[tokio::test]
async fn priority_goes_ahead_and_only_the_mark_is_told() {
    let hall = Hall::open().await;
    let (counter, kiosk) = (hall.opened(1).await, hall.device("kiosk"));
    let first = kiosk.post("/tickets", wish("tu-phap")).await.ok();
    // Who comes in the same instant passes nobody.
    let instant = &first["ticket"]["issued_at"];
    while kiosk.get("/views/kiosk").await.ok()["at"] == *instant {}
    let mut body = wish("tu-phap");
    body["priority"] = "elderly".into();
    let answer = kiosk.post("/tickets", body).await;
    let ticket = &answer.ok()["ticket"];
    assert_eq!(
        (&ticket["priority"], &ticket["people_ahead"]),
        (&json!(true), &json!(0))
    );
    assert!(!answer.text.contains("elderly"));
    let called = counter.post("/counters/1/call-next", json!({})).await.ok();
    assert_eq!(called["ticket"]["number"], "A002");
    assert_eq!(called["reason"]["kind"], "priority");
    assert_eq!(called["reason"]["passed_over"], "A001");
    assert_eq!(called["reason"]["head_start_s"], 3600);
}

#[tokio::test]
async fn an_officer_gives_numbers_by_hand_and_with_classes_that_only_staff_grant() {
    let hall = Hall::open().await;
    let mut body = wish("tu-phap");
    body["priority"] = "help".into();
    hall.device("kiosk")
        .post("/tickets", body.clone())
        .await
        .refused(Code::UnknownClass);
    let ticket = hall.counter(1).post("/tickets", body).await.ok();
    assert_eq!(ticket["ticket"]["priority"], true);
}

#[tokio::test]
async fn a_ticket_is_found_by_its_number_however_it_is_typed() {
    let hall = Hall::open().await;
    hall.issue("tu-phap").await;
    for typed in ["A001", "a001", "a1", "A1"] {
        let found = hall.counter(1).get(&format!("/tickets/{typed}")).await.ok();
        assert_eq!(found["ticket"]["number"], "A001");
        assert_eq!(found["ticket"]["state"], "waiting");
        assert_eq!(found["ticket"]["purpose"], "submit");
    }
    hall.device("manager").get("/tickets/A001").await.ok();
}

#[tokio::test]
async fn staff_cancel_restore_and_grant_with_permission() {
    let hall = Hall::open().await;
    let chief = hall.opened(1).await;
    let number = hall.issue("tu-phap").await;

    let grant = json!({ "grant": "help", "reason": "proof" });
    let granted = chief
        .post(&format!("/tickets/{number}/priority"), grant)
        .await
        .ok();
    assert_eq!(granted["ticket"]["priority"], true);
    let withdraw = json!({ "reason": "mistake" });
    let withdrawn = chief
        .post(&format!("/tickets/{number}/priority"), withdraw)
        .await
        .ok();
    assert_eq!(withdrawn["ticket"]["priority"], false);

    chief.post("/counters/1/call-next", json!({})).await.ok();
    chief.post("/counters/1/no-show", json!({})).await.ok();
    let restored = chief
        .post(&format!("/tickets/{number}/restore"), json!({}))
        .await
        .ok();
    assert_eq!(restored["ticket"]["state"], "waiting");
    let cancelled = chief
        .post(&format!("/tickets/{number}/cancel"), json!({}))
        .await
        .ok();
    assert_eq!(cancelled["ticket"]["state"], "cancelled");
    assert_eq!(
        hall.issue("tu-phap").await,
        "A002",
        "a cancelled number is not used again"
    );
}

#[tokio::test]
async fn the_manager_needs_no_counter_and_no_permission() {
    let hall = Hall::open().await;
    let manager = hall.device("manager");
    let number = hall.issue("tu-phap").await;
    let to = json!({ "service": "dat-dai", "reason": "wrong_service" });
    let sent = manager
        .post(&format!("/tickets/{number}/transfer"), to)
        .await
        .ok();
    assert_eq!(sent["ticket"]["service"], "dat-dai");
    assert_eq!(sent["ticket"]["number"], "A001", "the number stays");
    manager
        .post(&format!("/tickets/{number}/cancel"), json!({}))
        .await
        .ok();
}

#[tokio::test]
async fn a_kiosk_cancels_what_it_issued_and_nothing_else() {
    let hall = Hall::open().await;
    let number = hall.issue("tu-phap").await;
    let path = format!("/tickets/{number}/cancel");
    hall.device("other-kiosk")
        .post(&path, json!({}))
        .await
        .refused(Code::RoleNotAllowed);
    let cancelled = hall.device("kiosk").post(&path, json!({})).await.ok();
    assert_eq!(cancelled["ticket"]["state"], "cancelled");
}

#[tokio::test]
async fn paper_is_reported_printed_again_and_cleared() {
    let hall = Hall::open().await;
    let (kiosk, officer) = (hall.device("kiosk"), hall.opened(1).await);
    let number = hall.issue("tu-phap").await;
    let report = json!({ "result": "unknown", "cause": "cover_open" });
    kiosk
        .post(&format!("/tickets/{number}/print-result"), report)
        .await
        .ok();
    let doubt = &officer.get("/views/hall").await.ok()["view"]["paper"][0];
    assert_eq!(
        (&doubt["number"], &doubt["result"]),
        (&json!("A001"), &json!("unknown"))
    );
    assert_eq!(doubt["cause"], "cover_open");

    let again = json!({ "kiosk": hall.ids["other-kiosk"] });
    officer
        .post(&format!("/tickets/{number}/reprint"), again)
        .await
        .ok();
    let job = &hall.device("other-kiosk").get("/views/kiosk").await.ok()["view"]["reprints"][0];
    assert_eq!(job["ticket"]["number"], "A001");
    assert_eq!(job["language"], "vi");
    assert_eq!(job["first"], false, "a kiosk printed it before");
    assert_eq!(
        kiosk.get("/views/kiosk").await.ok()["view"]["reprints"],
        json!([])
    );

    let printed = json!({ "result": "printed" });
    let path = format!("/tickets/{number}/print-result");
    kiosk
        .post(&path, printed.clone())
        .await
        .refused(Code::RoleNotAllowed);
    hall.device("other-kiosk").post(&path, printed).await.ok();
    assert_eq!(
        hall.device("other-kiosk").get("/views/kiosk").await.ok()["view"]["reprints"],
        json!([])
    );

    let failed = json!({ "result": "failed" });
    kiosk.post(&path, failed).await.ok();
    officer
        .post(&format!("/tickets/{number}/clear-paper"), json!({}))
        .await
        .ok();
    assert_eq!(
        officer.get("/views/hall").await.ok()["view"]["paper"],
        json!([])
    );
}
