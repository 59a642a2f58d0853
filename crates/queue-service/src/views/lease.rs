//! What a kiosk may give by itself while the service is away: a block of the offline letter.

use super::Scene;
use queue_core::{DeviceId, Letter, Minute, Service};
use queue_protocol::views::{Lease, LeasedService};

/// The numbers of one kiosk's block: more than a queue of people takes from one machine in a day.
const BLOCK: u16 = 500;
/// Blocks of the letter.
const BLOCKS: usize = (queue_core::Number::MAX / BLOCK) as usize;
/// A clock in doubt promises nothing.
const IN_DOUBT: &str = "clock_in_doubt";

/// The lease of `kiosk`: the same block all day, whatever restarts. `None` where the centre has no
/// offline letter, or more kiosks than blocks.
pub(super) fn lease(scene: &Scene<'_>, kiosk: DeviceId) -> Option<Lease> {
    let letter = scene.around.today.offline_letter?;
    let place = scene.around.blocks.iter().position(|own| *own == kiosk)?;
    if place >= BLOCKS || scene.around.warnings.iter().any(|word| word == IN_DOUBT) {
        return None;
    }
    let first = u16::try_from(place).ok()? * BLOCK + 1;
    let last = first + BLOCK - 1;
    let date = scene.local().date();
    let midnight = Minute::END_OF_DAY.on(date, scene.offset());
    Some(Lease {
        letter: letter.to_string(),
        next: newest(scene, letter, first, last).map_or(first, |newest| newest + 1),
        last,
        valid_until: scene.at(midnight),
        services: scene.services().map(|own| service(scene, own)).collect(),
    })
}

/// The newest number of the block that was handed in today.
fn newest(scene: &Scene<'_>, letter: Letter, first: u16, last: u16) -> Option<u16> {
    // Most days know no offline number at all.
    scene.centre.series.get(&letter)?;
    let numbers = scene.centre.by_number.keys();
    let own = numbers.filter(|number| number.letter == letter);
    own.map(|number| number.count)
        .filter(|count| (first..=last).contains(count))
        .max()
}

fn service(scene: &Scene<'_>, own: &Service) -> LeasedService {
    let hours = scene.catalogue().hours_of(own);
    let sessions = hours.sessions(scene.local().date()).iter();
    LeasedService {
        code: own.code.to_string(),
        today: sessions
            .map(|session| (session.issue_from.to_string(), session.issue_to.to_string()))
            .collect(),
    }
}
