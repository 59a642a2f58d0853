//! The window and what stands in it: messages in, the page out.

use super::models::Models;
use super::show::{show_focus, show_frame, show_question, show_screen};
use super::{touches, ui};
use crate::settings::ScreenSettings;
use crate::view_model::aloud::{PadKey, Reader, Spot};
use crate::view_model::page::ScreenPage;
use crate::view_model::{Effect, Kiosk, Message, Page, Touch, Visit};
use queue_protocol::Language;
use slint::ComponentHandle as _;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Instant;

/// The kiosk in its window.
pub struct Stage {
    window: ui::App,
    kiosk: RefCell<Kiosk>,
    reader: RefCell<Reader>,
    shown: RefCell<Option<Page>>,
    wishes: Cell<Option<Visit>>,
    models: Models,
    screen: ScreenSettings,
    clock: Box<dyn Fn() -> Instant>,
    perform: Box<dyn Fn(Effect)>,
}

impl Stage {
    /// Puts a kiosk into `window`. `clock` tells the time, `perform` does what the kiosk wants done.
    pub fn new(
        window: ui::App,
        screen: ScreenSettings,
        clock: impl Fn() -> Instant + 'static,
        perform: impl Fn(Effect) + 'static,
    ) -> Rc<Self> {
        let models = Models::new(&window);
        let stage = Rc::new(Self {
            kiosk: RefCell::new(Kiosk::new(&screen.languages, clock())),
            reader: RefCell::default(),
            shown: RefCell::new(None),
            wishes: Cell::new(None),
            models,
            window,
            screen,
            clock: Box::new(clock),
            perform: Box::new(perform),
        });
        touches::connect(&stage);
        stage
    }

    /// The window.
    #[must_use]
    pub const fn window(&self) -> &ui::App {
        &self.window
    }

    /// Something happened: does what follows and shows what is to be shown.
    pub fn take(&self, message: Message) {
        let effects = self.kiosk.borrow_mut().update(message, (self.clock)());
        effects.into_iter().for_each(&self.perform);
        self.refresh();
    }

    /// The page as it was last shown.
    pub(super) fn touch_with(&self, touch: impl FnOnce(&Page) -> Option<Touch>) {
        let touch = self.shown.borrow().as_ref().and_then(touch);
        if let Some(touch) = touch {
            self.take(Message::Touch(touch));
        }
    }

    /// A key of the keypad was pressed.
    pub fn press(&self, key: PadKey) {
        let shown = self.shown.borrow();
        let Some(page) = shown.as_ref() else {
            return;
        };
        let (touch, speech) = self.reader.borrow_mut().press(key, page);
        drop(shown);
        if let Some(speech) = speech {
            (self.perform)(Effect::Speak(speech));
        }
        self.take(Message::Touch(touch));
    }

    /// A name is being typed, by who sees the screen.
    pub(super) fn is_typed_into(&self) -> bool {
        let shown = self.shown.borrow();
        shown.as_ref().is_some_and(|page| {
            let query = match &page.screen {
                ScreenPage::Find(find) => find.query.as_str(),
                _ => "",
            };
            !query.is_empty() && !page.frame.aloud
        })
    }

    /// The choice that a key would take.
    #[must_use]
    pub fn spot(&self) -> Option<Spot> {
        self.reader.borrow().spot()
    }

    /// The window has another size, in logical pixels.
    pub fn resized(&self, width: f32, height: f32) {
        let room = self.window.global::<ui::Room<'_>>();
        room.set_width(width);
        room.set_height(height);
        let theme = self.window.global::<ui::Theme<'_>>();
        theme.set_scale(room.get_scale());
        if let Some(width_mm) = self.screen.width_mm {
            theme.set_px_per_mm(width / width_mm);
        }
        // How a name is split and what fits a page depend on the size.
        self.shown.replace(None);
        self.refresh();
    }

    /// Shows what is to be shown now, where it differs from what stands there.
    pub fn refresh(&self) {
        let kiosk = self.kiosk.borrow();
        // First of all: what fits a page depends on language and size of text.
        self.grant(kiosk.visit());
        let page = kiosk.page(&self.window, (self.clock)());
        drop(kiosk);
        let old = self.shown.replace(Some(page.clone()));
        let old = old.as_ref();
        if old.map(|old| &old.frame) != Some(&page.frame) {
            show_frame(&self.window, &self.models, &page.frame);
        }
        if old.map(|old| &old.screen) != Some(&page.screen) {
            show_screen(&self.window, &self.models, &page.screen);
        }
        if old.map(|old| &old.question) != Some(&page.question) {
            show_question(&self.window, page.question.as_ref());
        }
        let mut reader = self.reader.borrow_mut();
        if let Some(speech) = reader.see(&page) {
            (self.perform)(Effect::Speak(speech));
        }
        show_focus(&self.window, reader.spot());
    }

    fn grant(&self, wishes: Visit) {
        if self.wishes.replace(Some(wishes)) == Some(wishes) {
            return;
        }
        let theme = self.window.global::<ui::Theme<'_>>();
        let room = self.window.global::<ui::Room<'_>>();
        room.set_low(wishes.low_reach);
        theme.set_zoom(if wishes.large_text { 1.25 } else { 1.0 });
        theme.set_mode(if wishes.high_contrast {
            ui::ThemeMode::HighContrast
        } else {
            ui::ThemeMode::Light
        });
        // The texts of the source are Vietnamese: their language has no name.
        let bundled = match wishes.language {
            Language::VI => "",
            other => other.as_str(),
        };
        if let Err(error) = slint::select_bundled_translation(bundled) {
            tracing::error!(%error, bundled, "no such language in the program");
        }
    }
}
