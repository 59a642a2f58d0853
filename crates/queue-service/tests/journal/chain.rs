//! The chain catches every changed byte, in every column, and rows taken out or put in.

use crate::hall::Hall;
use queue_service::journal::{DataFolder, Journal, OpenError, Reader};
use rusqlite::Connection;

/// A hall with a few events of today, closed.
async fn written() -> Hall {
    let hall = Hall::new();
    let running = hall.start();
    running.desk(hall.open()).await.unwrap();
    for _ in 0..3 {
        running.ticket(&hall).await;
    }
    running.stop();
    hall
}

/// Changes the file as someone with access to it would, around the triggers.
fn tamper(folder: &DataFolder, sql: &str) {
    let db = Connection::open(folder.journal()).unwrap();
    let triggers: Vec<(String, String)> = db
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    for (name, _) in &triggers {
        db.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    db.execute_batch(sql).unwrap();
    for (_, create) in &triggers {
        db.execute_batch(create).unwrap();
    }
}

fn damage(error: Option<OpenError>) -> String {
    match error {
        Some(OpenError::Damaged { what, .. }) => what,
        other => panic!("expected damage, found {other:?}"),
    }
}

#[tokio::test]
async fn a_changed_byte_in_any_column_is_found_at_start_and_by_verify() {
    for change in [
        "UPDATE event SET at = at + 1 WHERE seq = 5",
        "UPDATE event SET kind = 'ticket_served' WHERE seq = 5",
        "UPDATE event SET version = 2 WHERE seq = 5",
        "UPDATE event SET device = 2 WHERE seq = 5",
        "UPDATE event SET device = NULL WHERE seq = 5",
        "UPDATE event SET body = replace(body, 'submit', 'colect') WHERE seq = 5",
        "UPDATE event SET hash = zeroblob(32) WHERE seq = 5",
        "DELETE FROM event WHERE seq = 4",
        "UPDATE event SET seq = 60 WHERE seq = 6",
        "UPDATE event SET body = (SELECT body FROM event WHERE seq = 6) WHERE seq = 5",
    ] {
        let hall = written().await;
        let before = Reader::open(&hall.folder)
            .unwrap()
            .verify(|_, _| {})
            .unwrap();
        assert_eq!(before.seq.0, 6);
        tamper(&hall.folder, change);
        let verified = Reader::open(&hall.folder).unwrap().verify(|_, _| {});
        let what = damage(verified.err());
        assert!(what.starts_with("event "), "{change}: {what}");
        damage(Journal::open(&hall.folder).err());
    }
}

#[tokio::test]
async fn an_added_row_is_found() {
    let hall = written().await;
    let add = "INSERT INTO event SELECT 7, at, kind, version, device, body, hash FROM event WHERE seq = 6";
    tamper(&hall.folder, add);
    damage(Journal::open(&hall.folder).err());
    damage(Reader::open(&hall.folder).unwrap().verify(|_, _| {}).err());
}

#[tokio::test]
async fn a_ticket_that_differs_from_its_events_is_found() {
    let hall = written().await;
    tamper(
        &hall.folder,
        "UPDATE ticket SET state = 'finished' WHERE id = 5",
    );
    assert!(damage(Journal::open(&hall.folder).err()).contains("ticket 5"));
    tamper(
        &hall.folder,
        "UPDATE ticket SET state = 'waiting'; DELETE FROM ticket WHERE id = 6",
    );
    damage(Journal::open(&hall.folder).err());
    damage(Reader::open(&hall.folder).unwrap().verify(|_, _| {}).err());
}

#[tokio::test]
async fn a_changed_centre_is_found() {
    let hall = written().await;
    tamper(
        &hall.folder,
        "UPDATE centre_document SET document = replace(document, 'khanh-hoa', 'khanh-hoe')",
    );
    damage(Journal::open(&hall.folder).err());
    damage(Reader::open(&hall.folder).unwrap().verify(|_, _| {}).err());
}

#[tokio::test]
async fn sql_alone_cannot_rewrite_the_journal() {
    let hall = written().await;
    let db = hall.sql();
    for change in ["UPDATE event SET at = 0", "DELETE FROM event WHERE seq = 6"] {
        let error = db.execute(change, []).unwrap_err().to_string();
        assert!(error.contains("only appended to"), "{error}");
    }
}

/// The head in a day's last log line proves later what the journal held.
#[tokio::test]
async fn the_chain_is_the_documented_one() {
    use sha2::{Digest as _, Sha256};
    let hall = written().await;
    let db = hall.sql();
    let mut rows = db
        .prepare(
            "SELECT seq, at, version, ifnull(device, -1), kind, body, hash FROM event ORDER BY seq",
        )
        .unwrap();
    let mut rows = rows.query([]).unwrap();
    let mut hash = [0_u8; 32];
    while let Some(row) = rows.next().unwrap() {
        let mut sha = Sha256::new();
        sha.update(hash);
        for column in 0..4 {
            sha.update(row.get::<_, i64>(column).unwrap().to_be_bytes());
        }
        let kind: String = row.get(4).unwrap();
        sha.update((kind.len() as u64).to_be_bytes());
        sha.update(kind);
        sha.update(row.get::<_, String>(5).unwrap());
        hash = sha.finalize().into();
        assert_eq!(row.get::<_, [u8; 32]>(6).unwrap(), hash);
    }
}
