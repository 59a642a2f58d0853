//! The life of a print job: what is known of a slip on its way to the paper.

use queue_protocol::PaperResult;

/// Why a slip was not printed, or is not known to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cause {
    /// No paper.
    PaperOut,
    /// The cover is open.
    CoverOpen,
    /// The cutter cannot move.
    CutterStuck,
    /// Another error that the printer reports.
    Fault,
    /// It cannot be reached, or says that it is offline.
    Offline,
    /// It stopped taking bytes.
    Stalled,
    /// The connection was lost on the way.
    CutOff,
    /// It took everything and then did not say that it had printed.
    NoAnswer,
}

impl Cause {
    /// Every cause there is.
    pub const ALL: [Self; 8] = [
        Self::PaperOut,
        Self::CoverOpen,
        Self::CutterStuck,
        Self::Fault,
        Self::Offline,
        Self::Stalled,
        Self::CutOff,
        Self::NoAnswer,
    ];

    /// The code by which the service and the screens know it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::PaperOut => "paper_out",
            Self::CoverOpen => "cover_open",
            Self::CutterStuck => "cutter_stuck",
            Self::Fault => "fault",
            Self::Offline => "offline",
            Self::Stalled => "stalled",
            Self::CutOff => "cut_off",
            Self::NoAnswer => "no_answer",
        }
    }
}

/// What is known of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum JobState {
    /// Nothing of the slip has left this machine.
    Queued,
    /// The slip is on its way. From here on it is never sent again.
    Sent,
    /// The printer said that it is printed and cut.
    Confirmed,
    /// All was sent; whether it was printed is not known.
    Unknown(Cause),
    /// No whole slip has come out or will.
    Failed(Cause),
}

/// What happens to a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum JobEvent {
    /// The printer could not be reached, or said beforehand that it cannot print.
    Refused(Cause),
    /// The first bytes of the slip go out.
    Begun,
    /// The printer was lost, or stopped, before it had taken all bytes.
    Broken(Cause),
    /// All bytes were taken, but the word that they were printed did not come.
    Silent(Cause),
    /// The printer said that all is printed and cut.
    Printed,
}

impl JobState {
    /// The state after `event`. An event that has no place in this state changes nothing, so what
    /// has ended stays as it ended.
    #[must_use]
    pub fn after(self, event: JobEvent) -> Self {
        match (self, event) {
            (Self::Queued, JobEvent::Refused(cause)) => Self::Failed(cause),
            (Self::Queued, JobEvent::Begun) => Self::Sent,
            (Self::Sent, JobEvent::Broken(cause)) => Self::Failed(cause),
            (Self::Sent, JobEvent::Silent(cause)) => Self::Unknown(cause),
            (Self::Sent, JobEvent::Printed) => Self::Confirmed,
            (state, _) => state,
        }
    }

    /// Whether nothing more will become of it.
    #[must_use]
    pub fn has_ended(self) -> bool {
        self.result().is_some()
    }

    /// What to report to the service, and why; none while the job goes on.
    #[must_use]
    pub fn result(self) -> Option<(PaperResult, Option<Cause>)> {
        match self {
            Self::Queued | Self::Sent => None,
            Self::Confirmed => Some((PaperResult::Printed, None)),
            Self::Unknown(cause) => Some((PaperResult::Unknown, Some(cause))),
            Self::Failed(cause) => Some((PaperResult::Failed, Some(cause))),
        }
    }
}
