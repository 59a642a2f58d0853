//! The thread that talks to the service, against a small one.

use crate::hall;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use axum::{Json, Router};
use kiosk_ui::shell::Inbox;
use kiosk_ui::shell::network::Network;
use kiosk_ui::view_model::{Effect, Issue, Message};
use queue_client::{Client, Token};
use queue_protocol::{
    IssueAnswer, IssueRequest, Language, PaperResult, PrintResultRequest, Purpose,
};
use std::collections::HashSet;
use std::net::SocketAddr;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use ticket_printer::Cause;

/// What the service was told; it does not understand the first try of anything.
#[derive(Default)]
struct Service {
    keys: Mutex<HashSet<String>>,
    reports: Mutex<Vec<PrintResultRequest>>,
}

impl Service {
    /// Whether this is not the first time that the key comes.
    fn knows(&self, headers: &HeaderMap) -> bool {
        let key = headers[queue_protocol::IDEMPOTENCY_KEY]
            .to_str()
            .expect("a key")
            .to_owned();
        !self.keys.lock().expect("unpoisoned").insert(key)
    }
}

async fn stream() -> impl IntoResponse {
    let frame = hall::frame("08:42", 1, hall::morning());
    let event = format!(
        "data: {}\n\n",
        serde_json::to_string(&*frame).expect("JSON")
    );
    ([("content-type", "text/event-stream")], event)
}

async fn issue(State(service): State<Arc<Service>>, headers: HeaderMap) -> impl IntoResponse {
    if !service.knows(&headers) {
        return StatusCode::BAD_GATEWAY.into_response();
    }
    let ticket = hall::ticket("A012", false);
    (StatusCode::CREATED, Json(IssueAnswer { ticket })).into_response()
}

async fn report(
    State(service): State<Arc<Service>>,
    headers: HeaderMap,
    Json(request): Json<PrintResultRequest>,
) -> StatusCode {
    if !service.knows(&headers) {
        return StatusCode::BAD_GATEWAY;
    }
    service.reports.lock().expect("unpoisoned").push(request);
    StatusCode::NO_CONTENT
}

fn start(service: Arc<Service>) -> SocketAddr {
    let (tell, address) = channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build();
        runtime.expect("a runtime").block_on(async move {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
                .await
                .expect("a port");
            tell.send(listener.local_addr().expect("an address"))
                .expect("somebody waits");
            let router = Router::new()
                .route("/api/v1/views/kiosk/stream", get(stream))
                .route(
                    "/api/v1/catalogue",
                    get(|| async { Json(hall::catalogue()) }),
                )
                .route("/api/v1/tickets", post(issue))
                .route("/api/v1/tickets/{number}/print-result", post(report))
                .with_state(service);
            axum::serve(listener, router).await.expect("it serves");
        });
    });
    address.recv().expect("it started")
}

fn inbox() -> (Inbox, Receiver<()>) {
    let (wake, woken): (Sender<()>, _) = channel();
    (Inbox::new(move || wake.send(()).unwrap_or(())), woken)
}

/// Waits for a message that `pick` takes.
fn wait_for<T>(inbox: &Inbox, woken: &Receiver<()>, pick: impl Fn(&Message) -> Option<T>) -> T {
    for _ in 0..200 {
        if let Some(picked) = inbox.take().iter().find_map(&pick) {
            return picked;
        }
        woken
            .recv_timeout(Duration::from_secs(20))
            .expect("news in time");
    }
    panic!("what was waited for did not come");
}

#[test]
fn view_catalogue_number_and_report_arrive_even_when_every_first_try_is_lost() {
    let service = Arc::new(Service::default());
    let address = start(Arc::clone(&service));
    let client = Client::new(&format!("http://{address}"), Token::new("secret")).expect("a client");
    let (inbox, woken) = inbox();
    let network = Network::start(client, inbox.clone()).expect("a thread");

    let services = wait_for(&inbox, &woken, |message| match message {
        Message::Centre(centre) => Some(centre.catalogue().services.len()),
        _ => None,
    });
    assert_eq!(services, 11);

    let request = IssueRequest {
        service: "tu-phap".to_owned(),
        purpose: Purpose::Submit,
        procedure: None,
        priority: None,
        language: Language::VI,
    };
    network.perform(Effect::Issue(Issue {
        attempt: 7,
        request,
        within: None,
    }));
    let number = wait_for(&inbox, &woken, |message| match message {
        Message::Issued { attempt: 7, answer } => Some(answer.clone().expect("a ticket").number),
        _ => None,
    });
    assert_eq!(number, "A012");

    network.perform(Effect::Report {
        job: 3,
        number: "A012".to_owned(),
        result: PaperResult::Failed,
        cause: Some(Cause::PaperOut),
    });
    wait_for(&inbox, &woken, |message| {
        matches!(
            message,
            Message::Reported {
                job: 3,
                accepted: true
            }
        )
        .then_some(())
    });
    let reports = service.reports.lock().expect("unpoisoned");
    let expected = PrintResultRequest {
        result: PaperResult::Failed,
        cause: Some("paper_out".to_owned()),
    };
    assert_eq!(*reports, [expected]);
}

#[test]
fn a_view_that_nobody_has_looked_at_is_replaced_by_the_next() {
    let (inbox, woken) = inbox();
    inbox.put(Message::View(queue_client::View::Never));
    inbox.put(Message::Tick);
    inbox.put(Message::View(hall::live(
        hall::morning(),
        std::time::Instant::now(),
    )));
    let waiting = inbox.take();
    assert!(matches!(
        waiting[..],
        [
            Message::Tick,
            Message::View(queue_client::View::Live { .. })
        ]
    ));
    assert_eq!(woken.try_iter().count(), 1, "woken once for all");
    assert!(inbox.take().is_empty());
}
