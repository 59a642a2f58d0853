//! A layout that does not come, one that nobody can show, and a picture that is none: the board goes on, and staff are
//! told.

use crate::told::told;
use anyhow::{Result, ensure};
use queue_client::{Client, LiveView, Token};
use queue_protocol::{HallView, LayoutTrouble};
use std::fs;
use system_tests::apps::App;
use system_tests::hall::Hall;
use system_tests::link::{Link, Lost, Reworded};
use system_tests::programs::run;
use system_tests::screen::{Region, Screen};

const MORNING: &str = "2026-11-25T07:35:00+07:00";
/// The calls of the waiting room's screen at half its size.
const CALLS: Region = Region {
    x: 0,
    y: 100,
    width: 540,
    height: 420,
};
/// It begins like a picture of 100 by 100 points, and there it ends.
const DAMAGED: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x64\0\0\0\x64\x08\x02\0\0\0";

#[tokio::test(flavor = "multi_thread")]
async fn a_board_goes_on_without_its_layout_and_without_a_picture_and_says_so() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let hall = Hall::make(&folder.path().join("hall"), "khanh-hoa", |_| Ok(()))?;
    hall.device_with("board", "board", &["--screen", "phong-cho"])?;
    let desk = hall.device("counter-1", "counter", Some(1))?;
    let service = hall.serve(MORNING, 1.0)?;
    let link = Link::start()?;
    link.lead_to(Some(service.address.trim_start_matches("http://").parse()?));
    let screen = Screen::start(540, 960)?;
    let mute = App::board(true).with_settings("\n[voice]\nenabled = false\n");
    let mut board = mute.open(&hall, &link.address(), &[], Some(&screen))?;
    let desk = Client::new(&service.address, Token::read(&desk.token_file)?)?;
    let newest = LiveView::<HallView>::follow(desk, "hall");
    told(&newest, "that it is there", |board| board.connected).await?;
    screen.settle()?;
    let before = screen.look_at(CALLS)?;

    link.lose(Some(Lost::Answer("GET /api/v1/screens/")));
    let centre = hall.path("centre");
    fs::write(centre.join("pictures/hong.png"), DAMAGED)?;
    let file = centre.join("screens/phong-cho.toml");
    let list = "pictures = [";
    let with_damaged = "pictures = [\"pictures/hong.png\", ";
    fs::write(
        &file,
        fs::read_to_string(&file)?.replace(list, with_damaged),
    )?;
    run(hall.xinmoi()?.args(["centre", "adopt"]).arg(&centre))?;
    let missing = Some(LayoutTrouble::Missing);
    told(&newest, "of the layout", |board| board.layout == missing).await?;
    ensure!(screen.look_at(CALLS)? == before, "it shows something else");

    // The service may be newer than the board.
    link.reword(Some(Reworded {
        answer_to: "GET /api/v1/screens/",
        word: "\"spotlight\"",
        other: "\"hologram!\"",
    }));
    link.lose(None);
    let unreadable = Some(LayoutTrouble::Unreadable);
    told(&newest, "that it cannot be shown", |board| {
        board.layout == unreadable
    })
    .await?;
    ensure!(screen.look_at(CALLS)? == before, "it shows something else");
    ensure!(board.ended()?.is_none(), "it ended");

    link.reword(None);
    let text = fs::read_to_string(&file)?;
    fs::write(&file, text.replace("seconds = 15", "seconds = 20"))?;
    run(hall.xinmoi()?.args(["centre", "adopt"]).arg(&centre))?;
    told(&newest, "of the picture alone", |board| {
        (board.layout, board.lost_pictures) == (None, 1)
    })
    .await?;
    ensure!(screen.look_at(CALLS)? == before, "it shows something else");
    ensure!(board.ended()?.is_none(), "it ended");
    Ok(())
}
