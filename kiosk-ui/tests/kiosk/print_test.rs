//! The sample slip from the terminal.

use kiosk_ui::aloud_settings::AloudSettings;
use kiosk_ui::print_test::print_test;
use kiosk_ui::settings::{ScreenSettings, Settings};
use std::path::Path;
use ticket_printer::{Connection, PrinterSettings};

fn settings(connection: Connection) -> Settings {
    Settings {
        folder: None,
        staff_pin: None,
        scanner: Default::default(),
        service: String::new(),
        token_file: Path::new("none").to_owned(),
        screen: ScreenSettings::default(),
        printer: PrinterSettings::new(connection),
        aloud: AloudSettings::default(),
    }
}

#[test]
fn a_slip_into_a_file_is_printed_and_its_picture_stored() {
    let folder = tempfile::tempdir().expect("a folder");
    let (slips, png) = (
        folder.path().join("slips.bin"),
        folder.path().join("slip.png"),
    );
    let mut said = Vec::new();
    let settings = settings(Connection::File(slips.clone()));
    let printed = print_test(&settings, Some(&png), &mut said).expect("it runs");
    let said = String::from_utf8(said).expect("text");
    assert!(printed, "{said}");
    assert!(said.contains("printed: the slip is out"), "{said}");
    assert!(std::fs::metadata(slips).expect("bytes").len() > 1000);
    assert!(
        std::fs::read(png)
            .expect("a picture")
            .starts_with(b"\x89PNG")
    );
}

#[test]
fn a_printer_that_is_not_there_is_told() {
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = nobody.local_addr().expect("an address");
    drop(nobody);
    let mut said = Vec::new();
    let printed =
        print_test(&settings(Connection::Tcp(address)), None, &mut said).expect("it runs");
    let said = String::from_utf8(said).expect("text");
    assert!(!printed, "{said}");
    assert!(said.contains("not printed: offline"), "{said}");
}
