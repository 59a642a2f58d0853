//! What makes a repeated command the same command: its key, its device, its fingerprint.

use super::problem::ApiError;
use axum::http::{HeaderMap, Method};
use queue_protocol::{IDEMPOTENCY_KEY, ProblemCode as Code};
use sha2::{Digest as _, Sha256};

/// The `Idempotency-Key` of a command.
///
/// # Errors
/// 400 unless there is exactly one, of 1 to 64 visible ASCII characters.
pub(crate) fn key(headers: &HeaderMap) -> Result<String, ApiError> {
    let mut keys = headers.get_all(IDEMPOTENCY_KEY).iter();
    let key = match (keys.next(), keys.next()) {
        (Some(key), None) => key.to_str().ok(),
        _ => None,
    };
    key.filter(|key| (1..=64).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_graphic()))
        .map(str::to_owned)
        .ok_or_else(|| {
            ApiError::new(
                Code::KeyMissing,
                format!("send one {IDEMPOTENCY_KEY} of 1 to 64 visible ASCII characters"),
            )
        })
}

/// SHA-256 of method, path and body; the body comes without PINs.
pub(crate) fn fingerprint(method: &Method, path: &str, body: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in [method.as_str().as_bytes(), path.as_bytes(), body] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn read(values: &[&[u8]]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(IDEMPOTENCY_KEY, HeaderValue::from_bytes(value).unwrap());
        }
        key(&headers).ok()
    }

    #[test]
    fn a_key_is_one_header_of_1_to_64_visible_characters() {
        let longest = [b'k'; 64];
        assert_eq!(read(&[b"k-1"]).as_deref(), Some("k-1"));
        assert!(read(&[&longest]).is_some());
        let wrong: [&[&[u8]]; 6] = [
            &[],
            &[b""],
            &[&[b'k'; 65]],
            &[b"a b"],
            &["số".as_bytes()],
            &[b"a", b"a"],
        ];
        for wrong in wrong {
            assert_eq!(read(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn method_path_and_body_each_count_and_do_not_run_together() {
        let of = |path: &str, body: &str| fingerprint(&Method::POST, path, body.as_bytes());
        assert_eq!(of("/tickets", "{}"), of("/tickets", "{}"));
        assert_ne!(of("/tickets", "{}"), of("/tickets", "{ }"));
        assert_ne!(of("/tickets", "a"), of("/ticketsa", ""));
        assert_ne!(of("/t", ""), fingerprint(&Method::PUT, "/t", b""));
    }
}
