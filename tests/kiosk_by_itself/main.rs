//! A kiosk whose service goes away: the built programs, killed at every step of a number's life. Each paper's number is in
//! the journal, once, and no number is given twice.

mod papers;
mod record;
mod stage;
mod unwritable;

use anyhow::{Result, ensure};
use fastrand::Rng;
use stage::{ANOTHER, PATIENCE, Stage};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use system_tests::link::Lost;
use system_tests::seeds::seeds;

/// One screen at a time is enough for this machine.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

fn alone<T>(test: impl FnOnce(Stage) -> Result<T>) -> Result<T> {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    test(Stage::open()?)
}

const HANDING_IN: &str = "POST /api/v1/tickets/offline ";
const GIVING_UP: &str = "POST /api/v1/tickets/Q001/cancel ";
const REPORTING: &str = "POST /api/v1/tickets/";
const ASKING: &str = "POST /api/v1/tickets ";

#[test]
fn numbers_go_on_through_an_outage_and_a_start_without_the_service() -> Result<()> {
    alone(|mut stage| {
        stage.service_dies()?;
        stage.wait_until_by_itself()?;
        stage.take()?;
        stage.wait_for_paper(1)?;
        stage.kiosk_dies()?;
        // The power went while a line was being written.
        stage.tear("{\"ticket\":{\"key\":\"Q0")?;
        stage.kiosk_starts()?;
        stage.take()?;
        stage.wait_for_paper(2)?;
        stage.service_starts()?;
        stage.wait_until_settled(2)?;
        let record = stage.record()?;
        ensure!(record.results("printed") == ["Q001", "Q002"], "{record:?}");
        Ok(())
    })
}

#[test]
fn a_kiosk_killed_before_and_amid_the_paper_keeps_the_number_and_says_so() -> Result<()> {
    alone(|mut stage| {
        stage.service_dies()?;
        for (number, bytes) in [(1, 0), (2, 3000)] {
            stage
                .printer
                .change(|now| now.stall_after_bytes = Some(bytes));
            stage.take()?;
            stage.wait_for_numbers(number)?;
            if bytes > 0 {
                stage.wait_for_bytes()?;
            }
            stage.kiosk_dies()?;
            stage.printer.change(|now| now.stall_after_bytes = None);
            stage.kiosk_starts()?;
        }
        stage.service_starts()?;
        stage.wait_until_settled(2)?;
        let record = stage.record()?;
        ensure!(record.results("unknown") == ["Q001", "Q002"], "{record:?}");
        Ok(())
    })
}

#[test]
fn killed_between_handing_in_and_its_answer_a_number_is_in_the_journal_once() -> Result<()> {
    alone(|mut stage| {
        stage.service_dies()?;
        stage.take()?;
        stage.wait_for_paper(1)?;
        stage.link.lose(Some(Lost::Answer(HANDING_IN)));
        stage.service_starts()?;
        ensure!(
            stage.link.wait_until_lost(PATIENCE),
            "nothing was handed in"
        );
        stage.kiosk_dies()?;
        stage.service_dies()?;
        stage.link.lose(None);
        stage.kiosk_starts()?;
        stage.service_starts()?;
        stage.wait_until_settled(1)?;
        stage.record().map(drop)
    })
}

#[test]
fn a_number_taken_by_mistake_is_cancelled_whenever_the_kiosk_is_killed() -> Result<()> {
    alone(|mut stage| {
        stage.service_dies()?;
        stage.take()?;
        stage.wait_for_paper(1)?;
        stage.give_up()?;
        stage.kiosk_dies()?;
        stage.kiosk_starts()?;
        stage.link.lose(Some(Lost::Answer(GIVING_UP)));
        stage.service_starts()?;
        ensure!(stage.link.wait_until_lost(PATIENCE), "nothing was given up");
        stage.kiosk_dies()?;
        stage.link.lose(None);
        stage.kiosk_starts()?;
        stage.wait_until_told(1)?;
        stage.wait_until_settled(1)?;
        let record = stage.record()?;
        let papers = record.results("printed");
        ensure!(papers.contains(&"Q001"), "its paper is known: {record:?}");
        ensure!(record.results("unknown").is_empty(), "{record:?}");
        ensure!(record.count("ticket_cancelled") == 1, "{record:?}");
        Ok(())
    })
}

#[test]
fn a_full_disk_gives_no_number_and_with_room_again_the_next_one() -> Result<()> {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(mut stage) = Stage::open_on_a_small_disk()? else {
        eprintln!("not tried: it takes the right to mount a disk");
        return Ok(());
    };
    stage.service_dies()?;
    stage.wait_until_by_itself()?;
    let filler = stage.fill_the_disk()?;
    stage.take()?;
    stage.wait_for_the_disk_to_refuse()?;
    ensure!(stage.numbers()?.is_empty(), "given, and not durable");
    std::fs::remove_file(filler)?;
    stage.go_home()?;
    stage.take()?;
    stage.wait_for_paper(1)?;
    stage.service_starts()?;
    stage.wait_until_settled(1)?;
    let record = stage.record()?;
    ensure!(record.results("printed") == ["Q002"], "{record:?}");
    Ok(())
}

#[test]
fn a_kiosk_that_cannot_write_gives_no_number_says_so_and_the_counters_know() -> Result<()> {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let mut stage = Stage::open_without_a_ledger()?;
    stage.service_dies()?;
    stage.wait_until_away()?;
    let told = stage.screen.settle()?;
    stage.touch_the_usual_way()?;
    ensure!(
        told.differs(&stage.screen.settle()?) < ANOTHER,
        "it still says that it gives no numbers"
    );
    ensure!(stage.printer.seen().slips().count() == 0, "a slip");
    stage.service_starts()?;
    stage.take()?;
    stage.wait_for_slips(1)
}

#[test]
fn a_question_whose_answer_is_lost_makes_one_ticket() -> Result<()> {
    alone(|stage| {
        stage.link.lose(Some(Lost::Answer(ASKING)));
        stage.take()?;
        stage.wait_for_paper(1)?;
        stage.wait_until_settled(1)?;
        stage.link.lose(None);
        let record = stage.record()?;
        ensure!(record.count("ticket_issued") == 1, "{record:?}");
        ensure!(
            record.count("ticket_cancelled") == 1,
            "what the lost answer was about is given up: {record:?}"
        );
        Ok(())
    })
}

#[test]
fn killed_at_any_moment_a_kiosk_loses_no_paper() -> Result<()> {
    const KILLS: u32 = 5;
    alone(|mut stage| {
        stage.service_dies()?;
        let seed = seeds(1)?.into_iter().next().unwrap_or_default();
        let mut random = Rng::with_seed(seed);
        for _ in 0..KILLS {
            stage.choose()?;
            stage.touch_ordinary()?;
            std::thread::sleep(Duration::from_millis(random.u64(0..400)));
            stage.kiosk_dies()?;
            stage.kiosk_starts()?;
        }
        stage.service_starts()?;
        let given = stage.numbers()?.len();
        stage.wait_until_settled(given)?;
        stage.record().map(drop)
    })
}

#[test]
fn a_kiosk_killed_between_a_reprint_and_its_report_prints_no_second_one() -> Result<()> {
    alone(|mut stage| {
        stage.take()?;
        stage.wait_for_slips(1)?;
        stage.wait_for_reports(1)?;
        stage.link.lose(Some(Lost::Request(REPORTING)));
        stage.ask_for_reprint()?;
        stage.wait_for_slips(2)?;
        ensure!(stage.link.wait_until_lost(PATIENCE), "no report was tried");
        stage.kiosk_dies()?;
        stage.link.lose(None);
        stage.kiosk_starts()?;
        stage.wait_for_reports(2)?;
        let unknown = stage.journal()?.results("unknown").len();
        ensure!(unknown == 1, "staff are told that nobody knows");
        ensure!(
            stage.printer.seen().slips().count() == 2,
            "a second reprint"
        );
        Ok(())
    })
}
