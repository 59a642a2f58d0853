//! How boards do.

use super::hall::{Device, Hall};
use queue_protocol::views::BoardHealth;
use queue_protocol::{Frame, HallView, LayoutTrouble, ProblemCode as Code, SoundState};
use serde_json::json;

async fn board(desk: &Device) -> BoardHealth {
    let answer = desk.get("/views/hall").await.ok();
    let frame: Frame<HallView> = serde_json::from_value(answer).unwrap();
    let mut boards = frame.view.boards.into_iter();
    boards.find(|board| board.name == "board").unwrap()
}

#[tokio::test]
async fn a_board_says_how_it_does_and_staff_see_it() {
    let hall = Hall::open().await;
    let (device, desk) = (hall.device("board"), hall.counter(1));
    let unheard = board(&desk).await;
    assert_eq!((unheard.sound, unheard.layout), (SoundState::Off, None));
    assert!(unheard.speaks && !unheard.connected);
    let state = json!({ "sound": "silent", "layout": "unreadable", "lost_pictures": 2 });
    assert_eq!(device.post("/board/state", state).await.status, 204);
    let seen = board(&desk).await;
    assert_eq!(seen.sound, SoundState::Silent);
    assert_eq!(seen.layout, Some(LayoutTrouble::Unreadable));
    assert_eq!(seen.lost_pictures, 2);
    let state = json!({ "sound": "ready" });
    assert_eq!(device.post("/board/state", state).await.status, 204);
    let seen = board(&desk).await;
    let expected = (SoundState::Ready, None, 0);
    assert_eq!((seen.sound, seen.layout, seen.lost_pictures), expected);
}

#[tokio::test]
async fn what_is_not_a_boards_state_is_refused() {
    let hall = Hall::open().await;
    let device = hall.device("board");
    for wrong in [json!({ "sound": "loud" }), json!({ "silent": true })] {
        let answer = device.post("/board/state", wrong).await;
        answer.refused(Code::BadRequest);
    }
    let other = hall.device("kiosk").post("/board/state", json!({})).await;
    other.refused(Code::RoleNotAllowed);
}
