use crate::ClipId;
use std::collections::BTreeMap;

/// A sentence cut into what is said one after the other.
#[derive(Clone, Debug)]
pub(super) struct Pattern(Vec<Piece>);

#[derive(Clone, Debug)]
pub(super) enum Piece {
    Phrase { id: ClipId, words: String },
    Ticket,
    Counter,
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
    #[error("{{{0}}} is neither {{ticket}} nor {{counter}}")]
    UnknownPlaceholder(String),
    /// A brace without its partner.
    #[error("a brace is not closed")]
    OpenBrace,
    /// A call that would not say whom or where.
    #[error("{{ticket}} and {{counter}} must each stand in it once")]
    Incomplete,
}

impl Pattern {
    /// Cuts `text` at its placeholders, commas and stops; what is left must be phrases, compared without case.
    pub fn cut(text: &str, phrases: &BTreeMap<String, String>) -> Result<Self, PatternError> {
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
                    match name {
                        "ticket" => Piece::Ticket,
                        "counter" => Piece::Counter,
                        _ => return Err(PatternError::UnknownPlaceholder(name.to_owned())),
                    }
                }
            });
        }
        push_phrase(&mut pieces, rest, phrases)?;
        let tickets = pieces
            .iter()
            .filter(|piece| matches!(piece, Piece::Ticket))
            .count();
        let counters = pieces
            .iter()
            .filter(|piece| matches!(piece, Piece::Counter))
            .count();
        if (tickets, counters) == (1, 1) {
            Ok(Self(pieces))
        } else {
            Err(PatternError::Incomplete)
        }
    }

    pub fn pieces(&self) -> impl Iterator<Item = &Piece> {
        self.0.iter()
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
