//! Numbers that the kiosk gave by itself, on their way to the service: one after the other, each until it is answered,
//! and then those of them that their visitors gave up.

use super::inbox::Inbox;
use crate::view_model::{HandedIn, Message};
use queue_client::{CallError, KioskApi};
use queue_protocol::{OfflineRequest, ProblemCode};
use std::time::Duration;
use tokio::sync::mpsc;

/// One try; there are as many as it needs.
const TRY_FOR: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_secs(2);

/// What the service is to hear of such a number, under the key of its handing in.
pub(super) enum News {
    /// It was given.
    Given(String, Box<OfflineRequest>),
    /// It was given up: its number.
    GivenUp(String, String),
}

/// Hands in what comes, in its order, and puts the answers into `inbox`.
pub(super) async fn hand_in(api: KioskApi, mut news: mpsc::UnboundedReceiver<News>, inbox: Inbox) {
    while let Some(news) = news.recv().await {
        inbox.put(match news {
            News::Given(key, request) => {
                let answer = hand_in_one(&api, &key, &request).await;
                Message::HandedIn { key, answer }
            }
            News::GivenUp(key, number) => {
                give_up(&api, &number).await;
                Message::GivenUp { key }
            }
        });
    }
}

/// A refusal is an answer, too: it was called before, or its day is over.
async fn give_up(api: &KioskApi, number: &str) {
    loop {
        match api.cancel(number).await {
            Ok(_) => return,
            Err(CallError::Unanswered(_)) => {}
            Err(CallError::Refused(problem)) if problem.code != ProblemCode::Unauthorised => {
                tracing::warn!(number, code = ?problem.code, "not given up");
                return;
            }
            Err(error @ (CallError::Refused(_) | CallError::Unreadable(_))) => {
                tracing::warn!(%error, number, "not given up, trying again");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
}

async fn hand_in_one(api: &KioskApi, key: &str, request: &OfflineRequest) -> HandedIn {
    let number = &request.number;
    loop {
        match api.hand_in(request, key, TRY_FOR).await {
            Ok(_) => return HandedIn::Taken,
            Err(error) if error.code() == Some(ProblemCode::HandedInBefore) => {
                return HandedIn::Taken;
            }
            Err(CallError::Refused(problem)) if is_final(problem.code) => {
                tracing::error!(number, code = ?problem.code, "the service will never take this number in");
                return HandedIn::Refused(problem.code);
            }
            Err(CallError::Unanswered(_)) => {}
            Err(error @ (CallError::Refused(_) | CallError::Unreadable(_))) => {
                tracing::warn!(%error, number, "not handed in, trying again");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
}

/// Nothing that an administrator could set right while the number waits.
const fn is_final(code: ProblemCode) -> bool {
    matches!(
        code,
        ProblemCode::NotOffline
            | ProblemCode::UnknownService
            | ProblemCode::BadRequest
            | ProblemCode::KeyReused
    )
}
