//! By sound and four keys alone: what is said, where the keys lead, what nobody hears.

use crate::hall;
use crate::hand::{Hand, attempt};
use kiosk_ui::view_model::aloud::{PadKey, Reader, Said, Speech, Spot};
use kiosk_ui::view_model::page::{Question, ScreenPage};
use kiosk_ui::view_model::{Call, Effect, Message, Touch};
use queue_protocol::{Language, Purpose};
use std::time::Duration;

/// What is said, in short: phrases by their names.
pub fn transcript(speech: &Speech) -> String {
    let words = speech.said.iter().map(|said| match said {
        Said::Phrase(phrase) => phrase.name().to_owned(),
        Said::Language(language) => format!("[{language}]"),
        Said::Name(name) => format!("\"{name}\""),
        Said::Ticket(number) => format!("#{number}"),
        Said::Number(number) => number.to_string(),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Somebody who only hears.
struct Listener {
    hand: Hand,
    reader: Reader,
    effects: Vec<Effect>,
}

impl Listener {
    fn on_a_morning() -> Self {
        let mut listener = Self {
            hand: Hand::on_a_morning(),
            reader: Reader::default(),
            effects: Vec::new(),
        };
        assert_eq!(listener.look(), "", "nothing is said unasked");
        listener
    }

    /// What the screen itself says now.
    fn look(&mut self) -> String {
        let said = self.reader.see(&self.hand.page());
        said.as_ref().map(transcript).unwrap_or_default()
    }

    /// Presses a key a second after whatever was before, and hears the last that is said.
    fn press(&mut self, key: PadKey) -> String {
        let (touch, said) = self.reader.press(key, &self.hand.page());
        self.effects = self.hand.touch(touch);
        let seen = self.look();
        if seen.is_empty() {
            said.as_ref().map(transcript).unwrap_or_default()
        } else {
            seen
        }
    }

    fn spot(&self) -> Option<Spot> {
        self.reader.spot()
    }
}

#[test]
fn the_first_key_has_the_screen_read_and_does_nothing_else() {
    for key in [PadKey::Next, PadKey::Previous, PadKey::Choose, PadKey::Back] {
        let mut listener = Listener::on_a_morning();
        assert_eq!(listener.spot(), None);
        assert_eq!(
            listener.press(key),
            "welcome keys ask-purpose submit collect supplement guidance [en] call-staff"
        );
        assert_eq!(listener.spot(), Some(Spot::Purpose(0)));
        assert!(listener.hand.is_home());
    }
}

#[test]
fn the_keys_go_through_the_choices_and_around() {
    let mut listener = Listener::on_a_morning();
    listener.press(PadKey::Next);
    assert_eq!(listener.press(PadKey::Next), "collect");
    assert_eq!(listener.press(PadKey::Previous), "submit");
    assert_eq!(listener.press(PadKey::Previous), "call-staff");
    assert_eq!(listener.press(PadKey::Previous), "[en]");
    assert_eq!(listener.spot(), Some(Spot::Language));
    let english = listener.press(PadKey::Choose);
    assert!(english.starts_with("welcome") && english.contains("[vi]"));
    assert_eq!(listener.hand.kiosk.visit().language, Language::EN);
    assert_eq!(
        listener.press(PadKey::Back),
        english,
        "there is no screen before: it is read again"
    );
}

#[test]
fn a_ticket_by_sound_alone() {
    let mut listener = Listener::on_a_morning();
    listener.press(PadKey::Choose);
    let services = listener.press(PadKey::Choose);
    assert!(
        services.starts_with("ask-service \"Tư pháp, hộ tịch\" \"Giấy phép lái xe, vận tải\""),
        "{services}"
    );
    assert_eq!(
        listener.press(PadKey::Next),
        "\"Giấy phép lái xe, vận tải\" waiting 12 about 20 to 30 minutes"
    );
    let take = listener.press(PadKey::Choose);
    assert_eq!(
        take,
        "\"Giấy phép lái xe, vận tải\" ask-kind ordinary priority call-staff"
    );
    assert_eq!(listener.press(PadKey::Choose), "asking call-staff");
    let attempt = attempt(&listener.effects);
    let answer = Ok(hall::ticket("A012", false));
    listener.hand.say(Message::Issued { attempt, answer });
    assert_eq!(
        listener.look(),
        "your-number #A012 printing waiting 2 about 10 to 15 minutes sit \"Khu A\" counters 1 2 3 \
         hear-again done cancel call-staff"
    );
    assert!(
        listener
            .press(PadKey::Choose)
            .starts_with("your-number #A012")
    );
}

#[test]
fn a_class_is_heard_in_the_list_and_never_when_it_is_chosen() {
    let mut listener = Listener::on_a_morning();
    listener.hand.choose_justice();
    assert!(listener.press(PadKey::Next).contains("ask-kind"));
    assert_eq!(listener.press(PadKey::Next), "priority");
    let list = listener.press(PadKey::Choose);
    assert_eq!(
        list,
        "ask-class line 1 \"Người cao tuổi (từ đủ 60 tuổi)\" line 2 \"Phụ nữ mang thai\" \
         line 3 \"Người khuyết tật\" call-staff"
    );
    assert_eq!(listener.press(PadKey::Next), "line 2");
    assert_eq!(listener.press(PadKey::Next), "line 3");
    assert_eq!(listener.press(PadKey::Choose), "asking call-staff");
    assert!(matches!(&listener.effects[..], [Effect::Issue(issue)]
        if issue.request.priority.as_deref() == Some("disabled")));
}

#[test]
fn the_next_visitor_is_not_read_to() {
    let mut listener = Listener::on_a_morning();
    listener.press(PadKey::Next);
    listener.press(PadKey::Choose);
    listener.hand.wait(160);
    assert!(listener.hand.is_home());
    assert_eq!(
        listener.reader.see(&listener.hand.page()),
        Some(Speech::default()),
        "silence"
    );
    assert_eq!(listener.spot(), None);
    assert_eq!(listener.look(), "");
}

#[test]
fn who_listens_has_twice_as_much_time() {
    let mut hand = Hand::on_a_morning();
    hand.touch(Touch::Aloud);
    hand.touch(Touch::Purpose(Purpose::Submit));
    hand.wait(119);
    assert_eq!(hand.page().question, None);
    hand.wait(1);
    assert_eq!(hand.page().question, Some(Question::MoreTime(40)));
    let mut listener = Listener {
        hand,
        reader: Reader::default(),
        effects: Vec::new(),
    };
    assert_eq!(listener.look(), "ask-more-time more-time home");
    listener.hand.wait(1);
    assert_eq!(listener.look(), "", "the countdown is not counted aloud");
    assert!(listener.press(PadKey::Back).starts_with("ask-service"));
}

#[test]
fn what_only_changes_its_figures_is_not_read_again() {
    let mut listener = Listener::on_a_morning();
    listener.press(PadKey::Next);
    listener.press(PadKey::Choose);
    listener.press(PadKey::Next);
    let mut view = hall::morning();
    view.services[1].waiting = 40;
    listener.hand.hear(view);
    assert_eq!(listener.look(), "");
    assert_eq!(listener.spot(), Some(Spot::Service(1)), "the keys stay");
    listener.press(PadKey::Previous);
    assert!(listener.press(PadKey::Next).contains("waiting 40"));
}

#[test]
fn a_service_that_takes_nobody_says_so_and_is_not_taken() {
    let mut listener = Listener::on_a_morning();
    listener.press(PadKey::Next);
    listener.press(PadKey::Choose);
    listener.press(PadKey::Next);
    listener.press(PadKey::Next);
    let shut = "\"Hộ chiếu, căn cước\" paused again-at \"13:15\"";
    assert_eq!(listener.press(PadKey::Next), shut);
    assert_eq!(listener.press(PadKey::Choose), shut);
    assert!(matches!(listener.hand.screen(), ScreenPage::Choose(_)));
    assert!(listener.press(PadKey::Back).starts_with("welcome"));
}

#[test]
fn without_a_voice_for_names_staff_are_offered_first() {
    let mut listener = Listener::on_a_morning();
    listener.hand.say(Message::Voice {
        heard: true,
        names: false,
    });
    assert!(listener.press(PadKey::Next).starts_with("welcome"));
    let services = listener.press(PadKey::Choose);
    assert!(
        services.starts_with("ask-service no-names call-staff"),
        "{services}"
    );
    assert_eq!(listener.press(PadKey::Choose), "staff-told");
    assert_eq!(listener.hand.page().frame.call, Call::Told);
}

#[test]
fn staff_are_told_of_a_kiosk_that_cannot_be_heard() {
    let mut hand = Hand::on_a_morning();
    let deaf = Message::Voice {
        heard: false,
        names: true,
    };
    let told = hand.say(deaf);
    assert!(
        matches!(&told[..], [Effect::Tell(state)] if state.silent),
        "{told:?}"
    );
    hand.now += Duration::from_secs(1);
    hand.touch(Touch::Aloud);
    assert!(hand.page().frame.aloud, "it is lived with");
}

#[test]
fn an_agency_and_its_procedure_are_found_by_keys_alone() {
    let mut listener = Listener::on_a_morning();
    for _ in 0..2 {
        listener.press(PadKey::Choose);
    }
    assert_eq!(listener.press(PadKey::Previous), "call-staff");
    assert_eq!(listener.press(PadKey::Previous), "by-agency");
    assert_eq!(
        listener.press(PadKey::Choose),
        "ask-agency \"Sở Tư pháp\" \"Sở Giao thông vận tải\" \"Công an tỉnh Khánh Hòa\" \
         \"Sở Tài nguyên và Môi trường\" call-staff"
    );
    assert_eq!(
        listener.press(PadKey::Next),
        "\"Sở Giao thông vận tải\" 4 procedures"
    );
    let procedures = listener.press(PadKey::Choose);
    assert!(
        procedures.starts_with("ask-procedure \"Sở Giao thông vận tải\" \"Đổi giấy phép lái xe\""),
        "{procedures}"
    );
    let taken = listener.press(PadKey::Choose);
    assert!(
        taken.starts_with("\"Đổi giấy phép lái xe\" ask-kind"),
        "{taken}"
    );
    assert!(listener.press(PadKey::Back).starts_with("ask-procedure"));
    assert!(listener.press(PadKey::Back).starts_with("ask-agency"));
}
