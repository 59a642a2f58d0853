//! The way with a finger: what for, the procedure by its name, an ordinary number.

use crate::places::{Aid, ENGLISH, ORDINARY, key};
use crate::{PATIENCE, Speech, Stage};
use anyhow::{Context as _, Result};
use std::time::{Duration, Instant};
use system_tests::kiosk::{Place, SETTLING};
use system_tests::programs::wait_for;

const QUERY: &str = "doi bang lai xe";
/// A person is not that exact.
const MARGIN: Duration = Duration::from_millis(50);

/// Switches language and aid, finds the procedure and takes an ordinary number. Gives the time from the first touch to
/// the last, and leaves a picture of the found procedure.
pub fn visit(stage: &Stage, aid: &Aid, speech: Speech) -> Result<(Duration, ())> {
    let start = Instant::now();
    if speech == Speech::En {
        step(stage, ENGLISH)?;
    }
    if let Some(switch) = aid.switch {
        step(stage, switch)?;
    }
    step(stage, aid.submit)?;
    step(stage, aid.find)?;
    for letter in QUERY.chars() {
        let (x, y) = key(letter).context("a letter of the keyboard")?;
        stage.screen.touch(x, y)?;
    }
    stage.keep_picture(&format!("{speech:?}-{}-found", aid.name))?;
    step(stage, aid.first_row)?;
    stage.keep_picture(&format!("{speech:?}-{}-take", aid.name))?;
    step(stage, ORDINARY)?;
    Ok((start.elapsed(), ()))
}

/// Touches, waits for another screen, and until that takes touches.
fn step(stage: &Stage, (x, y): Place) -> Result<()> {
    let before = stage.screen.look()?;
    stage.screen.touch(x, y)?;
    wait_for(PATIENCE, "the kiosk's next screen", || {
        Ok((stage.screen.look()? != before).then_some(()))
    })?;
    std::thread::sleep(SETTLING + MARGIN);
    Ok(())
}
