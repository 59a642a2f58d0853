//! A language that does not exist, made of the shipped files by lengthening every word by two fifths: screens with room
//! for it have room for a third real one, and who takes it in has taken in one that is nothing but files.

use std::fs;
use std::io::Result;
use std::path::Path;

/// Its folder.
pub const CODE: &str = "x-long";
/// Words besides those of the screens. It has no `voice.toml`: the hall never hears it.
const WORDS: [&str; 2] = ["slip.toml", "aloud.toml"];
const SCREENS: &str = "LC_MESSAGES";

/// Puts every shipped language, and this one, into `folder`.
pub fn beside_the_shipped(shipped: &Path, folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    copy(shipped, folder)?;
    let long = folder.join(CODE);
    fs::create_dir_all(long.join(SCREENS))?;
    for file in WORDS {
        let text = fs::read_to_string(shipped.join("vi").join(file))?;
        fs::write(long.join(file), lengthened_strings(&text))?;
    }
    for entry in fs::read_dir(shipped.join("en").join(SCREENS))? {
        let entry = entry?;
        let text = fs::read_to_string(entry.path())?;
        let file = long.join(SCREENS).join(entry.file_name());
        fs::write(file, lengthened(&text))?;
    }
    let name = longer("Tiếng Việt");
    fs::write(
        long.join(super::ITSELF),
        format!("name = {name:?}\nshort = \"LẠ\"\nplace = 255\n"),
    )
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let to = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &to)?;
        } else {
            fs::copy(path, to)?;
        }
    }
    Ok(())
}

/// A table of texts with every string lengthened; none of ours holds a quotation mark.
fn lengthened_strings(toml: &str) -> String {
    let lines = toml.lines().filter(|line| !line.starts_with('#'));
    let lines = lines.map(|line| {
        let pieces = line.split('"').enumerate();
        let pieces = pieces.map(|(place, piece)| match place % 2 {
            0 => piece.to_owned(),
            _ => longer(piece),
        });
        pieces.collect::<Vec<_>>().join("\"") + "\n"
    });
    lines.collect()
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
        if word.contains(['{', '%']) || letters == 0 {
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
