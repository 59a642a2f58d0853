//! Compiles the gallery: a kit file that does not compile fails here, before any app.

#[path = "src/configuration.rs"]
mod configuration;

fn main() -> Result<(), slint_build::CompileError> {
    slint_build::compile_with_config("ui/gallery.slint", configuration::configuration())
}
