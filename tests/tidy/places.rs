//! Things that are allowed in one place only.

use crate::tree::{Source, none, sources};

const SERVICE: &str = "crates/queue-service/src/";

/// The lines of `source` outside comments that hold `word`, as complaints.
fn uses(source: &Source, word: &str, why: &str) -> Vec<String> {
    source
        .text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim_start().starts_with("//") && line.contains(word))
        .map(|(i, _)| format!("{}:{}: `{word}` {why}", source.path, i + 1))
        .collect()
}

fn complain(word: &str, why: &str, concerned: impl Fn(&str) -> bool) {
    let complaints: Vec<String> = sources(&["rs"])
        .iter()
        .filter(|source| concerned(&source.path))
        .flat_map(|source| uses(source, word, why))
        .collect();
    none(&complaints);
}

#[test]
fn sql_stays_under_the_journal() {
    complain("rusqlite", "belongs under journal/ or reports/", |path| {
        path.starts_with(SERVICE)
            && !path.starts_with("crates/queue-service/src/journal/")
            && !path.starts_with("crates/queue-service/src/reports/")
    });
}

#[test]
fn http_stays_under_the_api() {
    complain("axum", "belongs under api/ or pages/", |path| {
        path.starts_with(SERVICE)
            && !path.starts_with("crates/queue-service/src/api/")
            && !path.starts_with("crates/queue-service/src/pages/")
    });
}

#[test]
fn only_the_clock_reads_the_clock() {
    for word in ["Utc::now", "Local::now", "SystemTime::now"] {
        complain(word, "belongs in clock", |path| {
            path.starts_with(SERVICE) && !path.starts_with("crates/queue-service/src/clock")
        });
    }
}

#[test]
fn the_rules_are_pure() {
    for word in [
        "::now()",
        "std::fs",
        "std::io",
        "std::net",
        "std::env",
        "std::thread",
        "serde",
        "rand",
        "async ",
        "std::time",
    ] {
        complain(word, "has no place in queue-core", |path| {
            path.starts_with("crates/queue-core/src/")
        });
    }
}

#[test]
fn apps_show_what_they_are_told() {
    for word in ["queue_core", "queue_service"] {
        complain(word, "must not be known to an app", |path| {
            ["kiosk-ui/", "counter-ui/", "display-board/"]
                .iter()
                .any(|app| path.starts_with(app))
        });
    }
}

#[test]
fn colours_stand_in_the_theme() {
    let mut complaints = Vec::new();
    for source in sources(&["slint"]) {
        if source.path == "crates/ui-kit/ui/theme.slint" {
            continue;
        }
        for (i, line) in source.text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            let colour = code
                .split('#')
                .skip(1)
                .any(|rest| rest.chars().take_while(char::is_ascii_hexdigit).count() >= 3);
            if colour {
                complaints.push(format!(
                    "{}:{}: a colour outside the theme",
                    source.path,
                    i + 1
                ));
            }
        }
    }
    none(&complaints);
}
