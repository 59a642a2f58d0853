//! What the disk gives back when the kiosk starts.

use super::super::centre::Centre;
use super::super::papers::TicketKey;
use super::ticket::OfflineTicket;
use queue_protocol::{Frame, KioskView};
use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

/// What a kiosk knew before it was stopped.
#[derive(Debug, Default)]
pub struct Kept {
    /// The service's newest word that was kept, its time carried on to now by the kiosk's own clock.
    pub frame: Option<Frame<KioskView>>,
    /// The numbers given without the service, oldest first.
    pub tickets: Vec<OfflineTicket>,
    /// So many lines cannot be read. Each may have been a number, so as many are left out.
    pub unreadable: u16,
    /// Reprints that were begun and not reported.
    pub reprints: HashSet<TicketKey>,
}

/// A centre on its way to the disk.
#[derive(Clone)]
pub struct KeptCentre(pub Arc<Centre>);

impl PartialEq for KeptCentre {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for KeptCentre {}

impl fmt::Debug for KeptCentre {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("KeptCentre")
            .field(&self.0.catalogue().digest)
            .finish()
    }
}
