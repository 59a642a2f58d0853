//! One officer's shift: visits of every kind, one after the other.

use crate::hand::Act;
use crate::seat::Seat;
use anyhow::{Context as _, Result, ensure};
use queue_protocol::views::Stay;
use queue_protocol::{CounterStatus, CounterView, TicketState};
use std::collections::HashSet;
use std::time::Duration;

/// So many visits hold one of every kind.
pub const EVERY_KIND: usize = 8;

/// What was done.
#[derive(Debug, Default)]
pub struct Worked {
    /// The numbers called, a resumed or returned one again.
    pub called: Vec<String>,
    /// From each F2 and F4, or its click, to the changed picture.
    pub answers: Vec<Duration>,
}

/// The shift.
pub struct Shift {
    seat: Seat,
    worked: Worked,
}

impl Shift {
    /// At an open counter.
    pub fn begin(seat: Seat) -> Self {
        Self {
            seat,
            worked: Worked::default(),
        }
    }

    /// Visits so far.
    pub fn visits(&self) -> usize {
        self.worked.called.len()
    }

    /// Calls the next visitor, and does what the day brings.
    pub fn visit(&mut self) -> Result<()> {
        let kind = self.visits() % EVERY_KIND;
        let number = self.call_next()?;
        match kind {
            1 => self.seat.act(Act::Recall, |view| {
                (view.visitor.as_ref()?.recalls == 1).then_some(())
            })?,
            4 => return self.goes_missing(&number),
            5 => {
                self.seat.act(Act::Undo, nobody)?;
                self.call_next()?;
            }
            _ => {}
        }
        self.serve()?;
        match kind {
            2 => {
                self.seat.act(Act::Hold, nobody)?;
                self.seat.act(Act::Resume, called)?;
                self.serve()
            }
            3 => self.seat.act(Act::Transfer, nobody),
            7 => self.seat.act(Act::NextService, went_on),
            6 => {
                self.seat.act(Act::Finish, nobody)?;
                let pausing =
                    |view: &CounterView| (view.status == CounterStatus::Break).then_some(());
                self.seat.act(Act::Pause, pausing)?;
                let open = |view: &CounterView| (view.status == CounterStatus::Open).then_some(());
                self.seat.act(Act::Back, open)
            }
            // The next visitor's key finishes this visit.
            _ => Ok(()),
        }
    }

    /// Finishes the last visit.
    pub fn end(self) -> Result<(Seat, Worked)> {
        if self.seat.view()?.visitor.is_some() {
            self.seat.act(Act::Finish, nobody)?;
        }
        let once: HashSet<_> = self.worked.called.iter().collect();
        ensure!(
            once.len() + EVERY_KIND > self.worked.called.len() / 2,
            "{:?}",
            self.worked.called
        );
        Ok((self.seat, self.worked))
    }

    fn call_next(&mut self) -> Result<String> {
        let before = self.seat.view()?.visitor.map(|visitor| visitor.number);
        let answer = loop {
            self.seat
                .wait("somebody to wait", |view| (view.waiting > 0).then_some(()))?;
            if let Some(answer) = self.seat.answered(Act::Next)? {
                break answer;
            }
        };
        self.worked.answers.push(answer);
        let number = self.seat.wait("a call", |view| {
            let visitor = view.visitor.as_ref()?;
            let new =
                visitor.state == TicketState::Called && Some(&visitor.number) != before.as_ref();
            new.then(|| visitor.number.clone())
        })?;
        self.worked.called.push(number.clone());
        Ok(number)
    }

    fn serve(&mut self) -> Result<()> {
        let answer = self.seat.answered(Act::Serve)?;
        self.worked
            .answers
            .push(answer.context("the visit was not shown")?);
        self.seat.wait("the visit to begin", serving)
    }

    /// Called in vain, and back within the grace time.
    fn goes_missing(&self, number: &str) -> Result<()> {
        let missed = |view: &CounterView| view.missed.iter().any(|entry| entry.number == number);
        self.seat
            .act(Act::NoShow, |view| missed(view).then_some(()))?;
        let before = self.seat.view()?.missed;
        self.seat.act(Act::Restore, |view| {
            let still = |number: &String| view.missed.iter().any(|entry| entry.number == *number);
            let gone = before.iter().any(|entry| !still(&entry.number));
            gone.then_some(())
        })
    }
}

pub fn nobody(view: &CounterView) -> Option<()> {
    view.visitor.is_none().then_some(())
}

/// Waiting elsewhere, or here for another matter after one that is done.
fn went_on(view: &CounterView) -> Option<()> {
    let serving = |stay: &Stay| stay.state == TicketState::Serving;
    let visitor = view.visitor.as_ref();
    visitor
        .is_none_or(|visitor| visitor.stays.iter().any(serving))
        .then_some(())
}

fn called(view: &CounterView) -> Option<()> {
    (view.visitor.as_ref()?.state == TicketState::Called).then_some(())
}

fn serving(view: &CounterView) -> Option<()> {
    (view.visitor.as_ref()?.state == TicketState::Serving).then_some(())
}
