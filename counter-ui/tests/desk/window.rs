//! The real window, driven by key and pointer events without a display.

use crate::{centre, views};
use counter_ui::shell::{App, DaySummary, DeskWindow, Look, ThemeMode};
use counter_ui::view_model::{Answer, Desk, Ending, Errand, Verb};
use i_slint_backend_testing::{
    AccessibleRole, ElementHandle, ElementQuery, TestingBackend, TestingBackendOptions,
};
use queue_client::View;
use queue_protocol::views::HallView;
use queue_protocol::{CounterStatus, CounterView, Frame, Language, TicketState};
use slint::platform::{Key, PointerEventButton, WindowEvent};
use slint::{ComponentHandle as _, LogicalPosition, SharedString};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;

/// The roles of what can be used.
pub const USED: [AccessibleRole; 5] = [
    AccessibleRole::Button,
    AccessibleRole::RadioButton,
    AccessibleRole::Checkbox,
    AccessibleRole::TextInput,
    AccessibleRole::ListItem,
];

/// A shown window whose service and clock are the test's.
pub struct Screen {
    pub window: DeskWindow,
    sent: Rc<RefCell<Vec<Errand>>>,
    now: Rc<Cell<Instant>>,
    started: Instant,
}

/// Draws real pixels; each test thread has a backend of its own.
pub fn backend() {
    let options = TestingBackendOptions {
        mock_time: true,
        threading: false,
        renderer_name: Some("software".into()),
    };
    // A second window of the same test keeps the first one's.
    let _ = slint::platform::set_platform(Box::new(TestingBackend::new(options)));
}

impl Screen {
    pub fn new(theme: ThemeMode, language: Language) -> Self {
        Self::sized(theme, language, 1.0, (1366, 768))
    }

    /// Drawn `scale` times as large on a screen of this size.
    pub fn sized(theme: ThemeMode, language: Language, scale: f32, size: (u32, u32)) -> Self {
        backend();
        let sent = Rc::new(RefCell::new(Vec::new()));
        let now = Rc::new(Cell::new(Instant::now()));
        let (clock, log) = (Rc::clone(&now), Rc::clone(&sent));
        let look = Look {
            theme,
            scale,
            size: Some(size),
        };
        let window = DeskWindow::new(
            Desk::new(views::COUNTER, language),
            look,
            DaySummary::into_folder(std::env::temp_dir().join("xinmoi-summaries")),
            Box::new(move || clock.get()),
            Box::new(move |errand| log.borrow_mut().push(errand)),
        )
        .unwrap();
        window.app().show().unwrap();
        let started = now.get();
        Self {
            window,
            sent,
            now,
            started,
        }
    }

    /// A window that has heard catalogue, hall and `view`.
    pub fn at(view: CounterView) -> Self {
        let screen = Self::new(ThemeMode::Light, Language::VI);
        screen.hear_all(view);
        screen
    }

    pub fn hear_all(&self, view: CounterView) {
        let hall = self.live(views::hall());
        self.window.act(|desk, _| {
            desk.hear_catalogue(centre::catalogue());
            desk.hear_hall(hall);
        });
        self.hear(view);
        self.sent.borrow_mut().clear();
    }

    pub fn hear_hall(&self, hall: HallView) {
        let hall = self.live(hall);
        self.window.act(|desk, _| desk.hear_hall(hall));
    }

    fn live<V>(&self, view: V) -> View<V> {
        let at = views::at("09:53") + (self.now.get() - self.started);
        let frame = Frame {
            at,
            journal: "j".to_owned(),
            seq: 1,
            view,
        };
        View::Live {
            frame: Arc::new(frame),
            received: self.now.get(),
        }
    }

    pub fn hear(&self, view: CounterView) {
        let view = self.live(view);
        self.window
            .act(|desk, now| desk.hear_counter(views::COUNTER, view, now));
    }

    /// The connection is lost.
    pub fn lose(&self, view: CounterView) {
        let View::Live { frame, received } = self.live(view) else {
            unreachable!()
        };
        let stale = View::Stale {
            frame,
            received,
            since: self.now.get(),
        };
        self.window
            .act(|desk, now| desk.hear_counter(views::COUNTER, stale, now));
    }

    pub fn end(&self, ending: Ending) {
        self.window.act(|desk, now| desk.hear_ending(ending, now));
    }

    pub fn pass(&self, span: Duration) {
        self.now.set(self.now.get() + span);
        self.window.act(Desk::hear_time);
    }

    pub fn app(&self) -> &App {
        self.window.app()
    }

    pub fn sent(&self) -> Vec<Verb> {
        let errands = self.sent.take().into_iter();
        errands
            .filter_map(|errand| match errand {
                Errand::Send(_, verb) => Some(verb),
                _ => None,
            })
            .collect()
    }

    pub fn key(&self, key: impl Into<SharedString>) {
        let (text, window) = (key.into(), self.app().window());
        window.dispatch_event(WindowEvent::KeyPressed { text: text.clone() });
        window.dispatch_event(WindowEvent::KeyReleased { text });
    }

    pub fn keys(&self, text: &str) {
        text.chars()
            .for_each(|character| self.key(SharedString::from(character.to_string())));
    }

    pub fn with(&self, modifier: Key, key: impl Into<SharedString>) {
        let window = self.app().window();
        window.dispatch_event(WindowEvent::KeyPressed {
            text: modifier.into(),
        });
        self.key(key);
        window.dispatch_event(WindowEvent::KeyReleased {
            text: modifier.into(),
        });
    }

    /// A key held down until the keyboard repeats it.
    fn hold_down(&self, key: Key) {
        let window = self.app().window();
        window.dispatch_event(WindowEvent::KeyPressed { text: key.into() });
        window.dispatch_event(WindowEvent::KeyPressRepeated { text: key.into() });
        window.dispatch_event(WindowEvent::KeyReleased { text: key.into() });
    }

    /// What can be used under this label.
    pub fn find(&self, label: &str) -> ElementHandle {
        let all = self.query().into_iter();
        let mut named = all.filter(|e| e.accessible_label().as_deref() == Some(label));
        let used = named.find(|e| e.accessible_role().is_some_and(|role| USED.contains(&role)));
        used.unwrap_or_else(|| panic!("{label} is none of {:?}", self.labels()))
    }

    fn query(&self) -> Vec<ElementHandle> {
        ElementQuery::from_root(self.app())
            .match_descendants()
            .find_all()
    }

    fn labels(&self) -> Vec<SharedString> {
        self.query()
            .iter()
            .filter_map(ElementHandle::accessible_label)
            .collect()
    }

    fn shows(&self, label: &str) -> bool {
        ElementHandle::find_by_accessible_label(self.app(), label)
            .next()
            .is_some()
    }

    pub fn click(&self, label: &str) {
        let element = self.find(label);
        let (corner, size) = (element.absolute_position(), element.size());
        let position =
            LogicalPosition::new(corner.x + size.width / 2.0, corner.y + size.height / 2.0);
        let (button, window) = (PointerEventButton::Left, self.app().window());
        window.dispatch_event(WindowEvent::PointerMoved { position });
        window.dispatch_event(WindowEvent::PointerPressed { position, button });
        window.dispatch_event(WindowEvent::PointerReleased { position, button });
    }

    /// The command was done; the view shows `then`.
    fn done(&self, then: CounterView) {
        let answer = match &then.visitor {
            Some(visitor) => Answer::Ticket(Box::new(visitor.clone())),
            None => Answer::Counter(then.status),
        };
        self.end(Ending::Done(answer));
        self.hear(then);
    }
}

#[test]
fn a_visit_by_keyboard_from_sign_in_to_sign_out() {
    let screen = Screen::at(views::closed());
    screen.keys("114");
    screen.key(Key::Tab);
    screen.keys("2580");
    screen.key(Key::Return);
    assert_eq!(screen.sent(), [crate::bench::open(114, "2580", false)]);
    screen.done(views::ready());

    screen.key(Key::F2);
    assert_eq!(screen.sent(), [Verb::CallNext]);
    screen.done(views::called("A014"));
    screen.key(Key::F4);
    assert_eq!(screen.sent(), [Verb::Serve]);
    screen.done(views::serving("A014"));
    screen.keys("5");
    screen.key(Key::F8);
    assert!(matches!(&screen.sent()[..], [Verb::Finish { number, .. }] if number == "A014"));
    screen.end(Ending::Done(Answer::Ticket(Box::new(views::visitor(
        "A014",
        TicketState::Finished,
        "09:53",
    )))));
    screen.hear(views::ready());

    screen.key(Key::F12);
    screen.keys("6");
    screen.key(Key::Return);
    screen.key(Key::Return);
    assert_eq!(screen.sent(), [Verb::Close]);
    screen.done(views::closed());
    assert!(screen.shows("Đăng nhập"));
}

#[test]
fn keys_act_wherever_the_focus_is() {
    let screen = Screen::at(views::serving("A012"));
    for _ in 0..40 {
        screen.key(Key::Tab);
        screen.keys("2");
        screen.key(Key::Escape);
    }
    assert_eq!(screen.sent(), []);
    screen.key(Key::F8);
    assert!(
        matches!(&screen.sent()[..], [Verb::Finish { outcome, .. }] if outcome.as_str() == "supplement_asked")
    );
}

#[test]
fn the_keyboard_outlives_the_element_that_had_it() {
    let screen = Screen::at(views::ready());
    screen.click("Mời lại A008");
    assert_eq!(
        screen.sent(),
        [Verb::Resume {
            number: "A008".to_owned()
        }]
    );
    let mut view = views::called("A008");
    view.held.pop();
    screen.done(view);
    screen.key(Key::F4);
    assert_eq!(screen.sent(), [Verb::Serve]);
}

#[test]
fn the_keyboard_works_after_a_question_was_left_by_mouse() {
    let screen = Screen::at(views::serving("A012"));
    screen.key(Key::F6);
    screen.click("Không chuyển");
    screen.key(Key::F8);
    assert_eq!(screen.sent().len(), 1);
}

#[test]
fn tab_and_return_press_the_focused_button() {
    let screen = Screen::at(views::ready());
    screen.key(Key::Tab);
    screen.key(Key::Return);
    assert!(screen.shows("Không nghỉ"), "the first button is the break");
}

#[test]
fn a_button_that_cannot_act_says_why_while_it_has_the_focus() {
    let screen = Screen::at(views::idle());
    for _ in 0..4 {
        screen.key(Key::Tab);
    }
    assert!(screen.shows("Chưa có ai chờ."), "the large button is off");
}

#[test]
fn modifiers_reach_the_desk() {
    let screen = Screen::at(views::ready());
    screen.with(Key::Control, "g");
    assert!(screen.shows("Gõ số"));
    screen.keys("a013");
    screen.key(Key::Return);
    assert!(matches!(&screen.sent()[..], [Verb::Call { number, .. }] if number == "A013"));
    screen.end(Ending::Done(Answer::Nobody));
    screen.with(Key::Shift, Key::F7);
    screen.key(Key::Return);
    assert_eq!(
        screen.sent(),
        [Verb::Restore {
            number: "A007".to_owned()
        }]
    );
}

#[test]
fn a_key_held_down_acts_once() {
    let screen = Screen::at(views::called("A012"));
    screen.hold_down(Key::F3);
    screen.done(views::called("A012"));
    assert_eq!(screen.sent(), [Verb::Recall]);
    screen.hold_down(Key::F3);
    assert_eq!(screen.sent().len(), 1);
}

#[test]
fn a_visit_by_mouse_alone() {
    let screen = Screen::at(views::closed());
    for digit in ["1", "1", "4"] {
        screen.click(digit);
    }
    screen.click("Mã PIN");
    for digit in ["2", "5", "8", "0"] {
        screen.click(digit);
    }
    screen.click("Mở quầy 2");
    assert_eq!(screen.sent(), [crate::bench::open(114, "2580", false)]);
    screen.done(views::ready());
    screen.click("Gọi số tiếp theo");
    assert_eq!(screen.sent(), [Verb::CallNext]);
    screen.done(views::called("A014"));
    screen.click("Bắt đầu phục vụ");
    assert_eq!(screen.sent(), [Verb::Serve]);
    screen.done(views::serving("A014"));
    screen.click("Đã hướng dẫn");
    screen.click("Thêm một hồ sơ");
    screen.click("Chuyển");
    screen.click("Đất đai, môi trường");
    screen.click("Quầy 8");
    screen.click("Bước tiếp theo ở đó");
    screen.click("Chuyển A014 đến Đất đai, quầy 8");
    assert!(matches!(
        &screen.sent()[..],
        [Verb::Transfer {
            counter: Some(8),
            ..
        }]
    ));
}

#[test]
fn nothing_behind_a_question_can_be_clicked() {
    let screen = Screen::at(views::ready());
    let place = screen.find("Gọi số tiếp theo").absolute_position();
    screen.key(Key::F12);
    let position = LogicalPosition::new(place.x + 4.0, place.y + 4.0);
    let button = PointerEventButton::Left;
    screen
        .app()
        .window()
        .dispatch_event(WindowEvent::PointerPressed { position, button });
    screen
        .app()
        .window()
        .dispatch_event(WindowEvent::PointerReleased { position, button });
    assert_eq!(screen.sent(), []);
}

#[test]
fn the_language_changes_at_once() {
    let screen = Screen::at(views::ready());
    assert!(screen.shows("Gọi số tiếp theo"));
    screen.key(Key::F12);
    screen.keys("5");
    screen.key(Key::Return);
    assert!(screen.shows("Call next"));
    assert_eq!(
        screen
            .window
            .act(|desk, now| desk.picture(now).frame.status),
        CounterStatus::Open
    );
}
