//! The way with four keys and what is heard: whatever is chosen was spoken before, and was waited for.

use crate::{PATIENCE, Speech, Stage};
use anyhow::{Context as _, Result, ensure};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use system_tests::kiosk::SETTLING;
use system_tests::programs::wait_for;

/// Speaks each line as espeak-ng would, and notes it with the size of its sound.
const SYNTHESISER: &str = r#"read -r line
espeak-ng -v "$2" -s 145 -w "$1" "$line"
printf '%s\t%s\n' "$(stat -c %s "$1")" "$line" >> "$(dirname "$0")/spoken"
"#;
/// Bytes of a second of its sound.
const BYTES_A_SECOND: f64 = 44_100.0;

/// The questions, and the answers of who wants to exchange a driving licence.
const VIETNAMESE: [(&str, &str); 3] = [
    ("Quý khách đến để làm gì?", "Nộp hồ sơ"),
    ("Thủ tục thuộc lĩnh vực nào?", "Giấy phép lái xe, vận tải"),
    ("Lấy số thường hay số ưu tiên?", "Lấy số thường"),
];
const ENGLISH: [(&str, &str); 3] = [
    ("What have you come for?", "Submit a dossier"),
    ("Which field is it in?", "Driving licences, transport"),
    ("Ordinary or priority number?", "Ordinary number"),
];

/// A synthesiser that notes what it speaks, and a sound card that swallows it.
pub struct Voice {
    folder: PathBuf,
}

impl Voice {
    /// Puts both into `folder`.
    ///
    /// # Errors
    /// It cannot be written to.
    pub fn in_folder(folder: &Path) -> Result<Self> {
        let folder = folder.to_owned();
        std::fs::write(folder.join("speak"), SYNTHESISER)?;
        let nothing = "pcm.!default { type null }\nctl.!default { type null }\n";
        std::fs::write(folder.join("asound.conf"), nothing)?;
        Ok(Self { folder })
    }

    /// The kiosk's section: no recorded voice and nothing kept, so that every text comes by here.
    pub fn settings(&self) -> String {
        let script = self.folder.join("speak");
        let voice = |language, voice| {
            format!(
                "\n[aloud.{language}]\nbank = \"none\"\nsynthesiser = [\"sh\", \"{}\", \"{{file}}\", \"{voice}\"]\n",
                script.display()
            )
        };
        format!(
            "\n[aloud]\nkeep_s = 0\n{}{}",
            voice("vietnamese", "vi"),
            voice("english", "en")
        )
    }

    /// The value of `ALSA_CONFIG_PATH`.
    pub fn no_sound_card(&self) -> String {
        self.folder.join("asound.conf").display().to_string()
    }

    /// The lines from the first that was spoken, each with the time that it takes to hear it.
    fn spoken(&self) -> Result<Vec<(Duration, String)>> {
        let file = self.folder.join("spoken");
        if !file.exists() {
            return Ok(Vec::new());
        }
        let text = std::fs::read_to_string(file)?;
        let lines = text.lines().map(|line| {
            let (size, words) = line.split_once('\t').context("a size and words")?;
            let seconds = size.parse::<f64>()? / BYTES_A_SECOND;
            Ok((Duration::from_secs_f64(seconds), words.to_owned()))
        });
        lines.collect()
    }
}

/// Somebody who only hears, with four keys.
struct Listener<'a> {
    stage: &'a Stage,
    /// Lines before the last key.
    before: usize,
    keys: usize,
}

impl Listener<'_> {
    fn press(&mut self, key: &str) -> Result<()> {
        std::thread::sleep(SETTLING);
        self.before = self.stage.voice.spoken()?.len();
        self.keys += 1;
        self.stage.screen.press(&[key])
    }

    /// Hears what came after the last key up to the first line that `is_it`, and gives these lines. The sound card takes
    /// sound faster than an ear: the rest of its time is waited for.
    fn hear(&self, what: &str, is_it: impl Fn(&[String]) -> bool) -> Result<Vec<String>> {
        let start = Instant::now();
        let (length, lines) = wait_for(PATIENCE, what, || {
            let spoken = self.stage.voice.spoken()?;
            let mut lines = Vec::new();
            let mut length = Duration::ZERO;
            for (time, words) in spoken.into_iter().skip(self.before) {
                length += time;
                lines.push(words);
                if is_it(&lines) {
                    return Ok(Some((length, lines)));
                }
            }
            Ok(None)
        })?;
        std::thread::sleep(length.saturating_sub(start.elapsed()));
        Ok(lines)
    }

    /// Waits for the question, then for the answer among the choices that follow, goes to it and takes it.
    fn answer(&mut self, question: &str, answer: &str) -> Result<()> {
        let heard = self.hear(answer, |lines| {
            let asked = lines.iter().position(|line| line == question);
            asked.is_some_and(|asked| lines[asked..].iter().any(|line| line == answer))
        })?;
        let asked = heard.iter().position(|line| line == question);
        let away = heard.len() - 2 - asked.context("the question was heard")?;
        for step in 1..=away {
            self.press("Down")?;
            let said = self.hear("the next choice", |_| true)?;
            ensure!(
                (step == away) == (said[0] == answer),
                "{said:?} after {step} keys"
            );
        }
        self.press("Return")
    }
}

/// Takes an ordinary number for driving licences. Gives the time and the keys; the first key has the kiosk read aloud.
pub fn visit(stage: &Stage, speech: Speech) -> Result<(Duration, usize)> {
    let start = Instant::now();
    let mut listener = Listener {
        stage,
        before: 0,
        keys: 0,
    };
    listener.press("Down")?;
    let answers = match speech {
        Speech::Vi => VIETNAMESE,
        Speech::En => {
            listener.answer(VIETNAMESE[0].0, "English")?;
            ENGLISH
        }
    };
    for (question, answer) in answers {
        listener.answer(question, answer)?;
        stage.keep_picture(&format!("{speech:?}-by-ear-{}", listener.keys))?;
    }
    Ok((start.elapsed(), listener.keys))
}
