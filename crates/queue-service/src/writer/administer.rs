//! Administrators' orders carried out, each in a savepoint of its own.

use super::admin_order::{AdminAnswer, AdminOrder, AdminRefusal, NewDevice, NewOfficer};
use super::draft::Draft;
use crate::journal::{Device, Entry, Officer, PinLock, StoreError};
use queue_core::{DeviceId, Event, OfficerNo};
use queue_protocol::Role;

type Answered = Result<Result<AdminAnswer, AdminRefusal>, StoreError>;

/// Names on lists and screens.
const NAME_LENGTH: usize = 80;

impl Draft {
    /// The inner error leaves the savepoint empty; the outer one ends the batch.
    pub fn administer(&mut self, entry: &mut Entry<'_>, order: AdminOrder) -> Answered {
        match order {
            AdminOrder::AddDevice(device) => self.add_device(entry, device),
            AdminOrder::RevokeDevice { device } => self.revoke_device(entry, DeviceId(device)),
            AdminOrder::LetSpeak { device } => self.let_speak(entry, DeviceId(device)),
            AdminOrder::AddOfficer(officer) => self.add_officer(entry, officer),
            AdminOrder::SetPin { officer, pin_hash } => {
                self.set_pin(entry, OfficerNo(officer), pin_hash)
            }
            AdminOrder::DisableOfficer { officer } => {
                self.disable_officer(entry, OfficerNo(officer), false)
            }
            AdminOrder::ForgetOfficer { officer } => {
                self.disable_officer(entry, OfficerNo(officer), true)
            }
            AdminOrder::AdoptCentre {
                document,
                from_tomorrow,
            } => self.adopt_centre(entry, &document, from_tomorrow),
            AdminOrder::AcceptClock => self.accept_clock(entry),
            AdminOrder::PinFailed { device, officer } => {
                self.pin_failed(entry, (DeviceId(device), OfficerNo(officer)))
            }
            AdminOrder::PinsCleared { device, officer } => {
                self.pins_cleared(entry, (DeviceId(device), OfficerNo(officer)))
            }
        }
    }

    fn add_device(&mut self, entry: &mut Entry<'_>, new: NewDevice) -> Answered {
        let name = match name(&new.name) {
            Ok(name) => name,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let NewDevice {
            role,
            zone,
            counter,
            screen,
            token,
            ..
        } = new;
        if self.registry.by_token.contains_key(&token) {
            return Ok(Err(bad("token", "one that no device has")));
        }
        if let (Some(screen), Some(document)) = (&screen, &self.document)
            && !document.screens().contains_key(screen)
        {
            let known: Vec<&str> = document.screens().keys().map(String::as_str).collect();
            let expected = format!("expected one of this centre: {}", known.join(", "));
            return Ok(Err(bad("screen", &expected)));
        }
        let mut device = Device {
            id: DeviceId(0),
            name,
            role,
            zone,
            counter,
            screen,
            revoked: false,
            speaks_since: None,
        };
        device.id = entry.add_device(&device, &token, self.stamp())?;
        let id = device.id;
        self.registry.by_token.insert(token, id);
        self.registry.devices.insert(id, device);
        self.changes.registry = true;
        Ok(Ok(AdminAnswer::DeviceAdded { device: id.0 }))
    }

    fn revoke_device(&mut self, entry: &mut Entry<'_>, id: DeviceId) -> Answered {
        let Some(device) = self.registry.devices.get_mut(&id) else {
            return Ok(Err(AdminRefusal::UnknownDevice { device: id.0 }));
        };
        device.revoked = true;
        entry.revoke_device(id, self.stamp())?;
        self.changes.registry = true;
        Ok(Ok(AdminAnswer::Done))
    }

    fn let_speak(&mut self, entry: &mut Entry<'_>, id: DeviceId) -> Answered {
        let at = self.stamp();
        let devices = self.registry.devices.get_mut(&id);
        let Some(board) = devices.filter(|device| !device.revoked) else {
            return Ok(Err(AdminRefusal::UnknownDevice { device: id.0 }));
        };
        if board.role != Role::Board {
            return Ok(Err(bad("device", "expected a board")));
        }
        board.speaks_since = Some(at);
        entry.let_speak(id, at)?;
        self.changes.registry = true;
        Ok(Ok(AdminAnswer::Done))
    }

    fn add_officer(&mut self, entry: &mut Entry<'_>, new: NewOfficer) -> Answered {
        let (number, name) = match (new.number, name(&new.name)) {
            (0, _) => return Ok(Err(bad("number", "1 or more"))),
            (_, Err(refusal)) => return Ok(Err(refusal)),
            (number, Ok(name)) => (OfficerNo(number), name),
        };
        if self.registry.officers.contains_key(&number) {
            return Ok(Err(AdminRefusal::OfficerExists { officer: number.0 }));
        }
        let NewOfficer { pin_hash, may, .. } = new;
        let officer = Officer {
            number,
            name: Some(name),
            pin_hash,
            may,
            disabled: false,
        };
        entry.add_officer(&officer, self.stamp())?;
        self.registry.officers.insert(number, officer);
        self.changes.registry = true;
        Ok(Ok(AdminAnswer::Done))
    }

    fn set_pin(&mut self, entry: &mut Entry<'_>, number: OfficerNo, pin_hash: String) -> Answered {
        let Some(officer) = self.registry.officers.get_mut(&number) else {
            return Ok(Err(AdminRefusal::UnknownOfficer { officer: number.0 }));
        };
        if officer.name.is_none() {
            return Ok(Err(AdminRefusal::OfficerForgotten { officer: number.0 }));
        }
        entry.set_pin(number, &pin_hash)?;
        officer.pin_hash = pin_hash;
        self.registry
            .locks
            .retain(|(_, officer), _| *officer != number);
        self.changes.registry = true;
        Ok(Ok(AdminAnswer::Done))
    }

    fn disable_officer(
        &mut self,
        entry: &mut Entry<'_>,
        number: OfficerNo,
        forget: bool,
    ) -> Answered {
        let at = self.stamp();
        let Some(officer) = self.registry.officers.get_mut(&number) else {
            return Ok(Err(AdminRefusal::UnknownOfficer { officer: number.0 }));
        };
        entry.disable_officer(number, at)?;
        officer.disabled = true;
        if forget {
            entry.forget_officer(number)?;
            officer.name = None;
            officer.pin_hash.clear();
        }
        self.changes.registry = true;
        Ok(Ok(AdminAnswer::Done))
    }

    /// The one event whose instant may lie before the one before it.
    fn accept_clock(&mut self, entry: &mut Entry<'_>) -> Answered {
        self.changes.clock_accepted = true;
        let at = self.clock.accept();
        self.record(entry, (at, None), Event::ClockAccepted, None)?;
        if let Some(today) = self.day_due() {
            self.turn_day(entry, today)?;
        }
        Ok(Ok(AdminAnswer::ClockAccepted { at_ms: at.0 }))
    }

    fn pin_failed(&mut self, entry: &mut Entry<'_>, pair: (DeviceId, OfficerNo)) -> Answered {
        let lock = PinLock::after_wrong(self.registry.locks.get(&pair), self.stamp());
        entry.set_pin_lock(pair, &lock)?;
        self.registry.locks.insert(pair, lock);
        self.changes.registry = true;
        Ok(Ok(AdminAnswer::PinCounted { until: lock.until }))
    }

    fn pins_cleared(&mut self, entry: &mut Entry<'_>, pair: (DeviceId, OfficerNo)) -> Answered {
        entry.clear_pin_lock(pair.0, pair.1)?;
        self.registry.locks.remove(&pair);
        self.changes.registry = true;
        Ok(Ok(AdminAnswer::Done))
    }
}

/// A name as it is stored and shown.
fn name(text: &str) -> Result<String, AdminRefusal> {
    let name = vietnamese::clean(text);
    if (1..=NAME_LENGTH).contains(&name.chars().count()) && !name.chars().any(char::is_control) {
        Ok(name)
    } else {
        Err(bad("name", "1 to 80 characters on one line"))
    }
}

fn bad(field: &str, expected: &str) -> AdminRefusal {
    AdminRefusal::BadField {
        field: field.to_owned(),
        expected: expected.to_owned(),
    }
}
