//! The shared look of kiosk, counter and board: a library of `.slint` files, and the one way to compile an app with it.
//!
//! An app's build script calls [`compile`]; its `.slint` files then `import { Theme } from "@ui-kit/theme.slint";`.
//! The kit holds no text of its own: a string would be looked up in the app's translations.

mod configuration;

pub use configuration::{UI_DIR, configuration};
pub use slint_build::CompileError;

/// Compiles the one root file of an app (`"ui/app.slint"`, relative to its package) for `slint::include_modules!()`,
/// with the translations of its package bundled.
///
/// # Errors
/// What the Slint compiler found, or that the package has no `.po` file; return it from the build script.
pub fn compile(app: &str) -> Result<(), CompileError> {
    slint_build::compile_with_config(
        app,
        configuration().with_bundled_translations(languages::FOLDER),
    )
}
