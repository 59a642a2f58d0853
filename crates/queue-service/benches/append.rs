//! Durable commands through the writer: one caller, and 64 whose commands share a COMMIT; on this
//! disk, and on one whose every COMMIT takes a millisecond more.
//!
//! `cargo bench --workspace --bench append`
#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a bench that cannot prepare its hall should stop and say so"
)]

#[path = "../tests/journal/hall.rs"]
#[expect(
    dead_code,
    reason = "made for the tests, of which a bench needs little"
)]
mod hall;

use divan::Bencher;
use divan::counter::ItemsCount;
use futures::future::join_all;
use hall::{Hall, KIOSK, Running, order};
use queue_core::{Actor, Command, Language, ServiceCode};
use std::thread;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};

fn main() {
    divan::main();
}

/// Commands of each caller in one sample.
const EACH: usize = 16;

#[divan::bench(args = [1, 64], sample_count = 20, sample_size = 1)]
fn this_disk(bencher: Bencher<'_, '_>, callers: usize) {
    issue(bencher, callers, Duration::ZERO);
}

#[divan::bench(args = [1, 64], sample_count = 20, sample_size = 1)]
fn one_millisecond_slower(bencher: Bencher<'_, '_>, callers: usize) {
    issue(bencher, callers, Duration::from_millis(1));
}

fn issue(bencher: Bencher<'_, '_>, callers: usize, slower: Duration) {
    let (hall, runtime) = (Hall::new(), runtime());
    let running = Running::with_commit(
        hall.scribe(),
        Box::new(move || {
            thread::sleep(slower);
            Ok(())
        }),
    );
    let rules = running.writer.shared().document().rules();
    let services: Vec<ServiceCode> = rules.services.keys().cloned().collect();
    bencher
        .counter(ItemsCount::new(callers * EACH))
        .bench_local(|| {
            let asking = (0..callers).map(|caller| {
                let service = services[caller % services.len()].clone();
                let purpose = *rules.services[&service].purposes.iter().next().unwrap();
                let writer = running.writer.clone();
                runtime.spawn(async move {
                    for _ in 0..EACH {
                        let command = Command::Issue {
                            service: service.clone(),
                            purpose,
                            procedure: None,
                            classes: Vec::new(),
                            language: Language::VI,
                        };
                        let issue = order(Actor::Kiosk(KIOSK), None, command);
                        writer.submit(issue).await.unwrap();
                    }
                })
            });
            for caller in runtime.block_on(join_all(asking.collect::<Vec<_>>())) {
                caller.unwrap();
            }
        });
    running.stop();
}

fn runtime() -> Runtime {
    Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
}
