//! The thread that talks to the service.

use super::handing_in::{News, hand_in};
use super::inbox::Inbox;
use crate::view_model::{Centre, Effect, Message, Reprint};
use queue_client::{CallError, Client, KioskApi, LiveView, keep_telling};
use queue_protocol::{KioskView, PaperResult, PrintResultRequest};
use std::io;
use std::sync::Arc;
use std::time::Duration;
use ticket_printer::Cause;
use tokio::sync::{mpsc, watch};

/// A number is asked for longer than anybody stands before the screen: an answer that comes later still tells which
/// number to give up.
const ISSUE_FOR: Duration = Duration::from_secs(600);
/// One try of a report; there are as many as it needs.
const REPORT_FOR: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_secs(2);

/// The way to the service. Dropped, its thread ends.
pub struct Network {
    orders: mpsc::UnboundedSender<Effect>,
}

impl Network {
    /// Starts to follow the kiosk's view and to do what it is told; answers go to `inbox`.
    ///
    /// # Errors
    /// If the thread cannot be started.
    pub fn start(client: Client, inbox: Inbox) -> io::Result<Self> {
        let (orders, mut to_do) = mpsc::unbounded_channel();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let run = async move {
            let view = tokio::spawn(keep_view(client.clone(), inbox.clone()));
            let (condition, newest) = watch::channel(None);
            let kiosk = KioskApi(client.clone());
            let tell = async move |state| kiosk.state(&state).await;
            let telling = tokio::spawn(keep_telling(newest, tell));
            let (news, to_hand_in) = mpsc::unbounded_channel();
            let api = KioskApi(client.clone());
            let handing_in = tokio::spawn(hand_in(api, to_hand_in, inbox.clone()));
            while let Some(effect) = to_do.recv().await {
                match effect {
                    Effect::Tell(state) => _ = condition.send_replace(Some(state)),
                    Effect::Hush => _ = condition.send_replace(None),
                    Effect::HandIn { key, request } => {
                        drop(news.send(News::Given(key, request)));
                    }
                    Effect::GiveUp { key, number } => {
                        drop(news.send(News::GivenUp(key, number)));
                    }
                    effect => {
                        tokio::spawn(perform(KioskApi(client.clone()), effect, inbox.clone()));
                    }
                }
            }
            view.abort();
            telling.abort();
            handing_in.abort();
        };
        std::thread::Builder::new()
            .name("network".into())
            .spawn(move || runtime.block_on(run))?;
        Ok(Self { orders })
    }

    /// Does what the service has a part in; anything else is not for here.
    pub fn perform(&self, effect: Effect) {
        if self.orders.send(effect).is_err() {
            tracing::error!("the network's thread has ended");
        }
    }
}

async fn keep_view(client: Client, inbox: Inbox) {
    let live = LiveView::<KioskView>::follow(client.clone(), "kiosk");
    let mut newest = live.watch();
    let mut fetched = None;
    loop {
        let view = newest.borrow_and_update().clone();
        // Validity dates have been applied to a catalogue: it is another one each day.
        let needed = view
            .frame()
            .map(|frame| (frame.view.catalogue.clone(), frame.at.date_naive()));
        inbox.put(Message::View(view));
        let mut again = false;
        if needed.is_some() && needed != fetched {
            match client.catalogue().await {
                Ok(catalogue) => {
                    fetched = needed;
                    inbox.put(Message::Centre(Arc::new(Centre::new(catalogue))));
                }
                Err(error) => {
                    tracing::warn!(%error, "no catalogue");
                    again = true;
                }
            }
        }
        tokio::select! {
            changed = newest.changed() => if changed.is_err() { return },
            () = tokio::time::sleep(PAUSE), if again => {}
        }
    }
}

async fn perform(api: KioskApi, effect: Effect, inbox: Inbox) {
    match effect {
        Effect::Issue(issue) => {
            let attempt = issue.attempt;
            let key = uuid::Uuid::new_v4().simple().to_string();
            let within = issue.within.unwrap_or(ISSUE_FOR);
            let answer = api.issue_under(&key, &issue.request, within).await;
            if let Err(error) = &answer {
                tracing::warn!(%error, service = issue.request.service, "no number");
            }
            inbox.put(match answer {
                Err(CallError::Unanswered(_)) => Message::Unanswered { attempt, key },
                answer => Message::Issued {
                    attempt,
                    answer: answer.map(|answer| answer.ticket),
                },
            });
        }
        Effect::Cancel { number } => {
            let answer = api.cancel(&number).await.map(drop);
            if let Err(error) = &answer {
                tracing::warn!(%error, number, "not given up");
            }
            inbox.put(Message::Cancelled { number, answer });
        }
        Effect::Report {
            job,
            number,
            result,
            cause,
        } => {
            let accepted = report(&api, &number, result, cause).await;
            inbox.put(Message::Reported { job, accepted });
        }
        Effect::Reprint(Reprint { number, key }) => {
            let answer = api.reprint(&number, &key).await;
            if let Err(error) = &answer {
                tracing::warn!(%error, number, "not printed again");
            }
            let unanswered = matches!(answer, Err(CallError::Unanswered(_)));
            let taken = (!unanswered).then_some(answer.is_ok());
            inbox.put(Message::ReprintAnswered(taken));
        }
        other => tracing::error!(?other, "not for the network"),
    }
}

/// Tells the service what became of a slip, as long as it takes.
async fn report(api: &KioskApi, number: &str, result: PaperResult, cause: Option<Cause>) -> bool {
    let request = PrintResultRequest {
        result,
        cause: cause.map(|cause| cause.code().to_owned()),
    };
    loop {
        match api.print_result(number, &request, REPORT_FOR).await {
            Ok(()) => return true,
            Err(CallError::Unanswered(_)) => {}
            Err(error @ (CallError::Refused(_) | CallError::Unreadable(_))) => {
                tracing::warn!(%error, number, %result, "the report was not taken");
                return false;
            }
        }
    }
}
