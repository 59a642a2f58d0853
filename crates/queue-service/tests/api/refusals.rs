//! What the rules refuse, each with its code and what the screen needs to word it.

use super::hall::{Hall, signed_in, wish};
use queue_protocol::ProblemCode as Code;
use serde_json::json;

#[tokio::test]
async fn numbers_are_refused_with_their_reason() {
    let hall = Hall::open().await;
    let kiosk = hall.device("kiosk");
    let ask = |body| kiosk.post("/tickets", body);

    let closed = ask(wish("buoi-chieu")).await.refused(Code::Closed);
    assert_eq!(
        closed.until.unwrap().to_rfc3339(),
        "2026-11-25T13:15:00+07:00"
    );
    assert!(closed.detail.contains("before_opening"));
    ask(wish("khong-co")).await.refused(Code::UnknownService);
    ask(wish("da-het")).await.refused(Code::UnknownService);
    ask(json!({ "service": "dat-dai", "purpose": "collect" }))
        .await
        .refused(Code::PurposeNotTaken);
    let elsewhere = json!({ "service": "tu-phap", "purpose": "submit", "procedure": "1.012784" });
    ask(elsewhere).await.refused(Code::UnknownProcedure);
    let mut unknown_class = wish("tu-phap");
    unknown_class["priority"] = "vip".into();
    ask(unknown_class).await.refused(Code::UnknownClass);

    ask(wish("it-so")).await.ok();
    ask(wish("it-so")).await.ok();
    ask(wish("it-so")).await.refused(Code::CapReached);

    ask(wish("viec-lau")).await.ok();
    let passes = ask(wish("viec-lau")).await;
    let passes = passes.refused(Code::WorkPassesClosing);
    let tomorrow = "2026-11-26T06:45:00+07:00";
    assert_eq!(passes.until.unwrap().to_rfc3339(), tomorrow);
    let mut handed_in = wish("viec-lau");
    handed_in["number"] = "Q001".into();
    handed_in["arrived_at"] = "2026-11-25T08:40:00+07:00".into();
    kiosk.post("/tickets/offline", handed_in).await.ok();
    assert_eq!(
        hall.issue("tu-phap").await,
        "A001",
        "nothing refused took a number"
    );
}

#[tokio::test]
async fn counters_are_refused_with_their_holder() {
    let hall = Hall::open().await;
    let (first, second) = (hall.opened(1).await, hall.counter(2));

    second
        .post("/counters/99/open", signed_in(102))
        .await
        .refused(Code::UnknownCounter);
    second
        .post("/counters/2/close", json!({}))
        .await
        .refused(Code::CounterClosed);
    second
        .post("/counters/99/close", json!({}))
        .await
        .refused(Code::UnknownCounter);
    let held = second
        .post("/counters/1/open", signed_in(102))
        .await
        .refused(Code::CounterHeld);
    assert_eq!(held.officer, Some(101));
    let elsewhere = second
        .post("/counters/2/open", signed_in(101))
        .await
        .refused(Code::OfficerElsewhere);
    assert_eq!(elsewhere.counter, Some(1));
    let two = first
        .post("/counters/2/open", signed_in(102))
        .await
        .refused(Code::DeviceElsewhere);
    assert_eq!(two.counter, Some(1));
    second
        .post("/counters/1/call-next", json!({}))
        .await
        .refused(Code::CounterNotYours);
}

#[tokio::test]
async fn verbs_are_refused_where_they_do_not_fit() {
    let hall = Hall::open().await;
    let counter = hall.opened(1).await;
    let post = |verb: &'static str, body| {
        let counter = counter.clone();
        async move { counter.post(&format!("/counters/1/{verb}"), body).await }
    };
    let received = json!({ "outcome": "received" });

    for verb in ["recall", "serve", "return", "hold", "no-show"] {
        post(verb, json!({})).await.refused(Code::CounterIdle);
    }
    post("finish", received.clone())
        .await
        .refused(Code::CounterIdle);
    post("back", json!({}))
        .await
        .refused(Code::CounterNotOnBreak);

    hall.issue("tu-phap").await;
    let waiting = hall.issue("tu-phap").await;
    post("call-next", json!({})).await.ok();
    let busy = post("call-next", json!({}))
        .await
        .refused(Code::CounterBusy);
    assert_eq!(busy.number.as_deref(), Some("A001"));
    post("close", json!({})).await.refused(Code::CounterBusy);
    post("break", json!({ "reason": "rest" }))
        .await
        .refused(Code::CounterBusy);
    let of_waiting = json!({ "outcome": "received", "number": waiting });
    post("finish", of_waiting).await.refused(Code::WrongState);
    post("serve", json!({})).await.ok();
    let wrong = post("recall", json!({})).await.refused(Code::WrongState);
    assert_eq!(
        (wrong.number.as_deref(), wrong.counter),
        (Some("A001"), Some(1))
    );
    post("finish", received).await.ok();

    post("break", json!({ "reason": "rest" })).await.ok();
    post("call-next", json!({}))
        .await
        .refused(Code::CounterOnBreak);
}

#[tokio::test]
async fn transfers_go_only_where_someone_serves_today() {
    let hall = Hall::open().await;
    let counter = hall.opened(1).await;
    hall.issue("tu-phap").await;
    counter.post("/counters/1/call-next", json!({})).await.ok();
    let send = |to| counter.post("/counters/1/transfer", to);
    send(json!({ "service": "khong-co" }))
        .await
        .refused(Code::UnknownService);
    send(json!({ "service": "thu-hai" }))
        .await
        .refused(Code::NotServedToday);
    send(json!({ "service": "dat-dai", "counter": 1 }))
        .await
        .refused(Code::NotServedHere);
    send(json!({ "service": "dat-dai", "counter": 3 }))
        .await
        .refused(Code::CounterClosed);
    send(json!({ "service": "dat-dai", "counter": 99 }))
        .await
        .refused(Code::UnknownCounter);
    send(json!({ "service": "tu-phap" })).await.ok();
    let number = "/tickets/A001/transfer";
    counter
        .post(number, json!({ "service": "tu-phap" }))
        .await
        .refused(Code::NothingToChange);
    let closed = hall
        .counter(2)
        .post(number, json!({ "service": "dat-dai" }))
        .await;
    closed.refused(Code::CounterClosed);
}

#[tokio::test]
async fn tickets_are_refused_in_the_wrong_state_or_too_late() {
    let hall = Hall::open().await;
    let chief = hall.opened(1).await;
    let number = hall.issue("tu-phap").await;
    let post = |verb: &str, body| {
        let (chief, path) = (chief.clone(), format!("/tickets/{number}/{verb}"));
        async move { chief.post(&path, body).await }
    };
    post("restore", json!({})).await.refused(Code::WrongState);
    post("priority", json!({ "grant": "vip", "reason": "proof" }))
        .await
        .refused(Code::UnknownClass);
    post("priority", json!({ "reason": "proof" }))
        .await
        .refused(Code::NothingToChange);
    post("clear-paper", json!({}))
        .await
        .refused(Code::NothingToChange);
    chief
        .post("/tickets/Z999/cancel", json!({}))
        .await
        .refused(Code::UnknownTicket);
    chief
        .get("/tickets/Z999")
        .await
        .refused(Code::UnknownTicket);

    chief.post("/counters/1/call-next", json!({})).await.ok();
    post("cancel", json!({})).await.refused(Code::WrongState);
    chief.post("/counters/1/no-show", json!({})).await.ok();
    let hall = hall.reopen_at("2026-11-25T09:30:00+07:00").await;
    let path = format!("/tickets/{number}/restore");
    hall.counter(1)
        .post(&path, json!({}))
        .await
        .refused(Code::GraceOver);
}

#[tokio::test]
async fn a_counter_calls_only_what_it_serves() {
    let hall = Hall::open().await;
    let chief = hall.opened(1).await;
    let other = hall.issue("dat-dai").await;
    let call = json!({ "number": other, "reason": "asked" });
    chief
        .post("/counters/1/call", call)
        .await
        .refused(Code::NotServedHere);
    let resume = json!({ "number": other });
    chief
        .post("/counters/1/resume", resume)
        .await
        .refused(Code::WrongState);
}

#[tokio::test]
async fn a_receipt_needs_a_call_that_is_known() {
    let hall = Hall::open().await;
    let receipt = json!({ "shown_at": "2026-11-25T08:42:01+07:00" });
    hall.device("board")
        .post("/calls/7/receipts", receipt)
        .await
        .refused(Code::UnknownCall);
}
