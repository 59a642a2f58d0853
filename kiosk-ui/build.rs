//! Compiles the screens.

fn main() -> Result<(), ui_kit::CompileError> {
    ui_kit::compile("ui/app.slint")
}
