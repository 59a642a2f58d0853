//! The kiosk by itself: while the service is away it gives numbers from its lease, and hands them in afterwards.
//!
//! | file | holds |
//! |---|---|
//! | `ticket` | a number given so, as it stands on the kiosk's disk |
//! | `kept` | what the disk gives back when the kiosk starts |
//! | `remembering` | what is written down of the service's word |
//! | `book` | the numbers given so far, and the next one |
//! | `hours` | when the services of the lease give numbers |
//! | `giving` | from a question without an answer to a number on the disk, and only then onto paper |
//! | `giving_up` | a number taken by mistake, onto the disk, and to the service after it was handed in |
//! | `handing_in` | to the service, in order, and after each the report of its paper |

mod book;
mod giving;
mod giving_up;
mod handing_in;
mod hours;
mod kept;
mod remembering;
mod ticket;

pub(super) use book::Book;
pub(super) use giving::ANSWER_WITHIN;
pub use kept::{Kept, KeptCentre};
pub(super) use remembering::Remembered;
pub use ticket::{GivenUp, HandedIn, OfflineTicket};
