//! Every slip on its way: printed once, and what became of it reported once. Reprints come from the service's view and
//! stay there until they are reported.

use super::centre::Centre;
use super::effect::Effect;
use super::slip::slip;
use super::step::Given;
use queue_client::View;
use queue_protocol::{KioskView, PaperResult};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet, VecDeque};
use std::time::{Duration, Instant};
use ticket_printer::{Cause, Health, JobState, Mark, Slip};

/// A view made before the service noted our report arrives within this time; later it asks for another reprint.
const OLD_VIEWS: Duration = Duration::from_secs(30);

/// So many numbers are remembered for staff who want a slip again.
const LATEST: usize = 3;

/// One ticket of all journals.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TicketKey {
    /// The journal.
    pub journal: String,
    /// The ticket's id.
    pub id: u64,
}

struct Job {
    number: String,
    state: JobState,
    reprint: Option<TicketKey>,
}

enum Reprint {
    /// On its way to the disk: a kiosk that is killed now does not print it a second time.
    ToKeep,
    /// There, to be printed.
    Kept,
    InHand,
    Reported(Instant),
}

/// The printer's health and all print jobs that are not reported yet.
#[derive(Default)]
pub(super) struct Papers {
    pub health: Health,
    /// The numbers given here last, newest first.
    pub latest: VecDeque<String>,
    last_job: u64,
    jobs: HashMap<u64, Job>,
    reprints: HashMap<TicketKey, Reprint>,
    /// Without a disk reprints are printed at once.
    pub has_disk: bool,
    /// Reprints that a process before this one began and did not report.
    pub begun: HashSet<TicketKey>,
}

impl Papers {
    /// Takes a slip to be printed. Gives the job's number and the order.
    pub fn print(&mut self, slip: Slip) -> (u64, Effect) {
        self.latest.push_front(slip.number.clone());
        self.latest.truncate(LATEST);
        self.take(slip, None)
    }

    /// Takes a sample slip: nobody is told what becomes of it.
    pub fn try_out(&mut self, slip: Slip) -> (u64, Effect) {
        self.last_job += 1;
        let (job, slip) = (self.last_job, Box::new(slip));
        (job, Effect::Print { job, slip })
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

    /// The kiosk was stopped amid this reprint: staff are told so, and nothing is printed by itself.
    fn nobody_knows(&mut self, number: &str, ticket: TicketKey) -> Effect {
        let job = self.job_of(number);
        if let Some(own) = self.jobs.get_mut(&job) {
            own.reprint = Some(ticket.clone());
        }
        self.reprints.insert(ticket, Reprint::InHand);
        Effect::Report {
            job,
            number: number.to_owned(),
            result: PaperResult::Unknown,
            cause: Some(Cause::NoAnswer),
        }
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
    pub fn reported(&mut self, job: u64, now: Instant) -> Option<Effect> {
        let ticket = self.jobs.remove(&job)?.reprint?;
        self.reprints.insert(ticket.clone(), Reprint::Reported(now));
        self.has_disk.then_some(Effect::KeepReprint {
            ticket,
            ended: true,
        })
    }

    /// The disk has answered. One that takes nothing keeps no slip from a visitor who is waiting for it.
    pub fn reprint_kept(&mut self, ticket: TicketKey) {
        if matches!(self.reprints.get(&ticket), Some(Reprint::ToKeep)) {
            self.reprints.insert(ticket, Reprint::Kept);
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
            Reprint::ToKeep | Reprint::Kept | Reprint::InHand => true,
            Reprint::Reported(at) => {
                asked.contains(ticket) && now.saturating_duration_since(*at) < OLD_VIEWS
            }
        });
        let mut orders = Vec::new();
        for (job, ticket) in frame.view.reprints.iter().zip(asked) {
            match self.reprints.get(&ticket) {
                Some(Reprint::Kept) => {}
                Some(_) => continue,
                None if self.begun.remove(&ticket) => {
                    orders.push(self.nobody_knows(&job.ticket.number, ticket));
                    continue;
                }
                None if self.has_disk => {
                    self.reprints.insert(ticket.clone(), Reprint::ToKeep);
                    orders.push(Effect::KeepReprint {
                        ticket,
                        ended: false,
                    });
                    continue;
                }
                None => {}
            }
            let procedure = job.procedure.as_deref();
            let procedure = procedure.and_then(|code| centre.procedure_of_code(code));
            let given = Given::from(job.ticket.clone());
            let mark = if job.first {
                Mark::Original
            } else {
                Mark::Reprint
            };
            let slip = slip(centre, &given, procedure, job.language, mark);
            self.reprints.insert(ticket.clone(), Reprint::InHand);
            orders.push(self.take(slip, Some(ticket)).1);
        }
        orders
    }
}
