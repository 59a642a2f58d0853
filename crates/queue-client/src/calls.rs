//! The calls of each kind of device by name.

use crate::{CallError, Client};
use queue_protocol::{
    BoardState, BreakRequest, CallRequest, Catalogue, CounterAnswer, Empty, FinishRequest, Frame,
    HelpRequest, HoldRequest, IssueAnswer, IssueRequest, KioskState, Layout, NextServiceRequest,
    NoShowRequest, OfflineAnswer, OfflineRequest, OpenRequest, PrintResultRequest, PriorityRequest,
    RETRY_FOR_S, ReceiptRequest, ReprintRequest, ResumeRequest, TicketAnswer, TransferRequest,
};
use std::time::Duration;

const RETRY_FOR: Duration = Duration::from_secs(RETRY_FOR_S);

fn filled<T>(answer: Option<T>) -> Result<T, CallError> {
    answer.ok_or_else(|| CallError::Unreadable("an empty answer".to_owned()))
}

impl Client {
    /// The adopted centre as of the service's day.
    ///
    /// # Errors
    /// The service refused or did not answer.
    pub async fn catalogue(&self) -> Result<Catalogue, CallError> {
        self.question("/catalogue").await
    }

    /// The view `name` as it is now, such as `hall` or `counters/7`; [`crate::LiveView`] follows it.
    ///
    /// # Errors
    /// The service refused or did not answer.
    pub async fn view<V: serde::de::DeserializeOwned>(
        &self,
        name: &str,
    ) -> Result<Frame<V>, CallError> {
        self.question(&format!("/views/{name}")).await
    }
}

/// What a kiosk asks.
#[derive(Debug, Clone)]
pub struct KioskApi(pub Client);

impl KioskApi {
    /// Takes a number; tries for `within`, while a visitor stands waiting.
    ///
    /// # Errors
    /// Refused, or unanswered: then the number may exist, and the service keeps it.
    pub async fn issue(
        &self,
        request: &IssueRequest,
        within: Duration,
    ) -> Result<IssueAnswer, CallError> {
        filled(self.0.command("/tickets", request, within).await?)
    }

    /// As [`KioskApi::issue`], under a key that [`OfflineRequest::replaces`] may name.
    ///
    /// # Errors
    /// As [`KioskApi::issue`].
    pub async fn issue_under(
        &self,
        key: &str,
        request: &IssueRequest,
        within: Duration,
    ) -> Result<IssueAnswer, CallError> {
        let path = "/tickets";
        filled(self.0.command_under(key, path, request, within).await?)
    }

    /// Gives up a ticket that this kiosk issued.
    ///
    /// # Errors
    /// Refused (it was already called, say) or unanswered.
    pub async fn cancel(&self, number: &str) -> Result<TicketAnswer, CallError> {
        let path = format!("/tickets/{number}/cancel");
        filled(self.0.command(&path, &Empty {}, RETRY_FOR).await?)
    }

    /// Has the slip of a ticket that this kiosk issued printed here again: it comes with the kiosk's view. Asked again under
    /// the same key, it is still one slip.
    ///
    /// # Errors
    /// Refused, or unanswered: then it may come all the same.
    pub async fn reprint(&self, number: &str, key: &str) -> Result<TicketAnswer, CallError> {
        let path = format!("/kiosk/reprint/{number}");
        let asked = self.0.command_under(key, &path, &Empty {}, RETRY_FOR);
        filled(asked.await?)
    }

    /// Reports what became of a slip. Tried for `within`: the paper's fate is worth patience.
    ///
    /// # Errors
    /// Refused or unanswered.
    pub async fn print_result(
        &self,
        number: &str,
        result: &PrintResultRequest,
        within: Duration,
    ) -> Result<(), CallError> {
        let path = format!("/tickets/{number}/print-result");
        self.0
            .command::<_, serde::de::IgnoredAny>(&path, result, within)
            .await
            .map(drop)
    }
}

impl KioskApi {
    /// Hands in a number that this kiosk gave by itself, under the key it was kept with.
    ///
    /// # Errors
    /// Refused ([`queue_protocol::ProblemCode::HandedInBefore`]: it is there) or unanswered.
    pub async fn hand_in(
        &self,
        request: &OfflineRequest,
        key: &str,
        within: Duration,
    ) -> Result<OfflineAnswer, CallError> {
        let path = "/tickets/offline";
        filled(self.0.command_under(key, path, request, within).await?)
    }

    /// Says how this kiosk does.
    ///
    /// # Errors
    /// Refused or unanswered.
    pub async fn state(&self, state: &KioskState) -> Result<(), CallError> {
        self.0
            .command::<_, serde::de::IgnoredAny>("/kiosk/state", state, RETRY_FOR)
            .await
            .map(drop)
    }
}

/// What a board asks.
#[derive(Debug, Clone)]
pub struct BoardApi(pub Client);

impl BoardApi {
    /// The layout called `screen`.
    ///
    /// # Errors
    /// Refused, unanswered, or of a shape that this board does not know.
    pub async fn layout(&self, screen: &str) -> Result<Layout, CallError> {
        self.0.question(&format!("/screens/{screen}")).await
    }

    /// The content of a picture, which must have this digest.
    ///
    /// # Errors
    /// Refused or unanswered.
    pub async fn file(&self, digest: &str) -> Result<Vec<u8>, CallError> {
        self.0.content(&format!("/files/{digest}")).await
    }

    /// Says how this board does.
    ///
    /// # Errors
    /// Refused or unanswered.
    pub async fn state(&self, state: &BoardState) -> Result<(), CallError> {
        self.0
            .command::<_, serde::de::IgnoredAny>("/board/state", state, RETRY_FOR)
            .await
            .map(drop)
    }

    /// Says that a call was shown or spoken.
    ///
    /// # Errors
    /// Refused or unanswered.
    pub async fn receipt(&self, call: u64, receipt: &ReceiptRequest) -> Result<(), CallError> {
        let path = format!("/calls/{call}/receipts");
        self.0
            .command::<_, serde::de::IgnoredAny>(&path, receipt, RETRY_FOR)
            .await
            .map(drop)
    }
}

/// What a counter's computer asks.
#[derive(Debug, Clone)]
pub struct CounterApi {
    client: Client,
    counter: u16,
}

impl CounterApi {
    /// The calls of counter number `counter`.
    #[must_use]
    pub const fn new(client: Client, counter: u16) -> Self {
        Self { client, counter }
    }

    async fn verb<B, T>(&self, verb: &str, body: &B) -> Result<Option<T>, CallError>
    where
        B: serde::Serialize + Sync,
        T: serde::de::DeserializeOwned,
    {
        let path = format!("/counters/{}/{verb}", self.counter);
        self.client.command(&path, body, RETRY_FOR).await
    }

    async fn on_ticket<B>(
        &self,
        number: &str,
        verb: &str,
        body: &B,
    ) -> Result<TicketAnswer, CallError>
    where
        B: serde::Serialize + Sync,
    {
        let path = format!("/tickets/{number}/{verb}");
        filled(self.client.command(&path, body, RETRY_FOR).await?)
    }
}

macro_rules! counter_verbs {
    ($($(#[$meta:meta])* $name:ident = $verb:literal ($($body:ident: &$request:ty)?) -> $answer:ty;)+) => {
        impl CounterApi {
            $(
                $(#[$meta])*
                ///
                /// # Errors
                /// Refused with its reason, or unanswered for the whole time of retrying.
                pub async fn $name(&self $(, $body: &$request)?) -> Result<$answer, CallError> {
                    let answer = counter_verbs!(@send self, $verb $(, $body)?);
                    filled(answer)
                }
            )+
        }
    };
    (@send $this:ident, $verb:literal) => { $this.verb($verb, &Empty {}).await? };
    (@send $this:ident, $verb:literal, $body:ident) => { $this.verb($verb, $body).await? };
}

counter_verbs! {
    /// Opens the counter for an officer.
    open = "open" (request: &OpenRequest) -> CounterAnswer;
    /// Closes it.
    close = "close" () -> CounterAnswer;
    /// Pauses it.
    take_break = "break" (request: &BreakRequest) -> CounterAnswer;
    /// Goes on after a break.
    back = "back" () -> CounterAnswer;
    /// Helps another queue for a while, or no longer.
    help = "help" (request: &HelpRequest) -> CounterAnswer;
    /// Calls a chosen number.
    call = "call" (request: &CallRequest) -> TicketAnswer;
    /// Calls the visitor again.
    recall = "recall" () -> TicketAnswer;
    /// The visitor has come.
    serve = "serve" () -> TicketAnswer;
    /// The visit is done.
    finish = "finish" (request: &FinishRequest) -> TicketAnswer;
    /// One service of the visit is done, the visitor goes on to another.
    next_service = "next-service" (request: &NextServiceRequest) -> TicketAnswer;
    /// Nobody came.
    no_show = "no-show" (request: &NoShowRequest) -> TicketAnswer;
    /// Undoes a mistaken call.
    return_call = "return" () -> TicketAnswer;
    /// Sets the visitor aside.
    hold = "hold" (request: &HoldRequest) -> TicketAnswer;
    /// Calls a held visitor back.
    resume = "resume" (request: &ResumeRequest) -> TicketAnswer;
    /// Sends the visitor to another queue.
    transfer = "transfer" (request: &TransferRequest) -> TicketAnswer;
}

impl CounterApi {
    /// Calls whoever is next; `None` when nobody waits.
    ///
    /// # Errors
    /// Refused with its reason, or unanswered for the whole time of retrying.
    pub async fn call_next(&self) -> Result<Option<TicketAnswer>, CallError> {
        self.verb("call-next", &Empty {}).await
    }

    /// Gives a number by hand.
    ///
    /// # Errors
    /// Refused or unanswered.
    pub async fn issue(&self, request: &IssueRequest) -> Result<IssueAnswer, CallError> {
        filled(self.client.command("/tickets", request, RETRY_FOR).await?)
    }

    /// Today's ticket of a number.
    ///
    /// # Errors
    /// There is none, or no answer.
    pub async fn ticket(&self, number: &str) -> Result<TicketAnswer, CallError> {
        self.client.question(&format!("/tickets/{number}")).await
    }

    /// Puts a no-show back into the queue.
    ///
    /// # Errors
    /// Refused or unanswered.
    pub async fn restore(&self, number: &str) -> Result<TicketAnswer, CallError> {
        self.on_ticket(number, "restore", &Empty {}).await
    }

    /// Gives a ticket up.
    ///
    /// # Errors
    /// Refused or unanswered.
    pub async fn cancel(&self, number: &str) -> Result<TicketAnswer, CallError> {
        self.on_ticket(number, "cancel", &Empty {}).await
    }

    /// Grants or withdraws priority.
    ///
    /// # Errors
    /// Refused or unanswered.
    pub async fn priority(
        &self,
        number: &str,
        request: &PriorityRequest,
    ) -> Result<TicketAnswer, CallError> {
        self.on_ticket(number, "priority", request).await
    }

    /// Says that somebody is on the way to the visitor who called for staff at a kiosk.
    ///
    /// # Errors
    /// Refused or unanswered.
    pub async fn staff_coming(&self, kiosk: u32) -> Result<(), CallError> {
        let path = format!("/kiosks/{kiosk}/staff-coming");
        self.client
            .command::<_, serde::de::IgnoredAny>(&path, &Empty {}, RETRY_FOR)
            .await
            .map(drop)
    }

    /// Sends a waiting or held visitor to another queue.
    ///
    /// # Errors
    /// Refused or unanswered.
    pub async fn transfer_ticket(
        &self,
        number: &str,
        request: &TransferRequest,
    ) -> Result<TicketAnswer, CallError> {
        self.on_ticket(number, "transfer", request).await
    }

    /// Asks a kiosk to print a slip again.
    ///
    /// # Errors
    /// Refused or unanswered.
    pub async fn reprint(
        &self,
        number: &str,
        request: &ReprintRequest,
    ) -> Result<TicketAnswer, CallError> {
        self.on_ticket(number, "reprint", request).await
    }
}
