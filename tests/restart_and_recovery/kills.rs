//! The built program, killed fifty times while everyone works.

use crate::ONE_AT_A_TIME;
use crate::people::{Person, Work};
use crate::record;
use crate::wire::{Wire, token};
use anyhow::{Context as _, Result, ensure};
use fastrand::Rng;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use system_tests::hall::Hall;
use system_tests::seeds::seeds;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

const CYCLES: u32 = 50;
const MORNING: &str = "2026-11-26T08:00:00+07:00";
/// Longer than anything here takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_kills_lose_nothing_and_repeat_nothing() -> Result<()> {
    let _alone = ONE_AT_A_TIME.lock().await;
    for seed in seeds(1)? {
        let dir = tempfile::tempdir()?;
        let survived = kill_again_and_again(dir.path(), Rng::with_seed(seed)).await;
        survived.with_context(|| format!("XINMOI_SEEDS={seed}"))?;
    }
    Ok(())
}

async fn kill_again_and_again(folder: &Path, mut random: Rng) -> Result<()> {
    let hall = Hall::make(folder, "khanh-hoa", |_| Ok(()))?;
    let mut people = staff(&hall, &mut random)?;
    for cycle in 0..CYCLES {
        people = work_until_killed(&hall, people, &mut random)
            .await
            .with_context(|| format!("cycle {cycle}"))?;
    }
    let service = hall.serve(MORNING, 1.0)?;
    let wire = Wire::to(&service.address)?;
    for person in &mut people {
        person.catch_up(&wire).await?;
    }
    service.guard.stop(PATIENCE)?;
    let repeated: u32 = people.iter().map(|person| person.repeated).sum();
    ensure!(
        repeated >= CYCLES,
        "only {repeated} commands were left without an answer"
    );
    record::check(&hall, people.iter().flat_map(|person| &person.sent))
}

/// Two kiosks, and four counters that serve what these give numbers for.
fn staff(hall: &Hall, random: &mut Rng) -> Result<Vec<Person>> {
    let mut people = Vec::new();
    for name in ["kiosk-1", "kiosk-2"] {
        let device = hall.device(name, "kiosk", None)?;
        people.push(Person::new(
            name,
            token(&device.token_file)?,
            Work::Kiosk,
            random.fork(),
        ));
    }
    for counter in 1..=4_u16 {
        let (name, officer) = (format!("counter-{counter}"), 100 + u32::from(counter));
        let device = hall.device(&name, "counter", Some(counter))?;
        hall.officer(officer)?;
        let work = Work::Counter { counter, officer };
        people.push(Person::new(
            &name,
            token(&device.token_file)?,
            work,
            random.fork(),
        ));
    }
    Ok(people)
}

/// Starts the service and kills it after a random number of answers and some microseconds.
async fn work_until_killed(
    hall: &Hall,
    people: Vec<Person>,
    random: &mut Rng,
) -> Result<Vec<Person>> {
    let service = hall.serve(MORNING, 1.0)?;
    let wire = Wire::to(&service.address)?;
    let answers = Arc::new(Semaphore::new(0));
    let mut working = JoinSet::new();
    for mut person in people {
        let (wire, answers) = (wire.clone(), Arc::clone(&answers));
        working.spawn(async move {
            let worked = person.work(&wire, &answers).await;
            worked.map(|()| person)
        });
    }
    let enough = answers.acquire_many(random.u32(0..90));
    tokio::select! {
        answered = tokio::time::timeout(PATIENCE, enough) => drop(answered.context("too few answers")?),
        Some(ended) = working.join_next() => {
            ended??;
            anyhow::bail!("an answer failed to come before the kill");
        }
    }
    tokio::time::sleep(Duration::from_micros(random.u64(0..4000))).await;
    service.guard.kill()?;
    let mut people = Vec::new();
    while let Some(ended) = working.join_next().await {
        people.push(ended??);
    }
    Ok(people)
}
