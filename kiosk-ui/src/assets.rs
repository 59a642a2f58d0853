//! Where the files that come with the program are.

use std::path::PathBuf;

const INSTALLED: &str = "/usr/share/xinmoi";
const SOURCE_TREE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../assets");

/// The folder `name` under `$XINMOI_ASSETS`, else where it is installed, else in the source tree. One that was named is
/// not passed over.
#[must_use]
pub fn folder(name: &str) -> Option<PathBuf> {
    let named = std::env::var_os("XINMOI_ASSETS").map(PathBuf::from);
    let places = named.map_or_else(
        || vec![INSTALLED.into(), SOURCE_TREE.into()],
        |named| vec![named],
    );
    let mut folders = places.iter().map(|place| place.join(name));
    folders.find(|folder| folder.is_dir())
}
