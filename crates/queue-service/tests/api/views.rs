//! What each screen sees.

use super::hall::{Device, Hall, wish};
use queue_protocol::{
    BoardView, CounterView, Frame, HallView, KioskView, ProblemCode as Code, TicketView,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

async fn seen<V: DeserializeOwned>(device: &Device, path: &str) -> Frame<V> {
    serde_json::from_value(device.get(path).await.ok()).unwrap()
}

#[tokio::test]
async fn a_frame_says_when_which_journal_and_which_event() {
    let hall = Hall::open().await;
    let before: Frame<HallView> = seen(&hall.device("manager"), "/views/hall").await;
    hall.issue("tu-phap").await;
    let after: Frame<HallView> = seen(&hall.device("manager"), "/views/hall").await;
    assert_eq!(after.seq, before.seq + 1);
    assert_eq!(after.journal, before.journal);
    assert!(after.at >= before.at);
    assert_eq!(after.at.offset().local_minus_utc(), 7 * 3600);
    assert_eq!((before.view.issued, after.view.issued), (0, 1));
}

#[tokio::test]
async fn the_kiosk_sees_services_as_visitors_do() {
    let hall = Hall::open().await;
    hall.opened(1).await;
    for service in ["tu-phap", "tu-phap", "it-so", "it-so", "viec-lau"] {
        hall.issue(service).await;
    }
    let view = seen::<KioskView>(&hall.device("kiosk"), "/views/kiosk")
        .await
        .view;
    let codes: Vec<&str> = view.services.iter().map(|service| &*service.code).collect();
    let expected = [
        "tu-phap",
        "dat-dai",
        "ket-qua",
        "it-so",
        "buoi-chieu",
        "thu-hai",
        "dong-nguoi",
        "viec-lau",
    ];
    assert_eq!(
        codes, expected,
        "in the centre's order, without the one that has ended"
    );
    let span = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    assert_eq!(view.today, [span("06:45", "11:15"), span("13:15", "16:30")]);

    let justice = &view.services[0];
    assert_eq!((justice.waiting, justice.left_today), (2, None));
    assert!(justice.wait.unwrap().likely_s > 0);
    assert!(justice.priority_wait.unwrap().likely_s <= justice.wait.unwrap().likely_s);
    let few = serde_json::to_value(&view.services[3]).unwrap();
    assert_eq!(few["left_today"], 0);
    let reached =
        json!({ "state": "closed", "reason": "cap_reached", "next": "2026-11-26T06:45:00+07:00" });
    assert_eq!(few["issuing"], reached);
    let long = serde_json::to_value(&view.services[7]).unwrap();
    let passes = json!({ "state": "closed", "reason": "work_passes_closing",
        "next": "2026-11-26T06:45:00+07:00" });
    assert_eq!(long["issuing"], passes);
    let afternoon = serde_json::to_value(&view.services[4]).unwrap();
    assert_eq!(afternoon["issuing"]["next"], "2026-11-25T13:15:00+07:00");
}

#[tokio::test]
async fn the_officer_sees_the_queue_in_its_order_and_why() {
    let hall = Hall::open().await;
    let counter = hall.opened(1).await;
    let mut priority = wish("tu-phap");
    priority["priority"] = "elderly".into();
    for _ in 0..14 {
        hall.issue("tu-phap").await;
    }
    hall.device("kiosk").post("/tickets", priority).await.ok();
    let view = seen::<CounterView>(&counter, "/views/counters/1")
        .await
        .view;
    assert!(view.yours);
    assert_eq!(
        (view.officer, view.waiting, view.queue.len()),
        (Some(101), 15, 12)
    );
    assert_eq!(view.queue[0].number, "A015");
    assert_eq!(view.queue[0].reason.kind.as_str(), "priority");
    assert_eq!(view.queue[1].number, "A001");

    counter.post("/counters/1/call-next", json!({})).await.ok();
    let view = seen::<CounterView>(&counter, "/views/counters/1")
        .await
        .view;
    let visitor = view.visitor.unwrap();
    assert_eq!(
        (&*visitor.number, visitor.state.as_str()),
        ("A015", "called")
    );
    assert_eq!(view.reason.unwrap().passed_over.as_deref(), Some("A001"));
    assert_eq!(view.queue[0].number, "A001");

    let other = seen::<CounterView>(&hall.device("manager"), "/views/counters/1")
        .await
        .view;
    assert!(!other.yours);
}

#[tokio::test]
async fn the_officer_sees_who_is_on_hold_missed_and_the_own_day() {
    let hall = Hall::open().await;
    let counter = hall.opened(1).await;
    for _ in 0..3 {
        hall.issue("tu-phap").await;
    }
    let post = |verb: &str, body| {
        let (counter, path) = (counter.clone(), format!("/counters/1/{verb}"));
        async move { counter.post(&path, body).await.ok() }
    };
    post("call-next", json!({})).await;
    post("hold", json!({})).await;
    post("call-next", json!({})).await;
    post("no-show", json!({})).await;
    post("call-next", json!({})).await;
    post("finish", json!({ "outcome": "guided" })).await;
    post("break", json!({ "reason": "meeting", "minutes": 10 })).await;
    let view = seen::<CounterView>(&counter, "/views/counters/1")
        .await
        .view;
    assert_eq!(view.held[0].number, "A001");
    assert_eq!(
        (&*view.missed[0].number, view.missed[0].counter),
        ("A002", 1)
    );
    assert_eq!(
        view.missed[0].until - view.missed[0].since,
        chrono::TimeDelta::minutes(30)
    );
    assert_eq!((view.my_day.served, view.my_day.no_shows), (1, 1));
    assert_eq!(view.my_day.breaks, 1, "the present one");
    assert_eq!(view.my_day.mean_s, view.my_day.median_s, "one visit");
    assert_eq!(view.break_reason.unwrap().as_str(), "meeting");
    assert!(view.back_at.is_some());

    let board = seen::<BoardView>(&hall.device("board"), "/views/board")
        .await
        .view;
    assert_eq!(board.missed, ["A002"]);
    assert_eq!(board.counters[0].back_at, view.back_at);
}

#[tokio::test]
async fn the_officer_sees_where_a_ticket_has_been_today() {
    let hall = Hall::open().await;
    let counter = hall.opened(1).await;
    let number = hall.issue("tu-phap").await;
    for (verb, body) in [
        ("call-next", json!({})),
        ("serve", json!({})),
        ("hold", json!({})),
        ("resume", json!({ "number": number })),
    ] {
        counter
            .post(&format!("/counters/1/{verb}"), body)
            .await
            .ok();
    }
    let view = seen::<CounterView>(&counter, "/views/counters/1")
        .await
        .view;
    let stays = view.visitor.unwrap().stays;
    let been: Vec<_> = stays
        .iter()
        .map(|stay| (stay.state.as_str(), stay.counter))
        .collect();
    let here = Some(1);
    assert_eq!(
        been,
        [
            ("waiting", None),
            ("called", here),
            ("serving", here),
            ("held", here)
        ]
    );
    assert!(stays.iter().all(|stay| stay.service == "tu-phap"));
    let found = counter.get(&format!("/tickets/{number}")).await.ok();
    assert_eq!(found["ticket"]["stays"].as_array().unwrap().len(), 4);
}

#[tokio::test]
async fn boards_see_calls_until_they_are_old_and_gone() {
    let hall = Hall::open().await;
    let counter = hall.opened(1).await;
    let english = json!({ "service": "tu-phap", "purpose": "submit", "language": "en" });
    hall.device("kiosk").post("/tickets", english).await.ok();
    hall.issue("tu-phap").await;
    counter.post("/counters/1/call-next", json!({})).await.ok();
    counter.post("/counters/1/recall", json!({})).await.ok();
    let view = seen::<BoardView>(&hall.device("board"), "/views/board")
        .await
        .view;
    let calls: Vec<_> = view
        .calls
        .iter()
        .map(|c| (&*c.number, c.counter, c.attempt, c.called))
        .collect();
    assert_eq!(calls, [("A001", 1, 1, true), ("A001", 1, 2, true)]);
    assert!(view.calls[0].id < view.calls[1].id);
    assert_eq!(view.calls[0].language.as_str(), "en");
    assert_eq!(view.counters[0].ticket.as_deref(), Some("A001"));
    assert_eq!(view.queues[0].waiting, 1);

    counter.post("/counters/1/return", json!({})).await.ok();
    let view = seen::<BoardView>(&hall.device("board"), "/views/board")
        .await
        .view;
    assert!(
        view.calls.iter().all(|call| !call.called),
        "a returned visitor is not spoken to"
    );

    counter.post("/counters/1/call-next", json!({})).await.ok();
    let hall = hall.reopen_at("2026-11-25T08:55:00+07:00").await;
    let view = seen::<BoardView>(&hall.device("board"), "/views/board")
        .await
        .view;
    let calls: Vec<_> = view
        .calls
        .iter()
        .map(|c| (&*c.number, c.attempt, c.called))
        .collect();
    assert_eq!(
        calls,
        [("A001", 1, true)],
        "only the newest call of who is still on the way"
    );
}

#[tokio::test]
async fn a_board_of_a_zone_sees_its_zone() {
    let hall = Hall::open().await;
    let (first, land) = (hall.opened(1).await, hall.opened(3).await);
    hall.issue("tu-phap").await;
    hall.issue("dat-dai").await;
    first.post("/counters/1/call-next", json!({})).await.ok();
    land.post("/counters/3/call-next", json!({})).await.ok();
    let view = seen::<BoardView>(&hall.device("board-a"), "/views/board")
        .await
        .view;
    let numbers: Vec<u16> = view.counters.iter().map(|counter| counter.number).collect();
    assert_eq!(numbers, [1, 2]);
    assert_eq!(
        view.calls
            .iter()
            .map(|call| call.counter)
            .collect::<Vec<_>>(),
        [1]
    );
    assert_eq!(
        view.queues
            .iter()
            .map(|queue| &*queue.letter)
            .collect::<Vec<_>>(),
        ["A"]
    );
    let whole = seen::<BoardView>(&hall.device("board"), "/views/board")
        .await
        .view;
    assert_eq!(whole.calls.len(), 2);
    assert_eq!(whole.counters.len(), 28);
}

#[tokio::test]
async fn the_hall_at_a_glance() {
    let hall = Hall::open().await;
    let counter = hall.opened(1).await;
    let mut priority = wish("tu-phap");
    priority["priority"] = "elderly".into();
    hall.device("kiosk").post("/tickets", priority).await.ok();
    hall.issue("tu-phap").await;
    hall.issue("dat-dai").await;
    counter.post("/counters/1/call-next", json!({})).await.ok();
    counter
        .post("/counters/1/finish", json!({ "outcome": "received" }))
        .await
        .ok();
    let view = seen::<HallView>(&hall.device("manager"), "/views/hall")
        .await
        .view;
    let queue = |letter: &str| {
        view.queues
            .iter()
            .find(|queue| queue.letter == letter)
            .unwrap()
    };
    assert_eq!((queue("A").waiting, queue("A").priority_waiting), (1, 0));
    assert!(queue("A").served_today && !queue("R").served_today);
    assert_eq!((view.issued, view.finished), (3, 1));
    assert_eq!(view.counters[0].officer, Some(101));
    assert_eq!(
        view.kiosks
            .iter()
            .map(|kiosk| &*kiosk.name)
            .collect::<Vec<_>>(),
        ["kiosk", "other-kiosk"]
    );
    assert_eq!(view.warnings, Vec::<String>::new());
}

#[tokio::test]
async fn the_visitor_follows_the_own_ticket_until_its_day_ends() {
    let hall = Hall::open().await;
    hall.opened(1).await;
    let (first, second) = (wish("tu-phap"), wish("tu-phap"));
    let mut paths = Vec::new();
    for body in [first, second] {
        let ticket = hall.device("kiosk").post("/tickets", body).await.ok();
        let path = ticket["ticket"]["follow_path"].as_str().unwrap().to_owned();
        paths.push(path.replacen("/t/", "/views/tickets/", 1));
    }
    let visitor = hall.nobody();
    let view = seen::<TicketView>(&visitor, &paths[1]).await.view;
    assert_eq!((&*view.number, view.people_ahead), ("A002", Some(1)));
    assert!(view.wait.is_some());
    hall.counter(1)
        .post("/counters/1/call-next", json!({}))
        .await
        .ok();
    let view = seen::<TicketView>(&visitor, &paths[0]).await.view;
    assert_eq!((view.counter, view.people_ahead), (Some(1), None));

    let forged = paths[0].replace("-", "-0");
    visitor.get(&forged).await.refused(Code::UnknownTicket);
    visitor
        .get("/views/tickets/1")
        .await
        .refused(Code::UnknownTicket);
    let hall = hall.reopen_at("2026-11-26T08:00:00+07:00").await;
    hall.nobody()
        .get(&paths[0])
        .await
        .refused(Code::UnknownTicket);
}

#[tokio::test]
async fn the_catalogue_comes_once() {
    let hall = Hall::open().await;
    let kiosk = hall.device("kiosk");
    let answer = kiosk.get("/catalogue").await;
    let catalogue: queue_protocol::Catalogue = serde_json::from_value(answer.ok()).unwrap();
    assert_eq!(catalogue.centre.name.vi, "Trung tâm thử");
    assert_eq!(catalogue.date.to_string(), "2026-11-25");
    let view: Value = kiosk.get("/views/kiosk").await.ok();
    assert_eq!(view["view"]["catalogue"], catalogue.digest.as_str());
    let tag = answer.headers["etag"].to_str().unwrap().to_owned();
    let ask = |tag: String| {
        let request = kiosk.request(reqwest::Method::GET, "/catalogue");
        super::hall::Answer::of(request.header("If-None-Match", tag))
    };
    let unchanged = ask(format!("\"other\", {tag}")).await;
    assert_eq!((unchanged.status, unchanged.text.as_str()), (304, ""));
    assert_eq!(ask("\"other\"".to_owned()).await.status, 200);
}
