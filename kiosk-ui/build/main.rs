//! Compiles the screens with the translations of this package; in debug builds also one into a language of long words,
//! for the tests that walk over every screen.

mod long_words;

use slint_build::CompileError;

fn main() -> Result<(), CompileError> {
    let languages = if cfg!(debug_assertions) {
        long_words::beside_the_shipped().map_err(CompileError::SaveError)?
    } else {
        ui_kit::LANG_DIR.into()
    };
    let configuration = ui_kit::configuration().with_bundled_translations(languages);
    slint_build::compile_with_config("ui/app.slint", configuration)
}
