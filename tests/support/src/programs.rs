//! The programs as they were built, run as processes.

use anyhow::{Context as _, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// The folder of the built programs.
fn built() -> Result<PathBuf> {
    let here = std::env::current_exe()?;
    let mut folder = here.parent().context("a program stands in a folder")?;
    if folder.ends_with("deps") {
        folder = folder
            .parent()
            .context("deps stands in the target folder")?;
    }
    Ok(folder.to_owned())
}

/// The built program `name` beside the running one.
///
/// # Errors
/// It has not been built.
pub fn program(name: &str) -> Result<PathBuf> {
    let path = built()?.join(name);
    ensure!(
        path.exists(),
        "{} is not built: cargo build --workspace",
        path.display()
    );
    Ok(path)
}

/// A folder beside the build for what takes long to make: it stays from run to run.
///
/// # Errors
/// It cannot be made.
pub fn kept() -> Result<PathBuf> {
    let folder = built()?.join("../tmp");
    std::fs::create_dir_all(&folder)?;
    Ok(folder.canonicalize()?)
}

/// The `assets` folder of the source tree.
#[must_use]
pub fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets")
}

/// A process that ends with its guard.
pub struct Guard(Child);

impl Guard {
    /// Guards `child`.
    #[must_use]
    pub const fn new(child: Child) -> Self {
        Self(child)
    }

    /// Starts `command` with its output in the file `log`.
    ///
    /// # Errors
    /// It does not start.
    pub fn start(command: &mut Command, log: &Path) -> Result<Self> {
        let log = std::fs::File::create(log)?;
        let child = command
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
            .with_context(|| format!("cannot start {command:?}"))?;
        Ok(Self(child))
    }

    /// How the process ended, if it has.
    ///
    /// # Errors
    /// The system does not say.
    pub fn ended(&mut self) -> Result<Option<ExitStatus>> {
        Ok(self.0.try_wait()?)
    }

    /// The process's id.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.0.id()
    }

    /// Ends the process at once, as a power cut would (SIGKILL).
    ///
    /// # Errors
    /// It cannot be waited for.
    pub fn kill(mut self) -> Result<()> {
        self.0.kill()?;
        self.0.wait()?;
        Ok(())
    }

    /// Asks the process to stop (SIGTERM) and waits for its end.
    ///
    /// # Errors
    /// It does not end within `within`.
    pub fn stop(mut self, within: Duration) -> Result<ExitStatus> {
        let asked = Command::new("kill").arg(self.0.id().to_string()).status()?;
        ensure!(asked.success(), "kill failed");
        wait_for(within, "the process to end", || Ok(self.0.try_wait()?))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        // The process may be gone already; there is nobody left to tell.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Runs `command` to its end and gives what it printed.
///
/// # Errors
/// It fails; the error carries what it said.
pub fn run(command: &mut Command) -> Result<String> {
    let done = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("cannot run {command:?}"))?;
    let (out, err) = (
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr),
    );
    ensure!(
        done.status.success(),
        "{command:?} ended with {}:\n{out}{err}",
        done.status
    );
    Ok(out.into_owned())
}

/// Asks `question` until it has an answer.
///
/// # Errors
/// The question fails, or has no answer within `within`.
pub fn wait_for<T>(
    within: Duration,
    what: &str,
    mut question: impl FnMut() -> Result<Option<T>>,
) -> Result<T> {
    let start = Instant::now();
    loop {
        if let Some(answer) = question()? {
            return Ok(answer);
        }
        ensure!(
            start.elapsed() < within,
            "waited {within:?} in vain for {what}"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
}
