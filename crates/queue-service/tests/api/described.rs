//! What is written down about the wire is what the service does.

use super::hall::{Answer, Hall};
use queue_protocol::{ProblemCode, Purpose, TicketState};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn docs(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../docs")
        .join(name)
}

/// `XINMOI_BLESS=1` writes the document anew, and fails so that someone looks at it.
#[tokio::test]
async fn the_openapi_document_is_the_one_kept() {
    let hall = Hall::open().await;
    let path = format!("http://{}/api/v1/openapi.json", hall.running.addr);
    let served = Answer::of(reqwest::Client::new().get(path)).await;
    let document: Value = served.ok();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    let kept = docs("openapi.json");
    let before = std::fs::read_to_string(&kept).unwrap_or_default();
    if std::env::var_os("XINMOI_BLESS").is_some() {
        std::fs::write(&kept, format!("{}\n", served.text.trim_end())).unwrap();
    }
    assert!(
        before.trim_end() == served.text.trim_end(),
        "docs/openapi.json is not what is served; XINMOI_BLESS=1 writes it anew"
    );
}

#[tokio::test]
async fn every_call_of_the_document_is_answered_by_a_handler() {
    let hall = Hall::open().await;
    let root = format!("http://{}", hall.running.addr);
    let http = reqwest::Client::new();
    let document: Value = Answer::of(http.get(format!("{root}/api/v1/openapi.json")))
        .await
        .ok();
    let mut calls = 0;
    for (path, item) in document["paths"].as_object().unwrap() {
        let real = path
            .replace("{number}", "A001")
            .replace("{counter}", "1")
            .replace("{call}", "1")
            .replace("{kiosk}", "1");
        let real = real.replace("{token}", "1-0");
        for method in item.as_object().unwrap().keys() {
            let method: reqwest::Method = method.to_uppercase().parse().unwrap();
            let answer = Answer::of(http.request(method.clone(), format!("{root}{real}"))).await;
            let known = !answer.text.contains("\"not_found\"") && answer.status != 405;
            assert!(known, "{method} {path}: {answer:?}");
            let open = item[method.as_str().to_lowercase()]["security"] == serde_json::json!([{}]);
            assert_eq!(
                open,
                answer.status != 401,
                "{method} {path} says who may ask it"
            );
            calls += 1;
        }
    }
    assert!(calls >= 38, "{calls}");
}

#[tokio::test]
async fn the_document_lists_the_words_as_they_are_sent() {
    let hall = Hall::open().await;
    let path = format!("http://{}/api/v1/openapi.json", hall.running.addr);
    let document: Value = Answer::of(reqwest::Client::new().get(path)).await.ok();
    let listed = |name: &str| document["components"]["schemas"][name]["enum"].clone();
    let sent = |words: Vec<&str>| serde_json::json!(words);
    assert_eq!(
        listed("Purpose"),
        sent(Purpose::ALL.iter().map(|word| word.as_str()).collect())
    );
    assert_eq!(
        listed("TicketState"),
        sent(TicketState::ALL.iter().map(|w| w.as_str()).collect())
    );
    let codes = listed("ProblemCode");
    for code in ProblemCode::ALL {
        assert!(
            codes.as_array().unwrap().contains(&code.as_str().into()),
            "{}",
            code.as_str()
        );
    }
}

#[test]
fn every_problem_code_is_listed_with_its_status() {
    let text = std::fs::read_to_string(docs("protocol.md")).unwrap();
    for code in ProblemCode::ALL {
        let row = format!("| `{}` | {} |", code.as_str(), code.status());
        assert!(text.contains(&row), "docs/protocol.md lacks the row {row}");
    }
    let rows = text.lines().filter(|line| {
        let mut cells = line.split('|').map(str::trim).skip(1);
        cells.next().is_some_and(|code| code.starts_with('`'))
            && cells
                .next()
                .is_some_and(|status| status.parse::<u16>().is_ok())
    });
    assert_eq!(rows.count(), ProblemCode::ALL.len(), "a row without a code");
}
