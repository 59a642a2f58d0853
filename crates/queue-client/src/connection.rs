//! Where the service is, and who asks.

use std::fmt;
use std::path::Path;
use std::time::Duration;

/// A device's secret. It is read from a file, sent, and never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// Takes the token as the service printed it.
    #[must_use]
    pub fn new(token: impl Into<String>) -> Self {
        Self(token.into().trim().to_owned())
    }

    /// Reads the token from a file that only its owner can read.
    ///
    /// # Errors
    /// The file cannot be read, is empty, or (on Unix) others may read it.
    pub fn read(path: &Path) -> Result<Self, ConnectError> {
        let unreadable = |source| ConnectError::TokenFile {
            path: path.to_owned(),
            source,
        };
        let text = std::fs::read_to_string(path).map_err(unreadable)?;
        refuse_open_file(path)?;
        let token = Self::new(text);
        if token.0.is_empty() || !token.0.bytes().all(|b| b.is_ascii_graphic()) {
            return Err(ConnectError::BadToken {
                path: path.to_owned(),
            });
        }
        Ok(token)
    }

    pub(crate) fn bearer(&self) -> String {
        format!("Bearer {}", self.0)
    }
}

#[cfg(unix)]
fn refuse_open_file(path: &Path) -> Result<(), ConnectError> {
    use std::os::unix::fs::PermissionsExt as _;
    let unreadable = |source| ConnectError::TokenFile {
        path: path.to_owned(),
        source,
    };
    let mode = std::fs::metadata(path)
        .map_err(unreadable)?
        .permissions()
        .mode();
    if mode & 0o077 == 0 {
        Ok(())
    } else {
        Err(ConnectError::OpenToken {
            path: path.to_owned(),
        })
    }
}

#[cfg(not(unix))]
fn refuse_open_file(_path: &Path) -> Result<(), ConnectError> {
    Ok(())
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// The client cannot be set up.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// The token file cannot be read.
    #[error("cannot read the token file {}: {source}", path.display())]
    TokenFile {
        /// The file.
        path: std::path::PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The token file holds no token.
    #[error("{} holds no token: expected one line of visible ASCII", path.display())]
    BadToken {
        /// The file.
        path: std::path::PathBuf,
    },
    /// Others may read the token file.
    #[error("{} can be read by others: run chmod 600 on it", path.display())]
    OpenToken {
        /// The file.
        path: std::path::PathBuf,
    },
    /// The address is not of the form `http://host:port`.
    #[error("`{address}` is not an address such as http://127.0.0.1:8642")]
    Address {
        /// What was given.
        address: String,
    },
    /// The HTTP client cannot be made.
    #[error("cannot set up HTTP: {0}")]
    Http(#[from] reqwest::Error),
}

/// A connection to the service for one device. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Client {
    pub(crate) commands: reqwest::Client,
    pub(crate) streams: reqwest::Client,
    pub(crate) base: String,
    pub(crate) token: Token,
}

const CONNECT_TIMEOUT: Duration = Duration::from_secs(2);
const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(4);
/// The service closes a connection that is silent for 10 s: it must not be used at that moment.
const KEPT_SILENT: Duration = Duration::from_secs(5);

impl Client {
    /// Prepares calls to the service at `address`, such as `http://127.0.0.1:8642`. Nothing is
    /// sent yet: the service may be away.
    ///
    /// # Errors
    /// The address is not an `http://` address.
    pub fn new(address: &str, token: Token) -> Result<Self, ConnectError> {
        let bad = || ConnectError::Address {
            address: address.to_owned(),
        };
        let url = reqwest::Url::parse(address).map_err(|_| bad())?;
        if url.scheme() != "http" || url.host_str().is_none() {
            return Err(bad());
        }
        // A silent stream is dead after 2.5 keep-alives: a half-open connection otherwise looks alive.
        let silence = Duration::from_millis(queue_protocol::KEEP_ALIVE_S * 2500);
        let builder = || {
            reqwest::Client::builder()
                .connect_timeout(CONNECT_TIMEOUT)
                .pool_idle_timeout(KEPT_SILENT)
                .tcp_nodelay(true)
                .no_proxy()
        };
        Ok(Self {
            commands: builder().timeout(ATTEMPT_TIMEOUT).build()?,
            streams: builder().read_timeout(silence).build()?,
            base: format!("{}/api/v1", address.trim_end_matches('/')),
            token,
        })
    }
}
