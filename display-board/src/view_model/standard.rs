use queue_protocol::Layout;
use queue_protocol::layout::{Area, Content, Panel};

/// What a board shows that has no layout of its own: one large screen for 24 counters.
#[must_use]
pub fn standard() -> Layout {
    let panel = |(x, y, width, height), capitals_mm, content| Panel {
        area: Area {
            x,
            y,
            width,
            height,
        },
        capitals_mm,
        content,
    };
    let header = Content::Header {
        lines: 1,
        emblem: None,
    };
    let spotlight = Content::Spotlight {
        card: 524,
        calls: 6,
    };
    let waiting = Content::Waiting {
        columns: 2,
        rows: 6,
    };
    let counters = Content::Counters {
        zones: Vec::new(),
        columns: 2,
        rows: 12,
    };
    Layout {
        screen: String::new(),
        width: 1920,
        height: 1080,
        zones: Vec::new(),
        panels: vec![
            panel((0, 0, 1920, 96), 0, header),
            panel((32, 112, 936, 888), 75, spotlight),
            panel((32, 656, 936, 344), 0, waiting),
            panel((996, 112, 892, 888), 25, counters),
            panel((0, 1016, 1920, 64), 0, Content::Notices { lines: 1 }),
        ],
        notices: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn it_can_be_shown() {
        assert_eq!(super::standard().faults(), []);
    }
}
