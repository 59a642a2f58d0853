//! The whole kit, run without a display: how it looks in each theme, and how it answers a finger.

mod keys;
mod pictures;
mod touch;

#[allow(missing_docs, clippy::all, clippy::pedantic)]
#[allow(clippy::expect_used, clippy::panic, clippy::todo, clippy::unwrap_used)]
mod ui {
    slint::include_modules!();
}

use std::{cell::RefCell, error::Error, rc::Rc};

use i_slint_backend_testing::{TestingBackend, TestingBackendOptions};
use slint::{ComponentHandle, SharedString, platform::WindowEvent};

/// A shown gallery that draws real pixels; each test thread has one backend of its own.
fn gallery() -> Result<ui::Gallery, Box<dyn Error>> {
    slint::platform::set_platform(Box::new(TestingBackend::new(TestingBackendOptions {
        mock_time: true,
        threading: false,
        renderer_name: Some("software".into()),
    })))?;
    let gallery = ui::Gallery::new()?;
    gallery.show()?;
    Ok(gallery)
}

fn press_key(gallery: &ui::Gallery, key: impl Into<SharedString>) {
    let text = key.into();
    gallery
        .window()
        .dispatch_event(WindowEvent::KeyPressed { text: text.clone() });
    gallery
        .window()
        .dispatch_event(WindowEvent::KeyReleased { text });
}

/// The labels of the buttons that acted from now on, in order.
fn acted(gallery: &ui::Gallery) -> Rc<RefCell<Vec<String>>> {
    let acted = Rc::new(RefCell::new(Vec::new()));
    let record = Rc::clone(&acted);
    gallery.on_touched(move |label| record.borrow_mut().push(label.to_string()));
    acted
}
