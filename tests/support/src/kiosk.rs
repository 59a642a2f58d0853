//! Where the kiosk's buttons are on its screen of 1080 × 1920, and a visitor who touches them.

use crate::programs::wait_for;
use crate::screen::{Region, Screen};
use anyhow::Result;
use std::time::{Duration, Instant};

/// A place on the glass.
pub type Place = (u32, u32);

/// The first purpose of the home screen.
pub const FIRST_PURPOSE: Place = (540, 603);
/// The first service of the list.
pub const FIRST_SERVICE: Place = (540, 568);
/// The button for an ordinary number.
pub const ORDINARY: Place = (540, 1527);
/// The button that ends a visit.
pub const DONE: Place = (780, 1530);
/// The way to the first screen.
pub const HOME: Place = (500, 1854);
/// On the number's screen, when it was taken by mistake.
pub const CANCEL: Place = (280, 1530);
/// The second answer to the question whether it is to be cancelled.
pub const GIVE_UP: Place = (540, 1158);
/// A band of the screen that the digits of a ticket's number cross.
pub const NUMBER: Region = Region {
    x: 60,
    y: 380,
    width: 960,
    height: 80,
};

/// How long a new screen takes no touch.
pub const SETTLING: Duration = Duration::from_millis(500);
/// Nothing happened for so long: a person touches again.
const AGAIN: Duration = Duration::from_secs(2);
const PATIENCE: Duration = Duration::from_secs(30);

/// Touches the screen once it stands still, and again while nothing comes of it: a new screen takes
/// no touch for a moment.
///
/// # Errors
/// The screen stays as it is.
pub fn touch_until_it_changes(screen: &Screen, (x, y): Place) -> Result<()> {
    let before = screen.settle()?;
    let mut touched = None::<Instant>;
    wait_for(PATIENCE, "the kiosk's next screen", || {
        if touched.is_none_or(|at| at.elapsed() > AGAIN) {
            screen.touch(x, y)?;
            touched = Some(Instant::now());
        }
        Ok((before.differs(&screen.look()?) > 0.05).then_some(()))
    })
}
