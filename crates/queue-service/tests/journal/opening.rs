//! Creating and opening: never over something, never twice, never a damaged file.

use crate::hall::Hall;
use queue_service::journal::{DataFolder, Journal, OpenError, Reader};
use std::fs;
use std::io::{Seek as _, SeekFrom, Write as _};
use std::os::unix::fs::PermissionsExt as _;

fn mode(path: &std::path::Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn a_data_folder_is_its_owners_alone() {
    let hall = Hall::new();
    assert_eq!(mode(hall.folder.path()), 0o700);
    assert_eq!(mode(&hall.folder.journal()), 0o600);
}

#[test]
fn nothing_is_created_over_what_is_there() {
    let hall = Hall::new();
    let before = fs::read(hall.folder.journal()).unwrap();
    assert!(matches!(
        Journal::create(&hall.folder, false),
        Err(OpenError::NotEmpty(_))
    ));
    assert_eq!(fs::read(hall.folder.journal()).unwrap(), before);
    fs::remove_file(hall.folder.journal()).unwrap();
    assert!(matches!(
        Journal::create(&hall.folder, false),
        Err(OpenError::NotEmpty(_))
    ));
    assert!(!hall.folder.journal().exists());
}

#[test]
fn a_folder_without_a_journal_gets_none_by_being_opened() {
    let dir = tempfile::tempdir().unwrap();
    let folder = DataFolder::new(dir.path());
    assert!(matches!(
        Journal::open(&folder),
        Err(OpenError::NoJournal(_))
    ));
    assert!(matches!(
        Reader::open(&folder),
        Err(OpenError::NoJournal(_))
    ));
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
}

#[test]
fn there_is_one_writer() {
    let hall = Hall::new();
    let first = hall.scribe();
    assert!(matches!(
        Journal::open(&hall.folder),
        Err(OpenError::Locked(_))
    ));
    drop(first);
    Journal::open(&hall.folder).unwrap();
}

#[tokio::test]
async fn a_damaged_file_is_refused_and_left_as_it_is() {
    let hall = Hall::new();
    let running = hall.start();
    for _ in 0..20 {
        running.ticket(&hall).await;
    }
    running.stop();
    let file = hall.folder.journal();
    let whole = fs::read(&file).unwrap();
    let scribbled = |at: usize| {
        let mut bytes = whole.clone();
        bytes[at..at + 64].fill(0xA5);
        bytes
    };
    let cases = [
        ("empty", Vec::new()),
        (
            "another kind of file",
            b"%PDF-1.7 and so on, long enough to be a header of some sort".repeat(4),
        ),
        ("cut short", whole[..whole.len() / 2].to_vec()),
        ("cut within a page", whole[..whole.len() - 100].to_vec()),
        ("first page scribbled over", scribbled(100)),
        ("header scribbled over", scribbled(0)),
    ];
    for (name, bytes) in cases {
        fs::write(&file, &bytes).unwrap();
        let error = Journal::open(&hall.folder).err();
        assert!(
            matches!(&error, Some(OpenError::Damaged { .. })),
            "{name}: {error:?}"
        );
        assert_eq!(fs::read(&file).unwrap(), bytes, "{name}");
    }
    fs::write(&file, &whole).unwrap();
    Journal::open(&hall.folder).unwrap();
}

/// Wherever 64 bytes of the file are overwritten, it is refused, or opens to the state it had: what
/// a start cannot see is found by `verify`.
#[tokio::test]
async fn no_scribble_is_taken_for_something_else() {
    let hall = Hall::new();
    let running = hall.start();
    for _ in 0..20 {
        running.ticket(&hall).await;
    }
    let before = running.writer.shared().centre().clone();
    running.stop();
    let file = hall.folder.journal();
    let whole = fs::read(&file).unwrap();
    for at in (0..whole.len()).step_by(1777) {
        fs::write(&file, &whole).unwrap();
        let mut damaged = fs::OpenOptions::new().write(true).open(&file).unwrap();
        damaged.seek(SeekFrom::Start(at as u64)).unwrap();
        damaged.write_all(&[0x5A; 64]).unwrap();
        drop(damaged);
        if let Ok((_, loaded)) = Journal::open(&hall.folder) {
            assert_eq!(loaded.centre, before, "64 bytes at {at}");
        }
        for rest in ["db-wal", "db-shm"] {
            fs::remove_file(file.with_extension(rest)).ok();
        }
    }
}
