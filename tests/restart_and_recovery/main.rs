//! Pulling the plug: killed processes, torn logs, damaged files, a full disk.
//!
//! A failure names its seed; `XINMOI_SEEDS=7` tries that one again.

#![allow(clippy::indexing_slicing, reason = "a test may stop")]

mod damaged_file;
mod full_disk;
mod kills;
mod people;
mod record;
mod torn_log;
mod wire;
