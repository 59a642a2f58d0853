//! Reading the screens aloud: for each page what is said about it, which choices it has, and what the four keys of a
//! keypad do. A page goes in, a speech comes out; nothing here makes a sound.
//!
//! | file | holds |
//! |---|---|
//! | `reader` | which choice the keys stand on; when something is said |
//! | `heard` | a page as a listener knows it: what it is about, its choices |
//! | `choosing`, `telling` | the same for the screens on which one chooses, and for those that tell something |
//! | `speech`, `phrase` | what is to be said; the fixed texts |

mod choosing;
mod heard;
mod phrase;
mod reader;
mod speech;
mod telling;

pub use heard::{Choice, Heard, Spot};
pub use phrase::Phrase;
pub use reader::{PadKey, Reader};
pub use speech::{Said, Speech};
