//! What can happen to a kiosk.

use super::alone::{HandedIn, Kept};
use super::centre::Centre;
use super::find::{Key, KeySet};
use super::papers::TicketKey;
use crate::scan::Scan;
use queue_client::{CallError, View};
use queue_protocol::{IssuedTicket, KioskView, Language, Purpose};
use std::fmt;
use std::sync::Arc;
use ticket_printer::PrinterEvent;

/// The code of a class of priority, on its way from the finger to the request. It has no words for a log.
#[derive(Clone, PartialEq, Eq)]
pub struct Class(pub String);

impl fmt::Debug for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Class(…)")
    }
}

/// A key under the PIN of staff. It has no words for a log.
#[derive(Clone, PartialEq, Eq)]
pub enum PinKey {
    /// One more.
    Digit(char),
    /// Takes the last digit away.
    Erase,
    /// Takes all away.
    Clear,
}

impl fmt::Debug for PinKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PinKey(…)")
    }
}

/// Anything that happens.
pub enum Message {
    /// A second has passed.
    Tick,
    /// A finger was lifted from a button.
    Touch(Touch),
    /// A card or a receipt was scanned.
    Scanned(Scan),
    /// The newest picture of the service, or the word that it is away.
    View(View<KioskView>),
    /// The adopted centre was fetched.
    Centre(Arc<Centre>),
    /// The answer to [`Effect::Issue`](super::Effect::Issue).
    Issued {
        /// Which attempt it answers.
        attempt: u64,
        /// The ticket, or why there is none.
        answer: Result<IssuedTicket, CallError>,
    },
    /// [`Effect::Issue`](super::Effect::Issue) had no answer in its time, and is given up.
    Unanswered {
        /// Which attempt.
        attempt: u64,
        /// Under which key it was asked.
        key: String,
    },
    /// What the disk has kept, once, when the kiosk starts; `None` where there is no disk to write on.
    Recalled(Option<Box<Kept>>),
    /// The centre as it was kept: good until the service sends its own.
    OldCentre(Arc<Centre>),
    /// The answer to [`Effect::Keep`](super::Effect::Keep).
    Kept {
        /// The key of the number.
        key: String,
        /// Whether it is on the disk.
        stored: bool,
    },
    /// The answer to [`Effect::Remember`](super::Effect::Remember): whether it is on the disk. `false` also where there is
    /// to be a disk of the kiosk's own and it cannot be used.
    Remembered(bool),
    /// The answer to [`Effect::KeepGivenUp`](super::Effect::KeepGivenUp).
    GivenUpKept {
        /// The key of the number.
        key: String,
        /// Whether it is on the disk.
        stored: bool,
    },
    /// The answer to [`Effect::GiveUp`](super::Effect::GiveUp), whatever it was.
    GivenUp {
        /// The key of the number.
        key: String,
    },
    /// The answer to [`Effect::KeepReprint`](super::Effect::KeepReprint), when it begins.
    ReprintKept(TicketKey),
    /// The answer to [`Effect::HandIn`](super::Effect::HandIn).
    HandedIn {
        /// The key of the number.
        key: String,
        /// What the service said.
        answer: HandedIn,
    },
    /// The answer to [`Effect::Cancel`](super::Effect::Cancel).
    Cancelled {
        /// The number that was to be given up.
        number: String,
        /// Whether it was.
        answer: Result<(), CallError>,
    },
    /// Whether the kiosk can be heard, and names be spoken.
    Voice {
        /// There is a sound device.
        heard: bool,
        /// The synthesiser speaks.
        names: bool,
    },
    /// The settings hold a PIN for staff.
    HasPin,
    /// The answer to [`Effect::CheckPin`](super::Effect::CheckPin): whether it is the one.
    PinChecked(bool),
    /// The answer to [`Effect::Reprint`](super::Effect::Reprint): whether the slip comes with the view; unknown where
    /// there was none.
    ReprintAnswered(Option<bool>),
    /// News from the printer.
    Printer(PrinterEvent),
    /// The answer to [`Effect::Report`](super::Effect::Report): asked until there was one.
    Reported {
        /// The print job.
        job: u64,
        /// Whether the service has noted it.
        accepted: bool,
    },
}

/// A touch, by what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Touch {
    /// Beside every button: somebody is there.
    Anywhere,
    /// "Về trang đầu".
    Home,
    /// "Quay lại".
    Back,
    /// VI or EN.
    Language(Language),
    /// "Chữ to", on or off.
    LargeText,
    /// "Tương phản", on or off.
    HighContrast,
    /// "Nút thấp", on or off.
    LowReach,
    /// "Đọc to", on or off.
    Aloud,
    /// "Gọi cán bộ giúp", and the same again: not needed any more.
    CallStaff,
    /// What for.
    Purpose(Purpose),
    /// A service by its code.
    Service(String),
    /// "Lĩnh vực khác", "Cơ quan khác": the rows from this place on.
    Others(usize),
    /// "Tìm theo tên thủ tục".
    Find,
    /// "Theo cơ quan".
    ByAgency,
    /// An agency by its code.
    Agency(String),
    /// A field of the chosen agency by its Vietnamese name.
    Field(String),
    /// A key of the keyboard.
    Key(Key),
    /// Another set of keys.
    Keys(KeySet),
    /// The hits from this place on.
    NextFound(usize),
    /// The page of hits before.
    PreviousFound,
    /// A procedure by its place in the catalogue.
    Procedure(usize),
    /// Nothing fits: back to the services.
    LeaveFind,
    /// Nothing fits: to a number for guidance.
    Guidance,
    /// The whole name, papers and fee of the chosen procedure.
    Details,
    /// "Lấy số thường".
    Ordinary,
    /// The classes have a screen of their own.
    ShowClasses,
    /// A class: takes a priority number.
    Priority(Class),
    /// "Chờ thêm".
    WaitOn,
    /// "Thử lại", "Chọn lại".
    TryAgain,
    /// "Xong", "Tôi đã nhớ số".
    Done,
    /// "Lấy nhầm, hủy số": asks once.
    Cancel,
    /// "Giữ số".
    KeepTicket,
    /// "Hủy số".
    GiveUpTicket,
    /// A hidden corner was held.
    Corner(Corner),
    /// In the menu for staff.
    Staff(StaffTouch),
    /// "Tôi cần thêm thời gian".
    MoreTime,
    /// To the first screen from the warning.
    Leave,
}

/// The hidden corners of the header, held one after the other by who wants the menu for staff.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Corner {
    /// The emblem.
    First,
    /// The centre's name beside it.
    Second,
}

/// A touch in the menu for staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StaffTouch {
    /// A key under the PIN.
    Pin(PinKey),
    /// "Vào".
    Enter,
    /// "In thử".
    TestPrint,
    /// "Thử loa".
    TestSound,
    /// "Cỡ và màu màn hình".
    ShowScreen,
    /// "In lại A012".
    Reprint(String),
    /// "Khởi động lại chương trình".
    Restart,
}

impl From<StaffTouch> for Touch {
    fn from(touch: StaffTouch) -> Self {
        Self::Staff(touch)
    }
}

impl From<PinKey> for Touch {
    fn from(key: PinKey) -> Self {
        Self::Staff(StaffTouch::Pin(key))
    }
}
