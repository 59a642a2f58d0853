//! Numbers given alone reach the service, in order; the report of a paper waits until its number is there.

use super::super::effect::Effect;
use super::super::kiosk::Kiosk;
use super::giving_up::give_up;
use super::kept::Kept;
use super::ticket::{HandedIn, OfflineTicket};
use queue_client::View;
use queue_protocol::{PaperResult, PrintResultRequest};
use std::sync::Arc;
use std::time::Instant;
use ticket_printer::Cause;

impl Kiosk {
    /// Begins with what the disk has kept; without a disk nothing will be given alone.
    pub(in super::super) fn recall(
        &mut self,
        kept: Option<Box<Kept>>,
        now: Instant,
    ) -> Vec<Effect> {
        // The network says nothing of this kiosk before it is told what.
        self.told = None;
        let Some(kept) = kept else {
            return Vec::new();
        };
        self.papers.has_disk = true;
        self.papers.begun = kept.reprints;
        let book = &mut self.hall.book;
        book.usable = true;
        book.left_out = kept.unreadable;
        book.tickets = kept.tickets;
        if let Some(frame) = kept.frame {
            self.remembered.frame = Some(frame.clone());
            self.hall.recall(View::Stale {
                frame: Arc::new(frame),
                received: now.into(),
                since: now.into(),
            });
        }
        self.take_up()
    }

    /// What a process before this one has left undone.
    fn take_up(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        for ticket in &mut self.hall.book.tickets {
            if ticket.is_settled() {
                continue;
            }
            // Its paper was on the way when the kiosk stopped: nobody knows.
            ticket.paper.get_or_insert_with(|| PrintResultRequest {
                result: PaperResult::Unknown,
                cause: Some(Cause::NoAnswer.code().to_owned()),
            });
            if ticket.handed_in.is_none() {
                effects.push(Effect::HandIn {
                    key: ticket.key.clone(),
                    request: Box::new(ticket.request.clone()),
                });
                continue;
            }
            ticket.job = Some(self.papers.job_of(&ticket.request.number));
            effects.extend(report(ticket));
            effects.extend(give_up(ticket));
        }
        effects
    }

    /// The service has taken a number in, or never will.
    pub(in super::super) fn handed_in(&mut self, key: &str, answer: HandedIn) -> Vec<Effect> {
        let Some(ticket) = self.hall.book.by_key(key) else {
            return Vec::new();
        };
        ticket.handed_in = Some(answer);
        if ticket.job.is_none() {
            ticket.job = Some(self.papers.job_of(&ticket.request.number));
        }
        let mut effects = vec![Effect::Keep(Box::new(ticket.clone()))];
        effects.extend(report(ticket));
        effects.extend(give_up(ticket));
        effects
    }

    /// A report that is to be sent. That of a number which the service does not know yet waits.
    pub(in super::super) fn paper_ended(&mut self, report_now: Effect) -> Vec<Effect> {
        let Effect::Report {
            job, result, cause, ..
        } = &report_now
        else {
            return vec![report_now];
        };
        let Some(ticket) = self.hall.book.by_job(*job) else {
            return vec![report_now];
        };
        ticket.paper = Some(PrintResultRequest {
            result: *result,
            cause: cause.map(|cause| cause.code().to_owned()),
        });
        let mut effects = vec![Effect::Keep(Box::new(ticket.clone()))];
        effects.extend(report(ticket));
        effects
    }

    /// The service has answered a report.
    pub(in super::super) fn paper_reported(&mut self, job: u64) -> Option<Effect> {
        let ticket = self.hall.book.by_job(job)?;
        ticket.reported = true;
        Some(Effect::Keep(Box::new(ticket.clone())))
    }
}

/// What the service is to hear of a paper, once it knows the number.
fn report(ticket: &OfflineTicket) -> Option<Effect> {
    let (job, paper) = (ticket.job?, ticket.paper.as_ref()?);
    let taken = ticket.handed_in == Some(HandedIn::Taken);
    (taken && !ticket.reported).then(|| Effect::Report {
        job,
        number: ticket.request.number.clone(),
        result: paper.result,
        cause: paper.cause.as_deref().and_then(cause),
    })
}

fn cause(code: &str) -> Option<Cause> {
    Cause::ALL.into_iter().find(|cause| cause.code() == code)
}
