use super::super::generated::{Place, Stage};
use super::BoardWindow;
use super::values::number;
use crate::view_model::{DrawnPlace, Picture};
use slint::ComponentHandle as _;

impl BoardWindow {
    /// Says what stands where; the same again draws nothing anew.
    pub(super) fn arrange(&self, picture: &Picture) {
        let stage = self.app.global::<Stage<'_>>();
        let at = &*picture.arrangement;
        stage.set_shift_x(picture.shift.0.into());
        stage.set_shift_y(picture.shift.1.into());
        stage.set_header(place(at.header));
        stage.set_tall_header(at.tall_header);
        stage.set_spotlight(place(at.spotlight.place));
        stage.set_card(place(at.spotlight.card));
        stage.set_calls_at_once(number(at.spotlight.calls));
        stage.set_calls(place(at.calls.place));
        stage.set_waiting(place(at.waiting.place));
        stage.set_waiting_columns(number(at.waiting.columns.max(1)));
        stage.set_waiting_rows(number(at.waiting.rows.max(1)));
        stage.set_pauses(place(at.pauses.place));
        stage.set_missed(place(at.missed.place));
        stage.set_missed_columns(number(at.missed.columns.max(1)));
        stage.set_notices(place(at.notices.place));
        stage.set_notice_lines(number(at.notices.lines));
        stage.set_playlist(place(at.playlist.place));
        stage.set_clock(place(at.clock));
        stage.set_sign(place(at.sign));
        let drawn = (stage.get_width(), stage.get_height());
        if at.width > 0.0 && drawn != (at.width, at.height) {
            stage.set_width(at.width);
            stage.set_height(at.height);
            self.app.invoke_arranged();
        }
    }
}

pub(super) fn place(drawn: DrawnPlace) -> Place {
    let DrawnPlace {
        x,
        y,
        width,
        height,
        scale,
    } = drawn;
    Place {
        x,
        y,
        width,
        height,
        scale,
    }
}
