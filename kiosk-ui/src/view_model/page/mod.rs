//! What stands on the screen: plain data, compared with what stood there before. The screens word it.

mod browse;
mod choices;
mod closed;
mod details;
mod number;
mod parts;
mod staff;

use super::asking::{Waiting, waiting};
use super::hall::{Standing, clock};
use super::kiosk::Kiosk;
use super::paging::Measure;
use super::step::Step;
use chrono::{DateTime, FixedOffset, Timelike as _};
use std::time::Instant;

pub use super::hall::Intake;
pub use browse::{BrowsePage, BrowseRows, GroupRow};
pub use parts::*;
pub use staff::{DiskWord, StaffMenu, StaffPage};

impl Kiosk {
    /// What is to be shown at `now`.
    #[must_use]
    pub fn page(&self, measure: &dyn Measure, now: Instant) -> Page {
        Page {
            frame: self.frame_page(now),
            screen: self.screen_page(measure, now),
            question: self.question(now),
        }
    }

    fn frame_page(&self, now: Instant) -> FramePage {
        let names = self.hall.centre.as_deref().map(|c| &c.catalogue().centre);
        let to_the_minute =
            |time: DateTime<FixedOffset>| time.with_second(0).and_then(|t| t.with_nanosecond(0));
        FramePage {
            name: names.map_or_else(String::new, |n| n.name.get(self.visit.language).to_owned()),
            time: self.hall.time(now).and_then(to_the_minute),
            language: self.visit.language,
            languages: self.languages.clone(),
            large_text: self.visit.large_text,
            high_contrast: self.visit.high_contrast,
            low_reach: self.visit.low_reach,
            aloud: self.visit.aloud,
            names_spoken: self.voice.names,
            call: self.call(now),
            can_go_back: self.can_go_back(now),
            can_go_home: self.can_go_home(now),
        }
    }

    fn screen_page(&self, measure: &dyn Measure, now: Instant) -> ScreenPage {
        match self.path.last() {
            Some(Step::Asking { wish, since, .. }) => match waiting(*since, now) {
                Waiting::Unnoticed
                    if matches!(self.path.iter().nth_back(1), Some(Step::Classes(_))) =>
                {
                    ScreenPage::Classes(self.take_page(wish, true))
                }
                Waiting::Unnoticed => match self.path.iter().nth_back(1) {
                    Some(Step::Settled { class, .. }) => {
                        ScreenPage::Settled(self.settled_page(wish, class, true))
                    }
                    _ => ScreenPage::Take(self.take_page(wish, true)),
                },
                told => ScreenPage::Asking {
                    slow: told == Waiting::Slow,
                },
            },
            Some(Step::Issued(issued)) => self.ticket_page(issued, now),
            Some(Step::Staff(staff)) => self.staff_page(staff, now),
            Some(Step::Cancelled { number }) => {
                ScreenPage::Notice(Notice::Cancelled(number.clone()))
            }
            step => match self.hall.standing(now) {
                Standing::Connecting => ScreenPage::Notice(Notice::Connecting),
                Standing::Away { since, used_up } => {
                    let since = since.map(clock);
                    ScreenPage::Notice(if used_up {
                        Notice::UsedUp(since)
                    } else {
                        Notice::Away(since)
                    })
                }
                Standing::Closed { reason, next, view } => {
                    ScreenPage::Closed(self.closed_page(reason, next, view, now))
                }
                Standing::Ready { until } => match step {
                    Some(Step::Choose { purpose, first }) => {
                        ScreenPage::Choose(self.choose_page(*purpose, *first, measure))
                    }
                    Some(Step::Find { purpose, find }) => {
                        ScreenPage::Find(self.find_page(*purpose, find, measure))
                    }
                    Some(Step::Browse {
                        purpose,
                        within,
                        first,
                    }) => ScreenPage::Browse(self.browse_page(*purpose, within, *first, measure)),
                    Some(Step::Take(wish)) => ScreenPage::Take(self.take_page(wish, false)),
                    Some(Step::Classes(wish)) => ScreenPage::Classes(self.take_page(wish, false)),
                    Some(Step::Settled { wish, class }) => {
                        ScreenPage::Settled(self.settled_page(wish, class, false))
                    }
                    Some(Step::Details(wish)) => self.details_page(wish),
                    Some(Step::Refused(refusal)) => {
                        ScreenPage::Notice(Notice::Refused(refusal.clone()))
                    }
                    _ => ScreenPage::Home(self.home_page(until)),
                },
            },
        }
    }

    fn question(&self, now: Instant) -> Option<Question> {
        match self.path.last() {
            Some(Step::Issued(issued)) if issued.asks => {
                Some(Question::Cancel(issued.ticket.number.clone()))
            }
            _ => self.warning(now).map(Question::MoreTime),
        }
    }
}
