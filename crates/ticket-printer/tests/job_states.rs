//! The job's state machine, alone.

use proptest::prelude::*;
use ticket_printer::{Cause, JobEvent, JobState};

fn event() -> impl Strategy<Value = JobEvent> {
    let cause = prop::sample::select(Cause::ALL.to_vec());
    prop_oneof![
        cause.clone().prop_map(JobEvent::Refused),
        Just(JobEvent::Begun),
        cause.clone().prop_map(JobEvent::Broken),
        cause.prop_map(JobEvent::Silent),
        Just(JobEvent::Printed),
    ]
}

#[test]
fn the_four_ways_a_job_goes() {
    let run = |events: &[JobEvent]| {
        events
            .iter()
            .fold(JobState::Queued, |state, event| state.after(*event))
    };
    assert_eq!(
        run(&[JobEvent::Begun, JobEvent::Printed]),
        JobState::Confirmed
    );
    let refused = run(&[JobEvent::Refused(Cause::PaperOut)]);
    assert_eq!(refused, JobState::Failed(Cause::PaperOut));
    let broken = run(&[JobEvent::Begun, JobEvent::Broken(Cause::CutOff)]);
    assert_eq!(broken, JobState::Failed(Cause::CutOff));
    let silent = run(&[JobEvent::Begun, JobEvent::Silent(Cause::NoAnswer)]);
    assert_eq!(silent, JobState::Unknown(Cause::NoAnswer));
}

#[test]
fn causes_have_distinct_codes() {
    let codes: std::collections::BTreeSet<_> =
        Cause::ALL.iter().map(|cause| cause.code()).collect();
    assert_eq!(codes.len(), Cause::ALL.len());
}

proptest! {
    #[test]
    fn what_has_ended_stays_as_it_ended(events in prop::collection::vec(event(), 0..12)) {
        let mut state = JobState::Queued;
        for event in events {
            let next = state.after(event);
            if state.has_ended() {
                prop_assert_eq!(next, state);
            }
            // A slip on its way is never back in the queue, and never refused.
            prop_assert!(next != JobState::Queued || state == JobState::Queued);
            if matches!(event, JobEvent::Refused(_)) && state == JobState::Sent {
                prop_assert_eq!(next, JobState::Sent);
            }
            // Only a slip that was on its way is printed or in doubt.
            if matches!(next, JobState::Confirmed | JobState::Unknown(_)) && next != state {
                prop_assert_eq!(state, JobState::Sent);
            }
            state = next;
        }
    }
}
