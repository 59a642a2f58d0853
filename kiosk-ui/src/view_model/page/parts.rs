//! The parts of a page, one type for each screen.

use super::super::Class;
use super::super::condition::Call;
use super::super::find::KeySet;
use super::super::hall::Intake;
use super::super::step::{Cancelling, Refusal};
use chrono::{DateTime, FixedOffset, NaiveDate};
use queue_protocol::{ClosedReason, Language, Purpose};
use ticket_printer::{Cause, WaitMinutes};

/// A whole screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Header and footer.
    pub frame: FramePage,
    /// What stands between them.
    pub screen: ScreenPage,
    /// The question laid over it.
    pub question: Option<Question>,
}

/// Header and footer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FramePage {
    /// The centre's name; empty until it is known.
    pub name: String,
    /// The service's time, to the minute; unknown until it was heard.
    pub time: Option<DateTime<FixedOffset>>,
    /// The chosen language.
    pub language: Language,
    /// Those to choose from.
    pub languages: Vec<Language>,
    /// "Chữ to" is on.
    pub large_text: bool,
    /// "Tương phản" is on.
    pub high_contrast: bool,
    /// "Nút thấp" is on.
    pub low_reach: bool,
    /// "Đọc to" is on.
    pub aloud: bool,
    /// Names can be spoken, not only fixed texts.
    pub names_spoken: bool,
    /// How a call for staff stands.
    pub call: Call,
    /// "Quay lại" leads somewhere.
    pub can_go_back: bool,
    /// "Về trang đầu" leads somewhere.
    pub can_go_home: bool,
}

/// One of the screens.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each is described at its own type")]
pub enum ScreenPage {
    Home(HomePage),
    Choose(ChoosePage),
    Find(FindPage),
    Browse(super::BrowsePage),
    Take(TakePage),
    Classes(TakePage),
    Settled(TakePage),
    Details(DetailsPage),
    Asking { slow: bool },
    Ticket(TicketPage),
    Trouble(TicketPage),
    Notice(Notice),
    Closed(ClosedPage),
    Staff(super::StaffPage),
}

/// The first screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HomePage {
    /// Every purpose, and whether some service takes it.
    pub purposes: Vec<(Purpose, bool)>,
    /// The end of this span of issuing, "11:15".
    pub until: String,
    /// What is known to be wrong with the printer, or will be.
    pub printer: PrinterWord,
    /// The service is away; numbers are given without it.
    pub by_itself: bool,
}

/// What is said about the printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrinterWord {
    /// Nothing.
    Well,
    /// The paper will soon be used up.
    NearEnd,
    /// It does not print.
    Trouble(Cause),
}

/// A row of services.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceRow {
    /// Its code.
    pub code: String,
    /// The letter of its numbers.
    pub letter: String,
    /// Its name.
    pub name: String,
    /// Whether it takes visitors.
    pub intake: Intake,
    /// Who waits, where that is known.
    pub waiting: Option<u32>,
    /// How long an ordinary visitor would.
    pub wait: Option<WaitMinutes>,
}

/// Which service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoosePage {
    /// What for.
    pub purpose: Purpose,
    /// The rows of this page.
    pub rows: Vec<ServiceRow>,
    /// Those of them in the first column.
    pub left: usize,
    /// Procedures can be chosen by agency.
    pub has_agencies: bool,
    /// The place of the first service of the next page, and the names of some that stand there.
    pub others: Option<(usize, String)>,
}

/// A row of procedures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcedureRow {
    /// Its place in the catalogue.
    pub place: usize,
    /// Its short name.
    pub name: String,
    /// The letter of its service.
    pub letter: String,
    /// The service's short name.
    pub service: String,
    /// Whether that service takes visitors.
    pub intake: Intake,
    /// Who waits there, where that is known.
    pub waiting: Option<u32>,
}

/// Finding a procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindPage {
    /// The end of the query, as much as fits its field.
    pub query: String,
    /// Which keys are shown.
    pub keys: KeySet,
    /// The rows of this page.
    pub rows: Vec<ProcedureRow>,
    /// The first and last row of this page, counted from 1.
    pub shown: (usize, usize),
    /// How many were found.
    pub found: usize,
    /// There are more than are listed.
    pub too_many: bool,
    /// What the words were taken for.
    pub understood: String,
    /// A number for guidance can be taken instead.
    pub guidance: bool,
    /// There is a page before.
    pub has_previous: bool,
    /// The place of the first hit of the next page.
    pub next: Option<usize>,
}

/// A class of priority as a visitor reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassRow {
    /// Its code, for the request.
    pub code: Class,
    /// Its name without what stands in brackets.
    pub name: String,
    /// What stands in brackets, with them.
    pub note: String,
}

/// Ordinary or priority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakePage {
    /// What for.
    pub purpose: Purpose,
    /// The letter of the service.
    pub letter: String,
    /// The procedure, or the service where none was chosen.
    pub name: String,
    /// The service under a procedure.
    pub service: Option<String>,
    /// The counters that serve it.
    pub counters: Vec<u16>,
    /// Whether it takes visitors.
    pub intake: Intake,
    /// Who waits, where that is known.
    pub waiting: Option<u32>,
    /// How long an ordinary visitor would.
    pub wait: Option<WaitMinutes>,
    /// How long a priority visitor would.
    pub priority_wait: Option<WaitMinutes>,
    /// The classes that visitors declare.
    pub classes: Vec<ClassRow>,
    /// They are too many for this screen.
    pub classes_apart: bool,
    /// The procedure can be filed online.
    pub online: bool,
    /// It can be filed at any commune.
    pub any_commune: bool,
    /// What it costs, where the centre knows it.
    pub fee: Option<String>,
    /// There is more to be read about the procedure.
    pub details: bool,
    /// The number is being asked for.
    pub asking: bool,
}

/// All that the centre knows of a procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DetailsPage {
    /// The letter of its service.
    pub letter: String,
    /// Its short name.
    pub short: String,
    /// Its whole official name; empty where it is the short one.
    pub name: String,
    /// The service that takes it.
    pub service: String,
    /// Who is responsible; may be empty.
    pub agency: String,
    /// Papers to bring.
    pub papers: Vec<String>,
    /// What it costs.
    pub fee: Option<String>,
    /// It can be filed online.
    pub online: bool,
    /// It can be filed at any commune.
    pub any_commune: bool,
}

/// The number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TicketPage {
    /// Itself.
    pub number: String,
    /// With the mark.
    pub priority: bool,
    /// Who waits before it; unknown where the kiosk gave it by itself. Such a number cannot be given up here.
    pub ahead: Option<u32>,
    /// How long.
    pub wait: Option<WaitMinutes>,
    /// Where to sit, where all its counters stand in one zone.
    pub zone: Option<String>,
    /// The counters that serve it.
    pub counters: Vec<u16>,
    /// The slip is out.
    pub printed: bool,
    /// Why it is not.
    pub trouble: Option<Cause>,
    /// The slip may have come out all the same.
    pub perhaps_printed: bool,
    /// The service has noted the trouble.
    pub staff_told: bool,
    /// How giving it up went.
    pub cancelling: Cancelling,
    /// Seconds until the first screen comes back.
    pub leaves_in: Option<u32>,
}

/// Something told on a screen of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Nothing was heard from the service yet.
    Connecting,
    /// It is away, since when ("08:40").
    Away(Option<String>),
    /// It is away, and the numbers that could be given without it are used up.
    UsedUp(Option<String>),
    /// A number was not given.
    Refused(Refusal),
    /// This number was given up.
    Cancelled(String),
}

/// No numbers now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedPage {
    /// Why.
    pub reason: ClosedReason,
    /// The name of the day, in the chosen language and in the other.
    pub occasion: Option<(String, String)>,
    /// The time of day when it goes on.
    pub again_at: Option<String>,
    /// The day when it goes on, if that is not today.
    pub again_on: Option<NaiveDate>,
    /// Today's spans of issuing, "07:00–11:15".
    pub today: Vec<String>,
}

/// A question over the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Is anybody there? Seconds left.
    MoreTime(u32),
    /// Shall this number be given up?
    Cancel(String),
}
