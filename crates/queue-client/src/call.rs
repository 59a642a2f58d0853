//! One command with its retries, one question.

use crate::Client;
use queue_protocol::{IDEMPOTENCY_KEY, Problem, ProblemCode};
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE};
use serde::{Serialize, de::DeserializeOwned};
use std::time::Duration;
use tokio::time::Instant;

/// A call gave no result.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CallError {
    /// The service said no. Nothing changed.
    #[error("refused: {}", .0.detail)]
    Refused(Box<Problem>),
    /// No answer until the deadline: it may have happened. The view tells.
    #[error("no answer: {0}")]
    Unanswered(String),
    /// An answer that this client does not understand.
    #[error("an answer of an unknown shape: {0}")]
    Unreadable(String),
}

impl CallError {
    /// The code of the refusal, if it is one.
    #[must_use]
    pub fn code(&self) -> Option<ProblemCode> {
        match self {
            Self::Refused(problem) => Some(problem.code),
            Self::Unanswered(_) | Self::Unreadable(_) => None,
        }
    }
}

enum Attempt<T> {
    Done(Result<T, CallError>),
    Again(String),
}

const FIRST_PAUSE: Duration = Duration::from_millis(100);
const LONGEST_PAUSE: Duration = Duration::from_secs(1);

impl Client {
    /// Sends a command until it is answered or `within` has passed, each time under one key.
    /// `None` when the answer is empty (204).
    ///
    /// # Errors
    /// [`CallError::Refused`] at once; [`CallError::Unanswered`] at the deadline.
    pub(crate) async fn command<B, T>(
        &self,
        path: &str,
        body: &B,
        within: Duration,
    ) -> Result<Option<T>, CallError>
    where
        B: Serialize + Sync + ?Sized,
        T: DeserializeOwned,
    {
        let key = uuid::Uuid::new_v4().simple().to_string();
        self.command_under(&key, path, body, within).await
    }

    /// As [`Client::command`], under a key that the caller keeps.
    ///
    /// # Errors
    /// As [`Client::command`].
    pub(crate) async fn command_under<B, T>(
        &self,
        key: &str,
        path: &str,
        body: &B,
        within: Duration,
    ) -> Result<Option<T>, CallError>
    where
        B: Serialize + Sync + ?Sized,
        T: DeserializeOwned,
    {
        let body = serde_json::to_vec(body).map_err(|e| CallError::Unreadable(e.to_string()))?;
        let deadline = Instant::now() + within;
        let mut pause = FIRST_PAUSE;
        loop {
            let sending = self
                .commands
                .post(format!("{}{path}", self.base))
                .header(AUTHORIZATION, self.token.bearer())
                .header(IDEMPOTENCY_KEY, key)
                .header(CONTENT_TYPE, "application/json")
                .body(body.clone());
            let attempt = match tokio::time::timeout_at(deadline, exchange(sending)).await {
                Ok(attempt) => attempt,
                Err(_) => Attempt::Again("the deadline passed".to_owned()),
            };
            match attempt {
                Attempt::Done(result) => return result,
                Attempt::Again(why) if Instant::now() + pause >= deadline => {
                    return Err(CallError::Unanswered(why));
                }
                Attempt::Again(why) => {
                    tracing::debug!(path, why, "no answer, sending again under the same key");
                    tokio::time::sleep(pause).await;
                    pause = (pause * 2).min(LONGEST_PAUSE);
                }
            }
        }
    }

    /// Asks for something that changes nothing; once more when no answer comes, because the service
    /// may just have closed a connection that had been silent.
    ///
    /// # Errors
    /// The service refused or did not answer twice.
    pub(crate) async fn question<T: DeserializeOwned>(&self, path: &str) -> Result<T, CallError> {
        let content = self.content(path).await?;
        serde_json::from_slice(&content).map_err(|error| CallError::Unreadable(error.to_string()))
    }

    /// As [`Client::question`], the answer as it stands.
    ///
    /// # Errors
    /// As [`Client::question`].
    pub(crate) async fn content(&self, path: &str) -> Result<Vec<u8>, CallError> {
        let ask = || {
            let asking = self.commands.get(format!("{}{path}", self.base));
            received(asking.header(AUTHORIZATION, self.token.bearer()))
        };
        let mut attempt = ask().await;
        if let Attempt::Again(why) = &attempt {
            tracing::debug!(path, why, "no answer, asking once more");
            attempt = ask().await;
        }
        match attempt {
            Attempt::Done(Ok(content)) if content.is_empty() => {
                Err(CallError::Unreadable("an empty answer".to_owned()))
            }
            Attempt::Done(result) => result,
            Attempt::Again(why) => Err(CallError::Unanswered(why)),
        }
    }
}

async fn exchange<T: DeserializeOwned>(request: reqwest::RequestBuilder) -> Attempt<Option<T>> {
    match received(request).await {
        Attempt::Done(Ok(content)) if content.is_empty() => Attempt::Done(Ok(None)),
        Attempt::Done(Ok(content)) => {
            let read = serde_json::from_slice(&content);
            let unreadable = |error: serde_json::Error| CallError::Unreadable(error.to_string());
            Attempt::Done(read.map(Some).map_err(unreadable))
        }
        Attempt::Done(Err(error)) => Attempt::Done(Err(error)),
        Attempt::Again(why) => Attempt::Again(why),
    }
}

/// The content of an answer that is no refusal.
async fn received(request: reqwest::RequestBuilder) -> Attempt<Vec<u8>> {
    let answer = match request.send().await {
        Ok(answer) => answer,
        Err(error) => return Attempt::Again(error.without_url().to_string()),
    };
    let status = answer.status();
    let bytes = match answer.bytes().await {
        Ok(bytes) => bytes,
        Err(error) => return Attempt::Again(error.without_url().to_string()),
    };
    if status.is_success() {
        return Attempt::Done(Ok(bytes.into()));
    }
    match serde_json::from_slice::<Problem>(&bytes) {
        // Stored or not, decided or not: only the same key asked again can tell.
        Ok(problem) if status.is_server_error() && problem.code != ProblemCode::ClockInDoubt => {
            Attempt::Again(problem.detail)
        }
        Ok(problem) => Attempt::Done(Err(CallError::Refused(Box::new(problem)))),
        Err(_) if status.is_server_error() => Attempt::Again(format!("status {status}")),
        Err(error) => Attempt::Done(Err(CallError::Unreadable(format!("{status}: {error}")))),
    }
}
