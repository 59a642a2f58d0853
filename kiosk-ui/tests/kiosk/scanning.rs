//! Cards and receipts under the scanner, on every screen: through keys, through a serial line, and what follows.

use crate::hall;
use crate::hand::{Hand, attempt};
use crate::scenes::{Scene, UPRIGHT};
use kiosk_ui::aloud_settings::Keys;
use kiosk_ui::scan::Scan;
use kiosk_ui::view_model::page::{Notice, ScreenPage};
use kiosk_ui::view_model::{Effect, Message, Refusal, Touch};
use queue_protocol::{DossierRoute, Purpose};
use slint::SharedString;
use slint::platform::WindowEvent;
use std::io::Write as _;
use std::sync::Arc;
use std::time::Duration;

/// Born on 1 January 1950 and 2000.
const OLD: &str =
    "056050000123|201234567|TRAN THI MAU|01011950|Nu|12 Duong Mau, Nha Trang|01052021";
const YOUNG: &str =
    "056000000123|201234567|TRAN THI MAU|01012000|Nu|12 Duong Mau, Nha Trang|01052021";
const RECEIPT: &str = "H32.18-261101-0123";

/// A morning on which receipts of H32 lead to T, those of H32.18 to S for supplements, and those of H32.9 nowhere.
fn routed() -> Arc<kiosk_ui::view_model::Centre> {
    let mut catalogue = hall::catalogue();
    let route = |prefix: &str, service: &str, purpose| DossierRoute {
        prefix: prefix.to_owned(),
        service: service.to_owned(),
        purpose,
    };
    catalogue.dossiers = vec![
        route("H32", "tra-ket-qua", Purpose::Collect),
        route("H32.18", "xay-dung", Purpose::Supplement),
        route("H32.7", "cong-an", Purpose::Supplement),
        route("H32.9", "gone-today", Purpose::Supplement),
    ];
    Arc::new(kiosk_ui::view_model::Centre::new(catalogue))
}

fn hand() -> Hand {
    let mut hand = Hand::on_a_morning();
    hand.say(Message::Centre(routed()));
    hand
}

fn scan(hand: &mut Hand, text: &str) {
    let effects = hand.say(Message::Scanned(Scan::new(text.to_owned())));
    assert_eq!(effects, [], "a scan alone asks for nothing");
}

#[test]
fn a_card_settles_the_question_and_one_touch_confirms_it() {
    let mut hand = hand();
    hand.choose_justice();
    scan(&mut hand, OLD);
    let ScreenPage::Settled(page) = hand.screen() else {
        panic!("{:?}", hand.screen());
    };
    let [class] = &page.classes[..] else {
        panic!("{:?}", page.classes);
    };
    let asked = hand.touch(Touch::Priority(class.code.clone()));
    let [Effect::Issue(issue)] = &asked[..] else {
        panic!("{asked:?}");
    };
    assert_eq!(issue.request.priority.as_deref(), Some("elderly"));
    assert!(matches!(hand.screen(), ScreenPage::Settled(page) if page.asking));
}

#[test]
fn a_card_blocks_nobody() {
    let mut hand = hand();
    hand.choose_justice();
    scan(&mut hand, YOUNG);
    assert!(
        matches!(hand.screen(), ScreenPage::Take(_)),
        "chooses as everybody does"
    );
    scan(&mut hand, OLD);
    hand.touch(Touch::Back);
    assert!(matches!(hand.screen(), ScreenPage::Take(_)));
    scan(&mut hand, OLD);
    let asked = hand.touch(Touch::Ordinary);
    assert!(matches!(&asked[..], [Effect::Issue(issue)] if issue.request.priority.is_none()));
}

#[test]
fn the_next_visitor_finds_nothing_of_a_card() {
    let mut hand = hand();
    hand.choose_justice();
    scan(&mut hand, OLD);
    hand.wait(81);
    assert!(hand.is_home());
    hand.choose_justice();
    assert!(matches!(hand.screen(), ScreenPage::Take(page) if page.classes.len() == 3));
}

#[test]
fn a_receipt_leads_straight_to_its_service() {
    let choosing: [fn(&mut Hand); 3] = [
        |_| {},
        |hand| drop(hand.touch(Touch::Purpose(Purpose::Submit))),
        |hand| {
            hand.touch(Touch::Purpose(Purpose::Submit));
            hand.touch(Touch::Find);
        },
    ];
    for reach in choosing {
        let mut hand = hand();
        reach(&mut hand);
        scan(
            &mut hand,
            &format!("https://hall.example.vn/?ma={RECEIPT}&x=1"),
        );
        let ScreenPage::Take(page) = hand.screen() else {
            panic!("{:?}", hand.screen());
        };
        assert_eq!((&*page.letter, page.purpose), ("S", Purpose::Supplement));
        attempt(&hand.touch(Touch::Ordinary));
    }
}

#[test]
fn a_receipt_of_a_service_that_takes_nobody_or_is_not_there_is_told() {
    let mut paused = hand();
    scan(&mut paused, "H32.7-261101-0123");
    let again = Some("13:15".to_owned());
    assert_eq!(
        paused.screen(),
        ScreenPage::Notice(Notice::Refused(Refusal::Paused { again }))
    );
    let mut gone = hand();
    scan(&mut gone, "H32.9-261101-0123");
    assert!(
        matches!(gone.screen(), ScreenPage::Choose(page) if page.purpose == Purpose::Supplement)
    );
    let mut unknown = hand();
    scan(&mut unknown, "H99.1-261101-0123");
    assert!(unknown.is_home(), "the visitor chooses");
}

#[test]
fn elsewhere_scans_are_nothing() {
    let mut hand = hand();
    scan(&mut hand, OLD);
    assert!(hand.is_home());
    hand.choose_justice();
    scan(&mut hand, RECEIPT);
    assert!(matches!(hand.screen(), ScreenPage::Take(page) if page.letter == "A"));
    let attempt = attempt(&hand.touch(Touch::Ordinary));
    scan(&mut hand, OLD);
    hand.say(Message::Issued {
        attempt,
        answer: Ok(hall::ticket("A012", false)),
    });
    scan(&mut hand, RECEIPT);
    assert!(matches!(hand.screen(), ScreenPage::Ticket(_)));
}

fn type_in(scene: &Scene, text: &str) {
    for letter in text.chars() {
        let text = SharedString::from(letter);
        scene.send(WindowEvent::KeyPressed { text: text.clone() });
        scene.send(WindowEvent::KeyReleased { text });
    }
}

/// A serial line that ends in this process: `script` holds its other side.
struct Line {
    script: std::process::Child,
    path: std::path::PathBuf,
}

impl Line {
    fn open() -> Self {
        use std::io::BufRead as _;
        let mut script = std::process::Command::new("script")
            .args(["--quiet", "--command", "tty; exec sleep 1000", "/dev/null"])
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .spawn()
            .expect("util-linux");
        let mut path = String::new();
        let said = script.stdout.take().unwrap();
        std::io::BufReader::new(said).read_line(&mut path).unwrap();
        let path = path.trim().into();
        Self { script, path }
    }

    fn send(&mut self, text: &str) {
        let line = self.script.stdin.as_mut().unwrap();
        line.write_all(text.as_bytes()).unwrap();
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        drop(self.script.kill());
        drop(self.script.wait());
    }
}

#[test]
fn a_scanner_at_a_serial_line_is_read_with_an_ending_and_without() {
    let mut line = Line::open();
    let (tell, told) = std::sync::mpsc::channel();
    let inbox = kiosk_ui::shell::Inbox::new(move || tell.send(()).unwrap_or(()));
    kiosk_ui::shell::scanning::listen_to_line(line.path.clone(), inbox.clone()).unwrap();
    let mut hand = hand();
    for ending in ["\r\n", ""] {
        line.send(&format!("{RECEIPT}{ending}"));
        told.recv_timeout(Duration::from_secs(30)).expect("a scan");
        for message in inbox.take() {
            hand.say(message);
        }
        assert!(
            matches!(hand.screen(), ScreenPage::Take(page) if page.letter == "S"),
            "{ending:?}"
        );
        hand.touch(Touch::Home);
    }
}

fn is_settled(scene: &Scene) -> bool {
    scene.find("Lấy số ưu tiên?").is_some()
        || scene
            .find("Lấy số ưu tiên")
            .is_some_and(|_| scene.find("Phụ nữ mang thai").is_none())
}

#[test]
fn a_scanner_types_into_the_window_with_any_ending() {
    for ending in ["\n", "\r", "\t", "\r\n"] {
        let scene = Scene::on_a_morning(UPRIGHT);
        kiosk_ui::shell::scanning::listen_to_keys(&scene.stage, Keys::default());
        scene.touch("Nộp hồ sơ");
        scene.touch("Tư pháp, hộ tịch");
        type_in(&scene, &format!("{OLD}{ending}"));
        assert!(is_settled(&scene), "{ending:?}");
    }
}

#[test]
fn without_an_ending_a_moment_of_silence_ends_a_scan() {
    let scene = Scene::on_a_morning(UPRIGHT);
    kiosk_ui::shell::scanning::listen_to_keys(&scene.stage, Keys::default());
    scene.touch("Nộp hồ sơ");
    scene.touch("Tư pháp, hộ tịch");
    type_in(&scene, OLD);
    assert!(!is_settled(&scene));
    std::thread::sleep(kiosk_ui::scan::PAUSE);
    // Its timer runs on the mocked time of this window.
    i_slint_backend_testing::mock_elapsed_time(Duration::from_millis(200));
    assert!(is_settled(&scene));
}
