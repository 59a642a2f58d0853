//! `xinmoi centre check|adopt` as an administrator runs them.

use crate::folder::{Files, edited, shipped, small};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

fn xinmoi(data: Option<&Path>, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xinmoi"));
    command.args(words).env_remove("XINMOI_DATA");
    if let Some(data) = data {
        command.arg("--data").arg(data);
    }
    command.output().unwrap()
}

fn said(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (
        output.status.code(),
        text(&output.stdout),
        text(&output.stderr),
    )
}

fn written(files: Files) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

#[test]
fn a_good_folder_is_counted_and_its_warnings_told() {
    let folder = shipped("khanh-hoa");
    let (code, out, err) = said(&xinmoi(
        None,
        &["centre", "check", folder.to_str().unwrap()],
    ));
    assert_eq!((code, err.as_str()), (Some(0), ""));
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 10);
    assert!(lines[0].starts_with("warning: ") && lines[0].contains("calendar.csv:22: 2026-11-23"));
    assert_eq!(
        lines[9],
        "khanh-hoa: 24 counters in 4 zones, 11 services with 11 letters, 21 agencies, \
         126 procedures, 4 classes of priority, 56 days in the calendar, 187 everyday words, \
         6 screens"
    );
}

#[test]
fn a_bad_folder_is_refused_with_every_error() {
    let folder = written(edited("services.toml", "letter = \"A\"", "letter = \"Đ\""));
    let path = folder.path().to_str().unwrap();
    let (code, out, err) = said(&xinmoi(None, &["centre", "check", path]));
    assert_eq!(code, Some(1));
    assert_eq!(
        out,
        format!(
            "error: {path}/services.toml:3: `letter`: expected one capital letter A to Z without \
             accents, found `Đ`\n"
        )
    );
    assert_eq!(
        err,
        format!("xinmoi: {path} cannot be adopted as it stands\n")
    );
}

#[test]
fn a_folder_is_adopted_into_a_data_folder_and_only_when_it_is_whole() {
    let data = tempfile::tempdir().unwrap();
    let data = data.path().join("data");
    assert!(xinmoi(Some(&data), &["init"]).status.success());
    let bad = written(edited("services.toml", "letter = \"A\"", "letter = \"Đ\""));
    let bad = bad.path().to_str().unwrap();
    assert_eq!(
        xinmoi(Some(&data), &["centre", "adopt", bad]).status.code(),
        Some(1)
    );
    let good = written(small());
    let good = good.path().to_str().unwrap();
    let (code, out, _) = said(&xinmoi(Some(&data), &["centre", "adopt", good]));
    assert_eq!(code, Some(0));
    assert!(
        out.lines()
            .last()
            .unwrap()
            .starts_with("small is the centre from now on; digest ")
    );
}

#[test]
fn adopting_needs_a_data_folder() {
    let folder = shipped("khanh-hoa");
    let adopt = xinmoi(None, &["centre", "adopt", folder.to_str().unwrap()]);
    assert_eq!(adopt.status.code(), Some(2));
}
