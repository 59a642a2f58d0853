//! The window itself: where things stand, how a number moves, what a screen reader hears.

use crate::hall::{board, busy, s};
use crate::window::{settle, speak, window};
use display_board::shell::BoardWindow;
use display_board::view_model::News;
use i_slint_backend_testing::{ElementHandle, ElementQuery, mock_elapsed_time};
use queue_protocol::{CounterStatus, Language};
use slint::{ComponentHandle as _, LogicalPosition};
use std::collections::BTreeMap;
use std::time::Duration;
use voice_announcer::Report;

fn labels(window: &BoardWindow) -> BTreeMap<String, Vec<(f32, f32, f32, f32)>> {
    let mut labels = BTreeMap::<String, Vec<_>>::new();
    let all = ElementQuery::from_root(&window.app).match_descendants();
    for element in all.find_all() {
        if let Some(label) = element.accessible_label() {
            let (position, size) = (element.absolute_position(), element.size());
            let place = (position.x, position.y, size.width, size.height);
            labels.entry(label.to_string()).or_default().push(place);
        }
    }
    labels
}

fn place_of(window: &BoardWindow, label: &str) -> LogicalPosition {
    let found: Vec<_> = ElementHandle::find_by_accessible_label(&window.app, label).collect();
    // The card lies over the grid and comes last.
    found.last().unwrap().absolute_position()
}

#[test]
fn a_called_number_moves_from_its_row_to_the_card_in_200_ms() {
    let window = window(Language::VI, 1920, 1080);
    let mut board = board(Language::VI);
    board.hear(busy().frame(), s(0));
    settle(&window, &mut board, s(0));
    let mut hall = busy();
    hall.call(13, "A012");
    board.hear(hall.frame(), s(1));
    window.show(&board.turn(s(1)));

    let steps: Vec<_> = [1, 20, 60, 60, 60, 40, 500]
        .into_iter()
        .map(|ms| {
            mock_elapsed_time(Duration::from_millis(ms));
            place_of(&window, "A012").x
        })
        .collect();
    assert!(steps[0] > 1_400.0, "from the second column: {steps:?}");
    assert!(steps.is_sorted_by(|a, b| a >= b), "only one way: {steps:?}");
    assert!(
        steps[2] < steps[1] && steps[3] < steps[2],
        "in steps: {steps:?}"
    );
    assert_eq!(steps[5], 64.0, "after 200 ms it stands: {steps:?}");
    assert_eq!(steps[6], 64.0);
    assert!(
        !window.app.window().has_active_animations(),
        "nothing moves by itself"
    );
}

#[test]
fn a_board_of_twice_the_pixels_is_the_same_twice_as_large() {
    let drawn = |width, height| {
        std::thread::spawn(move || {
            let window = window(Language::VI, width, height);
            let mut hall = busy();
            let call = hall.call(2, "A012*");
            let mut board = board(Language::VI);
            board.hear(hall.frame(), s(0));
            board.hear(News::Voice(Report::Speaking(call)), s(0));
            settle(&window, &mut board, s(1));
            labels(&window)
        })
    };
    let (full_hd, four_k) = (drawn(1920, 1080), drawn(3840, 2160));
    let (full_hd, four_k) = (full_hd.join().unwrap(), four_k.join().unwrap());
    assert!(full_hd.len() > 60, "{full_hd:?}");
    assert_eq!(
        full_hd.keys().collect::<Vec<_>>(),
        four_k.keys().collect::<Vec<_>>()
    );
    for (label, places) in &full_hd {
        for (small, large) in places.iter().zip(&four_k[label]) {
            let twice = [small.0, small.1, small.2, small.3].map(|length| length * 2.0);
            for (twice, large) in twice.into_iter().zip([large.0, large.1, large.2, large.3]) {
                assert!(
                    (twice - large).abs() <= 3.0,
                    "{label}: {small:?} and {large:?}"
                );
            }
        }
    }
}

#[test]
fn nothing_leaves_the_screen_and_no_two_counters_overlap() {
    for language in [Language::VI, Language::EN] {
        std::thread::spawn(move || {
            let window = window(language, 1920, 1080);
            let mut hall = busy();
            hall.view.missed = (1..=10).map(|n| format!("M{}", 1000 + n)).collect();
            let mut board = board(language);
            board.hear(hall.frame(), s(0));
            for second in 0..60 {
                settle(&window, &mut board, s(second));
                for (label, places) in labels(&window) {
                    for (x, y, width, height) in places {
                        let inside =
                            x >= 0.0 && y >= 0.0 && x + width <= 1920.0 && y + height <= 1080.0;
                        assert!(inside, "{label}: {x} {y} {width} {height}");
                    }
                }
            }
        })
        .join()
        .unwrap();
    }
}

#[test]
fn states_change_in_place() {
    let window = window(Language::VI, 1920, 1080);
    let mut hall = busy();
    let mut board = board(Language::VI);
    board.hear(hall.frame(), s(0));
    settle(&window, &mut board, s(0));
    let plate = |window: &BoardWindow| place_of(window, "Quầy 5");
    let before = plate(&window);
    hall.call(5, "C020");
    hall.counter(6).status = CounterStatus::Break;
    board.hear(hall.after(1).frame(), s(1));
    settle(&window, &mut board, s(1));
    let rows: Vec<_> = ElementHandle::find_by_accessible_label(&window.app, "Quầy 5").collect();
    assert_eq!(rows.len(), 2, "in the grid and on the card");
    assert_eq!(rows[0].absolute_position(), before);
}

#[test]
fn the_words_follow_the_language_at_once() {
    let window = window(Language::VI, 1920, 1080);
    let mut board = board(Language::VI);
    board.hear(busy().frame(), s(0));
    settle(&window, &mut board, s(0));
    assert!(labels(&window).contains_key("Đang mở"));
    speak(Language::EN);
    mock_elapsed_time(Duration::from_millis(1));
    let english = labels(&window);
    assert!(english.contains_key("Open") && english.contains_key("20 November 2026"));
}
