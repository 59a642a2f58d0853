//! Bytes into commands, one byte at a time. It keeps its place when the connection is lost, as a
//! printer does: the next bytes are taken for the rest of an unfinished command.

/// What the printer is told to do, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// `ESC @`: back to the defaults.
    Reset,
    /// `GS P x y`: units per inch; only the vertical ones matter here.
    Units(u8),
    /// One row of a `GS v 0` picture.
    Row(Vec<u8>),
    /// `ESC J n`: feed n vertical units.
    Feed(u8),
    /// `GS V 66 n`: feed to the cutter and n units more, cut but for one point.
    PartialCut(u8),
    /// `GS V 65 n` or `GS V 0`: cut through.
    FullCut,
    /// `GS r 1`: send the paper sensor's state, in turn.
    SendPaperState,
    /// `DLE EOT n`: answered when it arrives, not in turn.
    RealTime,
    /// A command that was broken off and closed by a NUL: nothing happens.
    BrokenOff,
    /// Bytes that mean nothing here.
    Unknown(Vec<u8>),
}

/// Where in a command the parser is.
#[derive(Debug, Default)]
pub struct Parser {
    head: Vec<u8>,
    picture: Option<Picture>,
}

/// A picture whose rows are still to come.
#[derive(Debug)]
struct Picture {
    stride: usize,
    rows_left: usize,
    row: Vec<u8>,
}

impl Parser {
    /// Takes one byte; gives a command when it is complete.
    pub fn take(&mut self, byte: u8) -> Option<Command> {
        if self.picture.is_some() {
            return self.take_dots(byte);
        }
        // NUL at the place of a command does nothing.
        if self.head.is_empty() && byte == 0 {
            return None;
        }
        self.head.push(byte);
        let command = match self.head[..] {
            [0x10 | 0x1b | 0x1d] | [0x10, 4] | [0x1b, b'J'] => return None,
            [0x1d, b'P' | b'r' | b'v' | b'V'] | [0x1d, b'P', _] | [0x1d, b'V', 65 | 66] => {
                return None;
            }
            [0x1d, b'v', b'0'] => return None,
            [0x1d, b'v', b'0', 0, ..] if self.head.len() < 8 => return None,
            [0x10, 4, 1..=4] => Command::RealTime,
            [0x1b, b'@'] => Command::Reset,
            [0x1b, b'J', units] => Command::Feed(units),
            [0x1d, b'P', _, vertical] => Command::Units(vertical),
            [0x1d, b'V', 66, units] => Command::PartialCut(units),
            [0x1d, b'V', 65, _] | [0x1d, b'V', 0 | 48] => Command::FullCut,
            [0x1d, b'r', 1 | 49] => Command::SendPaperState,
            [0x1d, b'v', b'0', 0, x_low, x_high, y_low, y_high] => {
                self.head.clear();
                return self.begin_picture([x_low, x_high], [y_low, y_high]);
            }
            // Alone, a NUL was left out above.
            [.., 0] if self.head.len() < 4 => Command::BrokenOff,
            _ => Command::Unknown(self.head.clone()),
        };
        self.head.clear();
        Some(command)
    }

    fn begin_picture(&mut self, bytes: [u8; 2], rows: [u8; 2]) -> Option<Command> {
        let stride = usize::from(u16::from_le_bytes(bytes));
        let rows_left = usize::from(u16::from_le_bytes(rows));
        if stride > 0 && rows_left > 0 {
            self.picture = Some(Picture {
                stride,
                rows_left,
                row: Vec::with_capacity(stride),
            });
        }
        None
    }

    fn take_dots(&mut self, byte: u8) -> Option<Command> {
        let picture = self.picture.as_mut()?;
        picture.row.push(byte);
        if picture.row.len() < picture.stride {
            return None;
        }
        let row = std::mem::take(&mut picture.row);
        picture.rows_left -= 1;
        if picture.rows_left == 0 {
            self.picture = None;
        }
        Some(Command::Row(row))
    }
}
