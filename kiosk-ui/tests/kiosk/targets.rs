//! On every screen, in every shape and size of text: targets are inside the window, at least 20 mm large and apart, and
//! have a name; no text leaves its part of the screen.

use crate::pictures::speak;
use crate::scenes::{LYING, Scene, UPRIGHT, all_screens};
use i_slint_backend_testing::{AccessibleRole, ElementHandle, ElementRoot as _};
use kiosk_ui::shell::generated as ui;
use queue_protocol::Language;
use slint::ComponentHandle as _;

/// Panels of the drawn one's size with fewer and more pixels.
const SMALL: (u32, u32) = (768, 1366);
const HUGE: (u32, u32) = (2160, 3840);

/// Pixels of the drawn kiosk for 20 mm and 3 mm; a column of the keyboard lying down is the narrowest.
const TARGET: f32 = 20.0 * 4.0323;
const GAP: f32 = 3.0 * 4.0323 - 0.5;
/// "Nút thấp": the lower part of the window that holds everything to touch.
const LOW: f32 = 0.6;

#[derive(Clone, Copy)]
struct Field {
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

impl Field {
    fn of(element: &ElementHandle) -> Self {
        let (corner, size) = (element.absolute_position(), element.size());
        Self {
            left: corner.x,
            top: corner.y,
            right: corner.x + size.width,
            bottom: corner.y + size.height,
        }
    }

    fn is_inside(&self, other: &Self) -> bool {
        self.left >= other.left - 1.0
            && self.top >= other.top - 1.0
            && self.right <= other.right + 1.0
            && self.bottom <= other.bottom + 1.0
    }

    fn is_apart_from(&self, other: &Self, gap: f32) -> bool {
        self.left - other.right >= gap
            || other.left - self.right >= gap
            || self.top - other.bottom >= gap
            || other.top - self.bottom >= gap
    }
}

fn complaints(scene: &Scene, (width, height): (u32, u32)) -> Vec<String> {
    let app = scene.stage.window();
    let room = app.global::<ui::Room<'_>>();
    #[expect(clippy::cast_precision_loss, reason = "pixels of a window")]
    let window = Field {
        left: 0.0,
        top: 0.0,
        right: width as f32,
        bottom: height as f32,
    };
    let body = Field {
        top: room.get_header(),
        bottom: window.bottom - room.get_footer(),
        ..window
    };
    let scale = room.get_scale();
    let question = app.global::<ui::QuestionState<'_>>().get_open();
    let mut found = Vec::new();
    let mut targets: Vec<(String, Field)> = Vec::new();
    let root = app.root_element();
    for button in root
        .query_descendants()
        .match_accessible_role(AccessibleRole::Button)
        .find_all()
    {
        let field = Field::of(&button);
        // The rows that are only measured have no height.
        if field.bottom - field.top < 1.0 {
            continue;
        }
        let label = button.accessible_label().unwrap_or_default().to_string();
        let low = room.get_low() && button.accessible_enabled() == Some(true);
        if low && field.top < window.bottom * (1.0 - LOW) - 1.0 {
            found.push(format!("{label:?} is too high: {}", field.top));
        }
        if label.is_empty() {
            found.push("a button without a name".to_owned());
        }
        if !field.is_inside(&window) {
            found.push(format!("{label:?} leaves the window"));
        }
        if field.right - field.left < TARGET * scale || field.bottom - field.top < TARGET * scale {
            let (width, height) = (field.right - field.left, field.bottom - field.top);
            found.push(format!("{label:?} is too small: {width} × {height}"));
        }
        // What lies under a question cannot be touched; the two halves of the language switch are one control.
        if !question && !["Tiếng Việt", "English"].contains(&label.as_str()) {
            for (other, place) in &targets {
                if !field.is_apart_from(place, GAP * scale) {
                    found.push(format!("{label:?} is too near to {other:?}"));
                }
            }
        }
        targets.push((label, field));
    }
    for text in root.query_descendants().match_type_name("Text").find_all() {
        let field = Field::of(&text);
        let part = if field.top < body.top || field.top >= body.bottom {
            window
        } else {
            body
        };
        if field.bottom > field.top
            && text.computed_opacity() > 0.0
            && !field.is_inside(&part)
            && !question
        {
            found.push(format!(
                "a text leaves its part: {} at {},{} to {},{}",
                text.id().unwrap_or_default(),
                field.left,
                field.top,
                field.right,
                field.bottom
            ));
        }
    }
    found
}

fn check(size: (u32, u32), prepare: fn(&Scene)) {
    let mut found = Vec::new();
    for (name, reach) in all_screens() {
        for language in [Language::Vi, Language::En] {
            let scene = Scene::on_a_morning(size);
            prepare(&scene);
            reach(&scene);
            speak(&scene, name, language);
            let here = complaints(&scene, size).into_iter();
            found.extend(here.map(|complaint| format!("{name}, {language}: {complaint}")));
        }
    }
    assert!(found.is_empty(), "\n  {}\n", found.join("\n  "));
}

#[test]
fn upright() {
    check(UPRIGHT, |_| {});
}

#[test]
fn upright_and_large() {
    check(UPRIGHT, |scene| scene.touch("Chữ to"));
}

#[test]
fn lying_down() {
    check(LYING, |_| {});
}

#[test]
fn upright_and_low() {
    check(UPRIGHT, |scene| scene.touch("Nút thấp"));
}

#[test]
fn lying_down_and_low() {
    check(LYING, |scene| scene.touch("Nút thấp"));
}

#[test]
fn small_and_upright() {
    check(SMALL, |_| {});
}

#[test]
fn huge_and_upright() {
    check(HUGE, |_| {});
}
