use languages::{LANGUAGES, SHIPPED, Sheet};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

/// A language that visitors may choose: on the wire by its code, the name of its folder in `assets/lang`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Language(usize);

static OFFERED: [Language; SHIPPED] = {
    let mut all = [Language::VI; SHIPPED];
    let mut place = 0;
    while place < SHIPPED {
        all[place] = Language(place);
        place += 1;
    }
    all
};

impl Language {
    /// Vietnamese, which the product is written in.
    pub const VI: Self = Self(0);
    /// English.
    pub const EN: Self = Self(1);

    /// The languages of the product, Vietnamese and English first.
    #[must_use]
    pub fn shipped() -> &'static [Self] {
        &OFFERED
    }

    /// The same, and what this build besides knows: see [`languages`].
    pub fn known() -> impl Iterator<Item = Self> {
        (0..LANGUAGES.len()).map(Self)
    }

    /// Reads a code of the wire.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        let place = LANGUAGES.iter().position(|sheet| sheet.code == word);
        place.map(Self)
    }

    /// The code as it stands on the wire and in the journal.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.sheet().code
    }

    /// What its speakers call it: "Tiếng Việt", "English".
    #[must_use]
    pub fn name(self) -> &'static str {
        self.sheet().name
    }

    /// The same in two or three letters.
    #[must_use]
    pub fn short(self) -> &'static str {
        self.sheet().short
    }

    /// What a file of its folder says, such as `slip.toml`; nothing where it has none of this name.
    #[must_use]
    pub fn text(self, file: &str) -> Option<&'static str> {
        self.sheet().text(file)
    }

    /// The one of `others` that follows it, the first after the last.
    #[must_use]
    pub fn next_of(self, others: &[Self]) -> Self {
        let place = others.iter().position(|other| *other == self);
        let next = place.map_or(0, |place| (place + 1) % others.len());
        others.get(next).copied().unwrap_or(self)
    }

    fn sheet(self) -> &'static Sheet {
        &LANGUAGES[self.0]
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

/// What the product does not speak is refused, with what it does speak.
impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let word = Cow::<'de, str>::deserialize(from)?;
        Self::from_word(&word).ok_or_else(|| {
            let spoken: Vec<_> = OFFERED.map(Self::as_str).into();
            let spoken = spoken.join(", ");
            serde::de::Error::custom(format!(
                "unknown language `{word}`, expected one of {spoken}"
            ))
        })
    }
}

impl PartialSchema for Language {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some("The language a visitor chose."))
            .enum_values(Some(OFFERED.map(Self::as_str)))
            .into()
    }
}

impl ToSchema for Language {
    fn name() -> Cow<'static, str> {
        "Language".into()
    }
}

/// For what a screen only shows: a language of a newer service than itself is as good as Vietnamese.
pub(crate) fn known_or_vietnamese<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<Language, D::Error> {
    let word = Cow::<'de, str>::deserialize(from)?;
    Ok(Language::from_word(&word).unwrap_or_default())
}

#[cfg(test)]
mod tests;
