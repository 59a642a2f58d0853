//! What `packaging/` names is there.

use crate::tree::root;
use std::collections::BTreeSet;

fn read(name: &str) -> String {
    let path = root().join("packaging").join(name);
    std::fs::read_to_string(&path).expect("a readable file")
}

#[test]
fn every_user_of_the_unit_files_is_made() {
    let made = read("sysusers.d/xinmoi.conf");
    let made: BTreeSet<&str> = made
        .lines()
        .filter_map(|line| line.strip_prefix("u ")?.split_whitespace().next())
        .collect();
    let units = ["xinmoi.service", "xinmoi-screen@.service"].map(read);
    let named: BTreeSet<&str> = units
        .iter()
        .flat_map(|unit| unit.lines())
        .filter_map(|line| line.strip_prefix("User="))
        .collect();
    assert_eq!(named, made, "packaging/sysusers.d/xinmoi.conf");
}
