//! Reads the folder of languages: what is added there is part of the next build.

mod long_words;

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/lang");
const ITSELF: &str = "language.toml";
/// These two come first: the product is written in one and speaks to strangers in the other.
const FIRST: [&str; 2] = ["vi", "en"];

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// What a `language.toml` says.
struct Itself {
    name: String,
    short: String,
    place: u8,
}

#[expect(clippy::print_stdout, reason = "to cargo, from a build script")]
fn main() -> Result<()> {
    println!("cargo:rerun-if-changed={SHIPPED}");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut languages = languages_of(Path::new(SHIPPED))?;
    let codes = languages.iter().map(|(code, _)| code.as_str());
    if !codes.take(2).eq(FIRST) {
        return Err(format!("{SHIPPED}: the first two places are those of {FIRST:?}").into());
    }
    let shipped = languages.len();
    let mut folder = PathBuf::from(SHIPPED);
    if cfg!(debug_assertions) {
        folder = out.join("lang");
        long_words::beside_the_shipped(Path::new(SHIPPED), &folder)?;
        let code = long_words::CODE.to_owned();
        languages.push((code, itself(&folder.join(long_words::CODE))?));
    }
    let written = written(&folder, shipped, &languages)?;
    Ok(fs::write(out.join("languages.rs"), written)?)
}

/// Every language, in the order of their places.
fn languages_of(folder: &Path) -> Result<Vec<(String, Itself)>> {
    let mut languages = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let code = entry.file_name().to_string_lossy().into_owned();
        let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if !(2..=8).contains(&code.len()) || !code.chars().all(letters) {
            return Err(format!("{SHIPPED}: {code} is no code of a language").into());
        }
        languages.push((code, itself(&entry.path())?));
    }
    languages
        .sort_by(|(code, one), (other, another)| (one.place, code).cmp(&(another.place, other)));
    Ok(languages)
}

/// Three lines are read as they stand: a library for them would be compiled once more, for all that it shares with Slint.
fn itself(folder: &Path) -> Result<Itself> {
    let file = folder.join(ITSELF);
    let wrong = |what: &str| format!("{}: {what}", file.display());
    let text = fs::read_to_string(&file).map_err(|error| wrong(&error.to_string()))?;
    let value = |key: &str| {
        let mut lines = text.lines().filter_map(|line| line.split_once('='));
        let found = lines.find(|(name, _)| name.trim() == key);
        let value = found.map(|(_, value)| value.trim().trim_matches('"').to_owned());
        value.ok_or_else(|| wrong(&format!("no `{key}`")))
    };
    Ok(Itself {
        name: value("name")?,
        short: value("short")?,
        place: value("place")?
            .parse()
            .map_err(|_| wrong("`place` is not 0 to 255"))?,
    })
}

/// What the library takes in.
fn written(folder: &Path, shipped: usize, languages: &[(String, Itself)]) -> Result<String> {
    let mut rust = format!(
        "/// The folders that the screens are compiled with: `CODE/LC_MESSAGES/PACKAGE.po`.\n\
         pub const FOLDER: &str = {folder:?};\n\
         /// So many languages are the product's.\n\
         pub const SHIPPED: usize = {shipped};\n\
         /// Those of the product in the order in which they are offered, then those of this build only.\n\
         pub static LANGUAGES: [Sheet; {}] = [\n",
        languages.len()
    );
    for (code, Itself { name, short, .. }) in languages {
        let mut texts = String::new();
        for entry in fs::read_dir(folder.join(code))? {
            let path = entry?.path();
            if path
                .extension()
                .is_some_and(|extension| extension == "toml")
            {
                let file = path.file_name().unwrap_or_default();
                write!(texts, "({file:?}, include_str!({path:?})), ")?;
            }
        }
        writeln!(
            rust,
            "    Sheet {{ code: {code:?}, name: {name:?}, short: {short:?}, texts: &[{texts}] }},"
        )?;
    }
    Ok(rust + "];\n")
}
