//! What the morning cost: time to an answer, memory, and the processor while nothing happens.

use crate::hand::Hand;
use crate::seat::Seat;
use crate::shift::Worked;
use anyhow::{Context as _, Result};
use std::time::Duration;

/// The figures of one morning.
pub struct Figures {
    visits: usize,
    answers: Vec<Duration>,
    resident_mb: f64,
    idle_percent: f64,
}

/// Ticks of the processor's time in a second (`CLK_TCK` on every Linux we run on).
const TICKS: f64 = 100.0;

impl Figures {
    /// Measures an idle program for `idle_s` seconds.
    pub fn of(worked: &Worked, seat: &Seat, idle_s: u32) -> Result<Self> {
        let process = seat.process().context("the program runs")?;
        let before = ticks(process)?;
        std::thread::sleep(Duration::from_secs(idle_s.into()));
        let spent = (ticks(process)? - before) as f64;
        let mut answers = worked.answers.clone();
        answers.sort_unstable();
        Ok(Self {
            visits: worked.called.len(),
            answers,
            resident_mb: resident_kb(process)? as f64 / 1024.0,
            idle_percent: spent / TICKS / f64::from(idle_s) * 100.0,
        })
    }

    /// Says them.
    #[expect(clippy::print_stdout, reason = "figures for whoever reads the run")]
    pub fn tell(&self, hand: Hand, issued: u32) {
        let share = |percent: usize| {
            let place = (self.answers.len() * percent / 100).min(self.answers.len() - 1);
            self.answers[place].as_secs_f64() * 1000.0
        };
        println!(
            "{hand:?}: {issued} visitors in the hall, {} calls here; press to picture median {:.1} ms, \
             p99 {:.1} ms, longest {:.1} ms; {:.1} MB resident; {:.2} % of a core idle",
            self.visits,
            share(50),
            share(99),
            share(100),
            self.resident_mb,
            self.idle_percent
        );
    }
}

fn ticks(process: u32) -> Result<u64> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
    let after_name = stat.rsplit(')').next().context("no such process")?;
    let mut words = after_name.split_whitespace().skip(11);
    let mut next = || -> Result<u64> { Ok(words.next().context("a short stat")?.parse()?) };
    Ok(next()? + next()?)
}

fn resident_kb(process: u32) -> Result<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find(|line| line.starts_with("VmRSS"));
    let words = line.context("no VmRSS")?.split_whitespace().nth(1);
    Ok(words.context("no figure")?.parse()?)
}
