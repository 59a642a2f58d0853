use super::*;
use proptest::prelude::*;

const MARKS: &str = "ẤẦẨẪẬ ẮẰẲẴẶ ỂỄỆ ỐỖỘ ỚỠỢ ỨỮỰ Ỹ Đ đ ngưỡng";

/// Paints one line alone and says which rows of its box, and of two more above and below, hold ink.
fn inked_rows(text: &str, style: Style) -> Vec<bool> {
    let mut typesetter = TypeSetter::default();
    let line = typesetter.set_line(text, style);
    let mut bitmap = Bitmap::new(line.width + 40, style.line_height() + 40);
    typesetter.paint(&line, 20, 20 + line.baseline, Ink::Black, &mut bitmap);
    bitmap
        .rows()
        .map(|row| row.iter().any(|byte| *byte != 0))
        .collect()
}

#[test]
fn stacked_marks_stay_inside_their_line() {
    for size in 22..=60 {
        for style in [Style::regular(size), Style::bold(size)] {
            let rows = inked_rows(MARKS, style);
            let first = rows.iter().position(|ink| *ink).expect("ink");
            let last = rows.iter().rposition(|ink| *ink).expect("ink");
            assert!(first > 20, "{style:?}: ink reaches above its line");
            assert!(
                last < 20 + style.line_height() as usize - 1,
                "{style:?}: ink reaches below"
            );
        }
    }
}

#[test]
fn composed_and_decomposed_text_look_alike() {
    let (nfc, nfd) = ("Quầy", "Qua\u{302}\u{300}y");
    assert_eq!(
        inked_rows(nfc, Style::bold(40)),
        inked_rows(nfd, Style::bold(40))
    );
}

#[test]
fn all_that_is_printed_is_in_the_fonts() {
    let mut typesetter = TypeSetter::default();
    for style in [Style::regular(26), Style::bold(26)] {
        let block = typesetter.set(&format!("{MARKS} – · : 0123456789"), style, 10_000);
        assert!(
            block.lines[0]
                .glyphs
                .iter()
                .all(|(key, ..)| key.glyph_id != 0)
        );
    }
}

#[test]
fn balanced_lines_are_as_few_and_more_even() {
    let mut typesetter = TypeSetter::default();
    let name = "Trung tâm Phục vụ hành chính công tỉnh Khánh Hòa";
    let greedy = typesetter.set(name, Style::bold(32), 552);
    let balanced = typesetter.set_balanced(name, Style::bold(32), 552);
    assert_eq!(greedy.lines.len(), 2);
    assert_eq!(balanced.lines.len(), 2);
    assert!(balanced.width() < greedy.width());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn nothing_is_lost_in_wrapping(
        words in prop::collection::vec("[a-zA-ZàảãáạăđêôơưƯ0-9]{1,30}", 1..30),
        width in 60u32..600,
    ) {
        let text = words.join(" ");
        let letters = words.iter().map(|word| word.chars().count()).sum::<usize>();
        let block = TypeSetter::default().set(&text, Style::regular(26), width);
        prop_assert!(block.width() <= width);
        let glyphs = block.lines.iter().map(|line| line.glyphs.len()).sum::<usize>();
        prop_assert!(glyphs >= letters, "{glyphs} glyphs for {letters} letters");
    }
}
