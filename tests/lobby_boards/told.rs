//! What staff are told of the board.

use anyhow::{Context as _, Result};
use queue_client::{LiveView, View};
use queue_protocol::HallView;
use queue_protocol::views::BoardHealth;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(180);

/// Waits until staff are told this of the one board.
pub async fn told(
    hall: &LiveView<HallView>,
    what: &str,
    so: impl Fn(&BoardHealth) -> bool,
) -> Result<()> {
    let mut view = hall.watch();
    let told = view.wait_for(|view| match view {
        View::Live { frame, .. } => frame.view.boards.iter().all(&so),
        View::Never | View::Stale { .. } => false,
    });
    let told = tokio::time::timeout(PATIENCE, told).await;
    told.with_context(|| format!("nobody is told {what}"))??;
    Ok(())
}
