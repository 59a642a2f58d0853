//! How kiosks do, and calls for staff.

use super::hall::{Device, Hall};
use queue_protocol::views::KioskHealth;
use queue_protocol::{Frame, HallView, KioskView, PaperSupply, ProblemCode as Code};
use serde_json::json;

async fn kiosk(desk: &Device) -> KioskHealth {
    let answer = desk.get("/views/hall").await.ok();
    let frame: Frame<HallView> = serde_json::from_value(answer).unwrap();
    frame.view.kiosks.into_iter().next().unwrap()
}

async fn staff_coming(device: &Device) -> bool {
    let answer = device.get("/views/kiosk").await.ok();
    let frame: Frame<KioskView> = serde_json::from_value(answer).unwrap();
    frame.view.staff_coming
}

#[tokio::test]
async fn a_kiosk_says_how_it_does_and_staff_see_it() {
    let hall = Hall::open().await;
    let (device, desk) = (hall.device("kiosk"), hall.counter(1));
    let silent = kiosk(&desk).await;
    assert_eq!(
        (silent.paper, silent.hurried),
        (PaperSupply::Unknown, false)
    );
    let state = json!({ "hurried": true, "silent": true, "disk_fails": true, "refused": ["Q003"], "paper": "near_end",
                "trouble": "cover_open" });
    assert_eq!(device.post("/kiosk/state", state).await.status, 204);
    let seen = kiosk(&desk).await;
    assert_eq!((seen.paper, seen.hurried), (PaperSupply::NearEnd, true));
    assert!(seen.silent && seen.disk_fails);
    assert_eq!(seen.refused, ["Q003"]);
    for wrong in [vec!["Nguyễn Văn A"], vec!["Q003"; 9]] {
        let answer = device
            .post("/kiosk/state", json!({ "refused": wrong }))
            .await;
        assert_eq!(answer.status, 400);
    }
    assert_eq!(seen.trouble.as_deref(), Some("cover_open"));
    assert_eq!(device.post("/kiosk/state", json!({})).await.status, 204);
    assert_eq!(
        kiosk(&desk).await.trouble,
        None,
        "the newest word counts whole"
    );
}

#[tokio::test]
async fn a_visitor_calls_for_staff_until_somebody_is_on_the_way() {
    let hall = Hall::open().await;
    let (device, desk) = (hall.device("kiosk"), hall.counter(1));
    let calling = json!({ "calls_staff": true });
    device.post("/kiosk/state", calling.clone()).await;
    let since = kiosk(&desk).await.calls_staff_since;
    assert!(since.is_some());
    device.post("/kiosk/state", calling.clone()).await;
    assert_eq!(
        kiosk(&desk).await.calls_staff_since,
        since,
        "since it began"
    );
    assert!(!staff_coming(&device).await);

    let path = format!("/kiosks/{}/staff-coming", hall.ids["kiosk"]);
    assert_eq!(desk.post(&path, json!({})).await.status, 204);
    assert_eq!(kiosk(&desk).await.calls_staff_since, None);
    assert!(staff_coming(&device).await);
    assert!(!staff_coming(&hall.device("other-kiosk")).await);
    device.post("/kiosk/state", calling).await;
    assert_eq!(
        kiosk(&desk).await.calls_staff_since,
        None,
        "the same call goes on"
    );
    device.post("/kiosk/state", json!({})).await;
    assert!(!staff_coming(&device).await);
}

#[tokio::test]
async fn what_is_not_a_kiosks_state_is_refused() {
    let hall = Hall::open().await;
    let device = hall.device("kiosk");
    for wrong in [
        json!({ "trouble": "Nguyễn Văn Mẫu" }),
        json!({ "paper": "lots" }),
        json!({ "called": true }),
    ] {
        let answer = device.post("/kiosk/state", wrong).await;
        answer.refused(Code::BadRequest);
    }
    let other = hall.counter(1).post("/kiosk/state", json!({})).await;
    other.refused(Code::RoleNotAllowed);
    let nobody = hall
        .counter(1)
        .post("/kiosks/999/staff-coming", json!({}))
        .await;
    nobody.refused(Code::UnknownKiosk);
    let own = device.post("/kiosks/1/staff-coming", json!({})).await;
    own.refused(Code::RoleNotAllowed);
}

#[tokio::test]
async fn a_kiosk_has_its_own_slips_printed_again_once_and_no_others() {
    let hall = Hall::open().await;
    let number = hall.issue("tu-phap").await;
    let path = format!("/kiosk/reprint/{number}");
    let other = hall.device("other-kiosk").post(&path, json!({})).await;
    other.refused(Code::RoleNotAllowed);
    let desk = hall.counter(1).post(&path, json!({})).await;
    desk.refused(Code::RoleNotAllowed);
    let unknown = hall
        .device("kiosk")
        .post("/kiosk/reprint/A999", json!({}))
        .await;
    unknown.refused(Code::UnknownTicket);

    let kiosk = hall.device("kiosk");
    for _ in 0..2 {
        kiosk.post(&path, json!({})).await.ok();
    }
    let jobs = kiosk.get("/views/kiosk").await.ok()["view"]["reprints"].clone();
    assert_eq!(
        jobs.as_array().map(Vec::len),
        Some(1),
        "asked for twice, printed once"
    );
    assert_eq!(jobs[0]["ticket"]["number"], number.as_str());
    assert_eq!(jobs[0]["first"], false, "marked as a reprint");
}
