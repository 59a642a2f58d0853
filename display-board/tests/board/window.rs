//! A window that draws real pixels into memory.

use crate::compare::Picture;
use display_board::shell::BoardWindow;
use display_board::view_model::Board;
use i_slint_backend_testing::{TestingBackend, TestingBackendOptions, mock_elapsed_time};
use queue_protocol::Language;
use slint::{ComponentHandle as _, PhysicalSize};
use std::time::Duration;

/// A shown window of this size; each test's thread has one backend of its own.
pub fn window(language: Language, width: u32, height: u32) -> BoardWindow {
    slint::platform::set_platform(Box::new(TestingBackend::new(TestingBackendOptions {
        mock_time: true,
        threading: false,
        renderer_name: Some("software".into()),
    })))
    .unwrap();
    let window = BoardWindow::new().unwrap();
    speak(language);
    window
        .app
        .window()
        .set_size(PhysicalSize::new(width, height));
    window.app.show().unwrap();
    mock_elapsed_time(Duration::from_millis(1));
    window
}

pub fn speak(language: Language) {
    slint::select_bundled_translation(match language {
        Language::VI => "",
        other => other.as_str(),
    })
    .unwrap();
}

/// Shows the board's picture of the moment and lets every number reach its place.
pub fn settle(window: &BoardWindow, board: &mut Board, now: Duration) {
    let picture = board.turn(now);
    window.show(&picture);
    board.drawn(&picture, now);
    for _ in 0..10 {
        mock_elapsed_time(Duration::from_millis(50));
    }
}

pub fn snapshot(window: &BoardWindow) -> Picture {
    window.app.window().take_snapshot().unwrap()
}
