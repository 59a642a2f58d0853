//! Typing a procedure's name, and what was found for it.

use super::centre::Centre;
use queue_protocol::Purpose;
use vietnamese::search::Understood;

/// A key of the keyboard on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A letter, digit or sign.
    Letter(char),
    /// A tone, as its combining mark: it goes onto the vowel typed last.
    Tone(char),
    /// A space.
    Space,
    /// Takes the last letter away.
    Erase,
    /// Takes all away.
    Clear,
}

impl Key {
    /// What a letter from a real keyboard means here; nothing for what the search does not know.
    #[must_use]
    pub fn typed(letter: char) -> Option<Self> {
        match letter {
            ' ' => Some(Self::Space),
            '\u{8}' => Some(Self::Erase),
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => Some(Self::Tone(letter)),
            '.' | '-' | '/' => Some(Self::Letter(letter)),
            _ if letter.is_alphanumeric() => letter.to_lowercase().next().map(Self::Letter),
            _ => None,
        }
    }
}

/// Which keys are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum KeySet {
    /// Plain letters.
    #[default]
    Letters,
    /// Marked vowels, đ, and tones.
    Marks,
    /// Digits.
    Digits,
}

/// Longer queries find nothing more.
const LONGEST: usize = 60;
/// So many hits are listed; more are a reason to type on.
pub(super) const MOST_HITS: usize = 60;
/// Suggestions before the first letter.
const SUGGESTED: usize = 12;

/// A query, its hits, and the page that is shown.
#[derive(Default)]
pub(super) struct Find {
    /// The keys that were typed.
    query: String,
    /// The query as its field shows it: Telex keys written out.
    pub shown: String,
    pub keys: KeySet,
    /// Places in the catalogue, best first; most used first while nothing is typed.
    pub hits: Vec<usize>,
    /// What words were taken for.
    pub understood: Option<String>,
    /// The place of the first hit on the page.
    pub first: usize,
    /// The first hits of the pages before.
    pub before: Vec<usize>,
}

impl Find {
    /// Nothing typed yet: the most used procedures.
    pub fn new(centre: &Centre, purpose: Purpose) -> Self {
        let mut find = Self::default();
        find.look_up(centre, purpose);
        find
    }

    pub fn press(&mut self, key: Key, centre: &Centre, purpose: Purpose) {
        match key {
            Key::Letter(letter) if self.query.chars().count() < LONGEST => self.query.push(letter),
            Key::Space if !self.query.is_empty() && !self.query.ends_with(' ') => {
                self.query.push(' ');
            }
            Key::Tone(mark) => self.query = with_tone(&self.shown, mark),
            Key::Erase => {
                self.query.clone_from(&self.shown);
                self.query.pop();
            }
            Key::Clear => self.query.clear(),
            Key::Letter(_) | Key::Space => {}
        }
        self.look_up(centre, purpose);
    }

    pub fn show_next(&mut self, first: usize) {
        if first > self.first && first < self.hits.len() {
            self.before.push(self.first);
            self.first = first;
        }
    }

    pub fn show_previous(&mut self) {
        if let Some(first) = self.before.pop() {
            self.first = first;
        }
    }

    fn look_up(&mut self, centre: &Centre, purpose: Purpose) {
        self.first = 0;
        self.before.clear();
        self.understood = None;
        self.shown.clone_from(&self.query);
        let can_be_taken = |place: &usize| {
            centre
                .procedure(*place)
                .is_some_and(|procedure| centre.service_for(procedure, purpose).is_some())
        };
        if self.query.is_empty() {
            let suggested = centre.by_use().iter().copied();
            self.hits = suggested.filter(can_be_taken).take(SUGGESTED).collect();
            return;
        }
        let found = centre.search(&self.query, MOST_HITS);
        // What the centre's words hold is what was meant, however like Telex: "visa" is no *vía*.
        if found.hits.is_empty() || !found.understood.is_empty() {
            self.shown = vietnamese::telex(&self.query);
        }
        self.understood = found.understood.iter().find_map(in_shown_letters);
        let places = found.hits.iter().map(|hit| hit.id as usize);
        self.hits = places.filter(can_be_taken).collect();
    }
}

/// What words were taken for, as the field shows them; nothing where that says it already.
fn in_shown_letters(understood: &Understood) -> Option<String> {
    let typed = vietnamese::telex(&understood.typed);
    (typed != understood.means).then(|| format!("{typed} = {}", understood.means))
}

/// The query with `mark` on the last vowel that takes it; unchanged where none does.
fn with_tone(query: &str, mark: char) -> String {
    let letters: Vec<char> = query.chars().collect();
    let word = letters
        .iter()
        .rposition(|&c| c == ' ')
        .map_or(0, |space| space + 1);
    for place in (word..letters.len()).rev() {
        if !"aeiouy".contains(vietnamese::fold(&letters[place].to_string()).as_str()) {
            continue;
        }
        let marked = vietnamese::clean(&format!("{}{mark}", letters[place]));
        if marked.chars().count() == 1 {
            let (head, tail) = (&letters[..place], &letters[place + 1..]);
            return head
                .iter()
                .copied()
                .chain(marked.chars())
                .chain(tail.iter().copied())
                .collect();
        }
        break;
    }
    query.to_owned()
}
