//! What the system tests, the demo and the load run share: a hall of built programs, a crowd that
//! uses it, a printer and a screen that exist only in memory.
#![forbid(unsafe_code)]

pub mod apps;
pub mod counter;
pub mod crowd;
pub mod fake_printer;
pub mod folder;
pub mod hall;
pub mod kiosk;
pub mod link;
pub mod procedures;
pub mod programs;
pub mod screen;
pub mod seeds;
pub mod stage;
pub mod stopped_time;
pub mod tally;
pub mod ten_years;
pub mod tmpfs;
