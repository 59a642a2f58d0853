//! How a device does, told again and again.

use crate::CallError;
use std::time::Duration;
use tokio::sync::watch;

/// The service keeps conditions in memory.
const AGAIN: Duration = Duration::from_secs(25);

/// Tells the newest condition with `tell`, at once and from time to time; where there is none, nothing. A newer one breaks
/// off the telling of an older one. It ends when nobody is left to bring news.
pub async fn keep_telling<S: Clone>(
    newest: watch::Receiver<Option<S>>,
    tell: impl AsyncFn(S) -> Result<(), CallError>,
) {
    keep_telling_every(AGAIN, newest, tell).await;
}

async fn keep_telling_every<S: Clone>(
    again: Duration,
    mut newest: watch::Receiver<Option<S>>,
    tell: impl AsyncFn(S) -> Result<(), CallError>,
) {
    loop {
        let condition = newest.borrow_and_update().clone();
        let telling = async {
            let Some(condition) = condition else {
                return std::future::pending().await;
            };
            if let Err(error) = tell(condition).await {
                tracing::debug!(%error, "the condition was not told");
            }
            tokio::time::sleep(again).await;
        };
        tokio::select! {
            changed = newest.changed() => if changed.is_err() { return },
            () = telling => {}
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test says where it broke")]

    use super::*;
    use tokio::sync::mpsc::unbounded_channel;

    #[tokio::test]
    async fn the_newest_is_told_at_once_and_again_until_nobody_brings_news() {
        let (condition, newest) = watch::channel(None);
        let (hears, mut told) = unbounded_channel();
        let often = Duration::from_millis(1);
        let telling = tokio::spawn(keep_telling_every(often, newest, async move |state| {
            hears.send(state).unwrap();
            if state == "hangs" {
                std::future::pending::<()>().await;
            }
            Ok(())
        }));
        condition.send_replace(Some("hangs"));
        assert_eq!(told.recv().await, Some("hangs"), "nothing before it");
        condition.send_replace(Some("well"));
        for _ in 0..3 {
            let newer = told.recv().await;
            assert_eq!(newer, Some("well"), "not kept waiting, and told again");
        }
        condition.send_replace(None);
        drop(condition);
        telling.await.unwrap();
    }
}
