//! Receipts: a dossier's code alone, in an address, among words.

use crate::centre::meaning;
use kiosk_ui::scan::Meaning;
use queue_protocol::Purpose;

#[track_caller]
fn leads(text: &str, to: Option<(&str, &str, Purpose)>) {
    let expected = to.map_or(Meaning::Nothing, |(code, service, purpose)| {
        Meaning::Dossier {
            code: code.to_owned(),
            service: service.to_owned(),
            purpose,
        }
    });
    assert!(meaning(text) == expected);
}

const RESULTS: (&str, Purpose) = ("tra-ket-qua", Purpose::Collect);
const BUILDING: (&str, Purpose) = ("xay-dung", Purpose::Supplement);

#[test]
fn a_code_is_found_alone_in_an_address_and_among_words() {
    let (service, purpose) = RESULTS;
    let code = "H32.10.2-230930-0001";
    let found = Some((code, service, purpose));
    for text in [
        "H32.10.2-230930-0001",
        "h32.10.2-230930-0001\r\n",
        "]C1H32.10.2-230930-0001\t",
        "https://dichvucong.example.vn/tra-cuu?ma=H32.10.2-230930-0001&x=1",
        "https://example.vn/h32.10.2-230930-0001/",
        "Mã hồ sơ: H32.10.2-230930-0001, ngày hẹn 05/10",
        "H32.10.2 - 230930 - 0001",
        "H32 . 10 . 2-230930-0001",
    ] {
        leads(text, found);
    }
}

#[test]
fn the_older_form_begins_with_the_office_and_ends_with_the_province() {
    let (service, purpose) = BUILDING;
    let code = "000.00.18.H32-231002-0007";
    leads(code, Some((code, service, purpose)));
    let (service, purpose) = RESULTS;
    let code = "000.00.12.H32-231002-0007";
    leads(code, Some((code, service, purpose)));
}

#[test]
fn the_longest_beginning_counts_by_whole_parts() {
    let (service, purpose) = BUILDING;
    for code in ["H32.18-250702-0007", "H32.18.2-250702-1234567"] {
        leads(code, Some((code, service, purpose)));
    }
    let (service, purpose) = RESULTS;
    for code in [
        "H32-250702-0007",
        "H32.180-250702-0007",
        "H32.1-250702-0007",
    ] {
        leads(code, Some((code, service, purpose)));
    }
}

#[test]
fn what_leads_nowhere_leaves_the_visitor_to_choose() {
    for text in [
        "",
        "A012",
        "https://example.vn",
        // another province
        "H15.50.05.13-261008-0975",
        // impossible dates
        "H32.18-251332-0007",
        "H32.18-250230-0007",
        // part of something longer, too short, too long
        "XH32.18-250702-0007",
        "H32.18-250702-0007A",
        "H32.18-250702-007",
        "H32.18-250702-00070001",
        "H32.18.1.2.3-250702-0007",
        "H32.1800-250702-0007",
        "8934567890123",
        "WIFI:S:Sanh;T:WPA;P:12345678;;",
    ] {
        leads(text, None);
    }
}
