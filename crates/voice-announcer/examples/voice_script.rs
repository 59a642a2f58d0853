//! Prints what an announcer reads for a language, one clip a line: its name, a tab, its words.
//! `assets/voices/make` speaks these lines.

use queue_protocol::Language;
use std::io::Write as _;
use voice_announcer::RecordingScript;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let code = std::env::args().nth(1).unwrap_or_default();
    let language =
        Language::from_word(&code).ok_or("which language? The name of a folder of assets/lang")?;
    let mut out = std::io::stdout().lock();
    for (id, words) in RecordingScript::of(language).lines() {
        writeln!(out, "{id}\t{words}")?;
    }
    Ok(())
}
