//! A walk over the elements of a screen: targets are inside the window, at least 20 mm large and apart, and have a name;
//! no text leaves its button or its part of the screen, or lies over another.

use crate::scenes::Scene;
use i_slint_backend_testing::{AccessibleRole, ElementHandle, ElementRoot as _};
use kiosk_ui::shell::generated as ui;
use queue_protocol::Language;
use slint::ComponentHandle as _;

/// Pixels of the drawn kiosk for 20 mm and 3 mm; a column of the keyboard lying down is the narrowest.
const TARGET: f32 = 20.0 * 4.0323;
const GAP: f32 = 3.0 * 4.0323 - 0.5;
/// "Nút thấp": the lower part of the window that holds everything to touch.
const LOW: f32 = 0.6;

#[derive(Clone, Copy, PartialEq)]
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

    /// The middle of a line, in which capitals and digits stand.
    fn of_capitals(&self) -> Self {
        let air = self.height() * 0.24;
        Self {
            top: self.top + air,
            bottom: self.bottom - air,
            ..*self
        }
    }

    fn seen_in(&self, page: &Self) -> Self {
        Self {
            top: self.top.max(page.top),
            bottom: self.bottom.min(page.bottom),
            ..*self
        }
    }

    fn width(&self) -> f32 {
        self.right - self.left
    }

    fn height(&self) -> f32 {
        self.bottom - self.top
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

impl std::fmt::Display for Field {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { left, top, .. } = self;
        write!(f, "{} × {} at {left}, {top}", self.width(), self.height())
    }
}

/// What a screen has to be told of; none when all is well.
pub fn complaints(scene: &Scene, (width, height): (u32, u32)) -> Vec<String> {
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
    let walk = Walk {
        window,
        body,
        scale: room.get_scale(),
        low: room.get_low(),
        question: app.global::<ui::QuestionState<'_>>().get_open(),
    };
    let root = app.root_element();
    let buttons = root
        .query_descendants()
        .match_accessible_role(AccessibleRole::Button)
        .find_all();
    // The rows that are only measured have no height.
    let (measured, buttons): (Vec<_>, Vec<_>) = buttons
        .into_iter()
        .partition(|button| Field::of(button).height() < 1.0);
    let mut found = walk.targets(&buttons);
    let unseen: Vec<Field> = measured.iter().flat_map(texts).map(|text| text.1).collect();
    let seen = texts(&root)
        .into_iter()
        .filter(|text| !unseen.contains(&text.1));
    found.extend(walk.texts(&seen.collect::<Vec<_>>()));
    found
}

/// The texts in pages that a button turns: where each stands, and the part that shows the page.
fn turned(element: &ElementHandle) -> Vec<(Field, Field)> {
    let pages = element
        .query_descendants()
        .match_type_name("Flickable")
        .find_all();
    let texts = pages.iter().flat_map(|page| {
        let seen = Field::of(page);
        let texts = page.query_descendants().match_type_name("Text").find_all();
        texts.into_iter().map(move |text| (Field::of(&text), seen))
    });
    texts.collect()
}

/// The texts in an element that have something to show: their names and places.
fn texts(element: &ElementHandle) -> Vec<(String, Field)> {
    let turned = turned(element);
    let texts = element
        .query_descendants()
        .match_type_name("Text")
        .find_all();
    let texts = texts.iter().filter_map(|text| {
        let id = text.id().unwrap_or_default();
        // What a button says is read to nobody twice, so it has no words of its own here.
        let words = text.accessible_label();
        let field = Field::of(text);
        let page = turned.iter().find(|(own, _)| *own == field);
        let field = page.map_or(field, |(own, page)| own.seen_in(page));
        let field = if id == "Capitals::line" {
            field.of_capitals()
        } else {
            field
        };
        let empty = words.as_ref().is_some_and(slint::SharedString::is_empty);
        let shown = !empty && field.width() > 0.0 && field.height() > 0.0;
        shown.then(|| (format!("{id} {:?}", words.unwrap_or_default()), field))
    });
    texts.collect()
}

struct Walk {
    window: Field,
    body: Field,
    scale: f32,
    low: bool,
    question: bool,
}

impl Walk {
    fn targets(&self, buttons: &[ElementHandle]) -> Vec<String> {
        let mut found = Vec::new();
        let mut targets: Vec<(String, Field)> = Vec::new();
        for button in buttons {
            let field = Field::of(button);
            let label = button.accessible_label().unwrap_or_default().to_string();
            let low = self.low && button.accessible_enabled() == Some(true);
            if low && field.top < self.window.bottom * (1.0 - LOW) - 1.0 {
                found.push(format!("{label:?} is too high: {field}"));
            }
            if label.is_empty() {
                found.push("a button without a name".to_owned());
            }
            if !field.is_inside(&self.window) {
                found.push(format!("{label:?} leaves the window: {field}"));
            }
            if field.width() < TARGET * self.scale || field.height() < TARGET * self.scale {
                found.push(format!("{label:?} is too small: {field}"));
            }
            // What lies under a question cannot be touched; the parts of the language switch are one control.
            if !self.question && !Language::known().any(|language| language.name() == label) {
                for (other, place) in &targets {
                    if !field.is_apart_from(place, GAP * self.scale) {
                        found.push(format!("{label:?} is too near to {other:?}"));
                    }
                }
            }
            let cut = texts(button)
                .into_iter()
                .filter(|text| !text.1.is_inside(&field));
            found.extend(
                cut.map(|(text, place)| {
                    format!("{text} leaves {label:?}: {place}, not in {field}")
                }),
            );
            targets.push((label, field));
        }
        found
    }

    fn texts(&self, texts: &[(String, Field)]) -> Vec<String> {
        // What lies under a question is not read.
        if self.question {
            return Vec::new();
        }
        let mut found = Vec::new();
        for (i, (name, field)) in texts.iter().enumerate() {
            let in_body = field.top >= self.body.top && field.top < self.body.bottom;
            let part = if in_body { self.body } else { self.window };
            if !field.is_inside(&part) {
                found.push(format!("{name} leaves its part: {field}"));
            }
            for (other, place) in texts.iter().take(i) {
                if !field.is_apart_from(place, -2.0) {
                    found.push(format!("{name} lies over {other}: {field}, {place}"));
                }
            }
        }
        found
    }
}
