use super::{Board, OFFLINE_AFTER};
use crate::view_model::Time;
use crate::view_model::burn_in::shift;
use crate::view_model::newest::{closed, is_open, newest};
use crate::view_model::notices::{Notice, Telling};
use crate::view_model::pages::Told;
use crate::view_model::picture::{Arrival, Card, Panel, Picture, SlotPicture};
use crate::view_model::sign::sign;
use crate::view_model::spotlight::Call;
use queue_protocol::views::Issuing;
use std::sync::Arc;
use std::time::Duration;

/// A call that took its slot this lately is on its way there.
const ARRIVING: Duration = Duration::from_millis(200);

impl Board {
    /// The picture of the moment `now`.
    pub fn turn(&mut self, now: Duration) -> Picture {
        self.spotlight.turn(now);
        let (Some(frame), Some(clock)) = (self.frame.clone(), self.clock) else {
            let panel = if now < OFFLINE_AFTER {
                Panel::Starting
            } else {
                Panel::NeverConnected
            };
            return Picture {
                arrangement: Arc::clone(&self.arrangement),
                panel,
                ..Picture::default()
            };
        };
        let time = clock.now(now);
        let lost = self
            .lost
            .filter(|since| now.saturating_sub(*since) >= OFFLINE_AFTER);
        let catalogue = self.catalogue.clone();
        let names = (catalogue.as_deref(), self.language);
        let name = catalogue
            .as_ref()
            .map(|known| known.centre.name.get(self.language));
        let arrangement = Arc::clone(&self.arrangement);
        let told = Told {
            arrangement: &arrangement,
            view: &frame.view,
            catalogue: names.0,
            language: self.language,
        };
        let panel = match lost {
            Some(_) => Panel::Offline {
                speaking: self.spotlight.speaking().cloned(),
            },
            None => self.panel(told, now),
        };
        let spotlit = if arrangement.spotlight.place.width > 0.0 {
            panel.calls()
        } else {
            Vec::new()
        };
        Picture {
            shift: shift(now),
            centre: name.unwrap_or_default().to_owned(),
            time: Some(time),
            offline_since: lost.map(|since| clock.now(since)),
            grids: self.pages.grids(told, now),
            calls: newest(&frame.view.calls, &spotlit, arrangement.calls.rows),
            panel,
            waiting: self.pages.waiting(told, now),
            pauses: self.pages.pauses(told, time, now),
            missed: self.pages.missed(told, now),
            notice: self.notice(told, time, now),
            shown: self.pages.shown(&arrangement, now),
            sign: sign(&frame.view.counters, names, time),
            arrangement,
        }
    }

    fn panel(&self, told: Told<'_>, now: Duration) -> Panel {
        let view = told.view;
        let filled = self.spotlight.filled();
        let mut place = 0..;
        let slots = self.spotlight.slots(now).map(|slot| {
            let place = place.next();
            let (call, age) = slot?;
            let speaking = self.spotlight.speaking();
            Some(SlotPicture {
                call: call.clone(),
                filled: place == filled,
                speaking: speaking.is_some_and(|spoken| spoken.same_visit(call)),
                arrival: self.arrival(told, call, age),
            })
        });
        let mut calls = slots.iter().flatten();
        match (calls.next(), calls.next(), &self.last, closed(view)) {
            (Some(_), Some(_), ..) => Panel::List(Box::new(slots)),
            (Some(only), None, ..) => Panel::Card(Card::Now(only.clone())),
            (None, _, Some(last), _) => Panel::Card(Card::Last(last.clone())),
            (None, _, None, Some((reason, next))) => Panel::Closed { reason, next },
            (None, _, None, None) => Panel::Card(Card::Idle {
                open: view.counters.iter().any(is_open),
                issuing: matches!(view.issuing, Issuing::Open { .. }),
            }),
        }
    }

    fn arrival(&self, told: Told<'_>, call: &Call, age: Duration) -> Arrival {
        match self.pages.row_of(told, call.counter) {
            Some((grid, row)) if age < ARRIVING => Arrival::FromRow { grid, row },
            _ => Arrival::Standing,
        }
    }

    fn notice(&mut self, told: Told<'_>, time: Time, now: Duration) -> Option<Notice> {
        let telling = Telling {
            view: told.view,
            catalogue: told.catalogue,
            scheduled: &self.layout.notices,
            arrangement: told.arrangement,
            language: told.language,
            time,
        };
        // The panel says it already.
        let shut = closed(told.view).is_some();
        let keep = |notice: &Notice| !(shut && matches!(notice, Notice::NotIssuing { .. }));
        self.pages.notice(&telling, keep, now)
    }
}
