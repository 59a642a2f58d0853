//! Keeps every followed view newest: wakes when the state, the minute or who is connected changes,
//! builds what someone follows, and sends what looks different. Whoever is slow finds the newest.

use super::boards::boards;
use super::{Rendered, Scene, Surroundings, Today, TodayCache, ViewKey, render};
use crate::api::convert::at;
use crate::journal::Device;
use crate::kiosks::Kiosks;
use crate::presence::Presence;
use crate::writer::Shared;
use chrono::FixedOffset;
use queue_core::{Forecast, Moment, Seq, forecast};
use queue_protocol::Role;
use queue_protocol::views::KioskHealth;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::time::{Instant, sleep_until};
use tokio_util::sync::CancellationToken;

/// Views are built at most once in this time, so that a burst of commands costs one build.
const COALESCE: Duration = Duration::from_millis(2);
/// Estimates this old may be told again rather than run the rule forward anew, in service time.
const RECENT_MS: i64 = 250;
const MINUTE_MS: i64 = 60_000;

type Channel = watch::Sender<Option<Rendered>>;

/// Estimates, and of what.
#[derive(Clone)]
struct Kept {
    seq: Seq,
    at: Moment,
    forecast: Arc<Forecast>,
}

/// The views of one service.
pub(crate) struct Views {
    shared: Arc<Shared>,
    presence: Presence,
    known: Kiosks,
    todays: TodayCache,
    kept: RwLock<Option<Kept>>,
    channels: Mutex<HashMap<ViewKey, Channel>>,
    newcomer: Notify,
}

impl Views {
    /// Views of the state that `shared` holds; nobody follows one yet.
    pub fn new(shared: Arc<Shared>, presence: Presence, known: Kiosks) -> Self {
        Self {
            shared,
            presence,
            known,
            todays: TodayCache::default(),
            kept: RwLock::default(),
            channels: Mutex::default(),
            newcomer: Notify::new(),
        }
    }

    /// The view as it is now; `None` where there is no such counter or ticket.
    pub fn now(&self, key: &ViewKey) -> Option<Rendered> {
        self.build(key, &self.surroundings())
    }

    /// Follows a view: nothing at first, then its newest frame, then each newer one. Ends where
    /// there is no such counter or ticket.
    pub fn follow(&self, key: &ViewKey) -> watch::Receiver<Option<Rendered>> {
        let mut channels = self.channels();
        if let Some(channel) = channels
            .get(key)
            .filter(|channel| channel.receiver_count() > 0)
        {
            let mut receiver = channel.subscribe();
            // What was there before counts as seen otherwise.
            receiver.mark_changed();
            return receiver;
        }
        let (channel, receiver) = watch::channel(None);
        channels.insert(key.clone(), channel);
        drop(channels);
        self.newcomer.notify_one();
        receiver
    }

    /// Open streams by kind of view.
    pub fn followers(&self) -> Vec<(&'static str, usize)> {
        let channels = self.channels();
        channels
            .iter()
            .map(|(key, channel)| (key.kind(), channel.receiver_count()))
            .collect()
    }

    /// The centre's texts as of the open day.
    pub fn today(&self) -> Arc<Today> {
        let centre = self.shared.centre();
        let date = centre
            .day
            .unwrap_or_else(|| centre.local(self.shared.clock.now().0).date());
        drop(centre);
        self.todays.get(&self.shared.document(), date)
    }

    /// Estimates of this moment or of one just past.
    pub fn recent_forecast(&self) -> Arc<Forecast> {
        self.forecast_unless(|_| true)
    }

    /// Estimates of the newest state.
    fn fresh_forecast(&self) -> Arc<Forecast> {
        let newest = self.shared.head().seq;
        self.forecast_unless(|kept| kept.seq == newest)
    }

    /// The kept estimates if they are young enough and `good`, otherwise new ones.
    fn forecast_unless(&self, good: impl Fn(&Kept) -> bool) -> Arc<Forecast> {
        let now = self.shared.clock.now().0;
        let kept = self
            .kept
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        if let Some(kept) = kept.filter(|kept| now.0 - kept.at.0 <= RECENT_MS && good(kept)) {
            return kept.forecast;
        }
        let centre = self.shared.centre();
        let seq = self.shared.head().seq;
        let fresh = Arc::new(forecast(&centre, now));
        drop(centre);
        let newest = Kept {
            seq,
            at: now,
            forecast: Arc::clone(&fresh),
        };
        *self.kept.write().unwrap_or_else(PoisonError::into_inner) = Some(newest);
        fresh
    }

    fn surroundings(&self) -> Surroundings {
        // Before the registry: never two of the locks at a time.
        let today = self.today();
        let offset = self.shared.centre().catalogue.settings.offset;
        let registry = self.shared.registry();
        let ever = registry.devices.values();
        let ever = ever.filter(|device| device.role == Role::Kiosk);
        let blocks = ever.map(|device| device.id).collect();
        let devices = registry.devices.values().filter(|device| !device.revoked);
        let of = |role| devices.clone().filter(move |device| device.role == role);
        let connected = |device| self.presence.is_connected(device);
        let boards = boards(of(Role::Board), &today.layouts, connected);
        let kiosks = of(Role::Kiosk)
            .map(|device| kiosk_health(device, connected(device.id), &self.known, offset))
            .collect();
        drop(registry);
        Surroundings {
            today,
            forecast: self.fresh_forecast(),
            presence: self.presence.clone(),
            known: self.known.clone(),
            kiosks,
            blocks,
            boards,
            warnings: self.shared.health().warnings().map(str::to_owned).collect(),
            secret: self.shared.secret,
        }
    }

    /// One view under a read lock of its own, so that the writer never waits for a whole round.
    fn build(&self, key: &ViewKey, around: &Surroundings) -> Option<Rendered> {
        let centre = self.shared.centre();
        let head = self.shared.head();
        let scene = Scene {
            centre: &centre,
            now: self.shared.clock.now().0,
            around,
        };
        render(key, scene, &self.shared.journal_id, head.seq.0)
    }

    /// Builds what someone follows. At a new minute everything is sent, otherwise what changed.
    fn publish(&self, new_minute: bool) {
        let followed: Vec<ViewKey> = {
            let mut channels = self.channels();
            channels.retain(|_, channel| channel.receiver_count() > 0);
            channels.keys().cloned().collect()
        };
        if followed.is_empty() {
            return;
        }
        let around = self.surroundings();
        for key in followed {
            let built = self.build(&key, &around);
            let mut channels = self.channels();
            let Some(newest) = built else {
                channels.remove(&key);
                continue;
            };
            let Some(channel) = channels.get(&key) else {
                continue;
            };
            channel.send_if_modified(|shown| {
                let same = shown
                    .as_ref()
                    .is_some_and(|shown| shown.shows_the_same(&newest));
                if !same || new_minute {
                    *shown = Some(newest);
                }
                !same || new_minute
            });
        }
    }

    fn channels(&self) -> MutexGuard<'_, HashMap<ViewKey, Channel>> {
        self.channels.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Publishes until `stop`; then every follower's stream ends.
pub(crate) async fn keep_publishing(views: Arc<Views>, stop: CancellationToken) {
    let mut head = views.shared.watch_head();
    let mut presence = views.presence.watch();
    let mut kiosks = views.known.watch();
    let mut minute = None;
    loop {
        let started = Instant::now();
        let this_minute = views.shared.clock.now().0.0.div_euclid(MINUTE_MS);
        let new_minute = minute.replace(this_minute) != Some(this_minute);
        let building = Arc::clone(&views);
        if tokio::task::spawn_blocking(move || building.publish(new_minute))
            .await
            .is_err()
        {
            tracing::error!("a view could not be built");
        }
        tokio::select! {
            () = stop.cancelled() => break,
            changed = head.changed() => if changed.is_err() { break },
            _ = presence.changed() => {}
            _ = kiosks.changed() => {}
            () = views.newcomer.notified() => {}
        }
        sleep_until(started + COALESCE).await;
    }
    views.channels().clear();
}

fn kiosk_health(
    device: &Device,
    connected: bool,
    known: &Kiosks,
    offset: FixedOffset,
) -> KioskHealth {
    let known = known.of(device.id);
    let calling = known.calls_since.filter(|_| !known.staff_coming);
    KioskHealth {
        device: device.id.0,
        name: device.name.clone(),
        connected,
        calls_staff_since: calling.map(|since| at(since, offset)),
        hurried: known.state.hurried,
        silent: known.state.silent,
        disk_fails: known.state.disk_fails,
        refused: known.state.refused,
        paper: known.state.paper,
        trouble: known.state.trouble,
    }
}
