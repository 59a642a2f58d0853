//! The same hall with a kiosk that cannot write its ledger.

use crate::stage::{ANOTHER, PATIENCE, Stage};
use anyhow::{Context as _, Result};
use queue_client::{Client, Token};
use queue_protocol::HallView;
use system_tests::kiosk::{FIRST_PURPOSE, FIRST_SERVICE, ORDINARY, SETTLING};
use system_tests::programs::wait_for;

impl Stage {
    /// Opens it with a folder in the ledger's place, which keeps root out, too; waits until the counters know.
    pub fn open_without_a_ledger() -> Result<Self> {
        let mut stage = Self::start_on(|kiosk| {
            std::fs::create_dir_all(kiosk.join("ledger.jsonl"))?;
            Ok(None)
        })?;
        stage.wait_until_counters_know()?;
        stage.home = Some(stage.screen.settle()?);
        Ok(stage)
    }

    fn wait_until_counters_know(&self) -> Result<()> {
        let service = self.service.as_ref().context("the service is away")?;
        let desk = self.hall.device("counter-1", "counter", Some(1))?;
        let client = Client::new(&service.address, Token::read(&desk.token_file)?)?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        wait_for(PATIENCE, "the counters to hear of the kiosk's disk", || {
            let hall = runtime.block_on(client.view::<HallView>("hall"))?;
            let told = hall.view.kiosks.iter().any(|kiosk| kiosk.disk_fails);
            Ok(told.then_some(()))
        })
    }

    /// Waits until the first screen has given way to the word that the service is away.
    pub fn wait_until_away(&self) -> Result<()> {
        let home = self.home.as_ref().context("it was never seen")?;
        wait_for(PATIENCE, "the kiosk to give up", || {
            let now = self.screen.look()?;
            Ok((home.differs(&now) >= ANOTHER).then_some(()))
        })
    }

    /// Touches where the way to a number would lead.
    pub fn touch_the_usual_way(&self) -> Result<()> {
        for (x, y) in [FIRST_PURPOSE, FIRST_SERVICE, ORDINARY] {
            std::thread::sleep(SETTLING);
            self.screen.touch(x, y)?;
        }
        Ok(())
    }
}
