//! What an administrator writes, and what he is told when it is wrong.

use display_board::command_line::{Arguments, Task};
use display_board::settings::{Reading, WidthMm, read};
use queue_protocol::Language;
use std::fs;
use std::path::PathBuf;

struct File {
    _folder: tempfile::TempDir,
    path: PathBuf,
}

fn file(text: &str) -> File {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("board.toml");
    fs::write(&path, text).unwrap();
    File {
        _folder: folder,
        path,
    }
}

const LEAST: &str = "service = \"http://127.0.0.1:8642\"\ntoken_file = \"board.token\"\n";

#[test]
fn two_lines_are_enough() {
    let file = file(LEAST);
    let settings = read(&file.path).unwrap();
    assert_eq!(settings.token_file, file.path.with_file_name("board.token"));
    assert_eq!(settings.screen.width_mm, WidthMm(1218.0));
    assert!(settings.screen.fullscreen && settings.voice.enabled);
    let banks = settings.voice.choice().banks;
    assert_eq!(banks[&Language::VI], "vi-south");
    assert_eq!(banks[&Language::EN], "en");
}

#[test]
fn everything_can_be_set() {
    let text = format!(
        "{LEAST}[screen]\nwidth_mm = 952.5\nfullscreen = false\nlanguage = \"en\"\n[voice]\nenabled = false\n\
         bank = \"vi-north\"\nenglish = \"\"\nreading = \"north\"\ntimes = 2\nvolume = 0.5\n\
         volume_by_hour = {{ \"06:30-07:30\" = 0.25 }}\nquiet = [\"11:30-13:00\"]\nnotices = false\nrecord_to = \"heard\"\n\
         others = {{ x-long = \"long\" }}\n"
    );
    let file = file(&text);
    let settings = read(&file.path).unwrap();
    assert_eq!(settings.voice.reading, Reading::North);
    let banks = settings.voice.choice().banks;
    let third = Language::from_word("x-long").unwrap();
    assert_eq!(banks[&Language::VI], "vi-north");
    assert_eq!((banks.get(&Language::EN), &*banks[&third]), (None, "long"));
    assert!((settings.voice.volume.0 - 0.5).abs() < f32::EPSILON);
    assert!(!settings.voice.notices);
    let heard = file.path.with_file_name("heard");
    assert_eq!(settings.voice.record_to, Some(heard));
    let plan = settings.voice.plan();
    for (time, volume) in [("06:00", 0.5), ("07:00", 0.25), ("12:00", 0.0)] {
        let time = format!("{time}:00").parse().unwrap();
        assert!(
            (plan.at(Some(time)) - volume).abs() < f32::EPSILON,
            "{time}"
        );
    }
}

#[test]
fn a_wrong_line_is_named_with_what_was_expected() {
    for (wrong, line, expected) in [
        ("sevice = 1\n", "line 3", "unknown field `sevice`"),
        (
            "[voice]\nvolume = 3\n",
            "line 4",
            "expected a volume from 0 to 1",
        ),
        ("[voice]\ntimes = 0\n", "line 4", "expected 1 or 2"),
        (
            "[voice]\nreading = \"west\"\n",
            "line 4",
            "expected `north` or `south`",
        ),
        (
            "[voice]\nquiet = [\"noon\"]\n",
            "line 4",
            "such as 11:30-13:00",
        ),
        (
            "[voice]\nvolume_by_hour = { \"06:00-07:00\" = 2 }\n",
            "line 4",
            "expected a volume from 0 to 1",
        ),
        ("[screen]\nwidth_mm = \"wide\"\n", "line 4", "expected f64"),
        ("[screen]\nwidth_mm = 5\n", "line 4", "100 to 10000"),
    ] {
        let file = file(&format!("{LEAST}{wrong}"));
        let told = read(&file.path).unwrap_err().to_string();
        for word in ["board.toml", line, expected] {
            assert!(told.contains(word), "{word} in {told}");
        }
    }
}

#[test]
fn no_file_is_told_with_its_name() {
    let told = read(&PathBuf::from("/nowhere/board.toml"))
        .unwrap_err()
        .to_string();
    assert!(
        told.contains("/nowhere/board.toml") && told.contains("--config"),
        "{told}"
    );
}

fn said(line: &str) -> Result<Arguments, clap::Error> {
    use clap::Parser as _;
    Arguments::try_parse_from(line.split(' '))
}

#[test]
fn an_announcement_is_asked_for_on_the_command_line() {
    let arguments = said("board say a012 7 --lang vi --lang en --priority --wav call.wav").unwrap();
    let Some(Task::Say(said_)) = arguments.task else {
        panic!()
    };
    assert_eq!(said_.number.to_string(), "A012");
    assert_eq!(said_.languages.len(), 2);
    assert!(said_.priority && !said_.recall && !said_.words);

    for wrong in [
        "board say A012 7",
        "board say A012 0 --words",
        "board say 12 7 --words",
        "board say A012 7 --words --lang fr",
        "board --size 12",
        "board --size 1920x1080 --fullscreen",
    ] {
        assert!(said(wrong).is_err(), "{wrong}");
    }
    let size = said("board --size 3840x2160").unwrap().size.unwrap();
    assert_eq!((size.width, size.height), (3840, 2160));
}

#[test]
fn notices_and_voices_are_asked_for_on_the_command_line() {
    for right in [
        "board say A012 7 --short --words",
        "board tell missed A012",
        "board tell transferred A012 9 --wav told.wav",
        "board tell transferred A012",
        "board tell break 7 15",
        "board tell closing 15",
        "board voice check here",
        "board voice script here --lang en",
        "board voice import here long.wav --from 57",
        "board voice synthesise here --time-limit 5 -- speaker -w {file}",
    ] {
        assert!(said(right).is_ok(), "{right}");
    }
    for wrong in [
        "board say A012 7 --short --recall --words",
        "board tell",
        "board tell missed",
        "board tell break 7 61",
        "board tell closing 0",
        "board voice import here",
        "board voice synthesise here",
    ] {
        assert!(said(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_voice_is_begun_synthesised_and_checked() {
    let folder = tempfile::tempdir().unwrap();
    let voice = folder.path().join("our-voice");
    let run = |line: &str| {
        let dir = voice.display().to_string();
        let line = format!(
            "board --config /nowhere.toml voice {}",
            line.replace("DIR", &dir)
        );
        let arguments = said(&line).unwrap();
        let Some(Task::Voice(task)) = &arguments.task else {
            panic!()
        };
        display_board::voice_bank(&arguments, task)
    };
    assert!(run("check DIR").is_err(), "there is none yet");
    run("script DIR").unwrap();
    let told = run("check DIR").unwrap_err().to_string();
    assert!(told.contains("phrase-invite: is missing"), "{told}");
    let clip = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../assets/voices/vi-south/digit-7.ogg"
    );
    run(&format!("synthesise DIR -- cp {clip} {{file}}")).unwrap();
    run("check DIR").unwrap();
    run(&format!("import DIR {clip} --from 40")).unwrap();
    let told = run(&format!("import DIR {clip}")).unwrap_err().to_string();
    assert!(
        told.starts_with("1 pieces between pauses for 119 lines"),
        "{told}"
    );
}

#[test]
fn an_announcement_is_rendered_to_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let wav = folder.path().join("call.wav");
    let line = format!(
        "board --config /nowhere.toml say A012 7 --lang vi --lang en --wav {}",
        wav.display()
    );
    let arguments = said(&line).unwrap();
    let Some(Task::Say(said)) = &arguments.task else {
        panic!()
    };
    display_board::say(&arguments, said).unwrap();
    let bytes = fs::read(wav).unwrap();
    assert_eq!(&bytes[..4], b"RIFF");
    assert!(
        bytes.len() > 22_050 * 2 * 4,
        "longer than 4 s: {}",
        bytes.len()
    );
}
