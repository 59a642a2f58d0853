//! Layouts of boards, their pictures, and which board speaks.

use super::hall::{Answer, Device, Hall, files};
use queue_protocol::{BoardView, Frame, Layout, ProblemCode as Code, ScreenRef};
use queue_service::centre::Document;
use queue_service::writer::{AdminOrder, AdminRefusal, NewDevice, WriteError};
use reqwest::header::{CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use serde_json::json;
use sha2::{Digest as _, Sha256};

async fn board_of(device: &Device) -> BoardView {
    let frame = device.get("/views/board").await.ok();
    serde_json::from_value::<Frame<BoardView>>(frame)
        .unwrap()
        .view
}

/// The hall's centre with `from` in its screen written otherwise, and a picture.
async fn adopt(hall: &Hall, from: &str, to: &str) {
    let mut files = files();
    let screen = String::from_utf8(files["screens/lobby.toml"].clone()).unwrap();
    assert_eq!(screen.matches(from).count(), 1);
    files.insert("screens/lobby.toml".into(), screen.replace(from, to).into());
    files.insert("pictures/tet.svg".into(), b"<svg/>".to_vec());
    let document = Document::from_files(files).unwrap().stored().to_owned();
    let adopt = AdminOrder::AdoptCentre {
        document,
        from_tomorrow: false,
    };
    hall.running.writer().admin(adopt).await.unwrap();
}

#[tokio::test]
async fn a_board_gets_its_layout_and_hears_when_it_changes() {
    let hall = Hall::open().await;
    let board = hall.device("board-a");
    assert_eq!(board_of(&hall.device("board")).await.screen, None);
    let ScreenRef { name, digest } = board_of(&board).await.screen.unwrap();
    let answer = board.get(&format!("/screens/{name}")).await;
    let layout: Layout = serde_json::from_value(answer.ok()).unwrap();
    assert_eq!((layout.screen.as_str(), layout.panels.len()), ("lobby", 4));
    assert!(layout.faults().is_empty());
    let tag = answer.headers[ETAG].clone();
    assert_eq!(tag.to_str().unwrap(), format!("\"{digest}\""));
    let again = board.request(reqwest::Method::GET, "/screens/lobby");
    let again = Answer::of(again.header(IF_NONE_MATCH, tag)).await;
    assert_eq!((again.status, again.text.as_str()), (304, ""));
    board.get("/screens/nowhere").await.refused(Code::NotFound);

    adopt(&hall, "card = 524", "card = 600").await;
    let changed = board_of(&board).await.screen.unwrap();
    assert_eq!(changed.name, "lobby");
    assert_ne!(changed.digest, digest);
}

#[tokio::test]
async fn a_picture_is_known_by_its_digest() {
    let hall = Hall::open().await;
    adopt(&hall, "card = 524", "card = 500").await;
    let digest = hex::encode(Sha256::digest(b"<svg/>"));
    let path = format!("/files/{digest}");
    let answer = hall.device("board").get(&path).await;
    assert_eq!(answer.text, "<svg/>");
    assert_eq!(answer.headers[CONTENT_TYPE], "image/svg+xml");
    let again = hall.device("kiosk").request(reqwest::Method::GET, &path);
    let again = Answer::of(again.header(IF_NONE_MATCH, format!("\"{digest}\""))).await;
    assert_eq!(again.status, 304);
    let other = hex::encode(Sha256::digest(b"no picture"));
    for path in [format!("/files/{other}"), "/files/..%2Fcentre.toml".into()] {
        hall.device("board")
            .get(&path)
            .await
            .refused(Code::NotFound);
    }
    hall.nobody().get(&path).await.refused(Code::Unauthorised);
}

#[tokio::test]
async fn one_board_of_a_zone_speaks_and_another_may_be_chosen() {
    let hall = Hall::open().await;
    let speaking = async || {
        let mut speaking = Vec::new();
        for name in ["board", "board-a", "other-board-a"] {
            if board_of(&hall.device(name)).await.speaks {
                speaking.push(name);
            }
        }
        speaking
    };
    assert_eq!(speaking().await, ["board", "board-a"]);
    let device = hall.ids["other-board-a"];
    let choose = AdminOrder::LetSpeak { device };
    hall.running.writer().admin(choose).await.unwrap();
    assert_eq!(speaking().await, ["board", "other-board-a"]);

    let hall = hall.reopen_at("2026-11-25T09:00:00+07:00").await;
    assert!(
        board_of(&hall.device("other-board-a")).await.speaks,
        "after a restart too"
    );
    let device = hall.ids["other-board-a"];
    let revoke = AdminOrder::RevokeDevice { device };
    hall.running.writer().admin(revoke).await.unwrap();
    assert!(board_of(&hall.device("board-a")).await.speaks);
}

#[tokio::test]
async fn only_a_board_can_be_chosen_to_speak_and_only_a_known_screen_is_given() {
    let hall = Hall::open().await;
    let refusal = async |order| match hall.running.writer().admin(order).await {
        Err(WriteError::Admin(refusal)) => refusal,
        other => panic!("{other:?}"),
    };
    let device = hall.ids["kiosk"];
    let kiosk = refusal(AdminOrder::LetSpeak { device }).await;
    assert!(matches!(kiosk, AdminRefusal::BadField { .. }), "{kiosk:?}");
    let device = 9999;
    let unknown = refusal(AdminOrder::LetSpeak { device }).await;
    assert_eq!(unknown, AdminRefusal::UnknownDevice { device });
    let board = NewDevice {
        name: "Lobby".into(),
        role: queue_protocol::Role::Board,
        zone: None,
        counter: None,
        screen: Some("loby".into()),
        token: [7; 32],
    };
    let screen = refusal(AdminOrder::AddDevice(board)).await;
    assert!(screen.to_string().contains("lobby"), "{screen}");
}

#[tokio::test]
async fn who_is_sent_elsewhere_from_the_hall_is_told_of() {
    let hall = Hall::open().await;
    hall.opened(1).await;
    hall.opened(3).await;
    let (first, second) = (hall.issue("tu-phap").await, hall.issue("tu-phap").await);
    let counter = hall.device("counter-1");
    counter.post("/counters/1/call-next", json!({})).await.ok();
    counter.post("/counters/1/serve", json!({})).await.ok();
    let elsewhere = json!({ "service": "dat-dai", "reason": "wrong_service" });
    let path = format!("/tickets/{second}/transfer");
    counter.post(&path, elsewhere.clone()).await.ok();
    counter.post("/counters/1/transfer", elsewhere).await.ok();
    let told = board_of(&hall.device("board")).await.transfers;
    let told: Vec<_> = told
        .iter()
        .map(|one| (one.number.as_str(), one.counter))
        .collect();
    assert_eq!(
        told,
        [(second.as_str(), None)],
        "{first} was at the counter"
    );
    assert!(board_of(&hall.device("board-a")).await.transfers.is_empty());
}
