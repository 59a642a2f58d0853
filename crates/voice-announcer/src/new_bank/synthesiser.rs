use super::import::store;
use super::recording::{self, RecordingError};
use super::{RecordingScript, takes};
use crate::bank::{even, level};
use crate::{ClipFault, FaultReason, Sound, clip};
use std::collections::HashMap;
use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

const FILE: &str = "{file}";
const POLL: Duration = Duration::from_millis(10);

/// A program that speaks: it reads a line on its standard input and writes a sound file.
#[derive(Clone, Debug)]
pub struct Synthesiser {
    /// The program and what it is called with; `{file}` stands for the sound file it is to write.
    pub command: Vec<String>,
    /// It is ended when a line takes longer.
    pub time_limit: Duration,
}

/// A bank was not synthesised; nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum SynthesisError {
    /// The bank's manifest.
    #[error("{0}; `voice script DIR` begins a bank")]
    Manifest(FaultReason),
    /// The command cannot be used.
    #[error("the command needs {FILE} where it is told the sound file to write")]
    NoFile,
    /// It did not start, or its line could not be handed over.
    #[error("{program}: {error}")]
    Unusable {
        /// The program.
        program: String,
        /// Why.
        error: std::io::Error,
    },
    /// It failed at a line.
    #[error("\"{words}\": the program ended with {status}")]
    Failed {
        /// The line.
        words: String,
        /// How it ended.
        status: ExitStatus,
    },
    /// It took too long.
    #[error("\"{words}\": not spoken within {limit:?}")]
    TooSlow {
        /// The line.
        words: String,
        /// The time limit.
        limit: Duration,
    },
    /// What it wrote cannot be used.
    #[error("\"{words}\": {error}")]
    Sound {
        /// The line.
        words: String,
        /// Why.
        error: RecordingError,
    },
    /// What it wrote cannot be a clip.
    #[error("\"{words}\" {fault}")]
    Clip {
        /// The line.
        words: String,
        /// Why.
        fault: ClipFault,
    },
    /// A clip cannot be written.
    #[error("{0}")]
    Unwritable(hound::Error),
}

/// Has a program speak every clip of the bank in `folder`; they are trimmed, faded and made equally loud.
/// `spoken` is told of every line before it is spoken.
///
/// # Errors
/// See [`SynthesisError`]; a bank is not changed by a program that fails.
pub fn synthesise(
    folder: &Path,
    synthesiser: &Synthesiser,
    mut spoken: impl FnMut(&str),
) -> Result<(), SynthesisError> {
    let script = RecordingScript::for_bank(folder).map_err(SynthesisError::Manifest)?;
    let file = folder.join(".line.wav");
    let mut clips = HashMap::new();
    for (id, words) in script.lines() {
        spoken(words);
        let samples = synthesiser.speak(words, &file, || true);
        // Of a line that failed there may be none.
        _ = std::fs::remove_file(&file);
        clips.extend(samples?.map(|samples| (id.clone(), samples)));
    }
    even(&mut clips);
    store(folder, clips).map_err(SynthesisError::Unwritable)
}

/// What became of the program.
enum End {
    Exit(ExitStatus),
    TooSlow,
    Unwanted,
}

impl Synthesiser {
    /// Has the program speak a line into `file`, as loud as a bank's clips. It is ended, and gives nothing, as soon as
    /// the line is not `wanted` any more.
    ///
    /// # Errors
    /// See [`SynthesisError`].
    pub fn sound(
        &self,
        words: &str,
        file: &Path,
        wanted: impl Fn() -> bool,
    ) -> Result<Option<Sound>, SynthesisError> {
        let spoken = self.speak(words, file, wanted);
        // Of a line that failed there may be none.
        _ = std::fs::remove_file(file);
        Ok(spoken?.map(|mut samples| {
            level(&mut samples);
            Sound::new(samples)
        }))
    }

    fn speak(
        &self,
        words: &str,
        file: &Path,
        wanted: impl Fn() -> bool,
    ) -> Result<Option<Vec<f32>>, SynthesisError> {
        let end = self.run(words, file, wanted)?;
        let words = words.to_owned();
        let status = match end {
            End::Exit(status) => status,
            End::Unwanted => return Ok(None),
            End::TooSlow => {
                let limit = self.time_limit;
                return Err(SynthesisError::TooSlow { words, limit });
            }
        };
        if !status.success() {
            return Err(SynthesisError::Failed { words, status });
        }
        let heard = trimmed(file).map_err(|error| SynthesisError::Sound {
            words: words.clone(),
            error,
        })?;
        clip::check(&heard).map_err(|fault| SynthesisError::Clip { words, fault })?;
        Ok(Some(heard))
    }

    fn run(
        &self,
        words: &str,
        file: &Path,
        wanted: impl Fn() -> bool,
    ) -> Result<End, SynthesisError> {
        let [program, arguments @ ..] = &self.command[..] else {
            return Err(SynthesisError::NoFile);
        };
        if !arguments.iter().any(|argument| argument.contains(FILE)) {
            return Err(SynthesisError::NoFile);
        }
        let file = file.to_string_lossy();
        let unusable = |error| SynthesisError::Unusable {
            program: program.clone(),
            error,
        };
        let mut child = Command::new(program)
            .args(
                arguments
                    .iter()
                    .map(|argument| argument.replace(FILE, &file)),
            )
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .map_err(unusable)?;
        if let Some(mut input) = child.stdin.take() {
            // A program that takes its words elsewhere may have closed it.
            _ = writeln!(input, "{words}");
        }
        wait(&mut child, self.time_limit, wanted).map_err(unusable)
    }
}

/// The voice in a sound file as a clip; silence around it lets voice and room be told apart.
fn trimmed(file: &Path) -> Result<Vec<f32>, RecordingError> {
    let spoken = recording::read(file)?;
    let silence = vec![0.0; spoken.len() / 4];
    let samples = [&silence[..], &spoken, &silence].concat();
    let takes = takes::takes(&samples)?;
    match (takes.first(), takes.last()) {
        (Some(first), Some(last)) => Ok(takes::clip(&samples[first.start..last.end])),
        _ => Err(RecordingError::Silent),
    }
}

/// How the program ended; it is ended when the time is over, or nobody wants to hear it.
fn wait(child: &mut Child, limit: Duration, wanted: impl Fn() -> bool) -> std::io::Result<End> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(End::Exit(status));
        }
        let too_slow = start.elapsed() >= limit;
        if too_slow || !wanted() {
            child.kill()?;
            child.wait()?;
            return Ok(if too_slow {
                End::TooSlow
            } else {
                End::Unwanted
            });
        }
        sleep(POLL);
    }
}
