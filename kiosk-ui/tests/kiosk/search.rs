//! The search from the terminal, over a shipped centre.

use kiosk_ui::centre_folder::read_centre;
use kiosk_ui::search::search;
use std::path::{Path, PathBuf};

fn khanh_hoa() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/centres/khanh-hoa")
}

fn said(queries: &[&str], json: bool) -> String {
    let date = chrono::NaiveDate::from_ymd_opt(2026, 11, 25).expect("a date");
    let centre = read_centre(&khanh_hoa(), date).expect("a good folder");
    let queries: Vec<String> = queries.iter().map(ToString::to_string).collect();
    let mut terminal = Vec::new();
    search(&centre, &queries, 3, json, &mut terminal).expect("written");
    String::from_utf8(terminal).expect("text")
}

#[test]
fn each_query_has_its_rows_with_code_letter_and_name() {
    let expected = "\
mat bang lai
  (mat = cấp lại)
  (bang lai = giấy phép lái xe)
  1. 3.000348  C  Cấp lại giấy phép lái xe
xqzw
  -
";
    assert_eq!(said(&["mat bang lai", "xqzw"], false), expected);
}

#[test]
fn as_json_each_query_is_a_line() {
    let lines = said(&["ho chieu", "tach thua"], true);
    let answers: Vec<serde_json::Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).expect("an object"))
        .collect();
    assert_eq!(answers.len(), 2);
    assert_eq!(answers[0]["query"], "ho chieu");
    let first = &answers[0]["hits"][0];
    assert_eq!(first["code"], "1.001456");
    assert_eq!(first["name"], "Cấp hộ chiếu phổ thông");
    assert_eq!(first["letter"], "H");
    assert!(answers[1]["hits"].as_array().expect("rows").len() <= 3);
}

#[test]
fn a_folder_that_is_no_centre_is_told_with_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let date = chrono::NaiveDate::default();
    let Err(error) = read_centre(folder.path(), date) else {
        panic!("an empty folder is no centre");
    };
    assert!(format!("{error:#}").contains("services.toml"));
}
