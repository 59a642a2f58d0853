//! The three apps in their windows.

use anyhow::Result;
use std::time::Duration;
use system_tests::apps::App;
use system_tests::hall::PIN;
use system_tests::programs::{Guard, wait_for};
use system_tests::screen::Screen;
use system_tests::stage::{COUNTER, OFFICER, Stage};

/// Each app alone on a screen that exists only in memory.
pub struct Windows {
    pub kiosk: Screen,
    pub counter: Screen,
    pub board: Screen,
    _apps: [Guard; 3],
}

/// Opens the three apps under Xvfb, each on a screen of its drawn size.
pub fn under_xvfb(stage: &Stage) -> Result<Windows> {
    let kiosk = Screen::start(1080, 1920)?;
    let counter = Screen::start(1366, 768)?;
    let board = Screen::start(1920, 1080)?;
    let open = |app: App, screen| app.open(&stage.hall, &stage.service.address, &[], Some(screen));
    let apps = [
        open(App::kiosk(stage.printer.address(), true), &kiosk)?,
        open(App::counter(COUNTER), &counter)?,
        open(App::board(true), &board)?,
    ];
    Ok(Windows {
        kiosk,
        counter,
        board,
        _apps: apps,
    })
}

/// Opens the three apps on this machine's display, until the last one is closed. What is drawn for
/// other glass is shown small enough for a desk: the kiosk 540 wide instead of 1080.
pub fn until_closed(stage: &Stage) -> Result<()> {
    let open = |app: App, size| {
        let options = ["--size", size];
        app.open(&stage.hall, &stage.service.address, &options, None)
    };
    let mut apps = vec![
        open(App::board(false), "1280x720")?,
        open(App::kiosk(stage.printer.address(), false), "540x960")?,
        open(App::counter(COUNTER), "1366x768")?,
    ];
    #[expect(clippy::print_stdout, reason = "the demo talks to whoever started it")]
    {
        println!("The hall is open. Sign in at counter {COUNTER}: officer {OFFICER}, PIN {PIN}.");
        println!("F2 calls the next visitor. Close all three windows to end.");
    }
    wait_for(Duration::MAX, "the windows to be closed", || {
        apps.retain_mut(|app| !matches!(app.ended(), Ok(Some(_))));
        std::thread::sleep(Duration::from_millis(300));
        Ok(apps.is_empty().then_some(()))
    })
}
