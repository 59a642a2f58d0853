//! An officer at a counter's window.

use crate::hall::PIN;
use crate::screen::Screen;
use anyhow::Result;

/// Signs `officer` in at the only window on `screen`.
///
/// # Errors
/// The window does not appear or does not stand still.
pub fn sign_in(screen: &Screen, officer: u32) -> Result<()> {
    screen.focus_window("xinmoi-counter")?;
    screen.settle()?;
    screen.type_text(&officer.to_string())?;
    screen.press(&["Tab"])?;
    screen.type_text(PIN)?;
    screen.press(&["Return"])
}
