//! The fixed texts that a kiosk speaks. Their words stand in `assets/lang/*/aloud.toml`, one clip each.

/// The phrases, each with the name of its words and of its clip.
macro_rules! phrases {
    ($($phrase:ident = $name:literal, $about:literal;)+) => {
        /// A fixed text.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Phrase {
            $(#[doc = $about] $phrase,)+
        }

        impl Phrase {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$phrase),+];

            /// Its name in the wording, and of its clip.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$phrase => $name,)+
                }
            }
        }
    };
}

phrases! {
    Welcome = "welcome", "The first words.";
    Keys = "keys", "How the keypad works.";
    AskPurpose = "ask-purpose", "The question of the first screen.";
    Submit = "submit", "A purpose.";
    Collect = "collect", "A purpose.";
    Supplement = "supplement", "A purpose.";
    Guidance = "guidance", "A purpose.";
    ThisLanguage = "this-language", "The language itself, in itself.";
    CallStaff = "call-staff", "The choice.";
    StaffTold = "staff-told", "How the call stands.";
    StaffComing = "staff-coming", "How the call stands.";
    NoNames = "no-names", "Names cannot be spoken.";
    AskService = "ask-service", "The question of the list of services.";
    Others = "others", "The next page of services.";
    Find = "find", "The way to all procedures.";
    ByAgency = "by-agency", "The way to all procedures by agency.";
    AskAgency = "ask-agency", "The list of agencies.";
    AskField = "ask-field", "The list of an agency's fields.";
    Communes = "communes", "Procedures of no agency.";
    OtherField = "other-field", "Procedures of no field.";
    Procedures = "procedures", "So many; a number precedes.";
    AskProcedure = "ask-procedure", "The list of procedures.";
    NothingFound = "nothing-found", "The query finds nothing.";
    ByService = "by-service", "The way back to the services.";
    GuidanceNumber = "guidance-number", "A number for guidance instead.";
    NextPage = "next-page", "A page of a list.";
    PreviousPage = "previous-page", "A page of a list.";
    Paused = "paused", "A service takes nobody now.";
    Full = "full", "A service has no numbers left.";
    Ended = "ended", "A service has closed for the day.";
    AgainAt = "again-at", "When it goes on; a time follows.";
    AskKind = "ask-kind", "The question before the number.";
    Ordinary = "ordinary", "The choice.";
    Priority = "priority", "The choice.";
    Details = "details", "The choice.";
    Online = "online", "A way without waiting.";
    AnyCommune = "any-commune", "A way nearby.";
    Nobody = "nobody", "The length of a queue.";
    Waiting = "waiting", "The length of a queue; a number follows.";
    Under = "under", "A wait; a number follows.";
    About = "about", "A wait; one or two numbers follow.";
    To = "to", "Between two numbers.";
    Minutes = "minutes", "After a number.";
    UnknownWait = "unknown-wait", "No wait is known.";
    Settled = "settled", "A card settled the question of priority.";
    AskClass = "ask-class", "Before the list of classes.";
    Line = "line", "A line of a list; its number follows.";
    FullName = "full-name", "A name follows.";
    Agency = "agency", "A name follows.";
    Fee = "fee", "An amount follows.";
    Papers = "papers", "A list follows.";
    GoOn = "go-on", "The choice.";
    Asking = "asking", "The number is asked for.";
    Slow = "slow", "It takes long.";
    WaitOn = "wait-on", "The choice.";
    Home = "home", "The choice.";
    YourNumber = "your-number", "A ticket number follows.";
    YourPriorityNumber = "your-priority-number", "A ticket number follows.";
    Sit = "sit", "A zone follows.";
    Counters = "counters", "Numbers follow.";
    Printing = "printing", "The slip comes.";
    TakeSlip = "take-slip", "The slip is out.";
    NoSlip = "no-slip", "There is no slip.";
    PerhapsSlip = "perhaps-slip", "Perhaps there is a slip.";
    HearAgain = "hear-again", "The choice.";
    Done = "done", "The choice.";
    Remembered = "remembered", "The choice.";
    Cancel = "cancel", "The choice.";
    Cancelling = "cancelling", "What came of cancelling.";
    CalledAlready = "called-already", "What came of cancelling.";
    NotCancelled = "not-cancelled", "What came of cancelling.";
    AskCancel = "ask-cancel", "The question.";
    Keep = "keep", "The answer.";
    GiveUp = "give-up", "The answer.";
    Cancelled = "cancelled", "A ticket number follows.";
    AskMoreTime = "ask-more-time", "The question.";
    MoreTime = "more-time", "The answer.";
    Connecting = "connecting", "Nothing was heard from the service yet.";
    Away = "away", "The service is away.";
    TooFast = "too-fast", "Numbers were taken too fast.";
    OutOfOrder = "out-of-order", "The kiosk cannot issue.";
    Unanswered = "unanswered", "No answer.";
    TryAgain = "try-again", "The choice.";
    ChooseAgain = "choose-again", "The choice.";
    NotOpen = "not-open", "The centre issues no numbers.";
    Lunch = "lunch", "The centre issues no numbers.";
    AfterHours = "after-hours", "The centre issues no numbers.";
    Closed = "closed", "The centre issues no numbers.";
}
