//! What breaks while the hall is spoken to: every call is shown and spoken all the same, whole and once, and the screen
//! marks the one that is heard.

use crate::heard::{Heard, Said};
use crate::lobby::Lobby;
use anyhow::{Result, ensure};
use queue_protocol::SoundState;
use queue_protocol::views::BoardHealth;

/// Those heard whole, in order.
fn whole(heard: &[Heard]) -> Vec<&Said> {
    let said = heard.iter().filter_map(|heard| match heard {
        Heard::Whole(said) => Some(said),
        Heard::Cut => None,
    });
    said.collect()
}

/// Each call was heard whole, once, in order, and marked meanwhile; a sound that was cut was begun again.
fn heard_and_marked(lobby: &Lobby, calls: &[Said], cuts: usize) -> Result<()> {
    let heard = lobby.heard(calls)?;
    ensure!(whole(&heard).into_iter().eq(calls), "{heard:?}");
    ensure!(heard.len() <= calls.len() + cuts, "{heard:?}");
    let mut marked = lobby.marked()?;
    marked.dedup();
    let called = calls.iter().map(|said| (said.number.clone(), said.counter));
    ensure!(called.eq(marked.iter().cloned()), "marked: {marked:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_burst_of_24_calls_with_a_recall_and_a_killed_service_during_it() -> Result<()> {
    let mut lobby = Lobby::open(24, 1.0).await?;
    let _board = lobby.board().await?;
    let mut calls = lobby.call(&lobby.counters).await?;
    lobby.wait_for_sentence(1)?;
    calls.push(lobby.recall(&calls[0]).await?);
    lobby.all_shown(&lobby.counters).await?;
    let begun = lobby.heard(&calls)?.len();
    ensure!(begun < calls.len(), "shown long before they are spoken");
    lobby.wait_for_sentence(begun + 3)?;
    lobby.restart_service()?;
    lobby.all_spoken(&lobby.counters).await?;
    heard_and_marked(&lobby, &calls, 0)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_service_is_killed_during_speech() -> Result<()> {
    let mut lobby = Lobby::open(3, 1.0).await?;
    let _board = lobby.board().await?;
    let calls = lobby.call(&lobby.counters).await?;
    lobby.wait_for_sentence(1)?;
    lobby.restart_service()?;
    lobby.all_shown(&lobby.counters).await?;
    lobby.all_spoken(&lobby.counters).await?;
    heard_and_marked(&lobby, &calls, 0)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_network_is_cut_during_speech() -> Result<()> {
    let lobby = Lobby::open(3, 1.0).await?;
    let _board = lobby.board().await?;
    let service = lobby.link.leads_to();
    let (early, late) = lobby.counters.split_at(2);
    let mut calls = lobby.call(early).await?;
    lobby.all_shown(early).await?;
    lobby.wait_for_sentence(1)?;
    lobby.link.lead_to(None);
    calls.extend(lobby.call(late).await?);
    lobby.wait_for_sentence(2)?;
    lobby.link.lead_to(service);
    lobby.all_shown(&lobby.counters).await?;
    lobby.all_spoken(&lobby.counters).await?;
    heard_and_marked(&lobby, &calls, 0)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sound_is_gone_during_speech_and_comes_back() -> Result<()> {
    let lobby = Lobby::open(3, 1.0).await?;
    let _board = lobby.board().await?;
    let (early, late) = lobby.counters.split_at(2);
    let mut calls = lobby.call(early).await?;
    lobby.wait_for_sentence(1)?;
    let (here, gone) = (
        lobby.recordings(),
        lobby.recordings().with_extension("gone"),
    );
    std::fs::rename(&here, &gone)?;
    let silent = |board: &BoardHealth| board.sound == SoundState::Silent;
    lobby.board_until("that it is silent", silent).await?;
    calls.extend(lobby.call(late).await?);
    lobby.all_shown(&lobby.counters).await?;
    std::fs::rename(&gone, &here)?;
    lobby.all_spoken(&lobby.counters).await?;
    let ready = |board: &BoardHealth| board.sound == SoundState::Ready;
    lobby.board_until("that it can be heard", ready).await?;
    heard_and_marked(&lobby, &calls, 1)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_board_is_killed_during_speech() -> Result<()> {
    // By the service's clock its start takes a fifth of the time: what is older than 20 s nobody says.
    let lobby = Lobby::open(3, 0.2).await?;
    let board = lobby.board().await?;
    let calls = lobby.call(&lobby.counters).await?;
    let first = usize::from(calls[0].counter) - 1;
    lobby.all_spoken(&lobby.counters[first..=first]).await?;
    lobby.wait_for_sentence(2)?;
    board.kill()?;
    let _board = lobby.board().await?;
    lobby.all_shown(&lobby.counters).await?;
    lobby.all_spoken(&lobby.counters).await?;
    let heard = lobby.heard(&calls)?;
    let mut said = whole(&heard);
    // It may have died between the end of a sentence and the receipt.
    said.dedup();
    ensure!(said.into_iter().eq(&calls), "{heard:?}");
    ensure!(heard.len() <= calls.len() + 1, "{heard:?}");
    Ok(())
}
