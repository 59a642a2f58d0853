//! The kiosk without a display: its state machine alone, its screens as pictures, and its buttons under a finger.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says where it broke"
)]

mod alone;
mod alone_given_up;
mod aloud;
mod aloud_screens;
mod aloud_words;
mod asking;
mod browsing;
mod browsing_hall;
mod choosing;
mod closed;
mod command_line;
mod disk;
mod finding;
mod hall;
mod halved_pictures;
mod hand;
mod helping;
mod keyboard;
mod ledger;
mod network;
mod pace;
mod patience;
mod pictures;
mod print_test;
mod reprints;
mod scanning;
mod scenes;
mod search;
mod slips;
mod staff;
mod targets;
mod third_language;
mod ticket;
mod touch;
mod translations;
mod visits;
mod voice;
mod walk;
