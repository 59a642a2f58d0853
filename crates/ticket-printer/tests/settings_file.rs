//! Printer settings as they stand in a kiosk's TOML file.

use std::path::PathBuf;
use ticket_printer::{Connection, PaperWidth, PrinterSettings};

#[test]
fn only_the_connection_must_be_given() {
    let settings: PrinterSettings =
        toml::from_str("connection = { tcp = \"192.168.1.50:9100\" }").expect("reads");
    let address = "192.168.1.50:9100".parse().expect("an address");
    assert_eq!(settings, PrinterSettings::new(Connection::Tcp(address)));
    assert_eq!(settings.width, PaperWidth::Dots576);
}

#[test]
fn all_settings_read_and_write() {
    let text = "width = 384\nanswers = false\nconnect_ms = 1\nstall_ms = 2\nconfirm_ms = 3\n\
                status_ms = 4\nask_every_ms = 5\n\n[connection]\nusb = \"/dev/usb/lp0\"\n";
    let settings: PrinterSettings = toml::from_str(text).expect("reads");
    assert_eq!(
        settings.connection,
        Connection::Usb(PathBuf::from("/dev/usb/lp0"))
    );
    assert_eq!(settings.width, PaperWidth::Dots384);
    let again = toml::from_str(&toml::to_string(&settings).expect("writes")).expect("reads");
    assert_eq!(settings, again);
}

#[test]
fn mistakes_are_named() {
    for (text, named) in [
        (
            "connection = { tcp = \"1.2.3.4:9100\" }\nwidth = 580",
            "580 dots",
        ),
        (
            "connection = { tcp = \"1.2.3.4:9100\" }\nbaud = 9600",
            "baud",
        ),
        ("connection = { serial = \"/dev/ttyS0\" }", "serial"),
        ("width = 576", "connection"),
    ] {
        let error = toml::from_str::<PrinterSettings>(text)
            .expect_err("refused")
            .to_string();
        assert!(error.contains(named), "{error}");
    }
}
