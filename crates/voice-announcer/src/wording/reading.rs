use crate::{ClipId, LARGEST_COUNTER, TicketNumber};
use queue_protocol::Language;
use vietnamese::letter;
use vietnamese::number::{en, vi, vi::Region};

/// How a language and a region read letters, digits and numbers: each as clips with their words. Of a language whose
/// words for them are not known here, the words are the signs themselves, as everybody reads them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    pub language: Language,
    pub region: Region,
}

pub(super) type Read = (ClipId, String);

impl Reading {
    /// Every clip that a reading can need.
    pub fn vocabulary(self) -> impl Iterator<Item = Read> {
        ('A'..='Z')
            .map(move |letter| self.letter(letter))
            .chain((0..=9).map(move |digit| self.digit(digit)))
            .chain((1..=LARGEST_COUNTER).flat_map(move |number| self.number(number)))
    }

    /// The letter, then digit by digit.
    pub fn ticket(self, number: &TicketNumber) -> Vec<Read> {
        std::iter::once(self.letter(number.letter()))
            .chain(number.digits().map(|digit| self.digit(digit)))
            .collect()
    }

    /// As a number where there is a clip for it, else digit by digit.
    pub fn number(self, value: u16) -> Vec<Read> {
        if !(1..=LARGEST_COUNTER).contains(&value) {
            let digits = value.to_string();
            let digits = digits.bytes().map(|digit| self.digit(digit - b'0'));
            return digits.collect();
        }
        let (words, region) = match self.language {
            Language::EN => (en::number(value.into()), None),
            Language::VI => {
                let read = |region| vi::number(value.into(), region);
                let differs = read(Region::North) != read(Region::South);
                (read(self.region), differs.then_some(self.region))
            }
            _ => (None, None),
        };
        let words = words.map_or_else(|| value.to_string(), |words| words.to_string());
        vec![(ClipId::Number { value, region }, words)]
    }

    fn letter(self, letter: char) -> Read {
        let name = match self.language {
            Language::VI => letter::vi(letter),
            Language::EN => letter::en(letter),
            _ => None,
        };
        let words = name.map_or_else(|| letter.to_string(), str::to_owned);
        (ClipId::Letter(letter), words)
    }

    fn digit(self, digit: u8) -> Read {
        let words = match self.language {
            Language::VI => vi::digits(digit.into(), 1).to_string(),
            Language::EN => en::digits(digit.into(), 1).to_string(),
            _ => digit.to_string(),
        };
        (ClipId::Digit(digit), words)
    }
}
