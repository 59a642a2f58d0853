//! The languages of the product: one for each folder of `assets/lang`, as they were when it was built.
//!
//! A debug build also knows `x-long`, which does not exist: files that its build script makes of the shipped ones, with
//! words two fifths longer. Nobody is offered it who does not ask for it by its code.

/// A language with the words that its folder holds; those of screens are compiled with the screens.
#[derive(Debug)]
pub struct Sheet {
    /// The folder's name, and the language's on the wire.
    pub code: &'static str,
    /// What its speakers call it.
    pub name: &'static str,
    /// The same in two or three letters.
    pub short: &'static str,
    /// File by file, such as `slip.toml`.
    pub texts: &'static [(&'static str, &'static str)],
}

impl Sheet {
    /// What a file of the folder says; nothing where it has none of this name.
    #[must_use]
    pub fn text(&self, file: &str) -> Option<&'static str> {
        let found = self.texts.iter().find(|(name, _)| *name == file);
        found.map(|(_, text)| *text)
    }
}

// FOLDER, SHIPPED and LANGUAGES, as build/main.rs writes them.
include!(concat!(env!("OUT_DIR"), "/languages.rs"));
