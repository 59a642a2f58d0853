//! The whole kit, run without a display: how it looks in each theme, and how it answers a finger.

mod pictures;
mod touch;

#[allow(
    missing_docs,
    clippy::all,
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::expect_used
)]
#[allow(clippy::panic)]
mod ui {
    slint::include_modules!();
}

use std::error::Error;

use i_slint_backend_testing::{TestingBackend, TestingBackendOptions};
use slint::ComponentHandle;

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
