//! `xinmoi-kiosk search`: what the kiosk's search finds in a centre's folder.

use crate::view_model::Centre;
use anyhow::Result;
use queue_protocol::Language;
use serde::Serialize;
use std::io::Write;

/// A procedure that was found.
#[derive(Serialize)]
struct Row<'a> {
    code: &'a str,
    name: &'a str,
    letter: &'a str,
}

/// A query and its rows, best first.
#[derive(Serialize)]
struct Answer<'a> {
    query: &'a str,
    understood: Vec<String>,
    hits: Vec<Row<'a>>,
}

/// Writes to `terminal` what each query finds in `centre`, best first, at most `limit` rows: code, short name and the
/// letter of the service. With `json` a JSON object a line for each query.
///
/// # Errors
/// The terminal is gone.
pub fn search(
    centre: &Centre,
    queries: &[String],
    limit: usize,
    json: bool,
    terminal: &mut dyn Write,
) -> Result<()> {
    for query in queries {
        let found = centre.search(query, limit);
        let rows = found.hits.iter().filter_map(|hit| {
            let procedure = centre.procedure(hit.id as usize)?;
            Some(Row {
                code: &procedure.code,
                name: procedure.short.get(Language::VI),
                letter: &centre.service(&procedure.service)?.letter,
            })
        });
        let answer = Answer {
            query,
            understood: found.understood.iter().map(ToString::to_string).collect(),
            hits: rows.collect(),
        };
        if json {
            writeln!(terminal, "{}", serde_json::to_string(&answer)?)?;
        } else {
            write_plain(&answer, terminal)?;
        }
    }
    Ok(())
}

fn write_plain(answer: &Answer<'_>, terminal: &mut dyn Write) -> Result<()> {
    writeln!(terminal, "{}", answer.query)?;
    for understood in &answer.understood {
        writeln!(terminal, "  ({understood})")?;
    }
    for (place, row) in (1..).zip(&answer.hits) {
        writeln!(
            terminal,
            "  {place}. {}  {}  {}",
            row.code, row.letter, row.name
        )?;
    }
    if answer.hits.is_empty() {
        writeln!(terminal, "  -")?;
    }
    Ok(())
}
