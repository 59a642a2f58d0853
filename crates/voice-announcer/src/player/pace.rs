use std::time::Duration;

/// Lagging more than this behind the screens, a call is said once and in Vietnamese only.
const BRISK: Duration = Duration::from_secs(20);
/// Lagging more than this, in the short form.
const SHORT: Duration = Duration::from_secs(40);

/// How much of a call there is time for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Pace {
    Whole,
    Once,
    Short,
}

impl Pace {
    /// The voice lags by what the next call has waited already, and by the whole calls that wait behind it:
    /// those who are called last have waited longest, and are not called more slowly for it.
    pub fn of(waited: Duration, behind: Duration) -> Self {
        let lag = waited.max(behind);
        if lag > SHORT {
            Self::Short
        } else if lag > BRISK {
            Self::Once
        } else {
            Self::Whole
        }
    }
}
