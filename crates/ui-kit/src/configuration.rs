//! How the Slint compiler is set for the kit and everything built on it.

use std::{collections::HashMap, path::PathBuf};

use slint_build::{CompilerConfiguration, DefaultTranslationContext};

/// Folder with the kit's `.slint` files, known to `.slint` imports as `@ui-kit`.
pub const UI_DIR: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/ui");

/// Fixed style (a desktop's own would change the screens), the kit as `@ui-kit`, translations without contexts
/// (moving a text to another component must not lose its translation), and in debug builds the element names
/// that tests look for.
#[must_use]
pub fn configuration() -> CompilerConfiguration {
    let library = HashMap::from([("ui-kit".to_owned(), PathBuf::from(UI_DIR))]);
    CompilerConfiguration::new()
        .with_style("fluent-light".to_owned())
        .with_library_paths(library)
        .with_default_translation_context(DefaultTranslationContext::None)
        .with_debug_info(cfg!(debug_assertions))
}
