//! The stored form: one text for one folder, and the folder back again.

use crate::folder::{edited, files, shipped, shown, small};
use chrono::NaiveDate;
use queue_service::centre::Document;

const DAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();

#[test]
fn what_was_stored_reads_as_the_same_centre() {
    for name in ["khanh-hoa", "nghe-an"] {
        let written = Document::read_dir(&shipped(name)).unwrap();
        let read = Document::from_stored(written.stored()).unwrap();
        assert_eq!(read.stored(), written.stored());
        assert_eq!(read.digest(), written.digest());
        assert_eq!(read.rules(), written.rules());
        assert_eq!(read.catalogue(DAY), written.catalogue(DAY));
    }
}

#[test]
fn the_digest_is_the_sha_256_of_the_stored_text() {
    let document = Document::from_files(small()).unwrap();
    assert_eq!(document.digest().len(), 64);
    assert_eq!(
        document.digest(),
        Document::from_files(small()).unwrap().digest()
    );
    let other = edited(
        "services.toml",
        "typical_minutes = 8",
        "typical_minutes = 9",
    );
    assert_ne!(
        document.digest(),
        Document::from_files(other).unwrap().digest()
    );
}

#[test]
fn how_an_editor_saves_line_ends_makes_no_difference() {
    let unix = small();
    let windows = unix.iter().map(|(name, bytes)| {
        let text = String::from_utf8(bytes.clone())
            .unwrap()
            .replace('\n', "\r\n");
        (name.clone(), format!("\u{feff}{text}").into_bytes())
    });
    let windows = Document::from_files(windows).unwrap();
    assert_eq!(
        windows.digest(),
        Document::from_files(unix).unwrap().digest()
    );
}

#[test]
fn files_that_are_not_part_of_a_centre_are_left_out() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in small() {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    for extra in ["README.md", ".services.toml.swp", "services.toml.bak"] {
        std::fs::write(folder.path().join(extra), "x").unwrap();
    }
    let document = Document::read_dir(folder.path()).unwrap();
    assert_eq!(
        document.digest(),
        Document::from_files(small()).unwrap().digest()
    );
    let unknown = "services.toml.bak: is not a file of a centre: not read".to_owned();
    assert!(shown(document.warnings()).contains(&unknown));
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in small() {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    std::fs::create_dir(folder.path().join("pictures")).unwrap();
    let link = folder.path().join("pictures/hosts.svg");
    std::os::unix::fs::symlink("/etc/hosts", link).unwrap();
    let errors = shown(&Document::read_dir(folder.path()).unwrap_err());
    assert_eq!(errors, ["pictures/hosts.svg: expected a plain file"]);
}

#[test]
fn what_is_not_a_stored_centre_is_refused() {
    let refuse = |text: &str| shown(&Document::from_stored(text).unwrap_err());
    assert_eq!(refuse("[]").len(), 1);
    assert_eq!(
        refuse(r#"{"format":2,"files":{}}"#),
        ["expected a stored centre of format 1, found 2"]
    );
    assert_eq!(refuse(r#"{"format":1,"files":{}}"#).len(), 9);
    assert_eq!(refuse(r#"{"format":1,"files":{},"more":1}"#).len(), 1);
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let errors = Document::read_dir(std::path::Path::new("/nowhere/at/all")).unwrap_err();
    assert!(
        errors[0]
            .to_string()
            .starts_with("expected a folder at /nowhere/at/all: ")
    );
}

#[test]
fn ten_thousand_rows_are_read() {
    let mut files = files(&shipped("khanh-hoa"));
    let text = String::from_utf8(files["procedures.csv"].clone()).unwrap();
    let row = text.lines().last().unwrap().to_owned();
    let (code, rest) = row.split_once(',').unwrap();
    let rows = (0..10_000).map(|n| format!("{code}.{n},{rest}\n"));
    files.insert(
        "procedures.csv".into(),
        (text + &rows.collect::<String>()).into_bytes(),
    );
    assert_eq!(
        Document::from_files(files).unwrap().counts().procedures,
        10_126
    );
}
