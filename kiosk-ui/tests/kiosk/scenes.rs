//! The window without a display, and every screen brought onto it as a visitor would.

use crate::{browsing_hall, hall};
use i_slint_backend_testing::{ElementHandle, TestingBackend, TestingBackendOptions};
use kiosk_ui::scan::Scan;
use kiosk_ui::settings::ScreenSettings;
use kiosk_ui::shell::Stage;
use kiosk_ui::shell::generated as ui;
use kiosk_ui::view_model::aloud::Speech;
use kiosk_ui::view_model::{Corner, Effect, Message, Touch};
use queue_client::CallError;
use queue_protocol::{ClosedReason, KioskView, Language, Problem, ProblemCode};
use slint::platform::{PointerEventButton, WindowEvent};
use slint::{ComponentHandle as _, LogicalPosition, PhysicalSize};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::{Duration, Instant};
use ticket_printer::{Cause, Health, JobState, PrinterEvent};

pub const UPRIGHT: (u32, u32) = (1080, 1920);
pub const LYING: (u32, u32) = (1920, 1080);

pub struct Scene {
    pub stage: Rc<Stage>,
    now: Rc<Cell<Instant>>,
    effects: Rc<RefCell<Vec<Effect>>>,
    spoken: Rc<RefCell<Vec<Speech>>>,
}

thread_local! {
    static BACKEND: () = slint::platform::set_platform(Box::new(TestingBackend::new(TestingBackendOptions {
        mock_time: true,
        threading: false,
        renderer_name: Some("software".into()),
    })))
    .expect("one backend a thread");
}

impl Scene {
    /// A window that has heard nothing.
    pub fn dark(size: (u32, u32)) -> Self {
        Self::with(&[Language::VI, Language::EN], size)
    }

    fn with(languages: &[Language], (width, height): (u32, u32)) -> Self {
        let screen = ScreenSettings {
            languages: languages.to_vec(),
            ..ScreenSettings::default()
        };
        BACKEND.with(|()| {});
        let window = ui::App::new().expect("a window");
        window.window().set_size(PhysicalSize::new(width, height));
        let now = Rc::new(Cell::new(Instant::now()));
        let effects = Rc::new(RefCell::new(Vec::new()));
        let spoken = Rc::new(RefCell::new(Vec::new()));
        let (clock, done, said) = (Rc::clone(&now), Rc::clone(&effects), Rc::clone(&spoken));
        let stage = Stage::new(
            window,
            screen,
            move || clock.get(),
            move |effect| match effect {
                Effect::Speak(speech) => said.borrow_mut().push(speech),
                effect => done.borrow_mut().push(effect),
            },
        );
        #[expect(clippy::cast_precision_loss, reason = "pixels of a window")]
        stage.resized(width as f32, height as f32);
        stage.window().show().expect("shown");
        Self {
            stage,
            now,
            effects,
            spoken,
        }
    }

    /// A window on a busy morning.
    pub fn on_a_morning(size: (u32, u32)) -> Self {
        Self::dark(size).in_the_morning()
    }

    /// The same, with these languages on the switch.
    pub fn offering(languages: &[Language], size: (u32, u32)) -> Self {
        Self::with(languages, size).in_the_morning()
    }

    fn in_the_morning(self) -> Self {
        self.say(Message::Centre(hall::centre()));
        self.hear(hall::morning());
        self
    }

    pub fn say(&self, message: Message) {
        self.stage.take(message);
    }

    pub fn hear(&self, view: KioskView) {
        self.say(Message::View(hall::live(view, self.now.get())));
    }

    /// Time passes, and the clock ticks once.
    pub fn wait(&self, seconds: u64) {
        self.now.set(self.now.get() + Duration::from_secs(seconds));
        self.say(Message::Tick);
    }

    /// What was to be done since last asked.
    pub fn effects(&self) -> Vec<Effect> {
        std::mem::take(&mut self.effects.borrow_mut())
    }

    /// What was to be said since last asked.
    pub fn spoken(&self) -> Vec<Speech> {
        std::mem::take(&mut self.spoken.borrow_mut())
    }

    pub fn find(&self, label: &str) -> Option<ElementHandle> {
        ElementHandle::find_by_accessible_label(self.stage.window(), label).next()
    }

    pub fn button(&self, label: &str) -> ElementHandle {
        self.find(label)
            .unwrap_or_else(|| panic!("no button {label:?}"))
    }

    pub fn middle(&self, label: &str) -> LogicalPosition {
        let button = self.button(label);
        let (corner, size) = (button.absolute_position(), button.size());
        LogicalPosition::new(corner.x + size.width / 2.0, corner.y + size.height / 2.0)
    }

    pub fn press(&self, position: LogicalPosition) {
        let button = PointerEventButton::Left;
        self.send(WindowEvent::PointerPressed { position, button });
    }

    pub fn release(&self, position: LogicalPosition) {
        let button = PointerEventButton::Left;
        self.send(WindowEvent::PointerReleased { position, button });
        self.send(WindowEvent::PointerExited);
    }

    pub fn send(&self, event: WindowEvent) {
        self.stage.window().window().dispatch_event(event);
    }

    /// Touches the button with this label, a second after whatever was before.
    pub fn touch(&self, label: &str) {
        self.now.set(self.now.get() + Duration::from_secs(1));
        self.tap(label);
    }

    /// Touches at once.
    pub fn tap(&self, label: &str) {
        let place = self.middle(label);
        self.press(place);
        self.release(place);
    }

    /// The service answers the number that was asked for last.
    pub fn issue(&self, number: &str, priority: bool) {
        self.answer(Ok(hall::ticket(number, priority)));
    }

    pub fn answer(&self, answer: Result<queue_protocol::IssuedTicket, CallError>) {
        let effects = self.effects();
        let [Effect::Issue(issue)] = &effects[..] else {
            panic!("one number is asked for, not {effects:?}");
        };
        let attempt = issue.attempt;
        self.say(Message::Issued { attempt, answer });
    }

    pub fn paper(&self, state: JobState) {
        self.say(Message::Printer(PrinterEvent::Job { id: 1, state }));
    }
}

fn to_take(scene: &Scene) {
    scene.touch("Nộp hồ sơ");
    scene.touch("Tư pháp, hộ tịch");
}

fn to_find(scene: &Scene, text: &str) {
    scene.touch("Nộp hồ sơ");
    scene.touch("Tìm theo tên thủ tục");
    for letter in text.chars() {
        scene.tap(&if letter == ' ' {
            "dấu cách".to_owned()
        } else {
            letter.to_string()
        });
    }
}

fn to_agencies(scene: &Scene) {
    scene.say(Message::Centre(browsing_hall::centre()));
    scene.touch("Nộp hồ sơ");
    scene.touch("Theo cơ quan");
}

const ELDERLY: &str = "Người cao tuổi (từ đủ 60 tuổi)";

fn to_ticket(scene: &Scene) {
    touch_elderly(scene);
    scene.issue("A012", true);
}

fn touch_elderly(scene: &Scene) {
    to_take(scene);
    // With low buttons the classes have a screen of their own.
    if scene.find(ELDERLY).is_none() {
        scene.touch("Lấy số ưu tiên");
    }
    scene.touch(ELDERLY);
}

fn closed(scene: &Scene, reason: ClosedReason) {
    let mut view = hall::morning();
    view.issuing = hall::closed(reason, Some(hall::at("13:15")));
    scene.hear(view);
}

/// A screen's name, and how to come there.
pub type Reached = (&'static str, fn(&Scene));

/// Every screen by its name, in the state that is hardest to show.
pub const SCREENS: [Reached; 28] = [
    ("home", |_| {}),
    ("home-no-paper", |scene| {
        let health = Health::in_trouble(Cause::Offline);
        scene.say(Message::Printer(PrinterEvent::Health(health)));
    }),
    ("choose", |scene| scene.touch("Nộp hồ sơ")),
    ("choose-crowded", |scene| {
        let mut view = hall::morning();
        let tomorrow = hall::at("06:45") + chrono::TimeDelta::days(1);
        for service in &mut view.services[..2] {
            let reason = ClosedReason::WorkPassesClosing;
            service.issuing = hall::closed(reason, Some(tomorrow));
        }
        scene.hear(view);
        scene.touch("Nộp hồ sơ");
    }),
    ("find", |scene| to_find(scene, "doi bang lai")),
    ("find-none", |scene| to_find(scene, "xqz")),
    ("agencies", to_agencies),
    ("fields", |scene| {
        to_agencies(scene);
        scene.touch("Sở Giao thông vận tải");
    }),
    ("shelf", |scene| {
        to_agencies(scene);
        scene.touch("Sở Giao thông vận tải");
        scene.touch("Sát hạch, cấp giấy phép lái xe");
    }),
    ("take", to_take),
    ("take-procedure", |scene| {
        to_find(scene, "ly lich");
        scene.touch("Cấp Phiếu lý lịch tư pháp");
    }),
    ("details", |scene| {
        to_find(scene, "ly lich");
        scene.touch("Cấp Phiếu lý lịch tư pháp");
        scene.touch("Cấp Phiếu lý lịch tư pháp");
    }),
    ("classes", |scene| {
        let mut catalogue = hall::catalogue();
        for i in 0..3 {
            let class = catalogue.classes[i].clone();
            catalogue.classes.push(queue_protocol::ClassEntry {
                code: format!("{i}"),
                ..class
            });
        }
        let centre = kiosk_ui::view_model::Centre::new(catalogue);
        scene.say(Message::Centre(std::sync::Arc::new(centre)));
        to_take(scene);
        scene.touch("Lấy số ưu tiên");
    }),
    ("asking", |scene| {
        to_take(scene);
        scene.touch("Lấy số thường");
        scene.wait(9);
    }),
    ("printing", |scene| {
        to_take(scene);
        scene.touch("Lấy số thường");
        scene.issue("M1000", false);
    }),
    ("ticket", |scene| {
        to_ticket(scene);
        scene.paper(JobState::Sent);
        scene.paper(JobState::Confirmed);
    }),
    ("trouble", |scene| {
        to_ticket(scene);
        scene.paper(JobState::Failed(Cause::PaperOut));
        scene.say(Message::Reported {
            job: 1,
            accepted: true,
        });
    }),
    ("cancel", |scene| {
        to_ticket(scene);
        scene.touch("Lấy nhầm, hủy số");
    }),
    ("refused", |scene| {
        to_take(scene);
        scene.touch("Lấy số thường");
        let mut problem = Problem::new(ProblemCode::Closed, "");
        problem.until = Some(hall::at("13:15"));
        scene.answer(Err(CallError::Refused(Box::new(problem))));
    }),
    ("lunch", |scene| closed(scene, ClosedReason::Pause)),
    ("holiday", |scene| {
        let mut view = hall::morning();
        view.holiday = Some(hall::text("Ngày Văn hóa Việt Nam", "Vietnam Culture Day"));
        let next = hall::at("06:45") + chrono::TimeDelta::days(1);
        view.issuing = hall::closed(ClosedReason::Holiday, Some(next));
        view.today.clear();
        scene.hear(view);
    }),
    ("away", |scene| {
        scene.say(Message::View(queue_client::View::Stale {
            frame: hall::frame("08:42", 1, hall::morning()),
            received: scene.now.get().into(),
            since: scene.now.get().into(),
        }));
        scene.wait(6);
    }),
    ("more-time", |scene| {
        scene.touch("Nộp hồ sơ");
        scene.wait(65);
    }),
    ("settled", |scene| {
        to_take(scene);
        let card = "056050000123|201234567|TRAN THI MAU|01011950|Nu|12 Duong Mau|01052021";
        scene.say(Message::Scanned(Scan::new(card.to_owned())));
    }),
    ("alone", |scene| by_itself(scene, 500)),
    ("alone-choose", |scene| {
        by_itself(scene, 500);
        scene.touch("Nộp hồ sơ");
    }),
    ("alone-ticket", |scene| {
        by_itself(scene, 500);
        to_own_ticket(scene);
    }),
    ("alone-used-up", |scene| by_itself(scene, 0)),
];

/// The screens that only staff see.
pub const STAFF_SCREENS: [Reached; 3] = [
    ("staff-door", |scene| {
        to_staff_door(scene);
        scene.touch("Vào");
        scene.say(Message::PinChecked(false));
        for digit in ["2", "4", "6", "8"] {
            scene.tap(digit);
        }
    }),
    ("staff-menu", |scene| {
        to_ticket(scene);
        scene.paper(JobState::Sent);
        scene.paper(JobState::Confirmed);
        scene.touch("Xong");
        to_staff_menu(scene);
        scene.touch("In thử");
    }),
    ("staff-screen", |scene| {
        to_staff_menu(scene);
        scene.touch("Cỡ và màu màn hình");
    }),
];

/// Every screen there is.
pub fn all_screens() -> impl Iterator<Item = Reached> {
    SCREENS.into_iter().chain(STAFF_SCREENS)
}

fn to_staff_door(scene: &Scene) {
    scene.say(Message::HasPin);
    for corner in [Corner::First, Corner::Second] {
        scene.say(Message::Touch(Touch::Corner(corner)));
    }
    scene.tap("1");
}

fn to_staff_menu(scene: &Scene) {
    to_staff_door(scene);
    scene.touch("Vào");
    scene.say(Message::PinChecked(true));
}

/// The service is away, and the kiosk has the numbers up to Q`last` of its own.
fn by_itself(scene: &Scene, last: u16) {
    scene.say(Message::Recalled(Some(Box::default())));
    scene.say(Message::View(queue_client::View::Stale {
        frame: hall::frame("08:42", 1, crate::alone::leased(last)),
        received: scene.now.get().into(),
        since: scene.now.get().into(),
    }));
    scene.wait(6);
}

fn to_own_ticket(scene: &Scene) {
    touch_elderly(scene);
    let kept = scene.effects().into_iter().find_map(|effect| match effect {
        Effect::Keep(ticket) => Some(ticket.key),
        _ => None,
    });
    let key = kept.expect("a number to be kept");
    scene.say(Message::Kept { key, stored: true });
    scene.paper(JobState::Sent);
    scene.paper(JobState::Confirmed);
}
