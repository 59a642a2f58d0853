//! Someone changes the layout, following the documents alone, and the running board shows it.

use anyhow::Result;
use std::path::Path;
use std::time::Duration;
use system_tests::apps::App;
use system_tests::hall::Hall;
use system_tests::programs::{run, wait_for};
use system_tests::screen::{Region, Screen};

const PATIENCE: Duration = Duration::from_secs(60);
const MORNING: &str = "2026-11-25T07:35:00+07:00";

/// Counters to the left, everything else to the right.
fn swap_sides(centre: &Path) -> Result<()> {
    let file = centre.join("screens/sanh-lon.toml");
    let text = std::fs::read_to_string(&file)?;
    let text = text.replace("x = 32\n", "x = 952\n");
    std::fs::write(&file, text.replace("x = 996\n", "x = 32\n"))?;
    Ok(())
}

const fn counters_at(x: usize) -> Region {
    Region {
        x,
        y: 112,
        width: 892,
        height: 888,
    }
}

#[test]
fn a_layout_that_is_adopted_appears_on_the_running_board() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let hall = Hall::make(&folder.path().join("hall"), "khanh-hoa", |_| Ok(()))?;
    hall.device_with("board", "board", &["--screen", "sanh-lon"])?;
    let service = hall.serve(MORNING, 1.0)?;
    let screen = Screen::start(1920, 1080)?;
    let mut board = App::board(true).open(&hall, &service.address, &[], Some(&screen))?;
    screen.settle()?;
    let before = screen.look_at(counters_at(996))?;

    let centre = hall.path("centre");
    swap_sides(&centre)?;
    let adopted = run(hall.xinmoi()?.args(["centre", "adopt"]).arg(&centre))?;
    assert!(adopted.contains("now on"), "{adopted}");
    wait_for(PATIENCE, "the counters to stand on the left", || {
        Ok((screen.look_at(counters_at(32))? == before).then_some(()))
    })?;
    assert!(screen.look_at(counters_at(996))? != before);
    assert!(board.ended()?.is_none(), "without a restart");

    // One that nobody could show is found with its line, and is not adopted; the board stays as it is.
    let file = centre.join("screens/sanh-lon.toml");
    let text = std::fs::read_to_string(&file)?;
    std::fs::write(&file, text.replacen("x = 952", "x = 9520", 1))?;
    let (until, _) = text.split_once("x = 952").expect("it is moved");
    let (above, _) = until.rsplit_once("[[panels]]").expect("a panel");
    let place = format!("screens/sanh-lon.toml:{}: ", above.lines().count() + 1);
    for verb in ["check", "adopt"] {
        let refused = run(hall.xinmoi()?.args(["centre", verb]).arg(&centre));
        let said = refused.expect_err("it was taken").to_string();
        assert!(said.contains(&place), "{place} in {said}");
        assert!(
            said.contains("expected a place within 1920 × 1080"),
            "{said}"
        );
    }
    assert!(screen.look_at(counters_at(32))? == before);
    Ok(())
}
