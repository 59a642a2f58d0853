//! Everything around the window fails, while nobody is here, on the way, and at the counter. Each time
//! the window says so, and then shows what is true.

use crate::hand::Act;
use crate::seat::{PATIENCE, Seat, Shown};
use crate::shift::nobody;
use anyhow::{Context as _, Result, ensure};
use queue_protocol::{IssueRequest, Language, Purpose};
use system_tests::hall::{Hall, Service};
use system_tests::programs::wait_for;
use system_tests::stage::Stage;

/// Goes through all of them, with one visitor.
pub fn through_faults(mut seat: Seat, stage: Stage) -> Result<()> {
    take_a_number(&stage)?;
    let Stage {
        hall, mut service, ..
    } = stage;
    let steps = [
        (None, "08:20"),
        (Some(Act::Next), "08:40"),
        (Some(Act::Serve), "09:00"),
    ];
    for (step, later) in steps {
        if let Some(act) = step {
            seat.answered(act)?.context("nothing was shown")?;
        }
        let called = step == Some(Act::Next);
        network_fails(&seat, &service, called)?;
        service = service_dies(&mut seat, service, &hall, (called, later))?;
        program_dies(&mut seat, &hall, called)?;
    }
    seat.act(Act::Finish, nobody)
}

fn take_a_number(stage: &Stage) -> Result<()> {
    let wish = IssueRequest {
        service: "tu-phap".to_owned(),
        purpose: Purpose::Submit,
        procedure: None,
        priority: None,
        language: Language::VI,
    };
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(stage.kiosk()?.issue(&wish, PATIENCE))?;
    Ok(())
}

fn network_fails(seat: &Seat, service: &Service, called: bool) -> Result<()> {
    let before = visitor(seat)?;
    seat.line.cut();
    shows(seat, called, true)?;
    seat.line.mend(&service.address);
    shows(seat, called, false)?;
    ensure!(
        before == visitor(seat)?,
        "another visitor after the network failed"
    );
    Ok(())
}

/// Killed, and started again at another address on a later minute of the same day.
fn service_dies(
    seat: &mut Seat,
    service: Service,
    hall: &Hall,
    (called, later): (bool, &str),
) -> Result<Service> {
    let before = visitor(seat)?;
    service.guard.kill()?;
    seat.line.cut();
    shows(seat, called, true)?;
    let service = hall.serve(&format!("2026-11-25T{later}:00+07:00"), 1.0)?;
    seat.ask(&service.address)?;
    seat.line.mend(&service.address);
    shows(seat, called, false)?;
    ensure!(
        before == visitor(seat)?,
        "another visitor after the service was killed"
    );
    Ok(service)
}

fn program_dies(seat: &mut Seat, hall: &Hall, called: bool) -> Result<()> {
    let before = visitor(seat)?;
    seat.kill_app()?;
    seat.start_app(hall)?;
    shows(seat, called, false)?;
    ensure!(
        seat.view()?.yours,
        "the counter is no longer this computer's"
    );
    ensure!(
        before == visitor(seat)?,
        "another visitor after the program died"
    );
    Ok(())
}

fn visitor(seat: &Seat) -> Result<Option<u64>> {
    Ok(seat.view()?.visitor.map(|visitor| visitor.id))
}

/// Waits until the window says so: whether somebody is on the way, whether the connection is lost and
/// with it the use of the large button.
fn shows(seat: &Seat, called: bool, lost: bool) -> Result<()> {
    let truth = Shown {
        called,
        lost,
        ready: !lost,
    };
    wait_for(PATIENCE, "the window to show the truth", || {
        Ok((seat.shown()? == truth).then_some(()))
    })
}
