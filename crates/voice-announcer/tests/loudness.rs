//! The measure of loudness against the figures of ITU-R BS.1770.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::f64::consts::TAU;
use voice_announcer::SAMPLE_RATE;
use voice_announcer::loudness::{amplify, peak_level, voiced_level};

/// One second of a sine at full scale.
fn sine(hertz: f64) -> Vec<f32> {
    let step = TAU * hertz / f64::from(SAMPLE_RATE);
    #[expect(clippy::cast_possible_truncation)]
    (0..SAMPLE_RATE)
        .map(|i| (f64::from(i) * step).sin() as f32)
        .collect()
}

fn level(samples: &[f32]) -> f64 {
    voiced_level(samples).unwrap()
}

#[test]
fn a_full_scale_tone_of_997_hertz_reads_minus_3_01() {
    assert!(
        (level(&sine(997.0)) + 3.01).abs() < 0.05,
        "{}",
        level(&sine(997.0))
    );
}

#[test]
fn high_tones_count_more_and_rumble_hardly() {
    let gain = |hertz| level(&sine(hertz)) + 3.01;
    assert!((gain(4_000.0) - 3.3).abs() < 0.3, "{}", gain(4_000.0));
    assert!((gain(100.0) + 1.87).abs() < 0.2, "{}", gain(100.0));
    assert!(gain(20.0) < -10.0, "{}", gain(20.0));
}

#[test]
fn pauses_do_not_make_a_voice_quieter() {
    let tone = sine(997.0);
    let torn = [tone.clone(), vec![0.0; 20_000], tone.clone()].concat();
    assert!((level(&torn) - level(&tone)).abs() < 0.2);
    assert_eq!(voiced_level(&[0.0; 1_000]), None);
    assert_eq!(voiced_level(&[]), None);
}

#[test]
fn a_gain_of_6_db_is_6_db() {
    let mut tone = sine(440.0);
    let (before, peak) = (level(&tone), peak_level(&tone));
    assert!(peak.abs() < 0.01);
    amplify(&mut tone, -6.0);
    assert!((before - level(&tone) - 6.0).abs() < 1e-3);
    assert!((peak_level(&tone) + 6.0).abs() < 0.01);
    assert_eq!(peak_level(&[0.0]), f64::NEG_INFINITY);
}
