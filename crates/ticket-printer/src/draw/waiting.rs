//! How many are before, and how long it may take: side by side, or one under the other on
//! narrow paper.

use super::measures::LINE;
use super::page::Page;
use super::style::Style;
use super::typesetter::Line;
use crate::slip::Slip;
use crate::wait::WaitMinutes;
use crate::wording::Wording;

/// A small label and what it labels.
struct Fact {
    label: Line,
    value: Line,
}

impl Fact {
    fn width(&self) -> u32 {
        self.label.width.max(self.value.width)
    }
}

pub fn draw(page: &mut Page<'_>, slip: &Slip, words: &Wording) {
    let measures = page.measures;
    let (label, value) = words.wait(slip.wait.map(WaitMinutes::from));
    // Words instead of figures are no larger than other text.
    let style = |known: bool| {
        if known {
            measures.value
        } else {
            measures.body.strong()
        }
    };
    let people = slip.people_ahead.map(|people| people.to_string());
    let people = people.as_ref().unwrap_or(&words.not_known);
    let ahead = fact(
        page,
        &words.ahead,
        people,
        style(slip.people_ahead.is_some()),
    );
    let wait = fact(page, label, &value, style(slip.wait.is_some()));
    if ahead.width() + wait.width() + 2 * measures.gap + LINE <= measures.content() {
        side_by_side(page, &ahead, &wait);
    } else {
        row(page, &ahead);
        row(page, &wait);
    }
    let note = if slip.people_ahead.is_some() {
        &words.ahead_may_rise
    } else {
        &words.taken_offline
    };
    page.paragraph(note, measures.body);
    page.rule();
}

fn fact(page: &mut Page<'_>, label: &str, value: &str, style: Style) -> Fact {
    Fact {
        label: page.typesetter.set_line(label, page.measures.body),
        value: page.typesetter.set_line(value, style),
    }
}

fn side_by_side(page: &mut Page<'_>, ahead: &Fact, wait: &Fact) {
    let measures = page.measures;
    let height = measures.body.line_height() + measures.value.line_height();
    let left = measures.margin;
    // The rule stands at 45 % unless one side needs more.
    let least = left + ahead.width() + measures.gap;
    let most = measures.width - left - wait.width() - measures.gap - LINE;
    let rule = (left + measures.content() * 45 / 100).min(most).max(least);
    page.reserve(height);
    page.bitmap.fill(rule, page.y + 6, LINE, height - 12, true);
    for (fact, x) in [(ahead, left), (wait, rule + LINE + measures.gap)] {
        page.write(&fact.label, x, page.y + fact.label.baseline);
        let baseline = measures.body.line_height() + value_baseline(measures.value);
        page.write(&fact.value, x, page.y + baseline);
    }
    page.skip(height);
}

/// Label at the left, value at the right, on one baseline; the value below if both do not fit.
fn row(page: &mut Page<'_>, fact: &Fact) {
    let measures = page.measures;
    if fact.label.width + measures.gap + fact.value.width > measures.content() {
        page.write(&fact.label, measures.margin, page.y + fact.label.baseline);
        page.skip(measures.body.line_height());
    } else {
        page.write(
            &fact.label,
            measures.margin,
            page.y + value_baseline(measures.value),
        );
    }
    let x = (measures.width - measures.margin).saturating_sub(fact.value.width);
    page.write(&fact.value, x, page.y + value_baseline(measures.value));
    page.skip(measures.value.line_height());
}

/// The baseline in a row of values, whatever the size of the words in it.
fn value_baseline(style: Style) -> u32 {
    (style.line_height() + style.capitals()) / 2
}
