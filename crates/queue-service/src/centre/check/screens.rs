//! Layouts that boards can show, of zones that are there.

use crate::centre::files::{Parts, counters};
use crate::centre::source::Findings;

/// What a board could not show, with the line of its panel; zones that are not there.
pub(super) fn check(parts: &Parts, findings: &Findings) {
    let zones_known = findings.sound(counters::FILE);
    for screen in &parts.screens {
        let file = findings.in_file(&screen.file);
        let faults = if findings.sound(&screen.file) {
            screen.layout.faults()
        } else {
            Vec::new()
        };
        for zone in screen.zones.iter().filter(|zone| !zone.value.is_empty()) {
            let known = parts.zones.iter().any(|own| own.code.value == zone.value);
            if zones_known && !known {
                file.error(
                    zone.line,
                    format!("zone `{}` is not in this centre", zone.value),
                );
            }
        }
        for fault in faults {
            let line = fault.panel.and_then(|panel| screen.lines.get(panel));
            file.error(line.copied().unwrap_or(1), fault.message);
        }
    }
    for picture in &parts.pictures {
        let mut panels = parts
            .screens
            .iter()
            .flat_map(|screen| &screen.layout.panels);
        if !panels.any(|panel| {
            panel
                .content
                .pictures()
                .iter()
                .any(|p| p.file == picture.file)
        }) {
            let file = findings.in_file(&picture.file);
            file.warning(0, "is on no screen");
        }
    }
}
