use super::sentence::Hole;
use crate::ClipId;
use std::collections::BTreeMap;

/// A sentence cut into what is said one after the other.
#[derive(Clone, Debug)]
pub(super) struct Pattern(Vec<Piece>);

#[derive(Clone, Debug)]
pub(super) enum Piece {
    Phrase { id: ClipId, words: String },
    Open(Hole),
    Comma,
    Stop,
}

/// Why a pattern cannot be cut into clips.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// Words that no clip speaks.
    #[error("\"{0}\" stands in no line of [phrases]")]
    UnknownPhrase(String),
    /// A placeholder with a name of its own.
    #[error("{{{0}}} is none of {{ticket}}, {{counter}} and {{minutes}}")]
    UnknownPlaceholder(String),
    /// A brace without its partner.
    #[error("a brace is not closed")]
    OpenBrace,
    /// A call that would not say whom or where, or a sentence with a placeholder that nothing fills.
    #[error("what this sentence has to name must stand in it once, and nothing else")]
    Incomplete,
}

impl Pattern {
    /// Cuts `text` at its placeholders, commas and stops; what is left must be phrases, compared without case.
    /// The placeholders must be `holes`, in any order.
    pub fn cut(
        text: &str,
        phrases: &BTreeMap<String, String>,
        holes: &[Hole],
    ) -> Result<Self, PatternError> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', ',', '.']) {
            push_phrase(&mut pieces, &rest[..at], phrases)?;
            let (mark, after) = rest[at..].split_at(1);
            rest = after;
            pieces.push(match mark {
                "," => Piece::Comma,
                "." => Piece::Stop,
                _ => {
                    let (name, after) = rest.split_once('}').ok_or(PatternError::OpenBrace)?;
                    rest = after;
                    let hole = Hole::from_word(name);
                    Piece::Open(
                        hole.ok_or_else(|| PatternError::UnknownPlaceholder(name.to_owned()))?,
                    )
                }
            });
        }
        push_phrase(&mut pieces, rest, phrases)?;
        let open: Vec<Hole> = pieces.iter().filter_map(Piece::hole).collect();
        if open.len() == holes.len() && holes.iter().all(|hole| open.contains(hole)) {
            Ok(Self(pieces))
        } else {
            Err(PatternError::Incomplete)
        }
    }

    pub fn pieces(&self) -> impl Iterator<Item = &Piece> {
        self.0.iter()
    }
}

impl Piece {
    fn hole(&self) -> Option<Hole> {
        match self {
            Self::Open(hole) => Some(*hole),
            Self::Phrase { .. } | Self::Comma | Self::Stop => None,
        }
    }
}

fn push_phrase(
    pieces: &mut Vec<Piece>,
    text: &str,
    phrases: &BTreeMap<String, String>,
) -> Result<(), PatternError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(());
    }
    let (name, words) = phrases
        .iter()
        .find(|(_, words)| words.to_lowercase() == text.to_lowercase())
        .ok_or_else(|| PatternError::UnknownPhrase(text.to_owned()))?;
    pieces.push(Piece::Phrase {
        id: ClipId::Phrase(name.clone()),
        words: words.clone(),
    });
    Ok(())
}
