//! A whole hall on one machine: a data folder, its devices and officers, and the running service.

use crate::programs::{Guard, assets, program, run, wait_for};
use anyhow::{Context as _, Result, ensure};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// The PIN of every officer of a test hall.
pub const PIN: &str = "246810";

/// A data folder with a centre, devices and officers. Only the built `xinmoi` touches it.
pub struct Hall {
    folder: PathBuf,
}

/// A registered device: its id and the file with its token.
#[derive(Debug, Clone)]
pub struct Device {
    /// Its id.
    pub id: u32,
    /// The file with its token.
    pub token_file: PathBuf,
}

impl Hall {
    /// Makes a demo hall in the new folder `folder` with the centre of `assets/centres/{centre}`,
    /// changed by `edit` in a copy of its folder.
    ///
    /// # Errors
    /// A command of `xinmoi` fails; the error carries what it said.
    pub fn make(
        folder: &Path,
        centre: &str,
        edit: impl FnOnce(&Path) -> Result<()>,
    ) -> Result<Self> {
        std::fs::create_dir_all(folder)?;
        let copy = folder.join("centre");
        copy_folder(&assets().join("centres").join(centre), &copy)?;
        edit(&copy)?;
        let hall = Self {
            folder: folder.to_owned(),
        };
        run(hall.xinmoi()?.args(["init", "--demo"]))?;
        run(hall.xinmoi()?.args(["centre", "adopt"]).arg(&copy))?;
        std::fs::write(hall.path("pin"), PIN)?;
        Ok(hall)
    }

    /// A file of the hall beside the data folder.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The data folder.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.path("data")
    }

    /// A command of `xinmoi` on this data folder.
    ///
    /// # Errors
    /// The program is not built.
    pub fn xinmoi(&self) -> Result<Command> {
        let mut command = Command::new(program("xinmoi")?);
        command
            .arg("--data")
            .arg(self.data())
            .env("XINMOI_ASSETS", assets());
        Ok(command)
    }

    /// Registers a device of this role, at a counter if it is a counter's.
    ///
    /// # Errors
    /// `xinmoi device add` fails.
    pub fn device(&self, name: &str, role: &str, counter: Option<u16>) -> Result<Device> {
        let counter = counter.map(|counter| counter.to_string());
        match &counter {
            Some(counter) => self.device_with(name, role, &["--counter", counter]),
            None => self.device_with(name, role, &[]),
        }
    }

    /// Registers a device of this role with more options of `xinmoi device add`.
    ///
    /// # Errors
    /// As [`Self::device`].
    pub fn device_with(&self, name: &str, role: &str, options: &[&str]) -> Result<Device> {
        let token_file = self.path(&format!("{name}.token"));
        let mut command = self.xinmoi()?;
        command
            .args(["device", "add", name, "--role", role, "--token-file"])
            .arg(&token_file)
            .args(options);
        let said = run(&mut command)?;
        let id = said
            .split_whitespace()
            .nth(1)
            .and_then(|word| word.parse().ok());
        Ok(Device {
            id: id.with_context(|| format!("no device id in: {said}"))?,
            token_file,
        })
    }

    /// Adds an officer with every permission and the PIN [`PIN`].
    ///
    /// # Errors
    /// `xinmoi officer add` fails.
    pub fn officer(&self, number: u32) -> Result<()> {
        let may = "chosen-call,cancel,priority,restore";
        let name = format!("Officer {number}");
        let mut command = self.xinmoi()?;
        command.args([
            "officer",
            "add",
            &number.to_string(),
            "--name",
            &name,
            "--may",
            may,
        ]);
        run(command.arg("--pin-file").arg(self.path("pin")))?;
        Ok(())
    }

    /// Starts the service with a demo clock at `time` (RFC 3339), `speed` times as fast.
    ///
    /// # Errors
    /// It does not become ready; the log stands in `xinmoi.log`.
    pub fn serve(&self, time: &str, speed: f64) -> Result<Service> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        self.serve_at(&format!("127.0.0.1:{port}"), time, speed)
    }

    /// As [`Self::serve`], at an address that is known, such as `127.0.0.1:40123`.
    ///
    /// # Errors
    /// As [`Self::serve`].
    pub fn serve_at(&self, listen: &str, time: &str, speed: f64) -> Result<Service> {
        let log = self.path("xinmoi.log");
        let mut command = self.xinmoi()?;
        command.args([
            "serve",
            "--listen",
            listen,
            "--demo-clock",
            time,
            "--speed",
            &speed.to_string(),
        ]);
        let mut guard = Guard::start(&mut command, &log)?;
        let address = format!("http://{listen}");
        wait_for(Duration::from_secs(30), "the service to be ready", || {
            let ended = guard.ended()?;
            ensure!(
                ended.is_none(),
                "the service ended: {}",
                std::fs::read_to_string(&log)?
            );
            Ok(std::net::TcpStream::connect(listen).ok())
        })?;
        Ok(Service { address, guard })
    }
}

/// The running service of a hall.
pub struct Service {
    /// Its address, such as `http://127.0.0.1:40123`.
    pub address: String,
    /// The process.
    pub guard: Guard,
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from).with_context(|| from.display().to_string())? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
