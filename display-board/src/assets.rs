use anyhow::{Result, bail};
use std::path::{Path, PathBuf};

const INSTALLED: &str = "/usr/share/xinmoi";
const SOURCE_TREE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../assets");

/// The folder of `voices`: under `given`, else `$XINMOI_ASSETS`, else where it is installed, else in the source tree.
///
/// # Errors
/// None of them is there; a folder that was named is not passed over.
pub fn voices(given: Option<&Path>) -> Result<PathBuf> {
    let named = given
        .map(Path::to_owned)
        .or_else(|| std::env::var_os("XINMOI_ASSETS").map(PathBuf::from));
    let places = named.map_or_else(
        || vec![INSTALLED.into(), SOURCE_TREE.into()],
        |named| vec![named],
    );
    for place in &places {
        let voices = place.join("voices");
        if voices.is_dir() {
            return Ok(voices);
        }
    }
    let places: Vec<_> = places
        .iter()
        .map(|place| place.display().to_string())
        .collect();
    bail!("no folder `voices` in {}", places.join(" or "))
}
