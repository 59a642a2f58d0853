//! How long a whole frame takes while the spotlight changes, with the software renderer on one core. A window draws
//! only what changed; a whole frame is the longest it can take.
#![allow(clippy::unwrap_used, reason = "a bench may stop")]

#[allow(dead_code, reason = "the tests use more of it")]
#[path = "../tests/board/hall.rs"]
mod hall;

use display_board::shell::BoardWindow;
use display_board::view_model::Picture;
use divan::Bencher;
use hall::{board, busy, s};
use i_slint_backend_testing::{TestingBackend, TestingBackendOptions, mock_elapsed_time};
use queue_protocol::Language;
use slint::{ComponentHandle as _, PhysicalSize};
use std::cell::Cell;
use std::time::Duration;

fn main() {
    slint::platform::set_platform(Box::new(TestingBackend::new(TestingBackendOptions {
        mock_time: true,
        threading: false,
        renderer_name: Some("software".into()),
    })))
    .unwrap();
    divan::main();
}

/// A full hall with one call, and with six.
fn pictures() -> [Picture; 2] {
    let mut hall = busy();
    hall.call(2, "A012*");
    let mut board = board(Language::VI);
    board.hear(hall.frame(), s(0));
    let one = board.turn(s(1));
    for (counter, number) in [
        (5, "C020"),
        (24, "M1042"),
        (10, "H023"),
        (1, "M012"),
        (23, "T1000"),
    ] {
        hall.call(counter, number);
    }
    board.hear(hall.frame(), s(2));
    [one, board.turn(s(2))]
}

#[divan::bench(args = [(1920, 1080), (3840, 2160)], sample_count = 40)]
fn spotlight_changes(bencher: Bencher<'_, '_>, (width, height): (u32, u32)) {
    let window = BoardWindow::new().unwrap();
    let size = PhysicalSize::new(width, height);
    window.app.window().set_size(size);
    window.app.show().unwrap();
    let pictures = pictures();
    let turn = Cell::new(0);
    bencher.bench_local(|| {
        turn.set(1 - turn.get());
        window.show(&pictures[turn.get()]);
        mock_elapsed_time(Duration::from_millis(16));
        window.app.window().take_snapshot().unwrap()
    });
}
