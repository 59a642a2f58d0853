//! A page as a listener knows it.

use super::phrase::Phrase;
use super::speech::Said;
use super::{choosing, telling};
use crate::view_model::page::{FramePage, Page, Question, ScreenPage};
use crate::view_model::{Call, Touch};

/// Where a choice stands on the screen; of several alike, with its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named as the button that it is")]
pub enum Spot {
    Purpose(usize),
    Language,
    CallStaff,
    Home,
    HearAgain,
    Service(usize),
    Others,
    Find,
    ByAgency,
    Group(usize),
    Procedure(usize),
    PreviousPage,
    NextPage,
    LeaveFind,
    Guidance,
    Ordinary,
    Priority,
    Class(usize),
    Details,
    GoOn,
    WaitOn,
    TryAgain,
    Done,
    Cancel,
    MoreTime,
    Leave,
    KeepTicket,
    GiveUpTicket,
}

/// Something that a key can choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Where the ring is drawn.
    pub spot: Spot,
    /// Its name.
    pub name: Vec<Said>,
    /// What is said after the name when the keys come to it.
    pub more: Vec<Said>,
    /// What choosing it does; nothing where it only repeats what was said.
    pub touch: Option<Touch>,
}

impl Choice {
    pub(super) fn new(spot: Spot, name: impl Into<Said>, touch: Touch) -> Self {
        Self {
            spot,
            name: vec![name.into()],
            more: Vec::new(),
            touch: Some(touch),
        }
    }

    pub(super) fn with(mut self, more: Vec<Said>) -> Self {
        self.more = more;
        self
    }
}

/// A whole page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heard {
    /// What it is about: another one is another screen, and is read from its beginning.
    pub about: Vec<Said>,
    /// What is said after that; it may change while the screen stands.
    pub more: Vec<Said>,
    /// The choices, in the order of the keys.
    pub choices: Vec<Choice>,
}

impl Heard {
    pub(super) fn of(about: impl Into<Said>) -> Self {
        Self {
            about: vec![about.into()],
            ..Self::default()
        }
    }

    pub(super) fn more(mut self, said: impl IntoIterator<Item = Said>) -> Self {
        self.more.extend(said);
        self
    }

    pub(super) fn choices(mut self, choices: impl IntoIterator<Item = Choice>) -> Self {
        self.choices.extend(choices);
        self
    }

    /// `page` for a listener. Where names cannot be spoken, screens that live on them offer staff first.
    #[must_use]
    pub fn page(page: &Page) -> Self {
        if let Some(question) = &page.question {
            return asked(question);
        }
        let frame = &page.frame;
        let mut heard = match &page.screen {
            ScreenPage::Home(home) => choosing::home(home, frame),
            ScreenPage::Choose(choose) => choosing::choose(choose),
            ScreenPage::Find(find) => choosing::find(find),
            ScreenPage::Browse(browse) => choosing::browse(browse),
            ScreenPage::Take(take) => choosing::take(take),
            ScreenPage::Classes(take) => choosing::classes(take),
            ScreenPage::Settled(take) => choosing::settled(take),
            ScreenPage::Details(details) => telling::details(details),
            ScreenPage::Asking { slow } => telling::asking(*slow),
            ScreenPage::Ticket(ticket) | ScreenPage::Trouble(ticket) => telling::ticket(ticket),
            ScreenPage::Notice(notice) => telling::notice(notice),
            ScreenPage::Closed(closed) => telling::closed(closed),
            // Staff come to try it out, and see.
            ScreenPage::Staff(_) => return Self::default(),
        };
        let staff = call_staff(frame);
        let named = matches!(
            page.screen,
            ScreenPage::Choose(_)
                | ScreenPage::Find(_)
                | ScreenPage::Browse(_)
                | ScreenPage::Classes(_)
        );
        if named && !frame.names_spoken {
            heard.about.push(Phrase::NoNames.into());
            heard.choices.insert(0, staff);
        } else {
            heard.choices.push(staff);
        }
        heard
    }
}

fn call_staff(frame: &FramePage) -> Choice {
    let name = match frame.call {
        Call::Idle => Phrase::CallStaff,
        Call::Told => Phrase::StaffTold,
        Call::Coming => Phrase::StaffComing,
    };
    Choice::new(Spot::CallStaff, name, Touch::CallStaff)
}

/// The answer that loses nothing comes first.
fn asked(question: &Question) -> Heard {
    match question {
        Question::MoreTime(_) => Heard::of(Phrase::AskMoreTime).choices([
            Choice::new(Spot::MoreTime, Phrase::MoreTime, Touch::MoreTime),
            Choice::new(Spot::Leave, Phrase::Home, Touch::Leave),
        ]),
        Question::Cancel(number) => Heard::of(Phrase::AskCancel)
            .more([Said::Ticket(number.clone())])
            .choices([
                Choice::new(Spot::KeepTicket, Phrase::Keep, Touch::KeepTicket),
                Choice::new(Spot::GiveUpTicket, Phrase::GiveUp, Touch::GiveUpTicket),
            ]),
    }
}
