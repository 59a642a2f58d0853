//! A language that does not exist, all of whose words are at least two fifths longer than the Vietnamese ones: screens
//! with room for it have room for a third real one.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Its name among the bundled translations.
const LONG_WORDS: &str = "x-long";
const FILE: &str = "LC_MESSAGES/kiosk-ui.po";

/// A folder of the build with every shipped translation, and this one.
pub fn beside_the_shipped() -> io::Result<PathBuf> {
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let folder = Path::new(&out).join("lang");
    watch(ui_kit::LANG_DIR);
    for language in fs::read_dir(ui_kit::LANG_DIR)? {
        let language = language?;
        let shipped = language.path().join(FILE);
        if shipped.is_file() {
            let text = fs::read_to_string(shipped)?;
            store(&folder.join(language.file_name()).join(FILE), &text)?;
            store(&folder.join(LONG_WORDS).join(FILE), &lengthened(&text))?;
        }
    }
    Ok(folder)
}

/// The compiler itself only watches the folder that it is given.
#[expect(clippy::print_stdout, reason = "to cargo, from a build script")]
fn watch(folder: &str) {
    println!("cargo:rerun-if-changed={folder}");
}

fn store(file: &Path, text: &str) -> io::Result<()> {
    fs::create_dir_all(file.parent().unwrap_or(file))?;
    fs::write(file, text)
}

/// A `.po` file whose translations are its own texts with every word lengthened.
fn lengthened(po: &str) -> String {
    let (mut text, mut plural) = ("", "");
    let mut long = String::new();
    for line in po.lines() {
        let value = |key: &str| {
            line.strip_prefix(key)?
                .trim()
                .strip_prefix('"')?
                .strip_suffix('"')
        };
        if let Some(value) = value("msgid ") {
            (text, plural) = (value, value);
        } else if let Some(value) = value("msgid_plural ") {
            plural = value;
        }
        let key = ["msgstr ", "msgstr[0] ", "msgstr[1] "]
            .into_iter()
            .find(|key| line.starts_with(key) && !text.is_empty());
        match key {
            Some("msgstr[1] ") => long.push_str(&format!("msgstr[1] \"{}\"", longer(plural))),
            Some(key) => long.push_str(&format!("{key}\"{}\"", longer(text))),
            None => long.push_str(line),
        }
        long.push('\n');
    }
    long
}

/// Each word, and what stands for a value not, goes on with its own first letters.
fn longer(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        if word.contains('{') || letters == 0 {
            return word.to_owned();
        }
        let end = word.trim_end_matches(|c: char| !c.is_alphabetic()).len();
        let more = word.chars().filter(|c| c.is_alphabetic());
        let more: String = more
            .take((letters * 2).div_ceil(5))
            .flat_map(char::to_lowercase)
            .collect();
        format!("{}{more}{}", &word[..end], &word[end..])
    });
    words.collect::<Vec<_>>().join(" ")
}
