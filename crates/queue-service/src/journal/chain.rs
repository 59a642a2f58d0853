//! The chain: each row's hash covers the row and the hash before it, so that no stored row can be
//! changed, taken out or put in without breaking every later one.

use queue_core::{Moment, Seq};
use sha2::{Digest, Sha256};

/// A row's hash.
pub type Hash = [u8; 32];

/// The newest link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChainHead {
    /// Its place; 0 before the first event.
    pub seq: Seq,
    /// Its instant; 1970 before the first event.
    pub at: Moment,
    /// Its hash; zeros before the first event.
    pub hash: Hash,
}

impl ChainHead {
    /// The head of an empty journal.
    pub const EMPTY: Self = Self {
        seq: Seq(0),
        at: Moment(0),
        hash: [0; 32],
    };

    /// The place of the next row.
    #[must_use]
    pub const fn next_seq(&self) -> Seq {
        Seq(self.seq.0 + 1)
    }

    /// The head after `link`.
    #[must_use]
    pub fn after(&self, link: &Link<'_>) -> Self {
        Self {
            seq: link.seq,
            at: link.at,
            hash: link.hash_after(&self.hash),
        }
    }
}

/// What a row's hash covers.
#[derive(Debug, Clone, Copy)]
pub struct Link<'a> {
    /// Its place.
    pub seq: Seq,
    /// Its instant.
    pub at: Moment,
    /// Its kind.
    pub kind: &'a str,
    /// The version of its shape.
    pub version: u32,
    /// The device that asked; `None` for the service itself.
    pub device: Option<u32>,
    /// Its body.
    pub body: &'a str,
}

impl Link<'_> {
    /// SHA-256 of: the hash before; seq, at, version and device (-1 for none) as 8 bytes each, big
    /// end first; the length of the kind, likewise; kind and body.
    #[must_use]
    pub fn hash_after(&self, previous: &Hash) -> Hash {
        let mut sha = Sha256::new();
        sha.update(previous);
        sha.update(self.seq.0.to_be_bytes());
        sha.update(self.at.0.to_be_bytes());
        sha.update(u64::from(self.version).to_be_bytes());
        sha.update(self.device.map_or(-1, i64::from).to_be_bytes());
        sha.update((self.kind.len() as u64).to_be_bytes());
        sha.update(self.kind);
        sha.update(self.body);
        sha.finalize().into()
    }
}
