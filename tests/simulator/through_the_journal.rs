//! Days through the writer and SQLite, while answers are lost, the service breaks off before and
//! after its commits, the disk is full, and somebody sets the clock.

use crate::checkers::Checkers;
use crate::checkers::answers::Answers;
use crate::hall::{Asked, Disk, Hall};
use crate::through_the_rules::{FIRST_DAY, seven_o_clock};
use crate::workload::Workload;
use anyhow::{Context as _, Result, ensure};
use chrono::{Days, NaiveDate};
use fastrand::Rng;
use queue_service::clock::TimeSource as _;
use queue_service::journal::Reader;
use queue_service::writer::WriteError;
use std::collections::BTreeSet;
use system_tests::folder::{Fact, facts_after, replay};
use system_tests::stopped_time::StoppedTime;

const DAYS: u64 = 3;
const STEPS: u32 = 160;

/// Lives through some days; gives the kinds of events that came of it.
pub fn live(seed: u64) -> Result<BTreeSet<String>> {
    let dir = tempfile::tempdir()?;
    let first: NaiveDate = FIRST_DAY.parse()?;
    let rules = system_tests::folder::document("khanh-hoa")?.rules();
    let time = StoppedTime::at(seven_o_clock(&rules, first)?);
    let hall = Hall::open(&dir.path().join("data"), time)?;
    let mut random = Rng::with_seed(seed);
    let mut run = Run {
        checkers: Checkers::new(&hall.folder.rules),
        people: Workload::new(&hall.folder.rules, random.fork()),
        hall,
        random,
        answers: Answers::default(),
        journal: Vec::new(),
        unanswered: Vec::new(),
        answered: Vec::new(),
        keys: 0,
        wall_is_off_by_s: 0,
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    for date in (0..DAYS).filter_map(|later| first.checked_add_days(Days::new(later))) {
        run.pass_until(date)?;
        for step in 0..STEPS {
            let lived = runtime.block_on(run.step());
            lived.with_context(|| format!("{date}, step {step}"))?;
        }
        runtime
            .block_on(run.end_of_day())
            .with_context(|| format!("the end of {date}"))?;
    }
    run.answers.check(&run.journal)?;
    let verified = Reader::open(&run.hall.folder.data)?.verify(|_, _| {})?;
    ensure!(
        verified.seq == run.checkers.newest(),
        "verify saw {} events",
        verified.seq.0
    );
    Ok(run.checkers.kinds)
}

struct Run {
    hall: Hall,
    random: Rng,
    people: Workload,
    checkers: Checkers,
    answers: Answers,
    journal: Vec<Fact>,
    unanswered: Vec<Asked>,
    /// What was answered, and on which day of the centre.
    answered: Vec<(NaiveDate, Asked)>,
    keys: u64,
    /// What somebody has set the wall clock wrong by.
    wall_is_off_by_s: i64,
}

impl Run {
    async fn step(&mut self) -> Result<()> {
        self.hall.folder.time.pass(self.random.u32(0..60));
        match self.random.u32(0..100) {
            0..5 => {
                let asked = self.attempts()?;
                self.hall.ask_and_vanish(&asked)?;
                self.unanswered.extend(asked);
            }
            5..8 => self.commit_then_crash().await?,
            8..11 => self.crash_then_commit().await?,
            11..14 => self.fill_the_disk().await?,
            14..17 => self.set_the_clock().await?,
            17..24 => self.repeat_answered().await?,
            24..30 => self.repeat_unanswered().await?,
            _ => {
                let asked = self.attempts()?;
                self.ask(asked).await?;
            }
        }
        Ok(())
    }

    /// One to three people at once, each under a key of its own.
    fn attempts(&mut self) -> Result<Vec<Asked>> {
        let centre = self.hall.centre()?;
        let attempts = (0..self.random.u32(1..=3)).map(|_| {
            let (actor, command) = self.people.next(&centre);
            self.keys += 1;
            Asked {
                key: self.keys,
                actor,
                command,
            }
        });
        Ok(attempts.collect())
    }

    async fn ask(&mut self, asked: Vec<Asked>) -> Result<()> {
        let answers = self.hall.ask(&asked).await?;
        for (asked, answer) in asked.into_iter().zip(answers) {
            match answer {
                Ok(reply) => {
                    let first = self.answers.take(asked.key, reply)?;
                    if let (true, Some(day)) = (first, self.hall.centre()?.day) {
                        self.answered.push((day, asked));
                    }
                }
                Err(WriteError::Refused(_) | WriteError::ClockInDoubt) => {}
                Err(WriteError::NotStored) => self.unanswered.push(asked),
                Err(error) => anyhow::bail!("{:?} brought {error}", asked.command),
            }
        }
        self.look()
    }

    /// The service ends between a commit and its answers.
    async fn commit_then_crash(&mut self) -> Result<()> {
        let asked = self.attempts()?;
        self.hall.ask_and_vanish(&asked)?;
        self.unanswered.extend(asked);
        self.hall.restart()?;
        self.look()?;
        self.repeat_unanswered().await
    }

    /// The service ends before a commit, and nobody knows.
    async fn crash_then_commit(&mut self) -> Result<()> {
        self.repeat_unanswered().await?;
        let before = self.hall.centre()?;
        let asked = self.attempts()?;
        self.hall.break_down(&asked).await?;
        // The first commit of a morning turns the day; if it fails, the new start turns it.
        let after = self.hall.centre()?;
        ensure!(
            after == before || after.day != before.day,
            "the state is not the one before"
        );
        self.unanswered.extend(asked);
        self.look()?;
        self.repeat_unanswered().await
    }

    async fn fill_the_disk(&mut self) -> Result<()> {
        self.repeat_unanswered().await?;
        let before = self.hall.centre()?;
        let asked = self.attempts()?;
        self.hall.disk(Disk::IsFull);
        for answer in self.hall.ask(&asked).await? {
            ensure!(
                answer == Err(WriteError::NotStored),
                "a full disk brought {answer:?}"
            );
        }
        self.hall.disk(Disk::Works);
        ensure!(
            self.hall.centre()? == before,
            "the state is not the one before"
        );
        self.unanswered.extend(asked);
        self.repeat_unanswered().await
    }

    /// Somebody sets the wall clock, or sets it right, or an administrator believes it.
    async fn set_the_clock(&mut self) -> Result<()> {
        let right = -std::mem::take(&mut self.wall_is_off_by_s);
        match self.random.u32(0..3) {
            0 if right != 0 => self.hall.accept_clock().await?,
            1 if right != 0 => self.hall.folder.time.jump(right),
            _ => {
                let by_s = self.random.i64(-2400..2400);
                self.hall.folder.time.jump(by_s);
                self.wall_is_off_by_s = by_s - right;
            }
        }
        self.look()
    }

    /// Somebody asks again for what was answered: the same answer, and nothing more. Answers are
    /// remembered until the end of the next day; after a doubtful night a day opens late.
    async fn repeat_answered(&mut self) -> Result<()> {
        let offset = self.hall.folder.rules.settings.offset;
        let today = self.hall.folder.time.wall().local(offset).date();
        self.answered
            .retain(|(day, _)| day.succ_opt().is_some_and(|next| next >= today));
        let Some((_, again)) = self.random.choice(&self.answered).cloned() else {
            return Ok(());
        };
        self.ask(vec![again]).await
    }

    /// Everyone who got no answer asks again under the same key.
    async fn repeat_unanswered(&mut self) -> Result<()> {
        let again = std::mem::take(&mut self.unanswered);
        self.ask(again).await
    }

    /// Takes down what the journal has gained, and judges it, the state and the projections.
    fn look(&mut self) -> Result<()> {
        let db = self.hall.folder.sql()?;
        let gained = facts_after(&db, self.checkers.newest())?;
        for fact in &gained {
            self.checkers.see(fact)?;
        }
        self.journal.extend(gained);
        if self.unanswered.is_empty() {
            self.checkers.agree_with_state(&self.hall.centre()?)?;
            self.checkers.agree_with_projections(&db)?;
        }
        Ok(())
    }

    /// The clock is right, every answer given, and the state is that of the events.
    async fn end_of_day(&mut self) -> Result<()> {
        self.hall
            .folder
            .time
            .jump(-std::mem::take(&mut self.wall_is_off_by_s));
        self.repeat_unanswered().await?;
        let live = self.hall.centre()?;
        ensure!(
            replay(&self.hall.folder.rules, &self.journal) == live,
            "replaying differs"
        );
        self.hall.restart()?;
        ensure!(self.hall.centre()? == live, "another state after a restart");
        self.look()
    }

    fn pass_until(&self, date: NaiveDate) -> Result<()> {
        let time = &self.hall.folder.time;
        let night_s = seven_o_clock(&self.hall.folder.rules, date)?.since_s(time.wall());
        time.pass(u32::try_from(night_s).context("the day before ended too late")?);
        Ok(())
    }
}
