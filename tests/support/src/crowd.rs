//! Simulated visitors and officers, who use the hall over its wire as the apps do.

use crate::tally::Tally;
use queue_client::{CallError, CounterApi, KioskApi, LiveView, View};
use queue_protocol::{
    Catalogue, CounterStatus, CounterView, FinishRequest, IssueRequest, Language, NoShowRequest,
    OpenRequest, Outcome, Pin, ProblemCode, Purpose, TransferRequest, views::Visitor,
};
use std::sync::Arc;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// How fast and how busy the day is.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// Seconds of the hall in one second of the machine.
    pub speed: f64,
    /// Visitors an hour of the hall.
    pub visitors_per_hour: f64,
}

impl Pace {
    /// Waits `seconds` of the hall.
    async fn pass(&self, seconds: f64) {
        tokio::time::sleep(Duration::from_secs_f64(seconds / self.speed)).await;
    }
}

/// Visitors who take numbers at `kiosk` until `stop`, or until the hall issues no more.
pub async fn visitors(
    kiosk: KioskApi,
    catalogue: Arc<Catalogue>,
    pace: Pace,
    mut random: fastrand::Rng,
    tally: Arc<Tally>,
    stop: CancellationToken,
) {
    loop {
        // Arrivals are independent of each other, so the gaps between them are exponential.
        let gap = -(1.0 - random.f64()).ln() * 3600.0 / pace.visitors_per_hour;
        tokio::select! {
            () = stop.cancelled() => return,
            () = pace.pass(gap) => {}
        }
        let Some(request) = wish(&catalogue, &mut random) else {
            return;
        };
        match kiosk.issue(&request, Duration::from_secs(8)).await {
            Ok(_) => tally.issued(),
            Err(error) => {
                tally.failed(&error);
                if error.code() == Some(ProblemCode::Closed) {
                    tokio::select! {
                        () = stop.cancelled() => return,
                        () = pace.pass(60.0) => {}
                    }
                }
            }
        }
    }
}

/// What one visitor came for: busier services more often, one in six with priority.
fn wish(catalogue: &Catalogue, random: &mut fastrand::Rng) -> Option<IssueRequest> {
    let services = catalogue.services.len().max(1);
    // The smaller of two draws: what stands first in the list is asked for most.
    let place = random.usize(..services).min(random.usize(..services));
    let service = catalogue.services.get(place)?;
    let purpose = *random.choice(&service.purposes)?;
    let of_service: Vec<_> = catalogue
        .procedures
        .iter()
        .filter(|p| p.service == service.code)
        .collect();
    let procedure = (purpose == Purpose::Submit && random.bool())
        .then(|| {
            random
                .choice(&of_service)
                .map(|procedure| procedure.code.clone())
        })
        .flatten();
    let declared: Vec<_> = catalogue
        .classes
        .iter()
        .filter(|class| class.self_declared)
        .collect();
    let priority = (random.f64() < 1.0 / 6.0)
        .then(|| random.choice(&declared).map(|class| class.code.clone()))
        .flatten();
    let language = if random.f64() < 0.08 {
        Language::EN
    } else {
        Language::VI
    };
    Some(IssueRequest {
        service: service.code.clone(),
        purpose,
        procedure,
        priority,
        language,
    })
}

/// One simulated officer and the counter he or she works at.
pub struct Officer {
    /// The counter's calls.
    pub api: CounterApi,
    /// The counter's view.
    pub view: LiveView<CounterView>,
    /// The officer's number.
    pub number: u32,
    /// The officer's PIN.
    pub pin: String,
}

impl Officer {
    /// Works until `stop`, then finishes the visit at hand and closes the counter.
    pub async fn work(
        self,
        catalogue: Arc<Catalogue>,
        pace: Pace,
        mut random: fastrand::Rng,
        tally: Arc<Tally>,
        stop: CancellationToken,
    ) {
        let request = OpenRequest {
            officer: self.number,
            pin: Pin(self.pin.clone()),
            take_over: true,
        };
        if let Err(error) = self.api.open(&request).await {
            tally.failed(&error);
            return;
        }
        let mut view = self.view.watch();
        while !stop.is_cancelled() {
            let somebody = view.wait_for(waits);
            tokio::select! {
                () = stop.cancelled() => break,
                seen = somebody => if seen.is_err() { break },
            }
            match self.api.call_next().await {
                Ok(Some(answer)) => {
                    tally.called(answer.ticket.priority, answer.ticket.waited_s);
                    if let Err(error) = self
                        .visit(&answer.ticket, &catalogue, pace, &mut random, &tally)
                        .await
                    {
                        tally.failed(&error);
                    }
                }
                Ok(None) => pace.pass(5.0).await,
                Err(error) => {
                    tally.failed(&error);
                    pace.pass(10.0).await;
                }
            }
        }
        if let Err(error) = self.api.close().await {
            tally.failed(&error);
        }
    }

    async fn visit(
        &self,
        visitor: &Visitor,
        catalogue: &Catalogue,
        pace: Pace,
        random: &mut fastrand::Rng,
        tally: &Tally,
    ) -> Result<(), CallError> {
        pace.pass(8.0 + 25.0 * random.f64()).await;
        if random.f64() < 0.06 {
            self.api.recall().await?;
            pace.pass(20.0).await;
            if random.bool() {
                self.api.no_show(&NoShowRequest::default()).await?;
                return Ok(());
            }
        }
        self.api.serve().await?;
        let service = catalogue
            .services
            .iter()
            .find(|service| service.code == visitor.service);
        let typical = service.map_or(600.0, |service| f64::from(service.typical_s));
        pace.pass(typical * (0.4 + 1.2 * random.f64())).await;
        if random.f64() < 0.04 {
            return self.send_elsewhere(visitor, catalogue, random).await;
        }
        let outcome = match visitor.purpose {
            Purpose::Collect => Outcome::ResultReturned,
            Purpose::Guidance => Outcome::Guided,
            Purpose::Submit | Purpose::Supplement if random.f64() < 0.15 => {
                Outcome::SupplementAsked
            }
            Purpose::Submit | Purpose::Supplement => Outcome::Received,
        };
        self.api
            .finish(&FinishRequest {
                outcome,
                number: None,
                dossiers: 1,
            })
            .await?;
        tally.finished();
        Ok(())
    }

    async fn send_elsewhere(
        &self,
        visitor: &Visitor,
        catalogue: &Catalogue,
        random: &mut fastrand::Rng,
    ) -> Result<(), CallError> {
        let others: Vec<_> = catalogue
            .services
            .iter()
            .filter(|service| service.code != visitor.service)
            .collect();
        let Some(service) = random.choice(&others) else {
            return Ok(());
        };
        let to = TransferRequest {
            service: service.code.clone(),
            counter: None,
            reason: None,
        };
        self.api.transfer(&to).await.map(drop)
    }
}

fn waits(view: &View<CounterView>) -> bool {
    view.frame().is_some_and(|frame| {
        let view = &frame.view;
        view.status == CounterStatus::Open && view.waiting > 0 && view.visitor.is_none()
    })
}
