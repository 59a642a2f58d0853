//! The settings file, good and bad.

use counter_ui::settings::{EXAMPLE, Settings, ThemeName};
use queue_protocol::Language;

fn read(text: &str) -> anyhow::Result<Settings> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("counter.toml");
    std::fs::write(&path, text)?;
    let settings = Settings::read(&path)?;
    assert_eq!(settings.token_file, folder.path().join("counter.token"));
    Ok(settings)
}

#[test]
fn the_example_is_as_it_says() {
    let settings = read(EXAMPLE).unwrap();
    assert_eq!(
        (settings.counter, settings.screen.theme),
        (7, ThemeName::Light)
    );
}

#[test]
fn the_screen_may_be_left_out() {
    let settings =
        read("service = \"http://[::1]:1\"\ntoken_file = \"counter.token\"\ncounter = 3").unwrap();
    assert_eq!(
        (settings.screen.scale, settings.screen.language),
        (1.0, Language::VI)
    );
}

#[test]
fn a_fault_names_file_line_and_what_was_expected() {
    for (line, expected) in [
        ("counters = 7", "unknown field `counters`"),
        ("counter = \"seven\"", "u16"),
        (
            "[screen]\ntheme = \"blue\"",
            "`light`, `dark`, `high-contrast`",
        ),
        ("[screen]\nscale = 3.0", "from 1.0 to 2.0"),
    ] {
        let text = format!("service = \"s\"\ntoken_file = \"counter.token\"\n{line}\n");
        let error = format!("{:#}", read(&text).unwrap_err());
        assert!(
            error.contains("counter.toml") && error.contains("line "),
            "{error}"
        );
        assert!(error.contains(expected), "{error}");
    }
}

#[test]
fn a_missing_file_shows_what_it_looks_like() {
    let error = Settings::read("nowhere/counter.toml".as_ref()).unwrap_err();
    assert!(format!("{error:#}").contains("token_file = \"counter.token\""));
}
