//! The administrator's end.

use super::{LINE_LIMIT, Request, Response, Status};
use crate::journal::{DataFolder, OpenError};
use crate::writer::{AdminAnswer, AdminOrder, AdminRefusal, Scribe, WriteError};
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::os::unix::net::UnixStream;
use std::thread;
use std::time::{Duration, Instant};

/// How long a folder may be busy with another command, or with a service that is starting.
const PATIENCE: Duration = Duration::from_secs(5);

/// Why an administrator's command failed.
#[derive(Debug, thiserror::Error)]
pub enum AdminError {
    /// It cannot be carried out; nothing changed.
    #[error(transparent)]
    Refused(AdminRefusal),
    /// The data folder cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// It was not stored; nothing changed.
    #[error("{0}")]
    Failed(String),
    /// The service ended before it answered: nobody knows whether it was carried out.
    #[error("the service ended without an answer; look whether the command was carried out")]
    NoAnswer,
    /// The socket failed.
    #[error("the service's socket: {0}")]
    Socket(#[from] io::Error),
}

/// Has `order` carried out: by the running service, or else by this process.
///
/// # Errors
/// [`AdminError`].
pub fn send(folder: &DataFolder, order: AdminOrder) -> Result<AdminAnswer, AdminError> {
    let began = Instant::now();
    loop {
        if let Some(stream) = connect(folder)? {
            return match ask(stream, &Request::Order(order))? {
                Response::Answer(answer) => Ok(answer),
                other => Err(unexpected(other)),
            };
        }
        match Scribe::open_idle(folder) {
            Ok(mut scribe) => return scribe.administer(order).map_err(of_write),
            // A service that is starting has the lock before it has a socket.
            Err(OpenError::Locked(_)) if began.elapsed() < PATIENCE => {
                thread::sleep(Duration::from_millis(50));
            }
            Err(error) => return Err(error.into()),
        }
    }
}

/// What the folder holds and what its service does.
///
/// # Errors
/// [`AdminError`].
pub fn status(folder: &DataFolder) -> Result<Status, AdminError> {
    match connect(folder)? {
        None => Ok(Status::at_rest(folder)?),
        Some(stream) => match ask(stream, &Request::Status)? {
            Response::Status(status) => Ok(*status),
            other => Err(unexpected(other)),
        },
    }
}

/// `None` when no service runs.
fn connect(folder: &DataFolder) -> io::Result<Option<UnixStream>> {
    match UnixStream::connect(folder.socket()) {
        Ok(stream) => Ok(Some(stream)),
        Err(error) => match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused => Ok(None),
            _ => Err(error),
        },
    }
}

fn ask(mut stream: UnixStream, request: &Request) -> Result<Response, AdminError> {
    let mut line = serde_json::to_vec(request).map_err(io::Error::from)?;
    line.push(b'\n');
    stream.write_all(&line)?;
    let mut answer = String::new();
    BufReader::new(stream.take(LINE_LIMIT)).read_line(&mut answer)?;
    if answer.is_empty() {
        return Err(AdminError::NoAnswer);
    }
    Ok(serde_json::from_str(&answer).map_err(io::Error::from)?)
}

fn unexpected(response: Response) -> AdminError {
    match response {
        Response::Refused(refusal) => AdminError::Refused(refusal),
        Response::Failed(message) => AdminError::Failed(message),
        Response::Answer(_) | Response::Status(_) => {
            AdminError::Failed("the service answered another question".to_owned())
        }
    }
}

fn of_write(error: WriteError) -> AdminError {
    match error {
        WriteError::Admin(refusal) => AdminError::Refused(refusal),
        WriteError::Unknown => AdminError::NoAnswer,
        error => AdminError::Failed(error.to_string()),
    }
}
