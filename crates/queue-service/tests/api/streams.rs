//! Views as they change.

use super::hall::{Device, Hall, wish};
use futures::StreamExt as _;
use queue_protocol::KEEP_ALIVE_S;
use serde_json::{Value, json};
use std::time::Duration;

/// What a stream said.
#[derive(Debug, PartialEq)]
pub enum Said {
    Frame { id: u64, frame: Value },
    KeepAlive,
    Over,
}

/// One open stream.
pub struct Stream {
    response: reqwest::Response,
    text: String,
}

impl Stream {
    pub async fn open(device: &Device, path: &str) -> Self {
        let response = device
            .request(reqwest::Method::GET, path)
            .send()
            .await
            .unwrap();
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Self {
            response,
            text: String::new(),
        }
    }

    pub async fn next(&mut self) -> Said {
        let patience = Duration::from_secs(2 * KEEP_ALIVE_S);
        tokio::time::timeout(patience, self.read())
            .await
            .expect("something within two keep-alives")
    }

    async fn read(&mut self) -> Said {
        loop {
            if let Some((event, rest)) = self.text.split_once("\n\n") {
                let said = understand(event);
                self.text = rest.to_owned();
                return said;
            }
            match self.response.chunk().await.unwrap() {
                Some(chunk) => self.text.push_str(std::str::from_utf8(&chunk).unwrap()),
                None => return Said::Over,
            }
        }
    }

    /// The newest frame, read until `wanted` holds of one.
    pub async fn until(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            match self.next().await {
                Said::Frame { frame, .. } if wanted(&frame) => return frame,
                Said::Over => panic!("the stream ended"),
                Said::Frame { .. } | Said::KeepAlive => {}
            }
        }
    }
}

fn understand(event: &str) -> Said {
    if event == ":" {
        return Said::KeepAlive;
    }
    let (id, data) = event.split_once('\n').unwrap();
    let id = id.strip_prefix("id: ").unwrap().parse().unwrap();
    let frame: Value = serde_json::from_str(data.strip_prefix("data: ").unwrap()).unwrap();
    assert_eq!(frame["seq"], id);
    Said::Frame { id, frame }
}

#[tokio::test]
async fn the_first_frame_is_whole_and_each_change_brings_a_newer_one() {
    let hall = Hall::open().await;
    let number = hall.issue("tu-phap").await;
    let mut stream = Stream::open(&hall.device("board"), "/views/board/stream").await;
    let Said::Frame { id, frame } = stream.next().await else {
        panic!("a frame first")
    };
    assert_eq!(frame["view"]["queues"][0]["waiting"], 1);
    assert_eq!(frame["view"]["counters"].as_array().unwrap().len(), 28);

    let counter = hall.opened(1).await;
    counter.post("/counters/1/call-next", json!({})).await.ok();
    let frame = stream
        .until(|frame| !frame["view"]["calls"].as_array().unwrap().is_empty())
        .await;
    assert_eq!(frame["view"]["calls"][0]["number"], number.as_str());
    assert!(frame["seq"].as_u64().unwrap() > id);
}

#[tokio::test]
async fn who_comes_later_gets_the_picture_that_the_others_have() {
    let hall = Hall::open().await;
    let board = hall.device("board");
    let mut first = Stream::open(&board, "/views/board/stream").await;
    let Said::Frame { frame: shown, .. } = first.next().await else {
        panic!("a frame first")
    };
    let mut later = Stream::open(&board, "/views/board/stream").await;
    let Said::Frame { frame, .. } = later.next().await else {
        panic!("nothing until the next change")
    };
    assert_eq!(frame["view"], shown["view"]);
}

#[tokio::test]
async fn after_a_burst_the_newest_comes_and_seq_never_goes_back() {
    let hall = Hall::open().await;
    let mut stream = Stream::open(&hall.device("manager"), "/views/hall/stream").await;
    let burst = (0..200).map(|_| hall.issue("tu-phap"));
    futures::stream::iter(burst)
        .buffer_unordered(16)
        .collect::<Vec<_>>()
        .await;
    let (mut last, mut frames) = (0, 0);
    loop {
        if let Said::Frame { id, frame } = stream.next().await {
            assert!(id >= last, "{id} after {last}");
            (last, frames) = (id, frames + 1);
            if frame["view"]["issued"] == 200 {
                break;
            }
        }
    }
    assert!(frames <= 202, "newest wins, nothing is queued up: {frames}");
}

#[tokio::test]
async fn a_reader_that_sleeps_finds_the_newest() {
    let hall = Hall::open().await;
    let mut stream = Stream::open(&hall.device("manager"), "/views/hall/stream").await;
    stream.next().await;
    for _ in 0..50 {
        hall.issue("tu-phap").await;
    }
    let frame = stream.until(|frame| frame["view"]["issued"] == 50).await;
    assert_eq!(frame["view"]["queues"][0]["waiting"], 50);
}

#[tokio::test]
async fn silence_is_broken_by_a_comment_before_anyone_worries() {
    let hall = Hall::open_at("2026-11-25T08:42:01+07:00").await;
    let mut stream = Stream::open(&hall.device("board"), "/views/board/stream").await;
    assert!(matches!(stream.next().await, Said::Frame { .. }));
    assert_eq!(stream.next().await, Said::KeepAlive);
}

#[tokio::test]
async fn a_new_minute_brings_a_frame_though_nothing_happened() {
    let hall = Hall::open_at("2026-11-25T08:42:57+07:00").await;
    let mut stream = Stream::open(&hall.device("board"), "/views/board/stream").await;
    let frame = stream
        .until(|frame| frame["at"].as_str().unwrap().contains("T08:43:0"))
        .await;
    assert_eq!(frame["view"]["calls"], json!([]));
}

#[tokio::test]
async fn the_hall_knows_which_kiosks_are_connected() {
    let hall = Hall::open().await;
    let mut stream = Stream::open(&hall.device("manager"), "/views/hall/stream").await;
    let connected = |frame: &Value| frame["view"]["kiosks"][0]["connected"] == true;
    assert!(!connected(&stream.until(|_| true).await));
    let kiosk = Stream::open(&hall.device("kiosk"), "/views/kiosk/stream").await;
    stream.until(connected).await;
    drop(kiosk);
    stream.until(|frame| !connected(frame)).await;
}

#[tokio::test]
async fn the_officer_knows_which_boards_showed_and_spoke_a_call() {
    let hall = Hall::open().await;
    let counter = hall.opened(1).await;
    let _board = Stream::open(&hall.device("board"), "/views/board/stream").await;
    let _board_a = Stream::open(&hall.device("board-a"), "/views/board/stream").await;
    let mut officer = Stream::open(&counter, "/views/counters/1/stream").await;
    officer.until(|frame| frame["view"]["boards"] == 2).await;
    hall.issue("tu-phap").await;
    let called = counter.post("/counters/1/call-next", json!({})).await.ok();
    let receipts = format!("/calls/{}/receipts", called["ticket"]["call"]);
    let at = "2026-11-25T08:42:01+07:00";
    let frame = officer
        .until(|frame| frame["view"]["visitor"] != Value::Null)
        .await;
    assert_eq!(
        (&frame["view"]["shown_on"], &frame["view"]["spoken"]),
        (&json!(0), &json!(false))
    );
    assert_eq!(frame["view"]["not_shown_on"], json!(["board", "board-a"]));
    for board in ["board", "board-a", "board"] {
        let answer = hall
            .device(board)
            .post(&receipts, json!({ "shown_at": at }))
            .await;
        assert_eq!(answer.status, 204);
    }
    hall.device("board")
        .post(&receipts, json!({ "spoken_at": at }))
        .await
        .ok();
    let frame = officer
        .until(|frame| frame["view"]["shown_on"] == 2 && frame["view"]["spoken"] == true)
        .await;
    assert_eq!(frame["view"]["not_shown_on"], Value::Null);
    assert_eq!(frame["view"]["spoken_on"], json!(["board"]));
}

#[tokio::test]
async fn a_reprint_reaches_its_kiosk() {
    let hall = Hall::open().await;
    let number = hall.issue("tu-phap").await;
    let mut kiosk = Stream::open(&hall.device("kiosk"), "/views/kiosk/stream").await;
    kiosk.next().await;
    let body = json!({ "kiosk": hall.ids["kiosk"] });
    hall.device("manager")
        .post(&format!("/tickets/{number}/reprint"), body)
        .await
        .ok();
    kiosk
        .until(|frame| frame["view"]["reprints"][0]["ticket"]["number"] == number.as_str())
        .await;
}

#[tokio::test]
async fn a_visitors_stream_needs_no_device() {
    let hall = Hall::open().await;
    let counter = hall.opened(1).await;
    let ticket = hall
        .device("kiosk")
        .post("/tickets", wish("tu-phap"))
        .await
        .ok();
    let token = ticket["ticket"]["follow_path"]
        .as_str()
        .unwrap()
        .strip_prefix("/t/")
        .unwrap();
    let path = format!("/views/tickets/{token}/stream");
    let mut visitor = Stream::open(&hall.nobody(), &path).await;
    visitor
        .until(|frame| frame["view"]["state"] == "waiting")
        .await;
    counter.post("/counters/1/call-next", json!({})).await.ok();
    let frame = visitor
        .until(|frame| frame["view"]["state"] == "called")
        .await;
    assert_eq!(frame["view"]["counter"], 1);
}
