//! What a query may mean: the words as typed, and with synonyms replaced.

use super::asked::Asked;
use super::found::Understood;
use super::query::Typed;
use super::synonyms::Meaning;

/// One way of reading a query: the words an entry must hold, all of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading<'q> {
    parts: Vec<Part<'q>>,
}

/// Some words of the query as they are taken.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part<'q> {
    Literal(&'q Typed),
    Synonym {
        typed: &'q [Typed],
        meaning: &'q Meaning,
    },
}

impl<'q> Reading<'q> {
    pub(super) fn push(&mut self, part: Part<'q>) {
        self.parts.push(part);
    }

    pub(super) fn pop(&mut self) {
        self.parts.pop();
    }

    pub(super) fn has_synonym(&self) -> bool {
        self.parts
            .iter()
            .any(|part| matches!(part, Part::Synonym { .. }))
    }

    /// The words searched for, each with whether it continues a synonym's meaning.
    pub(super) fn words(&self) -> impl Iterator<Item = (&'q Asked, bool)> {
        self.parts.iter().flat_map(|part| {
            let (typed, meant) = match part {
                Part::Literal(typed) => (Some(&typed.asked), &[][..]),
                Part::Synonym { meaning, .. } => (None, &meaning.words[..]),
            };
            let typed = typed.into_iter().map(|asked| (asked, false));
            typed.chain(meant.iter().enumerate().map(|(at, asked)| (asked, at > 0)))
        })
    }

    /// What differs from the words as typed. `spelling` gives the word of the best entry that
    /// answers a corrected one.
    pub(super) fn understood<'s>(
        &self,
        spelling: impl Fn(&Asked) -> Option<&'s str>,
    ) -> Vec<Understood> {
        let mut understood: Vec<Understood> = Vec::new();
        let mut correcting = false;
        for part in &self.parts {
            match *part {
                Part::Literal(typed) if typed.is_respelt() => {
                    let means = spelling(&typed.asked).unwrap_or(&typed.raw);
                    match understood.last_mut().filter(|_| correcting) {
                        Some(run) => run.add(&typed.raw, means),
                        None => understood.push(Understood {
                            typed: typed.raw.clone(),
                            means: means.to_owned(),
                        }),
                    }
                    correcting = true;
                    continue;
                }
                Part::Literal(_) => {}
                Part::Synonym { typed, meaning } => {
                    let raw: Vec<_> = typed.iter().map(|typed| &*typed.raw).collect();
                    understood.push(Understood {
                        typed: raw.join(" "),
                        means: meaning.text.clone(),
                    });
                }
            }
            correcting = false;
        }
        understood
    }
}

impl Understood {
    fn add(&mut self, typed: &str, means: &str) {
        for (line, word) in [(&mut self.typed, typed), (&mut self.means, means)] {
            line.push(' ');
            line.push_str(word);
        }
    }
}
