//! What is said for each kind of call, word by word and clip by clip, against files that a person can read.
//! `UPDATE_GOLDEN=1` writes them anew.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use queue_protocol::Language;
use std::fmt::Write as _;
use std::path::Path;
use voice_announcer::{
    Announcement, LARGEST_COUNTER, Notice, Part, Region, Saying, Speech, Wordings,
};

fn golden(name: &str, actual: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&file, actual).unwrap();
    }
    let expected = std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(actual, expected, "{}", file.display());
}

fn line(speech: &Speech) -> String {
    let show = |part: &Part| match part {
        Part::Chime => "chime".to_owned(),
        Part::Clip(language, id) => format!("{language}/{id}"),
        Part::Pause(ms) => format!("({ms})"),
    };
    speech
        .parts()
        .iter()
        .map(show)
        .collect::<Vec<_>>()
        .join(" ")
}

fn call(number: &str, counter: u16) -> Announcement {
    Announcement::call(number.parse().unwrap(), counter)
}

#[test]
fn every_kind_of_call() {
    let english = || Announcement {
        languages: vec![Language::VI, Language::EN],
        ..call("A012", 7)
    };
    let cases = [
        ("a call", call("A012", 7)),
        ("four digits", call("m1000", 24)),
        ("one digit, a counter without a clip", call("X7", 115)),
        ("the first counter without a clip", call("T999", 61)),
        ("counter 0", call("E000", 0)),
        (
            "priority",
            Announcement {
                priority: true,
                ..call("K105", 15)
            },
        ),
        (
            "a recall",
            Announcement {
                recall: true,
                ..call("A012", 7)
            },
        ),
        (
            "a recall with priority",
            Announcement {
                recall: true,
                priority: true,
                ..call("H040", 21)
            },
        ),
        ("in English after it", english()),
        (
            "in English, with priority",
            Announcement {
                priority: true,
                ..english()
            },
        ),
        (
            "in English, a recall",
            Announcement {
                recall: true,
                ..english()
            },
        ),
        (
            "in English, a recall with priority",
            Announcement {
                recall: true,
                priority: true,
                ..english()
            },
        ),
    ];
    let wordings = Wordings::shipped(Region::South);
    let mut text = String::new();
    for (title, announcement) in cases {
        let (words, clips) = (
            wordings.words(&announcement),
            line(&wordings.speech(&announcement, 1)),
        );
        writeln!(text, "# {title}\n{words}\n{clips}\n").unwrap();
    }
    let twice = line(&wordings.speech(&english(), 2));
    writeln!(text, "# said twice\n{twice}").unwrap();
    golden("calls.txt", &text);
}

#[test]
fn every_kind_of_notice_and_the_short_form() {
    let number = || "A012".parse().unwrap();
    let on_break = |minutes| Notice::Break {
        counter: 24,
        minutes,
    };
    let transferred = |counter| Notice::Transferred {
        number: number(),
        counter,
    };
    let cases = [
        ("transferred", (&transferred(None)).into()),
        ("transferred to a counter", (&transferred(Some(9))).into()),
        ("missed", (&Notice::Missed { number: number() }).into()),
        ("a break", (&on_break(None)).into()),
        ("a break of known length", (&on_break(Some(15))).into()),
        (
            "closing soon",
            (&Notice::ClosingSoon { minutes: 15 }).into(),
        ),
        ("the short form", Saying::short(&call("A012", 7))),
    ];
    let wordings = Wordings::shipped(Region::South);
    let mut text = String::new();
    for (title, saying) in cases {
        let (words, clips) = (wordings.words(&saying), line(&wordings.speech(&saying, 1)));
        writeln!(text, "# {title}\n{words}\n{clips}\n").unwrap();
    }
    golden("notices.txt", &text);
}

#[test]
fn every_counter_in_every_reading() {
    let mut text = String::new();
    for counter in 1..=LARGEST_COUNTER {
        write!(text, "{counter}").unwrap();
        for (language, region) in [
            (Language::VI, Region::South),
            (Language::VI, Region::North),
            (Language::EN, Region::South),
        ] {
            let announcement = Announcement {
                languages: vec![language],
                ..call("A001", counter)
            };
            let wordings = Wordings::shipped(region);
            let speech = wordings.speech(&announcement, 1);
            let Some(Part::Clip(_, clip)) = speech.parts().last() else {
                panic!("{speech:?}")
            };
            let vocabulary = wordings.of(language).unwrap().vocabulary();
            let (_, words) = vocabulary.into_iter().find(|(id, _)| id == clip).unwrap();
            assert!(
                wordings
                    .words(&announcement)
                    .ends_with(&format!(" {words}."))
            );
            write!(text, "\t{clip}: {words}").unwrap();
        }
        text.push('\n');
    }
    golden("counters.txt", &text);
}

#[test]
fn shipped_wordings_are_nfc() {
    for language in [Language::VI, Language::EN] {
        for region in [Region::South, Region::North] {
            let wordings = Wordings::shipped(region);
            for (id, words) in wordings.of(language).unwrap().vocabulary() {
                assert!(!words.is_empty(), "{id} has no words");
                assert_eq!(words, vietnamese::clean(&words), "{id}");
            }
        }
    }
}
