//! A number handed in may stand for a request of the same kiosk that was never answered: what that
//! request made is given up, and one that is still under way comes too late.

use crate::journal::{Entry, Remembered, StoreError};
use chrono::NaiveDate;
use queue_core::{Centre, Command, Decision, DeviceId, Event, Number, TicketId};
use queue_protocol::IssueAnswer;

/// No command has this fingerprint, so whoever comes with the key finds it used.
const NOBODYS: [u8; 32] = [0; 32];

/// The unanswered request.
pub(super) enum Replaced {
    /// There is none.
    Nothing,
    /// It was decided; this is its ticket, if it made one.
    Decided(Option<TicketId>),
    /// It has not come, so far.
    Unheard(String),
}

impl Replaced {
    /// What became of the request of `device` under `key`.
    pub fn find(
        entry: &Entry<'_>,
        device: Option<DeviceId>,
        key: Option<String>,
    ) -> Result<Self, StoreError> {
        let (Some(device), Some(key)) = (device, key) else {
            return Ok(Self::Nothing);
        };
        Ok(match entry.remembered(device, &key)? {
            Some(answer) => Self::Decided(ticket(&answer.body)),
            None => Self::Unheard(key),
        })
    }

    /// The command with the ticket that it gives up.
    pub fn named_in(&self, mut command: Command) -> Command {
        if let (Self::Decided(id), Command::HandIn { replaces, .. }) = (self, &mut command) {
            *replaces = *id;
        }
        command
    }

    /// A request that comes from now on is refused.
    pub fn never_again(
        self,
        entry: &Entry<'_>,
        device: Option<DeviceId>,
        day: NaiveDate,
    ) -> Result<(), StoreError> {
        let (Self::Unheard(key), Some(device)) = (self, device) else {
            return Ok(());
        };
        let answer = Remembered {
            fingerprint: NOBODYS,
            status: 422,
            body: String::new(),
        };
        entry.remember((device, &key), day, &answer)
    }
}

fn ticket(answer: &str) -> Option<TicketId> {
    let answer: IssueAnswer = serde_json::from_str(answer).ok()?;
    Some(TicketId(answer.ticket.id))
}

/// The number of a decision about another day that was recorded before: the day's state does not
/// know it, the projections do.
pub(super) fn known_of_another_day(
    entry: &Entry<'_>,
    centre: &Centre,
    decision: &Decision,
) -> Result<Option<Number>, StoreError> {
    let Some(Event::TicketHandedIn { number, date, .. }) = decision.events.first() else {
        return Ok(None);
    };
    let late = centre.day != Some(*date);
    Ok((late && entry.number_is_known(*date, *number)?).then_some(*number))
}
