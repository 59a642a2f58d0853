//! The voice's thread on a sound device that only notes, and a synthesiser that is a small script.

use kiosk_ui::aloud_settings::{AloudSettings, VoiceSettings};
use kiosk_ui::shell::Inbox;
use kiosk_ui::shell::voice::Voice;
use kiosk_ui::view_model::Message;
use kiosk_ui::view_model::aloud::{Phrase, Said, Speech};
use queue_protocol::Language;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;
use tempfile::TempDir;
use voice_announcer::{Output, OutputError, OutputState, Sound};

const PATIENCE: Duration = Duration::from_secs(20);

/// What the device was given, and how it behaves.
#[derive(Default)]
struct Heard {
    /// The length of each sound, in samples.
    sounds: Vec<usize>,
    endless: bool,
    missing: bool,
    open: bool,
}

#[derive(Clone, Default)]
struct Ear(Arc<(Mutex<Heard>, Condvar)>);

impl Ear {
    fn change<T>(&self, change: impl FnOnce(&mut Heard) -> T) -> T {
        let changed = change(&mut self.0.0.lock().unwrap());
        self.0.1.notify_all();
        changed
    }

    /// Waits until the device is as expected.
    fn wait_until(&self, what: &str, is_so: impl Fn(&Heard) -> bool) {
        let heard = self.0.0.lock().unwrap();
        let (heard, waited) = self
            .0
            .1
            .wait_timeout_while(heard, PATIENCE, |heard| !is_so(heard))
            .unwrap();
        assert!(!waited.timed_out(), "{what}: {:?}", heard.sounds);
    }
}

struct Device(Ear);

impl Output for Device {
    fn open(&mut self) -> Result<(), OutputError> {
        self.0.change(|heard| {
            heard.open = !heard.missing;
            if heard.missing {
                return Err(OutputError("no device".to_owned()));
            }
            Ok(())
        })
    }

    fn start(&mut self, sound: Sound) -> Result<(), OutputError> {
        self.0
            .change(|heard| heard.sounds.push(sound.samples().len()));
        Ok(())
    }

    fn state(&mut self) -> Result<OutputState, OutputError> {
        Ok(self.0.change(|heard| {
            if heard.endless {
                OutputState::Playing
            } else {
                OutputState::Quiet
            }
        }))
    }

    fn close(&mut self) {
        self.0.change(|heard| heard.open = false);
    }
}

/// Whether it can be heard and whether it can say names, each time that it told.
type Told = Arc<(Mutex<Vec<(bool, bool)>>, Condvar)>;

/// A voice, its device, what it tells the window, and a folder for a synthesiser.
struct Rig {
    voice: Voice,
    ear: Ear,
    told: Told,
    folder: TempDir,
}

impl Rig {
    fn new(program: &str, change: impl FnOnce(&mut AloudSettings)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let script = folder.path().join("speak");
        std::fs::write(&script, program).unwrap();
        let mut settings = AloudSettings::default();
        let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets");
        settings.voices = Some(assets.join("voices"));
        let names = ["sh", &script.to_string_lossy(), "{file}"].map(str::to_owned);
        settings.vietnamese.synthesiser = names.to_vec();
        change(&mut settings);
        let ear = Ear::default();
        let told = Told::default();
        let news = Arc::clone(&told);
        let slot: Arc<Mutex<Option<Inbox>>> = Arc::default();
        let own = Arc::clone(&slot);
        let inbox = Inbox::new(move || {
            let inbox = own.lock().unwrap().clone();
            for message in inbox.into_iter().flat_map(|inbox| inbox.take()) {
                if let Message::Voice { heard, names } = message {
                    news.0.lock().unwrap().push((heard, names));
                }
            }
            news.1.notify_all();
        });
        *slot.lock().unwrap() = Some(inbox.clone());
        let device = ear.clone();
        let voice = Voice::start(settings, move || Device(device), inbox).unwrap();
        Self {
            voice,
            ear,
            told,
            folder,
        }
    }

    fn say(&self, said: impl IntoIterator<Item = Said>) {
        self.voice.speak(Speech {
            language: Language::VI,
            said: said.into_iter().collect(),
        });
    }

    fn is_told(&self, expected: (bool, bool)) {
        let told = self.told.0.lock().unwrap();
        let waiting = |told: &mut Vec<(bool, bool)>| told.last() != Some(&expected);
        let (told, waited) = self
            .told
            .1
            .wait_timeout_while(told, PATIENCE, waiting)
            .unwrap();
        assert!(!waited.timed_out(), "{told:?}");
    }

    fn lines(&self) -> Vec<String> {
        let log = std::fs::read_to_string(self.folder.path().join("log"));
        log.unwrap_or_default().lines().map(str::to_owned).collect()
    }
}

fn clip(name: &str) -> usize {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/voices/vi-south");
    let sound = Sound::of_clip(&folder, name).unwrap().unwrap();
    sound.samples().len()
}

fn name(words: &str) -> Said {
    Said::Name(words.to_owned())
}

/// Notes each line, and speaks a clip of the shipped voice.
fn speaking() -> String {
    let clip = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/voices/vi-south/digit-1.ogg");
    format!(
        "read line; echo \"$line\" >> \"$(dirname \"$0\")/log\"; cp {} \"$1\"",
        clip.display()
    )
}

#[test]
fn fixed_texts_numbers_and_tickets_are_clips_and_names_are_synthesised_once() {
    let rig = Rig::new(&speaking(), |_| {});
    for _ in 0..2 {
        rig.ear.change(|heard| heard.sounds.clear());
        rig.say([
            Phrase::YourNumber.into(),
            Said::Ticket("A12".to_owned()),
            Said::Number(24),
            name("Khu A"),
        ]);
        rig.ear
            .wait_until("six sounds", |heard| heard.sounds.len() == 6);
    }
    let clips = [
        "aloud-your-number",
        "letter-a",
        "digit-1",
        "digit-2",
        "number-24-south",
    ];
    rig.ear
        .change(|heard| assert_eq!(heard.sounds[..5], clips.map(clip)));
    assert_eq!(rig.lines(), ["Khu A"]);
    assert!(rig.told.0.lock().unwrap().is_empty(), "nothing is wrong");
}

#[test]
fn a_language_without_a_bank_is_synthesised_whole() {
    let third = Language::from_word("x-long").expect("in debug builds");
    let rig = Rig::new(&speaking(), |settings| {
        let voice = VoiceSettings {
            bank: third.to_string(),
            ..settings.vietnamese.clone()
        };
        settings.others.insert(third, voice);
    });
    let said = vec![
        Phrase::YourNumber.into(),
        Said::Ticket("A1".to_owned()),
        Said::Number(24),
    ];
    let language = third;
    rig.voice.speak(Speech { language, said });
    rig.ear
        .wait_until("all of it", |heard| heard.sounds.len() == 4);
    assert_eq!(rig.lines()[1..], ["A", "1", "24"]);
    assert!(!rig.lines()[0].is_empty(), "its own words");
}

#[test]
fn a_new_speech_cuts_the_old_one_at_once() {
    let rig = Rig::new(&speaking(), |_| {});
    rig.ear.change(|heard| heard.endless = true);
    rig.say([Phrase::Welcome.into(), Phrase::Keys.into()]);
    let welcome = clip("aloud-welcome");
    rig.ear
        .wait_until("the first", |heard| heard.sounds == [welcome]);
    rig.say([Phrase::Submit.into()]);
    let submit = clip("aloud-submit");
    rig.ear.wait_until("silence, then the newer one", |heard| {
        heard.sounds == [welcome, 1, submit]
    });
}

#[test]
fn silence_lets_the_device_go() {
    let rig = Rig::new(&speaking(), |_| {});
    rig.ear.change(|heard| heard.endless = true);
    rig.say([Phrase::Welcome.into()]);
    rig.ear
        .wait_until("it speaks", |heard| heard.open && !heard.sounds.is_empty());
    rig.voice.speak(Speech::default());
    rig.ear.wait_until("closed", |heard| !heard.open);
}

#[test]
fn a_missing_sound_card_is_told_and_tried_again() {
    let rig = Rig::new(&speaking(), |_| {});
    rig.ear.change(|heard| heard.missing = true);
    rig.say([Phrase::Welcome.into()]);
    rig.is_told((false, true));
    rig.ear.change(|heard| heard.missing = false);
    rig.say([Phrase::Welcome.into()]);
    rig.is_told((true, true));
    rig.ear
        .wait_until("it speaks", |heard| heard.sounds.len() == 1);
}

#[test]
fn without_a_synthesiser_the_fixed_texts_are_still_spoken() {
    for program in [
        vec![],
        vec!["/nowhere/speak".to_owned(), "{file}".to_owned()],
    ] {
        let rig = Rig::new("", |settings| settings.vietnamese.synthesiser = program);
        rig.say([name("Khu A"), Phrase::Sit.into()]);
        rig.is_told((true, false));
        let sit = clip("aloud-sit");
        rig.ear
            .wait_until("the fixed text", |heard| heard.sounds == [sit]);
        rig.voice.speak(Speech::default());
        rig.is_told((true, true));
    }
}

#[test]
fn a_synthesiser_that_hangs_is_ended() {
    let rig = Rig::new("exec sleep 600", |settings| settings.time_limit_ms = 50);
    rig.say([name("Khu A"), Phrase::Sit.into()]);
    rig.is_told((true, false));
    let sit = clip("aloud-sit");
    rig.ear
        .wait_until("the fixed text", |heard| heard.sounds == [sit]);
}

#[test]
fn a_synthesiser_at_work_is_ended_by_the_next_key() {
    let rig = Rig::new(
        "touch \"$(dirname \"$0\")/log\"; exec sleep 600",
        |settings| {
            settings.time_limit_ms = 600_000;
        },
    );
    rig.say([name("Khu A")]);
    let log = rig.folder.path().join("log");
    while !log.exists() {
        std::thread::yield_now();
    }
    rig.say([Phrase::Sit.into()]);
    let sit = clip("aloud-sit");
    rig.ear
        .wait_until("the newer one", |heard| heard.sounds.last() == Some(&sit));
}
