//! Files of every older schema become what a new file is.

use queue_service::journal::schema::{self, STEPS, SchemaError, create, tables, upgrade};
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};

/// The tables as a file of schema `version` had them when it was published.
fn published(version: usize) -> PathBuf {
    let name = format!("tests/journal/schemas/{version:04}.sql");
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn fresh(steps: &[&str]) -> Connection {
    let mut db = Connection::open_in_memory().unwrap();
    create(&mut db, steps).unwrap();
    db
}

/// A file as the program of that time left it.
fn old_file(version: usize) -> Connection {
    let db = Connection::open_in_memory().unwrap();
    db.execute_batch(&fs::read_to_string(published(version)).unwrap())
        .unwrap();
    db.pragma_update(None, "application_id", schema::APPLICATION_ID)
        .unwrap();
    db.pragma_update(None, "user_version", i64::try_from(version).unwrap())
        .unwrap();
    db
}

#[test]
fn every_published_schema_becomes_that_of_a_new_file() {
    for version in 1..=STEPS.len() {
        let mut old = old_file(version);
        assert_eq!(
            tables(&old).unwrap(),
            tables(&fresh(&STEPS[..version])).unwrap(),
            "{version}"
        );
        upgrade(&mut old, STEPS).unwrap();
        assert_eq!(
            tables(&old).unwrap(),
            tables(&fresh(STEPS)).unwrap(),
            "from {version}"
        );
    }
}

#[test]
fn what_came_of_older_visits_stands_on_their_last_stay() {
    let mut old = old_file(2);
    old.execute_batch(
        "INSERT INTO ticket VALUES (1, '2026-11-20', 'A', 1, 'justice', 'submit', NULL, 'vi', 0, 0, 1, 0, 'finished', 3, 'received', 2, NULL);
         INSERT INTO stay VALUES (1, 1, 'waiting', 'justice', NULL, 0, 0, 5, 'called'), (2, 1, 'serving', 'justice', 3, 0, 5, 9, 'finished');",
    )
    .unwrap();
    upgrade(&mut old, STEPS).unwrap();
    let told = |seq: u64| -> (Option<String>, Option<u16>) {
        old.query_row(
            "SELECT outcome, dossiers FROM stay WHERE seq = ?1",
            [seq],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .unwrap()
    };
    assert_eq!(told(1), (None, None));
    assert_eq!(told(2), (Some("received".to_owned()), Some(2)));
}

const LATER: &str =
    "ALTER TABLE device ADD COLUMN place TEXT; CREATE INDEX by_place ON device (place);";

#[test]
fn a_later_step_keeps_what_is_stored() {
    let steps: Vec<&str> = STEPS.iter().copied().chain([LATER]).collect();
    let mut old = old_file(STEPS.len());
    old.execute_batch(
        "INSERT INTO device (name, role, token, added_at) VALUES ('Ki-ốt', 'kiosk', zeroblob(32), 0)",
    )
    .unwrap();
    upgrade(&mut old, &steps).unwrap();
    let name: String = old
        .query_row("SELECT name FROM device WHERE place IS NULL", [], |row| {
            row.get(0)
        })
        .unwrap();
    assert_eq!(name, "Ki-ốt");
    assert_eq!(tables(&old).unwrap(), tables(&fresh(&steps)).unwrap());
    upgrade(&mut old, &steps).unwrap();
}

#[test]
fn a_step_that_fails_leaves_the_file_as_it_was() {
    let broken = "ALTER TABLE device ADD COLUMN place TEXT; ALTER TABLE nowhere ADD COLUMN x TEXT;";
    let steps: Vec<&str> = STEPS.iter().copied().chain([broken]).collect();
    let mut old = old_file(STEPS.len());
    assert!(matches!(
        upgrade(&mut old, &steps),
        Err(SchemaError::Sqlite(_))
    ));
    assert_eq!(tables(&old).unwrap(), tables(&fresh(STEPS)).unwrap());
    upgrade(&mut old, STEPS).unwrap();
}

#[test]
fn newer_foreign_and_altered_files_are_told_apart() {
    let newer: Vec<&str> = STEPS.iter().copied().chain([LATER]).collect();
    let mut file = fresh(&newer);
    assert!(
        matches!(upgrade(&mut file, STEPS), Err(SchemaError::Newer { found }) if found == newer.len())
    );
    let mut file = Connection::open_in_memory().unwrap();
    assert!(matches!(
        upgrade(&mut file, STEPS),
        Err(SchemaError::Foreign)
    ));
    let mut file = fresh(STEPS);
    file.execute_batch("DROP TRIGGER event_is_never_deleted")
        .unwrap();
    assert!(matches!(
        upgrade(&mut file, STEPS),
        Err(SchemaError::Differs(_))
    ));
}
