//! The tables, in numbered steps: `user_version` says which steps a file has been through.

use rusqlite::{Connection, TransactionBehavior};

/// Marks the file as a journal of this program (`XMJ1`), for `file` and for ourselves.
pub const APPLICATION_ID: i32 = 0x584D_4A31;

/// Every step, oldest first. A published step is never edited; a change is a new one.
pub const STEPS: &[&str] = &[
    include_str!("0001.sql"),
    include_str!("0002.sql"),
    include_str!("0003.sql"),
];

/// Why a file cannot be brought to the newest schema.
#[derive(Debug, thiserror::Error)]
pub enum SchemaError {
    /// It is not a journal of this program.
    #[error("it is not a journal of xinmoi")]
    Foreign,
    /// It has been through steps that this program does not know.
    #[error("it has schema {found}")]
    Newer {
        /// Steps it has been through.
        found: usize,
    },
    /// Its tables are not those that its steps made.
    #[error("its tables are not those of schema {0}")]
    Differs(usize),
    /// SQLite failed.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
}

/// Takes a new, empty file through every step of `steps`.
///
/// # Errors
/// [`rusqlite::Error`].
pub fn create(db: &mut Connection, steps: &[&str]) -> rusqlite::Result<()> {
    db.pragma_update(None, "application_id", APPLICATION_ID)?;
    run(db, steps, 0)
}

/// Takes a file through the steps that it has not been through, each in a transaction of its own,
/// and checks that its tables are then those of a new file.
///
/// # Errors
/// [`SchemaError`]; the file is as it was before the step that failed.
pub fn upgrade(db: &mut Connection, steps: &[&str]) -> Result<(), SchemaError> {
    let done = identity(db, steps)?;
    run(db, steps, done)?;
    check(db, steps)
}

/// Checks that a file has the tables of a schema that this program knows, not always the newest.
///
/// # Errors
/// [`SchemaError`].
pub fn check(db: &Connection, steps: &[&str]) -> Result<(), SchemaError> {
    let done = identity(db, steps)?;
    let mut fresh = Connection::open_in_memory()?;
    create(&mut fresh, &steps[..done])?;
    if tables(db)? == tables(&fresh)? {
        Ok(())
    } else {
        Err(SchemaError::Differs(done))
    }
}

/// How many steps the file has been through, at least one.
fn identity(db: &Connection, steps: &[&str]) -> Result<usize, SchemaError> {
    if pragma(db, "application_id")? != i64::from(APPLICATION_ID) {
        return Err(SchemaError::Foreign);
    }
    let found = pragma(db, "user_version")?;
    match usize::try_from(found) {
        Ok(0) | Err(_) => Err(SchemaError::Foreign),
        Ok(done) if done > steps.len() => Err(SchemaError::Newer { found: done }),
        Ok(done) => Ok(done),
    }
}

/// Everything in the file's schema: type, name and the statement that made it, by name.
///
/// # Errors
/// [`rusqlite::Error`].
pub fn tables(db: &Connection) -> rusqlite::Result<Vec<(String, String, Option<String>)>> {
    let mut statement = db.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY name")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    rows.collect()
}

fn run(db: &mut Connection, steps: &[&str], done: usize) -> rusqlite::Result<()> {
    for (number, step) in (1_i64..).zip(steps).skip(done) {
        let step_in_one = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        step_in_one.execute_batch(step)?;
        step_in_one.pragma_update(None, "user_version", number)?;
        step_in_one.commit()?;
    }
    Ok(())
}

fn pragma(db: &Connection, name: &str) -> rusqlite::Result<i64> {
    db.pragma_query_value(None, name, |row| row.get(0))
}
