//! The adopted centre, ready to be looked up and searched.

use queue_protocol::{
    Catalogue, CatalogueService, ClassEntry, Language, ProcedureEntry, Purpose, Text,
};
use vietnamese::search::{Entry, Field, Found, Index, Synonym};

/// A catalogue with its search index. Made off the screen's thread.
pub struct Centre {
    catalogue: Catalogue,
    index: Index,
    /// The places of all procedures, most used first.
    by_use: Vec<usize>,
}

impl Centre {
    /// Indexes the procedures of `catalogue`.
    #[must_use]
    pub fn new(catalogue: Catalogue) -> Self {
        let synonyms: Vec<Synonym> = catalogue
            .synonyms
            .iter()
            .map(|synonym| Synonym {
                query_folded: synonym.query.clone(),
                expands_to: synonym.expands_to.clone(),
            })
            .collect();
        let entries = (0..).zip(&catalogue.procedures).map(|(id, procedure)| {
            Entry::new(id, procedure.busy_rank)
                .with(Field::ShortName, &procedure.short.vi)
                .with(Field::EnglishName, &procedure.short.en)
                .with(Field::EnglishName, &procedure.name.en)
                .with(Field::Code, &procedure.code)
                .with(Field::OfficialName, &procedure.name.vi)
        });
        let index = Index::build(entries, &synonyms);
        let mut by_use: Vec<usize> = (0..catalogue.procedures.len()).collect();
        by_use.sort_by_key(|&place| catalogue.procedures[place].busy_rank);
        Self {
            catalogue,
            index,
            by_use,
        }
    }

    /// The catalogue itself.
    #[must_use]
    pub const fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// A service by its code.
    #[must_use]
    pub fn service(&self, code: &str) -> Option<&CatalogueService> {
        self.catalogue
            .services
            .iter()
            .find(|service| service.code == code)
    }

    /// A procedure by its place.
    #[must_use]
    pub fn procedure(&self, place: usize) -> Option<&ProcedureEntry> {
        self.catalogue.procedures.get(place)
    }

    /// A procedure by its code.
    #[must_use]
    pub fn procedure_of_code(&self, code: &str) -> Option<&ProcedureEntry> {
        self.catalogue
            .procedures
            .iter()
            .find(|procedure| procedure.code == code)
    }

    /// The classes that visitors declare themselves.
    pub fn classes(&self) -> impl Iterator<Item = &ClassEntry> {
        self.catalogue
            .classes
            .iter()
            .filter(|class| class.self_declared)
    }

    /// The zone in which all of `counters` stand; none if there are several, or it is not known.
    #[must_use]
    pub fn zone(&self, counters: &[u16]) -> Option<&Text> {
        let of = |number: &u16| {
            let counter = self
                .catalogue
                .counters
                .iter()
                .find(|counter| counter.number == *number)?;
            self.catalogue
                .zones
                .iter()
                .find(|zone| zone.code == counter.zone)
        };
        let first = of(counters.first()?)?;
        let all_there = counters
            .iter()
            .all(|number| of(number).is_some_and(|zone| zone.code == first.code));
        all_there.then_some(&first.name)
    }

    /// The service at which a visitor who came for `purpose` files `procedure`: the procedure's own, or the only one
    /// that takes this purpose.
    #[must_use]
    pub fn service_for(
        &self,
        procedure: &ProcedureEntry,
        purpose: Purpose,
    ) -> Option<&CatalogueService> {
        let takes = |service: &&CatalogueService| service.purposes.contains(&purpose);
        let own = self.service(&procedure.service).filter(takes);
        own.or_else(|| {
            let mut taking = self.catalogue.services.iter().filter(takes);
            let only = taking.next();
            only.filter(|_| taking.next().is_none())
        })
    }

    /// The procedures that fit `query`, or else most of its words, best first, and what it was taken for.
    #[must_use]
    pub fn search(&self, query: &str, limit: usize) -> Found {
        let found = self.index.search(query, limit);
        if found.hits.is_empty() {
            return self.index.search_part(query, limit);
        }
        found
    }

    /// The name of an agency; empty where it has none.
    #[must_use]
    pub fn agency_name(&self, code: &str, language: Language) -> &str {
        let mut agencies = self.catalogue.agencies.iter();
        let agency = agencies.find(|agency| agency.code == code);
        agency.map_or("", |agency| agency.name.get(language))
    }

    /// The places of all procedures, most used first.
    #[must_use]
    pub fn by_use(&self) -> &[usize] {
        &self.by_use
    }

    /// The name of a service, its code where it is gone.
    #[must_use]
    pub fn service_name<'a>(&'a self, code: &'a str, language: Language) -> &'a str {
        self.service(code)
            .map_or(code, |service| service.name.get(language))
    }
}
