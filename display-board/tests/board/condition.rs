//! How the board says it does.

use crate::hall::{board, busy, s};
use crate::layouts::read;
use display_board::view_model::{Board, Deed, News};
use queue_protocol::{BoardState, Language, LayoutTrouble, SoundState};
use std::sync::Arc;
use voice_announcer::{Health, Report};

fn told(board: &mut Board) -> Vec<BoardState> {
    let deeds = board.deeds().into_iter();
    let states = deeds.filter_map(|deed| match deed {
        Deed::Tell(state) => Some(state),
        _ => None,
    });
    states.collect()
}

fn ready() -> BoardState {
    BoardState {
        sound: SoundState::Ready,
        ..BoardState::default()
    }
}

#[test]
fn sound_is_told_when_it_changes() {
    let mut board = board(Language::VI);
    assert_eq!(told(&mut board), [ready()]);
    let gone = Health::Silent {
        reason: "unplugged".to_owned(),
    };
    for health in [gone, Health::Stuck, Health::Stopped] {
        board.hear(News::Voice(Report::Health(health)), s(1));
    }
    let silent = BoardState {
        sound: SoundState::Silent,
        ..BoardState::default()
    };
    assert_eq!(told(&mut board), [silent]);
    assert_eq!(told(&mut board), [], "once");
    board.hear(News::Voice(Report::Health(Health::Ready)), s(2));
    assert_eq!(told(&mut board), [ready()]);
}

#[test]
fn a_board_without_its_layout_says_so_and_goes_on_with_the_last_good_one() {
    let mut board = board(Language::VI);
    board.hear(busy().frame(), s(0));
    let own = Arc::new(read("phong-cho"));
    board.hear(News::Layout(Some(own), Arc::default()), s(0));
    let before = board.turn(s(1));
    told(&mut board);
    for trouble in [LayoutTrouble::Missing, LayoutTrouble::Unreadable] {
        board.hear(News::NoLayout(trouble), s(1));
        let state = BoardState {
            layout: Some(trouble),
            ..ready()
        };
        assert_eq!(told(&mut board), [state]);
        assert_eq!(board.turn(s(1)), before);
    }
    board.hear(News::Layout(None, Arc::default()), s(2));
    assert_eq!(told(&mut board), [ready()]);
}

#[test]
fn pictures_that_cannot_be_shown_are_counted_once_each_until_another_layout() {
    let mut board = board(Language::VI);
    told(&mut board);
    for digest in ["one", "two", "one"] {
        board.hear(News::LostPicture(digest.to_owned()), s(1));
    }
    let lost = BoardState {
        lost_pictures: 2,
        ..ready()
    };
    assert_eq!(told(&mut board), [lost]);
    board.hear(News::Layout(None, Arc::default()), s(2));
    assert_eq!(told(&mut board), [ready()]);
}
