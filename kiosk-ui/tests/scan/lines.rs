//! `xinmoi-kiosk scan`: an answer a line, and nothing else.

use crate::centre::{catalogue, day};
use kiosk_ui::scan_lines::scan_lines;

fn answers(scanned: &[u8]) -> String {
    let mut told = Vec::new();
    scan_lines(&catalogue(), day("2026-11-25"), &mut &*scanned, &mut told).unwrap();
    String::from_utf8(told).unwrap()
}

#[test]
fn each_line_gets_one_answer() {
    let scanned = r"]Q1000061000001|000000001|Nguy\u1ec5n V\u0103n M\u1eabu|15081961|Nam|\t|20052021\r\n
000199000001||Tran Thi Thu|01011999|Nu|Xa Mau|20052022\r
h32.10.2-230930-0001\n

A012 \q \u12 \\
";
    let expected = "elderly\nnot-elderly\ndossier H32.10.2-230930-0001 -> tra-ket-qua collect\nignored\nignored\n";
    assert_eq!(answers(scanned.as_bytes()), expected);
}

#[test]
fn the_last_line_needs_no_end_and_bytes_no_encoding() {
    assert_eq!(
        answers(b"H32-230930-0001"),
        "dossier H32-230930-0001 -> tra-ket-qua collect\n"
    );
    assert_eq!(answers(b"\xff\xfe\n"), "ignored\n");
    assert_eq!(answers(b""), "");
}

#[test]
fn nothing_of_a_person_is_written() {
    let told = answers("000061000001||Nguyễn Văn Mẫu|15081961|Nam|Đường Mẫu|20052021\n".as_bytes());
    assert_eq!(told, "elderly\n");
}
