//! How long it takes: the rule of `rank` run forward over the counters now serving or scheduled.
//!
//! The likely wait lets every visit take as long as usual: the service's `typical_s`, moved by
//! today's visits as they are seen. The cautious wait adds what nine of ten stay under: longer
//! visits, and the priority visitors still to come. Both are usable on a first day.

mod closing;
mod lines;
mod margin;
mod roster;
mod run;
mod shift;
mod visit;

pub use closing::work_passes_closing;

use crate::{Centre, Moment, Service, ServiceCode, TicketId};
use lines::{Arrival, arrival_id};
use roster::Staff;
use run::run;
use std::collections::BTreeMap;

/// How long until the call, from now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Estimate {
    /// With visits as long as usual, in seconds.
    pub likely_s: u32,
    /// Nine of ten wait no longer than this, in seconds; never less than `likely_s`.
    pub cautious_s: u32,
}

/// The estimates of one moment. Nothing is told where no counter is open or scheduled.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Forecast {
    tickets: Vec<(TicketId, Estimate)>,
    ordinary: BTreeMap<ServiceCode, Estimate>,
    priority: BTreeMap<ServiceCode, Estimate>,
}

impl Forecast {
    /// Of a waiting ticket.
    #[must_use]
    pub fn ticket(&self, id: TicketId) -> Option<Estimate> {
        find(&self.tickets, id)
    }

    /// Of someone without priority who would take a number of `service` now.
    #[must_use]
    pub fn ordinary(&self, service: &str) -> Option<Estimate> {
        self.ordinary.get(service).copied()
    }

    /// Of someone with the shortest head start that visitors may declare, who would take a number
    /// of `service` now. `None` also where they may declare none.
    #[must_use]
    pub fn priority(&self, service: &str) -> Option<Estimate> {
        self.priority.get(service).copied()
    }
}

/// Estimates for every waiting ticket, and for an ordinary and a priority arrival at each service
/// that exists today.
#[must_use]
pub fn forecast(centre: &Centre, now: Moment) -> Forecast {
    let exists = |service: &&Service| centre.day.is_some_and(|day| service.valid.includes(day));
    let services = centre.catalogue.services.values().filter(exists);
    let services: Vec<&ServiceCode> = services.map(|service| &service.code).collect();
    let declared = centre
        .catalogue
        .classes
        .iter()
        .filter(|class| class.self_declared);
    let shortest = declared.map(|class| class.head_start_s).min();
    let arrivals = [Some(0), shortest]
        .into_iter()
        .flatten()
        .flat_map(|head_start_s| {
            let services = services.iter().copied();
            services.map(move |service| Arrival {
                service,
                head_start_s,
            })
        });
    let tickets = run(centre, now, &arrivals.collect::<Vec<_>>(), Staff::Present);
    let told = |first: usize| {
        let estimates = services
            .iter()
            .zip(first..)
            .filter_map(|(&code, index)| Some((code.clone(), find(&tickets, arrival_id(index))?)));
        estimates.collect()
    };
    let (ordinary, priority) = (told(0), told(services.len()));
    Forecast {
        tickets,
        ordinary,
        priority,
    }
}

/// The estimate for someone with this head start who would take a number of `service` now; `None`
/// where no counter is open or scheduled for it.
#[must_use]
pub fn estimate_arrival(
    centre: &Centre,
    now: Moment,
    service: &ServiceCode,
    head_start_s: u32,
) -> Option<Estimate> {
    let arrival = Arrival {
        service,
        head_start_s,
    };
    alone(centre, now, arrival, Staff::Present)
}

fn alone(centre: &Centre, now: Moment, arrival: Arrival<'_>, staff: Staff) -> Option<Estimate> {
    find(&run(centre, now, &[arrival], staff), arrival_id(0))
}

fn find(sorted: &[(TicketId, Estimate)], id: TicketId) -> Option<Estimate> {
    let at = sorted.binary_search_by_key(&id, |(id, _)| *id).ok()?;
    sorted.get(at).map(|(_, estimate)| *estimate)
}
