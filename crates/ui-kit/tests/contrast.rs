//! Every pair of colours in `ui/theme.slint` can be read, in every theme (contrast ratio of WCAG 2.2).

use std::{collections::BTreeMap, error::Error};

const THEME: &str = include_str!("../ui/theme.slint");
const MODES: [&str; 3] = ["light", "dark", "high-contrast"];

/// Text and what it stands on: 7:1 (success criterion 1.4.6).
const TEXT: [(&str, &[&str]); 14] = [
    ("ink", &["surface", "card"]),
    ("ink-soft", &["surface", "card"]),
    ("on-plate", &["plate"]),
    ("on-brand", &["brand"]),
    ("on-header", &["header"]),
    ("on-spot", &["spot"]),
    ("spot", &["on-spot"]),
    ("accent", &["surface", "card"]),
    ("good", &["surface", "card"]),
    ("info", &["surface", "card"]),
    ("warn", &["surface", "card"]),
    // Turned round: a pressed button, a chosen line, the header of a desk that is not connected.
    ("surface", &["ink"]),
    ("card", &["ink", "warn"]),
    ("brand", &["on-brand"]),
];

/// Outlines of what is touched or focused: 3:1 (success criterion 1.4.11).
const EDGES: [(&str, &[&str]); 2] = [
    ("edge", &["surface", "card"]),
    ("info", &["surface", "card"]),
];

type Channels = [u8; 3];

/// Reads `property <Tokens> MODE: { name: #RRGGBB, … };`.
fn tokens(mode: &str) -> Result<BTreeMap<&'static str, Channels>, Box<dyn Error>> {
    let table = THEME
        .split_once(&format!("property <Tokens> {mode}: {{"))
        .and_then(|(_, rest)| rest.split_once('}'))
        .ok_or("no table for this mode")?
        .0;
    let mut tokens = BTreeMap::new();
    for entry in table
        .split(',')
        .map(str::trim)
        .filter(|entry| !entry.is_empty())
    {
        let (name, hex) = entry.split_once(": #").ok_or(entry)?;
        let [_, red, green, blue] = u32::from_str_radix(hex, 16)?.to_be_bytes();
        tokens.insert(name, [red, green, blue]);
    }
    Ok(tokens)
}

fn luminance(channels: Channels) -> f64 {
    let [red, green, blue] = channels.map(|channel| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.040_45 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(front: Channels, back: Channels) -> f64 {
    let (front, back) = (luminance(front), luminance(back));
    (front.max(back) + 0.05) / (front.min(back) + 0.05)
}

fn too_weak(pairs: &[(&str, &[&str])], least: f64) -> Result<Vec<String>, Box<dyn Error>> {
    let mut weak = Vec::new();
    for mode in MODES {
        let tokens = tokens(mode)?;
        let token = |name: &str| {
            tokens
                .get(name)
                .copied()
                .ok_or_else(|| format!("{mode}: {name}"))
        };
        for (front, backs) in pairs {
            for back in *backs {
                let ratio = contrast(token(front)?, token(back)?);
                if ratio < least {
                    weak.push(format!("{mode}: {front} on {back} is {ratio:.2} : 1"));
                }
            }
        }
    }
    Ok(weak)
}

#[test]
fn text_is_at_least_7_to_1() -> Result<(), Box<dyn Error>> {
    assert_eq!(too_weak(&TEXT, 7.0)?, Vec::<String>::new());
    Ok(())
}

#[test]
fn edges_are_at_least_3_to_1() -> Result<(), Box<dyn Error>> {
    assert_eq!(too_weak(&EDGES, 3.0)?, Vec::<String>::new());
    Ok(())
}

#[test]
fn every_theme_fills_every_token() -> Result<(), Box<dyn Error>> {
    let declared = THEME
        .split_once("export struct Tokens {")
        .and_then(|(_, rest)| rest.split_once('}'))
        .ok_or("the declaration of the tokens")?
        .0
        .lines()
        .filter(|line| line.contains(':'))
        .count();
    for mode in MODES {
        assert_eq!(tokens(mode)?.len(), declared, "{mode}");
    }
    Ok(())
}

#[test]
fn the_measure_agrees_with_the_standard() {
    assert!((contrast([0, 0, 0], [255, 255, 255]) - 21.0).abs() < 1e-9);
    assert!((contrast([0x77; 3], [255; 3]) - 4.48).abs() < 0.01);
}
