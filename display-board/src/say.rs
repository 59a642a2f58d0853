use crate::command_line::{Arguments, Said};
use crate::{assets, settings};
use anyhow::{Context as _, Result};
use voice_announcer::{Announcement, Voices, Wordings};

/// Renders an announcement to a file, prints its words, or both.
///
/// # Errors
/// The settings are there but wrong, the voices cannot be loaded, or the file cannot be written.
pub fn say(arguments: &Arguments, said: &Said) -> Result<()> {
    let voice = if arguments.config.exists() {
        settings::read(&arguments.config)?.voice
    } else {
        settings::Voice::default()
    };
    let announcement = Announcement {
        number: said.number.clone(),
        counter: said.counter,
        priority: said.priority,
        recall: said.recall,
        languages: said
            .languages
            .iter()
            .map(|spoken| (*spoken).into())
            .collect(),
    };
    if said.words {
        #[expect(clippy::print_stdout, reason = "the answer to the command")]
        {
            println!(
                "{}",
                Wordings::shipped(voice.choice().region).words(&announcement)
            );
        }
    }
    if let Some(file) = &said.wav {
        let voices = assets::voices(arguments.assets.as_deref())?;
        let voices = Voices::load(&voices, &voice.choice())?;
        let sound = voices.render(&voices.speech(&announcement, voice.times.0))?;
        sound
            .write_wav(file)
            .with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}
