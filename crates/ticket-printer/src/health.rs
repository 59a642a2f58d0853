//! What is known of the printer's state.

use crate::job::Cause;

/// How much paper is left, as far as the printer's sensors tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PaperLevel {
    /// It does not say.
    #[default]
    Unknown,
    /// Enough.
    Enough,
    /// The roll should be changed soon. Printers without this sensor say "enough".
    NearEnd,
    /// None.
    Out,
}

/// The printer's state when it was last asked, or refused a slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Health {
    /// The paper.
    pub paper: PaperLevel,
    /// Why it cannot print now; none if it can, or does not answer questions.
    pub trouble: Option<Cause>,
}

impl Health {
    /// The state of a printer that could not be reached, or was lost, for this reason.
    #[must_use]
    pub fn in_trouble(cause: Cause) -> Self {
        let paper = if cause == Cause::PaperOut {
            PaperLevel::Out
        } else {
            PaperLevel::Unknown
        };
        Self {
            paper,
            trouble: Some(cause),
        }
    }
}
