//! The turn of the day: one event ends everything that is open, one begins the new day.

use super::{Case, Decision};
use crate::{Actor, Event, Refusal};
use chrono::NaiveDate;

/// Only the service turns the day, and never back.
pub(super) fn turn(case: &Case<'_>, date: NaiveDate) -> Result<Decision, Refusal> {
    if case.actor != Actor::House {
        return Err(Refusal::NotAllowed);
    }
    let opened = Event::DayOpened { date };
    match case.centre.day {
        None => Ok(opened.into()),
        Some(open) if open == date => Ok(Decision::default()),
        Some(open) if open > date => Err(Refusal::NotAllowed),
        Some(open) => {
            let events = vec![Event::DayEnded { date: open }, opened];
            Ok(Decision {
                events,
                ..Decision::default()
            })
        }
    }
}
