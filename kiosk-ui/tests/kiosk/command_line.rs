//! What is said on the command line and in the configuration file, right and wrong.

use clap::Parser as _;
use kiosk_ui::command_line::{Command, CommandLine, WindowSize};
use kiosk_ui::settings::{Settings, SettingsError};
use queue_protocol::Language;
use std::path::{Path, PathBuf};
use ticket_printer::Connection;

const WHOLE: &str = r#"service = "http://127.0.0.1:8642"
token_file = "kiosk.token"

[screen]
width_mm = 268
fullscreen = true

[printer]
connection = { file = "slips.bin" }
width = 384
"#;

fn read(text: &str) -> Result<Settings, SettingsError> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("kiosk.toml");
    std::fs::write(&path, text).expect("written");
    Settings::read(&path)
}

#[test]
fn a_whole_file_is_read_and_its_paths_are_relative_to_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("kiosk.toml");
    std::fs::write(&path, WHOLE).expect("written");
    let settings = Settings::read(&path).expect("a good file");
    assert_eq!(settings.token_file, folder.path().join("kiosk.token"));
    assert!(settings.screen.fullscreen);
    assert_eq!(settings.screen.languages, Language::shipped());
    let Connection::File(slips) = settings.printer.connection else {
        panic!("a file was named");
    };
    assert_eq!(slips, folder.path().join("slips.bin"));
    assert_eq!(settings.printer.width.dots(), 384);
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    for (from, to, expected) in [
        (
            "width_mm = 268",
            "widht_mm = 268",
            ["line 5", "widht_mm", "width_mm"],
        ),
        (
            "fullscreen = true",
            "fullscreen = 1",
            ["line 6", "fullscreen", "boolean"],
        ),
        (
            "{ file = \"slips.bin\" }",
            "{ lpt = 1 }",
            ["line 9", "lpt", "tcp"],
        ),
        (
            "width = 384",
            "width = 400",
            ["line 10", "400", "384, 512, 576 or 640"],
        ),
    ] {
        let text = read(&WHOLE.replace(from, to)).expect_err(to).to_string();
        for word in expected {
            assert!(text.contains(word), "{to}: no {word:?} in {text}");
        }
        assert!(text.contains("kiosk.toml"), "{text}");
    }
    let text = read(&WHOLE.replace("width_mm = 268", "width_mm = 0"))
        .expect_err("0 mm")
        .to_string();
    assert!(text.contains("width_mm"), "{text}");
    for (languages, expected) in [
        (
            "[\"vi\", \"tlh\"]",
            "unknown language `tlh`, expected one of vi, en",
        ),
        ("[\"en\"]", "expected \"vi\" to be one of them"),
    ] {
        let line = format!("width_mm = 268\nlanguages = {languages}");
        let error = read(&WHOLE.replace("width_mm = 268", &line)).expect_err(languages);
        assert!(error.to_string().contains(expected), "{error}");
    }
}

#[test]
fn without_a_file_an_example_is_shown_that_is_itself_right() {
    let error = Settings::read(Path::new("/nowhere/kiosk.toml"))
        .expect_err("no file")
        .to_string();
    let example = error
        .split("such as\n\n")
        .nth(1)
        .and_then(|rest| rest.split("\nThe token").next());
    read(example.expect("an example")).expect("the example is right");
}

#[test]
fn a_token_that_others_can_read_is_refused() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("kiosk.toml");
    std::fs::write(&path, WHOLE).expect("written");
    let settings = Settings::read(&path).expect("a good file");
    assert!(
        settings
            .client()
            .expect_err("no token")
            .to_string()
            .contains("kiosk.token")
    );
    let token = folder.path().join("kiosk.token");
    std::fs::write(&token, "secret\n").expect("written");
    std::fs::set_permissions(&token, std::fs::Permissions::from_mode(0o644)).expect("set");
    assert!(
        settings
            .client()
            .expect_err("open to all")
            .to_string()
            .contains("chmod 600")
    );
    std::fs::set_permissions(&token, std::fs::Permissions::from_mode(0o600)).expect("set");
    settings.client().expect("a good token");
}

#[test]
fn the_command_line_takes_its_words() {
    let line = CommandLine::try_parse_from(["xinmoi-kiosk"]).expect("nothing is enough");
    assert_eq!(line.config, PathBuf::from("/etc/xinmoi/kiosk.toml"));
    let size = ["xinmoi-kiosk", "--config", "k.toml", "--size", "1080x1920"];
    let line = CommandLine::try_parse_from(size).expect("a size");
    assert_eq!(
        line.size,
        Some(WindowSize {
            width: 1080,
            height: 1920
        })
    );
    let test = [
        "xinmoi-kiosk",
        "print-test",
        "--config",
        "k.toml",
        "--png",
        "a.png",
    ];
    let line = CommandLine::try_parse_from(test).expect("a command");
    assert!(matches!(
        line.command,
        Some(Command::PrintTest { png: Some(_) })
    ));
    for wrong in ["1080", "0x1920", "1080x", "ax9"] {
        assert!(
            CommandLine::try_parse_from(["xinmoi-kiosk", "--size", wrong]).is_err(),
            "{wrong}"
        );
    }
}
