//! From one day to the next.

use super::hall::Hall;
use queue_protocol::ProblemCode as Code;
use serde_json::json;

#[tokio::test]
async fn yesterdays_numbers_mean_nothing_today() {
    let hall = Hall::open().await;
    let counter = hall.opened(1).await;
    hall.issue("tu-phap").await;
    hall.issue("tu-phap").await;
    counter.post("/counters/1/call-next", json!({})).await.ok();

    let hall = hall.reopen_at("2026-11-26T08:00:00+07:00").await;
    let counter = hall.counter(1);
    counter
        .get("/tickets/A001")
        .await
        .refused(Code::UnknownTicket);
    let manager = hall.device("manager");
    for verb in ["cancel", "restore"] {
        manager
            .post(&format!("/tickets/A001/{verb}"), json!({}))
            .await
            .refused(Code::UnknownTicket);
    }
    counter
        .post("/counters/1/serve", json!({}))
        .await
        .refused(Code::CounterClosed);
    assert_eq!(
        hall.issue("tu-phap").await,
        "A001",
        "the series begins anew"
    );
}

#[tokio::test]
async fn a_holiday_is_closed_by_its_name() {
    let hall = Hall::open_at("2026-11-24T09:00:00+07:00").await;
    let kiosk = hall.device("kiosk");
    let refused = kiosk
        .post("/tickets", super::hall::wish("tu-phap"))
        .await
        .refused(Code::Closed);
    assert!(refused.detail.contains("holiday"));
    assert_eq!(
        refused.until.unwrap().to_rfc3339(),
        "2026-11-25T06:45:00+07:00"
    );
    let view = kiosk.get("/views/kiosk").await.ok();
    assert_eq!(view["view"]["holiday"]["vi"], "Ngày Văn hóa Việt Nam");
    assert_eq!(view["view"]["issuing"]["reason"], "holiday");
    assert_eq!(view["view"]["today"], json!([]));
}
