-- Times are milliseconds since 1970-01-01T00:00Z; dates are the centre's, as YYYY-MM-DD.

-- One row: what this data folder is.
CREATE TABLE meta (
    one         INTEGER PRIMARY KEY CHECK (one = 1),
    journal_id  TEXT    NOT NULL,
    secret      BLOB    NOT NULL CHECK (length(secret) = 32),
    demo        INTEGER NOT NULL CHECK (demo IN (0, 1)),
    created_at  INTEGER NOT NULL,
    next_centre TEXT    REFERENCES centre_document (digest),
    next_from   TEXT
) STRICT;

-- The journal: every fact about a visit, each row chained to the one before by its hash.
CREATE TABLE event (
    seq     INTEGER PRIMARY KEY,
    at      INTEGER NOT NULL,
    kind    TEXT    NOT NULL,
    version INTEGER NOT NULL,
    device  INTEGER,
    body    TEXT    NOT NULL,
    hash    BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the journal is only appended to'); END;

CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the journal is only appended to'); END;

-- Projections: what reports read, kept in the same transaction as the events.

CREATE TABLE day (
    date      TEXT    PRIMARY KEY,
    first_seq INTEGER NOT NULL,
    last_seq  INTEGER,
    opened_at INTEGER NOT NULL,
    ended_at  INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE adoption (
    seq    INTEGER PRIMARY KEY,
    digest TEXT    NOT NULL REFERENCES centre_document (digest)
) STRICT;

CREATE TABLE ticket (
    id           INTEGER PRIMARY KEY,
    day          TEXT    NOT NULL,
    letter       TEXT    NOT NULL,
    count        INTEGER NOT NULL,
    service      TEXT    NOT NULL,
    purpose      TEXT    NOT NULL,
    procedure    TEXT,
    language     TEXT    NOT NULL,
    priority     INTEGER NOT NULL,
    head_start_s INTEGER NOT NULL,
    issued_by    INTEGER NOT NULL,
    arrived_at   INTEGER NOT NULL,
    state        TEXT    NOT NULL,
    counter      INTEGER,
    outcome      TEXT,
    dossiers     INTEGER,
    stay         INTEGER,
    UNIQUE (day, letter, count)
) STRICT;

-- The span of one ticket in one state at one place, from the event that began it.
CREATE TABLE stay (
    seq      INTEGER PRIMARY KEY,
    ticket   INTEGER NOT NULL,
    state    TEXT    NOT NULL,
    service  TEXT    NOT NULL,
    counter  INTEGER,
    priority INTEGER NOT NULL,
    began_at INTEGER NOT NULL,
    ended_at INTEGER,
    ended_by TEXT
) STRICT;

-- The span of one counter in one state under one officer, from the event that began it.
CREATE TABLE counter_span (
    seq      INTEGER PRIMARY KEY,
    counter  INTEGER NOT NULL,
    state    TEXT    NOT NULL,
    reason   TEXT,
    device   INTEGER NOT NULL,
    officer  INTEGER NOT NULL,
    began_at INTEGER NOT NULL,
    ended_at INTEGER,
    ended_by TEXT
) STRICT;

CREATE UNIQUE INDEX counter_span_open ON counter_span (counter) WHERE ended_at IS NULL;

CREATE TABLE call (
    id           INTEGER PRIMARY KEY,
    ticket       INTEGER NOT NULL,
    counter      INTEGER NOT NULL,
    officer      INTEGER,
    at           INTEGER NOT NULL,
    attempt      INTEGER NOT NULL,
    reason       TEXT,
    passed_over  TEXT,
    earlier_s    INTEGER,
    head_start_s INTEGER,
    chosen       TEXT
) STRICT;

-- Classes of priority, counted per day and joined to no ticket.
CREATE TABLE class_count (
    date  TEXT    NOT NULL,
    class TEXT    NOT NULL,
    n     INTEGER NOT NULL,
    PRIMARY KEY (date, class)
) STRICT, WITHOUT ROWID;

-- What changed something, with its exact answer, until the end of the next day.
CREATE TABLE answer (
    seq         INTEGER PRIMARY KEY,
    device      INTEGER NOT NULL,
    key         TEXT    NOT NULL,
    day         TEXT    NOT NULL,
    fingerprint BLOB    NOT NULL CHECK (length(fingerprint) = 32),
    status      INTEGER NOT NULL,
    body        TEXT    NOT NULL,
    UNIQUE (device, key)
) STRICT;

-- What administrators set up.

CREATE TABLE centre_document (
    digest    TEXT    PRIMARY KEY,
    document  TEXT    NOT NULL,
    stored_at INTEGER NOT NULL
) STRICT;

CREATE TABLE device (
    id         INTEGER PRIMARY KEY,
    name       TEXT    NOT NULL,
    role       TEXT    NOT NULL,
    zone       TEXT,
    counter    INTEGER,
    screen     TEXT,
    token      BLOB    NOT NULL UNIQUE CHECK (length(token) = 32),
    added_at   INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;

CREATE TABLE officer (
    number      INTEGER PRIMARY KEY,
    name        TEXT,
    pin_hash    TEXT    NOT NULL,
    may         TEXT    NOT NULL,
    added_at    INTEGER NOT NULL,
    disabled_at INTEGER
) STRICT;

CREATE TABLE pin_lock (
    device  INTEGER NOT NULL,
    officer INTEGER NOT NULL,
    wrong   INTEGER NOT NULL,
    newest  INTEGER NOT NULL,
    until   INTEGER,
    PRIMARY KEY (device, officer)
) STRICT, WITHOUT ROWID;

-- Which board of a zone speaks: the one that was chosen last.

ALTER TABLE device ADD COLUMN speaks_since INTEGER;

-- A visit may hold several services, so that what came of each stands on the stay that ended with it.
ALTER TABLE stay ADD COLUMN outcome TEXT;
ALTER TABLE stay ADD COLUMN dossiers INTEGER;

UPDATE stay SET (outcome, dossiers) = (SELECT outcome, dossiers FROM ticket WHERE id = stay.ticket)
WHERE ended_by = 'finished';
