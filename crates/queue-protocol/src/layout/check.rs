use super::{Area, CALLS_AT_ONCE, Content, Layout, Panel};

/// What is wrong with a layout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LayoutFault {
    /// The panel, counted from 0; `None`: the layout as a whole.
    pub panel: Option<usize>,
    /// What was expected, and what is there.
    pub message: String,
}

const SIDES: std::ops::RangeInclusive<u16> = 320..=16_384;
const PANELS: usize = 24;
const NOTICES: usize = 40;
const PICTURES: usize = 40;
/// Panels of counters.
const GRIDS: usize = 4;
const SECONDS: std::ops::RangeInclusive<u16> = 5..=3600;

impl Layout {
    /// Everything that keeps a board from showing this layout; empty when it can.
    #[must_use]
    pub fn faults(&self) -> Vec<LayoutFault> {
        let mut faults = Vec::new();
        let mut whole = |message: String| {
            faults.push(LayoutFault {
                panel: None,
                message,
            });
        };
        if !SIDES.contains(&self.width) || !SIDES.contains(&self.height) {
            let (width, height) = (self.width, self.height);
            whole(format!(
                "expected a width and a height from 320 to 16384, found {width} × {height}"
            ));
        }
        for (what, most, found) in [
            ("panels", PANELS, self.panels.len()),
            ("notices", NOTICES, self.notices.len()),
        ] {
            if found > most {
                whole(format!("expected at most {most} {what}, found {found}"));
            }
        }
        let shows = |word: &str| self.panels.iter().any(|p| p.content.word() == word);
        if !shows("spotlight") && !shows("sign") {
            whole("expected a panel that shows `spotlight` or `sign`: a call must be seen".into());
        }
        if !self.notices.is_empty() && !shows("notices") {
            whole("expected a panel that shows `notices`, since there are some".into());
        }
        for (place, panel) in self.panels.iter().enumerate() {
            let earlier = &self.panels[..place.min(PANELS)];
            let messages = self.of_panel(panel).chain(beside(panel, earlier));
            faults.extend(messages.map(|message| LayoutFault {
                panel: Some(place),
                message,
            }));
        }
        faults
    }

    /// What is wrong with a panel by itself.
    fn of_panel(&self, panel: &Panel) -> impl Iterator<Item = String> + use<> {
        let area = panel.area;
        let inside = area.right() <= self.width.into() && area.bottom() <= self.height.into();
        let outside = (!inside).then(|| {
            let (right, bottom) = (area.right(), area.bottom());
            format!(
                "expected a place within {} × {}, found one that ends at {right}, {bottom}",
                self.width, self.height
            )
        });
        let (width, height) = least(&panel.content);
        let small = (area.width < width || area.height < height).then(|| {
            let word = panel.content.word();
            let (found_width, found_height) = (area.width, area.height);
            format!(
                "expected at least {width} × {height} for `{word}`, found {found_width} × {found_height}"
            )
        });
        let zones = match &panel.content {
            Content::Counters { zones, .. } if !self.zones.is_empty() => zones.as_slice(),
            _ => &[],
        };
        let foreign = zones.iter().find(|zone| !self.zones.contains(zone));
        let foreign = foreign.map(|zone| format!("this screen does not show zone `{zone}`"));
        let inner = within(&panel.content, area);
        [outside, small, foreign, inner].into_iter().flatten()
    }
}

/// Numbers of a panel that do not go together.
fn within(content: &Content, area: Area) -> Option<String> {
    let counted = |what: &str, most: u8, found: u8| {
        (!(1..=most).contains(&found))
            .then(|| format!("`{what}`: expected 1 to {most}, found {found}"))
    };
    match content {
        Content::Header { lines, .. } => counted("lines", 2, *lines),
        Content::Spotlight { card, calls } => {
            if *card < 140 || *card > area.height {
                let height = area.height;
                return Some(format!("`card`: expected 140 to {height}, found {card}"));
            }
            counted("calls", CALLS_AT_ONCE, *calls)
        }
        Content::Counters { columns, rows, .. } => {
            counted("columns", 4, *columns).or_else(|| counted("rows", 24, *rows))
        }
        Content::Waiting { columns, rows } | Content::Missed { columns, rows } => {
            counted("columns", 12, *columns).or_else(|| counted("rows", 24, *rows))
        }
        Content::Calls { rows } | Content::Pauses { rows } => counted("rows", 24, *rows),
        Content::Notices { lines } => counted("lines", 4, *lines),
        Content::Pictures { pictures, seconds } => {
            if !(1..=PICTURES).contains(&pictures.len()) {
                let found = pictures.len();
                return Some(format!("expected 1 to {PICTURES} pictures, found {found}"));
            }
            (!SECONDS.contains(seconds))
                .then(|| format!("`seconds`: expected 5 to 3600, found {seconds}"))
        }
        Content::Clock | Content::Sign => None,
    }
}

/// What is wrong with a panel beside those before it.
fn beside(panel: &Panel, earlier: &[Panel]) -> impl Iterator<Item = String> + use<> {
    let word = panel.content.word();
    let same = earlier
        .iter()
        .filter(|other| other.content.word() == word)
        .count();
    let most = if word == "counters" { GRIDS } else { 1 };
    let often = (same >= most).then(|| {
        let times = if most == 1 { "once" } else { "at most 4 times" };
        format!("expected `{word}` {times}")
    });
    let over = earlier.iter().position(|other| collide(panel, other));
    let over = over.map(|other| {
        let below = earlier[other].content.word();
        let number = other + 1;
        format!("`{word}` overlaps `{below}`, panel {number}")
    });
    [often, over].into_iter().flatten()
}

/// Below its card a spotlight leaves its place to others as long as there is no list of calls.
fn collide(one: &Panel, other: &Panel) -> bool {
    fn lasting(panel: &Panel) -> Area {
        match panel.content {
            Content::Spotlight { card, .. } => Area {
                height: card.min(panel.area.height),
                ..panel.area
            },
            _ => panel.area,
        }
    }
    lasting(one).overlaps(lasting(other))
}

/// Smaller than that nobody could read it on any screen.
const fn least(content: &Content) -> (u16, u16) {
    match content {
        Content::Header { lines: 2, .. } => (480, 96),
        Content::Header { .. } => (640, 48),
        Content::Spotlight { .. } => (280, 140),
        Content::Sign => (320, 180),
        Content::Clock => (160, 60),
        Content::Pictures { .. } => (100, 100),
        Content::Notices { .. } => (320, 24),
        _ => (160, 48),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Picture;
    use super::*;

    fn panel(x: u16, y: u16, width: u16, height: u16, content: Content) -> Panel {
        Panel {
            area: Area {
                x,
                y,
                width,
                height,
            },
            capitals_mm: 0,
            content,
        }
    }

    fn layout(panels: Vec<Panel>) -> Layout {
        Layout {
            screen: "lobby".into(),
            width: 1920,
            height: 1080,
            zones: vec!["A".into()],
            panels,
            notices: Vec::new(),
        }
    }

    fn spotlight(card: u16) -> Panel {
        panel(0, 100, 900, 900, Content::Spotlight { card, calls: 6 })
    }

    fn told(layout: &Layout) -> Vec<String> {
        let told = |fault: LayoutFault| match fault.panel {
            Some(panel) => format!("{panel}: {}", fault.message),
            None => fault.message,
        };
        layout.faults().into_iter().map(told).collect()
    }

    const WAITING: Content = Content::Waiting {
        columns: 2,
        rows: 6,
    };

    #[test]
    fn what_lies_below_the_card_gives_way_to_the_list() {
        let good = layout(vec![spotlight(500), panel(0, 600, 900, 400, WAITING)]);
        assert!(good.faults().is_empty());
        let bad = layout(vec![spotlight(501), panel(0, 600, 900, 400, WAITING)]);
        assert_eq!(told(&bad), ["1: `waiting` overlaps `spotlight`, panel 1"]);
    }

    #[test]
    fn a_call_must_be_seen() {
        let silent = layout(vec![panel(0, 0, 900, 400, WAITING)]);
        let expected = "expected a panel that shows `spotlight` or `sign`: a call must be seen";
        assert_eq!(told(&silent), [expected]);
    }

    #[test]
    fn every_fault_names_its_panel() {
        let counters = |zone: &str| Content::Counters {
            zones: vec![zone.into()],
            columns: 5,
            rows: 12,
        };
        let pictures = Content::Pictures {
            pictures: vec![Picture {
                file: "a.png".into(),
                digest: String::new(),
            }],
            seconds: 4,
        };
        let bad = layout(vec![
            spotlight(1000),
            panel(1000, 100, 1000, 400, counters("B")),
            panel(1000, 500, 300, 40, WAITING),
            panel(1400, 500, 300, 300, pictures),
            panel(1000, 900, 300, 100, WAITING),
        ]);
        assert_eq!(
            told(&bad),
            [
                "0: `card`: expected 140 to 900, found 1000",
                "1: expected a place within 1920 × 1080, found one that ends at 2000, 500",
                "1: this screen does not show zone `B`",
                "1: `columns`: expected 1 to 4, found 5",
                "2: expected at least 160 × 48 for `waiting`, found 300 × 40",
                "3: `seconds`: expected 5 to 3600, found 4",
                "4: expected `waiting` once",
            ]
        );
    }
}
