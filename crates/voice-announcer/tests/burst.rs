//! Proof by ear without ears: 24 counters call in one second, and what the hall would hear is measured.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use queue_protocol::Language;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use voice_announcer::loudness::peak_level;
use voice_announcer::{
    Announcement, Choice, Heard, Order, Part, SAMPLE_RATE, Saying, Settings, Speech, Voices,
    rehearse,
};

/// The letters that a centre is advised to use.
const LETTERS: [char; 11] = ['A', 'C', 'E', 'H', 'K', 'L', 'M', 'R', 'S', 'T', 'U'];

fn voices(vietnamese: &str) -> Arc<Voices> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/voices");
    let mut choice = Choice::default();
    choice.banks.insert(Language::VI, vietnamese.into());
    Arc::new(Voices::load(&folder, &choice).unwrap())
}

fn call(place: u16, languages: &[Language]) -> Announcement {
    let letter = LETTERS[usize::from(place) % LETTERS.len()];
    let number = format!("{letter}{:03}", (place * 137 + 12) % 1000);
    Announcement {
        languages: languages.to_vec(),
        ..Announcement::call(number.parse().unwrap(), place + 1)
    }
}

/// 24 calls, one every `apart`.
fn burst(apart: Duration, languages: &[Language]) -> Vec<(Duration, Order)> {
    let order = |place: u16| Order::Announce(place.into(), call(place, languages));
    (0..24)
        .map(|place| (apart * place.into(), order(place)))
        .collect()
}

/// The calls in the order in which their first sound was heard.
fn order_of(heard: &[Heard]) -> Vec<u64> {
    let mut calls: Vec<u64> = heard.iter().map(|heard| heard.call.unwrap()).collect();
    calls.dedup();
    calls
}

fn render(voices: &Voices, speech: &Speech) -> Vec<f32> {
    voices.render(speech).unwrap().into_samples()
}

#[test]
fn the_last_of_24_calls_in_one_second_is_spoken_within_90_s() {
    let languages: [&[Language]; 2] = [&[Language::VI], &[Language::VI, Language::EN]];
    for bank in ["vi-south", "vi-north"] {
        let voices = voices(bank);
        for (times, languages) in [(1, languages[0]), (2, languages[1])] {
            for apart in [Duration::ZERO, Duration::from_millis(43)] {
                let settings = Settings {
                    times,
                    ..Settings::default()
                };
                let heard = rehearse(Arc::clone(&voices), settings, burst(apart, languages));
                assert_eq!(order_of(&heard), (0..24).collect::<Vec<_>>());
                let last = heard.last().unwrap().to();
                println!("{bank}, {times} times, {apart:?} apart: {last:?}");
                assert!(last <= Duration::from_secs(90), "{bank} {times}: {last:?}");
            }
        }
    }
}

#[test]
fn no_sound_of_a_burst_overlaps_another_and_none_is_cut() {
    let voices = voices("vi-south");
    let calls = burst(Duration::from_millis(43), &[Language::VI]);
    let heard = rehearse(Arc::clone(&voices), Settings::default(), calls);
    for pair in heard.windows(2) {
        let gap = pair[1].from.checked_sub(pair[0].to()).unwrap();
        assert!(gap >= Duration::from_millis(300), "{gap:?}");
        assert!(gap <= Duration::from_millis(730), "{gap:?}");
    }
    for sound in &heard {
        let place = u16::try_from(sound.call.unwrap()).unwrap();
        let call = call(place, &[Language::VI]);
        let short = voices.speech(Saying::short(&call), 1).without_lead();
        let expected = match place {
            0 => render(&voices, &voices.speech(&call, 1)),
            _ => render(&voices, &short),
        };
        assert!(sound.sound.samples() == expected, "call {place} is another");
        assert!(peak_level(sound.sound.samples()) <= -1.0 + 1e-4);
    }
}

#[test]
fn calls_of_a_burst_come_in_pairs() {
    let voices = voices("vi-south");
    let calls = burst(Duration::ZERO, &[Language::VI]);
    let heard = rehearse(voices, Settings::default(), calls);
    let gaps: Vec<_> = heard
        .windows(2)
        .map(|pair| pair[1].from - pair[0].to())
        .collect();
    for (place, gap) in gaps.iter().enumerate() {
        let within = place % 2 == 0;
        assert_eq!(
            *gap < Duration::from_millis(500),
            within,
            "{place}: {gap:?}"
        );
    }
}

#[test]
fn the_short_form_names_the_number_and_the_counter() {
    let voices = voices("vi-south");
    let call = Announcement::call("A012".parse().unwrap(), 7);
    let short = Saying::short(&call);
    assert_eq!(
        voices.wordings().words(&short),
        "A không một hai, quầy bảy."
    );
    let speech = voices.speech(&short, 1);
    assert_eq!(speech.parts()[0], Part::Chime);
    let words = speech.without_lead();
    assert!(matches!(words.parts()[0], Part::Clip(..)));
    let clips: usize = words
        .parts()
        .iter()
        .filter_map(|part| voices.clip(part))
        .map(<[f32]>::len)
        .sum();
    let pauses: u32 = words
        .parts()
        .iter()
        .map(|part| if let Part::Pause(ms) = part { *ms } else { 0 })
        .sum();
    let exact = clips as f64 + f64::from(pauses) * f64::from(SAMPLE_RATE) / 1000.0;
    let sound = render(&voices, &words);
    assert!((sound.len() as f64 - exact).abs() <= 2.0);
}

#[test]
fn after_a_burst_a_lone_call_is_whole_again() {
    let voices = voices("vi-south");
    let mut calls = burst(Duration::ZERO, &[Language::VI]);
    let late = call(30, &[Language::VI]);
    calls.push((Duration::from_secs(120), Order::Announce(99, late.clone())));
    let heard = rehearse(Arc::clone(&voices), Settings::default(), calls);
    let last = heard.last().unwrap();
    assert_eq!(last.call, Some(99));
    assert!(last.sound.samples() == render(&voices, &voices.speech(&late, 1)));
}

#[test]
fn the_first_sample_of_a_call_is_heard_at_once() {
    let voices = voices("vi-south");
    let at = Duration::from_secs(10);
    let order = Order::Announce(1, call(1, &[Language::VI]));
    let heard = rehearse(voices, Settings::default(), [(at, order)]);
    assert_eq!(heard[0].from, at);
    let silent = heard[0]
        .sound
        .samples()
        .iter()
        .take_while(|sample| **sample == 0.0);
    assert!(silent.count() < SAMPLE_RATE as usize / 100, "10 ms");
}
