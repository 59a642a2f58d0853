//! The screens that tell something, for a listener.

use super::heard::{Choice, Heard, Spot};
use super::phrase::Phrase;
use super::speech::{Said, named, queue};
use crate::view_model::page::{ClosedPage, DetailsPage, Notice, TicketPage};
use crate::view_model::{Cancelling, Refusal, Touch};
use queue_protocol::ClosedReason;

pub(super) fn details(page: &DetailsPage) -> Heard {
    let whole = if page.name.is_empty() {
        &page.short
    } else {
        &page.name
    };
    let mut heard = Heard::of(Phrase::FullName).more([Said::Name(whole.clone())]);
    if !page.agency.is_empty() {
        heard = heard.more(named(Phrase::Agency, &page.agency));
    }
    if let Some(fee) = &page.fee {
        heard = heard.more(named(Phrase::Fee, fee));
    }
    if !page.papers.is_empty() {
        let papers = page.papers.iter().cloned().map(Said::Name);
        heard = heard.more([Phrase::Papers.into()]).more(papers);
    }
    heard.choices([Choice::new(Spot::GoOn, Phrase::GoOn, Touch::Back)])
}

pub(super) fn asking(slow: bool) -> Heard {
    if !slow {
        return Heard::of(Phrase::Asking);
    }
    Heard::of(Phrase::Slow).choices([
        Choice::new(Spot::WaitOn, Phrase::WaitOn, Touch::WaitOn),
        Choice::new(Spot::Home, Phrase::Home, Touch::Home),
    ])
}

pub(super) fn ticket(page: &TicketPage) -> Heard {
    let yours = if page.priority {
        Phrase::YourPriorityNumber
    } else {
        Phrase::YourNumber
    };
    let paper = match (page.trouble, page.perhaps_printed) {
        (Some(_), true) => Phrase::PerhapsSlip,
        (Some(_), false) => Phrase::NoSlip,
        (None, _) if page.printed => Phrase::TakeSlip,
        (None, _) => Phrase::Printing,
    };
    let mut heard = Heard::of(yours);
    heard
        .about
        .extend([Said::Ticket(page.number.clone()), paper.into()]);
    let mut more = queue(page.ahead, page.wait);
    if let Some(zone) = &page.zone {
        more.extend(named(Phrase::Sit, zone));
    }
    if !page.counters.is_empty() {
        more.push(Phrase::Counters.into());
        more.extend(
            page.counters
                .iter()
                .map(|number| Said::Number((*number).into())),
        );
    }
    let kept = if page.trouble.is_some() {
        Phrase::Remembered
    } else {
        Phrase::Done
    };
    let cancelling = match page.cancelling {
        Cancelling::Idle => None,
        Cancelling::Asked => Some(Phrase::Cancelling),
        Cancelling::CalledAlready => Some(Phrase::CalledAlready),
        Cancelling::Unanswered => Some(Phrase::NotCancelled),
    };
    heard.about.extend(cancelling.map(Said::from));
    let again = Choice {
        spot: Spot::HearAgain,
        name: vec![Phrase::HearAgain.into()],
        more: Vec::new(),
        touch: None,
    };
    let cancel = Choice::new(Spot::Cancel, Phrase::Cancel, Touch::Cancel);
    heard
        .more(more)
        .choices([again, Choice::new(Spot::Done, kept, Touch::Done)])
        .choices(cancelling.is_none().then_some(cancel))
}

pub(super) fn notice(notice: &Notice) -> Heard {
    let retry = |name| [Choice::new(Spot::TryAgain, name, Touch::TryAgain)];
    let again = |again: &Option<String>| {
        let time = again.as_deref();
        time.map(|time| named(Phrase::AgainAt, time))
            .into_iter()
            .flatten()
    };
    match notice {
        Notice::Connecting => Heard::of(Phrase::Connecting),
        Notice::Away(_) | Notice::UsedUp(_) => Heard::of(Phrase::Away),
        Notice::Cancelled(number) => Heard::of(Phrase::Cancelled)
            .more([Said::Ticket(number.clone())])
            .choices([Choice::new(Spot::Done, Phrase::Done, Touch::Done)]),
        Notice::Refused(Refusal::Paused { again: time }) => Heard::of(Phrase::Paused)
            .more(again(time))
            .choices(retry(Phrase::ChooseAgain)),
        Notice::Refused(Refusal::Full { again: time } | Refusal::Crowded { again: time }) => {
            Heard::of(Phrase::Full)
                .more(again(time))
                .choices(retry(Phrase::ChooseAgain))
        }
        Notice::Refused(Refusal::TooFast) => {
            Heard::of(Phrase::TooFast).choices(retry(Phrase::TryAgain))
        }
        Notice::Refused(Refusal::OutOfOrder) => {
            Heard::of(Phrase::OutOfOrder).choices(retry(Phrase::ChooseAgain))
        }
        Notice::Refused(Refusal::Unanswered) => {
            Heard::of(Phrase::Unanswered).choices(retry(Phrase::TryAgain))
        }
    }
}

pub(super) fn closed(page: &ClosedPage) -> Heard {
    let why = match page.reason {
        ClosedReason::BeforeOpening => Phrase::NotOpen,
        ClosedReason::Pause => Phrase::Lunch,
        ClosedReason::AfterHours | ClosedReason::CapReached | ClosedReason::WorkPassesClosing => {
            Phrase::AfterHours
        }
        ClosedReason::Weekend | ClosedReason::Holiday | ClosedReason::LocalClosure => {
            Phrase::Closed
        }
    };
    let mut heard = Heard::of(why);
    if let Some((occasion, _)) = &page.occasion {
        heard = heard.more([Said::Name(occasion.clone())]);
    }
    let date = page.again_on.map(|day| day.format("%-d/%-m").to_string());
    if let Some(time) = &page.again_at {
        heard = heard.more(named(Phrase::AgainAt, time));
        heard = heard.more(date.map(Said::Name));
    }
    heard
}
