//! The desk by keyboard: every button is reached by Tab, also one that cannot act, and Return or Space act.

use std::error::Error;

use i_slint_backend_testing::ElementHandle;
use slint::platform::Key;

use crate::{acted, gallery, press_key};

#[test]
fn tab_reaches_each_button_and_return_or_space_act() -> Result<(), Box<dyn Error>> {
    let gallery = gallery()?;
    let acted = acted(&gallery);
    press_key(&gallery, Key::Tab);
    press_key(&gallery, Key::Return);
    press_key(&gallery, Key::Tab);
    press_key(&gallery, Key::Space);
    assert_eq!(*acted.borrow(), ["Gọi số tiếp theo", "Tạm gác"]);

    press_key(&gallery, Key::Tab);
    press_key(&gallery, Key::Return);
    assert_eq!(acted.borrow().len(), 2, "the third button is disabled");
    Ok(())
}

#[test]
fn a_button_that_cannot_act_says_why() -> Result<(), Box<dyn Error>> {
    let gallery = gallery()?;
    let button = ElementHandle::find_by_accessible_label(&gallery, "Gọi lại").next();
    let button = button.ok_or("the disabled button stays")?;
    assert_eq!(button.accessible_enabled(), Some(false));
    assert_eq!(
        button.accessible_description().as_deref(),
        Some("Chưa gọi số nào.")
    );
    Ok(())
}
