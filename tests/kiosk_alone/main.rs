//! A visitor alone at the kiosk's real window: a number for "đổi bằng lái xe" by touch with each of the aids, and by four
//! keys and what is heard, in both languages. Tells how long each visit took, and fails where one took longer than it may.

mod by_ear;
mod by_touch;
mod places;

use anyhow::{Context as _, Result, ensure};
use by_ear::Voice;
use std::path::PathBuf;
use std::time::Duration;
use system_tests::apps::App;
use system_tests::fake_printer::FakePrinter;
use system_tests::hall::{Hall, Service};
use system_tests::kiosk::{self, DONE, SETTLING};
use system_tests::programs::Guard;
use system_tests::screen::Screen;

const MORNING: &str = "2026-11-25T08:05:00+07:00";
/// By touch, from the first touch to the paper.
const BY_TOUCH: Duration = Duration::from_secs(15);
/// By ear, all speech heard to the word that was waited for; and so many keys.
const BY_EAR: Duration = Duration::from_secs(120);
const KEYS: usize = 12;
/// Between two numbers the kiosk wants two seconds.
const BETWEEN: Duration = Duration::from_secs(2);
const PATIENCE: Duration = Duration::from_secs(30);

/// The language of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Speech {
    Vi,
    En,
}

/// A hall of which only the kiosk is open, on a screen of its own.
struct Stage {
    _service: Service,
    printer: FakePrinter,
    screen: Screen,
    voice: Voice,
    _kiosk: Guard,
    out: PathBuf,
}

fn main() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let hall = Hall::make(folder.path(), "khanh-hoa", |_| Ok(()))?;
    hall.device("kiosk", "kiosk", None)?;
    let service = hall.serve(MORNING, 1.0)?;
    let printer = FakePrinter::start(576).context("no port for the printer")?;
    let screen = Screen::start(1080, 1920)?;
    let voice = Voice::in_folder(folder.path())?;
    let app = App::kiosk(printer.address(), true)
        .with_settings(&voice.settings())
        .with("ALSA_CONFIG_PATH", &voice.no_sound_card());
    let kiosk = app.open(&hall, &service.address, &[], Some(&screen))?;
    // The only window there is has the keyboard.
    screen.settle()?;
    let stage = Stage {
        _service: service,
        printer,
        screen,
        voice,
        _kiosk: kiosk,
        out: PathBuf::from("out/kiosk-alone"),
    };
    std::fs::create_dir_all(&stage.out)?;
    let result = visits(&stage);
    // What went wrong stands in the kiosk's log, which ends with this folder.
    std::fs::copy(hall.path("kiosk.log"), stage.out.join("kiosk.log"))?;
    result
}

fn visits(stage: &Stage) -> Result<()> {
    let mut failed = Vec::new();
    for speech in [Speech::Vi, Speech::En] {
        for aid in places::AIDS {
            let took = stage.slip(|| by_touch::visit(stage, &aid, speech))?;
            say(&format!(
                "{speech:?}  by touch, {:<14} {:5.1} s",
                aid.name, took.0
            ));
            if took.0 > BY_TOUCH.as_secs_f64() {
                failed.push(format!("{speech:?} {}", aid.name));
            }
        }
    }
    for speech in [Speech::Vi, Speech::En] {
        let (took, keys) = stage.slip(|| by_ear::visit(stage, speech))?;
        say(&format!(
            "{speech:?}  by ear, {keys:>2} keys        {took:5.1} s"
        ));
        if took > BY_EAR.as_secs_f64() || keys > KEYS {
            failed.push(format!("{speech:?} by ear"));
        }
    }
    ensure!(failed.is_empty(), "longer than it may be: {failed:?}");
    Ok(())
}

#[expect(clippy::print_stdout, reason = "it talks to whoever started it")]
fn say(line: &str) {
    println!("{line}");
}

impl Stage {
    /// Makes a visit, waits for its slip, and leaves the kiosk as the next visitor finds it. Gives the seconds of the
    /// visit until the slip, and what the visit gives.
    fn slip<T>(&self, visit: impl FnOnce() -> Result<(Duration, T)>) -> Result<(f64, T)> {
        let slips = self.printer.seen().slips().count();
        self.screen.settle()?;
        // A screen takes no touch before it can have been seen.
        std::thread::sleep(SETTLING);
        let (choosing, given) = visit()?;
        let asked = std::time::Instant::now();
        let printed = self
            .printer
            .wait_until(PATIENCE, |seen| seen.slips().count() > slips);
        ensure!(printed.is_ok(), "no slip came out");
        let took = choosing + asked.elapsed();
        std::thread::sleep(SETTLING);
        kiosk::touch_until_it_changes(&self.screen, DONE)?;
        std::thread::sleep(BETWEEN);
        Ok((took.as_secs_f64(), given))
    }

    fn keep_picture(&self, name: &str) -> Result<()> {
        self.screen
            .settle()?
            .save(&self.out.join(format!("{name}.png")))
    }
}
