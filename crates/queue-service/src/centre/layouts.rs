//! The layouts of boards as they are served.

use super::files::screens::Screen;
use super::source::digest;
use queue_protocol::Layout;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A layout, and the same as JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredLayout {
    /// What stands where.
    pub layout: Layout,
    /// The same as JSON.
    pub json: String,
    /// SHA-256 of that JSON, in hexadecimal.
    pub digest: String,
}

/// Layouts by name.
pub type Layouts = BTreeMap<String, StoredLayout>;

/// A picture as it is served.
#[derive(Debug, Clone)]
pub struct StoredPicture {
    /// What it is.
    pub media_type: &'static str,
    /// Its content.
    pub bytes: Arc<[u8]>,
}

pub(super) fn layouts(screens: &[Screen]) -> Layouts {
    let served = |screen: &Screen| {
        let layout = screen.layout.clone();
        let json = serde_json::to_string(&layout).unwrap_or_default();
        let digest = digest(&json);
        (
            layout.screen.clone(),
            StoredLayout {
                layout,
                json,
                digest,
            },
        )
    };
    screens.iter().map(served).collect()
}
