//! The registered boards: what each of them shows, and which of them speak.

use super::Scene;
use crate::centre::{Layouts, StoredLayout};
use crate::journal::Device;
use queue_core::{Counter, DeviceId, Moment};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A registered board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// Its device id.
    pub device: DeviceId,
    /// What staff call it.
    pub name: String,
    /// Whether a stream of it is open.
    pub connected: bool,
    /// Whether it is the one of its part of the hall that speaks.
    pub speaks: bool,
    /// The zone it was registered for.
    pub zone: Option<String>,
    /// Which part of the hall it shows.
    pub part: Part,
    /// Its layout's name.
    pub screen: Option<String>,
}

/// A part of the hall.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// Codes of zones in order; all zones where empty.
    pub zones: Vec<String>,
    /// This counter alone.
    pub counter: Option<u16>,
}

impl Part {
    /// One zone, or the whole hall.
    pub fn zone(zone: Option<&str>) -> Self {
        Self {
            zones: zone.map(str::to_owned).into_iter().collect(),
            counter: None,
        }
    }

    fn of(device: &Device, layouts: &Layouts) -> Self {
        let screen = device.screen.as_ref();
        let layout = screen.and_then(|screen| layouts.get(screen));
        let mut zones = match (&device.zone, layout) {
            (Some(zone), _) => vec![zone.clone()],
            (None, Some(screen)) => screen.layout.zones.clone(),
            (None, None) => Vec::new(),
        };
        zones.sort_unstable();
        Self {
            zones,
            counter: device.counter,
        }
    }

    /// Whether `counter` stands in it.
    pub fn has(&self, counter: &Counter) -> bool {
        let in_zone =
            self.zones.is_empty() || self.zones.iter().any(|zone| **zone == *counter.zone);
        in_zone && self.counter.is_none_or(|own| own == counter.number.0)
    }
}

/// The boards among `devices` that were not revoked. Of those that show one part of the hall the one that was chosen
/// last speaks; where none was, the first that was registered. A counter's sign speaks only if it was chosen.
pub(super) fn boards<'a>(
    devices: impl Iterator<Item = &'a Device>,
    layouts: &Layouts,
    connected: impl Fn(DeviceId) -> bool,
) -> Vec<Board> {
    let mut speaking: BTreeMap<Part, (Reverse<Option<Moment>>, DeviceId)> = BTreeMap::new();
    let mut boards = Vec::new();
    for device in devices {
        let part = Part::of(device, layouts);
        let claim = (Reverse(device.speaks_since), device.id);
        if part.counter.is_none() || device.speaks_since.is_some() {
            let holder = speaking.entry(part.clone()).or_insert(claim);
            *holder = claim.min(*holder);
        }
        boards.push(Board {
            device: device.id,
            name: device.name.clone(),
            connected: connected(device.id),
            speaks: false,
            zone: device.zone.clone(),
            part,
            screen: device.screen.clone(),
        });
    }
    for board in &mut boards {
        let holder = speaking.get(&board.part);
        board.speaks = holder.is_some_and(|(_, holder)| *holder == board.device);
    }
    boards
}

impl Scene<'_> {
    /// The board of this device, if it is one.
    pub(super) fn board(&self, device: DeviceId) -> Option<&Board> {
        let mut boards = self.around.boards.iter();
        boards.find(|board| board.device == device)
    }

    /// The layout of `board` in the adopted centre.
    pub(super) fn layout(&self, board: &Board) -> Option<&StoredLayout> {
        self.around.today.layouts.get(board.screen.as_ref()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use queue_protocol::Role;

    fn device(id: u32, zone: Option<&str>, counter: Option<u16>, chosen: Option<i64>) -> Device {
        Device {
            id: DeviceId(id),
            name: format!("board {id}"),
            role: Role::Board,
            zone: zone.map(str::to_owned),
            counter,
            screen: None,
            revoked: false,
            speaks_since: chosen.map(Moment),
        }
    }

    fn speaking(devices: &[Device]) -> Vec<u32> {
        let boards = boards(devices.iter(), &Layouts::default(), |_| true);
        let speaking = boards.iter().filter(|board| board.speaks);
        speaking.map(|board| board.device.0).collect()
    }

    #[test]
    fn of_each_zone_the_first_board_speaks_unless_another_was_chosen_last() {
        let mut devices = [
            device(1, Some("a"), None, None),
            device(2, Some("a"), None, None),
            device(3, Some("b"), None, None),
            device(4, None, None, None),
            device(5, Some("a"), Some(7), None),
        ];
        assert_eq!(speaking(&devices), [1, 3, 4]);
        devices[1].speaks_since = Some(Moment(10));
        assert_eq!(speaking(&devices), [2, 3, 4]);
        devices[0].speaks_since = Some(Moment(11));
        assert_eq!(speaking(&devices), [1, 3, 4]);
        devices[4].speaks_since = Some(Moment(12));
        assert_eq!(speaking(&devices), [1, 3, 4, 5], "a sign beside the zone");
    }
}
