//! The window: callbacks in, pictures out.

use super::generated::{
    ActionState, App, DayWords, FrameState, QuestionState, SignInState, Theme, ThemeMode,
};
use super::inbox::{Inbox, Knock, News};
use super::keyboard;
use super::show::{Shown, words};
use super::summary::DaySummary;
use super::system_keys::SystemKeys;
use crate::view_model::picture::Screen;
use crate::view_model::{Button, Desk, Errand, Key};
use slint::{ComponentHandle as _, LogicalSize, PhysicalSize, PlatformError, Timer, TimerMode};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;

/// How the window looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// Its colours.
    pub theme: ThemeMode,
    /// Pixels for one pixel of the drawing.
    pub scale: f32,
    /// Its size; all of the screen if absent.
    pub size: Option<(u32, u32)>,
}

/// The bar's size as drawn.
const BAR: (f32, f32) = (720.0, 72.0);

/// By then a desktop has put a new window on the screen.
const SHOWN_AFTER: Duration = Duration::from_millis(300);

/// The officer's window and the desk behind it. Clones are the same window.
#[derive(Clone)]
pub struct DeskWindow(Rc<Inner>);

struct Inner {
    app: App,
    desk: RefCell<Desk>,
    shown: RefCell<Shown>,
    clock: Box<dyn Fn() -> Instant>,
    send: Box<dyn Fn(Errand)>,
    timer: Timer,
    fills_screen: bool,
    summaries: DaySummary,
    /// The window's size before the bar and whether that was all of the screen, while the bar is shown.
    desk_size: Cell<Option<(PhysicalSize, bool)>>,
}

impl DeskWindow {
    /// A window over `desk` that asks `clock` for the time and gives its errands to `send`.
    ///
    /// # Errors
    /// There is no display.
    pub fn new(
        desk: Desk,
        look: Look,
        summaries: DaySummary,
        clock: Box<dyn Fn() -> Instant>,
        send: Box<dyn Fn(Errand)>,
    ) -> Result<Self, PlatformError> {
        let app = App::new()?;
        let theme = app.global::<Theme<'_>>();
        theme.set_mode(look.theme);
        theme.set_scale(look.scale);
        app.set_asked_scale(look.scale);
        if let Some((width, height)) = look.size {
            #[expect(clippy::cast_precision_loss, reason = "a window's size")]
            let size = LogicalSize::new(width as f32, height as f32);
            app.window().set_size(size);
        }
        let shown = RefCell::new(Shown::new(&app));
        let desk = RefCell::new(desk);
        let window = Self(Rc::new(Inner {
            app,
            desk,
            shown,
            clock,
            send,
            timer: Timer::default(),
            fills_screen: look.size.is_none(),
            summaries,
            desk_size: Cell::new(None),
        }));
        window.listen_to_keys();
        window.listen_to_buttons();
        window.listen_to_questions();
        window.act(|_, _| {});
        Ok(window)
    }

    /// The generated component, for tests to look at.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.0.app
    }

    /// Shows the window until it is closed.
    ///
    /// # Errors
    /// The display is gone.
    pub fn run(&self) -> Result<(), PlatformError> {
        if self.0.fills_screen {
            // The desktop hears it only of a window that it already shows.
            let app = self.0.app.as_weak();
            Timer::single_shot(SHOWN_AFTER, move || {
                if let Some(app) = app.upgrade() {
                    app.window().set_maximized(true);
                }
            });
        }
        self.0.app.run()
    }

    /// Reads `inbox` whenever something is put in.
    pub fn read(&self, inbox: &Arc<Inbox>) {
        let (window, inbox) = (self.weak(), Arc::clone(inbox));
        self.0.app.global::<FrameState<'_>>().on_news(move || {
            if let Some(window) = window.upgrade() {
                Self(window).act(|desk, now| {
                    for news in inbox.take() {
                        hear(desk, news, now);
                    }
                });
            }
        });
    }

    /// Tells this window from another thread that there is news.
    #[must_use]
    pub fn notifier(&self) -> Knock {
        let app = self.0.app.as_weak();
        Box::new(move || {
            // After the window is closed there is nobody to tell.
            let _ = app.upgrade_in_event_loop(|app| app.global::<FrameState<'_>>().invoke_news());
        })
    }

    /// Presses a button of this window from another thread, as a key of the whole system does.
    pub fn presser(&self) -> impl Fn(Button) + Send + Sync + 'static {
        let app = self.0.app.as_weak();
        move |button| {
            let press = move |app: App| {
                let actions = app.global::<ActionState<'_>>();
                actions.invoke_press(words::button(button));
            };
            // After the window is closed there is nobody to press for.
            let _ = app.upgrade_in_event_loop(press);
        }
    }

    /// Shows which keys of the whole system are ours.
    pub fn show_system_keys(&self, keys: &SystemKeys) {
        let frame = self.0.app.global::<FrameState<'_>>();
        frame.set_next_key(keys.next.as_str().into());
        frame.set_recall_key(keys.recall.as_str().into());
    }

    /// Does something at the desk, then its errands, then shows what has changed.
    pub fn act<R>(&self, deed: impl FnOnce(&mut Desk, Instant) -> R) -> R {
        let now = (self.0.clock)();
        let mut desk = self.0.desk.borrow_mut();
        let done = deed(&mut desk, now);
        let errands = desk.take_errands();
        let (picture, changes_in) = (desk.picture(now), desk.changes_in(now));
        drop(desk);
        self.fit(picture.frame.screen);
        let save = errands.contains(&Errand::SaveDay);
        errands.into_iter().for_each(&self.0.send);
        if self.0.shown.borrow_mut().show(&self.0.app, picture) {
            self.0.app.invoke_take_keys();
        }
        if save {
            self.save_day();
        }
        let window = self.weak();
        self.0
            .timer
            .start(TimerMode::SingleShot, changes_in, move || {
                if let Some(window) = window.upgrade() {
                    Self(window).act(Desk::hear_time);
                }
            });
        done
    }

    /// The screen words the summary, the file keeps it.
    fn save_day(&self) {
        let text = self.0.app.global::<DayWords<'_>>().invoke_summary();
        let file = self.0.summaries.write(&text);
        self.act(|desk, _| desk.hear_saved(file));
    }

    /// The bar is a small window; the desk comes back as large as it was.
    fn fit(&self, screen: Screen) {
        let window = self.0.app.window();
        match (screen == Screen::Bar, self.0.desk_size.get()) {
            (true, None) => {
                let all = window.is_maximized();
                self.0.desk_size.set(Some((window.size(), all)));
                window.set_maximized(false);
                let scale = self.0.app.global::<Theme<'_>>().get_scale();
                window.set_size(LogicalSize::new(BAR.0 * scale, BAR.1 * scale));
            }
            (false, Some((size, all))) => {
                self.0.desk_size.set(None);
                window.set_size(size);
                window.set_maximized(all);
            }
            _ => {}
        }
    }

    fn weak(&self) -> Weak<Inner> {
        Rc::downgrade(&self.0)
    }

    /// A callback that does something at the desk with what Slint hands over.
    fn on<A: 'static>(
        &self,
        deed: impl Fn(&mut Desk, A, Instant) + 'static,
    ) -> impl Fn(A) + 'static {
        let window = self.weak();
        move |argument| {
            if let Some(window) = window.upgrade() {
                Self(window).act(|desk, now| deed(desk, argument, now));
            }
        }
    }

    fn listen_to_keys(&self) {
        let window = self.weak();
        self.0
            .app
            .global::<FrameState<'_>>()
            .on_key(move |text, control, shift, again| {
                let key = keyboard::key(&text, control, shift);
                let (Some(window), Some(key)) = (window.upgrade(), key) else {
                    return false;
                };
                if again && !keyboard::repeats(key) {
                    return true;
                }
                Self(window).act(|desk, now| desk.key(key, now))
            });
    }

    fn listen_to_buttons(&self) {
        let actions = self.0.app.global::<ActionState<'_>>();
        actions.on_press(self.on(|desk, button, now| desk.press(words::pressed(button), now)));
        actions.on_choose(self.on(|desk, outcome, _| {
            if let Some(outcome) = words::chosen_outcome(outcome) {
                desk.choose(outcome);
            }
        }));
        actions.on_count_dossiers(self.on(|desk, by: i32, _| {
            desk.count_dossiers(if by < 0 { -1 } else { 1 });
        }));
        actions.on_check_paper(self.on(|desk, place: i32, _| {
            if let Ok(place) = usize::try_from(place) {
                desk.check_paper(place);
            }
        }));
        actions.on_resume_row(self.on(|desk, row, now| press_row(desk, Button::Resume, row, now)));
        actions
            .on_restore_row(self.on(|desk, row, now| press_row(desk, Button::Restore, row, now)));
        let form = self.0.app.global::<SignInState<'_>>();
        form.on_go_to(self.on(|desk, field, _| desk.go_to(words::field_of(field))));
        form.on_step_counter(
            self.on(|desk, by: i32, _| desk.step_counter(if by < 0 { -1 } else { 1 })),
        );
        form.on_digit(self.on(|desk, digit: slint::SharedString, now| {
            if let Some(digit) = digit.chars().next() {
                desk.key(Key::Char(digit), now);
            }
        }));
        let (erase, clear) = (
            self.on(|desk, (), now| {
                desk.key(Key::Backspace, now);
            }),
            self.on(|desk, (), now| {
                desk.key(Key::Delete, now);
            }),
        );
        form.on_erase(move || erase(()));
        form.on_clear(move || clear(()));
    }

    fn listen_to_questions(&self) {
        let questions = self.0.app.global::<QuestionState<'_>>();
        let pick = self.on(|desk, (group, place): (_, i32), now| {
            if let Ok(place) = usize::try_from(place) {
                desk.pick(words::picked(group), place, now);
            }
        });
        questions.on_pick(move |group, place| pick((group, place)));
        let confirm = self.on(|desk, (), now| desk.confirm(now));
        questions.on_confirm(move || confirm(()));
        let cancel = self.on(|desk, (), _| desk.cancel());
        questions.on_cancel(move || cancel(()));
    }
}

/// Rows stand in the order of the picture that is on the screen.
fn press_row(desk: &mut Desk, button: Button, row: i32, now: Instant) {
    let lists = desk.picture(now).lists;
    let Ok(row) = usize::try_from(row) else {
        return;
    };
    let number = match button {
        Button::Resume => lists.held.into_iter().nth(row).map(|held| held.number),
        _ => lists
            .missed
            .into_iter()
            .nth(row)
            .map(|missed| missed.number),
    };
    if let Some(number) = number {
        desk.press_row(button, &number, now);
    }
}

fn hear(desk: &mut Desk, news: News, now: Instant) {
    match news {
        News::Counter(number, view) => desk.hear_counter(number, view, now),
        News::Hall(view) => desk.hear_hall(view),
        News::Catalogue(catalogue) => desk.hear_catalogue(*catalogue),
        News::TurnedAway(code) => desk.hear_turned_away(code),
        News::Ticket(number, ticket) => desk.hear_ticket(&number, ticket),
        News::Ended(ending) => desk.hear_ending(ending, now),
    }
}
