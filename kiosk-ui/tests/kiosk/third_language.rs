//! A language that is nothing but files, beside the shipped two: on the switch, on every screen, on the slip, in the air.

use crate::hall;
use crate::hand::{Hand, attempt};
use crate::pictures::{all_look_as_agreed, of, picture, speak};
use crate::scenes::{LYING, Scene, UPRIGHT, all_screens};
use crate::walk::complaints;
use kiosk_ui::view_model::aloud::Heard;
use kiosk_ui::view_model::page::ScreenPage;
use kiosk_ui::view_model::{Effect, Kiosk, Message, Touch};
use queue_protocol::{Language, Purpose};
use ticket_printer::{PaperWidth, SlipDrawer};

fn third() -> Language {
    Language::from_word("x-long").expect("in debug builds")
}

fn three() -> [Language; 3] {
    [Language::VI, Language::EN, third()]
}

#[test]
fn a_visit_in_it_from_the_switch_to_the_slip() {
    let scene = Scene::offering(&three(), UPRIGHT);
    for language in three() {
        let chosen = scene.button(language.name()).accessible_checked();
        assert_eq!(chosen, Some(language == Language::VI), "{language}");
    }
    scene.touch(third().name());
    assert_eq!(
        scene.button(third().name()).accessible_checked(),
        Some(true)
    );
    scene.touch("Nộpnộ hồh sơs");
    // A centre has names in two languages: of those, strangers read the English.
    scene.touch("Justice, civil status");
    scene.touch("Lấylấ sốs thườngthư");
    let effects = scene.effects();
    let [Effect::Issue(issue)] = &effects[..] else {
        panic!("{effects:?}");
    };
    let sent = serde_json::to_value(&issue.request).expect("written");
    assert_eq!(sent["language"], "x-long");

    let (attempt, answer) = (issue.attempt, Ok(hall::ticket("A012", false)));
    scene.say(Message::Issued { attempt, answer });
    let effects = scene.effects();
    let [Effect::Print { slip, .. }] = &effects[..] else {
        panic!("{effects:?}");
    };
    assert_eq!(slip.language, third());
    let mut draw = |language| {
        let slip = ticket_printer::Slip {
            language,
            ..(**slip).clone()
        };
        SlipDrawer::new().draw(&slip, PaperWidth::Dots576)
    };
    let [vietnamese, english, long] = three().map(&mut draw);
    assert!(long != vietnamese && long != english, "words of its own");

    scene.touch("Xongxo");
    assert!(scene.find("Nộp hồ sơ").is_some(), "as the next one reads");
}

#[test]
fn who_only_hears_is_offered_every_other_language() {
    let mut hand = Hand::on_a_morning();
    hand.kiosk = Kiosk::new(&three(), hand.now);
    hand.say(Message::Centre(hall::centre()));
    hand.hear(hall::morning());
    let offered = |hand: &Hand| {
        let choices = Heard::page(&hand.page()).choices.into_iter();
        choices
            .filter_map(|choice| match choice.touch {
                Some(Touch::Language(language)) => Some(language),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(offered(&hand), [Language::EN, third()]);
    hand.touch(Touch::Language(third()));
    assert_eq!(offered(&hand), [Language::VI, Language::EN]);
    hand.touch(Touch::Purpose(Purpose::Submit));
    assert!(matches!(hand.screen(), ScreenPage::Choose(_)));
    hand.touch(Touch::Service("tu-phap".to_owned()));
    let issued = hand.touch(Touch::Ordinary);
    let answer = Ok(hall::ticket("A012", false));
    let attempt = attempt(&issued);
    hand.say(Message::Issued { attempt, answer });
    hand.touch(Touch::Done);
    assert_eq!(hand.kiosk.visit().language, Language::VI);
}

#[test]
fn a_kiosk_may_offer_one_only() {
    let scene = Scene::offering(&[Language::VI], UPRIGHT);
    assert!(scene.find(Language::VI.name()).is_none(), "no switch");
    assert!(scene.find("Nộp hồ sơ").is_some());
}

fn check(size: (u32, u32), aid: Option<&str>) {
    let mut found = Vec::new();
    for (name, reach) in all_screens() {
        let scene = Scene::offering(&three(), size);
        if let Some(aid) = aid {
            scene.touch(aid);
        }
        reach(&scene);
        speak(&scene, name, third());
        let here = complaints(&scene, size).into_iter();
        found.extend(here.map(|complaint| format!("{name}: {complaint}")));
    }
    assert!(found.is_empty(), "\n  {}\n", found.join("\n  "));
}

#[test]
fn it_fits_every_screen_upright() {
    check(UPRIGHT, None);
}

#[test]
fn it_fits_every_screen_upright_and_low() {
    check(UPRIGHT, Some("Nút thấp"));
}

#[test]
fn it_fits_every_screen_lying_down() {
    check(LYING, None);
}

#[test]
fn the_switch_of_three() {
    let upright = [("home", None), ("ticket", None), ("home", Some("Nút thấp"))];
    let scenes = upright.map(|(name, aid)| (name, UPRIGHT, aid));
    let scenes = scenes.into_iter().chain([("home", LYING, None)]);
    all_look_as_agreed(scenes.map(|(name, size, aid)| {
        let scene = Scene::offering(&three(), size);
        if let Some(aid) = aid {
            scene.touch(aid);
        }
        of(name)(&scene);
        speak(&scene, name, third());
        let mode = match (size, aid) {
            (LYING, _) => ".lying",
            (_, Some(_)) => ".low",
            _ => "",
        };
        picture(&scene, &format!("{name}{mode}.{}", third()))
    }));
}
