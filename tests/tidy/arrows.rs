//! Who may depend on whom.

use crate::tree::{none, root, sources};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// Package, then the packages of ours that it may depend on (build dependencies included).
const ARROWS: &[(&str, &[&str])] = &[
    ("queue-core", &[]),
    ("languages", &[]),
    ("queue-protocol", &["languages"]),
    ("vietnamese", &[]),
    ("ui-kit", &["languages"]),
    (
        "queue-service",
        &["queue-core", "queue-protocol", "vietnamese"],
    ),
    ("queue-client", &["queue-protocol"]),
    ("ticket-printer", &["queue-protocol", "vietnamese"]),
    ("voice-announcer", &["queue-protocol", "vietnamese"]),
    (
        "kiosk-ui",
        &[
            "queue-client",
            "queue-protocol",
            "vietnamese",
            "ui-kit",
            "ticket-printer",
            "voice-announcer",
        ],
    ),
    (
        "counter-ui",
        &["queue-client", "queue-protocol", "vietnamese", "ui-kit"],
    ),
    (
        "display-board",
        &[
            "queue-client",
            "queue-protocol",
            "vietnamese",
            "ui-kit",
            "voice-announcer",
        ],
    ),
    (
        "system-tests",
        &[
            "queue-core",
            "queue-protocol",
            "queue-service",
            "queue-client",
            "vietnamese",
            "ticket-printer",
            "voice-announcer",
            "ui-kit",
        ],
    ),
];

/// What draws on screens: the apps, and the kit that they compile.
const SCREENS: [&str; 4] = ["kiosk-ui", "counter-ui", "display-board", "ui-kit"];

fn packages() -> Vec<Value> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args([
            "metadata",
            "--format-version",
            "1",
            "--no-deps",
            "--offline",
        ])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("metadata is JSON");
    metadata["packages"].as_array().expect("packages").clone()
}

fn name(value: &Value) -> &str {
    value["name"].as_str().expect("a name")
}

#[test]
fn arrows_point_inward() {
    let allowed: BTreeMap<&str, &[&str]> = ARROWS.iter().copied().collect();
    let packages = packages();
    let ours: BTreeSet<&str> = packages.iter().map(name).collect();
    let mut complaints = Vec::new();
    for package in &packages {
        let Some(may) = allowed.get(name(package)) else {
            complaints.push(format!(
                "{}: unknown to the house, add it to ARROWS",
                name(package)
            ));
            continue;
        };
        for dependency in package["dependencies"].as_array().expect("dependencies") {
            let on = name(dependency);
            if ours.contains(on) && on != name(package) && !may.contains(&on) {
                complaints.push(format!("{} must not depend on {on}", name(package)));
            }
        }
    }
    none(&complaints);
    assert_eq!(
        ours.len(),
        ARROWS.len(),
        "ARROWS lists a package that is gone"
    );
}

#[test]
fn the_service_never_links_slint() {
    let links: Vec<String> = packages()
        .iter()
        .filter(|package| !SCREENS.contains(&name(package)))
        .flat_map(|package| {
            let owner = name(package).to_owned();
            package["dependencies"]
                .as_array()
                .expect("dependencies")
                .iter()
                .filter_map(move |dependency| {
                    let on = name(dependency);
                    let screens = on == "slint" || on == "i-slint-backend-testing";
                    screens.then(|| format!("{owner} must not depend on {on}"))
                })
                .collect::<Vec<_>>()
        })
        .collect();
    none(&links);
}

#[test]
fn every_version_stands_in_the_workspace_table() {
    let mut complaints = Vec::new();
    for manifest in sources(&["toml"]) {
        if !manifest.path.ends_with("/Cargo.toml") {
            continue;
        }
        let mut section = "";
        for line in manifest.text.lines() {
            if line.starts_with('[') {
                section = line;
            } else if section.contains("dependencies")
                && line.contains('=')
                && !line.contains("workspace = true")
            {
                complaints.push(format!(
                    "{}: `{line}` has a version of its own",
                    manifest.path
                ));
            }
        }
    }
    none(&complaints);
}
