//! A whole morning, overheard: no token, PIN, class or name in any log line, answer or view.

use super::hall::{Hall, PIN, signed_in, token, wish};
use super::streams::Stream;
use serde_json::json;
use std::io;
use std::sync::{Arc, Mutex};
use tracing_subscriber::fmt::MakeWriter;

#[derive(Clone, Default)]
struct Overheard(Arc<Mutex<Vec<u8>>>);

impl io::Write for Overheard {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Overheard {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// Everything every crate says at any level, from all threads of this test binary.
fn listen() -> Overheard {
    let overheard = Overheard::default();
    let heard = overheard.clone();
    let everything = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE);
    everything.with_writer(heard).with_ansi(false).init();
    overheard
}

#[tokio::test]
async fn nothing_private_comes_out() {
    let overheard = listen();
    let hall = Hall::open().await;
    let mut said = String::new();
    let mut hear = |answer: super::hall::Answer| said.push_str(&answer.text);
    let (kiosk, counter) = (hall.device("kiosk"), hall.counter(1));

    let mut priority = wish("tu-phap");
    priority["priority"] = "elderly".into();
    priority["procedure"] = "3.000333".into();
    let issued = kiosk.post("/tickets", priority).await;
    let follow = issued.ok()["ticket"]["follow_path"]
        .as_str()
        .unwrap()
        .to_owned();
    hear(
        kiosk
            .post(
                "/tickets",
                json!({ "service": "tu-phap", "purpose": "submit", "priority": "pregnant" }),
            )
            .await,
    );
    hear(
        kiosk
            .post("/tickets", json!({ "service": 1, "priority": "pregnant" }))
            .await,
    );
    hear(
        counter
            .post(
                "/counters/1/open",
                json!({ "officer": 101, "pin": "55550123" }),
            )
            .await,
    );
    hear(
        counter
            .post(
                "/counters/1/open",
                json!({ "officer": 101, "pin": 55_550_123 }),
            )
            .await,
    );
    hear(counter.post("/counters/1/open", signed_in(101)).await);
    let mut board = Stream::open(&hall.device("board"), "/views/board/stream").await;
    hear(counter.post("/counters/1/call-next", json!({})).await);
    let shown = board
        .until(|frame| frame["view"]["calls"] != json!([]))
        .await
        .to_string();
    let grant = json!({ "grant": "help", "reason": "proof" });
    hear(
        counter
            .post("/tickets/A001/priority", json!({ "reason": "mistake" }))
            .await,
    );
    hear(counter.post("/tickets/A001/priority", grant).await);
    for path in ["/views/hall", "/views/counters/1", "/tickets/A001"] {
        hear(counter.get(path).await);
    }
    let ticket = follow.strip_prefix("/t/").unwrap().to_owned();
    hear(hall.nobody().get(&format!("/views/tickets/{ticket}")).await);
    hear(
        hall.nobody()
            .get(&format!("/views/tickets/{ticket}0"))
            .await,
    );
    hear(hall.device("stranger-at-the-door").get("/views/hall").await);
    let path = format!("http://{}/metrics", hall.running.addr);
    hear(super::hall::Answer::of(reqwest::Client::new().get(path)).await);
    hall.running.stop().await;

    let proof = ticket.split_once('-').unwrap().1;
    let answers = [said, shown, issued.text.replace(&ticket, "")].concat();
    let log = String::from_utf8(overheard.0.lock().unwrap().clone()).unwrap();
    // What the test's own HTTP client says about its requests is not the service's.
    let log: String = log
        .lines()
        .filter(|line| !line.contains("reqwest") && !line.contains("hyper_util::client"))
        .collect();
    assert!(log.contains("call-next"), "the log was heard");
    let secrets = [
        PIN,
        "55550123",
        "elderly",
        "pregnant",
        "\"help\"",
        "Nguyễn Thị",
        proof,
    ];
    let tokens = ["kiosk", "counter-1", "board", "stranger-at-the-door"].map(token);
    for secret in secrets.into_iter().chain(tokens.iter().map(String::as_str)) {
        assert!(!answers.contains(secret), "{secret} in an answer");
        assert!(!log.contains(secret), "{secret} in the log");
    }
}
