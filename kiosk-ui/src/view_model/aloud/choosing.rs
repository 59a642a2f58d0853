//! The screens on which a visitor chooses, for a listener.

use super::heard::{Choice, Heard, Spot};
use super::phrase::Phrase;
use super::speech::{Said, named, queue};
use crate::view_model::Touch;
use crate::view_model::page::{
    BrowsePage, BrowseRows, ChoosePage, FindPage, FramePage, GroupRow, HomePage, Intake,
    ProcedureRow, ServiceRow, TakePage,
};
use queue_protocol::Purpose;

pub(super) fn home(page: &HomePage, frame: &FramePage) -> Heard {
    let purposes = page.purposes.iter().enumerate();
    let taken = purposes.filter(|(_, (_, taken))| *taken);
    let choices = taken.map(|(row, (purpose, _))| {
        let name = match purpose {
            Purpose::Submit => Phrase::Submit,
            Purpose::Collect => Phrase::Collect,
            Purpose::Supplement => Phrase::Supplement,
            Purpose::Guidance => Phrase::Guidance,
        };
        Choice::new(Spot::Purpose(row), name, Touch::Purpose(*purpose))
    });
    let languages = frame.languages.iter();
    let others = languages.filter(|other| **other != frame.language);
    let others = others.map(|other| {
        let (name, touch) = (Said::Language(*other), Touch::Language(*other));
        Choice::new(Spot::Language, name, touch)
    });
    Heard {
        about: vec![
            Phrase::Welcome.into(),
            Phrase::Keys.into(),
            Phrase::AskPurpose.into(),
        ],
        ..Heard::default()
    }
    .choices(choices)
    .choices(others)
}

/// What is said of a service that takes nobody; nothing of an open one.
fn shut(intake: &Intake) -> Option<Vec<Said>> {
    let (word, again) = match intake {
        Intake::Open => return None,
        Intake::Paused(again) => (Phrase::Paused, again),
        Intake::Full(again) | Intake::Crowded(again) => (Phrase::Full, again),
        Intake::Ended(again) => (Phrase::Ended, again),
    };
    let mut said = vec![word.into()];
    if let Some(again) = again {
        said.extend(named(Phrase::AgainAt, again));
    }
    Some(said)
}

/// A row of a list; one that is shut says why, and cannot be chosen.
fn row_of(spot: Spot, name: &str, intake: &Intake, open: Vec<Said>, touch: Touch) -> Choice {
    let shut = shut(intake);
    Choice {
        spot,
        name: vec![Said::Name(name.to_owned())],
        touch: shut.is_none().then_some(touch),
        more: shut.unwrap_or(open),
    }
}

pub(super) fn choose(page: &ChoosePage) -> Heard {
    let services = page.rows.iter().enumerate().map(|(row, service)| {
        let ServiceRow { intake, name, .. } = service;
        let open = queue(service.waiting, service.wait);
        let touch = Touch::Service(service.code.clone());
        row_of(Spot::Service(row), name, intake, open, touch)
    });
    let others = page.others.as_ref().map(|(first, names)| {
        Choice::new(Spot::Others, Phrase::Others, Touch::Others(*first))
            .with(vec![Said::Name(names.clone())])
    });
    Heard::of(Phrase::AskService)
        .choices(services)
        .choices(others)
        .choices([Choice::new(Spot::Find, Phrase::Find, Touch::Find)])
        .choices(
            page.has_agencies
                .then(|| Choice::new(Spot::ByAgency, Phrase::ByAgency, Touch::ByAgency)),
        )
}

pub(super) fn browse(page: &BrowsePage) -> Heard {
    let more = page.more.map(|(first, left)| {
        Choice::new(Spot::Others, Phrase::NextPage, Touch::Others(first)).with(vec![number(left)])
    });
    let (question, rows) = match &page.rows {
        BrowseRows::Agencies(rows) => (
            Phrase::AskAgency,
            groups(rows, Phrase::Communes, Touch::Agency),
        ),
        BrowseRows::Fields(rows) => (
            Phrase::AskField,
            groups(rows, Phrase::OtherField, Touch::Field),
        ),
        BrowseRows::Procedures(rows) => (Phrase::AskProcedure, procedures(rows)),
    };
    let mut heard = Heard::of(question);
    if !page.within.is_empty() {
        heard.about.push(Said::Name(page.within.clone()));
    }
    heard.choices(rows).choices(more)
}

fn groups(rows: &[GroupRow], nameless: Phrase, touch: fn(String) -> Touch) -> Vec<Choice> {
    let rows = rows.iter().enumerate().map(|(row, group)| {
        let name = match group.name.as_str() {
            "" => nameless.into(),
            name => Said::Name(name.to_owned()),
        };
        Choice::new(Spot::Group(row), name, touch(group.code.clone()))
            .with(vec![number(group.procedures), Phrase::Procedures.into()])
    });
    rows.collect()
}

fn procedures(rows: &[ProcedureRow]) -> Vec<Choice> {
    let rows = rows.iter().enumerate().map(|(row, procedure)| {
        let ProcedureRow { name, service, .. } = procedure;
        let open = vec![Said::Name(service.clone())];
        let touch = Touch::Procedure(procedure.place);
        row_of(Spot::Procedure(row), name, &procedure.intake, open, touch)
    });
    rows.collect()
}

fn number(count: usize) -> Said {
    Said::Number(u32::try_from(count).unwrap_or(u32::MAX))
}

pub(super) fn find(page: &FindPage) -> Heard {
    if page.rows.is_empty() {
        let guidance = Choice::new(Spot::Guidance, Phrase::GuidanceNumber, Touch::Guidance);
        return Heard::of(Phrase::NothingFound)
            .choices([Choice::new(
                Spot::LeaveFind,
                Phrase::ByService,
                Touch::LeaveFind,
            )])
            .choices(page.guidance.then_some(guidance));
    }
    let next = page
        .next
        .map(|first| Choice::new(Spot::NextPage, Phrase::NextPage, Touch::NextFound(first)));
    let previous = Choice::new(
        Spot::PreviousPage,
        Phrase::PreviousPage,
        Touch::PreviousFound,
    );
    let mut heard = Heard::of(Phrase::AskProcedure)
        .choices(procedures(&page.rows))
        .choices(next)
        .choices(page.has_previous.then_some(previous));
    // Each page of the list is a screen of its own.
    heard.about.extend(
        page.rows
            .first()
            .filter(|_| page.has_previous)
            .map(|_| number(page.shown.0)),
    );
    heard
}

pub(super) fn take(page: &TakePage) -> Heard {
    if page.asking {
        return Heard::of(Phrase::Asking);
    }
    let mut heard = Heard::of(Said::Name(page.name.clone()));
    if let Some(shut) = shut(&page.intake) {
        return heard.more(shut);
    }
    if page.online {
        heard.about.push(Phrase::Online.into());
    } else if page.any_commune {
        heard.about.push(Phrase::AnyCommune.into());
    }
    heard.about.push(Phrase::AskKind.into());
    let ordinary = Choice::new(Spot::Ordinary, Phrase::Ordinary, Touch::Ordinary)
        .with(queue(page.waiting, page.wait));
    let priority = Choice::new(Spot::Priority, Phrase::Priority, Touch::ShowClasses);
    let details = Choice::new(Spot::Details, Phrase::Details, Touch::Details);
    heard
        .choices([ordinary])
        .choices((!page.classes.is_empty()).then_some(priority))
        .choices(page.details.then_some(details))
}

/// The list is read as a whole, the same for everyone; the keys then only say the number of a line, so that nobody
/// hears which one was chosen.
pub(super) fn classes(page: &TakePage) -> Heard {
    let line = |row: usize| number(row + 1);
    if page.asking {
        return Heard::of(Phrase::Asking);
    }
    let list = page.classes.iter().enumerate().flat_map(|(row, class)| {
        let words = format!("{} {}", class.name, class.note);
        [
            Phrase::Line.into(),
            line(row),
            Said::Name(words.trim_end().to_owned()),
        ]
    });
    let lines = page.classes.iter().enumerate().map(|(row, class)| Choice {
        spot: Spot::Class(row),
        name: vec![Phrase::Line.into(), line(row)],
        more: Vec::new(),
        touch: Some(Touch::Priority(class.code.clone())),
    });
    Heard::of(Phrase::AskClass).more(list).choices(lines)
}

/// A card settled the question; which class it was is not said.
pub(super) fn settled(page: &TakePage) -> Heard {
    if page.asking {
        return Heard::of(Phrase::Asking);
    }
    let heard = Heard::of(Phrase::Settled);
    if let Some(shut) = shut(&page.intake) {
        return heard.more(shut);
    }
    let class = page.classes.first().map(|class| {
        let touch = Touch::Priority(class.code.clone());
        Choice::new(Spot::Priority, Phrase::Priority, touch).with(queue(None, page.priority_wait))
    });
    let ordinary = Choice::new(Spot::Ordinary, Phrase::Ordinary, Touch::Ordinary)
        .with(queue(page.waiting, page.wait));
    heard.choices(class).choices([ordinary])
}
