//! What is told of an idle printer.

use crate::rig::{Rig, picture};
use ticket_printer::{Cause, Health, JobState, PaperLevel};

fn watched() -> Rig {
    Rig::with(|settings| settings.ask_every_ms = 60)
}

#[test]
fn an_idle_printer_is_watched() {
    let rig = watched();
    let well = Health {
        paper: PaperLevel::Enough,
        trouble: None,
    };
    assert_eq!(rig.wait_for_health(|_| true), well, "asked at once");
    rig.fake.change(|now| now.paper_near_end = true);
    let health = rig.wait_for_health(|_| true);
    assert_eq!(
        health,
        Health {
            paper: PaperLevel::NearEnd,
            trouble: None
        }
    );
    rig.fake.change(|now| now.cover_open = true);
    assert_eq!(
        rig.wait_for_health(|_| true).trouble,
        Some(Cause::CoverOpen)
    );
    rig.fake
        .change(|now| (now.cover_open, now.paper_near_end) = (false, false));
    assert_eq!(rig.wait_for_health(|_| true), well);
}

#[test]
fn paper_near_its_end_still_prints() {
    let rig = Rig::new();
    rig.fake.change(|now| now.paper_near_end = true);
    assert_eq!(
        rig.print(1, &picture(1)),
        [JobState::Sent, JobState::Confirmed]
    );
    assert_eq!(rig.wait_for_health(|_| true).paper, PaperLevel::NearEnd);
}

#[test]
fn a_printer_switched_off_is_noticed_and_comes_back() {
    let rig = watched();
    rig.wait_for_health(|health| health.trouble.is_none());
    let Rig {
        fake,
        printer,
        news,
    } = rig;
    let address = fake.address();
    drop(fake);
    let fake = loop {
        // The port is told offline before a new printer stands there.
        let event = news.recv_timeout(crate::rig::LONG).expect("news");
        if event == ticket_printer::PrinterEvent::Health(Health::in_trouble(Cause::Offline)) {
            break system_tests::fake_printer::FakePrinter::start_at(address, 384).expect("a port");
        }
    };
    let rig = Rig {
        fake,
        printer,
        news,
    };
    rig.wait_for_health(|health| health.trouble.is_none());
    rig.assert_prints_again();
}
