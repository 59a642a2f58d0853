#![expect(clippy::print_stdout, reason = "the answers to the commands")]

use crate::assets;
use crate::command_line::{Arguments, VoiceTask};
use crate::say::voice_of;
use anyhow::{Context as _, Result};
use queue_protocol::Language;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use voice_announcer::{
    Announcement, Bank, Import, ImportError, Order, RecordingScript, Settings, Synthesiser, Voices,
    import, rehearse, synthesise,
};

/// So many counters, each calling somebody in the same second.
const BURST: u16 = 24;
/// No visitor of a burst shall wait longer to be called by voice.
const LATEST_S: f64 = 90.0;

/// Does what is asked with the folder of a voice.
///
/// # Errors
/// What is wrong with the folder, the recording or the program, line by line.
pub fn voice_bank(arguments: &Arguments, task: &VoiceTask) -> Result<()> {
    match task {
        VoiceTask::Check { dir } => check(arguments, dir),
        VoiceTask::Script { dir, language } => script(dir, *language),
        VoiceTask::Import {
            dir,
            recording,
            from,
        } => {
            let import = import(dir, recording, *from).inspect_err(|error| {
                if let ImportError::Count(import) = error {
                    print_pieces(import);
                }
            });
            println!("{} lines taken", import?.pieces.len());
            check(arguments, dir)
        }
        VoiceTask::Synthesise {
            dir,
            time_limit,
            command,
        } => {
            let synthesiser = Synthesiser {
                command: command.clone(),
                time_limit: Duration::from_secs(*time_limit),
            };
            synthesise(dir, &synthesiser, |words| println!("{words}"))?;
            check(arguments, dir)
        }
    }
}

/// A voice that is to be begun has no manifest yet: then its language counts.
fn script(dir: &Path, language: Language) -> Result<()> {
    let script = RecordingScript::for_bank(dir).unwrap_or_else(|_| RecordingScript::of(language));
    script
        .prepare(dir)
        .with_context(|| format!("cannot write to {}", dir.display()))?;
    println!(
        "{}: {} lines",
        dir.join("script.txt").display(),
        script.lines().len()
    );
    Ok(())
}

fn check(arguments: &Arguments, dir: &Path) -> Result<()> {
    let script = RecordingScript::for_bank(dir)
        .with_context(|| format!("{} is no folder of a voice", dir.display()))?;
    let bank = Bank::load_whole(dir, &script)?;
    println!("{}: {} clips, all fit", dir.display(), bank.clip_count());
    if script.language() == Language::VI {
        let mut choice = voice_of(arguments)?.choice();
        let dir = dir.canonicalize()?.to_string_lossy().into_owned();
        choice.banks = [(Language::VI, dir)].into();
        let voices = Voices::load(&assets::voices(arguments.assets.as_deref())?, &choice)?;
        let last = last_of_burst(voices)?;
        println!("{BURST} calls at once: the last is spoken after {last:.0} s");
        if last > LATEST_S {
            println!("longer than {LATEST_S:.0} s: let the announcer speak a little faster");
        }
    }
    Ok(())
}

/// When the last of a burst of calls is spoken, in seconds.
fn last_of_burst(voices: Voices) -> Result<f64> {
    let mut calls = Vec::new();
    for counter in 1..=BURST {
        let call = Announcement::call(format!("A{:03}", 40 * counter).parse()?, counter);
        calls.push((Duration::ZERO, Order::Announce(counter.into(), call)));
    }
    let heard = rehearse(Arc::new(voices), Settings::default(), calls);
    Ok(heard
        .last()
        .map(|last| last.to().as_secs_f64())
        .unwrap_or_default())
}

/// Where each piece begins, how long it is, and what it was taken for.
fn print_pieces(import: &Import) {
    for piece in &import.pieces {
        let at = piece.at.as_secs_f64();
        let (minutes, seconds) = ((at / 60.0).floor(), at % 60.0);
        let length = piece.length.as_secs_f64();
        let (line, words) = piece.line.clone().unwrap_or_default();
        println!("{minutes:>3}:{seconds:04.1}  {length:4.1} s  {line:>4}  {words}");
    }
}
