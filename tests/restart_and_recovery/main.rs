//! Pulling the plug: killed processes, torn logs, damaged files, a full disk.
//!
//! A failure names its seed; `XINMOI_SEEDS=7` tries that one again.

mod damaged_file;
mod full_disk;
mod kills;
mod people;
mod record;
mod torn_log;
mod wire;

use tokio::sync::Mutex;

/// One test at a time: a process that is just being started has every open file of this one for a
/// moment, and so holds the locks of other tests' data folders.
static ONE_AT_A_TIME: Mutex<()> = Mutex::const_new(());
