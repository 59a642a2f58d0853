//! Requests that no honest device sends: a clear problem each, 4xx, nothing changed, still alive.

use super::hall::{Answer, Hall, signed_in, wish};
use queue_protocol::{IDEMPOTENCY_KEY, ProblemCode as Code};
use reqwest::Method;
use reqwest::header::CONTENT_TYPE;
use serde_json::{Value, json};

/// Nothing was issued, nothing is open, and the service still works.
async fn untouched(hall: &Hall) {
    let view = hall.device("manager").get("/views/hall").await.ok();
    assert_eq!(view["view"]["issued"], 0);
    let closed = |counter: &Value| counter["status"] == "closed";
    assert!(
        view["view"]["counters"]
            .as_array()
            .unwrap()
            .iter()
            .all(closed)
    );
    assert_eq!(hall.issue("tu-phap").await, "A001");
}

#[tokio::test]
async fn bodies_of_the_wrong_shape() {
    let hall = Hall::open().await;
    let kiosk = hall.device("kiosk");
    for body in [
        json!({}),
        json!([]),
        json!(null),
        json!("tu-phap"),
        json!({ "service": "tu-phap" }),
        json!({ "service": 7, "purpose": "submit" }),
        json!({ "service": null, "purpose": "submit" }),
        json!({ "service": "tu-phap", "purpose": "SUBMIT" }),
        json!({ "service": "tu-phap", "purpose": "buy" }),
        json!({ "service": "tu-phap", "purpose": "submit", "language": "fr" }),
        json!({ "service": "tu-phap", "purpose": "submit", "priority": ["elderly"] }),
        json!({ "service": "tu-phap", "purpose": "submit", "prority": "elderly" }),
        json!({ "service": "tu-phap", "purpose": "submit", "head_start_s": 7200 }),
    ] {
        let text = body.to_string();
        let problem = kiosk.post("/tickets", body).await.refused(Code::BadRequest);
        assert!(
            !problem.detail.contains("elderly"),
            "{text}: {}",
            problem.detail
        );
    }
    untouched(&hall).await;
}

#[tokio::test]
async fn bodies_that_are_not_json_or_break_off() {
    let hall = Hall::open().await;
    let kiosk = hall.device("kiosk");
    let send = |kind: Option<&'static str>, body: &'static [u8]| {
        let request = kiosk
            .request(Method::POST, "/tickets")
            .header(IDEMPOTENCY_KEY, "k");
        let request = match kind {
            Some(kind) => request.header(CONTENT_TYPE, kind),
            None => request,
        };
        Answer::of(request.body(body))
    };
    let json_kind = Some("application/json");
    let whole = br#"{"service":"tu-phap","purpose":"submit"}"#;
    for broken in [
        &whole[..whole.len() - 1],
        b"",
        b"{",
        b"\xff\xfe",
        b"{\"service\":\"tu-phap\xff\",\"purpose\":\"submit\"}",
        b"{\"service\":\"tu-phap\",\"service\":\"dat-dai\",\"purpose\":\"submit\"}",
        b"{\"service\":\"tu-phap\",\"purpose\":\"submit\"} {}",
        b"service=tu-phap&purpose=submit",
    ] {
        send(json_kind, broken).await.refused(Code::BadRequest);
    }
    for kind in [
        None,
        Some("text/plain"),
        Some("application/x-www-form-urlencoded"),
        Some(""),
    ] {
        send(kind, whole).await.refused(Code::NotJson);
    }
    untouched(&hall).await;
    send(Some("application/json; charset=utf-8"), whole)
        .await
        .ok();
}

#[tokio::test]
async fn bodies_that_are_too_large_or_too_deep() {
    let hall = Hall::open().await;
    let kiosk = hall.device("kiosk");
    let long = json!({ "service": "x".repeat(64 * 1024), "purpose": "submit" });
    kiosk
        .post("/tickets", long.clone())
        .await
        .refused(Code::TooLarge);

    let chunks = futures::stream::iter((0..100).map(|_| Ok::<_, std::io::Error>(vec![b' '; 1024])));
    let request = kiosk
        .request(Method::POST, "/tickets")
        .header(IDEMPOTENCY_KEY, "k");
    let unannounced = request.header(CONTENT_TYPE, "application/json");
    Answer::of(unannounced.body(reqwest::Body::wrap_stream(chunks)))
        .await
        .refused(Code::TooLarge);

    let deep = "[".repeat(30_000);
    let request = kiosk
        .request(Method::POST, "/tickets")
        .header(IDEMPOTENCY_KEY, "k");
    let request = request.header(CONTENT_TYPE, "application/json").body(deep);
    Answer::of(request).await.refused(Code::BadRequest);
    untouched(&hall).await;
}

#[tokio::test]
async fn keys_that_are_missing_or_of_the_wrong_shape() {
    let hall = Hall::open().await;
    let kiosk = hall.device("kiosk");
    let bare = || {
        let request = kiosk.request(Method::POST, "/tickets");
        request
            .header(CONTENT_TYPE, "application/json")
            .body(wish("tu-phap").to_string())
    };
    Answer::of(bare()).await.refused(Code::KeyMissing);
    for key in ["", " ", "a b", &"k".repeat(65)] {
        Answer::of(bare().header(IDEMPOTENCY_KEY, key))
            .await
            .refused(Code::KeyMissing);
    }
    let twice = bare()
        .header(IDEMPOTENCY_KEY, "a")
        .header(IDEMPOTENCY_KEY, "b");
    Answer::of(twice).await.refused(Code::KeyMissing);
    untouched(&hall).await;
}

#[tokio::test]
async fn paths_methods_and_queries_that_do_not_exist() {
    let hall = Hall::open().await;
    let manager = hall.device("manager");
    for path in [
        "",
        "/",
        "/nothing",
        "/tickets/A001/eat",
        "/views",
        "/views/nothing",
        "/files/x",
    ] {
        manager.get(path).await.refused(Code::NotFound);
    }
    for (method, path) in [
        (Method::GET, "/tickets"),
        (Method::DELETE, "/tickets/A001"),
        (Method::GET, "/counters/1/open"),
        (Method::POST, "/catalogue"),
        (Method::PUT, "/views/hall"),
        (Method::PATCH, "/views/hall/stream"),
    ] {
        let answer = Answer::of(manager.request(method, path)).await;
        answer.refused(Code::MethodNotAllowed);
    }
    for path in [
        "/views/counters/one",
        "/views/counters/-1",
        "/views/counters/70000",
        "/views/kiosk?kiosk=x",
        "/views/kiosk?kisok=1",
        "/tickets/123",
        "/tickets/AA12",
        "/tickets/A00012",
        "/tickets/%FF",
        "/tickets/A001%00",
        "/tickets/Số1",
    ] {
        manager.get(path).await.refused(Code::BadRequest);
    }
    let receipt = json!({ "shown_at": "2026-11-25T08:42:01+07:00" });
    hall.device("board")
        .post("/calls/first/receipts", receipt)
        .await
        .refused(Code::BadRequest);
    hall.counter(1)
        .post("/counters/one/open", signed_in(101))
        .await
        .refused(Code::BadRequest);
}

#[tokio::test]
async fn values_that_fit_no_hall() {
    let hall = Hall::open().await;
    let board = hall.device("board");
    let at = "2026-11-25T08:42:01+07:00";
    for receipt in [
        json!({}),
        json!({ "shown_at": at, "spoken_at": at }),
        json!({ "shown_at": "yesterday" }),
        json!({ "shown_at": "2026-11-25T08:42:01" }),
        json!({ "seen_at": at }),
    ] {
        board
            .post("/calls/1/receipts", receipt)
            .await
            .refused(Code::BadRequest);
    }
    let number = hall.issue("tu-phap").await;
    let path = format!("/tickets/{number}/print-result");
    for cause in ["", "Paper Out", "hết_giấy", "<script>", &"x".repeat(33)] {
        let body = json!({ "result": "failed", "cause": cause });
        hall.device("kiosk")
            .post(&path, body)
            .await
            .refused(Code::BadRequest);
    }
    let counter = hall.opened(1).await;
    for body in [
        json!({ "reason": "rest", "minutes": -5 }),
        json!({ "reason": "rest", "minutes": 1e9 }),
        json!({ "reason": "lunch" }),
    ] {
        counter
            .post("/counters/1/break", body)
            .await
            .refused(Code::BadRequest);
    }
    let many = json!({ "outcome": "received", "dossiers": 70_000 });
    counter
        .post("/counters/1/finish", many)
        .await
        .refused(Code::BadRequest);
    for number in ["", "A", "12", "A-1"] {
        let body = json!({ "number": number, "reason": "need" });
        counter
            .post("/counters/1/call", body)
            .await
            .refused(Code::BadRequest);
        counter
            .post("/counters/1/resume", json!({ "number": number }))
            .await
            .refused(Code::BadRequest);
    }
}

/// Codes are compared as they stand; a name typed with loose accents is simply not one of them.
#[tokio::test]
async fn text_in_other_normal_forms_is_no_code_of_ours() {
    let hall = Hall::open().await;
    let kiosk = hall.device("kiosk");
    let nfd = "tu-pha\u{301}p";
    let ask = |body| kiosk.post("/tickets", body);
    ask(json!({ "service": nfd, "purpose": "submit" }))
        .await
        .refused(Code::UnknownService);
    let mut body = wish("tu-phap");
    body["procedure"] = nfd.into();
    ask(body).await.refused(Code::UnknownProcedure);
    let mut body = wish("tu-phap");
    body["priority"] = nfd.into();
    ask(body).await.refused(Code::UnknownClass);
    untouched(&hall).await;
}

#[tokio::test]
async fn headers_that_are_too_large() {
    let hall = Hall::open().await;
    let request = hall.device("kiosk").request(Method::GET, "/catalogue");
    let request = request.header("X-Much", "x".repeat(17 * 1024));
    Answer::of(request).await.refused(Code::HeadersTooLarge);
    untouched(&hall).await;
}
