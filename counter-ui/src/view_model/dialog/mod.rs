//! The questions that a verb needs answered first. Each is a few choices with a usual one already
//! made, so that the key and Enter are enough; keys and mouse choose alike.

mod answers;
mod chosen;
mod find;
mod help;
mod hold;
mod issue;
mod menu;
mod next_service;
mod pause;
mod pick;
mod transfer;
mod typed;
mod wish;

pub use answers::{Answers, Asked};
pub use chosen::{Chosen, REASONS as CHOSEN_REASONS};
pub use find::{Deed, Find, Found};
pub use help::Help;
pub use hold::Hold;
pub use issue::Given;
pub use menu::{Item, Menu};
pub use pause::Pause;
pub use pick::Pick;
pub use transfer::Transfer;
pub use typed::TypedNumber;
pub use wish::Wish;

use super::{Button, Desk, Key, Verb, Why};
use tokio::time::Instant;

/// Spans that are offered for "back at about": an open end comes last.
pub const MINUTES: [Option<u16>; 8] = [
    Some(5),
    Some(10),
    Some(15),
    Some(20),
    Some(30),
    Some(45),
    Some(60),
    None,
];
/// The usual one.
const USUAL: Option<u16> = Some(15);

/// A question over the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dialog {
    /// To which queue?
    Transfer(Transfer),
    /// Back at about when?
    Hold(Hold),
    /// Why and for how long?
    Pause(Pause),
    /// Which number, and why?
    Chosen(Chosen),
    /// What else?
    Menu(Menu),
    /// Which held visitor, which no-show?
    Pick(Pick),
    /// Close the counter?
    Closing,
    /// Which ticket of the day, and what with it?
    Find(Find),
    /// A number by hand: for what?
    Issue(Wish),
    /// This service is done: which is the visitor's next?
    NextService(Wish),
    /// A number that was given by hand: tell it.
    Given(Given),
    /// Which other queue to help?
    Help(Help),
    /// The officer's day.
    MyDay,
}

/// A list of choices inside a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Services.
    Services,
    /// The counters of a transfer, "whichever is free first" being the first.
    Counters,
    /// Reasons.
    Reasons,
    /// Spans of time.
    Minutes,
    /// Entries of a menu, of held visitors, of no-shows, of the queue, deeds.
    Entries,
    /// Lines that the arrows change.
    Lines,
}

/// What an answered question leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// A command.
    Verb(Verb),
    /// Another button.
    Press(Button),
    /// The screen's other language.
    SwitchLanguage,
    /// The summary of the day, into a file.
    SaveDay,
    /// Nothing more.
    Leave,
}

impl Dialog {
    /// The question that `button` asks first, if it asks one.
    #[must_use]
    pub fn of(button: Button, desk: &Desk, now: Instant) -> Option<Self> {
        match button {
            Button::Transfer => Some(Self::Transfer(Transfer::new(desk))),
            Button::Hold => Some(Self::Hold(Hold::default())),
            Button::Pause if !desk.on_break() => Some(Self::Pause(Pause::default())),
            Button::Chosen => Some(Self::Chosen(Chosen::default())),
            Button::More => Some(Self::Menu(Menu::new(desk, now))),
            Button::Resume | Button::Restore => Some(Self::Pick(Pick::new(button))),
            Button::Close => Some(Self::Closing),
            Button::Find => Some(Self::Find(Find::new(desk))),
            Button::Issue => Some(Self::Issue(issue::ask(desk))),
            Button::NextService => Some(Self::NextService(next_service::ask(desk))),
            Button::Help => Some(Self::Help(Help::new(desk))),
            Button::MyDay => Some(Self::MyDay),
            _ => None,
        }
    }

    /// The button that asks it.
    #[must_use]
    pub const fn button(&self) -> Button {
        match self {
            Self::Transfer(_) => Button::Transfer,
            Self::Hold(_) => Button::Hold,
            Self::Pause(_) => Button::Pause,
            Self::Chosen(_) => Button::Chosen,
            Self::Menu(_) => Button::More,
            Self::Pick(pick) => pick.button,
            Self::Closing => Button::Close,
            Self::Find(_) => Button::Find,
            Self::Issue(_) => Button::Issue,
            Self::NextService(_) => Button::NextService,
            Self::Help(_) => Button::Help,
            // They only tell; nothing that happens takes them away.
            Self::Given(_) | Self::MyDay => Button::MyDay,
        }
    }

    /// Takes a key that is neither Enter nor Esc.
    pub fn key(&mut self, key: Key, desk: &Desk) {
        match self {
            Self::Transfer(transfer) => transfer.key(key, desk),
            Self::Hold(hold) => hold.key(key),
            Self::Pause(pause) => pause.key(key),
            Self::Chosen(chosen) => chosen.key(key),
            Self::Menu(menu) => menu.key(key),
            Self::Pick(pick) => pick.key(key, desk),
            Self::Find(find) => find.key(key, desk),
            Self::Issue(wish) | Self::NextService(wish) => wish.key(key, desk),
            Self::Help(help) => help.key(key, desk),
            Self::Closing | Self::Given(_) | Self::MyDay => {}
        }
    }

    /// Takes the click on a choice, by its place in its list.
    pub fn pick(&mut self, group: Group, place: usize, desk: &Desk) {
        match self {
            Self::Transfer(transfer) => transfer.pick(group, place, desk),
            Self::Hold(hold) => hold.pick(place),
            Self::Pause(pause) => pause.pick(group, place),
            Self::Chosen(chosen) => chosen.pick(group, place, desk),
            Self::Menu(menu) => menu.pick(place),
            Self::Pick(pick) => pick.pick(place, desk),
            Self::Find(find) => find.pick(group, place, desk),
            Self::Issue(wish) | Self::NextService(wish) => wish.pick(group, place, desk),
            Self::Help(help) => help.pick(place, desk),
            Self::Closing | Self::Given(_) | Self::MyDay => {}
        }
    }

    /// What Enter does now.
    ///
    /// # Errors
    /// Why it cannot.
    pub fn confirm(&self, desk: &Desk, now: Instant) -> Result<Choice, Why> {
        if let Some(why) = desk.why_not(self.button(), now) {
            return Err(why);
        }
        match self {
            Self::Transfer(transfer) => transfer.verb(desk).map(Choice::Verb),
            Self::Hold(hold) => Ok(Choice::Verb(hold.verb(desk, now))),
            Self::Pause(pause) => Ok(Choice::Verb(pause.verb())),
            Self::Chosen(chosen) => chosen.verb().map(Choice::Verb),
            Self::Menu(menu) => menu.choice(desk, now),
            Self::Pick(pick) => pick.verb(desk).map(Choice::Verb),
            Self::Closing => Ok(Choice::Verb(Verb::Close)),
            Self::Find(find) => find.verb().map(Choice::Verb),
            Self::Issue(wish) => issue::verb(wish).map(Choice::Verb),
            Self::NextService(wish) => next_service::verb(wish, desk).map(Choice::Verb),
            Self::Help(help) => help.verb(desk).map(Choice::Verb),
            Self::Given(_) => Ok(Choice::Leave),
            Self::MyDay => Ok(Choice::SaveDay),
        }
    }
}

/// The neighbour of `current` in `items`: the next for `1`, the one before for `-1`; stops at the ends.
pub(super) fn step<T: PartialEq + Copy>(items: &[T], current: T, by: i8) -> T {
    let place = items.iter().position(|item| *item == current);
    let moved = match place {
        Some(place) if by < 0 => place.checked_sub(1),
        Some(place) => Some(place + 1),
        None => Some(0),
    };
    moved
        .and_then(|place| items.get(place))
        .copied()
        .unwrap_or(current)
}

/// How Up and Down move.
pub(super) const fn direction(key: Key) -> Option<i8> {
    match key {
        Key::Up => Some(-1),
        Key::Down => Some(1),
        _ => None,
    }
}
