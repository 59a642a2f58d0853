//! One attempt of a history: drawn as plain numbers, given a meaning by the state it meets, so that
//! most attempts are sensible, some are not, and all of them shrink.

use proptest::prelude::*;
use proptest::sample::select;

#[derive(Debug, Clone)]
pub struct Step {
    pub wait_s: u16,
    pub verb: Verb,
    pub counter: u16,
    /// Whom or what it is about.
    pub pick: u16,
    /// By which of the ways that this verb knows.
    pub twist: u16,
}

#[derive(Debug, Clone, Copy)]
pub enum Verb {
    Issue,
    HandIn,
    Open,
    Close,
    Break,
    Back,
    Help,
    CallNext,
    Call,
    Recall,
    Serve,
    Finish,
    NextService,
    NoShow,
    Return,
    Hold,
    Resume,
    Transfer,
    Restore,
    Priority,
    Cancel,
    Report,
    Reprint,
    Clear,
    Turn,
}

pub fn step() -> impl Strategy<Value = Step> {
    use Verb::*;
    let verb = prop_oneof![
        16 => Just(Issue),
        16 => Just(CallNext),
        14 => select(vec![Serve, Finish, Finish, NextService, NoShow, Return, Hold]),
        8 => select(vec![Resume, Restore]),
        8 => select(vec![Transfer, Priority, Back, Help]),
        6 => select(vec![Recall, Call, Cancel, Open, Open]),
        3 => Just(HandIn),
        4 => select(vec![Report, Reprint, Clear, Close, Close, Break]),
        1 => prop_oneof![9 => Just(Issue), 1 => Just(Turn)],
    ];
    (0_u16..240, verb, 1_u16..4, 0_u16..1000, 0_u16..1000).prop_map(
        |(wait_s, verb, counter, pick, twist)| Step {
            wait_s,
            verb,
            counter,
            pick,
            twist,
        },
    )
}
