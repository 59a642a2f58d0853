//! The lease of a kiosk, and the numbers that it hands in.

use super::hall::{Device, Hall, wish};
use queue_protocol::views::Lease;
use queue_protocol::{Frame, KioskView, ProblemCode as Code};
use serde_json::{Value, json};

async fn lease(device: &Device) -> Option<Lease> {
    let answer = device.get("/views/kiosk").await.ok();
    let frame: Frame<KioskView> = serde_json::from_value(answer).unwrap();
    frame.view.lease
}

fn given(number: &str, arrived_at: &str) -> Value {
    json!({ "number": number, "service": "tu-phap", "purpose": "submit",
        "arrived_at": format!("2026-11-25T{arrived_at}:00+07:00") })
}

#[tokio::test]
async fn each_kiosk_has_a_block_of_its_own_for_the_day() {
    let hall = Hall::open().await;
    let (device, other) = (hall.device("kiosk"), hall.device("other-kiosk"));
    let first = lease(&device).await.unwrap();
    assert_eq!((&*first.letter, first.next, first.last), ("Q", 1, 500));
    assert_eq!(first.valid_until.to_rfc3339(), "2026-11-26T00:00:00+07:00");
    let justice = &first.services[0];
    let span = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    let today = [span("06:45", "11:15"), span("13:15", "16:30")];
    assert_eq!((&*justice.code, &*justice.today), ("tu-phap", &today[..]));
    let second = lease(&other).await.unwrap();
    assert_eq!((second.next, second.last), (501, 1000));
    device
        .post("/tickets/offline", given("Q003", "08:30"))
        .await
        .ok();
    assert_eq!(
        lease(&device).await.unwrap().next,
        4,
        "a kiosk without its disk goes on after"
    );
    assert_eq!(lease(&other).await.unwrap().next, 501);
    let hall = hall.reopen_at("2026-11-25T08:50:00+07:00").await;
    assert_eq!(lease(&hall.device("kiosk")).await.unwrap().next, 4);
}

#[tokio::test]
async fn the_manager_has_no_lease() {
    let hall = Hall::open().await;
    assert_eq!(lease(&hall.device("manager")).await, None);
}

#[tokio::test]
async fn a_number_handed_in_waits_since_the_visitor_came() {
    let hall = Hall::open().await;
    let counter = hall.opened(1).await;
    let device = hall.device("kiosk");
    let mut body = given("q1", "08:20");
    body["priority"] = true.into();
    body["language"] = "en".into();
    let answer = device.post("/tickets/offline", body).await;
    assert_eq!(
        (answer.status, &answer.ok()["number"]),
        (201, &json!("Q001"))
    );
    assert_eq!(answer.ok()["state"], "waiting");
    hall.issue("tu-phap").await;
    let called = counter.post("/counters/1/call-next", json!({})).await.ok();
    assert_eq!(called["ticket"]["number"], "Q001");
    assert_eq!(called["ticket"]["priority"], true);
}

#[tokio::test]
async fn it_is_taken_in_once_under_its_key_and_under_any_other() {
    let hall = Hall::open().await;
    let device = hall.device("kiosk");
    let first = device
        .post_under("k-1", "/tickets/offline", given("Q001", "08:20"))
        .await;
    let again = device
        .post_under("k-1", "/tickets/offline", given("Q001", "08:20"))
        .await;
    assert_eq!((again.status, &again.text), (201, &first.text));
    let other = device
        .post("/tickets/offline", given("Q001", "08:20"))
        .await;
    let problem = other.refused(Code::HandedInBefore);
    assert_eq!(problem.number.as_deref(), Some("Q001"));
}

#[tokio::test]
async fn neither_hours_nor_caps_are_asked_but_who_and_what_is() {
    let hall = Hall::open_at("2026-11-25T12:10:00+07:00").await;
    let device = hall.device("kiosk");
    for service in ["tu-phap", "it-so", "it-so", "it-so", "buoi-chieu"] {
        let number = format!("Q00{}", lease(&device).await.unwrap().next);
        let mut body = given(&number, "11:50");
        body["service"] = service.into();
        assert_eq!(device.post("/tickets/offline", body).await.status, 201);
    }
    let wrong = device
        .post("/tickets/offline", given("A001", "11:50"))
        .await;
    wrong.refused(Code::NotOffline);
    let mut nowhere = given("Q010", "11:50");
    nowhere["service"] = "nowhere".into();
    let nowhere = device.post("/tickets/offline", nowhere).await;
    nowhere.refused(Code::UnknownService);
    let desk = hall
        .counter(1)
        .post("/tickets/offline", given("Q011", "11:50"))
        .await;
    desk.refused(Code::RoleNotAllowed);
    let mut class = given("Q012", "11:50");
    class["priority"] = "elderly".into();
    let class = device.post("/tickets/offline", class).await;
    class.refused(Code::BadRequest);
    assert!(!class.text.contains("elderly"));
}

#[tokio::test]
async fn what_an_unanswered_request_made_is_given_up() {
    let hall = Hall::open().await;
    let device = hall.device("kiosk");
    let ghost = device
        .post_under("ask-1", "/tickets", wish("tu-phap"))
        .await
        .ok();
    let mut body = given("Q001", "08:41");
    body["replaces"] = "ask-1".into();
    device.post("/tickets/offline", body).await.ok();
    let number = ghost["ticket"]["number"].as_str().unwrap();
    let path = format!("/tickets/{number}");
    let now = hall.device("manager").get(&path).await.ok();
    assert_eq!(now["ticket"]["state"], "cancelled");
}

#[tokio::test]
async fn a_request_that_comes_after_its_replacement_makes_nothing() {
    let hall = Hall::open().await;
    let device = hall.device("kiosk");
    let mut body = given("Q001", "08:41");
    body["replaces"] = "ask-1".into();
    device.post("/tickets/offline", body).await.ok();
    let late = device
        .post_under("ask-1", "/tickets", wish("tu-phap"))
        .await;
    late.refused(Code::KeyReused);
    // Another kiosk's key of the same name is another key.
    let other = hall
        .device("other-kiosk")
        .post_under("ask-1", "/tickets", wish("tu-phap"))
        .await;
    assert_eq!(other.status, 201);
}

#[tokio::test]
async fn one_of_another_day_is_recorded_once_and_expired() {
    let hall = Hall::open().await;
    hall.issue("tu-phap").await;
    let hall = hall.reopen_at("2026-11-26T08:00:00+07:00").await;
    let device = hall.device("kiosk");
    let answer = device
        .post("/tickets/offline", given("Q001", "16:20"))
        .await;
    assert_eq!(answer.ok()["state"], "expired");
    let again = device
        .post("/tickets/offline", given("Q001", "16:20"))
        .await;
    again.refused(Code::HandedInBefore);
    assert_eq!(
        lease(&device).await.unwrap().next,
        1,
        "today's block is untouched"
    );
    let mut today = given("Q001", "07:00");
    today["arrived_at"] = "2026-11-26T07:59:00+07:00".into();
    let today = device.post("/tickets/offline", today).await;
    assert_eq!(today.ok()["state"], "waiting");
    let hall = hall.reopen_at("2026-11-26T08:10:00+07:00").await;
    let next = lease(&hall.device("kiosk")).await.unwrap().next;
    assert_eq!(next, 2, "and the journal is whole");
}

#[tokio::test]
async fn nobody_came_before_the_kiosk_was_last_heard() {
    let hall = Hall::open().await;
    let device = hall.device("kiosk");
    device.post("/kiosk/state", json!({})).await.ok();
    let stream = super::streams::Stream::open(&device, "/views/kiosk/stream").await;
    drop(stream);
    device
        .post("/tickets/offline", given("Q001", "07:00"))
        .await
        .ok();
    let seen = hall.device("manager").get("/tickets/Q001").await.ok();
    let waited = seen["ticket"]["waited_s"].as_u64().unwrap();
    assert!(waited < 600, "{waited} s, as if from 07:00");
}
