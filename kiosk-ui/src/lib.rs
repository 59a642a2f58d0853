//! The visitor's screen: from a touch to a number on paper.
//!
//! | module | holds |
//! |---|---|
//! | [`command_line`], [`settings`], [`aloud_settings`] | what is said on the command line; the configuration file |
//! | [`commands`] | what can be done instead of opening the window |
//! | [`view_model`] | what is shown and done, without Slint: most of the tests are there |
//! | [`shell`] | Slint, the network and the printer |
//! | [`ledger`] | numbers given while the service is away, on the kiosk's disk |
//! | [`print_test`] | a sample slip from the terminal |
//! | [`pin`] | the PIN of the menu for staff |
//! | [`scan`], [`scan_lines`] | what a scanner sends, and the same from the terminal |
//! | [`search`], [`centre_folder`] | the search from the terminal, over a centre's folder |
//! | [`assets`] | where the files are that come with the program |
//! | [`wiring`] | joins the parts and runs the window |

pub mod aloud_settings;
pub mod assets;
pub mod centre_folder;
pub mod command_line;
pub mod commands;
pub mod ledger;
pub mod pin;
pub mod print_test;
pub mod scan;
pub mod scan_lines;
pub mod search;
pub mod settings;
pub mod shell;
pub mod view_model;
pub mod wiring;
