//! The client against a service that misbehaves on purpose.

#![allow(clippy::unwrap_used, reason = "a test says where it broke")]

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, Response, StatusCode};
use axum::routing::{get, post};
use futures::StreamExt as _;
use queue_client::{CallError, Client, CounterApi, LiveView, Token, View};
use queue_protocol::{BoardView, Frame, Problem, ProblemCode};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::watch;

#[derive(Clone, Default)]
struct Heard(Arc<Mutex<Vec<String>>>);

impl Heard {
    fn keys(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }

    fn note(&self, headers: &HeaderMap) -> usize {
        let mut keys = self.0.lock().unwrap();
        keys.push(headers["idempotency-key"].to_str().unwrap().to_owned());
        keys.len()
    }
}

async fn serve(router: Router) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    address
}

fn counter(address: &str) -> CounterApi {
    CounterApi::new(Client::new(address, Token::new("secret")).unwrap(), 7)
}

fn problem(code: ProblemCode) -> Response<Body> {
    let body = serde_json::to_vec(&Problem::new(code, "so it is")).unwrap();
    Response::builder()
        .status(code.status())
        .body(Body::from(body))
        .unwrap()
}

#[tokio::test]
async fn an_unstored_command_is_sent_again_under_the_same_key() {
    async fn third_time(State(heard): State<Heard>, headers: HeaderMap) -> Response<Body> {
        match heard.note(&headers) {
            1 | 2 => problem(ProblemCode::NotStored),
            _ => Response::builder()
                .status(StatusCode::NO_CONTENT)
                .body(Body::empty())
                .unwrap(),
        }
    }
    let heard = Heard::default();
    let router = Router::new()
        .route("/api/v1/counters/7/call-next", post(third_time))
        .with_state(heard.clone());
    let answer = counter(&serve(router).await).call_next().await;

    assert_eq!(answer, Ok(None));
    let keys = heard.keys();
    assert_eq!(keys.len(), 3);
    assert!(
        keys.iter().all(|key| *key == keys[0] && !key.is_empty()),
        "{keys:?}"
    );
}

#[tokio::test]
async fn a_cut_connection_is_tried_again_and_two_commands_have_two_keys() {
    async fn cut_once(State(heard): State<Heard>, headers: HeaderMap) -> Response<Body> {
        if heard.note(&headers) == 1 {
            let broken = futures::stream::iter([
                Ok::<_, std::io::Error>("{\"tick".to_owned()),
                Err(std::io::Error::other("cut")),
            ]);
            return Response::new(Body::from_stream(broken));
        }
        problem(ProblemCode::CounterIdle)
    }
    let heard = Heard::default();
    let router = Router::new()
        .route("/api/v1/counters/7/recall", post(cut_once))
        .with_state(heard.clone());
    let api = counter(&serve(router).await);

    assert_eq!(
        api.recall().await.unwrap_err().code(),
        Some(ProblemCode::CounterIdle)
    );
    assert_eq!(
        api.recall().await.unwrap_err().code(),
        Some(ProblemCode::CounterIdle)
    );
    let keys = heard.keys();
    assert_eq!(
        keys.len(),
        3,
        "cut, answered, and the second command at once"
    );
    assert_eq!(keys[0], keys[1]);
    assert_ne!(keys[1], keys[2]);
}

#[tokio::test]
async fn a_question_whose_connection_breaks_is_asked_once_more() {
    async fn cut(asked: &Mutex<usize>, times: usize) -> Response<Body> {
        let count = {
            let mut asked = asked.lock().unwrap();
            *asked += 1;
            *asked
        };
        let cut = Err(std::io::Error::other("cut"));
        let words = Ok(frame(7));
        let answer = if count <= times { cut } else { words };
        Response::new(Body::from_stream(futures::stream::iter([answer])))
    }
    for (times, answered) in [(1, true), (2, false)] {
        let asked = Arc::new(Mutex::new(0));
        let count = Arc::clone(&asked);
        let route = get(move || async move { cut(&count, times).await });
        let address = serve(Router::new().route("/api/v1/views/board", route)).await;
        let client = Client::new(&address, Token::new("secret")).unwrap();
        let view = client.view::<BoardView>("board").await;
        assert_eq!(view.is_ok(), answered, "{view:?}");
        assert_eq!(*asked.lock().unwrap(), 2);
    }
}

#[tokio::test]
async fn nobody_there_is_unanswered_at_the_deadline() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let kiosk = queue_client::KioskApi(Client::new(&address, Token::new("secret")).unwrap());
    let request = queue_protocol::IssueRequest {
        service: "tu-phap".into(),
        purpose: queue_protocol::Purpose::Submit,
        procedure: None,
        priority: None,
        language: queue_protocol::Language::VI,
    };
    let answer = kiosk.issue(&request, Duration::from_millis(400)).await;
    assert!(
        matches!(answer, Err(CallError::Unanswered(_))),
        "{answer:?}"
    );
}

#[tokio::test]
async fn a_code_of_a_newer_service_is_still_a_refusal() {
    async fn newer() -> Response<Body> {
        let body = r#"{"type":"urn:xinmoi:problem:too_tired","code":"too_tired","status":409,"detail":"new"}"#;
        Response::builder()
            .status(409)
            .body(Body::from(body))
            .unwrap()
    }
    let router = Router::new().route("/api/v1/counters/7/serve", post(newer));
    let answer = counter(&serve(router).await).serve().await;
    assert_eq!(answer.unwrap_err().code(), Some(ProblemCode::Unknown));
}

fn frame(seq: u64) -> String {
    let view = BoardView {
        catalogue: "c".into(),
        zone: None,
        issuing: queue_protocol::views::Issuing::Closed {
            reason: queue_protocol::ClosedReason::Weekend,
            next: None,
        },
        counters: vec![],
        calls: vec![],
        queues: vec![],
        missed: vec![],
        transfers: Vec::new(),
        screen: None,
        speaks: false,
    };
    let at = chrono::DateTime::parse_from_rfc3339("2026-11-25T08:42:00+07:00").unwrap();
    serde_json::to_string(&Frame {
        at,
        journal: "j".into(),
        seq,
        view,
    })
    .unwrap()
}

/// Streams the frames of `frames` as they come, and ends when the sender says 0.
async fn stream(State(frames): State<watch::Receiver<u64>>) -> Response<Body> {
    let events = tokio_stream(frames)
        .map(|seq| Ok::<_, std::io::Error>(format!("data: {}\n\n", frame(seq))));
    Response::builder()
        .header("content-type", "text/event-stream")
        .body(Body::from_stream(events))
        .unwrap()
}

fn tokio_stream(frames: watch::Receiver<u64>) -> impl futures::Stream<Item = u64> {
    futures::stream::unfold((frames, true), |(mut frames, first)| async move {
        if !first {
            frames.changed().await.ok()?;
        }
        let seq = *frames.borrow_and_update();
        (seq != 0).then_some((seq, (frames, false)))
    })
}

async fn until(
    watch: &mut watch::Receiver<View<BoardView>>,
    wanted: impl Fn(&View<BoardView>) -> bool,
) -> View<BoardView> {
    tokio::time::timeout(Duration::from_secs(20), watch.wait_for(wanted))
        .await
        .unwrap()
        .unwrap()
        .clone()
}

#[tokio::test]
async fn a_view_is_never_then_live_then_stale_then_live_again() {
    let (frames, receiver) = watch::channel(1);
    let router = Router::new()
        .route("/api/v1/views/board/stream", get(stream))
        .with_state(receiver);
    let client = Client::new(&serve(router).await, Token::new("secret")).unwrap();
    let live = LiveView::<BoardView>::follow(client, "board");
    let mut watch = live.watch();
    assert!(matches!(*watch.borrow(), View::Never));

    let seq = |view: &View<BoardView>| view.frame().map(|frame| frame.seq);
    let first = until(&mut watch, View::is_live).await;
    assert_eq!(seq(&first), Some(1));

    frames.send_replace(2);
    until(&mut watch, |view| view.is_live() && seq(view) == Some(2)).await;

    frames.send_replace(0);
    let stale = until(&mut watch, |view| matches!(view, View::Stale { .. })).await;
    assert_eq!(seq(&stale), Some(2), "the last picture stays");

    frames.send_replace(3);
    until(&mut watch, |view| view.is_live() && seq(view) == Some(3)).await;
}

#[test]
fn tokens_and_addresses_are_checked_and_never_shown() {
    assert!(Client::new("ftp://127.0.0.1", Token::new("x")).is_err());
    assert!(Client::new("127.0.0.1:8642", Token::new("x")).is_err());
    let client = Client::new("http://127.0.0.1:8642", Token::new("very-secret")).unwrap();
    assert!(!format!("{client:?}").contains("very-secret"));
}

#[cfg(unix)]
#[test]
fn a_token_file_that_others_can_read_is_refused() {
    use std::os::unix::fs::PermissionsExt as _;
    let path = std::env::temp_dir().join(format!("token-{}", std::process::id()));
    std::fs::write(&path, "abc\n").unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    let open = Token::read(&path);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    let kept = Token::read(&path);
    std::fs::remove_file(&path).unwrap();
    assert!(matches!(
        open,
        Err(queue_client::ConnectError::OpenToken { .. })
    ));
    assert_eq!(kept.unwrap(), Token::new("abc"));
}
