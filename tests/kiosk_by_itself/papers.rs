//! What stands on the slips that came out, found by drawing the slips that should.

use anyhow::{Context as _, Result};
use queue_client::{Client, Token};
use queue_protocol::{Catalogue, Language, OfflineRequest};
use serde_json::Value;
use system_tests::fake_printer::{Seen, Sheet};
use system_tests::hall::Hall;
use ticket_printer::{Mark, PaperWidth, Slip, SlipDrawer};

type Rows = Vec<Vec<u8>>;

/// The numbers on the whole slips of `seen`, oldest first; `given` are the numbers that can stand there.
pub fn numbers(hall: &Hall, address: &str, given: &[Value], seen: &Seen) -> Result<Vec<String>> {
    let client = Client::new(address, Token::read(&hall.path("kiosk.token"))?)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let catalogue = runtime.block_on(client.catalogue())?;
    let mut drawer = SlipDrawer::new();
    let drawn = given.iter().map(|ticket| {
        let request: OfflineRequest = serde_json::from_value(ticket["request"].clone())?;
        let slip = slip(&catalogue, &request).context("an unknown service")?;
        let picture = drawer.draw(&slip, PaperWidth::Dots576);
        let rows = picture.rows().map(<[u8]>::to_vec).collect();
        Ok((request.number, without_white(rows)))
    });
    let drawn: Vec<(String, Rows)> = drawn.collect::<Result<_>>()?;
    let read = |sheet: &Sheet| {
        let rows = without_white(sheet.rows.clone());
        // Before it may hang what was left of a slip that was broken off.
        let found = drawn.iter().find(|(_, slip)| rows.ends_with(slip));
        found
            .map(|(number, _)| number.clone())
            .with_context(|| format!("a slip of no number that was given: {sheet:?}"))
    };
    seen.slips().map(read).collect()
}

fn without_white(mut rows: Rows) -> Rows {
    let is_white = |row: &Vec<u8>| row.iter().all(|byte| *byte == 0);
    while rows.last().is_some_and(is_white) {
        rows.pop();
    }
    let first = rows.iter().position(|row| !is_white(row));
    rows.drain(..first.unwrap_or(rows.len()));
    rows
}

/// The slip of a number that a kiosk gave by itself: it knows neither a queue nor a page to follow.
fn slip(catalogue: &Catalogue, request: &OfflineRequest) -> Option<Slip> {
    let mut services = catalogue.services.iter();
    let service = services.find(|service| service.code == request.service)?;
    let zone_of = |number: &u16| {
        let mut counters = catalogue.counters.iter();
        Some(&counters.find(|counter| counter.number == *number)?.zone)
    };
    let first = service.counters.first().and_then(zone_of);
    let same = service
        .counters
        .iter()
        .all(|number| zone_of(number) == first);
    let mut zones = catalogue.zones.iter();
    let zone = zones.find(|zone| same && Some(&zone.code) == first);
    let (names, language) = (&catalogue.centre, Language::VI);
    Some(Slip {
        language,
        centre_parent: names.parent.get(language).to_owned(),
        centre_name: names.name.get(language).to_owned(),
        number: request.number.clone(),
        priority: request.priority,
        service: service.name.get(language).to_owned(),
        counters: service.counters.clone(),
        zone: zone.map(|zone| zone.name.get(language).to_owned()),
        people_ahead: None,
        wait: None,
        procedure: None,
        issued_at: request.arrived_at,
        follow_url: None,
        mark: Mark::Original,
    })
}
