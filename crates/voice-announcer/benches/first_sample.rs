//! From a call's arrival to its first sample. Budget: 300 ms from the officer's key, most of it for the network.
//!
//! `cargo bench -p voice-announcer`

use divan::Bencher;
use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, LazyLock};
use voice_announcer::{
    Announcement, Choice, Order, Output, OutputError, OutputState, Settings, Sound, Voice, Voices,
    rehearse,
};

static VOICES: LazyLock<Option<Arc<Voices>>> = LazyLock::new(|| load().ok());

fn load() -> Result<Arc<Voices>, voice_announcer::BankError> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/voices");
    Ok(Arc::new(Voices::load(&folder, &Choice::default())?))
}

fn main() {
    divan::main();
}

fn call(counter: u16) -> Option<Announcement> {
    let number = format!("A{counter:03}").parse().ok()?;
    Some(Announcement::call(number, counter))
}

/// Takes every sound in no time, and says when it got one.
struct Ear(Sender<()>);

impl Output for Ear {
    fn open(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn start(&mut self, _: Sound) -> Result<(), OutputError> {
        _ = self.0.send(());
        Ok(())
    }

    fn state(&mut self) -> Result<OutputState, OutputError> {
        Ok(OutputState::Quiet)
    }

    fn close(&mut self) {}
}

/// Through the audio thread: the order is taken, the speech put together, rendered and handed to the device.
#[divan::bench(sample_count = 100, sample_size = 1)]
fn announced_to_handed_over(bencher: Bencher<'_, '_>) {
    let Some(voices) = VOICES.clone() else { return };
    let (heard, hearing) = channel();
    let settings = Settings {
        gap: std::time::Duration::ZERO,
        ..Settings::default()
    };
    let Ok(voice) = Voice::start(voices, settings, move || Ear(heard), |_| {}) else {
        return;
    };
    let mut next = 0;
    let calls = || {
        next += 1;
        (next, call(7))
    };
    bencher.with_inputs(calls).bench_local_values(|(id, call)| {
        if let Some(call) = call {
            voice.announce(id, call);
            _ = hearing.recv();
        }
    });
}

/// All of a burst's samples, 80 s of sound.
#[divan::bench]
fn rehearse_24_calls(bencher: Bencher<'_, '_>) {
    let Some(voices) = VOICES.clone() else { return };
    let calls: Vec<_> = (1..=24).filter_map(call).collect();
    bencher.bench(|| {
        let orders = calls.iter().map(|call| {
            let order = Order::Announce(call.counter.into(), call.clone());
            (std::time::Duration::ZERO, order)
        });
        rehearse(Arc::clone(&voices), Settings::default(), orders)
    });
}

/// What a board waits for its voices at start.
#[divan::bench(sample_count = 5)]
fn load_two_banks(bencher: Bencher<'_, '_>) {
    bencher.bench(load);
}
