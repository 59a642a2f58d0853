//! Ten thousand visitors at one window: what it holds on to after each of them would add up.

use crate::hall;
use crate::scenes::Scene;
use slint::ComponentHandle as _;
use ticket_printer::JobState;

const VISITS: u64 = 10_000;
const STEP: u64 = 1_000;
/// Small, so that drawing takes little: what is kept does not depend on the size.
const SIZE: (u32, u32) = (270, 480);
/// The allocator may keep so much more than after the first thousand.
const MARGIN_KB: u64 = 3_000;

/// Resident memory of this process, in kB.
fn resident_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let words = line.expect("a size").split_whitespace().next();
    words.expect("a number").parse().expect("a number")
}

/// From the first touch to "Xong", with the screen drawn at its fullest.
fn visit(scene: &Scene, number: u64) {
    scene.touch("Nộp hồ sơ");
    scene.touch("Tư pháp, hộ tịch");
    scene.touch("Lấy số thường");
    scene.issue(&format!("A{:03}", number % 1000), false);
    let job = number + 1;
    for state in [JobState::Sent, JobState::Confirmed] {
        let event = ticket_printer::PrinterEvent::Job { id: job, state };
        scene.say(kiosk_ui::view_model::Message::Printer(event));
    }
    scene.say(kiosk_ui::view_model::Message::Reported {
        job,
        accepted: true,
    });
    scene
        .stage
        .window()
        .window()
        .take_snapshot()
        .expect("drawn");
    scene.touch("Xong");
    scene.hear(hall::morning());
    scene.effects();
}

#[test]
#[ignore = "takes minutes; run it with --ignored --nocapture when something is kept across visits"]
fn memory_is_steady_over_ten_thousand_visits() {
    let scene = Scene::on_a_morning(SIZE);
    let mut after_first = 0;
    for number in 0..VISITS {
        visit(&scene, number);
        if (number + 1) % STEP == 0 {
            let resident = resident_kb();
            println!("{:>6} visits: {resident} kB resident", number + 1);
            if after_first == 0 {
                after_first = resident;
            }
        }
    }
    let grown = resident_kb().saturating_sub(after_first);
    assert!(
        grown < MARGIN_KB,
        "{grown} kB more than after {STEP} visits"
    );
}
