//! What a board has recorded, compared with what it should have said.

use anyhow::{Context as _, Result};
use queue_protocol::Language;
use std::fs;
use std::path::{Path, PathBuf};
use system_tests::programs::assets;
use voice_announcer::{Announcement, Choice, Saying, Speech, Voices};

/// Before the samples of a WAV file.
const HEAD: usize = 44;

/// One call as the hall was to hear it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub number: String,
    pub counter: u16,
    pub recall: bool,
}

/// A recorded sentence.
#[derive(Debug, PartialEq, Eq)]
pub enum Heard {
    Whole(Said),
    /// It breaks off, whosever it is.
    Cut,
}

/// The voice that the boards use, to know what each call sounds like.
pub struct Ear {
    voices: Voices,
    folder: PathBuf,
}

impl Ear {
    /// Listens to what is recorded in `folder`.
    pub fn at(folder: &Path) -> Result<Self> {
        let voices = Voices::load(&assets().join("voices"), &Choice::default())?;
        Ok(Self {
            voices,
            folder: folder.to_owned(),
        })
    }

    /// How many sentences were begun.
    pub fn begun(&self) -> Result<usize> {
        Ok(files(&self.folder)?.len())
    }

    /// What was said of `calls`, in order; anything else is an error.
    pub fn heard(&self, calls: &[Said]) -> Result<Vec<Heard>> {
        let mut known = Vec::new();
        for said in calls {
            for samples in self.forms(said)? {
                known.push((said, samples));
            }
        }
        let recorded = files(&self.folder)?.into_iter().map(|file| {
            let file = fs::read(file)?;
            let samples = file.get(HEAD..).unwrap_or_default();
            let whole = known.iter().find(|(_, form)| form == samples);
            let cut = || known.iter().find(|(_, form)| form.starts_with(samples));
            match whole {
                Some((said, _)) => Ok(Heard::Whole((*said).clone())),
                None => cut().map(|_| Heard::Cut).context("nobody was called so"),
            }
        });
        recorded.collect()
    }

    /// A call in full, and in short with and without the chime, as samples in a file.
    fn forms(&self, said: &Said) -> Result<Vec<Vec<u8>>> {
        let call = Announcement {
            number: said.number.parse()?,
            counter: said.counter,
            priority: false,
            recall: said.recall,
            languages: vec![Language::VI],
        };
        let mut forms = self.voices.sentences(&call, 1);
        if !said.recall {
            let short = self.voices.sentences(Saying::short(&call), 1);
            forms.extend(short.iter().cloned().map(Speech::without_lead));
            forms.extend(short);
        }
        let file = tempfile::NamedTempFile::new()?;
        let samples = forms.iter().map(|speech| {
            self.voices.render(speech)?.write_wav(file.path())?;
            Ok(fs::read(file.path())?.split_off(HEAD))
        });
        samples.collect()
    }
}

/// The recordings in the order of sounding.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut files = files.collect::<Result<Vec<_>>>()?;
    files.sort();
    Ok(files)
}
