//! Tokens, roles and permissions.

use super::hall::{Answer, Hall, signed_in, token, wish};
use queue_protocol::ProblemCode as Code;
use queue_service::writer::AdminOrder;
use reqwest::header::{AUTHORIZATION, WWW_AUTHENTICATE};
use serde_json::json;

#[tokio::test]
async fn without_a_known_token_nothing_is_said() {
    let hall = Hall::open().await;
    let nobody = hall.nobody();
    for device in [&nobody, &hall.device("never-registered")] {
        let answer = device.get("/catalogue").await;
        answer.refused(Code::Unauthorised);
        assert_eq!(answer.headers[WWW_AUTHENTICATE], "Bearer");
        device
            .post("/tickets", wish("tu-phap"))
            .await
            .refused(Code::Unauthorised);
        device
            .get("/views/hall/stream")
            .await
            .refused(Code::Unauthorised);
    }
    let kiosk = token("kiosk");
    for header in [
        kiosk.clone(),
        format!("Basic {kiosk}"),
        "Bearer".into(),
        format!("Bearer {kiosk}x"),
    ] {
        let request = nobody
            .request(reqwest::Method::GET, "/catalogue")
            .header(AUTHORIZATION, &header);
        Answer::of(request).await.refused(Code::Unauthorised);
    }
    let request = nobody.request(reqwest::Method::GET, "/catalogue");
    Answer::of(request.header(AUTHORIZATION, format!("bearer {kiosk}")))
        .await
        .ok();
}

#[tokio::test]
async fn a_revoked_device_is_a_stranger() {
    let hall = Hall::open().await;
    let device = hall.ids["kiosk"];
    hall.running
        .writer()
        .admin(AdminOrder::RevokeDevice { device })
        .await
        .unwrap();
    hall.device("kiosk")
        .get("/catalogue")
        .await
        .refused(Code::Unauthorised);
}

#[tokio::test]
async fn each_role_asks_what_is_its_own() {
    let hall = Hall::open().await;
    let refused = |device: &str, path: &'static str, body| {
        let device = hall.device(device);
        async move { device.post(path, body).await.refused(Code::RoleNotAllowed) }
    };
    for device in ["board", "manager", "inspector"] {
        refused(device, "/tickets", wish("tu-phap")).await;
    }
    for device in ["kiosk", "board", "manager", "inspector"] {
        refused(device, "/counters/1/open", signed_in(101)).await;
        refused(device, "/counters/1/call-next", json!({})).await;
    }
    for device in ["kiosk", "board", "inspector"] {
        refused(device, "/tickets/A001/restore", json!({})).await;
        hall.device(device)
            .get("/tickets/A001")
            .await
            .refused(Code::RoleNotAllowed);
        hall.device(device)
            .get("/views/hall")
            .await
            .refused(Code::RoleNotAllowed);
        hall.device(device)
            .get("/views/counters/1")
            .await
            .refused(Code::RoleNotAllowed);
    }
    for device in ["kiosk", "counter-1", "manager", "inspector"] {
        refused(
            device,
            "/calls/1/receipts",
            json!({ "shown_at": "2026-11-25T08:42:01+07:00" }),
        )
        .await;
    }
    for device in ["counter-1", "board", "inspector"] {
        hall.device(device)
            .get("/views/kiosk")
            .await
            .refused(Code::RoleNotAllowed);
        refused(
            device,
            "/tickets/A001/print-result",
            json!({ "result": "printed" }),
        )
        .await;
    }
    for device in ["kiosk", "counter-1", "board", "manager", "inspector"] {
        hall.device(device).get("/catalogue").await.ok();
    }
}

#[tokio::test]
async fn a_screen_sees_its_own_view_only() {
    let hall = Hall::open().await;
    let other = hall.ids["other-kiosk"];
    let kiosk = hall.device("kiosk");
    kiosk
        .get(&format!("/views/kiosk?kiosk={other}"))
        .await
        .refused(Code::RoleNotAllowed);
    kiosk
        .get(&format!("/views/kiosk?kiosk={}", hall.ids["kiosk"]))
        .await
        .ok();
    let board = hall.device("board-a");
    assert_eq!(board.get("/views/board").await.ok()["view"]["zone"], "a");
    board
        .get("/views/board?zone=b")
        .await
        .refused(Code::RoleNotAllowed);
    hall.counter(1)
        .get("/views/counters/2")
        .await
        .refused(Code::CounterNotYours);
    hall.device("spare-counter")
        .get("/views/counters/2")
        .await
        .ok();

    let manager = hall.device("manager");
    manager.get("/views/counters/2").await.ok();
    manager
        .get(&format!("/views/kiosk?kiosk={other}"))
        .await
        .ok();
    assert_eq!(
        manager.get("/views/board?zone=b").await.ok()["view"]["zone"],
        "b"
    );
    manager
        .get("/views/board?zone=nowhere")
        .await
        .refused(Code::BadRequest);
}

#[tokio::test]
async fn what_needs_a_permission_needs_an_officer_who_has_it() {
    let hall = Hall::open().await;
    let (plain, number) = (hall.counter(2), hall.issue("tu-phap").await);
    let tries = |code: Code| {
        let (plain, number) = (plain.clone(), number.clone());
        async move {
            let ticket = |verb: &str| format!("/tickets/{number}/{verb}");
            plain.post(&ticket("cancel"), json!({})).await.refused(code);
            let call = json!({ "number": number, "reason": "need" });
            plain.post("/counters/2/call", call).await.refused(code);
        }
    };
    tries(Code::CounterClosed).await;
    hall.opened(2).await;
    tries(Code::PermissionMissing).await;
    // What this centre lets every officer do.
    let ticket = |verb: &str| format!("/tickets/{number}/{verb}");
    let grant = json!({ "grant": "elderly", "reason": "proof" });
    plain.post(&ticket("priority"), grant).await.ok();
    let restore = plain.post(&ticket("restore"), json!({})).await;
    restore.refused(Code::WrongState);
}

#[tokio::test]
async fn a_reprint_goes_to_a_kiosk_that_exists() {
    let hall = Hall::open().await;
    let number = hall.issue("tu-phap").await;
    let path = format!("/tickets/{number}/reprint");
    for kiosk in [hall.ids["board"], 9_999] {
        let body = json!({ "kiosk": kiosk });
        hall.device("manager")
            .post(&path, body)
            .await
            .refused(Code::BadRequest);
    }
}

#[tokio::test]
async fn the_first_paper_of_a_number_given_by_hand_is_no_reprint() {
    let hall = Hall::open().await;
    let officer = hall.opened(1).await;
    let kiosk = hall.device("kiosk");
    let wish = json!({ "service": "tu-phap", "purpose": "submit", "language": "vi" });
    let issued = officer.post("/tickets", wish).await.ok();
    let number = issued["ticket"]["number"].as_str().unwrap().to_owned();
    let path = format!("/tickets/{number}/reprint");
    let print = json!({ "kiosk": hall.ids["kiosk"] });
    officer.post(&path, print.clone()).await.ok();
    let jobs = kiosk.get("/views/kiosk").await.ok()["view"]["reprints"].clone();
    assert_eq!(jobs[0]["first"], true);
    let printed = json!({ "result": "printed" });
    let reported = format!("/tickets/{number}/print-result");
    kiosk.post(&reported, printed).await.ok();
    officer.post(&path, print).await.ok();
    let jobs = kiosk.get("/views/kiosk").await.ok()["view"]["reprints"].clone();
    assert_eq!(jobs[0]["first"], false);
}
