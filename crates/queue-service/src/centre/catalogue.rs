//! The centre for screens, as of one date.

use super::files::Parts;
use super::files::counters::{Counter, EVERY_AGENCY};
use super::files::procedures::Procedure;
use super::files::services::Service;
use super::joins::Joins;
use super::succession::Succession;
use chrono::NaiveDate;
use queue_protocol as wire;

/// What is valid on `date`, in the order of the files.
pub(super) fn catalogue(parts: &Parts, digest: &str, date: NaiveDate) -> wire::Catalogue {
    let today = Today {
        parts,
        date,
        joins: Joins::new(parts),
        succession: Succession::new(&parts.agencies),
    };
    let settings = &parts.identity.settings;
    wire::Catalogue {
        digest: digest.to_owned(),
        date,
        centre: centre(parts),
        zones: parts
            .zones
            .iter()
            .map(|zone| wire::Zone {
                code: zone.code.value.clone(),
                name: zone.name.clone(),
            })
            .collect(),
        agencies: today.agencies(),
        services: today
            .services()
            .map(|service| today.service(service))
            .collect(),
        counters: today.counters(),
        procedures: parts
            .procedures
            .iter()
            .filter_map(|row| today.procedure(row))
            .collect(),
        classes: parts.classes.iter().map(class).collect(),
        synonyms: parts
            .synonyms
            .iter()
            .map(|synonym| wire::Synonym {
                query: synonym.query.value.clone(),
                expands_to: synonym.expands_to.clone(),
            })
            .collect(),
        dossiers: today.dossiers(),
        target_wait_s: settings.target_wait_minutes * 60,
        grace_s: settings.grace_minutes * 60,
        recall_limit: settings.recall_limit,
    }
}

fn centre(parts: &Parts) -> wire::CentreNames {
    let identity = &parts.identity;
    wire::CentreNames {
        code: identity.code.clone(),
        name: identity.name.clone(),
        parent: identity.parent.clone(),
        public_url: identity.public_url.clone(),
        hotline: identity.hotline.clone(),
        notice: identity.notice.clone(),
    }
}

fn class(own: &super::files::classes::Class) -> wire::ClassEntry {
    wire::ClassEntry {
        code: own.code.value.clone(),
        name: own.name.clone(),
        self_declared: own.self_declared,
        from_age: own.from_age,
    }
}

struct Today<'a> {
    parts: &'a Parts,
    date: NaiveDate,
    joins: Joins<'a>,
    succession: Succession<'a>,
}

impl<'a> Today<'a> {
    fn agencies(&self) -> Vec<wire::Agency> {
        let valid = self
            .parts
            .agencies
            .iter()
            .filter(|agency| agency.valid.includes(self.date));
        valid
            .map(|agency| wire::Agency {
                code: agency.code.value.clone(),
                name: agency.name.clone(),
            })
            .collect()
    }

    fn services(&self) -> impl Iterator<Item = &'a Service> {
        let date = self.date;
        self.parts
            .services
            .iter()
            .filter(move |service| service.valid.includes(date))
    }

    fn has_service(&self, code: &str) -> bool {
        self.services().any(|service| service.code.value == code)
    }

    fn service(&self, own: &Service) -> wire::CatalogueService {
        let code = &own.code.value;
        let serving: Vec<&Counter> = self
            .parts
            .counters
            .iter()
            .filter(|counter| counter.serves.iter().any(|service| service.value == *code))
            .collect();
        let mut counters: Vec<u16> = serving.iter().map(|counter| counter.number).collect();
        counters.sort_unstable();
        wire::CatalogueService {
            code: code.clone(),
            letter: own
                .letter
                .value
                .map(|letter| letter.to_string())
                .unwrap_or_default(),
            name: own.name.clone(),
            board_name: own.board.clone(),
            purposes: own.purposes.clone(),
            counters,
            agencies: self.agencies_at(&serving),
            typical_s: own.typical_minutes * 60,
        }
    }

    /// The agencies of today at these counters, in the order of the agencies' file.
    fn agencies_at(&self, counters: &[&Counter]) -> Vec<String> {
        let written: Vec<&str> = counters
            .iter()
            .flat_map(|c| &c.agencies)
            .map(|agency| agency.value.as_str())
            .collect();
        let holders: Vec<&str> = written
            .iter()
            .flat_map(|code| self.succession.holders(code, self.date))
            .map(|agency| agency.code.value.as_str())
            .collect();
        let every = written.contains(&EVERY_AGENCY);
        let today = self.agencies().into_iter().map(|agency| agency.code);
        today
            .filter(|code| every || holders.contains(&code.as_str()))
            .collect()
    }

    /// Those that lead to a service of today.
    fn dossiers(&self) -> Vec<wire::DossierRoute> {
        let routes = self.parts.routes.iter();
        let today = routes.filter(|route| self.has_service(&route.service.value));
        today
            .filter_map(|route| {
                Some(wire::DossierRoute {
                    prefix: route.prefix.value.clone(),
                    service: route.service.value.clone(),
                    purpose: route.purpose?,
                })
            })
            .collect()
    }

    fn counters(&self) -> Vec<wire::CatalogueCounter> {
        let valid = |code: &&String| self.has_service(code);
        let mut counters: Vec<_> = self
            .parts
            .counters
            .iter()
            .map(|own| wire::CatalogueCounter {
                number: own.number,
                name: own.name.clone(),
                zone: own.zone.value.clone(),
                serves: own
                    .serves
                    .iter()
                    .map(|service| &service.value)
                    .filter(valid)
                    .cloned()
                    .collect(),
                helps: own
                    .helps
                    .iter()
                    .map(|help| &help.service.value)
                    .filter(valid)
                    .cloned()
                    .collect(),
            })
            .collect();
        counters.sort_by_key(|counter| counter.number);
        counters
    }

    /// `None` when nobody has the procedure today, or no service takes it.
    fn procedure(&self, row: &'a Procedure) -> Option<wire::ProcedureEntry> {
        let service = self
            .joins
            .service(row)
            .filter(|service| self.has_service(service))?;
        let agency = match row.agency.value.as_str() {
            "" => "",
            code => self
                .succession
                .holders(code, self.date)
                .first()?
                .code
                .value
                .as_str(),
        };
        row.valid.includes(self.date).then(|| wire::ProcedureEntry {
            code: row.code.value.clone(),
            name: row.name.clone(),
            short: row.short.clone(),
            agency: agency.to_owned(),
            service: service.to_owned(),
            busy_rank: row.busy_rank,
            field: row.field.clone(),
            papers: row.papers.clone(),
            fee: row.fee.clone(),
            any_commune: row.any_commune,
            online: row.online,
        })
    }
}
