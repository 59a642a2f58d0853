//! One board of a zone speaks; another one can take over between two calls.

use super::super::fake_device::{Scene, call};
use super::super::{DropReason, Order};
use super::scene;

/// Two boards of a zone that see the same calls.
fn zone() -> [Scene; 2] {
    let mut boards = [scene(), scene()];
    boards[1].set_speaks(false);
    boards
}

fn announce(boards: &mut [Scene; 2], id: u64) {
    for board in boards {
        board.obey(Order::Announce(id, call(id)));
    }
}

fn run(boards: &mut [Scene; 2], seconds: f64) {
    for board in boards {
        board.run(seconds);
    }
}

#[test]
fn a_board_that_does_not_speak_drops_what_the_other_must_have_spoken() {
    let mut boards = zone();
    announce(&mut boards, 1);
    run(&mut boards, 30.0);
    assert_eq!(boards[0].spoken(), [1]);
    assert!(boards[1].spoken().is_empty());
    assert_eq!(boards[1].dropped(), [(1, DropReason::Elsewhere)]);
}

#[test]
fn the_one_that_takes_over_speaks_what_the_other_left() {
    let mut boards = zone();
    announce(&mut boards, 1);
    announce(&mut boards, 2);
    run(&mut boards, 3.0);
    boards[0].set_speaks(false);
    boards[1].set_speaks(true);
    // The service says which calls were spoken: the board is told to withdraw them.
    boards[1].obey(Order::Withdraw(1));
    run(&mut boards, 60.0);
    announce(&mut boards, 3);
    run(&mut boards, 60.0);
    assert_eq!(boards[0].spoken(), [1], "its sentence is finished");
    assert_eq!(boards[1].spoken(), [2, 3]);
    let left = [(2, DropReason::Elsewhere), (3, DropReason::Elsewhere)];
    assert_eq!(boards[0].dropped(), left);
}
