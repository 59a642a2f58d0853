//! The window under a finger, its buttons found by the names that a screen reader would say.

use crate::scenes::{LYING, Scene, UPRIGHT};
use kiosk_ui::view_model::{Effect, Message};
use slint::platform::WindowEvent;
use slint::{ComponentHandle as _, LogicalPosition};

fn numbers_asked_for(scene: &Scene) -> usize {
    scene
        .effects()
        .iter()
        .filter(|effect| matches!(effect, Effect::Issue(_)))
        .count()
}

#[test]
fn three_touches_bring_a_ticket_upright_and_lying_down() {
    for size in [UPRIGHT, LYING] {
        let scene = Scene::on_a_morning(size);
        scene.touch("Nộp hồ sơ");
        scene.touch("Tư pháp, hộ tịch");
        scene.touch("Lấy số thường");
        scene.issue("A012", false);
        assert!(scene.find("A012").is_some(), "the number is on the screen");
        let effects = scene.effects();
        assert!(
            matches!(&effects[..], [Effect::Print { .. }]),
            "{effects:?}"
        );
        scene.touch("Xong");
        assert!(
            scene.find("Nhận kết quả").is_some(),
            "the first screen again"
        );
    }
}

#[test]
fn a_finger_that_slides_off_takes_nothing() {
    let scene = Scene::on_a_morning(UPRIGHT);
    scene.touch("Nộp hồ sơ");
    scene.touch("Tư pháp, hộ tịch");
    scene.wait(1);
    scene.press(scene.middle("Lấy số thường"));
    let position = LogicalPosition::new(20.0, 400.0);
    scene.send(WindowEvent::PointerMoved { position });
    scene.release(position);
    assert_eq!(numbers_asked_for(&scene), 0);
    scene.tap("Lấy số thường");
    assert_eq!(numbers_asked_for(&scene), 1);
}

#[test]
fn a_double_tap_a_long_one_and_a_second_finger_make_one_ticket() {
    let scene = Scene::on_a_morning(UPRIGHT);
    scene.touch("Nộp hồ sơ");
    scene.touch("Tư pháp, hộ tịch");
    scene.wait(1);
    let (ordinary, class) = (
        scene.middle("Lấy số thường"),
        scene.middle("Phụ nữ mang thai"),
    );
    scene.press(ordinary);
    scene.wait(5);
    scene.release(ordinary);
    for place in [ordinary, class, ordinary] {
        scene.press(place);
        scene.release(place);
    }
    assert_eq!(numbers_asked_for(&scene), 1);
}

#[test]
fn the_second_tap_does_not_dismiss_the_ticket_that_came_meanwhile() {
    let scene = Scene::on_a_morning(UPRIGHT);
    scene.touch("Nộp hồ sơ");
    scene.touch("Tư pháp, hộ tịch");
    scene.touch("Lấy số thường");
    scene.issue("A012", false);
    scene.tap("Xong");
    assert!(scene.find("A012").is_some());
    scene.touch("Xong");
    assert!(scene.find("A012").is_none());
}

#[test]
fn the_switch_of_language_changes_every_word_at_once() {
    let scene = Scene::on_a_morning(UPRIGHT);
    scene.touch("English");
    scene.touch("Submit a dossier");
    scene.touch("Justice, civil status");
    assert!(scene.find("Ordinary number").is_some());
    scene.touch("Tiếng Việt");
    assert!(scene.find("Lấy số thường").is_some());
}

#[test]
fn typing_finds_and_a_row_leads_to_its_service() {
    let scene = Scene::on_a_morning(UPRIGHT);
    scene.touch("Nộp hồ sơ");
    scene.touch("Tìm theo tên thủ tục");
    for key in [
        "d",
        "o",
        "i",
        "dấu cách",
        "b",
        "a",
        "n",
        "g",
        "x",
        "Xóa một chữ",
    ] {
        scene.tap(key);
    }
    scene.tap("123");
    assert!(scene.find("7").is_some());
    scene.tap("a b c");
    scene.tap("ă â đ");
    assert!(scene.find("nặng").is_some());
    scene.touch("Đổi giấy phép lái xe");
    assert!(scene.find("Lấy số thường").is_some());
}

#[test]
fn a_procedure_is_found_by_agency_and_field_and_its_number_taken() {
    for size in [UPRIGHT, LYING] {
        let scene = Scene::on_a_morning(size);
        scene.say(Message::Centre(crate::browsing_hall::centre()));
        scene.touch("Nộp hồ sơ");
        scene.touch("Theo cơ quan");
        scene.touch("Cơ quan khác");
        scene.touch("Quay lại");
        scene.touch("Sở Giao thông vận tải");
        scene.touch("Đường bộ");
        scene.touch("Đường bộ: việc thứ 2");
        scene.touch("Lấy số thường");
        assert_eq!(numbers_asked_for(&scene), 1);
    }
}

#[test]
fn large_text_and_contrast_work_and_show_that_they_do() {
    let scene = Scene::on_a_morning(UPRIGHT);
    let before = scene.button("Nộp hồ sơ").size().height;
    scene.touch("Chữ to");
    scene.touch("Tương phản");
    for aid in ["Chữ to", "Tương phản"] {
        assert_eq!(scene.button(aid).accessible_checked(), Some(true), "{aid}");
    }
    let theme = scene
        .stage
        .window()
        .global::<kiosk_ui::shell::generated::Theme<'_>>();
    assert_eq!(theme.get_zoom().to_bits(), 1.25_f32.to_bits());
    assert_eq!(
        theme.get_mode(),
        kiosk_ui::shell::generated::ThemeMode::HighContrast
    );
    assert!(scene.button("Nộp hồ sơ").size().height > 0.0 && before > 0.0);
}

#[test]
fn a_paused_service_is_a_button_that_says_so_and_does_nothing() {
    let scene = Scene::on_a_morning(UPRIGHT);
    scene.touch("Nộp hồ sơ");
    let paused = scene.button("Hộ chiếu, căn cước");
    assert_eq!(paused.accessible_enabled(), Some(false));
    let why = paused.accessible_description().unwrap_or_default();
    assert_eq!(why, "Tạm ngừng, cấp số lại lúc 13:15");
    scene.touch("Hộ chiếu, căn cước");
    assert!(scene.find("Tư pháp, hộ tịch").is_some());
}

#[test]
fn a_touch_beside_every_button_is_noticed() {
    let scene = Scene::on_a_morning(UPRIGHT);
    scene.touch("Nộp hồ sơ");
    scene.wait(50);
    let beside = LogicalPosition::new(540.0, 200.0);
    scene.press(beside);
    scene.release(beside);
    scene.wait(30);
    assert!(scene.find("Tôi cần thêm thời gian").is_none());
    scene.wait(30);
    scene.touch("Tôi cần thêm thời gian");
    assert!(scene.find("Tư pháp, hộ tịch").is_some());
}
