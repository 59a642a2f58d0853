//! The people of a hall under load: a kiosk, and officers at their counters.

use anyhow::{Context as _, Result};
use queue_client::{CounterApi, KioskApi};
use queue_protocol::views::Visitor;
use queue_protocol::{
    Catalogue, CatalogueCounter, CatalogueService, FinishRequest, IssueRequest, IssuedTicket,
    Language, Outcome,
};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(20);

/// Everybody who takes part.
pub struct Crowd {
    /// Takes numbers.
    pub kiosk: KioskApi,
    /// Open counters.
    pub desks: Vec<Desk>,
    /// The centre.
    pub catalogue: Catalogue,
    /// How many wait.
    pub waiting: AtomicUsize,
}

/// An open counter.
pub struct Desk {
    /// Its number.
    pub number: u16,
    /// Its calls.
    pub api: CounterApi,
}

impl Desk {
    /// Ends the visit at hand.
    pub async fn finish(&self) -> Result<()> {
        let done = FinishRequest {
            outcome: Outcome::Received,
            number: None,
            dossiers: 1,
        };
        self.api.finish(&done).await?;
        Ok(())
    }
}

impl Crowd {
    /// A number for `service`.
    pub async fn issue(&self, service: &CatalogueService) -> Result<IssuedTicket> {
        let request = IssueRequest {
            service: service.code.clone(),
            purpose: *service.purposes.first().context("no purpose")?,
            procedure: None,
            priority: None,
            language: Language::VI,
        };
        let ticket = self.kiosk.issue(&request, PATIENCE).await?.ticket;
        self.waiting.fetch_add(1, Ordering::Relaxed);
        Ok(ticket)
    }

    /// Whoever is next at `desk`.
    pub async fn call_next(&self, desk: &Desk) -> Result<Option<Visitor>> {
        let called = desk.api.call_next().await?;
        if called.is_some() {
            self.waiting.fetch_sub(1, Ordering::Relaxed);
        }
        Ok(called.map(|answer| answer.ticket))
    }

    /// Has somebody come for a service of `desk`, and calls: the call, and when it was answered.
    pub async fn come_and_call(&self, desk: &Desk) -> Result<(u64, Instant)> {
        let of_desk = |counter: &&CatalogueCounter| counter.number == desk.number;
        let counter = self.catalogue.counters.iter().find(of_desk);
        let serves = &counter.context("no such counter")?.serves;
        let service = self
            .catalogue
            .services
            .iter()
            .find(|s| serves.contains(&s.code));
        self.issue(service.context("it serves nothing")?).await?;
        let called = self.call_next(desk).await?.context("nobody waits")?;
        let answered = Instant::now();
        Ok((called.call.context("a called ticket has a call")?, answered))
    }
}
