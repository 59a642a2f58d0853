//! A log that was torn or cut by a power failure: what is left is an exact prefix of the answers.

use crate::hall::{Hall, Running};
use queue_service::journal::{DataFolder, Journal, Reader};
use std::fs;
use std::path::Path;

/// Copies the folder as a power cut would leave it: file and log, no shared memory.
fn power_cut(hall: &Hall, to: &Path, log: &[u8]) -> DataFolder {
    fs::create_dir_all(to).unwrap();
    let folder = DataFolder::new(to);
    fs::copy(hall.folder.journal(), folder.journal()).unwrap();
    fs::write(folder.journal().with_extension("db-wal"), log).unwrap();
    folder
}

#[tokio::test]
async fn whatever_is_left_of_the_log_recovers_to_a_prefix() {
    let hall = Hall::new();
    let running = hall.start();
    running.desk(hall.open()).await.unwrap();
    let mut states = vec![running.writer.shared().centre().clone()];
    for _ in 0..12 {
        running.ticket(&hall).await;
        states.push(running.writer.shared().centre().clone());
    }
    let log = fs::read(hall.folder.journal().with_extension("db-wal")).unwrap();
    assert!(
        log.len() > 10 * 4096,
        "the log was emptied too early for this test"
    );

    let mut seen = std::collections::BTreeSet::new();
    for cut in (0..=log.len()).step_by(log.len() / 60).chain([log.len()]) {
        let mut torn = log.clone();
        if let Some(page) = torn.get_mut(cut..(cut + 24).min(log.len())) {
            page.fill(0xA5);
        }
        for (name, left) in [("cut", &log[..cut]), ("torn", &torn[..])] {
            let dir = hall.dir.path().join(format!("{name}-{cut}"));
            let folder = power_cut(&hall, &dir, left);
            if name == "cut" && cut < 32 {
                continue;
            }
            let (journal, loaded) = Journal::open(&folder).unwrap();
            drop(journal);
            let tickets = loaded.centre.tickets.len();
            if loaded.centre.day.is_some() && !loaded.centre.desks.is_empty() {
                assert_eq!(loaded.centre, states[tickets], "{name} at {cut}");
            } else {
                assert_eq!(tickets, 0, "{name} at {cut}");
            }
            seen.insert(tickets);
            Reader::open(&folder).unwrap().verify(|_, _| {}).unwrap();
        }
    }
    assert!(seen.len() > 6, "{seen:?}");
    assert!(seen.contains(&12), "the whole log holds everything");
    running.stop();
}

/// After a power cut the service goes on where its answers ended.
#[tokio::test]
async fn a_service_goes_on_after_a_power_cut() {
    let hall = Hall::new();
    let running = hall.start();
    let first = running.ticket(&hall).await;
    let log = fs::read(hall.folder.journal().with_extension("db-wal")).unwrap();
    let folder = power_cut(&hall, &hall.dir.path().join("after"), &log);
    let clock = hall.time.clock();
    let after = Running::of(queue_service::writer::Scribe::open_with(&folder, clock).unwrap());
    let second = after.ticket(&hall).await;
    assert_eq!(second.0, first.0 + 1);
    after.stop();
    running.stop();
}
