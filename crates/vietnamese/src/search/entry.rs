//! What an index is built from.

/// One thing to be found, by one or more texts.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    pub(super) id: u32,
    pub(super) busy_rank: u8,
    pub(super) texts: Vec<(Field, &'a str)>,
}

impl<'a> Entry<'a> {
    /// An entry without texts yet. `id` comes back in the hits; of entries that fit equally the
    /// smallest `busy_rank` (1: asked for most) comes first.
    #[must_use]
    pub fn new(id: u32, busy_rank: u8) -> Self {
        Self {
            id,
            busy_rank,
            texts: Vec::new(),
        }
    }

    /// Adds a text, in NFC or NFD; several of one field may be given, an empty one is ignored.
    #[must_use]
    pub fn with(mut self, field: Field, text: &'a str) -> Self {
        self.texts.push((field, text));
        self
    }
}

/// What a text of an entry is, and so how much a match in it weighs; in the order of looking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The label on the kiosk; the one that ranks highest.
    ShortName,
    /// The name in English.
    EnglishName,
    /// The national code (`1.012783`), found by any of its groups.
    Code,
    /// A popular name of this entry alone; for names that stand for many entries see [`Synonym`].
    OtherName,
    /// The full official name, often hundreds of characters: words found only here weigh least.
    OfficialName,
}

/// An abbreviation or popular name, and what it stands for: `gplx`, `giấy phép lái xe`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Synonym {
    /// What visitors type; it is folded again, so accents do no harm.
    pub query_folded: String,
    /// What is searched for instead: alternatives, each in proper spelling, as it is to be shown.
    pub expands_to: Vec<String>,
}
