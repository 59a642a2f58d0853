//! The network thread: errands in, news out. The window never waits for it.

use super::sending::send;
use super::{Inbox, News, Remembered};
use crate::view_model::Errand;
use queue_client::{CallError, Client, CounterApi, LiveView, View};
use serde::de::DeserializeOwned;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio_util::task::AbortOnDropHandle;

/// How long after the service was not there it is asked for the catalogue again.
const ASK_AGAIN: Duration = Duration::from_secs(1);

/// What the thread works with.
#[derive(Debug)]
pub struct Network {
    client: Client,
    remembered: Remembered,
    inbox: Arc<Inbox>,
    errands: UnboundedReceiver<Errand>,
}

/// Tasks of which there is one at a time; a new one ends the old one.
#[derive(Default)]
struct Tasks {
    counter: Option<AbortOnDropHandle<()>>,
    catalogue: Option<AbortOnDropHandle<()>>,
}

impl Network {
    /// The network of one device, and where to put its errands.
    #[must_use]
    pub fn new(
        client: Client,
        remembered: Remembered,
        inbox: Arc<Inbox>,
    ) -> (Self, UnboundedSender<Errand>) {
        let (sender, errands) = unbounded_channel();
        (
            Self {
                client,
                remembered,
                inbox,
                errands,
            },
            sender,
        )
    }

    /// Runs until nobody can send errands any more.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn start(self) -> std::io::Result<JoinHandle<()>> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let thread = std::thread::Builder::new().name("network".to_owned());
        thread.spawn(move || runtime.block_on(self.run()))
    }

    async fn run(mut self) {
        let inbox = Arc::clone(&self.inbox);
        let _hall = follow(&self.client, "hall".to_owned(), move |view| {
            inbox.put(News::Hall(view));
        });
        let mut tasks = Tasks::default();
        while let Some(errand) = self.errands.recv().await {
            self.begin(errand, &mut tasks);
        }
    }

    fn begin(&self, errand: Errand, tasks: &mut Tasks) {
        let inbox = Arc::clone(&self.inbox);
        match errand {
            Errand::Send(counter, verb) => {
                let api = CounterApi::new(self.client.clone(), counter);
                tokio::spawn(async move { inbox.put(News::Ended(send(&api, verb).await)) });
            }
            Errand::LookUp(number) => {
                // A question is the same at every counter.
                let api = CounterApi::new(self.client.clone(), 0);
                tokio::spawn(async move {
                    let found = api.ticket(&number).await;
                    let found = found.map(|answer| Box::new(answer.ticket));
                    inbox.put(News::Ticket(number, found.map_err(|error| error.code())));
                });
            }
            // The window words it and writes it.
            Errand::SaveDay => {}
            Errand::Follow(counter) => {
                let put = move |view| inbox.put(News::Counter(counter, view));
                tasks.counter = Some(follow(&self.client, format!("counters/{counter}"), put));
            }
            Errand::FetchCatalogue => {
                let fetching = tokio::spawn(fetch_catalogue(self.client.clone(), inbox));
                tasks.catalogue = Some(AbortOnDropHandle::new(fetching));
            }
            Errand::Remember(counter) => self.remembered.set(counter),
        }
    }
}

fn follow<V: DeserializeOwned + Clone + Send + Sync + 'static>(
    client: &Client,
    name: String,
    put: impl Fn(View<V>) + Send + 'static,
) -> AbortOnDropHandle<()> {
    let client = client.clone();
    AbortOnDropHandle::new(tokio::spawn(async move {
        let view = LiveView::follow(client, &name);
        let mut newest = view.watch();
        loop {
            let seen = newest.borrow_and_update().clone();
            put(seen);
            if newest.changed().await.is_err() {
                break;
            }
        }
    }))
}

async fn fetch_catalogue(client: Client, inbox: Arc<Inbox>) {
    loop {
        match client.catalogue().await {
            Ok(catalogue) => return inbox.put(News::Catalogue(Box::new(catalogue))),
            Err(CallError::Refused(problem)) => inbox.put(News::TurnedAway(problem.code)),
            Err(error) => tracing::debug!(%error, "no catalogue yet"),
        }
        tokio::time::sleep(ASK_AGAIN).await;
    }
}
