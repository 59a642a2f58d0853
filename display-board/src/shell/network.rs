use super::Inbox;
use super::layouts::{Layouts, NoLayout};
use crate::view_model::News;
use anyhow::{Context as _, Result};
use chrono::NaiveDate;
use queue_client::{BoardApi, Client, LiveView, View, keep_telling};
use queue_protocol::{BoardState, BoardView, Frame, LayoutTrouble, ReceiptRequest};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::watch;
use voice_announcer::CallId;

const AGAIN: Duration = Duration::from_secs(5);

type Receipt = (CallId, ReceiptRequest);

/// The thread that talks with the service: it follows the board's view, sends receipts and tells how the board does. It ends with the program.
pub struct Network {
    receipts: UnboundedSender<Receipt>,
    condition: watch::Sender<Option<BoardState>>,
}

impl Network {
    /// Starts it. Moments in the inbox count from `start`.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn start(client: Client, inbox: Inbox, start: Instant) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .context("cannot start the network")?;
        let (receipts, waiting) = unbounded_channel();
        let condition = watch::Sender::new(None);
        let telling = condition.clone();
        std::thread::Builder::new()
            .name("network".to_owned())
            .spawn(move || {
                runtime.block_on(async {
                    tokio::spawn(send_receipts(BoardApi(client.clone()), waiting));
                    let board = BoardApi(client.clone());
                    let tell = async move |state| board.state(&state).await;
                    tokio::spawn(keep_telling(telling.subscribe(), tell));
                    follow(client, inbox, start, &telling).await;
                });
            })
            .context("cannot start the network's thread")?;
        Ok(Self {
            receipts,
            condition,
        })
    }

    /// Sends a receipt by and by; the caller does not wait.
    pub fn send(&self, call: CallId, receipt: ReceiptRequest) {
        if self.receipts.send((call, receipt)).is_err() {
            tracing::error!("the network's thread has ended");
        }
    }

    /// Tells by and by how the board does.
    pub fn tell(&self, state: BoardState) {
        self.condition.send_replace(Some(state));
    }
}

/// Each receipt for itself: one that is not answered keeps no other waiting.
async fn send_receipts(api: BoardApi, mut waiting: UnboundedReceiver<Receipt>) {
    while let Some((call, receipt)) = waiting.recv().await {
        let api = api.clone();
        tokio::spawn(async move {
            if let Err(error) = api.receipt(call, &receipt).await {
                tracing::debug!(call, %error, "a receipt did not arrive");
            }
        });
    }
}

async fn follow(
    client: Client,
    inbox: Inbox,
    start: Instant,
    condition: &watch::Sender<Option<BoardState>>,
) {
    let live = LiveView::<BoardView>::follow(client.clone(), "board");
    let mut view = live.watch();
    let mut texts = None;
    let mut layouts = Layouts::new(BoardApi(client.clone()));
    let mut lost = false;
    loop {
        let wanted = match &*view.borrow_and_update() {
            View::Never => None,
            View::Live { frame, received } => {
                inbox.put(News::Frame(Arc::clone(frame)), since(start, *received));
                if std::mem::take(&mut lost) {
                    // A service that was away has forgotten it.
                    condition.send_modify(|_| {});
                }
                Some((Texts::of(frame), frame.view.screen.clone()))
            }
            View::Stale { since: moment, .. } => {
                lost = true;
                inbox.put(News::Lost, since(start, *moment));
                None
            }
        };
        let mut wait = Duration::MAX;
        if let Some((wanted, screen)) = wanted {
            if texts.as_ref() != Some(&wanted) {
                match client.catalogue().await {
                    Ok(catalogue) => {
                        inbox.put(News::Catalogue(Arc::new(catalogue)), start.elapsed());
                        texts = Some(wanted);
                    }
                    Err(error) => {
                        tracing::warn!(%error, "the centre's names did not come");
                        wait = AGAIN;
                    }
                }
            }
            match layouts.fetch(screen).await {
                Ok(Some((layout, files))) => {
                    inbox.put(News::Layout(layout, files), start.elapsed());
                }
                Ok(None) => {}
                Err(NoLayout::Unreadable(why)) => {
                    tracing::error!(why, "the layout cannot be shown: the last good one stays");
                    let trouble = News::NoLayout(LayoutTrouble::Unreadable);
                    inbox.put(trouble, start.elapsed());
                }
                Err(NoLayout::Away(error)) => {
                    tracing::warn!(%error, "the layout did not come: the last good one stays");
                    let trouble = News::NoLayout(LayoutTrouble::Missing);
                    inbox.put(trouble, start.elapsed());
                    wait = AGAIN;
                }
            }
        }
        // The timeout asks again for what did not come.
        if let Ok(Err(_)) = tokio::time::timeout(wait, view.changed()).await {
            return;
        }
    }
}

fn since(start: Instant, moment: tokio::time::Instant) -> Duration {
    moment.into_std().saturating_duration_since(start)
}

/// Which texts a frame belongs to: they change with the centre and, by their dates of validity, with the day.
#[derive(PartialEq)]
struct Texts {
    centre: String,
    day: NaiveDate,
}

impl Texts {
    fn of(frame: &Frame<BoardView>) -> Self {
        Self {
            centre: frame.view.catalogue.clone(),
            day: frame.at.date_naive(),
        }
    }
}
