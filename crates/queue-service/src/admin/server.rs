//! The service's end of the socket.

use super::{LINE_LIMIT, Request, Response, Status};
use crate::journal::DataFolder;
use crate::writer::{WriteError, Writer};
use std::fs::{self, Permissions};
use std::io;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{UnixListener, UnixStream};
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

/// How long someone may take to say what they want.
const PATIENCE: Duration = Duration::from_secs(10);

/// Takes administrators' commands for `writer`, whose service listens on `addr`, until `stop`; the
/// socket is gone when the task ends. The caller holds the folder's lock through its journal, so a
/// socket that is there already belongs to a service that was killed.
///
/// # Errors
/// The socket cannot be made.
pub(crate) fn listen(
    folder: &DataFolder,
    writer: Writer,
    addr: std::net::SocketAddr,
    stop: CancellationToken,
) -> io::Result<JoinHandle<()>> {
    let path = folder.socket();
    match fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let listener = UnixListener::bind(&path)?;
    fs::set_permissions(&path, Permissions::from_mode(0o600))?;
    let socket = Socket(path);
    Ok(tokio::spawn(async move {
        let _socket = socket;
        let taking = take(listener, writer, addr.to_string().into());
        stop.run_until_cancelled(taking).await;
    }))
}

/// The socket's file, removed when dropped.
struct Socket(PathBuf);

impl Drop for Socket {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_file(&self.0) {
            tracing::warn!(%error, "the admin socket stays behind");
        }
    }
}

async fn take(listener: UnixListener, writer: Writer, addr: std::sync::Arc<str>) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                let (writer, addr) = (writer.clone(), std::sync::Arc::clone(&addr));
                tokio::spawn(async move {
                    if let Err(error) = converse(stream, &writer, &addr).await {
                        tracing::warn!(%error, "an administrator's command broke off");
                    }
                });
            }
            Err(error) => {
                tracing::warn!(%error, "the admin socket does not accept");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }
}

async fn converse(stream: UnixStream, writer: &Writer, addr: &str) -> io::Result<()> {
    let (reading, mut writing) = stream.into_split();
    let mut line = String::new();
    let mut reading = BufReader::new(reading.take(LINE_LIMIT));
    timeout(PATIENCE, reading.read_line(&mut line)).await??;
    let response = match serde_json::from_str(&line) {
        Ok(request) => match answer(request, writer, addr).await {
            Some(response) => response,
            None => return Ok(()),
        },
        Err(error) => Response::Failed(format!("not understood: {error}")),
    };
    let mut text = serde_json::to_vec(&response)?;
    text.push(b'\n');
    writing.write_all(&text).await
}

/// `None` when nobody knows the answer.
async fn answer(request: Request, writer: &Writer, addr: &str) -> Option<Response> {
    Some(match request {
        Request::Status => Response::Status(Box::new(Status::of(writer.shared(), addr))),
        Request::Order(order) => match writer.admin(order).await {
            Ok(answer) => Response::Answer(answer),
            Err(WriteError::Admin(refusal)) => Response::Refused(refusal),
            Err(WriteError::Unknown) => return None,
            Err(error) => Response::Failed(error.to_string()),
        },
    })
}
