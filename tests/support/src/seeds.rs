//! The seeds of random tests.

use anyhow::{Context as _, Result};

/// The seeds of a run: those that `XINMOI_SEEDS` names (`7`, or `100..200`), else the first `usual`.
///
/// # Errors
/// `XINMOI_SEEDS` names none.
pub fn seeds(usual: u64) -> Result<Vec<u64>> {
    let Ok(named) = std::env::var("XINMOI_SEEDS") else {
        return Ok((0..usual).collect());
    };
    let number = |text: &str| text.trim().parse::<u64>();
    let range = match named.split_once("..") {
        Some((from, to)) => number(from).and_then(|from| Ok(from..number(to)?)),
        None => number(&named).map(|seed| seed..seed + 1),
    };
    let range = range.with_context(|| format!("XINMOI_SEEDS={named}: a number or `100..200`"))?;
    Ok(range.collect())
}
