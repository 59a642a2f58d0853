//! Bytes that no HTTP client would send.

use super::hall::{Hall, token};
use queue_protocol::ProblemCode as Code;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

async fn say(hall: &Hall, bytes: &[u8], hang_up: bool) -> String {
    let mut stream = TcpStream::connect(hall.running.addr).await.unwrap();
    stream.write_all(bytes).await.unwrap();
    if hang_up {
        stream.shutdown().await.unwrap();
    }
    let mut answer = Vec::new();
    let reading = stream.read_to_end(&mut answer);
    tokio::time::timeout(Duration::from_secs(30), reading)
        .await
        .unwrap()
        .ok();
    String::from_utf8(answer).unwrap()
}

fn head(length: usize) -> String {
    format!(
        "POST /api/v1/tickets HTTP/1.1\r\nHost: hall\r\nAuthorization: Bearer {}\r\nIdempotency-Key: k\r\n\
         Content-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n",
        token("kiosk")
    )
}

#[tokio::test]
async fn a_body_that_breaks_off_issues_nothing() {
    let hall = Hall::open().await;
    let cut = head(40) + r#"{"service":"tu-phap","purp"#;
    say(&hall, cut.as_bytes(), true).await;
    let complete_but_short = head(4000) + r#"{"service":"tu-phap","purpose":"submit"}"#;
    say(&hall, complete_but_short.as_bytes(), true).await;
    assert_eq!(hall.issue("tu-phap").await, "A001");
}

#[tokio::test]
async fn a_body_that_never_comes_is_given_up() {
    let hall = Hall::open().await;
    let waiting = head(40) + r#"{"service":"#;
    let answer = say(&hall, waiting.as_bytes(), false).await;
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    assert!(answer.contains("application/problem+json"), "{answer}");
    assert!(answer.contains(Code::RequestTimeout.as_str()), "{answer}");
    assert_eq!(hall.issue("tu-phap").await, "A001");
}

#[tokio::test]
async fn headers_that_never_end_are_given_up() {
    let hall = Hall::open().await;
    say(
        &hall,
        b"GET /api/v1/catalogue HTTP/1.1\r\nHost: hall\r\nX-Slow: ",
        false,
    )
    .await;
    assert_eq!(hall.issue("tu-phap").await, "A001");
}

#[tokio::test]
async fn what_is_not_http_ends_the_conversation_and_nothing_else() {
    let hall = Hall::open().await;
    let garbage: Vec<&[u8]> = vec![
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GARBAGE\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n",
        b"POST /api/v1/tickets HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        b"POST /api/v1/tickets HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"POST /api/v1/tickets HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ];
    for bytes in garbage {
        let answer = say(&hall, bytes, true).await;
        let refused = answer.is_empty()
            || answer.starts_with("HTTP/1.1 4")
            || answer.starts_with("HTTP/1.0 4");
        assert!(refused, "{answer}");
    }
    let many: String = (0..2_000).map(|n| format!("X-{n}: {n}\r\n")).collect();
    let answer = say(
        &hall,
        format!("GET /health/live HTTP/1.1\r\n{many}\r\n").as_bytes(),
        true,
    )
    .await;
    assert!(answer.starts_with("HTTP/1.1 431 "), "{answer}");
    assert_eq!(hall.issue("tu-phap").await, "A001");
}
