//! Spans of the day and the volume at them.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use chrono::NaiveTime;
use proptest::prelude::*;
use voice_announcer::{ParseSpanError, Span, VolumePlan};

fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

fn span(text: &str) -> Span {
    text.parse().unwrap()
}

#[test]
fn a_span_holds_its_beginning_and_not_its_end() {
    let noon = span("11:30-13:00");
    for (at, inside) in [
        ("11:29", false),
        ("11:30", true),
        ("12:59", true),
        ("13:00", false),
    ] {
        assert_eq!(noon.contains(time(at)), inside, "{at}");
    }
    let night = span("22:00 - 06:00");
    for (at, inside) in [
        ("21:59", false),
        ("23:59", true),
        ("00:00", true),
        ("06:00", false),
    ] {
        assert_eq!(night.contains(time(at)), inside, "{at}");
    }
}

#[test]
fn what_is_no_span_is_refused() {
    for text in [
        "",
        "11:30",
        "11:30-",
        "11:30-24:30",
        "noon-13:00",
        "07:00-07:00",
        "7-8",
    ] {
        assert_eq!(text.parse::<Span>(), Err(ParseSpanError), "{text}");
    }
}

#[test]
fn quiet_wins_then_the_quietest_hour_then_the_usual() {
    let plan = VolumePlan {
        usual: 0.9,
        hours: vec![(span("06:00-08:00"), 0.5), (span("07:00-09:00"), 0.3)],
        quiet: vec![span("07:30-07:45")],
    };
    for (at, volume) in [
        ("05:00", 0.9),
        ("06:30", 0.5),
        ("07:10", 0.3),
        ("07:40", 0.0),
        ("08:30", 0.3),
    ] {
        assert!(
            (plan.at(Some(time(at))) - volume).abs() < f32::EPSILON,
            "{at}"
        );
    }
    assert!(
        (plan.at(None) - 0.9).abs() < f32::EPSILON,
        "the time is not known yet"
    );
}

proptest! {
    #[test]
    fn a_span_and_the_rest_of_the_day_share_no_minute(
        (a, b) in (0_u32..1440, 0_u32..1440).prop_filter("a span", |(a, b)| a != b), at in 0_u32..1440
    ) {
        let show = |minute: u32| format!("{:02}:{:02}", minute / 60, minute % 60);
        let inside = span(&format!("{}-{}", show(a), show(b)));
        let outside = span(&format!("{}-{}", show(b), show(a)));
        prop_assert_ne!(inside.contains(time(&show(at))), outside.contains(time(&show(at))));
        prop_assert_eq!(inside.to_string().parse::<Span>(), Ok(inside));
    }

    #[test]
    fn no_text_makes_a_span_panic(text in "\\PC{0,14}") {
        _ = text.parse::<Span>();
    }
}
