//! What each shipped layout looks like, and that everything on it stays in its panel.

use crate::compare::compare;
use crate::layouts::{LAYOUTS, State, read, scene};
use crate::window::{settle, snapshot, window};
use display_board::shell::BoardWindow;
use display_board::shell::pictures::{Goal, decode, put};
use i_slint_backend_testing::ElementQuery;
use queue_protocol::Language;
use queue_protocol::layout::{Area, Content, Layout};
use std::path::Path;

const BOTH: [Language; 2] = [Language::VI, Language::EN];

/// A window of `times` the drawing's size that shows the layout in this state.
fn shown(name: &str, times: u32, state: State, language: Language) -> (BoardWindow, Layout) {
    let layout = read(name);
    let width_mm = LAYOUTS.iter().find(|own| own.0 == name).unwrap().1;
    let (width, height) = (
        u32::from(layout.width) * times,
        u32::from(layout.height) * times,
    );
    let window = window(language, width, height);
    let (mut board, now) = scene(&layout, width_mm, state, language);
    settle(&window, &mut board, now);
    let picture = board.turn(now);
    if let Some(shown) = &picture.shown {
        let centre = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/centres/khanh-hoa");
        let file = std::fs::read(centre.join(&shown.file)).unwrap();
        let place = picture.arrangement.playlist.place;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let size = (place.width as u32 * times, place.height as u32 * times);
        put(
            &window.app,
            Goal::Playlist,
            Some(decode(&file, size).unwrap()),
        );
        settle(&window, &mut board, now);
    }
    (window, layout)
}

/// Each in a thread, and so a backend, of its own; one picture that differs hides no other.
fn each(name: &'static str, look: impl Fn(State, Language) + Copy + Send + 'static) {
    let mut complaints = Vec::new();
    for language in BOTH {
        for state in State::ALL {
            let drawn = std::thread::spawn(move || look(state, language));
            complaints.extend(
                drawn
                    .join()
                    .err()
                    .map(|_| format!("{name} {state:?} {language}")),
            );
        }
    }
    assert!(complaints.is_empty(), "{complaints:?}");
}

fn pictures(name: &'static str) {
    each(name, move |state, language| {
        let (window, _) = shown(name, 1, state, language);
        let state = format!("{state:?}").to_lowercase();
        compare(
            &snapshot(&window),
            &format!("layouts/{name}-{state}-{language}"),
        );
    });
}

/// Every text within the panel in which it begins.
fn stays_in_its_panels(name: &'static str, times: u32) {
    each(name, move |state, language| {
        let (window, layout) = shown(name, times, state, language);
        let all = ElementQuery::from_root(&window.app).match_descendants();
        let mut seen = 0;
        for element in all.find_all() {
            let Some(label) = element.accessible_label().filter(|label| !label.is_empty()) else {
                continue;
            };
            let (position, size) = (element.absolute_position(), element.size());
            #[expect(clippy::cast_precision_loss)]
            let times = times as f32;
            let (x, y) = (position.x / times, position.y / times);
            let (right, bottom) = (x + size.width / times, y + size.height / times);
            if size.width == 0.0 || size.height == 0.0 {
                continue;
            }
            seen += 1;
            let within = |area: Area, slack: f32| {
                x >= f32::from(area.x) - slack
                    && y >= f32::from(area.y) - slack
                    && right <= f32::from(area.x + area.width) + slack
                    && bottom <= f32::from(area.y + area.height) + slack
            };
            // A message before anything has come is as wide as the screen.
            let mut panels = layout.panels.iter().map(|panel| panel.area);
            assert!(
                panels.any(|area| within(area, 1.5)),
                "{name} {state:?} {language}: `{label}` at {x} {y} to {right} {bottom}"
            );
        }
        assert!(seen > 1, "{name} {state:?}: the walk is broken");
    });
}

macro_rules! layouts {
    ($($test:ident = $name:literal;)+) => {$(
        mod $test {
            #[test]
            fn looks() {
                super::pictures($name);
            }

            #[test]
            fn stays_in_its_panels() {
                super::stays_in_its_panels($name, 1);
            }

            #[test]
            fn stays_in_them_on_twice_the_pixels() {
                super::stays_in_its_panels($name, 2);
            }
        }
    )+};
}

layouts! {
    big_screen = "sanh-lon";
    two_zones = "khu-a-b";
    counter_sign = "quay";
    waiting_room = "phong-cho";
    commune = "cap-xa";
}

#[test]
fn a_picture_is_decoded_at_the_size_of_its_place() {
    let layout = read("cap-xa");
    let mut panels = layout.panels.iter();
    let panel = panels
        .find(|panel| matches!(panel.content, Content::Pictures { .. }))
        .unwrap();
    let centre = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/centres/khanh-hoa");
    for picture in panel.content.pictures() {
        let file = std::fs::read(centre.join(&picture.file)).unwrap();
        let pixels = decode(&file, (656, 352)).unwrap();
        assert!(pixels.width() <= 656 && pixels.height() <= 352);
        assert!(
            pixels.width() == 656 || pixels.height() == 352,
            "as large as it can be"
        );
    }
    assert!(decode(b"no picture", (656, 352)).is_err());
    assert!(decode(b"<svg", (656, 352)).is_err());
    assert!(decode(b"<svg xmlns='http://www.w3.org/2000/svg'/>", (0, 352)).is_err());
}
