//! The files of the house.

use std::path::{Path, PathBuf};

/// One text file: its path from the root with `/`, and its text.
pub struct Source {
    pub path: String,
    pub text: String,
}

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the tests stand in the root")
        .to_owned()
}

/// Every file with one of these extensions, generated folders left out.
pub fn sources(extensions: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    walk(&root(), &mut |path| {
        if path
            .extension()
            .and_then(|e| e.to_str())
            .is_some_and(|e| extensions.contains(&e))
        {
            let text = std::fs::read_to_string(path).expect("sources are UTF-8");
            let path = path.strip_prefix(root()).expect("inside the root");
            found.push(Source {
                path: path.to_string_lossy().replace('\\', "/"),
                text,
            });
        }
    });
    assert!(
        !found.is_empty(),
        "no file with {extensions:?}: the walk is broken"
    );
    found
}

/// Calls `visit` for every file of the house.
pub fn walk(folder: &Path, visit: &mut impl FnMut(&Path)) {
    for entry in std::fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        let name = path
            .file_name()
            .and_then(|n| n.to_str())
            .unwrap_or_default();
        if path.is_dir() {
            if !matches!(name, "target" | ".git" | "out") {
                walk(&path, visit);
            }
        } else {
            visit(&path);
        }
    }
}

/// Fails with every complaint at once.
pub fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n  {}\n", complaints.join("\n  "));
}
