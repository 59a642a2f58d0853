//! Queue, held, missed, and the hall.

use crate::bench::{Bench, seconds};
use crate::views;
use counter_ui::view_model::picture::{Light, NotePart, Warning};
use counter_ui::view_model::{Answer, Button, Ending, Key, Sending, Verb, Why};
use queue_protocol::views::BoardHealth;
use queue_protocol::{LayoutTrouble, PaperResult, PaperSupply, SoundState};

#[test]
fn the_queue_stands_in_the_order_of_calls_each_with_its_reason() {
    let lists = Bench::at(views::ready()).picture().lists;
    assert_eq!(lists.waiting, 14);
    let first = &lists.queue[0];
    assert_eq!(
        (first.number.as_str(), first.priority, first.waited_min),
        ("A014", true, 10)
    );
    assert_eq!(lists.queue[4].service, "Trả kết quả");
}

#[test]
fn a_held_visitor_past_the_time_is_late() {
    let held = Bench::at(views::ready()).picture().lists.held;
    assert_eq!(
        (held[0].back_at.as_deref(), held[0].late_min),
        (Some("09:51"), Some(2))
    );
    assert_eq!((held[0].counter, held[1].counter), (None, Some(3)));
    assert_eq!(
        (held[1].back_at.as_deref(), held[1].since.as_str()),
        (None, "09:40")
    );
}

#[test]
fn a_held_visitor_is_told_of_from_the_promised_minute_on() {
    let mut view = views::ready();
    view.held[0].back_at = Some(views::at("09:54"));
    let mut bench = Bench::at(view);
    let due = |bench: &Bench| {
        let picture = bench.picture();
        let told = Warning::HeldDue {
            number: "A005".to_owned(),
            back_at: "09:54".to_owned(),
        };
        let pressing = picture.hall.pressing == Some(told);
        (picture.lists.held[0].late_min, pressing)
    };
    bench.pass(seconds(59));
    assert_eq!(due(&bench), (None, false));
    bench.pass(seconds(1));
    assert_eq!(due(&bench), (Some(0), true));
    bench.pass(seconds(60));
    assert_eq!(due(&bench), (Some(1), true));
}

#[test]
fn the_command_of_a_row_is_shown_at_the_row() {
    let mut bench = Bench::at(views::ready());
    bench.keys(&[Key::ShiftFunction(5), Key::Down, Key::Enter]);
    bench.pass(seconds(1));
    let held = bench.picture().lists.held;
    assert_eq!(
        (held[0].sending, held[1].sending),
        (Sending::No, Sending::For(14))
    );
}

#[test]
fn lights_follow_the_centres_target() {
    let hall = Bench::at(views::ready()).picture().hall;
    assert_eq!((hall.near_min, hall.target_min), (10, 15));
    let light = |letter: &str| {
        hall.cells
            .iter()
            .find(|c| c.letter == letter)
            .unwrap()
            .light
    };
    assert_eq!(light("C"), Light::Late);
    assert_eq!(light("E"), Light::Near);
    assert_eq!(light("K"), Light::Good);
    let empty = hall.cells.iter().find(|cell| cell.letter == "S").unwrap();
    assert_eq!(
        (empty.waiting, empty.longest_min, empty.light),
        (0, None, Light::Good)
    );
}

#[test]
fn the_edges_of_the_lights() {
    for (seconds, expected) in [
        (599, Light::Good),
        (600, Light::Near),
        (900, Light::Near),
        (901, Light::Late),
    ] {
        let mut bench = Bench::at(views::ready());
        let mut hall = views::hall();
        hall.queues[0].longest_s = seconds;
        bench.hear_hall(hall);
        assert_eq!(bench.picture().hall.cells[0].light, expected, "{seconds}");
    }
}

#[test]
fn a_call_for_staff_comes_first_and_printers_are_told_by_what_they_need() {
    let mut bench = Bench::at(views::ready());
    let mut hall = views::hall();
    hall.paper.clear();
    hall.kiosks[0].paper = PaperSupply::NearEnd;
    let mut third = hall.kiosks[0].clone();
    (third.device, third.name) = (5, "Máy lấy số 3".to_owned());
    (third.paper, third.trouble) = (PaperSupply::Out, Some("paper_out".to_owned()));
    third.calls_staff_since = Some(views::at("09:51"));
    let mut fourth = hall.kiosks[0].clone();
    (fourth.device, fourth.name, fourth.hurried) = (6, "Máy lấy số 4".to_owned(), true);
    (fourth.paper, fourth.trouble) = (PaperSupply::Enough, Some("cover_open".to_owned()));
    hall.kiosks.extend([third, fourth]);
    hall.kiosks[0].silent = true;
    hall.kiosks[0].disk_fails = true;
    hall.kiosks[1].refused = vec!["Q003".to_owned()];
    bench.hear_hall(hall);
    let name = |number: u8| format!("Máy lấy số {number}");
    let expected = [
        Warning::StaffCalled {
            kiosk: name(3),
            since: "09:51".to_owned(),
        },
        Warning::PaperOut(name(3)),
        Warning::PrinterTrouble(name(4)),
        Warning::NumberRefused {
            number: "Q003".to_owned(),
            kiosk: name(2),
        },
        Warning::KioskAway(name(2)),
        Warning::Hurried(name(4)),
        Warning::PaperLow(name(1)),
        Warning::DiskFails(name(1)),
        Warning::Silent(name(1)),
    ];
    assert_eq!(bench.picture().hall.warnings, expected);
    bench.key(Key::Ctrl('K'));
    assert_eq!(bench.sent_one(), Verb::StaffComing { kiosk: 5 });
    bench.end(Ending::Done(Answer::Heard));
    assert!(bench.picture().note.is_none());
    bench.hear_hall(views::hall());
    bench.key(Key::Ctrl('K'));
    let off = NotePart::Off(Button::Coming, Why::NobodyCalls);
    assert_eq!(bench.picture().note, Some(off));
}

#[test]
fn boards_that_cannot_be_heard_or_show_less_than_they_should_are_named() {
    let mut bench = Bench::at(views::ready());
    let mut hall = views::hall();
    (hall.paper, hall.kiosks) = (Vec::new(), Vec::new());
    let board = |number: u32| BoardHealth {
        device: 20 + number,
        name: format!("Bảng {number}"),
        connected: true,
        ..BoardHealth::default()
    };
    hall.boards = (1..=5).map(board).collect();
    (hall.boards[0].sound, hall.boards[0].speaks) = (SoundState::Silent, true);
    hall.boards[1].sound = SoundState::Silent;
    hall.boards[2].layout = Some(LayoutTrouble::Missing);
    hall.boards[3].lost_pictures = 2;
    hall.boards[4].layout = Some(LayoutTrouble::Unreadable);
    hall.boards[4].connected = false;
    bench.hear_hall(hall);
    let name = |number: u8| format!("Bảng {number}");
    let expected = [
        Warning::Silent(name(1)),
        Warning::OldLayout(name(3)),
        Warning::LostPicture(name(4)),
    ];
    assert_eq!(bench.picture().hall.warnings, expected);
}

#[test]
fn warnings_name_number_and_kiosk() {
    let mut bench = Bench::at(views::ready());
    let mut hall = views::hall();
    hall.warnings = vec!["not_stored".to_owned(), "something_new".to_owned()];
    hall.paper[0].result = PaperResult::Failed;
    bench.hear_hall(hall);
    let hall = bench.picture().hall;
    let (number, kiosk) = ("C031".to_owned(), "Máy lấy số 1".to_owned());
    let expected = [
        Warning::NotStored,
        Warning::Other("something_new".to_owned()),
        Warning::PaperFailed { number, kiosk },
        Warning::KioskAway("Máy lấy số 2".to_owned()),
    ];
    assert_eq!(hall.warnings, expected);
    assert_eq!(hall.counters, [19, 2, 3]);
}
