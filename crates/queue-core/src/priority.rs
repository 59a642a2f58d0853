//! Classes of priority. A class is used once, in `decide`, and leaves no trace but its head start.

use std::sync::Arc;

/// The centre's code of a class, such as `elderly`.
pub type ClassCode = Arc<str>;

/// Who goes ahead, and by how much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriorityClass {
    /// The class.
    pub code: ClassCode,
    /// How much earlier a visitor of this class counts as having arrived, in seconds.
    pub head_start_s: u32,
    /// Whether a visitor may declare it at the kiosk; otherwise only staff grant it.
    pub self_declared: bool,
}
