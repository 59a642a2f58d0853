//! What a scan does, by the screen on which it comes. Nothing of it is kept but what a touch would have said.

use super::kiosk::Kiosk;
use super::message::Class;
use super::step::{Refusal, Step, Wish};
use crate::scan::{Meaning, Scan};
use queue_protocol::Purpose;
use std::time::Instant;

impl Kiosk {
    /// Somebody scanned something: at least somebody is there.
    pub(super) fn scanned(&mut self, scan: &Scan, now: Instant) {
        let Some(meaning) = self.meaning(scan, now) else {
            return;
        };
        if !self.is_ready(now) {
            return;
        }
        self.touched = now;
        let next = match (self.path.last(), meaning) {
            (Some(Step::Take(wish) | Step::Classes(wish)), Meaning::Class(code)) => {
                Some(Step::Settled {
                    wish: wish.clone(),
                    class: Class(code),
                })
            }
            (
                None | Some(Step::Choose { .. } | Step::Find { .. } | Step::Browse { .. }),
                Meaning::Dossier {
                    service, purpose, ..
                },
            ) => self.of_dossier(service, purpose),
            _ => None,
        };
        if let Some(next) = next {
            self.path.push(next);
            self.arrive(now);
        }
    }

    fn meaning(&self, scan: &Scan, now: Instant) -> Option<Meaning> {
        let catalogue = self.hall.centre.as_deref()?.catalogue();
        let today = self.hall.time(now)?.date_naive();
        Some(scan.meaning(today, &catalogue.classes, &catalogue.dossiers))
    }

    /// Straight to the number; where the service takes nobody, it is said; where it is not there today, to the choice.
    fn of_dossier(&self, service: String, purpose: Purpose) -> Option<Step> {
        let mut services = self.hall.services(purpose);
        if !services.any(|(today, _)| today.code == service) {
            return self.first_step(purpose);
        }
        let refused = Refusal::of(self.hall.intake(&service));
        Some(refused.map_or_else(
            || {
                Step::Take(Wish {
                    purpose,
                    service,
                    procedure: None,
                })
            },
            Step::Refused,
        ))
    }
}
