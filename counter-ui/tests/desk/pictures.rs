//! The screens as agreed: drawn without a display and compared with the pictures in `tests/screens`.
//!
//! `XINMOI_BLESS=1 cargo test -p counter-ui pictures` draws them anew and fails, for eyes to judge.

use crate::views;
use crate::window::Screen;
use counter_ui::shell::{SystemKeys, ThemeMode};
use counter_ui::view_model::Ending;
use queue_protocol::{CounterStatus, CounterView, Language, Problem, ProblemCode, TicketState};
use slint::platform::Key;
use slint::{ComponentHandle as _, Rgba8Pixel, SharedPixelBuffer};
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::{Path, PathBuf};
use std::time::Duration;

type Colour = [u8; 3];

/// A pixel differs when one channel is off by more than this; rounding differs between processors.
const CHANNEL_TOLERANCE: u8 = 32;
/// Of each channel in a stored picture: an error of 11 at most, well within the tolerance.
const LEVELS: u16 = 12;
/// One pixel in this many may differ.
const DIFFERING_ONE_IN: usize = 2_000;

/// A name, and how to come there from a view.
type Scene = (&'static str, fn() -> CounterView, fn(&Screen));

const SCENES: [Scene; 28] = [
    ("sign-in", views::closed, |screen| {
        screen.keys("114");
        screen.key(Key::Tab);
        screen.keys("2580");
    }),
    ("sign-in-held", || views::held_by(121), |_| {}),
    ("sign-in-refused", views::closed, |screen| {
        screen.keys("114");
        screen.key(Key::Tab);
        screen.keys("0000");
        screen.key(Key::Return);
        refuse(screen, ProblemCode::WrongPin);
    }),
    ("idle", views::idle, |_| {}),
    ("ready", views::ready, |_| {}),
    ("called", || fresh(views::called("A012")), |_| {}),
    ("serving", || views::serving("A012"), |_| {}),
    ("serving-english", english, |_| {}),
    ("break", views::pausing, |_| {}),
    (
        "transfer",
        || views::serving("A012"),
        |screen| {
            screen.key(Key::F6);
            screen.keys("e");
        },
    ),
    (
        "next-service",
        || views::serving("A012"),
        |screen| {
            screen.with(Key::Shift, Key::F8);
            screen.keys("e");
        },
    ),
    (
        "hold",
        || views::serving("A012"),
        |screen| screen.key(Key::F5),
    ),
    ("serving-again", again, |screen| {
        screen.window.act(|desk, _| {
            desk.check_paper(0);
            desk.check_paper(1);
        });
    }),
    ("find", views::ready, |screen| {
        find(screen, TicketState::Waiting);
    }),
    ("find-nothing", views::ready, |screen| {
        screen.with(Key::Control, "f");
        screen.keys("a9");
    }),
    ("issue", views::ready, |screen| {
        screen.with(Key::Control, "n");
        screen.keys("e");
        screen.key(Key::DownArrow);
        screen.key(Key::RightArrow);
    }),
    ("given", views::ready, |screen| {
        screen.with(Key::Control, "n");
        screen.key(Key::Return);
        screen.end(Ending::Done(views::given("A031")));
    }),
    ("help", views::ready, |screen| {
        screen.with(Key::Control, "h");
    }),
    ("staff-called", helping, |screen| {
        screen.hear_hall(views::hall_with_a_call());
    }),
    ("my-day", views::ready, |screen| {
        screen.key(Key::F12);
        screen.keys("0");
        screen.key(Key::Return);
    }),
    (
        "last-visitor",
        || views::serving("A012"),
        |screen| {
            screen.key(Key::F12);
            screen.keys("9");
            screen.key(Key::Return);
        },
    ),
    ("closing", views::ready, close),
    ("closing-alone", views::ready, |screen| {
        let mut hall = views::hall();
        for counter in &mut hall.counters {
            counter.status = CounterStatus::Closed;
        }
        screen.hear_hall(hall);
        close(screen);
    }),
    ("not-shown", || fresh(views::unseen("A012")), |_| {}),
    ("pause", views::ready, |screen| screen.key(Key::F9)),
    (
        "menu",
        || views::serving("A012"),
        |screen| screen.key(Key::F12),
    ),
    (
        "offline",
        || views::serving("A012"),
        |screen| {
            screen.key(Key::F2);
            screen.lose(views::serving("A012"));
            screen.pass(Duration::from_secs(6));
        },
    ),
    ("refused", views::ready, |screen| {
        screen.key(Key::F2);
        refuse(screen, ProblemCode::CounterOnBreak);
    }),
];

/// Called this very minute: it can be undone.
fn fresh(mut view: CounterView) -> CounterView {
    if let Some(visitor) = &mut view.visitor {
        visitor.since = views::at("09:53") - Duration::from_secs(3);
    }
    view
}

/// With a queue helped for a while.
fn helping() -> CounterView {
    let mut view = views::serving("A012");
    view.helping = vec!["dat-dai".to_owned()];
    view
}

/// A long number, an English-speaking visitor, no procedure.
fn english() -> CounterView {
    let mut view = views::serving("A1042");
    if let Some(visitor) = &mut view.visitor {
        visitor.language = Language::EN;
        visitor.procedure = None;
    }
    view
}

/// Back again: called, served and set aside before.
fn again() -> CounterView {
    let mut view = views::serving("A012");
    if let Some(visitor) = &mut view.visitor {
        visitor.stays = views::stays();
    }
    view
}

fn close(screen: &Screen) {
    screen.key(Key::F12);
    screen.keys("6");
    screen.key(Key::Return);
}

fn find(screen: &Screen, state: TicketState) {
    screen.with(Key::Control, "f");
    screen.keys("a031");
    let mut visitor = views::visitor("A031", state, "09:40");
    visitor.priority = false;
    visitor.stays = views::stays();
    let ticket = Ok(Box::new(visitor));
    screen
        .window
        .act(|desk, _| desk.hear_ticket("A031", ticket));
}

fn refuse(screen: &Screen, code: ProblemCode) {
    screen.end(Ending::Refused(Problem::new(code, "so it is").into()));
}

#[test]
fn every_screen_in_both_languages() {
    let mut complaints = Vec::new();
    for language in [Language::VI, Language::EN] {
        for scene in &SCENES {
            let name = format!("{}-{language}", scene.0);
            complaints.extend(look(scene, ThemeMode::Light, language, &name).err());
        }
    }
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn the_other_themes() {
    let mut complaints = Vec::new();
    for (theme, word) in [
        (ThemeMode::Dark, "dark"),
        (ThemeMode::HighContrast, "high-contrast"),
    ] {
        for scene in SCENES
            .iter()
            .filter(|s| ["called", "serving", "offline", "transfer"].contains(&s.0))
        {
            let name = format!("{}-{word}", scene.0);
            complaints.extend(look(scene, theme, Language::VI, &name).err());
        }
    }
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// Drawn larger than the screen has room for: two pages, and fewer rows.
#[test]
fn drawn_large() {
    let mut complaints = Vec::new();
    for (percent, scale, size) in [(150, 1.5, (1366, 768)), (200, 2.0, (1920, 1080))] {
        for (name, view, then) in SCENES {
            if ![
                "called",
                "serving-again",
                "transfer",
                "find",
                "menu",
                "hold",
                "offline",
            ]
            .contains(&name)
            {
                continue;
            }
            let screen = Screen::sized(ThemeMode::Light, Language::VI, scale, size);
            screen.hear_all(view());
            then(&screen);
            complaints.extend(compare(&screen, &format!("{name}-{percent}")).err());
        }
        let screen = Screen::sized(ThemeMode::Light, Language::VI, scale, size);
        screen.hear_all(views::ready());
        screen.with(Key::Control, Key::Tab);
        complaints.extend(compare(&screen, &format!("lists-{percent}")).err());
        let screen = Screen::sized(ThemeMode::Light, Language::VI, scale, size);
        screen.hear_all(again());
        screen.click("Xem tiếp về khách");
        complaints.extend(compare(&screen, &format!("scrolled-{percent}")).err());
    }
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// The small bar in its states.
#[test]
fn the_bar() {
    let bars: [Scene; 7] = [
        ("bar-serving", || views::serving("A012"), |_| {}),
        ("bar-called", || fresh(views::called("A012")), |_| {}),
        ("bar-ready", views::ready, |_| {}),
        ("bar-idle", views::idle, |_| {}),
        ("bar-break", views::pausing, |_| {}),
        (
            "bar-staff-called",
            || views::serving("A012"),
            |screen| screen.hear_hall(views::hall_with_a_call()),
        ),
        (
            "bar-offline",
            || views::serving("A012"),
            |screen| {
                screen.lose(views::serving("A012"));
            },
        ),
    ];
    let mut complaints = Vec::new();
    for language in [Language::VI, Language::EN] {
        for (name, view, then) in &bars {
            let screen = Screen::new(ThemeMode::Light, language);
            screen.hear_all(view());
            screen.window.show_system_keys(&SystemKeys {
                next: "Ctrl+Alt+Space".to_owned(),
                recall: "Ctrl+Alt+Enter".to_owned(),
            });
            screen.key(Key::F11);
            then(&screen);
            complaints.extend(compare(&screen, &format!("{name}-{language}")).err());
        }
    }
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

fn look(scene: &Scene, theme: ThemeMode, language: Language, name: &str) -> Result<(), String> {
    let screen = Screen::new(theme, language);
    screen.hear_all(scene.1());
    scene.2(&screen);
    compare(&screen, name)
}

fn compare(screen: &Screen, name: &str) -> Result<(), String> {
    let drawn = screen.app().window().take_snapshot().unwrap();
    let pixels = colours(&drawn);
    let expected = folder().join(format!("{name}.png"));
    if std::env::var_os("XINMOI_BLESS").is_some() {
        save(&drawn, &expected);
        return Err(format!("{name}: drawn anew"));
    }
    let reference = load(&expected);
    let differing = pixels
        .iter()
        .zip(&reference)
        .filter(|(a, b)| differ(**a, **b))
        .count();
    if reference.len() == pixels.len() && differing * DIFFERING_ONE_IN <= pixels.len() {
        return Ok(());
    }
    save(&drawn, &folder().join(format!("{name}.actual.png")));
    Err(format!(
        "{name}: {differing} of {} pixels differ; see {name}.actual.png",
        pixels.len()
    ))
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screens")
}

fn colours(picture: &SharedPixelBuffer<Rgba8Pixel>) -> Vec<Colour> {
    picture
        .as_slice()
        .iter()
        .map(|pixel| [pixel.r, pixel.g, pixel.b])
        .collect()
}

fn differ(a: Colour, b: Colour) -> bool {
    a.iter()
        .zip(b)
        .any(|(a, b)| a.abs_diff(b) > CHANNEL_TOLERANCE)
}

/// As an indexed PNG; smoothed edges are rounded to few levels, which keeps the pictures small.
fn save(picture: &SharedPixelBuffer<Rgba8Pixel>, path: &Path) {
    let pixels: Vec<Colour> = colours(picture).into_iter().map(rounded).collect();
    let mut palette = pixels.clone();
    palette.sort_unstable();
    palette.dedup();
    assert!(
        palette.len() <= 256,
        "more colours than an indexed picture holds"
    );
    let index: HashMap<Colour, u8> = palette.iter().copied().zip(0..=u8::MAX).collect();
    let file = BufWriter::new(File::create(path).unwrap());
    let mut encoder = png::Encoder::new(file, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::High);
    let indices: Vec<u8> = pixels.iter().map(|pixel| index[pixel]).collect();
    encoder
        .write_header()
        .unwrap()
        .write_image_data(&indices)
        .unwrap();
}

fn rounded(colour: Colour) -> Colour {
    colour.map(|channel| {
        let level = (u16::from(channel) * LEVELS + 127) / 255;
        u8::try_from(level * 255 / LEVELS).unwrap()
    })
}

/// Empty where there is no picture yet.
fn load(path: &Path) -> Vec<Colour> {
    let Ok(file) = File::open(path) else {
        return Vec::new();
    };
    let mut decoder = png::Decoder::new(BufReader::new(file));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut bytes).unwrap();
    bytes.as_chunks::<3>().0.to_vec()
}
