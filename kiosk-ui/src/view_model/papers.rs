//! Every slip on its way: printed once, and what became of it reported once. Reprints come from the service's view and
//! stay there until they are reported.

use super::centre::Centre;
use super::effect::Effect;
use super::slip::slip;
use super::step::Given;
use queue_client::View;
use queue_protocol::KioskView;
use std::collections::HashMap;
use std::time::{Duration, Instant};
use ticket_printer::{Cause, Health, JobState, Mark, Slip};

/// A view made before the service noted our report arrives within this time; later it asks for another reprint.
const OLD_VIEWS: Duration = Duration::from_secs(30);

#[derive(PartialEq, Eq, Hash, Clone)]
struct TicketKey {
    journal: String,
    id: u64,
}

struct Job {
    number: String,
    state: JobState,
    reprint: Option<TicketKey>,
}

enum Reprint {
    InHand,
    Reported(Instant),
}

/// The printer's health and all print jobs that are not reported yet.
#[derive(Default)]
pub(super) struct Papers {
    pub health: Health,
    last_job: u64,
    jobs: HashMap<u64, Job>,
    reprints: HashMap<TicketKey, Reprint>,
}

impl Papers {
    /// Takes a slip to be printed. Gives the job's number and the order.
    pub fn print(&mut self, slip: Slip) -> (u64, Effect) {
        self.take(slip, None)
    }

    fn take(&mut self, slip: Slip, reprint: Option<TicketKey>) -> (u64, Effect) {
        self.last_job += 1;
        let job = Job {
            number: slip.number.clone(),
            state: JobState::Queued,
            reprint,
        };
        self.jobs.insert(self.last_job, job);
        let slip = Box::new(slip);
        (
            self.last_job,
            Effect::Print {
                job: self.last_job,
                slip,
            },
        )
    }

    /// A job for a slip that an earlier process printed, or not: nothing more is known of it.
    pub fn job_of(&mut self, number: &str) -> u64 {
        self.last_job += 1;
        let job = Job {
            number: number.to_owned(),
            state: JobState::Unknown(Cause::NoAnswer),
            reprint: None,
        };
        self.jobs.insert(self.last_job, job);
        self.last_job
    }

    /// A job went on; when it has ended it is to be reported, once.
    pub fn job_is(&mut self, job: u64, state: JobState) -> Option<Effect> {
        let known = self.jobs.get_mut(&job)?;
        if known.state.has_ended() {
            return None;
        }
        known.state = state;
        let (result, cause) = state.result()?;
        Some(Effect::Report {
            job,
            number: known.number.clone(),
            result,
            cause,
        })
    }

    /// The service has answered the report of `job`.
    pub fn reported(&mut self, job: u64, now: Instant) {
        if let Some(key) = self.jobs.remove(&job).and_then(|job| job.reprint) {
            self.reprints.insert(key, Reprint::Reported(now));
        }
    }

    /// The reprints that the service asks for and that are not in hand.
    pub fn reprints(
        &mut self,
        view: &View<KioskView>,
        centre: &Centre,
        now: Instant,
    ) -> Vec<Effect> {
        let View::Live { frame, .. } = view else {
            return Vec::new();
        };
        let key = |id| TicketKey {
            journal: frame.journal.clone(),
            id,
        };
        let asked: Vec<TicketKey> = frame
            .view
            .reprints
            .iter()
            .map(|job| key(job.ticket.id))
            .collect();
        self.reprints.retain(|ticket, reprint| match reprint {
            Reprint::InHand => true,
            Reprint::Reported(at) => {
                asked.contains(ticket) && now.saturating_duration_since(*at) < OLD_VIEWS
            }
        });
        let mut orders = Vec::new();
        for (job, ticket) in frame.view.reprints.iter().zip(asked) {
            if self.reprints.contains_key(&ticket) {
                continue;
            }
            let procedure = job.procedure.as_deref();
            let procedure = procedure.and_then(|code| centre.procedure_of_code(code));
            let given = Given::from(job.ticket.clone());
            let slip = slip(centre, &given, procedure, job.language, Mark::Reprint);
            self.reprints.insert(ticket.clone(), Reprint::InHand);
            orders.push(self.take(slip, Some(ticket)).1);
        }
        orders
    }
}
