//! The counter chosen at sign-in outlives the program, but not a change of the settings.

use counter_ui::shell::Remembered;

#[test]
fn the_chosen_counter_is_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("counter.toml");
    assert_eq!(Remembered::beside(&config, 7).counter(), 7);
    Remembered::beside(&config, 7).set(9);
    assert_eq!(Remembered::beside(&config, 7).counter(), 9);
    assert_eq!(
        Remembered::beside(&config, 12).counter(),
        12,
        "the settings were changed since"
    );
}

#[test]
fn a_spoilt_memory_is_no_memory() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("counter.toml");
    std::fs::write(config.with_extension("last"), "chosen = \"nine\"").unwrap();
    assert_eq!(Remembered::beside(&config, 7).counter(), 7);
}

#[test]
fn a_folder_that_cannot_be_written_is_no_fault() {
    Remembered::beside("/nowhere/at/all/counter.toml".as_ref(), 7).set(9);
}
