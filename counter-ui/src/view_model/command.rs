//! The one command that runs: sent, answered, in doubt. While there is one, no other is taken.

use super::{Answer, Button, Ending, Refusal, Verb, VerbName};
use queue_client::View;
use queue_protocol::views::{CounterView, Visitor};
use queue_protocol::{CounterStatus, Frame, RETRY_FOR_S, TicketState};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;

/// How long a command is repeated under its key.
const RETRIED_FOR: Duration = Duration::from_secs(RETRY_FOR_S);
/// An answer comes in milliseconds; only a command that takes longer is shown as being sent.
const SHOWN_AFTER: Duration = Duration::from_millis(300);
/// The view follows the answer in milliseconds; should it never show it, the keys come back.
const SETTLED_AFTER: Duration = Duration::from_secs(2);

type Seen = Option<Arc<Frame<CounterView>>>;

/// A command on its way.
#[derive(Debug, Clone)]
pub struct Command {
    verb: Verb,
    then: Option<Verb>,
    /// Where it was pressed: there it is shown.
    pub button: Button,
    /// The number of the list row it was pressed at.
    pub row: Option<String>,
    since: Instant,
    /// What the view showed when it was sent.
    before: Seen,
    state: State,
}

#[derive(Debug, Clone)]
enum State {
    Sent,
    Answered(Answer),
    InDoubt,
}

/// How a command looks in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sending {
    /// Not at all.
    #[default]
    No,
    /// Being sent again, for so many seconds more.
    For(u8),
    /// Unanswered: the view is being waited for.
    Asking,
}

/// What is to be said once a command is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing: the view shows it.
    Plain,
    /// `call-next` found nobody.
    NobodyWaits,
    /// The service said no.
    Refused(VerbName, Refusal),
    /// There was no answer, but the view shows that it happened, or not.
    Known(VerbName, bool),
}

/// What a command wants next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// Wait.
    Wait,
    /// Send this one.
    Send(Verb),
    /// Be forgotten.
    Over(Verdict),
}

impl Command {
    /// A command that is sent now, and one to send after it.
    #[must_use]
    pub fn new(
        (verb, then): (Verb, Option<Verb>),
        (button, row): (Button, Option<String>),
        view: &View<CounterView>,
        now: Instant,
    ) -> Self {
        let before = view.frame().cloned();
        Self {
            verb,
            then,
            button,
            row,
            since: now,
            before,
            state: State::Sent,
        }
    }

    /// What is being done.
    #[must_use]
    pub const fn verb(&self) -> VerbName {
        self.verb.name()
    }

    /// How it looks now.
    #[must_use]
    pub fn sending(&self, now: Instant) -> Sending {
        let gone = now.saturating_duration_since(self.since);
        match self.state {
            State::InDoubt => Sending::Asking,
            State::Sent if gone >= SHOWN_AFTER => Sending::For(seconds_left(RETRIED_FOR, gone)),
            State::Sent | State::Answered(_) => Sending::No,
        }
    }

    /// When it looks different by the passing of time alone.
    #[must_use]
    pub fn changes_in(&self, now: Instant) -> Option<Duration> {
        let gone = now.saturating_duration_since(self.since);
        match self.state {
            State::InDoubt => None,
            State::Answered(_) => Some(SETTLED_AFTER.saturating_sub(gone)),
            State::Sent if gone < SHOWN_AFTER => Some(SHOWN_AFTER.saturating_sub(gone)),
            State::Sent => Some(until_next_second(gone)),
        }
    }

    /// Hears how it ended.
    pub fn ended(&mut self, ending: Ending, view: &View<CounterView>, now: Instant) -> Next {
        match (ending, self.then.take()) {
            (Ending::Done(_), Some(then)) => {
                self.verb = then.clone();
                self.since = now;
                self.before = view.frame().cloned();
                Next::Send(then)
            }
            (Ending::Done(Answer::Nobody), None) => Next::Over(Verdict::NobodyWaits),
            (Ending::Done(answer), None) => {
                self.since = now;
                self.state = State::Answered(answer);
                self.look(view, now)
            }
            (Ending::Refused(refusal), _) => Next::Over(Verdict::Refused(self.verb(), refusal)),
            (Ending::Unanswered, _) => {
                self.state = State::InDoubt;
                self.since = now;
                self.look(view, now)
            }
        }
    }

    /// Looks at the newest view, or at the clock.
    pub fn look(&mut self, view: &View<CounterView>, now: Instant) -> Next {
        match &self.state {
            State::Sent => Next::Wait,
            State::Answered(answer) => {
                let shown = view.frame().is_some_and(|frame| shows(&frame.view, answer));
                let gone = now.saturating_duration_since(self.since);
                if shown || gone >= SETTLED_AFTER {
                    Next::Over(Verdict::Plain)
                } else {
                    Next::Wait
                }
            }
            State::InDoubt => match view {
                // A frame of before the doubt may be older than what happened.
                View::Live { frame, received } if *received > self.since => {
                    let before = self.before.as_ref().map(|frame| &frame.view);
                    let happened = happened(&self.verb, before, &frame.view);
                    Next::Over(Verdict::Known(self.verb(), happened))
                }
                _ => Next::Wait,
            },
        }
    }
}

/// Whole seconds of `whole` that are left after `gone`, started ones included.
#[must_use]
pub fn seconds_left(whole: Duration, gone: Duration) -> u8 {
    let left = whole.saturating_sub(gone);
    u8::try_from(left.as_millis().div_ceil(1000)).unwrap_or(u8::MAX)
}

/// Until `gone` is a whole number of seconds.
#[must_use]
pub fn until_next_second(gone: Duration) -> Duration {
    Duration::from_secs(1) - Duration::from_nanos(u64::from(gone.subsec_nanos()))
}

fn shows(view: &CounterView, answer: &Answer) -> bool {
    match answer {
        Answer::Nobody => true,
        Answer::Counter(status) => view.status == *status,
        Answer::Ticket(ticket) if at_the_counter(ticket) => view
            .visitor
            .as_ref()
            .is_some_and(|visitor| stands_alike(visitor, ticket)),
        Answer::Ticket(ticket) => view
            .visitor
            .as_ref()
            .is_none_or(|visitor| visitor.id != ticket.id),
    }
}

const fn at_the_counter(ticket: &Visitor) -> bool {
    matches!(ticket.state, TicketState::Called | TicketState::Serving)
}

fn stands_alike(a: &Visitor, b: &Visitor) -> bool {
    (a.id, a.state, a.recalls) == (b.id, b.state, b.recalls)
}

/// Whether the view after a doubt shows that the verb was done.
fn happened(verb: &Verb, before: Option<&CounterView>, after: &CounterView) -> bool {
    let was = before.and_then(|view| view.visitor.as_ref());
    let is = after.visitor.as_ref();
    let another = is.map(|visitor| visitor.id) != was.map(|visitor| visitor.id);
    match verb {
        Verb::Open { officer, .. } => after.yours && after.officer == Some(*officer),
        Verb::Close => after.status == CounterStatus::Closed,
        Verb::Break { .. } => after.status == CounterStatus::Break,
        Verb::Back => after.status == CounterStatus::Open,
        Verb::CallNext => another && is.is_some(),
        Verb::Call { number, .. } | Verb::Resume { number } => {
            is.is_some_and(|visitor| visitor.number == *number)
        }
        Verb::Recall => {
            !another && is.map(|visitor| visitor.recalls) > was.map(|visitor| visitor.recalls)
        }
        Verb::Serve => is.is_some_and(|visitor| visitor.state == TicketState::Serving),
        Verb::Finish { number, .. } | Verb::NoShow { number } => {
            is.is_none_or(|visitor| visitor.number != *number)
        }
        Verb::Hold { .. } | Verb::Transfer { .. } | Verb::Return => another,
        Verb::Restore { number } => !after.missed.iter().any(|entry| entry.number == *number),
    }
}
