use crate::command_line::{Arguments, Said, Told};
use crate::{assets, settings};
use anyhow::{Context as _, Result};
use std::path::Path;
use voice_announcer::{Announcement, Notice, Saying, Voices, Wordings};

/// Renders a call to a file, prints its words, or both.
///
/// # Errors
/// The settings are there but wrong, the voices cannot be loaded, or the file cannot be written.
pub fn say(arguments: &Arguments, said: &Said) -> Result<()> {
    let voice = voice_of(arguments)?;
    let call = Announcement {
        number: said.number.clone(),
        counter: said.counter,
        priority: said.priority,
        recall: said.recall,
        languages: said.languages.clone(),
    };
    let (saying, times) = if said.short {
        (Saying::short(&call), 1)
    } else {
        (Saying::from(&call), voice.times.0)
    };
    if said.words {
        print(&voice, &saying);
    }
    match &said.wav {
        Some(file) => render(arguments, &voice, &saying, times, file),
        None => Ok(()),
    }
}

/// Prints the words of a notice, and renders it to a file if one is named.
///
/// # Errors
/// As for [`say`].
pub fn tell(arguments: &Arguments, told: &Told) -> Result<()> {
    let voice = voice_of(arguments)?;
    let saying = Saying::from(&Notice::from(told.what.clone()));
    print(&voice, &saying);
    match &told.wav {
        Some(file) => render(arguments, &voice, &saying, 1, file),
        None => Ok(()),
    }
}

/// The voice section of the settings if they are there.
pub(crate) fn voice_of(arguments: &Arguments) -> Result<settings::Voice> {
    Ok(if arguments.config.exists() {
        settings::read(&arguments.config)?.voice
    } else {
        settings::Voice::default()
    })
}

fn print(voice: &settings::Voice, saying: &Saying) {
    let wordings = Wordings::shipped(voice.choice().region);
    #[expect(clippy::print_stdout, reason = "the answer to the command")]
    {
        println!("{}", wordings.words(saying));
    }
}

fn render(
    arguments: &Arguments,
    voice: &settings::Voice,
    saying: &Saying,
    times: u8,
    file: &Path,
) -> Result<()> {
    let voices = assets::voices(arguments.assets.as_deref())?;
    let voices = Voices::load(&voices, &voice.choice())?;
    let sound = voices.render(&voices.speech(saying, times))?;
    sound
        .write_wav(file)
        .with_context(|| format!("cannot write {}", file.display()))
}
