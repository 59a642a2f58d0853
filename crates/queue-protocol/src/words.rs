//! The closed vocabularies of the wire, in `snake_case`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

// `tt`, not `literal`: a captured literal arrives wrapped, and the schema derive reads past it.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $text:tt),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
        pub enum $name {
            $($(#[$vmeta])* #[serde(rename = $text)] $variant),+
        }

        impl $name {
            /// Every word, in the order of their declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word as it stands on the wire and in the journal.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// Reads the word of the wire.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($text => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

words!(
    /// What a visitor came for.
    Purpose {
        /// To submit a dossier.
        Submit = "submit",
        /// To collect a result.
        Collect = "collect",
        /// To add what was asked for.
        Supplement = "supplement",
        /// To be told what to do.
        Guidance = "guidance",
    }
);
words!(
    /// What came of a visit.
    Outcome {
        /// The dossier was received.
        Received = "received",
        /// Supplements were asked for.
        SupplementAsked = "supplement_asked",
        /// The dossier was refused.
        Refused = "refused",
        /// A result was returned.
        ResultReturned = "result_returned",
        /// Guidance was given.
        Guided = "guided",
        /// The visitor was sent to another agency.
        SentElsewhere = "sent_elsewhere",
    }
);
words!(
    /// Where a ticket stands.
    TicketState {
        /// In a queue.
        Waiting = "waiting",
        /// On its way to a counter.
        Called = "called",
        /// At a counter.
        Serving = "serving",
        /// Set aside.
        Held = "held",
        /// Done.
        Finished = "finished",
        /// Called in vain.
        NoShow = "no_show",
        /// Given up.
        Cancelled = "cancelled",
        /// Open when its day ended.
        Expired = "expired",
    }
);
words!(
    /// Whether a counter takes visitors.
    CounterStatus {
        /// Taking visitors.
        Open = "open",
        /// Pausing.
        Break = "break",
        /// Closed.
        Closed = "closed",
    }
);
words!(
    /// Why a counter takes a break.
    BreakReason {
        /// A rest.
        Rest = "rest",
        /// An unplanned meeting.
        Meeting = "meeting",
        /// Urgent work.
        Urgent = "urgent",
        /// Helping a colleague.
        Assist = "assist",
        /// Anything else.
        Other = "other",
    }
);
words!(
    /// Which rule put a visitor first.
    ReasonKind {
        /// Nobody else waited for this counter.
        OnlyOne = "only_one",
        /// The earliest arrival.
        FirstCome = "first_come",
        /// A head start put the visitor before someone who came earlier.
        Priority = "priority",
        /// Transferred or returned, with the rank kept.
        KeptRank = "kept_rank",
        /// A restored no-show.
        Restored = "restored",
        /// Of a queue that this counter only helps.
        Helping = "helping",
        /// Chosen by the officer, outside the rule.
        Chosen = "chosen",
    }
);
words!(
    /// What became of a slip.
    PaperResult {
        /// The printer confirmed it.
        Printed = "printed",
        /// It certainly did not come out.
        Failed = "failed",
        /// Nobody knows.
        Unknown = "unknown",
    }
);
words!(
    /// Whether the hall can hear a board.
    #[derive(Default)]
    SoundState {
        /// Its settings want it silent, or it has not said.
        #[default]
        Off = "off",
        /// Its voice is being loaded.
        Starting = "starting",
        /// It has a device.
        Ready = "ready",
        /// It has no device, one that fails, or no voice.
        Silent = "silent",
    }
);
words!(
    /// Why a board goes on with an older layout than its own.
    LayoutTrouble {
        /// Its own, or a picture of it, does not come.
        Missing = "missing",
        /// Its own is not one that it can show.
        Unreadable = "unreadable",
    }
);
words!(
    /// How much paper a kiosk's printer has.
    #[derive(Default)]
    PaperSupply {
        /// It does not say.
        #[default]
        Unknown = "unknown",
        /// Enough.
        Enough = "enough",
        /// The roll should be changed soon.
        NearEnd = "near_end",
        /// None.
        Out = "out",
    }
);
words!(
    /// Why the centre or a service issues no numbers now.
    ClosedReason {
        /// Before the day's first issue.
        BeforeOpening = "before_opening",
        /// Between two sessions.
        Pause = "pause",
        /// After the day's last issue.
        AfterHours = "after_hours",
        /// A weekday without sessions.
        Weekend = "weekend",
        /// A day off by the calendar.
        Holiday = "holiday",
        /// Closed by the centre's own decision.
        LocalClosure = "local_closure",
        /// The day's cap of the service is reached.
        CapReached = "cap_reached",
        /// The work of those who wait would likely last beyond closing time.
        WorkPassesClosing = "work_passes_closing",
    }
);
words!(
    /// What a registered device may do.
    Role {
        /// Issues numbers.
        Kiosk = "kiosk",
        /// Calls and serves.
        Counter = "counter",
        /// Shows and speaks.
        Board = "board",
        /// The manager's desk.
        Manager = "manager",
        /// Reads reports.
        Inspector = "inspector",
    }
);
words!(
    /// What an officer needs a permission for.
    Permission {
        /// Call a chosen number.
        ChosenCall = "chosen_call",
        /// Cancel a ticket.
        Cancel = "cancel",
        /// Grant or withdraw priority.
        Priority = "priority",
        /// Restore a no-show.
        Restore = "restore",
    }
);
words!(
    /// Why a visitor is sent to another queue.
    TransferReason {
        /// The visitor's business belongs elsewhere.
        WrongService = "wrong_service",
        /// The next step is there.
        NextStep = "next_step",
        /// This counter is overloaded or about to close.
        Relief = "relief",
    }
);
words!(
    /// Why an officer steps outside the rule.
    OfficerReason {
        /// The visitor needs help now.
        Need = "need",
        /// A mistake is put right.
        Mistake = "mistake",
        /// Proof was shown, or not shown.
        Proof = "proof",
        /// The visitor asked for it.
        Asked = "asked",
        /// Anything else.
        Other = "other",
    }
);
words!(
    /// A day of the week.
    Weekday {
        /// Monday.
        Mon = "mon",
        /// Tuesday.
        Tue = "tue",
        /// Wednesday.
        Wed = "wed",
        /// Thursday.
        Thu = "thu",
        /// Friday.
        Fri = "fri",
        /// Saturday.
        Sat = "sat",
        /// Sunday.
        Sun = "sun",
    }
);

impl From<chrono::Weekday> for Weekday {
    fn from(day: chrono::Weekday) -> Self {
        match day {
            chrono::Weekday::Mon => Self::Mon,
            chrono::Weekday::Tue => Self::Tue,
            chrono::Weekday::Wed => Self::Wed,
            chrono::Weekday::Thu => Self::Thu,
            chrono::Weekday::Fri => Self::Fri,
            chrono::Weekday::Sat => Self::Sat,
            chrono::Weekday::Sun => Self::Sun,
        }
    }
}
