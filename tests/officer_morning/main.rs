//! A morning at one counter through its real window, among 23 simulated ones: once by keyboard alone,
//! once by mouse alone; then with everything around it failing. `XINMOI_MORNING=whole` makes it the
//! whole morning of 620 visitors; otherwise a short one, at the same pace.

#![allow(clippy::expect_used, reason = "a test may stop")]

mod faults;
mod figures;
mod hand;
mod line;
mod reader;
mod seat;
mod shift;

use anyhow::{Result, ensure};
use figures::Figures;
use hand::Hand;
use reader::{BUTTON, CHECK_BOX, ENTRY, Reader, Spoken};
use seat::Seat;
use shift::Shift;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use system_tests::apps::App;
use system_tests::counter::sign_in;
use system_tests::crowd::Pace;
use system_tests::programs::run;
use system_tests::screen::Screen;
use system_tests::stage::{COUNTER, OFFICER, Stage};

/// Seconds of the hall in one second of the machine.
const SPEED: f64 = 60.0;
/// 620 visitors until shortly before the morning's last number.
const PACE: Pace = Pace {
    speed: SPEED,
    visitors_per_hour: 213.0,
};
const WHOLE: Duration = Duration::from_secs(175);
const SHORT: Duration = Duration::from_secs(30);

/// Two windows at once would measure each other.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

#[test]
fn a_morning_by_keyboard_alone() -> Result<()> {
    morning(Hand::Keyboard)
}

#[test]
fn a_morning_by_mouse_alone() -> Result<()> {
    morning(Hand::Mouse)
}

fn morning(hand: Hand) -> Result<()> {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let whole = std::env::var("XINMOI_MORNING").is_ok_and(|size| size == "whole");
    let folder = tempfile::tempdir()?;
    let stage = Stage::set(folder.path(), SPEED)?;
    let crowd = stage.let_people_in(PACE, 4)?;
    let seat = Seat::take(&stage, hand)?;
    let until = Instant::now() + if whole { WHOLE } else { SHORT };
    let mut shift = Shift::begin(seat);
    while Instant::now() < until || shift.visits() < shift::EVERY_KIND {
        shift.visit()?;
    }
    let (seat, worked) = shift.end()?;
    let tally = crowd.leave()?.summary();
    ensure!(tally.errors == 0, "{:?}", tally.error_texts);
    ensure!(worked.called.len() >= shift::EVERY_KIND, "{worked:?}");
    let figures = Figures::of(&worked, &seat, if whole { 60 } else { 5 })?;
    figures.tell(hand, tally.issued);
    drop(seat);
    let ended = stage.service.guard.stop(Duration::from_secs(20))?;
    ensure!(ended.success(), "the service ended with {ended}");
    run(stage.hall.xinmoi()?.args(["journal", "verify"]))?;
    Ok(())
}

/// Names and roles as AT-SPI gives them, before and behind the sign-in.
#[test]
fn a_screen_reader_hears_what_the_window_shows() -> Result<()> {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = tempfile::tempdir()?;
    let stage = Stage::set(folder.path(), 1.0)?;
    let screen = Screen::start(1366, 768)?;
    let reader = Reader::listen(&screen)?;
    let app = App::counter(COUNTER).with("DBUS_SESSION_BUS_ADDRESS", reader.session());
    let _app = app.open(&stage.hall, &stage.service.address, &[], Some(&screen))?;
    has_names(&reader.hear("Mở quầy 1")?)?;
    sign_in(&screen, OFFICER)?;
    let desk = reader.hear("Gọi số tiếp theo")?;
    has_names(&desk)?;
    for name in [
        "Gọi lại",
        "Tạm gác",
        "Chuyển",
        "Vắng mặt",
        "Hoàn tất",
        "Thanh nhỏ",
        "Việc khác",
    ] {
        let button = desk.iter().find(|spoken| spoken.name == name);
        ensure!(
            button.is_some_and(|b| b.role == BUTTON),
            "{name}: {button:?}"
        );
    }
    screen.press(&["F12"])?;
    has_names(&reader.hear("Việc khác")?)
}

fn has_names(all: &[Spoken]) -> Result<()> {
    let used: Vec<_> = all
        .iter()
        .filter(|spoken| [BUTTON, CHECK_BOX, ENTRY].contains(&spoken.role))
        .collect();
    ensure!(!used.is_empty(), "nothing to use: {all:?}");
    for spoken in used {
        ensure!(
            spoken.name.chars().any(char::is_alphanumeric),
            "no name: {spoken:?}"
        );
    }
    Ok(())
}

#[test]
fn the_truth_stays_on_screen_whatever_fails() -> Result<()> {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = tempfile::tempdir()?;
    let stage = Stage::set(folder.path(), 1.0)?;
    let seat = Seat::take(&stage, Hand::Keyboard)?;
    faults::through_faults(seat, stage)
}
