//! A disk without room: commands are refused with 503 `not_stored`, nothing that was answered is
//! lost, and with room again everything goes on.
//!
//! The disk is a small tmpfs, which takes the right to mount. Without it a file that may not grow
//! stands in; that one is tried in any case.

use crate::ONE_AT_A_TIME;
use crate::record;
use crate::wire::{Answer, Sent, Wire, token};
use anyhow::{Context as _, Result, ensure};
use queue_core::{Actor, Command, DeviceId, Language};
use queue_service::journal::Reader;
use queue_service::writer::{Key, WriteError};
use serde_json::json;
use std::fs;
use std::path::Path;
use std::time::Duration;
use system_tests::folder::{Folder, instant, order};
use system_tests::hall::Hall;
use system_tests::stopped_time::StoppedTime;
use system_tests::tmpfs::Tmpfs;

const MORNING: &str = "2026-11-26T08:00:00+07:00";
const PATIENCE: Duration = Duration::from_secs(60);
/// Room for some dozen commits.
const ROOM_LEFT: u64 = 400 << 10;

#[tokio::test]
async fn a_full_disk_refuses_and_recovers() -> Result<()> {
    let _alone = ONE_AT_A_TIME.lock().await;
    let dir = tempfile::tempdir()?;
    match Tmpfs::mount(&dir.path().join("data")) {
        Ok(disk) => fill_and_make_room(dir.path(), &disk).await,
        Err(why) => {
            eprintln!("{why:#}: a file that may not grow stands in for a full disk");
            fill_a_limited_file(&dir.path().join("limited")).await
        }
    }
}

#[tokio::test]
async fn a_file_that_may_not_grow_refuses_and_recovers() -> Result<()> {
    let _alone = ONE_AT_A_TIME.lock().await;
    let dir = tempfile::tempdir()?;
    fill_a_limited_file(&dir.path().join("data")).await
}

async fn fill_and_make_room(folder: &Path, disk: &Tmpfs) -> Result<()> {
    let hall = Hall::make(folder, "khanh-hoa", |_| Ok(()))?;
    let kiosk = token(&hall.device("kiosk", "kiosk", None)?.token_file)?;
    let manager = token(&hall.device("manager", "manager", None)?.token_file)?;
    let service = hall.serve(MORNING, 1.0)?;
    let wire = Wire::to(&service.address)?;
    let filler = disk.fill(ROOM_LEFT)?;
    let mut sent = Vec::new();
    let mut refused = loop {
        let mut next = issue(sent.len());
        let answer = wire.post(&kiosk, &next).await.context("no answer")?;
        match answer.status {
            201 => next.answer = Some(answer),
            503 => {
                ensure!(answer.json()?["code"] == "not_stored", "{answer:?}");
                break next;
            }
            _ => anyhow::bail!("{answer:?}"),
        }
        sent.push(next);
        ensure!(sent.len() < 2000, "the disk never became full");
    };
    let hall_view = wire.view(&manager, "hall").await?;
    ensure!(hall_view["view"]["issued"] == sent.len(), "{hall_view}");
    ensure!(
        hall_view["view"]["warnings"] == json!(["not_stored"]),
        "{hall_view}"
    );
    ensure!(
        wire.post(&kiosk, &refused)
            .await
            .is_some_and(|again| again.status == 503),
        "stored"
    );

    fs::remove_file(filler)?;
    refused.answer = wire.post(&kiosk, &refused).await;
    ensure!(
        refused
            .answer
            .as_ref()
            .is_some_and(|answer| answer.status == 201),
        "{refused:?}"
    );
    sent.push(refused);
    for sent in &sent {
        let again: Option<Answer> = wire.post(&kiosk, sent).await;
        ensure!(again == sent.answer, "{sent:?} brought {again:?}");
    }
    ensure!(
        wire.view(&manager, "hall").await?["view"]["warnings"] == json!([]),
        "still refusing"
    );
    service.guard.stop(PATIENCE)?;
    record::check(&hall, sent.iter())
}

fn issue(place: usize) -> Sent {
    let body = json!({ "service": "tu-phap", "purpose": "submit", "language": "vi" });
    Sent {
        key: format!("issue-{place}"),
        path: "/tickets".to_owned(),
        body,
        answer: None,
    }
}

async fn fill_a_limited_file(data: &Path) -> Result<()> {
    let folder = Folder::make(data, "khanh-hoa", StoppedTime::at(instant(MORNING)?))?;
    let scribe = folder.scribe()?;
    let pages = fs::metadata(folder.data.journal())?.len() / 4096;
    scribe.journal().limit_pages(u32::try_from(pages)? + 8)?;
    let (writer, thread) = scribe.start(|| {})?;
    let mut answers = Vec::new();
    while let Some(reply) = match writer.submit(keyed(&folder, answers.len())?).await {
        Ok(reply) => Some(reply),
        Err(WriteError::NotStored) => None,
        Err(error) => return Err(error.into()),
    } {
        answers.push(reply);
        ensure!(answers.len() < 5000, "the file never became full");
    }
    drop(writer);
    thread.stop();

    let (writer, thread) = folder.scribe()?.start(|| {})?;
    for (place, before) in answers.iter().enumerate() {
        let again = writer.submit(keyed(&folder, place)?).await?;
        ensure!(
            again == *before,
            "{place} brought {again:?} after {before:?}"
        );
    }
    writer.submit(keyed(&folder, answers.len())?).await?;
    ensure!(
        writer.shared().centre().tickets.len() == answers.len() + 1,
        "lost or given twice"
    );
    drop(writer);
    thread.stop();
    Reader::open(&folder.data)?.verify(|_, _| {})?;
    Ok(())
}

fn keyed(folder: &Folder, place: usize) -> Result<queue_service::writer::Order> {
    let kiosk = DeviceId(1);
    let service = folder.rules.services.values().next().context("a service")?;
    let issue = Command::Issue {
        service: service.code.clone(),
        purpose: *service.purposes.first().context("a purpose")?,
        procedure: None,
        classes: Vec::new(),
        language: Language::VI,
    };
    let key = Key {
        device: kiosk,
        key: place.to_string(),
        fingerprint: [7; 32],
    };
    Ok(order(Actor::Kiosk(kiosk), Some(key), issue))
}
