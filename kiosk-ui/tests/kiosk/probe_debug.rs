use crate::scenes::*;
use kiosk_ui::view_model::Measure;
use slint::{ComponentHandle, Model};
use kiosk_ui::shell::generated as ui;
use kiosk_ui::view_model::page::*;
#[test]
fn debug() {
    let row = |name: &str, waiting, intake| ServiceRow { code: "a".into(), letter: "K".into(), name: name.into(), intake, waiting, wait: None };
    let go = move |app: &ui::App| {
        println!("short {}", app.service(&row("Tư pháp", 9, Intake::Open)));
        println!("k {}", app.service(&row("Đăng ký kinh doanh, đầu tư", 9, Intake::Open)));
        println!("long {}", app.service(&row("Đăng ký kinh doanh, đầu tư, và nhiều thứ khác nữa", 9, Intake::Open)));
    };
    for inside in [false, true] {
        let scene = Scene::on_a_morning(UPRIGHT);
        let app = scene.stage.window();
        scene.touch("Chữ to");
        println!("inside {inside}");
        if inside {
            let weak = app.as_weak();
            app.global::<ui::HomeState>().on_chosen(move |_| go(&weak.unwrap()));
            scene.tap("Nộp hồ sơ");
        } else {
            go(app);
        }
        println!("later");
        go(app);
    }
}
