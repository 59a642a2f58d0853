//! Backups made under way, and folders made from them.

use crate::hall::{Hall, Running};
use queue_service::journal::{DataFolder, Journal, OpenError, Reader, backup, restore};
use queue_service::writer::Scribe;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_made_while_the_service_writes_is_an_exact_prefix() {
    let hall = Hall::new();
    let running = hall.start();
    for _ in 0..10 {
        running.ticket(&hall).await;
    }
    let before = running.writer.shared().head().seq;
    let target = hall.dir.path().join("backup.db");
    let (folder, file) = (hall.folder.clone(), target.clone());
    let mut copying = tokio::task::spawn_blocking(move || {
        backup(&Reader::open(&folder).unwrap(), &file, |_, _| {}).unwrap()
    });
    let mut more = 0;
    let head = loop {
        tokio::select! {
            head = &mut copying => break head.unwrap(),
            _ = running.ticket(&hall) => more += 1,
        }
    };
    let after = running.writer.shared().head().seq;
    assert!(
        before <= head.seq && head.seq <= after && more > 0,
        "{before:?} {head:?} {after:?}"
    );
    assert_eq!(
        fs::metadata(&target).unwrap().permissions().mode() & 0o777,
        0o600
    );
    assert_eq!(
        Reader::open_file(&target)
            .unwrap()
            .verify(|_, _| {})
            .unwrap(),
        head
    );
    running.stop();
    let whole = Reader::open(&hall.folder).unwrap();
    let mut lines = Vec::new();
    whole.export((1, head.seq.0), &mut lines, |_| {}).unwrap();
    let mut copied = Vec::new();
    Reader::open_file(&target)
        .unwrap()
        .export((1, u64::MAX / 2), &mut copied, |_| {})
        .unwrap();
    assert_eq!(
        String::from_utf8(copied).unwrap(),
        String::from_utf8(lines).unwrap()
    );
}

#[tokio::test]
async fn a_restored_folder_goes_on_under_a_new_journal_id() {
    let hall = Hall::new();
    let running = hall.start();
    running.desk(hall.open()).await.unwrap();
    running.ticket(&hall).await;
    let (old_id, secret) = {
        let shared = running.writer.shared();
        (shared.journal_id.clone(), shared.secret)
    };
    let state = running.writer.shared().centre().clone();
    running.stop();
    let target = hall.dir.path().join("backup.db");
    let head = backup(&Reader::open(&hall.folder).unwrap(), &target, |_, _| {}).unwrap();
    let bytes = fs::read(&target).unwrap();

    let folder = DataFolder::new(&hall.dir.path().join("restored"));
    assert_eq!(restore(&target, &folder, |_, _| {}).unwrap(), head);
    assert_eq!(fs::read(&target).unwrap(), bytes, "the backup is as it was");
    let restored = Running::of(Scribe::open_with(&folder, hall.time.clock()).unwrap());
    assert_ne!(restored.writer.shared().journal_id, old_id);
    assert_eq!(restored.writer.shared().secret, secret);
    assert_eq!(*restored.writer.shared().centre(), state);
    restored.ticket(&hall).await;
    restored.stop();
    Reader::open(&folder).unwrap().verify(|_, _| {}).unwrap();
}

fn names(dir: &std::path::Path) -> Vec<String> {
    let names = fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    names
        .map(|name| name.to_string_lossy().into_owned())
        .collect()
}

#[tokio::test]
async fn nothing_is_overwritten_and_nothing_half_made_stays() {
    let hall = Hall::new();
    hall.start().stop();
    let outside = tempfile::tempdir().unwrap();
    let target = outside.path().join("backup.db");
    fs::write(&target, "something of mine").unwrap();
    let reader = Reader::open(&hall.folder).unwrap();
    assert!(matches!(
        backup(&reader, &target, |_, _| {}),
        Err(OpenError::Io { .. })
    ));
    assert_eq!(fs::read_to_string(&target).unwrap(), "something of mine");
    assert_eq!(names(outside.path()), ["backup.db"]);
    assert!(matches!(
        restore(&target, &hall.folder, |_, _| {}),
        Err(OpenError::Damaged { .. })
    ));
    fs::remove_file(&target).unwrap();
    backup(&reader, &target, |_, _| {}).unwrap();
    assert_eq!(names(outside.path()), ["backup.db"]);
    assert!(matches!(
        restore(&target, &hall.folder, |_, _| {}),
        Err(OpenError::NotEmpty(_))
    ));
    Journal::open(&hall.folder).unwrap();
}

#[tokio::test]
async fn a_damaged_journal_gives_no_backup() {
    let hall = Hall::new();
    let running = hall.start();
    running.ticket(&hall).await;
    running.stop();
    hall.sql()
        .execute_batch(
            "DROP TRIGGER event_is_never_changed; UPDATE event SET at = at + 1 WHERE seq = 1",
        )
        .unwrap();
    let target = hall.dir.path().join("backup.db");
    let reader = Reader::open(&hall.folder);
    let error = reader
        .and_then(|reader| backup(&reader, &target, |_, _| {}))
        .err();
    assert!(
        matches!(error, Some(OpenError::Damaged { .. })),
        "{error:?}"
    );
    assert!(!target.exists());
}
