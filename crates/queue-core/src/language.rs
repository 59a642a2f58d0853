use std::fmt;

/// The language a visitor chose, by its code. The rules only carry it: which ones there are, and what is said in them, is
/// known elsewhere, and a journal may hold one that is not spoken any more.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language([u8; 8]);

impl Language {
    /// Vietnamese.
    pub const VI: Self = Self(*b"vi\0\0\0\0\0\0");

    /// The language of a code: two to eight small letters, digits and hyphens, such as `vi`; nothing for another text.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        let written = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if code.len() < 2 || !code.bytes().all(written) {
            return None;
        }
        let mut bytes = [0; 8];
        bytes
            .get_mut(..code.len())?
            .copy_from_slice(code.as_bytes());
        Some(Self(bytes))
    }

    /// The code.
    #[must_use]
    pub fn code(&self) -> &str {
        let code = std::str::from_utf8(&self.0).unwrap_or_default();
        code.trim_end_matches('\0')
    }
}

impl Default for Language {
    fn default() -> Self {
        Self::VI
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
