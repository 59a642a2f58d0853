//! The three apps in their windows.

use crate::stage::{COUNTER, OFFICER, Stage};
use anyhow::Result;
use std::process::Command;
use std::time::Duration;
use system_tests::hall::PIN;
use system_tests::programs::{Guard, assets, program, wait_for};
use system_tests::screen::Screen;

/// Each app alone on a screen that exists only in memory.
pub struct Windows {
    pub kiosk: Screen,
    pub counter: Screen,
    pub board: Screen,
    _apps: [Guard; 3],
}

/// What is drawn for other glass is shown small enough for a desk: the kiosk 540 wide instead of 1080.
const ON_A_DESK: [(&str, &str); 3] = [
    ("board", "1280x720"),
    ("kiosk", "540x960"),
    ("counter", "1366x768"),
];

/// Opens the three apps under Xvfb, each on a screen of its drawn size.
pub fn under_xvfb(stage: &Stage) -> Result<Windows> {
    let kiosk = Screen::start(1080, 1920)?;
    let counter = Screen::start(1366, 768)?;
    let board = Screen::start(1920, 1080)?;
    write_settings(stage, true)?;
    let apps = [
        open(stage, "kiosk", &[], Some(&kiosk))?,
        open(stage, "counter", &[], Some(&counter))?,
        open(stage, "board", &[], Some(&board))?,
    ];
    Ok(Windows {
        kiosk,
        counter,
        board,
        _apps: apps,
    })
}

/// Opens the three apps on this machine's display, until the last one is closed.
pub fn until_closed(stage: &Stage) -> Result<()> {
    write_settings(stage, false)?;
    let mut apps = ON_A_DESK
        .into_iter()
        .map(|(name, size)| open(stage, name, &["--size", size], None))
        .collect::<Result<Vec<_>>>()?;
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

fn write_settings(stage: &Stage, fullscreen: bool) -> Result<()> {
    let service = &stage.service.address;
    let printer = stage.printer.address();
    let texts = [
        (
            "kiosk",
            format!(
                "[screen]\nwidth_mm = 268.0\nfullscreen = {fullscreen}\n\n\
                 [printer]\nconnection = {{ tcp = \"{printer}\" }}\n"
            ),
        ),
        ("counter", String::new()),
        (
            "board",
            format!("[screen]\nwidth_mm = 1218.0\nfullscreen = {fullscreen}\n"),
        ),
    ];
    for (name, rest) in texts {
        let head = match name {
            "counter" => format!("counter = {COUNTER}\n"),
            _ => String::new(),
        };
        let text =
            format!("service = \"{service}\"\ntoken_file = \"{name}.token\"\n{head}\n{rest}");
        std::fs::write(stage.hall.path(&format!("{name}.toml")), text)?;
    }
    Ok(())
}

fn open(stage: &Stage, name: &str, options: &[&str], screen: Option<&Screen>) -> Result<Guard> {
    let mut command = Command::new(program(&format!("xinmoi-{name}"))?);
    command
        .arg("--config")
        .arg(stage.hall.path(&format!("{name}.toml")))
        .args(options);
    command
        .env("XINMOI_ASSETS", assets())
        .env("SLINT_BACKEND", "winit-software");
    if let Some(screen) = screen {
        command
            .env("DISPLAY", screen.display())
            .env_remove("WAYLAND_DISPLAY");
    }
    Guard::start(&mut command, &stage.hall.path(&format!("{name}.log")))
}
