//! What a search gives.

use std::fmt;

/// The best hits, best first, and what the query was taken to mean where that is not what was
/// typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// At most as many as were asked for.
    pub hits: Vec<Hit>,
    /// Synonyms and corrections that led to these hits, in the order of the hits; empty when all
    /// was taken literally.
    pub understood: Vec<Understood>,
}

/// One entry that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The id given with the entry.
    pub id: u32,
    /// What kind of match it is.
    pub kind: Match,
    /// Larger fits better; comparable within one answer only.
    pub score: u32,
}

/// The kinds of match, from the weakest to the strongest; a stronger one always comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Match {
    /// Some word stands in the official name only, or was typed with other accents.
    FullName,
    /// Every word, or its beginning, stands in one short name, English name, popular name or code.
    Prefix,
    /// A synonym or a popular name led here.
    Synonym,
    /// The query is the whole name.
    Exact,
}

/// What some typed words were taken for; shown as `bằng lái = giấy phép lái xe`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Understood {
    /// The words as they were typed.
    pub typed: String,
    /// What was searched for instead: a synonym's meaning, or the words in their right spelling.
    pub means: String,
}

impl fmt::Display for Understood {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} = {}", self.typed, self.means)
    }
}
