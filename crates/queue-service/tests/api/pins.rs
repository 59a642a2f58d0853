//! Officers' PINs at the door of a counter.

use super::hall::{Answer, CHIEF, Hall, PIN, signed_in};
use queue_protocol::{IDEMPOTENCY_KEY, Problem, ProblemCode as Code};
use queue_service::writer::AdminOrder;
use serde_json::{Value, json};

fn with_pin(officer: u32, pin: &str) -> Value {
    json!({ "officer": officer, "pin": pin })
}

fn shape(answer: &Answer) -> (u16, Problem) {
    (answer.status, serde_json::from_str(&answer.text).unwrap())
}

#[tokio::test]
async fn an_unknown_and_a_disabled_officer_answer_like_a_wrong_pin() {
    let hall = Hall::open().await;
    hall.running
        .writer()
        .admin(AdminOrder::DisableOfficer { officer: 104 })
        .await
        .unwrap();
    let counter = hall.counter(1);
    let wrong = counter
        .post("/counters/1/open", with_pin(CHIEF, "0000"))
        .await;
    wrong.refused(Code::WrongPin);
    for (officer, pin) in [
        (999, PIN),
        (999, "0000"),
        (104, PIN),
        (CHIEF, ""),
        (CHIEF, "73190846 "),
    ] {
        let answer = counter
            .post("/counters/1/open", with_pin(officer, pin))
            .await;
        assert_eq!(shape(&answer), shape(&wrong), "officer {officer}");
        assert_eq!(answer.headers.len(), wrong.headers.len());
    }
}

#[tokio::test]
async fn five_wrong_pins_lock_the_pair_across_restarts_and_nobody_else() {
    let hall = Hall::open().await;
    for officer in [102, 999] {
        for _ in 0..4 {
            let answer = hall
                .counter(2)
                .post("/counters/2/open", with_pin(officer, "0000"))
                .await;
            answer.refused(Code::WrongPin);
        }
        let fifth = hall
            .counter(2)
            .post("/counters/2/open", with_pin(officer, "0000"))
            .await;
        let until = fifth.refused(Code::PinLocked).until.unwrap();
        assert!(
            until.to_rfc3339().starts_with("2026-11-25T08:57:"),
            "{until}"
        );
        let right = hall
            .counter(2)
            .post("/counters/2/open", with_pin(officer, PIN))
            .await;
        right.refused(Code::PinLocked);
    }
    hall.counter(2)
        .post("/counters/2/open", signed_in(103))
        .await
        .ok();
    hall.device("spare-counter")
        .post("/counters/1/open", signed_in(102))
        .await
        .ok();

    let hall = hall.reopen_at("2026-11-25T08:50:00+07:00").await;
    hall.counter(3)
        .post("/counters/3/open", signed_in(104))
        .await
        .ok();
    hall.counter(2)
        .post("/counters/2/open", signed_in(102))
        .await
        .refused(Code::PinLocked);
    let hall = hall.reopen_at("2026-11-25T08:59:00+07:00").await;
    hall.counter(2)
        .post("/counters/2/open", signed_in(102))
        .await
        .refused(Code::OfficerElsewhere);
}

#[tokio::test]
async fn guesses_sent_at_once_count_one_by_one() {
    let hall = Hall::open().await;
    let guesses = (0..40).map(|guess| {
        let counter = hall.counter(1);
        async move {
            counter
                .post("/counters/1/open", with_pin(CHIEF, &format!("{guess:04}")))
                .await
                .status
        }
    });
    let answers = futures::future::join_all(guesses).await;
    let of = |status| answers.iter().filter(|answer| **answer == status).count();
    assert_eq!((of(401), of(429)), (4, 36), "the fifth locks");
    hall.counter(1)
        .post("/counters/1/open", signed_in(CHIEF))
        .await
        .refused(Code::PinLocked);
}

#[tokio::test]
async fn a_right_pin_forgets_the_wrong_ones() {
    let hall = Hall::open().await;
    let counter = hall.counter(1);
    for _ in 0..3 {
        for _ in 0..4 {
            counter
                .post("/counters/1/open", with_pin(CHIEF, "0000"))
                .await
                .refused(Code::WrongPin);
        }
        counter
            .post("/counters/1/open", signed_in(CHIEF))
            .await
            .ok();
    }
}

#[tokio::test]
async fn pins_of_the_wrong_type_are_not_repeated_back() {
    let hall = Hall::open().await;
    let number: u64 = PIN.parse().unwrap();
    for body in [
        json!({ "officer": CHIEF, "pin": number }),
        json!({ "officer": PIN, "pin": [PIN] }),
    ] {
        let answer = hall.counter(1).post("/counters/1/open", body).await;
        answer.refused(Code::BadRequest);
        assert!(!answer.text.contains(PIN), "{answer:?}");
    }
}

#[tokio::test]
async fn a_repeated_opening_is_the_same_whatever_its_pin_but_the_pin_must_be_right() {
    let hall = Hall::open().await;
    let counter = hall.counter(1);
    let path = "/counters/1/open";
    let first = counter.post_under("once", path, signed_in(CHIEF)).await;
    counter.post("/counters/1/close", json!({})).await.ok();
    let again = counter.post_under("once", path, signed_in(CHIEF)).await;
    assert_eq!(first.ok(), again.ok(), "remembered, not opened again");
    counter
        .post_under("once", path, with_pin(CHIEF, "0000"))
        .await
        .refused(Code::WrongPin);
    counter
        .post_under("once", path, signed_in(102))
        .await
        .refused(Code::KeyReused);
    let view = counter.get("/views/counters/1").await.ok();
    assert_eq!(view["view"]["status"], "closed");
    let spaced = format!(r#"{{ "pin" : "{PIN}", "officer": {CHIEF} }}"#);
    let request = counter
        .request(reqwest::Method::POST, path)
        .header(IDEMPOTENCY_KEY, "once");
    let request = request
        .header("content-type", "application/json")
        .body(spaced);
    assert_eq!(Answer::of(request).await.ok(), first.ok());
}
