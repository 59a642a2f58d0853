//! What the kiosk shows and does, without Slint, network or clock: messages go in with the time they happened, effects
//! come out, and [`Kiosk::page`] says at any moment what stands on the screen.
//!
//! | file | holds |
//! |---|---|
//! | `kiosk` | the state machine: one visitor's path, and what each touch does to it |
//! | `message`, `effect` | what goes in, what comes out |
//! | `choosing` | from a purpose to what a number is wanted for |
//! | `step`, `visit` | where on the path a visitor is; what holds for the whole visit |
//! | `asking` | a number is asked for, once, and what the answer does |
//! | `alone` | numbers given while the service is away |
//! | `ticket` | the number on the screen: its paper, giving it up |
//! | `papers`, `slip` | print jobs, their reports, reprints; what stands on a slip |
//! | `patience`, `pace` | how long each screen waits for a visitor; how fast numbers are taken |
//! | `door`, `staff` | the PIN of the menu for staff, and the menu |
//! | `condition` | what staff are told of this kiosk, a call for them among it |
//! | `aloud` | what a listener hears of each page, and the keys of a keypad |
//! | `hall`, `centre` | what the service says now; the adopted centre, ready to be searched |
//! | `find`, `browse` | typing and finding; all procedures by agency and field |
//! | `scanned` | what a scan does |
//! | `page`, `paging`, `balanced` | what is shown; how much of a list fits; a name in even lines |
//!
//! Always true: at most one number is asked for at a time; one that comes after its visitor has left is given up at
//! once; no class of priority is kept; a number given without the service is on the disk before it is shown or printed.

mod alone;
pub mod aloud;
mod asking;
mod balanced;
mod browse;
mod centre;
mod choosing;
mod condition;
mod door;
mod effect;
mod find;
mod hall;
mod kiosk;
mod message;
mod pace;
pub mod page;
mod paging;
mod papers;
mod patience;
mod scanned;
mod slip;
mod staff;
mod step;
mod ticket;
mod visit;

pub use alone::{GivenUp, HandedIn, Kept, KeptCentre, OfflineTicket};
pub use balanced::balanced;
pub use centre::Centre;
pub use condition::Call;
pub use door::Pin;
pub use effect::{Effect, Issue};
pub use find::{Key, KeySet};
pub use kiosk::Kiosk;
pub use message::{Class, Corner, Message, PinKey, StaffTouch, Touch};
pub use page::Page;
pub use paging::{ListRoom, Measure};
pub use papers::TicketKey;
pub use staff::{Reprint, Trial};
pub use step::{Cancelling, Refusal};
pub use visit::Visit;
