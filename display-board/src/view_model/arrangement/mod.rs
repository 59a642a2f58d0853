//! A layout on this board's screen: how large everything is drawn, and how many rows of it that leaves.

mod drawn;

use drawn::{Drawn, fit};
use queue_protocol::Layout;
use queue_protocol::layout::{Area, Content, Panel, Picture};
use std::time::Duration;

/// Where something stands on the drawing, and how much larger it is than it was drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// From the left edge.
    pub x: f32,
    /// From the top.
    pub y: f32,
    /// How wide; 0: it is not there.
    pub width: f32,
    /// How high.
    pub height: f32,
    /// 1: as it was drawn.
    pub scale: f32,
}

/// Rows of something.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Where.
    pub place: Place,
    /// Columns.
    pub columns: usize,
    /// Rows of a column.
    pub rows: usize,
}

impl Table {
    /// How many stand on a page; at least one.
    #[must_use]
    pub fn a_page(&self) -> usize {
        (self.columns * self.rows).max(1)
    }
}

/// Counters in fixed places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// The rows.
    pub table: Table,
    /// Of these zones; of all where empty.
    pub zones: Vec<String>,
}

/// The numbers just called.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SpotlightPlace {
    /// The whole panel; its scale is that of the list.
    pub place: Place,
    /// The card at its top.
    pub card: Place,
    /// Places in the list.
    pub calls: usize,
}

/// The notice line.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct NoticeLine {
    /// Where.
    pub place: Place,
    /// Lines of text.
    pub lines: usize,
    /// How much more or less text it takes than the line that was drawn.
    pub room: f32,
}

/// Pictures that take turns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Playlist {
    /// Where.
    pub place: Place,
    /// Which, in order.
    pub pictures: Vec<Picture>,
    /// How long each stands.
    pub every: Duration,
}

/// What stands where on this screen. A thing of width 0 is not there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arrangement {
    /// Width of the drawing.
    pub width: f32,
    /// Height of the drawing.
    pub height: f32,
    /// Millimetres of one step of the drawing.
    pub mm: f32,
    /// Emblem, name, date, clock.
    pub header: Place,
    /// Whether date and clock stand below the name.
    pub tall_header: bool,
    /// The centre's own emblem.
    pub emblem: Option<Picture>,
    /// The numbers just called.
    pub spotlight: SpotlightPlace,
    /// Counters.
    pub grids: Vec<Grid>,
    /// The newest calls.
    pub calls: Table,
    /// Who waits.
    pub waiting: Table,
    /// Counters on break or closed.
    pub pauses: Table,
    /// Numbers called in vain.
    pub missed: Table,
    /// The notice line.
    pub notices: NoticeLine,
    /// Pictures.
    pub playlist: Playlist,
    /// The time by itself.
    pub clock: Place,
    /// The sign of one counter.
    pub sign: Place,
}

impl Arrangement {
    /// `layout` on a picture `width_mm` wide.
    #[must_use]
    pub fn new(layout: &Layout, width_mm: f64) -> Self {
        let width = f32::from(layout.width);
        #[expect(clippy::cast_possible_truncation, reason = "millimetres of a screen")]
        let mm = width_mm as f32 / width;
        let mut arrangement = Self {
            width,
            height: f32::from(layout.height),
            mm,
            ..Self::default()
        };
        for panel in &layout.panels {
            arrangement.take(panel);
        }
        arrangement
    }

    fn take(&mut self, panel: &Panel) {
        let area = panel.area;
        // Font size whose capitals are as high as the panel asks for.
        let least = f32::from(panel.capitals_mm) / Drawn::CAPITAL / self.mm;
        let table = |drawn: Drawn, columns: u8, rows: u8| {
            let (scale, columns, rows) = fit(drawn, (columns, rows), area, least);
            Table {
                place: place(area, scale),
                columns,
                rows,
            }
        };
        match &panel.content {
            Content::Header { lines, emblem } => {
                self.tall_header = *lines > 1;
                let drawn = if self.tall_header {
                    Drawn::TALL_HEADER
                } else {
                    Drawn::HEADER
                };
                self.header = place(area, drawn.scale(area, 1, 1));
                self.emblem = emblem.clone();
            }
            Content::Spotlight { card, calls } => {
                let list = table(Drawn::LIST, 1, *calls);
                let card = Area {
                    height: *card,
                    ..area
                };
                self.spotlight = SpotlightPlace {
                    card: place(card, Drawn::CARD.scale(card, 1, 1)),
                    place: list.place,
                    calls: list.rows,
                };
            }
            Content::Counters {
                zones,
                columns,
                rows,
            } => self.grids.push(Grid {
                table: table(Drawn::GRID, *columns, *rows),
                zones: zones.clone(),
            }),
            Content::Calls { rows } => self.calls = table(Drawn::CALLS, 1, *rows),
            Content::Waiting { columns, rows } => {
                self.waiting = table(Drawn::WAITING, *columns, *rows);
            }
            Content::Pauses { rows } => self.pauses = table(Drawn::PAUSES, 1, *rows),
            Content::Missed { columns, rows } => {
                self.missed = table(Drawn::MISSED, *columns, *rows);
            }
            Content::Notices { lines } => {
                let scale = Drawn::NOTICES.scale(area, 1, *lines);
                let line = (f32::from(area.width) / scale - 64.0) / 1856.0;
                self.notices = NoticeLine {
                    place: place(area, scale),
                    lines: (*lines).into(),
                    // Where words break, a line is not full.
                    room: line * f32::from(*lines) * if *lines > 1 { 0.85 } else { 1.0 },
                };
            }
            Content::Pictures { pictures, seconds } => {
                self.playlist = Playlist {
                    place: place(area, 1.0),
                    pictures: pictures.clone(),
                    every: Duration::from_secs((*seconds).into()),
                };
            }
            Content::Clock => self.clock = place(area, Drawn::CLOCK.scale(area, 1, 1)),
            Content::Sign => self.sign = place(area, Drawn::SIGN.scale(area, 1, 1)),
        }
    }

    /// Where the emblem stands in the header.
    #[must_use]
    pub fn emblem_place(header: Place) -> Place {
        let side = 64.0 * header.scale;
        Place {
            width: side,
            height: side,
            ..header
        }
    }

    /// Millimetres of the capitals of a font that was drawn `font` high, where things are `scale` times as large.
    #[must_use]
    pub fn capitals_mm(&self, font: f32, scale: f32) -> f32 {
        font * scale * Drawn::CAPITAL * self.mm
    }
}

fn place(area: Area, scale: f32) -> Place {
    Place {
        x: area.x.into(),
        y: area.y.into(),
        width: area.width.into(),
        height: area.height.into(),
        scale,
    }
}
