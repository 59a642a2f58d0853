//! A document is adopted at once only if nobody in the hall loses a service or a letter.

use crate::folder::{Files, edit, edited, small};
use chrono::{NaiveDate, NaiveTime};
use queue_core::{
    Actor, Centre, Command, CounterNo, DeviceId, Language, Minute, Moment, OfficerNo, Outcome,
    Place, Purpose, Seq, TicketId, decide, evolve,
};
use queue_service::centre::{Document, losses};
use std::sync::Arc;

/// A Monday with sessions.
const DAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 16).unwrap();
const KIOSK: Actor = Actor::Kiosk(DeviceId(1));
const DESK: Actor = Actor::Counter(DeviceId(2));

struct Hall {
    centre: Centre,
    seq: u64,
}

impl Hall {
    fn open() -> Self {
        let rules = Document::from_files(small()).unwrap().rules();
        let mut hall = Self {
            centre: Centre::new(Arc::new(rules)),
            seq: 0,
        };
        hall.order(Actor::House, &Command::TurnDay { date: DAY });
        hall
    }

    fn order(&mut self, actor: Actor, command: &Command) {
        let offset = self.centre.catalogue.settings.offset;
        let now: Moment = Minute::new(8 * 60).unwrap().on(DAY, offset);
        assert_eq!(
            now.local(offset).0.time(),
            NaiveTime::from_hms_opt(8, 0, 0).unwrap()
        );
        for event in decide(&self.centre, now, actor, command).unwrap().events {
            self.seq += 1;
            evolve(&mut self.centre, Seq(self.seq), now, &event);
        }
    }

    fn issue(&mut self, service: &str) -> TicketId {
        let purpose = if service == "ket-qua" {
            Purpose::Collect
        } else {
            Purpose::Submit
        };
        let command = Command::Issue {
            service: service.into(),
            purpose,
            procedure: None,
            classes: Vec::new(),
            language: Language::VI,
        };
        self.order(KIOSK, &command);
        TicketId(self.seq)
    }

    fn open_counter(&mut self, number: u16) {
        let counter = CounterNo(number);
        self.order(
            DESK,
            &Command::Open {
                counter,
                officer: OfficerNo(7),
                take_over: false,
            },
        );
    }

    fn losses(&self, files: Files) -> Vec<String> {
        let new = Document::from_files(files).unwrap().rules();
        losses(&self.centre, &new, DAY)
            .iter()
            .map(ToString::to_string)
            .collect()
    }
}

/// The small centre in which the letter of `ho-tich` is another.
fn other_letter() -> Files {
    edited("services.toml", "letter = \"A\"", "letter = \"H\"")
}

/// The small centre in which a service has another code.
fn without(service: &str) -> Files {
    let renamed = small().into_iter().map(|(name, bytes)| {
        let text = String::from_utf8(bytes)
            .unwrap()
            .replace(&format!("\"{service}\""), "\"moi\"");
        (
            name,
            text.replace(&format!(",{service},"), ",moi,").into_bytes(),
        )
    });
    renamed.collect()
}

#[test]
fn an_empty_hall_takes_any_centre() {
    let hall = Hall::open();
    assert_eq!(hall.losses(without("ho-tich")), [""; 0]);
    assert_eq!(hall.losses(other_letter()), [""; 0]);
}

#[test]
fn names_hours_and_head_starts_may_change_at_any_time() {
    let mut hall = Hall::open();
    hall.issue("ho-tich");
    hall.open_counter(1);
    let mut files = edited(
        "services.toml",
        "vi = \"Hộ tịch\", en = \"Civil status\" }\nboard",
        "vi = \"Tư pháp\" }\nboard",
    );
    edit(&mut files, "hours.toml", "13:15-16:30", "13:15-16:00");
    edit(
        &mut files,
        "classes.toml",
        "head_start_minutes = 60",
        "head_start_minutes = 45",
    );
    assert_eq!(hall.losses(files), [""; 0]);
}

#[test]
fn an_open_ticket_keeps_its_service_and_letter() {
    let mut hall = Hall::open();
    hall.issue("ho-tich");
    assert_eq!(
        hall.losses(without("ho-tich")),
        [
            "A001 is open in service `ho-tich`, which the new document does not have today",
            "A001 is open, and letter A stands for service `ho-tich` no longer",
        ]
    );
    assert_eq!(
        hall.losses(other_letter()),
        ["A001 is open, and letter A stands for service `ho-tich` no longer"]
    );
    let ended = edited(
        "services.toml",
        "daily_cap = 200",
        "valid_until = 2026-11-15",
    );
    let errors = crate::folder::errors(ended);
    assert_eq!(
        errors.len(),
        3,
        "the rest of that centre would still need it: {errors:#?}"
    );
}

#[test]
fn a_finished_ticket_keeps_nothing() {
    let mut hall = Hall::open();
    hall.issue("ho-tich");
    hall.open_counter(1);
    let counter = CounterNo(1);
    hall.order(DESK, &Command::CallNext { counter });
    let outcome = Outcome::Received;
    hall.order(
        DESK,
        &Command::Finish {
            counter,
            ticket: None,
            outcome,
            dossiers: 1,
        },
    );
    hall.order(DESK, &Command::Close { counter });
    assert_eq!(hall.losses(without("ho-tich")), [""; 0]);
}

#[test]
fn a_transferred_ticket_keeps_the_letter_it_came_with() {
    let mut hall = Hall::open();
    let ticket = Some(hall.issue("ho-tich"));
    hall.open_counter(2);
    let to = Place {
        service: "dat-dai".into(),
        counter: Some(CounterNo(2)),
    };
    let manager = Actor::Manager(DeviceId(3));
    hall.order(
        manager,
        &Command::Transfer {
            counter: None,
            ticket,
            to,
            reason: None,
        },
    );
    assert_eq!(
        hall.losses(other_letter()),
        ["A001 is open, and letter A stands for service `ho-tich` no longer"]
    );
    let mut moved = edited(
        "counters.toml",
        "serves = [\"dat-dai\", \"ket-qua\"]",
        "serves = [\"ket-qua\"]",
    );
    edit(
        &mut moved,
        "counters.toml",
        "serves = [\"ho-tich\"]",
        "serves = [\"ho-tich\", \"dat-dai\"]",
    );
    edit(
        &mut moved,
        "counters.toml",
        "agencies = [\"TN\"]",
        "agencies = []",
    );
    edit(
        &mut moved,
        "procedures.csv",
        "1.012784,TN,,",
        "1.012784,TN,dat-dai,",
    );
    edit(
        &mut moved,
        "procedures.csv",
        "1.001193,TP,,",
        "1.001193,TP,ho-tich,",
    );
    assert_eq!(
        hall.losses(moved),
        [
            "A001 waits for counter 2, which would not serve `dat-dai`",
            "counter 2 is open and would no longer serve `dat-dai`",
        ]
    );
}

#[test]
fn an_open_counter_keeps_its_services_and_their_letters() {
    let mut hall = Hall::open();
    hall.open_counter(1);
    assert_eq!(
        hall.losses(without("ho-tich")),
        ["counter 1 is open and would no longer serve `ho-tich`"]
    );
    assert_eq!(
        hall.losses(other_letter()),
        ["counter 1 is open and serves `ho-tich`, whose letter A would change"]
    );
    let renumbered = edited("counters.toml", "number = 1\n", "number = 11\n");
    assert_eq!(
        hall.losses(renumbered),
        ["counter 1 is open and not in the new document"]
    );
}
