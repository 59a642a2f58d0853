//! Telex: accents typed as letters that Vietnamese has no use for at that place, `ddooir` for *đổi*.

use crate::fold::is_vowel;
use crate::tone::{Tone, lift_tone};
use unicode_normalization::UnicodeNormalization;

/// The text with every word that Telex keys spell written out; a word that is no syllable of Vietnamese when
/// read so stays as it was typed. Accents that are there already may be typed on.
///
/// ```
/// assert_eq!(vietnamese::telex("ddooir bawngf lais"), "đổi bằng lái");
/// assert_eq!(vietnamese::telex("passport B2"), "passport B2");
/// ```
#[must_use]
pub fn telex(text: &str) -> String {
    let words = text.split(' ');
    let words = words.map(|word| compose(word).unwrap_or_else(|| word.to_owned()));
    words.collect::<Vec<_>>().join(" ")
}

/// A syllable while its keys are read: letters with their shape, and the tone apart.
#[derive(Default)]
struct Syllable {
    letters: Vec<char>,
    tone: Tone,
    /// Some key was more than a letter.
    marked: bool,
}

fn compose(word: &str) -> Option<String> {
    if !word.chars().all(|c| c.is_alphabetic() && c.is_lowercase()) {
        return None;
    }
    let mut syllable = Syllable::default();
    for key in word.chars() {
        let (letters, tone) = lift_tone(key.encode_utf8(&mut [0; 4]));
        if tone != Tone::Level {
            syllable.tone = tone;
        }
        letters.chars().for_each(|key| syllable.press(key));
    }
    syllable.marked.then(|| syllable.spelled()).flatten()
}

impl Syllable {
    fn press(&mut self, key: char) {
        let has_vowel = self.letters.iter().copied().any(is_shaped_vowel);
        let tone = Tone::of_key(key).filter(|_| has_vowel);
        if let Some(tone) = tone {
            self.tone = tone;
            self.marked = true;
        } else if let Some((place, shaped)) = self.shape(key) {
            self.letters[place] = shaped;
            self.marked = true;
            if key == 'w' && shaped == 'ơ' && place > 0 && self.letters[place - 1] == 'u' {
                self.letters[place - 1] = 'ư';
            }
        } else {
            self.letters.push(key);
        }
    }

    /// The letter that this key gives another shape.
    fn shape(&self, key: char) -> Option<(usize, char)> {
        let last = |letter: char| self.letters.iter().rposition(|own| *own == letter);
        match key {
            'd' => last('d')
                .filter(|place| *place == 0)
                .map(|place| (place, 'đ')),
            'a' => last('a').map(|place| (place, 'â')),
            'e' => last('e').map(|place| (place, 'ê')),
            'o' => last('o').map(|place| (place, 'ô')),
            'w' => {
                let after_u = |place: &usize| *place > 0 && self.letters[place - 1] == 'u';
                let in_qu = |place: &usize| *place > 1 && self.letters[place - 2] == 'q';
                match last('a') {
                    // `muaw` is *mưa*, `quawng` is *quăng*.
                    Some(place) if after_u(&place) && !in_qu(&place) => Some((place - 1, 'ư')),
                    Some(place) => Some((place, 'ă')),
                    None => last('o')
                        .map(|place| (place, 'ơ'))
                        .or_else(|| last('u').map(|place| (place, 'ư'))),
                }
            }
            _ => None,
        }
    }

    /// The syllable as it is written; `None` where Vietnamese has no such syllable, or beginning of one.
    fn spelled(&self) -> Option<String> {
        let (first, last) = self.rime()?;
        let nucleus: String = self.letters[first..last].iter().collect();
        let coda: String = self.letters[last..].iter().collect();
        let onset: String = self.letters[..first].iter().collect();
        let known = ONSETS.split(' ').any(|own| own == onset) || onset.is_empty();
        let ends = CODAS.split(' ').any(|own| own == coda) || coda.is_empty();
        if first == last {
            // Nothing but `đ` yet.
            return (onset == "đ").then_some(onset);
        }
        if !(known && ends && NUCLEI.split(' ').any(|own| own == nucleus)) {
            return None;
        }
        let place = first + tone_place(&nucleus, !coda.is_empty());
        let mut written = String::new();
        for (at, letter) in self.letters.iter().enumerate() {
            written.push(*letter);
            if at == place {
                written.extend(self.tone.mark());
            }
        }
        Some(written.nfc().collect())
    }

    /// Where the vowels begin and end. The `u` of `qu` and the `i` of `gia` belong to the consonant.
    fn rime(&self) -> Option<(usize, usize)> {
        let vowel = |place: usize| {
            self.letters
                .get(place)
                .copied()
                .is_some_and(is_shaped_vowel)
        };
        let mut first = (0..self.letters.len())
            .find(|place| vowel(*place))
            .unwrap_or(self.letters.len());
        let glide = match self.letters[..first] {
            ['q'] => 'u',
            ['g'] => 'i',
            _ => ' ',
        };
        if self.letters.get(first) == Some(&glide) && vowel(first + 1) {
            first += 1;
        }
        let last = (first..self.letters.len()).find(|place| !vowel(*place));
        let last = last.unwrap_or(self.letters.len());
        let coda = self.letters.get(last..)?;
        (!coda.iter().copied().any(is_shaped_vowel)).then_some((first, last))
    }
}

/// Which of these vowels carries the tone: a shaped one, else the last before a consonant, else the last but one.
fn tone_place(nucleus: &str, has_coda: bool) -> usize {
    let vowels = nucleus.chars().count();
    let shaped = nucleus.chars().collect::<Vec<_>>();
    let shaped = shaped.iter().rposition(|vowel| !vowel.is_ascii());
    shaped.unwrap_or(match (vowels, has_coda) {
        (3, false) => 1,
        (_, true) => vowels - 1,
        _ => 0,
    })
}

fn is_shaped_vowel(letter: char) -> bool {
    is_vowel(letter) || "âăêôơư".contains(letter)
}

const ONSETS: &str = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x";
const CODAS: &str = "c ch m n ng nh p t";
/// Those being typed included, such as *uo* on the way to *ươ*.
const NUCLEI: &str = "a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iu oa oă oe oi ôi oo ơi ua uâ uê ui uô uo \
                      ươ uy ưa ưi ưu ưo ưou yê ye ie iêu ieu yêu yeu oai oao oay oeo uay uây uôi uoi uya uyê uye uyu \
                      ươi ươu uơ";
