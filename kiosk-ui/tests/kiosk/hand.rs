//! A kiosk without a screen, and a hand that touches it; time passes only when told.

use crate::hall;
use kiosk_ui::view_model::page::{GroupRow, Page, ProcedureRow, ScreenPage, ServiceRow};
use kiosk_ui::view_model::{Effect, Kiosk, ListRoom, Measure, Message, Page as WholePage, Touch};
use queue_protocol::{KioskView, Language, Purpose};
use std::time::{Duration, Instant};

/// Rows of one height, one column, room for eight services and four procedures.
pub struct EvenRows;

impl Measure for EvenRows {
    fn services(&self) -> ListRoom {
        ListRoom {
            columns: 1,
            height: 1120.0,
            gap: 10.0,
            tail: 130.0,
        }
    }

    fn procedures(&self) -> ListRoom {
        ListRoom {
            columns: 1,
            height: 700.0,
            gap: 10.0,
            tail: 130.0,
        }
    }

    fn browse(&self) -> ListRoom {
        self.services()
    }

    fn service(&self, _row: &ServiceRow) -> f32 {
        130.0
    }

    fn procedure(&self, _row: &ProcedureRow) -> f32 {
        130.0
    }

    fn group(&self, _row: &GroupRow) -> f32 {
        130.0
    }
}

pub struct Hand {
    pub kiosk: Kiosk,
    pub now: Instant,
}

impl Hand {
    /// A kiosk that has heard nothing.
    pub fn new() -> Self {
        let now = Instant::now();
        Self {
            kiosk: Kiosk::new(&[Language::VI, Language::EN], now),
            now,
        }
    }

    /// A kiosk on a busy morning.
    pub fn on_a_morning() -> Self {
        let mut hand = Self::new();
        hand.say(Message::Centre(hall::centre()));
        hand.hear(hall::morning());
        hand
    }

    pub fn say(&mut self, message: Message) -> Vec<Effect> {
        self.kiosk.update(message, self.now)
    }

    pub fn hear(&mut self, view: KioskView) -> Vec<Effect> {
        self.say(Message::View(hall::live(view, self.now)))
    }

    /// Touches a second after whatever was before.
    pub fn touch(&mut self, touch: Touch) -> Vec<Effect> {
        self.now += Duration::from_secs(1);
        self.touch_at_once(touch)
    }

    pub fn touch_at_once(&mut self, touch: Touch) -> Vec<Effect> {
        self.say(Message::Touch(touch))
    }

    /// Seconds pass, one by one.
    pub fn wait(&mut self, seconds: u64) {
        for _ in 0..seconds {
            self.now += Duration::from_secs(1);
            assert!(
                self.say(Message::Tick).is_empty(),
                "a tick asks for nothing"
            );
        }
    }

    pub fn page(&self) -> WholePage {
        self.kiosk.page(&EvenRows, self.now)
    }

    pub fn screen(&self) -> ScreenPage {
        let Page { screen, .. } = self.page();
        screen
    }

    pub fn is_home(&self) -> bool {
        matches!(self.screen(), ScreenPage::Home(_))
    }

    /// To the screen "Lấy số thường hay số ưu tiên?" of service A.
    pub fn choose_justice(&mut self) {
        self.touch(Touch::Purpose(Purpose::Submit));
        self.touch(Touch::Service("tu-phap".to_owned()));
        assert!(
            matches!(self.screen(), ScreenPage::Take(_)),
            "{:?}",
            self.screen()
        );
    }

    /// Takes an ordinary number of service A and lets the service give A012. Gives the job of its slip.
    pub fn take_ticket(&mut self) -> u64 {
        self.choose_justice();
        let attempt = attempt(&self.touch(Touch::Ordinary));
        let answer = Ok(hall::ticket("A012", false));
        match &self.say(Message::Issued { attempt, answer })[..] {
            [Effect::Print { job, .. }] => *job,
            other => panic!("a slip is to be printed, not {other:?}"),
        }
    }
}

/// The attempt of the one request among `effects`.
pub fn attempt(effects: &[Effect]) -> u64 {
    match effects {
        [Effect::Issue(issue)] => issue.attempt,
        other => panic!("one number is asked for, not {other:?}"),
    }
}
