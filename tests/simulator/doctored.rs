//! The checkers can fail: a true journal with one thing changed is not believed.

use crate::checkers::Checkers;
use crate::checkers::answers::Answers;
use crate::through_the_rules::{days, rules};
use anyhow::{Context as _, Result, ensure};
use queue_core::{Centre, Event, ReasonKind, Seq, TicketId};
use queue_service::writer::Reply;
use system_tests::folder::Fact;

/// Changes something of a true journal; `None` if it holds nothing to change.
type Doctor = fn(&mut [Fact]) -> Option<()>;

const DOCTORS: [(&str, Doctor); 8] = [
    ("a number given twice", |facts| {
        let places = places(facts, |event| matches!(event, Event::TicketIssued { .. }));
        facts[*places.get(1)?].event = facts[*places.first()?].event.clone();
        Some(())
    }),
    ("a visitor called twice at once", |facts| {
        let call = *places(facts, is_call).first()?;
        facts.get_mut(call + 1)?.event = facts[call].event.clone();
        Some(())
    }),
    ("a second visitor at one counter", |facts| {
        let call = *places(facts, is_call).get(3)?;
        let newest = newest_ticket(&facts[..call])?;
        let mut second = facts[call].event.clone();
        let Event::TicketCalled { ticket, .. } = &mut second else {
            return None;
        };
        *ticket = newest;
        facts.get_mut(call + 1)?.event = second;
        Some(())
    }),
    ("the newest called first", |facts| {
        let fair = |event: &Event| match event {
            Event::TicketCalled { reason, .. } => reason.kind == ReasonKind::FirstCome,
            _ => false,
        };
        let call = *places(facts, fair).last()?;
        let newest = newest_ticket(&facts[..call])?;
        let Event::TicketCalled { ticket, .. } = &mut facts[call].event else {
            return None;
        };
        *ticket = newest;
        Some(())
    }),
    ("a restoring lost", |facts| {
        forget(facts, |event| matches!(event, Event::TicketRestored { .. }))
    }),
    ("an opening lost", |facts| {
        forget(facts, |event| matches!(event, Event::CounterOpened { .. }))
    }),
    ("time that goes back", |facts| {
        facts.last_mut()?.at.0 -= 24 * 3600 * 1000;
        Some(())
    }),
    ("an event missing", |facts| {
        facts.last_mut()?.seq.0 += 1;
        Some(())
    }),
];

#[test]
fn a_doctored_journal_is_not_believed() -> Result<()> {
    let days = days(0)?;
    judge(&days.journal, &days.centre).context("as it was")?;
    for (name, doctor) in DOCTORS {
        let mut doctored = days.journal.clone();
        doctor(&mut doctored).with_context(|| format!("nothing to change: {name}"))?;
        ensure!(judge(&doctored, &days.centre).is_err(), "believed: {name}");
    }
    Ok(())
}

#[test]
fn a_lost_and_a_doubled_answer_are_noticed() -> Result<()> {
    let journal = days(0)?.journal;
    let asked: Vec<u64> = journal
        .iter()
        .filter(|fact| fact.asked)
        .map(|fact| fact.seq.0)
        .collect();
    let reply = |seq: u64| Reply {
        status: 200,
        body: seq.to_string(),
    };
    let all = || -> Result<Answers> {
        let mut answers = Answers::default();
        asked
            .iter()
            .try_for_each(|seq| answers.take(*seq, reply(*seq)).map(drop))?;
        Ok(answers)
    };
    all()?.check(&journal)?;
    ensure!(
        all()?.take(asked[0], reply(asked[1])).is_err(),
        "another answer under one key"
    );
    let mut doubled = all()?;
    doubled.take(u64::MAX, reply(asked[0]))?;
    ensure!(doubled.check(&journal).is_err(), "one event in two answers");
    let (_, fewer) = journal.split_last().context("some events")?;
    let lost = all()?.check(fewer).is_err() || !journal.last().is_some_and(|fact| fact.asked);
    ensure!(lost, "an answer without its event");
    Ok(())
}

fn judge(facts: &[Fact], centre: &Centre) -> Result<()> {
    let mut checkers = Checkers::new(&rules()?);
    facts.iter().try_for_each(|fact| checkers.see(fact))?;
    checkers.agree_with_state(centre)
}

fn places(facts: &[Fact], wanted: impl Fn(&Event) -> bool) -> Vec<usize> {
    (0..facts.len())
        .filter(|place| wanted(&facts[*place].event))
        .collect()
}

fn is_call(event: &Event) -> bool {
    matches!(event, Event::TicketCalled { .. })
}

/// Something else stands where the event stood, so that the places of the others stay.
fn forget(facts: &mut [Fact], wanted: impl Fn(&Event) -> bool) -> Option<()> {
    facts[*places(facts, wanted).last()?].event = Event::ClockAccepted;
    Some(())
}

fn newest_ticket(facts: &[Fact]) -> Option<TicketId> {
    let newest = facts
        .iter()
        .rfind(|fact| matches!(fact.event, Event::TicketIssued { .. }));
    newest.map(|Fact { seq: Seq(seq), .. }| TicketId(*seq))
}
