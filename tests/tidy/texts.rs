//! What the texts of the house must and must not hold.

use crate::tree::{none, root, sources, walk};
use std::path::Path;

const TEXTS: &[&str] = &[
    "rs", "slint", "toml", "csv", "md", "po", "json", "sql", "svg",
];

#[test]
fn texts_are_composed() {
    let combining = |c: char| ('\u{300}'..='\u{36f}').contains(&c);
    let mut complaints = Vec::new();
    for source in sources(TEXTS) {
        // Tests of decomposed input write it as escapes, so that an editor cannot compose it.
        for (i, line) in source
            .text
            .lines()
            .enumerate()
            .filter(|(_, line)| line.contains(combining))
        {
            complaints.push(format!("{}:{}: not NFC: {line}", source.path, i + 1));
        }
    }
    none(&complaints);
}

#[test]
fn nothing_is_left_for_later() {
    let words = [
        concat!("to", "do!("),
        concat!("unimpl", "emented!("),
        concat!("FIX", "ME"),
        concat!("XX", "X:"),
    ];
    let mut complaints = Vec::new();
    for source in sources(&["rs", "slint"]) {
        for (i, line) in source.text.lines().enumerate() {
            if words.iter().any(|word| line.contains(word)) {
                complaints.push(format!("{}:{}: {}", source.path, i + 1, line.trim()));
            }
        }
    }
    none(&complaints);
}

#[test]
fn no_rust_string_speaks_vietnamese_to_a_screen() {
    let marked = |c: char| ('\u{1ea0}'..='\u{1ef9}').contains(&c) || "ăâđêôơưĂÂĐÊÔƠƯ".contains(c);
    let mut complaints = Vec::new();
    for source in sources(&["rs"]) {
        let app = ["kiosk-ui/src/", "counter-ui/src/", "display-board/src/"];
        if !app.iter().any(|folder| source.path.starts_with(folder)) {
            continue;
        }
        let before_tests = source.text.split("#[cfg(test)]").next().unwrap_or_default();
        for (i, line) in before_tests.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if code.contains('"') && code.contains(marked) {
                complaints.push(format!(
                    "{}:{}: belongs to @tr or assets/lang: {}",
                    source.path,
                    i + 1,
                    line.trim()
                ));
            }
        }
    }
    none(&complaints);
}

#[test]
fn every_decision_is_in_the_index() {
    let index = std::fs::read_to_string(root().join("docs/adr/README.md")).expect("the index");
    let mut complaints = Vec::new();
    let mut decisions = 0;
    walk(&root().join("docs/adr"), &mut |path: &Path| {
        let name = path
            .file_name()
            .and_then(|n| n.to_str())
            .unwrap_or_default();
        if name != "README.md" {
            decisions += 1;
            if !index.contains(name) {
                complaints.push(format!("docs/adr/README.md does not list {name}"));
            }
        }
    });
    none(&complaints);
    assert!(decisions >= 6, "the big choices are recorded");
}

#[test]
fn links_between_documents_lead_somewhere() {
    let mut complaints = Vec::new();
    for source in sources(&["md"]) {
        let folder = root()
            .join(&source.path)
            .parent()
            .expect("a folder")
            .to_owned();
        for target in source
            .text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
        {
            let file = target.split('#').next().unwrap_or_default();
            if !file.is_empty() && !file.contains("://") && !folder.join(file).exists() {
                complaints.push(format!("{}: nothing at {target}", source.path));
            }
        }
    }
    none(&complaints);
}
