//! A button inverts under the finger at once, acts on release inside, and not after sliding off or when disabled.

use std::{cell::RefCell, error::Error, rc::Rc};

use i_slint_backend_testing::ElementHandle;
use slint::{
    ComponentHandle, LogicalPosition, platform::PointerEventButton, platform::WindowEvent,
};

use crate::{acted, gallery, ui};

const ORDINARY: &str = "Lấy số thường";
const ROW: &str = "Tư pháp, hộ tịch";
const DISABLED: &str = "Không làm được";

/// A gallery, and the labels that acted, in order.
struct Finger {
    gallery: ui::Gallery,
    acted: Rc<RefCell<Vec<String>>>,
}

impl Finger {
    fn new() -> Result<Self, Box<dyn Error>> {
        let gallery = gallery()?;
        let acted = acted(&gallery);
        Ok(Self { gallery, acted })
    }

    /// A place inside the button, near its left end where no text stands.
    fn place(&self, label: &str) -> Result<LogicalPosition, Box<dyn Error>> {
        let button = ElementHandle::find_by_accessible_label(&self.gallery, label)
            .next()
            .ok_or_else(|| format!("no button {label}"))?;
        let (corner, size) = (button.absolute_position(), button.size());
        Ok(LogicalPosition::new(
            corner.x + 8.0,
            corner.y + size.height / 2.0,
        ))
    }

    fn press(&self, position: LogicalPosition) {
        let button = PointerEventButton::Left;
        self.gallery
            .window()
            .dispatch_event(WindowEvent::PointerPressed { position, button });
    }

    fn slide(&self, position: LogicalPosition) {
        self.gallery
            .window()
            .dispatch_event(WindowEvent::PointerMoved { position });
    }

    fn release(&self, position: LogicalPosition) {
        let button = PointerEventButton::Left;
        self.gallery
            .window()
            .dispatch_event(WindowEvent::PointerReleased { position, button });
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place on a small window"
    )]
    fn colour(&self, place: LogicalPosition) -> Result<[u8; 3], Box<dyn Error>> {
        let picture = self.gallery.window().take_snapshot()?;
        let at = place.y as usize * picture.width() as usize + place.x as usize;
        let pixel = picture.as_slice().get(at).ok_or("outside the window")?;
        Ok([pixel.r, pixel.g, pixel.b])
    }
}

#[test]
fn release_inside_acts_once() -> Result<(), Box<dyn Error>> {
    let finger = Finger::new()?;
    for label in [ROW, ORDINARY] {
        let place = finger.place(label)?;
        finger.press(place);
        finger.release(place);
    }
    assert_eq!(*finger.acted.borrow(), [ROW, ORDINARY]);
    Ok(())
}

#[test]
fn pressed_inverts_before_release_and_sliding_off_cancels() -> Result<(), Box<dyn Error>> {
    let finger = Finger::new()?;
    for mode in [
        ui::ThemeMode::Light,
        ui::ThemeMode::Dark,
        ui::ThemeMode::HighContrast,
    ] {
        finger.gallery.global::<ui::Theme<'_>>().set_mode(mode);
        for label in [ROW, ORDINARY] {
            let place = finger.place(label)?;
            let outside = LogicalPosition::new(place.x, 4.0);
            let resting = finger.colour(place)?;
            finger.press(place);
            assert_ne!(
                finger.colour(place)?,
                resting,
                "{label} under the finger, {mode:?}"
            );
            finger.slide(outside);
            assert_eq!(
                finger.colour(place)?,
                resting,
                "{label} after sliding off, {mode:?}"
            );
            finger.release(outside);
        }
    }
    assert!(finger.acted.borrow().is_empty());
    Ok(())
}

#[test]
fn a_disabled_button_stays_and_does_nothing() -> Result<(), Box<dyn Error>> {
    let finger = Finger::new()?;
    let place = finger.place(DISABLED)?;
    let resting = finger.colour(place)?;
    finger.press(place);
    assert_eq!(finger.colour(place)?, resting);
    finger.release(place);
    ElementHandle::find_by_accessible_label(&finger.gallery, DISABLED)
        .for_each(|button| button.invoke_accessible_default_action());
    assert!(finger.acted.borrow().is_empty());
    Ok(())
}
