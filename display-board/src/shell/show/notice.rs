use super::super::generated::{NoticeKind, NoticeState};
use super::BoardWindow;
use super::values::{another_day, clock, closed_kind, number};
use crate::view_model::{Notice, Picture};
use slint::ComponentHandle as _;

impl BoardWindow {
    /// The step of the notice line.
    pub(super) fn show_notice(&self, picture: &Picture) {
        let line = self.app.global::<NoticeState<'_>>();
        line.set_kind(match &picture.notice {
            None => NoticeKind::None,
            Some(Notice::Centre(text)) => {
                line.set_text(text.as_str().into());
                NoticeKind::Centre
            }
            Some(Notice::NotIssuing { reason, next }) => {
                line.set_closed(closed_kind(*reason));
                line.set_time(clock(*next));
                line.set_day(another_day(*next, picture.time));
                NoticeKind::NotIssuing
            }
            Some(Notice::Break { counters, until }) => {
                line.set_count(number(counters.len()));
                let counters: Vec<_> = counters.iter().map(u16::to_string).collect();
                line.set_text(counters.join(", ").into());
                line.set_time(clock(*until));
                NoticeKind::OnBreak
            }
            Some(Notice::Missed(numbers)) => {
                line.set_text(numbers.join(", ").into());
                NoticeKind::Missed
            }
        });
    }
}
