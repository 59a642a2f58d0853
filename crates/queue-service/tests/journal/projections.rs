//! What reports read: tickets, stays, counters' spans, calls, classes, days.

use crate::hall::{DAY, Hall};
use queue_core::{BreakReason, Command, Language, Outcome, Purpose};
use rusqlite::types::Value;

/// The rows of a query, each cell as text.
fn rows(hall: &Hall, sql: &str) -> Vec<String> {
    let db = hall.sql();
    let mut statement = db.prepare(sql).unwrap();
    let columns = statement.column_count();
    let rows = statement.query_map([], |row| {
        let cells = (0..columns).map(|column| {
            Ok(match row.get(column)? {
                Value::Null => "-".to_owned(),
                Value::Integer(number) => number.to_string(),
                Value::Text(text) => text,
                other => format!("{other:?}"),
            })
        });
        Ok(cells.collect::<rusqlite::Result<Vec<_>>>()?.join(" "))
    });
    rows.unwrap().collect::<Result<_, _>>().unwrap()
}

#[tokio::test]
async fn a_visit_leaves_its_stays_and_calls() {
    let hall = Hall::new();
    let running = hall.start();
    let counter = hall.counter;
    running.desk(hall.open()).await.unwrap();
    running.ticket(&hall).await;
    for (command, after_s) in [
        (Command::CallNext { counter }, 60),
        (Command::Return { counter }, 5),
        (Command::CallNext { counter }, 10),
        (Command::Recall { counter }, 30),
        (Command::Serve { counter }, 20),
        (
            Command::Hold {
                counter,
                back_at: None,
            },
            300,
        ),
    ] {
        hall.time.pass(after_s);
        running.desk(command).await.unwrap();
    }
    let ticket = *running
        .writer
        .shared()
        .centre()
        .tickets
        .keys()
        .next()
        .unwrap();
    hall.time.pass(600);
    running
        .desk(Command::Resume { counter, ticket })
        .await
        .unwrap();
    hall.time.pass(30);
    running.desk(Command::Serve { counter }).await.unwrap();
    hall.time.pass(90);
    running.desk(hall.finish()).await.unwrap();
    running.stop();
    let stays = "SELECT state, (ended_at - began_at) / 1000, ended_by FROM stay ORDER BY seq";
    assert_eq!(
        rows(&hall, stays),
        [
            "waiting 60 called",
            "called 5 returned",
            "waiting 10 called",
            "called 50 served",
            "serving 300 held",
            "held 600 resumed",
            "called 30 served",
            "serving 90 finished",
        ]
    );
    let calls = "SELECT attempt, officer, reason, chosen FROM call ORDER BY id";
    assert_eq!(
        rows(&hall, calls),
        ["1 12 only_one -", "1 12 only_one -", "2 12 - -", "1 12 - -",]
    );
    let ticket = "SELECT day, count, purpose, language, priority, state, outcome, dossiers, stay FROM ticket";
    assert_eq!(
        rows(&hall, ticket),
        [format!("{DAY} 1 submit vi 0 finished received 1 -")]
    );
}

#[tokio::test]
async fn each_service_of_a_visit_leaves_what_came_of_it() {
    let hall = Hall::new();
    let running = hall.start();
    let counter = hall.counter;
    running.desk(hall.open()).await.unwrap();
    running.ticket(&hall).await;
    running.desk(Command::CallNext { counter }).await.unwrap();
    running.desk(Command::Serve { counter }).await.unwrap();
    let ticket = running.writer.shared().centre().desks[&counter]
        .ticket
        .unwrap();
    let service = hall.service.clone();
    hall.time.pass(200);
    let next = Command::NextService {
        counter,
        ticket,
        outcome: Outcome::Guided,
        dossiers: 3,
        service,
        purpose: Purpose::Guidance,
    };
    running.desk(next).await.unwrap();
    hall.time.pass(90);
    running.desk(hall.finish()).await.unwrap();
    running.stop();
    let stays = "SELECT (ended_at - began_at) / 1000, ended_by, outcome, dossiers FROM stay \
                 WHERE state = 'serving' ORDER BY seq";
    assert_eq!(
        rows(&hall, stays),
        ["200 service_finished guided 3", "90 finished received 1"]
    );
    let visit = "SELECT purpose, state, outcome, dossiers FROM ticket";
    assert_eq!(rows(&hall, visit), ["guidance finished received 4"]);
}

#[tokio::test]
async fn a_counter_leaves_its_spans() {
    let hall = Hall::new();
    let running = hall.start();
    let counter = hall.counter;
    running.desk(hall.open()).await.unwrap();
    let pause = Command::Break {
        counter,
        reason: BreakReason::Rest,
        minutes: Some(15),
    };
    for (command, after_s) in [
        (pause, 3600),
        (Command::Back { counter }, 900),
        (Command::Close { counter }, 1800),
    ] {
        hall.time.pass(after_s);
        running.desk(command).await.unwrap();
    }
    running.stop();
    let spans = "SELECT state, reason, officer, (ended_at - began_at) / 1000, ended_by \
                 FROM counter_span ORDER BY seq";
    assert_eq!(
        rows(&hall, spans),
        [
            "open - 12 3600 break",
            "break rest 12 900 back",
            "open - 12 1800 closed",
        ]
    );
}

/// A class is counted per day; nothing else in the file says whose it was, or that it was.
#[tokio::test]
async fn a_class_of_priority_is_counted_and_joined_to_nobody() {
    let hall = Hall::new();
    let running = hall.start();
    let class = running.writer.shared().centre().catalogue.classes[0]
        .code
        .clone();
    let issue = Command::Issue {
        service: hall.service.clone(),
        purpose: Purpose::Submit,
        procedure: None,
        classes: vec![class.clone()],
        language: Language::VI,
    };
    running.kiosk(issue.clone()).await.unwrap();
    running.kiosk(issue).await.unwrap();
    running.ticket(&hall).await;
    running.stop();
    assert_eq!(
        rows(&hall, "SELECT date, class, n FROM class_count"),
        [format!("{DAY} {class} 2")]
    );
    assert_eq!(
        rows(&hall, "SELECT priority FROM ticket ORDER BY id"),
        ["1", "1", "0"]
    );
    let all = "SELECT body FROM event UNION ALL SELECT service || state FROM stay";
    for text in rows(&hall, all) {
        assert!(!text.contains(&*class), "{text}");
    }
}
