//! Officers' PINs: checked outside the writer, two at a time, so that guessing costs the guesser
//! and not the queue. Wrong PINs are counted by the writer, and so outlive a restart.

use crate::journal::Registry;
use crate::pin_hash;
use crate::writer::{AdminAnswer, AdminOrder, WriteError, Writer};
use queue_core::{DeviceId, Moment, OfficerNo};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Semaphore;

pub use pin_hash::hash;

/// Checks that run at the same time: each takes 19 MiB and a core for some hundredths of a second.
const AT_A_TIME: usize = 2;

/// Why a PIN opens nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum PinError {
    /// The PIN is wrong, or nobody has this number.
    #[error("officer number or PIN is wrong")]
    Wrong,
    /// Too many wrong PINs of this officer at this device.
    #[error("locked after too many wrong PINs")]
    Locked {
        /// Until when.
        until: Moment,
    },
    /// A wrong PIN could not be counted, so it was not judged either.
    #[error(transparent)]
    Uncounted(#[from] WriteError),
}

type Pair = (DeviceId, OfficerNo);

/// The gate that PINs pass through.
#[derive(Clone)]
pub(crate) struct Pins {
    writer: Writer,
    permits: Arc<Semaphore>,
    pairs: Arc<Mutex<HashMap<Pair, Arc<tokio::sync::Mutex<()>>>>>,
}

impl Pins {
    /// A gate that counts wrong PINs through `writer`.
    pub fn new(writer: Writer) -> Self {
        Self {
            writer,
            permits: Arc::new(Semaphore::new(AT_A_TIME)),
            pairs: Arc::default(),
        }
    }

    /// Whether `pin` is `officer`'s, asked from `device`. One pair is checked one PIN after the
    /// other, so that guesses sent at once are counted as if sent in turn.
    pub async fn check(
        &self,
        device: DeviceId,
        officer: OfficerNo,
        pin: String,
    ) -> Result<(), PinError> {
        let pair = (device, officer);
        let turn = self.turn(pair);
        let result = {
            let _turn = turn.lock().await;
            self.check_in_turn(pair, pin).await
        };
        drop(turn);
        self.forget_idle_turns();
        result
    }

    async fn check_in_turn(&self, pair: Pair, pin: String) -> Result<(), PinError> {
        let shared = self.writer.shared();
        let (hash, counted) = {
            let registry = shared.registry();
            if let Some(until) = registry.locked_until(pair.0, pair.1, shared.clock.now().0) {
                return Err(PinError::Locked { until });
            }
            (
                hash_of(&registry, pair.1),
                registry.locks.contains_key(&pair),
            )
        };
        let right = self.verify(hash, pin).await;
        let (device, officer) = (pair.0.0, pair.1.0);
        match (right, counted) {
            (true, false) => Ok(()),
            (true, true) => {
                self.writer
                    .admin(AdminOrder::PinsCleared { device, officer })
                    .await?;
                Ok(())
            }
            (false, _) => match self
                .writer
                .admin(AdminOrder::PinFailed { device, officer })
                .await?
            {
                AdminAnswer::PinCounted { until: Some(until) } => Err(PinError::Locked { until }),
                _ => Err(PinError::Wrong),
            },
        }
    }

    async fn verify(&self, hash: Option<String>, pin: String) -> bool {
        let Ok(_permit) = self.permits.acquire().await else {
            return false;
        };
        let checking = tokio::task::spawn_blocking(move || {
            let right = pin_hash::is_of(hash.as_deref().unwrap_or(pin_hash::NOBODY), &pin);
            right && hash.is_some()
        });
        checking.await.unwrap_or(false)
    }

    fn turn(&self, pair: Pair) -> Arc<tokio::sync::Mutex<()>> {
        let mut pairs = self.pairs.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(pairs.entry(pair).or_default())
    }

    fn forget_idle_turns(&self) {
        let mut pairs = self.pairs.lock().unwrap_or_else(PoisonError::into_inner);
        pairs.retain(|_, turn| Arc::strong_count(turn) > 1);
    }
}

fn hash_of(registry: &Registry, officer: OfficerNo) -> Option<String> {
    let officer = registry
        .officers
        .get(&officer)
        .filter(|officer| !officer.disabled)?;
    Some(officer.pin_hash.clone())
}
