//! What the service granted is written down, so that a kiosk can start without it.

use super::super::effect::Effect;
use super::super::kiosk::Kiosk;
use super::kept::KeptCentre;
use chrono::TimeDelta;
use queue_client::View;
use queue_protocol::{Frame, KioskView};
use std::sync::Arc;

/// Nothing new is written down anew after so long: the kiosk's own clock is checked against it at the next start.
const AGAIN: TimeDelta = TimeDelta::minutes(15);
/// A disk that took nothing is tried again: staff are told of it until it does.
const AGAIN_AFTER_FAILURE: TimeDelta = TimeDelta::minutes(1);

/// What stands on the disk.
#[derive(Default)]
pub(in super::super) struct Remembered {
    pub frame: Option<Frame<KioskView>>,
    centre: Option<KeptCentre>,
}

impl Kiosk {
    /// What is to be written down now.
    pub(in super::super) fn remember(&mut self) -> Vec<Effect> {
        let (View::Live { frame, .. }, true) = (self.hall.view(), self.hall.book.usable) else {
            return Vec::new();
        };
        let mut effects = Vec::new();
        let again = if self.hall.book.fails {
            AGAIN_AFTER_FAILURE
        } else {
            AGAIN
        };
        if is_news(self.remembered.frame.as_ref(), frame, again) {
            let frame = bare(frame);
            self.remembered.frame = Some(frame.clone());
            effects.push(Effect::Remember(Box::new(frame)));
        }
        let leased = self.hall.frame().is_some_and(|f| f.view.lease.is_some());
        let centre = self.hall.centre.as_ref().filter(|_| leased);
        if let Some(centre) = centre.map(|centre| KeptCentre(Arc::clone(centre)))
            && self.remembered.centre.as_ref() != Some(&centre)
        {
            self.remembered.centre = Some(centre.clone());
            effects.push(Effect::KeepCentre(centre));
        }
        effects
    }
}

fn is_news(old: Option<&Frame<KioskView>>, new: &Frame<KioskView>, again: TimeDelta) -> bool {
    let Some(old) = old else {
        return new.view.lease.is_some();
    };
    old.view.lease != new.view.lease
        || old.journal != new.journal
        || old.view.catalogue != new.view.catalogue
        || (new.view.lease.is_some() && new.at - old.at >= again)
}

/// Without the slips to be printed again: those are other visitors' tickets.
fn bare(frame: &Frame<KioskView>) -> Frame<KioskView> {
    let mut frame = frame.clone();
    frame.view.reprints.clear();
    frame.view.staff_coming = false;
    frame
}
