//! The whole file, looked at: what a start cannot afford.

use super::replay::read_row;
use super::{ChainHead, OpenError, Reader};
use queue_core::{Event, Moment};
use rusqlite::Rows;
use sha2::{Digest as _, Sha256};

/// Events read in one go, so that a service that writes meanwhile can still empty its log.
const AT_A_TIME: u64 = 20_000;

impl Reader {
    /// Checks the file's pages, every row and its place in the chain, the order of time, and that
    /// tickets and centres are those of the events. `progress` is told how many of how many events
    /// are done. Gives the newest event.
    ///
    /// # Errors
    /// [`OpenError::Damaged`] with the first thing that is wrong.
    pub fn verify(&self, mut progress: impl FnMut(u64, u64)) -> Result<ChainHead, OpenError> {
        let sqlite = OpenError::sqlite(&self.file);
        let until = self.head()?.seq.0;
        progress(0, until);
        self.check_pages()
            .map_err(&sqlite)?
            .map_err(|what| self.damaged(what))?;
        let mut check = Check {
            head: ChainHead::EMPTY,
            tickets: 0,
        };
        while check.head.seq.0 < until {
            let before = check.head.seq.0;
            self.check_events(&mut check, until.min(before + AT_A_TIME))?;
            progress(check.head.seq.0, until);
        }
        let tickets = "SELECT count(*) FROM ticket WHERE id <= ?1";
        let tickets: u64 = self
            .db
            .query_row(tickets, [until], |row| row.get(0))
            .map_err(&sqlite)?;
        if tickets != check.tickets {
            return Err(self.damaged(format!("{tickets} tickets, {} issued", check.tickets)));
        }
        self.check_documents()
            .map_err(&sqlite)?
            .map_err(|what| self.damaged(what))?;
        Ok(check.head)
    }

    fn check_pages(&self) -> rusqlite::Result<Result<(), String>> {
        let first: String = self
            .db
            .pragma_query_value(None, "integrity_check", |row| row.get(0))?;
        Ok(if first == "ok" { Ok(()) } else { Err(first) })
    }

    fn check_events(&self, check: &mut Check, until: u64) -> Result<(), OpenError> {
        let sqlite = OpenError::sqlite(&self.file);
        let mut statement = self
            .db
            .prepare_cached(
                "SELECT seq, at, kind, version, device, body, hash FROM event \
                 WHERE seq > ?1 AND seq <= ?2 ORDER BY seq",
            )
            .map_err(&sqlite)?;
        let mut rows = statement
            .query([check.head.seq.0, until])
            .map_err(&sqlite)?;
        while check
            .next(&mut rows)
            .map_err(&sqlite)?
            .map_err(|what| self.damaged(what))?
        {}
        if check.head.seq.0 == until {
            Ok(())
        } else {
            Err(self.damaged(format!("event {until} is missing")))
        }
    }

    fn check_documents(&self) -> rusqlite::Result<Result<(), String>> {
        let mut statement = self
            .db
            .prepare("SELECT digest, document FROM centre_document")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (digest, document) = (row.get_ref(0)?.as_str()?, row.get_ref(1)?.as_str()?);
            if hex::encode(Sha256::digest(document)) != digest {
                return Ok(Err(format!("the text of centre {digest} was changed")));
            }
        }
        Ok(Ok(()))
    }

    fn damaged(&self, what: impl Into<String>) -> OpenError {
        OpenError::damaged(&self.file, what)
    }
}

/// How far the chain was followed.
struct Check {
    head: ChainHead,
    tickets: u64,
}

impl Check {
    /// Checks one more row; false at the end.
    fn next(&mut self, rows: &mut Rows<'_>) -> rusqlite::Result<Result<bool, String>> {
        let Some(row) = rows.next()? else {
            return Ok(Ok(false));
        };
        let (head, event) = match read_row(row, &self.head)? {
            Ok(read) => read,
            Err(what) => return Ok(Err(what)),
        };
        let back = head.at < self.head.at && self.head.at > Moment(0);
        if back && event != Event::ClockAccepted {
            return Ok(Err(format!(
                "event {} stands before the one before it in time",
                head.seq.0
            )));
        }
        self.tickets += u64::from(matches!(
            event,
            Event::TicketIssued { .. } | Event::TicketHandedIn { .. }
        ));
        self.head = head;
        Ok(Ok(true))
    }
}
