//! From bytes as they come to whole scans.

use super::{LONGEST, Scan};

/// Fewer letters are no code: a key that somebody touched.
pub(super) const SHORTEST: usize = 6;
const BACKSPACE: u8 = 8;

/// A scan on its way in. Its letters are overwritten when it is dropped.
#[derive(Default)]
pub struct Gathering {
    bytes: Vec<u8>,
    /// More has come than any code has: the rest of it is thrown away, too.
    too_long: bool,
}

impl Gathering {
    /// Takes a byte; gives the scan that ends with it.
    pub fn push(&mut self, byte: u8) -> Option<Scan> {
        match byte {
            b'\r' | b'\n' | b'\t' => return self.end(),
            // An input method takes letters back that it composes anew.
            BACKSPACE => self.take_back(),
            _ if self.bytes.len() >= LONGEST => self.too_long = true,
            _ => self.bytes.push(byte),
        }
        None
    }

    /// Nothing more comes: gives what has come, if it can be a scan.
    pub fn end(&mut self) -> Option<Scan> {
        let whole = !std::mem::take(&mut self.too_long) && self.bytes.len() >= SHORTEST;
        let scan = whole.then(|| Scan::new(String::from_utf8_lossy(&self.bytes).into_owned()));
        self.forget();
        scan
    }

    /// Whether something has come.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        self.too_long || !self.bytes.is_empty()
    }

    fn take_back(&mut self) {
        while self.bytes.pop().is_some_and(|byte| byte & 0xc0 == 0x80) {}
    }

    fn forget(&mut self) {
        self.bytes.fill(0);
        std::hint::black_box(&self.bytes);
        self.bytes.clear();
    }
}

impl Drop for Gathering {
    fn drop(&mut self) {
        self.forget();
    }
}
