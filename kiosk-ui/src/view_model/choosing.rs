//! From a purpose to what a number is wanted for.

use super::browse::Within;
use super::find::Find;
use super::hall::Intake;
use super::kiosk::Kiosk;
use super::message::Touch;
use super::step::{Refusal, Step, Wish};
use queue_protocol::Purpose;
use std::time::Instant;

impl Kiosk {
    /// A choice leads to the next screen.
    pub(super) fn choose(&mut self, choice: Touch, now: Instant) {
        let next = match (self.path.last(), choice) {
            (None, Touch::Purpose(purpose)) => self.first_step(purpose),
            (Some(Step::Choose { purpose, .. }), Touch::Service(service)) => self.take(Wish {
                purpose: *purpose,
                service,
                procedure: None,
            }),
            (Some(Step::Choose { purpose, .. }), Touch::Others(first)) => Some(Step::Choose {
                purpose: *purpose,
                first,
            }),
            (Some(Step::Choose { purpose, .. }), Touch::Find) => {
                self.hall.centre.as_ref().map(|centre| Step::Find {
                    purpose: *purpose,
                    find: Box::new(Find::new(centre, *purpose)),
                })
            }
            (
                Some(Step::Find { purpose, .. } | Step::Browse { purpose, .. }),
                Touch::Procedure(place),
            ) => self.wish_for(place, *purpose).and_then(|w| self.take(w)),
            (Some(Step::Choose { purpose, .. }), Touch::ByAgency) => {
                self.browse(*purpose, Within::default(), 0)
            }
            (Some(Step::Browse { purpose, .. }), Touch::Agency(code)) => {
                self.browse(*purpose, Within::of_agency(code), 0)
            }
            (
                Some(Step::Browse {
                    purpose, within, ..
                }),
                Touch::Field(name),
            ) => within
                .of_field(name)
                .and_then(|within| self.browse(*purpose, within, 0)),
            (
                Some(Step::Browse {
                    purpose, within, ..
                }),
                Touch::Others(first),
            ) => self.browse(*purpose, within.clone(), first),
            (Some(Step::Find { .. }), Touch::Guidance) => self.first_step(Purpose::Guidance),
            (Some(Step::Take(wish)), Touch::ShowClasses) => Some(Step::Classes(wish.clone())),
            (Some(Step::Take(wish)), Touch::Details) => Some(Step::Details(wish.clone())),
            _ => None,
        };
        if let Some(next) = next {
            self.path.push(next);
            self.arrived = now;
        }
    }

    /// The way to a purpose: past the choice where there is none.
    pub(super) fn first_step(&self, purpose: Purpose) -> Option<Step> {
        let mut services = self.hall.services(purpose);
        let (first, second) = (services.next()?, services.next());
        if second.is_some() {
            return Some(Step::Choose { purpose, first: 0 });
        }
        let service = first.0.code.clone();
        match Refusal::of(self.hall.intake(&service)) {
            Some(refusal) => Some(Step::Refused(refusal)),
            None => self.take(Wish {
                purpose,
                service,
                procedure: None,
            }),
        }
    }

    fn take(&self, wish: Wish) -> Option<Step> {
        (self.hall.intake(&wish.service) == Intake::Open).then_some(Step::Take(wish))
    }

    /// What is within reach from the row at `first` on; nothing where there is no such row.
    fn browse(&self, purpose: Purpose, within: Within, first: usize) -> Option<Step> {
        let centre = self.hall.centre.as_deref()?;
        (first < within.shelf(centre, purpose).len()).then_some(Step::Browse {
            purpose,
            within,
            first,
        })
    }

    fn wish_for(&self, place: usize, purpose: Purpose) -> Option<Wish> {
        let centre = self.hall.centre.as_deref()?;
        let procedure = centre.procedure(place)?;
        let service = centre.service_for(procedure, purpose)?;
        // A service that collects for all agencies does not know their procedures.
        let own = service.code == procedure.service;
        Some(Wish {
            purpose,
            service: service.code.clone(),
            procedure: own.then(|| procedure.code.clone()),
        })
    }

    /// A key, or another page of hits.
    pub(super) fn find(&mut self, touch: &Touch) {
        let Some(Step::Find { purpose, find }) = self.path.last_mut() else {
            return;
        };
        match (touch, &self.hall.centre) {
            (Touch::Key(key), Some(centre)) => find.press(*key, centre, *purpose),
            (Touch::Keys(keys), _) => find.keys = *keys,
            (Touch::NextFound(first), _) => find.show_next(*first),
            (Touch::PreviousFound, _) => find.show_previous(),
            _ => {}
        }
    }
}
