//! How large a file may be, and how it may be called.

use crate::tree::{none, root, sources, walk};

#[test]
fn files_stay_small() {
    let mut complaints = Vec::new();
    for source in sources(&["rs", "slint"]) {
        let limit = match source.path.as_str() {
            path if path.ends_with("/src/main.rs") => 80,
            path if path.ends_with(".slint") => 300,
            _ => 500,
        };
        let lines = source.text.lines().count();
        if lines > limit {
            complaints.push(format!(
                "{}: {lines} lines, at most {limit}: split it",
                source.path
            ));
        }
    }
    none(&complaints);
}

#[test]
fn files_are_named_after_what_is_in_them() {
    let mut complaints = Vec::new();
    walk(&root(), &mut |path| {
        let stem = path
            .file_stem()
            .and_then(|s| s.to_str())
            .unwrap_or_default()
            .to_lowercase();
        let parent = path
            .parent()
            .and_then(|p| p.file_name())
            .and_then(|s| s.to_str())
            .unwrap_or_default();
        for name in [stem.as_str(), parent] {
            if [
                "util", "utils", "common", "helper", "helpers", "manager", "misc",
            ]
            .contains(&name)
            {
                complaints.push(format!("{}: `{name}` says nothing", path.display()));
            }
        }
    });
    none(&complaints);
}
