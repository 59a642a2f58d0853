//! Sizes of type, and the room that Vietnamese letters take.

/// A size and a weight of the one family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// The em, in dots.
    pub size: u32,
    /// Bold instead of Regular.
    pub bold: bool,
}

impl Style {
    /// Regular, `size` dots to the em.
    pub const fn regular(size: u32) -> Self {
        Self { size, bold: false }
    }

    /// Bold, `size` dots to the em.
    pub const fn bold(size: u32) -> Self {
        Self { size, bold: true }
    }

    /// The same size in Bold.
    pub const fn strong(self) -> Self {
        Self::bold(self.size)
    }

    /// The height of a line: room for the highest and the lowest letter, and a white row at each
    /// end, so that letters of two lines never touch.
    pub const fn line_height(self) -> u32 {
        self.baseline() + (self.size * 27).div_ceil(100) + 1
    }

    /// From the top of a line to its baseline: Ẩ and Ẵ take 1.09 em.
    pub const fn baseline(self) -> u32 {
        (self.size * 109).div_ceil(100) + 1
    }

    /// The height of capitals: 0.714 em in Noto Sans.
    pub const fn capitals(self) -> u32 {
        (self.size * 714 + 500) / 1000
    }
}
