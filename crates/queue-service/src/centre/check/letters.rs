//! Letters: each stands for one service at a time, and is hard to mistake in print and by ear.

use crate::centre::files::services::{FILE, Service};
use crate::centre::files::{Parts, identity};
use crate::centre::source::Findings;
use crate::centre::succession::common;
use queue_core::Letter;

/// Mistaken for another letter or a digit when read or heard.
const CONFUSED: [(char, &str); 4] = [('D', "Đ"), ('I', "Y and 1"), ('O', "0"), ('Y', "I")];
/// Not in the Vietnamese alphabet.
const FOREIGN: [char; 4] = ['F', 'J', 'W', 'Z'];
/// Spoken alike.
const ALIKE: [(char, char); 2] = [('M', 'N'), ('S', 'X')];
/// Rhyming names (bê, xê, dê, giê, pê, tê, vê), of which a hall can tell two apart.
const RHYMING: [char; 7] = ['B', 'C', 'D', 'G', 'P', 'T', 'V'];

/// The field's name wraps on a kiosk card beyond this many letters.
const CARD: usize = 26;

/// Letters given twice, letters better avoided, names that wrap.
pub(super) fn check(parts: &Parts, findings: &Findings) {
    let file = findings.in_file(FILE);
    for (place, service) in parts.services.iter().enumerate() {
        let Some(letter) = service.letter.value.map(Letter::get) else {
            continue;
        };
        let line = service.letter.line;
        let earlier = parts.services[..place].iter();
        let together = |other: &&Service| common(service.valid, other.valid).is_some();
        let beside: Vec<&Service> = earlier.filter(together).collect();
        if let Some(other) = beside.iter().find(|other| has(other, letter)) {
            file.error(
                line,
                format!(
                    "letter {letter} is on the same day also that of `{}`",
                    other.code.value
                ),
            );
        }
        if let Some((_, like)) = CONFUSED.iter().find(|(confused, _)| *confused == letter) {
            file.warning(
                line,
                format!("letter {letter} is easily mistaken for {like}"),
            );
        }
        if FOREIGN.contains(&letter) {
            file.warning(
                line,
                format!("letter {letter} is not in the Vietnamese alphabet"),
            );
        }
        for (one, other) in ALIKE {
            if (letter == one && beside.iter().any(|s| has(s, other)))
                || (letter == other && beside.iter().any(|s| has(s, one)))
            {
                file.warning(line, format!("letters {one} and {other} sound alike"));
            }
        }
        let rhymes = beside
            .iter()
            .filter(|s| RHYMING.iter().any(|rhyme| has(s, *rhyme)))
            .count();
        if RHYMING.contains(&letter) && rhymes >= 2 {
            file.warning(
                line,
                format!(
                    "letter {letter} is the third or later of B C D G P T V, whose names rhyme"
                ),
            );
        }
        let width = service.name.vi.chars().count();
        if width > CARD {
            file.warning(
                service.line,
                format!("the name has {width} letters: beyond {CARD} it wraps on the kiosk"),
            );
        }
    }
}

/// The letter of the offline numbers, which must stay nobody's on every date.
pub(super) fn offline(parts: &Parts, findings: &Findings) {
    let Some(letter) = &parts.identity.offline_letter else {
        return;
    };
    let file = findings.in_file(identity::FILE);
    let (line, letter) = (letter.line, letter.value.get());
    if let Some(service) = parts.services.iter().find(|service| has(service, letter)) {
        let code = &service.code.value;
        let message = format!(
            "`offline_letter`: expected a letter of no service, and service `{code}` has {letter}"
        );
        file.error(line, message);
    }
    if let Some((_, like)) = CONFUSED.iter().find(|(confused, _)| *confused == letter) {
        let message = format!("letter {letter} is easily mistaken for {like}");
        file.warning(line, message);
    }
}

fn has(service: &Service, letter: char) -> bool {
    service.letter.value.is_some_and(|own| own.get() == letter)
}
