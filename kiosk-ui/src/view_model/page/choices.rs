//! The screens on which a visitor chooses.

use super::super::Class;
use super::super::browse::has_agencies;
use super::super::find::{Find, MOST_HITS};
use super::super::hall::clock;
use super::super::kiosk::Kiosk;
use super::super::paging::{Fit, MOST, Measure, fit};
use super::super::step::Wish;
use super::{ChoosePage, ClassRow, FindPage, HomePage, ProcedureRow, ServiceRow, TakePage};
use chrono::{DateTime, FixedOffset};
use queue_protocol::{ClassEntry, Purpose};

/// More classes than this get a screen of their own.
const CLASSES_BESIDE_ORDINARY: usize = 4;
/// The names behind "Lĩnh vực khác" end before the line does.
const OTHERS_LETTERS: usize = 36;
/// So much of a query fits its field at the usual size.
const QUERY_LETTERS: usize = 24;

impl Kiosk {
    pub(super) fn home_page(&self, until: DateTime<FixedOffset>) -> HomePage {
        let taken = |purpose: &Purpose| self.hall.services(*purpose).next().is_some();
        HomePage {
            purposes: Purpose::ALL.iter().map(|p| (*p, taken(p))).collect(),
            until: clock(until),
            printer: self.printer_word(),
            by_itself: self.hall.by_itself.is_some(),
        }
    }

    pub(super) fn choose_page(
        &self,
        purpose: Purpose,
        first: usize,
        measure: &dyn Measure,
    ) -> ChoosePage {
        let language = self.visit.language;
        let services: Vec<_> = self.hall.services(purpose).skip(first).collect();
        let mut rows: Vec<ServiceRow> = services
            .iter()
            .map(|(today, named)| ServiceRow {
                code: named.code.clone(),
                letter: named.letter.clone(),
                name: named.name.get(language).to_owned(),
                intake: self.hall.intake(&named.code),
                waiting: self.hall.waiting(today),
                wait: self.hall.estimate(today.wait),
            })
            .collect();
        let heights: Vec<f32> = rows.iter().map(|row| measure.service(row)).collect();
        let Fit { rows: shown, left } = fit(&heights, &measure.services(), false);
        rows.truncate(shown);
        let mut behind = services[shown..].iter();
        let names = behind
            .by_ref()
            .map(|(_, named)| named.board_name.get(language));
        let others = (shown < services.len()).then(|| (first + shown, some_of(names)));
        ChoosePage {
            purpose,
            rows,
            left,
            has_agencies: self
                .hall
                .centre
                .as_deref()
                .is_some_and(|centre| has_agencies(centre, purpose)),
            others,
        }
    }

    pub(super) fn find_page(
        &self,
        purpose: Purpose,
        find: &Find,
        measure: &dyn Measure,
    ) -> FindPage {
        let hits = find.hits.get(find.first..).unwrap_or_default();
        let mut rows: Vec<ProcedureRow> = hits
            .iter()
            .take(MOST)
            .filter_map(|place| self.procedure_row(*place, purpose))
            .collect();
        let heights: Vec<f32> = rows.iter().map(|row| measure.procedure(row)).collect();
        let has_more = find.first > 0 || hits.len() > rows.len();
        let shown = fit(&heights, &measure.procedures(), has_more).rows;
        rows.truncate(shown);
        group_by_letter(&mut rows);
        let end = find.first + shown;
        FindPage {
            query: tail(
                &find.shown,
                if self.visit.large_text {
                    18
                } else {
                    QUERY_LETTERS
                },
            ),
            keys: find.keys,
            rows,
            shown: (find.first + 1, end),
            found: find.hits.len(),
            too_many: find.hits.len() >= MOST_HITS,
            understood: find.understood.clone().unwrap_or_default(),
            guidance: purpose != Purpose::Guidance
                && self.hall.services(Purpose::Guidance).next().is_some(),
            has_previous: !find.before.is_empty(),
            next: (end < find.hits.len()).then_some(end),
        }
    }

    pub(super) fn procedure_row(&self, place: usize, purpose: Purpose) -> Option<ProcedureRow> {
        let language = self.visit.language;
        let centre = self.hall.centre.as_deref()?;
        let procedure = centre.procedure(place)?;
        let service = centre.service_for(procedure, purpose)?;
        Some(ProcedureRow {
            place,
            name: procedure.short.get(language).to_owned(),
            letter: service.letter.clone(),
            service: service.board_name.get(language).to_owned(),
            intake: self.hall.intake(&service.code),
            waiting: self
                .hall
                .service(&service.code)
                .and_then(|s| self.hall.waiting(s)),
        })
    }

    pub(super) fn take_page(&self, wish: &Wish, asking: bool) -> TakePage {
        let language = self.visit.language;
        let centre = self.hall.centre.as_deref();
        let named = centre.and_then(|centre| centre.service(&wish.service));
        let today = self.hall.service(&wish.service);
        let name = named.map_or_else(String::new, |s| s.name.get(language).to_owned());
        let code = wish.procedure.as_deref();
        let procedure = centre.and_then(|centre| centre.procedure_of_code(code?));
        let classes: Vec<ClassRow> = centre
            .into_iter()
            .flat_map(super::super::centre::Centre::classes)
            .map(|class| class_row(class, class.name.get(language)))
            .collect();
        TakePage {
            purpose: wish.purpose,
            letter: named.map_or_else(String::new, |s| s.letter.clone()),
            service: procedure.map(|_| name.clone()),
            name: procedure.map_or(name, |p| p.short.get(language).to_owned()),
            counters: named.map_or_else(Vec::new, |s| s.counters.clone()),
            intake: self.hall.intake(&wish.service),
            waiting: today.and_then(|s| self.hall.waiting(s)),
            wait: today.and_then(|s| self.hall.estimate(s.wait)),
            priority_wait: today.and_then(|s| self.hall.estimate(s.priority_wait)),
            classes_apart: classes.len() > CLASSES_BESIDE_ORDINARY
                || ((self.visit.low_reach || self.visit.aloud) && !classes.is_empty()),
            classes,
            online: procedure.is_some_and(|p| p.online == Some(true)),
            any_commune: procedure.is_some_and(|p| p.any_commune),
            fee: procedure
                .and_then(|p| p.fee.as_ref())
                .map(|fee| fee.get(language).to_owned()),
            details: procedure.is_some(),
            asking,
        }
    }
}

impl Kiosk {
    /// As the choice, with the one class that a card has settled.
    pub(super) fn settled_page(&self, wish: &Wish, class: &Class, asking: bool) -> TakePage {
        let mut page = self.take_page(wish, asking);
        page.classes.retain(|row| row.code == *class);
        page
    }
}

fn class_row(class: &ClassEntry, name: &str) -> ClassRow {
    let bracket = name.find(" (").unwrap_or(name.len());
    ClassRow {
        code: Class(class.code.clone()),
        name: name[..bracket].to_owned(),
        note: name[bracket..].trim_start().to_owned(),
    }
}

/// Rows of one service stand together, in the order of each service's best row.
fn group_by_letter(rows: &mut [ProcedureRow]) {
    let letters: Vec<String> = rows.iter().map(|row| row.letter.clone()).collect();
    rows.sort_by_key(|row| letters.iter().position(|letter| *letter == row.letter));
}

/// As many names as a line holds.
fn some_of<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut line = String::new();
    for name in names {
        if line.chars().count() + name.chars().count() > OTHERS_LETTERS && !line.is_empty() {
            line.push_str(", …");
            break;
        }
        if !line.is_empty() {
            line.push_str(", ");
        }
        line.push_str(name);
    }
    line
}

/// The end of a long query, from the beginning of a word, after "…".
fn tail(query: &str, letters: usize) -> String {
    let skipped = query.chars().count().saturating_sub(letters);
    if skipped == 0 {
        return query.to_owned();
    }
    let end: String = query.chars().skip(skipped).collect();
    let word = end.trim_end().find(' ').map_or(0, |space| space + 1);
    format!("…{}", &end[word..])
}
