use queue_protocol::{BoardState, LayoutTrouble, SoundState};
use std::collections::BTreeSet;
use voice_announcer::Health;

/// How the board does, told whenever it changes.
#[derive(Debug, Default)]
pub(super) struct Condition {
    sound: SoundState,
    layout: Option<LayoutTrouble>,
    lost_pictures: BTreeSet<String>,
    told: BoardState,
}

impl Condition {
    /// The voice does well, or not.
    pub fn hear_voice(&mut self, health: &Health) {
        self.sound = match health {
            Health::Starting => SoundState::Starting,
            Health::Ready => SoundState::Ready,
            Health::Silent { .. } | Health::Stuck | Health::Stopped => SoundState::Silent,
        };
    }

    /// The board's own layout stands.
    pub fn arranged(&mut self) {
        self.layout = None;
        self.lost_pictures.clear();
    }

    /// The board's own layout cannot stand.
    pub fn keep_layout(&mut self, trouble: LayoutTrouble) {
        self.layout = Some(trouble);
    }

    /// A picture of the layout, by digest, cannot be shown.
    pub fn lose_picture(&mut self, digest: String) {
        self.lost_pictures.insert(digest);
    }

    /// The condition, if it is news.
    pub fn news(&mut self) -> Option<BoardState> {
        let state = BoardState {
            sound: self.sound,
            layout: self.layout,
            lost_pictures: u32::try_from(self.lost_pictures.len()).unwrap_or(u32::MAX),
        };
        (state != self.told).then(|| {
            self.told = state.clone();
            state
        })
    }
}
