//! What goes onto the paper.

use crate::hall;
use crate::hand::{Hand, attempt};
use kiosk_ui::view_model::{Effect, Key, Message, Touch};
use queue_protocol::{Language, Purpose};
use ticket_printer::{Mark, Slip};

fn slip(effects: Vec<Effect>) -> Slip {
    match effects.into_iter().next() {
        Some(Effect::Print { slip, .. }) => *slip,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_slip_holds_the_ticket_in_the_visitors_language_with_papers_where_known() {
    let mut hand = Hand::on_a_morning();
    hand.touch(Touch::Language(Language::EN));
    hand.touch(Touch::Purpose(Purpose::Submit));
    hand.touch(Touch::Find);
    for letter in "record".chars() {
        hand.touch(Touch::Key(Key::Letter(letter)));
    }
    hand.touch(Touch::Procedure(0));
    let attempt = attempt(&hand.touch(Touch::Ordinary));
    let answer = Ok(hall::ticket("A012", true));
    let slip = slip(hand.say(Message::Issued { attempt, answer }));
    assert_eq!(slip.language, Language::EN);
    assert_eq!(slip.mark, Mark::Original);
    assert_eq!((slip.number.as_str(), slip.priority), ("A012", true));
    assert_eq!(slip.service, "Justice, civil status");
    assert_eq!(slip.zone.as_deref(), Some("Zone A"));
    assert_eq!((slip.counters, slip.people_ahead), (vec![1, 2, 3], Some(2)));
    let procedure = slip.procedure.expect("found by name");
    assert_eq!(procedure.name, "Criminal record certificate");
    assert_eq!(procedure.papers, ["The form", "Identity card"]);
    let page = slip.follow_url.expect("the centre has a public address");
    assert_eq!(page, "https://hall.example.vn/t/0123456789abcdef");
}

#[test]
fn without_procedure_and_public_address_the_slip_is_shorter() {
    let mut catalogue = hall::catalogue();
    catalogue.centre.public_url = None;
    let mut hand = Hand::on_a_morning();
    let centre = kiosk_ui::view_model::Centre::new(catalogue);
    hand.say(Message::Centre(std::sync::Arc::new(centre)));
    hand.choose_justice();
    let attempt = attempt(&hand.touch(Touch::Ordinary));
    let mut ticket = hall::ticket("A012", false);
    ticket.counters = vec![3, 9];
    let slip = slip(hand.say(Message::Issued {
        attempt,
        answer: Ok(ticket),
    }));
    assert_eq!((slip.procedure, slip.follow_url), (None, None));
    assert_eq!(slip.zone, None, "its counters stand in two zones");
    assert_eq!(
        slip.centre_name,
        "Trung tâm Phục vụ hành chính công tỉnh Khánh Hòa"
    );
}
