//! One command over the wire.

use crate::view_model::{Answer, Ending, Verb};
use queue_client::{CallError, CounterApi};
use queue_protocol::{
    BreakRequest, CallRequest, CounterAnswer, FinishRequest, HelpRequest, HoldRequest,
    IssueRequest, NextServiceRequest, NoShowRequest, OfficerReason, OpenRequest, PriorityRequest,
    ReprintRequest, ResumeRequest, TicketAnswer, TransferRequest,
};

/// Sends `verb`, again and again under its key if need be, and tells how it ended.
pub async fn send(api: &CounterApi, verb: Verb) -> Ending {
    let name = verb.name();
    let ending = ending(answered(api, verb).await);
    tracing::info!(?name, done = matches!(ending, Ending::Done(_)), "command");
    ending
}

async fn answered(api: &CounterApi, verb: Verb) -> Result<Answer, CallError> {
    match verb {
        Verb::Open {
            officer,
            pin,
            take_over,
        } => api
            .open(&OpenRequest {
                officer,
                pin,
                take_over,
            })
            .await
            .map(counter),
        Verb::Close => api.close().await.map(counter),
        Verb::Break { reason, minutes } => api
            .take_break(&BreakRequest { reason, minutes })
            .await
            .map(counter),
        Verb::Back => api.back().await.map(counter),
        Verb::CallNext => api
            .call_next()
            .await
            .map(|called| called.map_or(Answer::Nobody, ticket)),
        Verb::Call { number, reason } => {
            api.call(&CallRequest { number, reason }).await.map(ticket)
        }
        Verb::Recall => api.recall().await.map(ticket),
        Verb::Serve => api.serve().await.map(ticket),
        Verb::Finish {
            number,
            outcome,
            dossiers,
        } => {
            let request = FinishRequest {
                outcome,
                number: Some(number),
                dossiers,
            };
            api.finish(&request).await.map(ticket)
        }
        Verb::NoShow { number } => api
            .no_show(&NoShowRequest {
                number: Some(number),
            })
            .await
            .map(ticket),
        Verb::NextService {
            number,
            outcome,
            dossiers,
            service,
            purpose,
        } => api
            .next_service(&NextServiceRequest {
                number,
                outcome,
                dossiers,
                service,
                purpose,
            })
            .await
            .map(ticket),
        Verb::Hold { back_at } => api.hold(&HoldRequest { back_at }).await.map(ticket),
        Verb::Resume { number } => api.resume(&ResumeRequest { number }).await.map(ticket),
        Verb::Transfer {
            number,
            service,
            counter,
            reason,
        } => {
            let request = TransferRequest {
                service,
                counter,
                reason: Some(reason),
            };
            match number {
                Some(number) => api.transfer_ticket(&number, &request).await.map(ticket),
                None => api.transfer(&request).await.map(ticket),
            }
        }
        Verb::Return => api.return_call().await.map(ticket),
        Verb::Restore { number } => api.restore(&number).await.map(ticket),
        Verb::Issue {
            service,
            purpose,
            class,
            language,
            kiosk: _,
        } => {
            let request = IssueRequest {
                service,
                purpose,
                procedure: None,
                priority: class.map(|class| class.0),
                language,
            };
            let issued = api.issue(&request).await;
            issued.map(|answer| Answer::Issued(Box::new(answer.ticket)))
        }
        Verb::Grant {
            number,
            class,
            reason,
        } => change_priority(api, &number, Some(class.0), reason).await,
        Verb::Withdraw { number, reason } => change_priority(api, &number, None, reason).await,
        Verb::Help { service, on } => api.help(&HelpRequest { service, on }).await.map(counter),
        Verb::StaffComing { kiosk } => api.staff_coming(kiosk).await.map(|()| Answer::Heard),
        Verb::Cancel { number } => api.cancel(&number).await.map(ticket),
        Verb::Reprint { number, kiosk } => {
            let request = ReprintRequest { kiosk };
            api.reprint(&number, &request).await.map(ticket)
        }
    }
}

async fn change_priority(
    api: &CounterApi,
    number: &str,
    grant: Option<String>,
    reason: OfficerReason,
) -> Result<Answer, CallError> {
    let request = PriorityRequest { grant, reason };
    api.priority(number, &request).await.map(ticket)
}

fn ticket(answer: TicketAnswer) -> Answer {
    Answer::Ticket(Box::new(answer.ticket))
}

#[expect(clippy::needless_pass_by_value, reason = "the shape of a mapping")]
fn counter(answer: CounterAnswer) -> Answer {
    Answer::Counter(answer.status)
}

fn ending(answered: Result<Answer, CallError>) -> Ending {
    match answered {
        Ok(answer) => Ending::Done(answer),
        Err(CallError::Refused(problem)) => Ending::Refused((*problem).into()),
        // It may have been done: as after no answer at all, only the view can tell.
        Err(CallError::Unanswered(_) | CallError::Unreadable(_)) => Ending::Unanswered,
    }
}
