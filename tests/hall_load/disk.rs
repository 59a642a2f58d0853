//! What the disk allows: the time of one durable write of a page.

use crate::figures::Sample;
use anyhow::Result;
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

/// Writes a page in place and waits for the disk, `times` times, in a file inside `folder`, with a
/// pause before each: a disk and a processor that rest in between take longer.
pub fn fdatasync(folder: &Path, times: usize, pause: Duration) -> Result<Sample> {
    let mut file = tempfile::tempfile_in(folder)?;
    let page = [7_u8; 4096];
    file.write_all(&page)?;
    file.sync_all()?;
    let mut sample = Sample::default();
    for _ in 0..times {
        std::thread::sleep(pause);
        let start = Instant::now();
        file.seek(SeekFrom::Start(0))?;
        file.write_all(&page)?;
        file.sync_data()?;
        sample.add(start.elapsed());
    }
    Ok(sample)
}
