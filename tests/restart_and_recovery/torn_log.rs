//! A write-ahead log that a power cut left torn: cut short, scribbled over, followed by junk. What
//! comes back is an exact prefix of the events, up to the last commit before the damage.

use crate::ONE_AT_A_TIME;
use anyhow::{Context as _, Result, ensure};
use fastrand::Rng;
use futures::executor::block_on;
use queue_core::{
    Actor, Command, CounterNo, DeviceId, Event, Language, OfficerNo, Outcome, Purpose, Seq,
};
use queue_service::journal::{DataFolder, Journal, Reader};
use queue_service::writer::Writer;
use std::fs;
use std::path::Path;
use system_tests::folder::{Fact, Folder, facts_after, instant, order, replay};
use system_tests::seeds::seeds;
use system_tests::stopped_time::StoppedTime;

const VARIANTS: usize = 120;
const VISITS: usize = 20;
const KIOSK: Actor = Actor::Kiosk(DeviceId(1));
const DESK: Actor = Actor::Counter(DeviceId(2));

/// A folder as a power cut leaves it: the file, its log, and where in the log each commit ends.
struct Morning {
    folder: Folder,
    file: Vec<u8>,
    log: Vec<u8>,
    commits: Vec<(usize, Seq)>,
    facts: Vec<Fact>,
    issue: Command,
}

#[test]
fn a_torn_log_gives_an_exact_prefix() -> Result<()> {
    let _alone = ONE_AT_A_TIME.blocking_lock();
    let dir = tempfile::tempdir()?;
    let morning = block_on(Morning::live(&dir.path().join("data")))?;
    for seed in seeds(1)? {
        let mut random = Rng::with_seed(seed);
        for variant in 0..VARIANTS {
            let (what, torn) = tear(&morning.log, &mut random);
            let folder = dir.path().join(format!("{seed}-{variant}"));
            let recovered = morning.recovers(&folder, &torn);
            recovered.with_context(|| format!("XINMOI_SEEDS={seed}, variant {variant}: {what}"))?;
            fs::remove_dir_all(folder)?;
        }
    }
    Ok(())
}

/// The log with some damage, and what that is.
fn tear(log: &[u8], random: &mut Rng) -> (String, Vec<u8>) {
    let at = random.usize(0..log.len());
    let length = random.usize(1..=64).min(log.len() - at);
    let mut torn = log.to_vec();
    let what = match random.u8(0..4) {
        0 => {
            torn.truncate(at);
            "cut"
        }
        1 => {
            torn[at..at + length]
                .iter_mut()
                .for_each(|byte| *byte ^= random.u8(1..));
            "scribbled over"
        }
        2 => {
            torn.truncate(at);
            torn.extend((0..8192).map(|_| random.u8(..)));
            "followed by junk"
        }
        _ => {
            torn[at..].fill(0);
            "nothing but zeros"
        }
    };
    (format!("{what} from byte {at} of {}", log.len()), torn)
}

impl Morning {
    async fn live(data: &Path) -> Result<Self> {
        let time = StoppedTime::at(instant("2026-11-26T08:00:00+07:00")?);
        let folder = Folder::make(data, "khanh-hoa", time)?;
        let scribe = folder.scribe()?;
        let mut commits = vec![(0, scribe.journal().head().seq)];
        let (writer, thread) = scribe.start(|| {})?;
        let plate = folder.rules.counters.values().next().context("a counter")?;
        let (counter, service) = (plate.number, plate.serves[0].clone());
        let issue = Command::Issue {
            service,
            purpose: Purpose::Submit,
            procedure: None,
            classes: Vec::new(),
            language: Language::VI,
        };
        let log = folder.data.journal().with_extension("db-wal");
        let mut note = |writer: &Writer| -> Result<()> {
            let end = usize::try_from(fs::metadata(&log)?.len())?;
            ensure!(
                commits.last().is_some_and(|(before, _)| *before < end),
                "the log began anew"
            );
            commits.push((end, writer.shared().head().seq));
            Ok(())
        };
        note(&writer)?;
        let open = Command::Open {
            counter,
            officer: OfficerNo(1),
            take_over: false,
        };
        let visits = (0..VISITS).flat_map(|_| visit(counter, &issue));
        for (actor, command) in [(DESK, open)].into_iter().chain(visits) {
            folder.time.pass(30);
            writer.submit(order(actor, None, command)).await?;
            note(&writer)?;
        }
        let facts = facts_after(&folder.sql()?, Seq(0))?;
        let (file, log) = (fs::read(folder.data.journal())?, fs::read(&log)?);
        drop(writer);
        thread.stop();
        Ok(Self {
            folder,
            file,
            log,
            commits,
            facts,
            issue,
        })
    }

    /// Opens a copy with this log.
    fn recovers(&self, path: &Path, log: &[u8]) -> Result<()> {
        let data = DataFolder::new(path);
        fs::create_dir(path)?;
        fs::write(data.journal(), &self.file)?;
        fs::write(data.journal().with_extension("db-wal"), log)?;
        let intact = self
            .log
            .iter()
            .zip(log)
            .take_while(|(before, now)| before == now)
            .count();
        let whole = self.commits.iter().rev().find(|(end, _)| *end <= intact);
        let prefix = usize::try_from(whole.context("the file itself")?.1.0)?;
        let facts = &self.facts[..prefix];

        let (journal, loaded) = Journal::open(&data)?;
        ensure!(
            loaded.head.seq.0 == prefix as u64,
            "{:?} instead of {prefix}",
            loaded.head.seq
        );
        ensure!(
            loaded.centre == replay(&self.folder.rules, facts),
            "the state is not that of the first {prefix} events"
        );
        drop(journal);
        let copy = Folder {
            data,
            time: self.folder.time.clone(),
            rules: self.folder.rules.clone(),
        };
        ensure!(facts_after(&copy.sql()?, Seq(0))? == facts, "other events");
        self.goes_on(&copy, facts)
    }

    /// The next number is given as if nothing had happened.
    fn goes_on(&self, copy: &Folder, before: &[Fact]) -> Result<()> {
        let (writer, thread) = copy.scribe()?.start(|| {})?;
        block_on(writer.submit(order(KIOSK, None, self.issue.clone())))?;
        let issued = before
            .iter()
            .filter(|fact| matches!(fact.event, Event::TicketIssued { .. }));
        let given = writer.shared().centre().tickets.len();
        ensure!(given == issued.count() + 1, "{given} tickets");
        drop(writer);
        thread.stop();
        Reader::open(&copy.data)?.verify(|_, _| {})?;
        Ok(())
    }
}

fn visit(counter: CounterNo, issue: &Command) -> [(Actor, Command); 4] {
    let finish = Command::Finish {
        counter,
        ticket: None,
        outcome: Outcome::Received,
        dossiers: 1,
    };
    [
        (KIOSK, issue.clone()),
        (DESK, Command::CallNext { counter }),
        (DESK, Command::Serve { counter }),
        (DESK, finish),
    ]
}
