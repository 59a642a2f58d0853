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
    /// There was no answer, and the view cannot tell.
    Unknown(VerbName),
    /// It was done, and the desk shows nothing of it: whose ticket it was.
    Told(VerbName, String),
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

    /// The kiosk that prints the number given by hand.
    #[must_use]
    pub const fn kiosk(&self) -> Option<u32> {
        match self.verb {
            Verb::Issue { kiosk, .. } => kiosk,
            _ => None,
        }
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
            (Ending::Done(Answer::Issued(ticket)), None) => match self.verb {
                Verb::Issue {
                    kiosk: Some(kiosk), ..
                } => {
                    self.verb = Verb::Reprint {
                        number: ticket.number,
                        kiosk,
                    };
                    self.since = now;
                    Next::Send(self.verb.clone())
                }
                _ => Next::Over(Verdict::Plain),
            },
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
                    Next::Over(self.told())
                } else {
                    Next::Wait
                }
            }
            State::InDoubt => match view {
                // A frame of before the doubt may be older than what happened.
                View::Live { frame, received } if *received > self.since => {
                    let before = self.before.as_ref().map(|frame| &frame.view);
                    let known = happened(&self.verb, before, &frame.view);
                    let verdict = known.map(|happened| Verdict::Known(self.verb(), happened));
                    Next::Over(verdict.unwrap_or(Verdict::Unknown(self.verb())))
                }
                _ => Next::Wait,
            },
        }
    }

    /// Whether the view shows after all what it did not show when the doubt was settled: a command that
    /// had been on its way all the time.
    #[must_use]
    pub fn came_late(&self, view: &View<CounterView>) -> bool {
        let before = self.before.as_ref().map(|frame| &frame.view);
        view.frame()
            .is_some_and(|frame| happened(&self.verb, before, &frame.view) == Some(true))
    }

    /// What is to be said of a command that was done.
    fn told(&self) -> Verdict {
        match &self.verb {
            // The first slip of a number given by hand: that one is told.
            Verb::Reprint { .. } if self.button == Button::Issue => Verdict::Plain,
            Verb::Grant { number, .. }
            | Verb::Withdraw { number, .. }
            | Verb::Cancel { number }
            | Verb::Reprint { number, .. }
            | Verb::Transfer {
                number: Some(number),
                ..
            } => Verdict::Told(self.verb(), number.clone()),
            _ => Verdict::Plain,
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
        Answer::Nobody | Answer::Heard | Answer::Issued(_) => true,
        Answer::Counter(status) => view.status == *status,
        Answer::Ticket(ticket) if at_counter(view.counter, ticket) => view
            .visitor
            .as_ref()
            .is_some_and(|visitor| stands_alike(visitor, ticket)),
        Answer::Ticket(ticket) => view
            .visitor
            .as_ref()
            .is_none_or(|visitor| visitor.id != ticket.id),
    }
}

fn at_counter(counter: u16, ticket: &Visitor) -> bool {
    matches!(ticket.state, TicketState::Called | TicketState::Serving)
        && ticket.counter == Some(counter)
}

fn stands_alike(a: &Visitor, b: &Visitor) -> bool {
    (a.id, a.state, a.since, a.recalls, a.priority)
        == (b.id, b.state, b.since, b.recalls, b.priority)
}

/// Whether the view after a doubt shows that the verb was done; `None` where it cannot show that.
fn happened(verb: &Verb, before: Option<&CounterView>, after: &CounterView) -> Option<bool> {
    let was = before.and_then(|view| view.visitor.as_ref());
    let is = after.visitor.as_ref();
    let another = is.map(|visitor| visitor.id) != was.map(|visitor| visitor.id);
    Some(match verb {
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
        Verb::Finish { number, .. } => is.is_none_or(|visitor| visitor.number != *number),
        Verb::NextService { .. } => {
            another || is.map(|visitor| visitor.since) != was.map(|visitor| visitor.since)
        }
        Verb::NoShow { number } => {
            is.is_none_or(|visitor| visitor.number != *number) && !held(after, number)
        }
        Verb::Hold { .. } | Verb::Transfer { number: None, .. } | Verb::Return => another,
        Verb::Help { service, on } => after.helping.contains(service) == *on,
        Verb::Restore { number } => !after.missed.iter().any(|entry| entry.number == *number),
        Verb::Grant { number, .. } => marked(after, number)?,
        Verb::Withdraw { number, .. } => !marked(after, number)?,
        Verb::Cancel { number } if held(after, number) || queued(after, number) => false,
        Verb::Cancel { number } => {
            let stood = |view| held(view, number) || queued(view, number);
            return before.is_some_and(stood).then_some(true);
        }
        Verb::Transfer { .. }
        | Verb::StaffComing { .. }
        | Verb::Issue { .. }
        | Verb::Reprint { .. } => return None,
    })
}

fn held(view: &CounterView, number: &str) -> bool {
    view.held.iter().any(|entry| entry.number == number)
}

fn queued(view: &CounterView, number: &str) -> bool {
    view.queue.iter().any(|entry| entry.number == number)
}

/// Whether a ticket that this counter sees has the mark of priority.
fn marked(view: &CounterView, number: &str) -> Option<bool> {
    let visitor = view.visitor.iter().map(|v| (&v.number, v.priority));
    let queue = view
        .queue
        .iter()
        .map(|entry| (&entry.number, entry.priority));
    let held = view
        .held
        .iter()
        .map(|entry| (&entry.number, entry.priority));
    let mut seen = visitor.chain(queue).chain(held);
    seen.find(|(known, _)| *known == number)
        .map(|(_, mark)| mark)
}
