//! The hall of this test: one service, one kiosk, its printer and its disk, and the link between the two.

use crate::record::{self, Record};
use anyhow::{Context as _, Result, ensure};
use queue_client::{Client, CounterApi, Token};
use queue_protocol::ReprintRequest;
use serde_json::Value;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;
use system_tests::apps::App;
use system_tests::fake_printer::FakePrinter;
use system_tests::hall::{Hall, Service};
use system_tests::kiosk::{
    CANCEL, DONE, FIRST_PURPOSE, FIRST_SERVICE, GIVE_UP, HOME, ORDINARY, SETTLING,
    touch_until_it_changes,
};
use system_tests::link::Link;
use system_tests::programs::{Guard, wait_for};
use system_tests::screen::{Picture, Screen};
use system_tests::tmpfs::Tmpfs;
use tempfile::TempDir;

/// Longer than anything here takes on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(90);
const MORNING: &str = "2026-11-26T08:00:00+07:00";
const PAPER_DOTS: u32 = 576;
/// What a small disk gives away at once.
const BLOCK: usize = 4096;
/// One screen differs from another by more; the same one with another time or status line by less.
pub(super) const ANOTHER: f64 = 0.03;

/// A running hall. The service may be away, and the kiosk dead.
pub struct Stage {
    pub hall: Hall,
    pub link: Link,
    pub printer: FakePrinter,
    pub(super) screen: Screen,
    pub(super) home: Option<Picture>,
    pub(super) service: Option<Service>,
    kiosk: Option<Guard>,
    kiosk_id: u32,
    disk: Option<Tmpfs>,
    _folder: TempDir,
}

impl Stage {
    /// Opens it, and waits until the kiosk has written down what it was granted.
    pub fn open() -> Result<Self> {
        Self::open_on(|_| Ok(None))
    }

    /// The same, the kiosk's own folder on a small disk; none where there is no right to mount one.
    pub fn open_on_a_small_disk() -> Result<Option<Self>> {
        let stage = Self::open_on(|kiosk| Ok(Tmpfs::mount(kiosk).ok()))?;
        Ok(stage.disk.is_some().then_some(stage))
    }

    fn open_on(disk: impl FnOnce(&Path) -> Result<Option<Tmpfs>>) -> Result<Self> {
        let mut stage = Self::start_on(disk)?;
        let kept = stage.hall.path("kiosk/catalogue.json");
        wait_for(PATIENCE, "the kiosk to have a lease", || {
            Ok(kept.exists().then_some(()))
        })?;
        stage.home = Some(stage.screen.photograph()?);
        Ok(stage)
    }

    /// Starts the hall, what `disk` makes of it being the kiosk's own folder.
    pub(super) fn start_on(disk: impl FnOnce(&Path) -> Result<Option<Tmpfs>>) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let hall = Hall::make(&folder.path().join("hall"), "khanh-hoa", |_| Ok(()))?;
        let kiosk_id = hall.device("kiosk", "kiosk", None)?.id;
        let mut stage = Self {
            link: Link::start()?,
            printer: FakePrinter::start(PAPER_DOTS)?,
            screen: Screen::start(1080, 1920)?,
            home: None,
            service: None,
            kiosk: None,
            kiosk_id,
            disk: disk(&hall.path("kiosk"))?,
            hall,
            _folder: folder,
        };
        stage.service_starts()?;
        stage.start_kiosk()?;
        Ok(stage)
    }

    pub fn service_starts(&mut self) -> Result<()> {
        let service = self.hall.serve(MORNING, 1.0)?;
        let address = service.address.trim_start_matches("http://").parse()?;
        self.service = Some(service);
        self.link.lead_to(Some(address));
        Ok(())
    }

    pub fn service_dies(&mut self) -> Result<()> {
        self.link.lead_to(None);
        self.service.take().context("it is dead")?.guard.kill()
    }

    /// Starts the kiosk, and waits for its first screen.
    pub fn kiosk_starts(&mut self) -> Result<()> {
        self.start_kiosk()?;
        self.wait_for_home()
    }

    fn start_kiosk(&mut self) -> Result<()> {
        let app = App::kiosk(self.printer.address(), true);
        self.kiosk = Some(app.open(&self.hall, &self.link.address(), &[], Some(&self.screen))?);
        Ok(())
    }

    pub fn kiosk_dies(&mut self) -> Result<()> {
        self.kiosk.take().context("it is dead")?.kill()
    }

    pub(super) fn wait_for_home(&self) -> Result<()> {
        let home = self.home.as_ref().context("it was never seen")?;
        wait_for(PATIENCE, "the kiosk's first screen", || {
            Ok((home.differs(&self.screen.look()?) < ANOTHER).then_some(()))
        })
    }

    /// Waits until the first screen says that the service is away.
    pub fn wait_until_by_itself(&self) -> Result<()> {
        let home = self.home.as_ref().context("it was never seen")?;
        wait_for(PATIENCE, "the kiosk to notice", || {
            let now = self.screen.look()?;
            Ok((now != *home && home.differs(&now) < ANOTHER).then_some(()))
        })
    }

    /// From the first screen, or the number before, to the question for an ordinary number.
    pub fn choose(&self) -> Result<()> {
        let home = self.home.as_ref().context("it was never seen")?;
        if home.differs(&self.screen.settle()?) >= ANOTHER {
            touch_until_it_changes(&self.screen, DONE)?;
        }
        self.wait_for_home()?;
        for place in [FIRST_PURPOSE, FIRST_SERVICE] {
            std::thread::sleep(SETTLING);
            touch_until_it_changes(&self.screen, place)?;
        }
        self.screen.settle()?;
        std::thread::sleep(SETTLING);
        Ok(())
    }

    pub fn touch_ordinary(&self) -> Result<()> {
        self.screen.touch(ORDINARY.0, ORDINARY.1)
    }

    /// Takes an ordinary number.
    pub fn take(&self) -> Result<()> {
        self.choose()?;
        touch_until_it_changes(&self.screen, ORDINARY)
    }

    /// Leaves no room on the kiosk's disk, not in the ledger's last block either; gives the file to remove for more.
    pub fn fill_the_disk(&self) -> Result<PathBuf> {
        let path = self.hall.path("kiosk/ledger.jsonl");
        let mut ledger = std::fs::OpenOptions::new().append(true).open(&path)?;
        let used = usize::try_from(ledger.metadata()?.len())? % BLOCK;
        ledger.write_all(&vec![b'\n'; (BLOCK - used) % BLOCK])?;
        self.disk.as_ref().context("no disk of its own")?.fill(0)
    }

    /// Waits until what a write without room has left was cut off again.
    pub fn wait_for_the_disk_to_refuse(&self) -> Result<()> {
        let path = self.hall.path("kiosk/ledger.jsonl");
        wait_for(PATIENCE, "the disk to refuse a number", || {
            let text = std::fs::read_to_string(&path)?;
            Ok((!text.ends_with(
                "

",
            ))
            .then_some(()))
        })
    }

    /// From a screen that tells something to the first one.
    pub fn go_home(&self) -> Result<()> {
        std::thread::sleep(SETTLING);
        touch_until_it_changes(&self.screen, HOME)?;
        self.wait_for_home()
    }

    /// Gives up the number on the screen, and waits until the disk knows.
    pub fn give_up(&self) -> Result<()> {
        for place in [CANCEL, GIVE_UP] {
            std::thread::sleep(SETTLING);
            touch_until_it_changes(&self.screen, place)?;
        }
        wait_for(PATIENCE, "the word that the number is given up", || {
            let numbers = self.numbers()?;
            Ok(numbers
                .iter()
                .any(|n| n["given_up"] == "kept")
                .then_some(()))
        })
    }

    /// Waits until the service knows of so many numbers that they are given up.
    pub fn wait_until_told(&self, count: usize) -> Result<()> {
        wait_for(PATIENCE, "the service to know what was given up", || {
            let numbers = self.numbers()?;
            let told = numbers.iter().filter(|n| n["given_up"] == "told");
            Ok((told.count() >= count).then_some(()))
        })
    }

    /// Leaves half a line at the end of the kiosk's ledger.
    pub fn tear(&self, half: &str) -> Result<()> {
        let path = self.hall.path("kiosk/ledger.jsonl");
        let mut ledger = std::fs::OpenOptions::new().append(true).open(path)?;
        Ok(ledger.write_all(half.as_bytes())?)
    }

    /// Every number of the kiosk's ledger as it stands now, in the order of their giving.
    pub fn numbers(&self) -> Result<Vec<Value>> {
        let text = std::fs::read_to_string(self.hall.path("kiosk/ledger.jsonl"))?;
        let mut numbers: Vec<Value> = Vec::new();
        for line in text
            .split_inclusive('\n')
            .filter(|line| line.ends_with('\n'))
        {
            let mut line: Value = serde_json::from_str(line).with_context(|| line.to_owned())?;
            let ticket = line["ticket"].take();
            match numbers.iter_mut().find(|own| own["key"] == ticket["key"]) {
                _ if ticket.is_null() => {}
                Some(own) => *own = ticket,
                None => numbers.push(ticket),
            }
        }
        Ok(numbers)
    }

    pub fn wait_for_numbers(&self, count: usize) -> Result<()> {
        wait_for(PATIENCE, "a number on the kiosk's disk", || {
            Ok((self.numbers()?.len() >= count).then_some(()))
        })
    }

    /// Waits until so many slips are out, and the ledger knows it.
    pub fn wait_for_paper(&self, count: usize) -> Result<()> {
        self.wait_for_slips(count)?;
        wait_for(PATIENCE, "the word that the slip is out", || {
            let numbers = self.numbers()?;
            let printed = numbers.iter().filter(|n| n["paper"]["result"] == "printed");
            Ok((printed.count() >= count).then_some(()))
        })
    }

    /// Waits until so many slips are out.
    pub fn wait_for_slips(&self, count: usize) -> Result<()> {
        let out = self
            .printer
            .wait_until(PATIENCE, |seen| seen.slips().count() >= count);
        ensure!(out.is_ok(), "{out:?}");
        Ok(())
    }

    /// Waits until the service has heard of so many papers.
    pub fn wait_for_reports(&self, count: usize) -> Result<()> {
        wait_for(PATIENCE, "the report of a paper", || {
            Ok((self.journal()?.count("paper_reported") >= count).then_some(()))
        })
    }

    /// What the journal holds now.
    pub fn journal(&self) -> Result<Record> {
        Record::of(&self.hall)
    }

    /// A member of staff asks for the newest slip once more.
    pub fn ask_for_reprint(&self) -> Result<()> {
        let service = self.service.as_ref().context("the service is away")?;
        let staff = self.hall.device("counter-1", "counter", Some(1))?;
        let client = Client::new(&service.address, Token::read(&staff.token_file)?)?;
        let number = self.journal()?.newest()?.to_owned();
        let kiosk = self.kiosk_id;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let asked = async {
            CounterApi::new(client, 1)
                .reprint(&number, &ReprintRequest { kiosk })
                .await
        };
        runtime.block_on(asked)?;
        Ok(())
    }

    /// Waits until the printer has taken the beginning of a slip.
    pub fn wait_for_bytes(&self) -> Result<()> {
        let begun = self
            .printer
            .wait_until(PATIENCE, |seen| !seen.uncut.is_white());
        ensure!(begun.is_ok(), "{begun:?}");
        Ok(())
    }

    /// Waits until the service knows so many numbers and what became of their papers.
    pub fn wait_until_settled(&self, count: usize) -> Result<()> {
        wait_for(PATIENCE, "everything to be handed in", || {
            let numbers = self.numbers()?;
            let settled = numbers.iter().filter(|n| n["reported"] == true);
            Ok((settled.count() >= count).then_some(()))
        })
    }

    /// Reads the journal, and holds it against the kiosk's ledger and the papers.
    pub fn record(&self) -> Result<Record> {
        let service = self.service.as_ref().context("the service is away")?;
        let given = self.numbers()?;
        record::check(&self.hall, &service.address, &given, &self.printer.seen())
    }
}
