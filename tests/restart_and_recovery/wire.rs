//! Commands as bytes on the wire, under keys that the test chooses: so one that was not answered can
//! be repeated after any restart, and answers compared word for word.

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;
use std::path::Path;
use std::time::Duration;

/// What the service said, word for word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub body: String,
}

impl Answer {
    pub fn json(&self) -> Result<Value> {
        serde_json::from_str(&self.body).with_context(|| format!("{self:?}"))
    }
}

/// One command, and what was answered so far.
#[derive(Debug, Clone)]
pub struct Sent {
    pub key: String,
    /// Below `/api/v1`.
    pub path: String,
    pub body: Value,
    pub answer: Option<Answer>,
}

/// One device's way to a service.
#[derive(Clone)]
pub struct Wire {
    http: reqwest::Client,
    address: String,
}

impl Wire {
    pub fn to(address: &str) -> Result<Self> {
        let http = reqwest::Client::builder()
            .no_proxy()
            .timeout(Duration::from_secs(30))
            .build()?;
        Ok(Self {
            http,
            address: format!("{address}/api/v1"),
        })
    }

    /// Sends a command; `None` if the whole answer did not arrive.
    pub async fn post(&self, token: &str, sent: &Sent) -> Option<Answer> {
        let post = self.http.post(format!("{}{}", self.address, sent.path));
        let post = post.bearer_auth(token).header("Idempotency-Key", &sent.key);
        let post = post
            .header("Content-Type", "application/json")
            .body(sent.body.to_string());
        let answer = post.send().await.ok()?;
        let status = answer.status().as_u16();
        Some(Answer {
            status,
            body: answer.text().await.ok()?,
        })
    }

    /// Asks for a view.
    pub async fn view(&self, token: &str, name: &str) -> Result<Value> {
        let get = self
            .http
            .get(format!("{}/views/{name}", self.address))
            .bearer_auth(token);
        let answer = get.send().await?;
        ensure!(answer.status().is_success(), "{name}: {}", answer.status());
        Ok(serde_json::from_str(&answer.text().await?)?)
    }
}

/// The token in a device's file.
pub fn token(file: &Path) -> Result<String> {
    Ok(std::fs::read_to_string(file)?.trim().to_owned())
}
