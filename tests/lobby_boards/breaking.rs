//! What breaks while the hall is spoken to: every call is shown and spoken all the same.

use crate::lobby::Lobby;
use anyhow::Result;

#[tokio::test(flavor = "multi_thread")]
async fn a_burst_of_24_calls_and_a_recall_during_it_are_shown_and_spoken() -> Result<()> {
    let lobby = Lobby::open().await?;
    let _board = lobby.board()?;
    lobby.burst().await?;
    lobby.counters[4].api.recall().await?;
    lobby.all_heard().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_killed_during_speech_hears_again_what_was_shown_and_spoken() -> Result<()> {
    let mut lobby = Lobby::open().await?;
    let mut board = lobby.board()?;
    lobby.burst().await?;
    lobby.restart_service()?;
    lobby.counters[4].api.recall().await?;
    lobby.all_heard().await?;
    assert!(board.ended()?.is_none());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_board_killed_during_speech_speaks_when_it_is_back() -> Result<()> {
    let lobby = Lobby::open().await?;
    let board = lobby.board()?;
    lobby.burst().await?;
    board.kill()?;
    let _board = lobby.board()?;
    lobby.all_heard().await
}
