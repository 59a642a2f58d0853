//! Every fault is told with its file, its line and what was expected: all of them at once.

use crate::folder::{Files, edit, errors, fixture, shown, small, warnings};
use queue_service::centre::Document;

/// One case of a golden file.
#[derive(Debug, Default)]
struct Case {
    line: usize,
    edits: Vec<Edit>,
    errors: Vec<String>,
    warnings: Vec<String>,
}

#[derive(Debug, Default)]
struct Edit {
    file: String,
    from: Vec<String>,
    to: Vec<String>,
}

/// Reads the cases of `fixtures/faults/{name}.txt`, whose form is told at its head.
fn cases(name: &str) -> Vec<Case> {
    let text = std::fs::read_to_string(fixture("faults").join(format!("{name}.txt"))).unwrap();
    let mut cases: Vec<Case> = Vec::new();
    let mut within = false;
    for (line, written) in text.lines().enumerate() {
        let starts = written.ends_with(".toml") || written.ends_with(".csv");
        if !within && starts && !written.contains(' ') {
            cases.push(Case {
                line: line + 1,
                ..Case::default()
            });
            within = true;
        }
        within = within && !written.is_empty();
        let Some(case) = cases.last_mut().filter(|_| within) else {
            continue;
        };
        match written.split_at_checked(2) {
            Some(("- ", from)) => case.edits.last_mut().unwrap().from.push(from.into()),
            Some(("+ ", to)) => case.edits.last_mut().unwrap().to.push(to.into()),
            Some(("> ", error)) => case.errors.push(error.into()),
            Some(("~ ", warning)) => case.warnings.push(warning.into()),
            _ => case.edits.push(Edit {
                file: written.into(),
                ..Edit::default()
            }),
        }
    }
    cases
}

fn judge(name: &str) {
    let cases = cases(name);
    assert!(!cases.is_empty());
    let mut wrong = String::new();
    for case in cases {
        let mut files = small();
        for Edit { file, from, to } in &case.edits {
            edit(&mut files, file, &from.join("\n"), &to.join("\n"));
        }
        let (errors, mut warnings) = match Document::from_files(files) {
            Ok(document) => (Vec::new(), shown(document.warnings())),
            Err(errors) => (shown(&errors), Vec::new()),
        };
        // The small centre has one pending day.
        warnings.retain(|warning| !warning.contains("2026-11-23 (Nghỉ hoán đổi) is pending"));
        if (&errors, &warnings) != (&case.errors, &case.warnings) {
            wrong += &format!(
                "{name}.txt:{}: found {errors:#?} {warnings:#?}\n",
                case.line
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn files_are_of_their_form() {
    judge("syntax");
}

#[test]
fn values_are_of_their_form() {
    judge("cells");
}

#[test]
fn files_agree_with_each_other() {
    judge("agreement");
}

#[test]
fn procedures_lead_to_a_counter() {
    judge("joining");
}

#[test]
fn boards_can_show_their_screens() {
    judge("screens");
}

#[test]
fn doubtful_things_are_warned_of() {
    judge("warnings");
}

#[test]
fn pending_days_are_warned_of() {
    let pending = "2026-11-23 (Nghỉ hoán đổi) is pending: an ordinary day until decided";
    assert_eq!(warnings(small()), [format!("calendar.csv:5: {pending}")]);
}

#[test]
fn missing_files_are_named() {
    let mut files = small();
    files.remove("services.toml");
    files.remove("calendar.csv");
    let missing = |name: &str| format!("{name}: is missing");
    assert_eq!(
        errors(files),
        ["calendar.csv", "services.toml"].map(missing)
    );
    assert_eq!(errors(Files::new()).len(), 9);
}

#[test]
fn empty_files_are_refused() {
    let emptied = |file: &str| {
        let mut files = small();
        files.insert(file.into(), Vec::new());
        errors(files)
    };
    assert_eq!(
        emptied("hours.toml"),
        ["hours.toml:1: expected at least one [[sessions]]"]
    );
    assert_eq!(
        emptied("synonyms.csv"),
        ["synonyms.csv:1: expected a first row with the columns query,expands_to"]
    );
    assert_eq!(
        emptied("classes.toml"),
        [""; 0],
        "a centre may have no classes"
    );
}

#[test]
fn text_in_another_encoding_is_refused() {
    let mut files = small();
    files.insert(
        "agencies.csv".into(),
        b"code,name_vi,name_en\nTP,Ph\xf2ng T\xff,\n".to_vec(),
    );
    let encoding = "agencies.csv:2: expected UTF-8 text (save it as \"CSV UTF-8\")";
    assert_eq!(errors(files), [encoding]);
}

#[test]
fn decomposed_and_invisible_characters_are_warned_of_and_mended() {
    let mut files = small();
    edit(
        &mut files,
        "classes.toml",
        "cao tuổi",
        "cao tu\u{f4}\u{309}i",
    );
    edit(
        &mut files,
        "procedures.csv",
        "Tách thửa hoặc",
        "Tách\u{a0} thửa\u{200b} hoặc",
    );
    let expected = "expected composed letters (NFC), single spaces and nothing invisible";
    let found = warnings(files.clone());
    assert_eq!(
        found[1..],
        [
            format!("classes.toml:3: `name.vi`: {expected}, read as `Người cao tuổi`"),
            format!(
                "procedures.csv:3: `name_vi`: {expected}, read as `Tách thửa hoặc hợp thửa đất`"
            ),
        ]
    );
    let screens = Document::from_files(files)
        .unwrap()
        .catalogue("2026-11-20".parse().unwrap());
    assert_eq!(screens.classes[0].name.vi, "Người cao tuổi");
}

#[test]
fn an_official_name_may_have_1094_letters() {
    let name: String = "Đăng ký biến động ".repeat(61).chars().take(1094).collect();
    let mut files = small();
    edit(
        &mut files,
        "procedures.csv",
        ",Tách thửa hoặc hợp thửa đất,",
        &format!(",{name},"),
    );
    let screens = Document::from_files(files)
        .unwrap()
        .catalogue("2026-11-20".parse().unwrap());
    assert_eq!(screens.procedures[1].name.vi.chars().count(), 1094);
}
