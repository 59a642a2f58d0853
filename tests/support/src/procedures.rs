//! Invented procedures to search among: as many as a province has, with names as long as theirs.

use std::sync::LazyLock;
use vietnamese::search::{Entry, Field, Index, Synonym};

const PROCEDURES: u32 = 2600;

/// From the commonest to the costliest: whole words, one letter, synonyms, leftovers, slips,
/// nonsense, long queries.
pub const QUERIES: [&str; 12] = [
    "giay phep lai xe",
    "cấp lại giấy phép lái xe",
    "c",
    "c d",
    "so do",
    "cap lai bang lai",
    "giaays pheps lais xe",
    "giay pehp lai xe",
    "chung thuc dang khi giap",
    "vfrtg nhyuj mkilo",
    "c d t g h n k l p b s x",
    "cap doi giay chung nhan quyen su dung dat quyen so huu nha o va tai san khac gan lien voi dat",
];

/// An index of 2,600 procedures: names of a median of 18 words, one in fifty over a hundred.
#[must_use]
pub fn index() -> Index {
    let mut dice = Dice(1);
    let procedures: Vec<_> = (0..PROCEDURES)
        .map(|at| {
            let length = if at % 50 == 0 { 55 } else { 3 + dice.throw(10) };
            let official = phrase(&mut dice, &COMPOUNDS, length);
            let short = official.split(' ').take(6).collect::<Vec<_>>().join(" ");
            let english = phrase(&mut dice, &ENGLISH, 3);
            let code = format!("{}.{:06}", 1 + at % 3, 1000 + at * 5);
            (short, official, english, code)
        })
        .collect();
    let entries = (0..)
        .zip(&procedures)
        .map(|(id, (short, official, english, code))| {
            Entry::new(id, 1 + u8::try_from(id % 4).unwrap_or(0))
                .with(Field::ShortName, short)
                .with(Field::OfficialName, official)
                .with(Field::EnglishName, english)
                .with(Field::Code, code)
        });
    Index::build(entries, &synonyms())
}

fn synonyms() -> Vec<Synonym> {
    let synonym = |query: &str, means: &[&str]| Synonym {
        query_folded: query.to_owned(),
        expands_to: means.iter().map(|&text| text.to_owned()).collect(),
    };
    let mut synonyms = vec![
        synonym("bang lai", &["giấy phép lái xe"]),
        synonym("so do", &["giấy chứng nhận quyền sử dụng đất"]),
        synonym("cc", &["căn cước", "chứng chỉ"]),
    ];
    synonyms.extend(COMPOUNDS.iter().take(97).map(|compound| {
        let initials: String = compound
            .split(' ')
            .filter_map(|word| word.chars().next())
            .collect();
        synonym(&format!("{initials}x"), &[compound])
    }));
    synonyms
}

fn phrase(dice: &mut Dice, compounds: &[&str], length: usize) -> String {
    let words: Vec<_> = (0..length)
        .map(|_| compounds[dice.throw(compounds.len())])
        .collect();
    words.join(" ")
}

/// A linear congruential generator: the same names in every run.
struct Dice(u32);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % sides
    }
}

static COMPOUNDS: LazyLock<Vec<&str>> = LazyLock::new(|| COMPOUND_WORDS.split(", ").collect());
static ENGLISH: LazyLock<Vec<&str>> = LazyLock::new(|| ENGLISH_WORDS.split(", ").collect());

const COMPOUND_WORDS: &str = "cấp, cấp lại, cấp đổi, gia hạn, thu hồi, điều chỉnh, đăng ký, thẩm định, chấp thuận, thông \
    báo, xác nhận, giấy phép, giấy phép lái xe, giấy chứng nhận, chứng chỉ, hành nghề, quyền sử \
    dụng đất, quyền sở hữu, tài sản, gắn liền với đất, nhà ở, kinh doanh, doanh nghiệp, hộ gia \
    đình, cá nhân, tổ chức, nước ngoài, người lao động, bảo hiểm, xã hội, y tế, thất nghiệp, khám \
    bệnh, chữa bệnh, dược phẩm, thực phẩm, an toàn, vệ sinh, môi trường, tác động, khoáng sản, \
    khai thác, thủy sản, tàu cá, nuôi trồng, trồng trọt, bảo vệ thực vật, thú y, kiểm dịch, lâm \
    nghiệp, rừng phòng hộ, xây dựng, công trình, quy hoạch, đô thị, nông thôn, hạ tầng, giao \
    thông, đường bộ, đường thủy, vận tải, phương tiện, biển số, phù hiệu, đào tạo, giáo dục, \
    trường học, văn bằng, tốt nghiệp, du lịch, lữ hành, hướng dẫn viên, văn hóa, thể thao, quảng \
    cáo, biểu diễn, nghệ thuật, báo chí, xuất bản, bưu chính, viễn thông, công nghệ, chuyển giao, \
    sở hữu trí tuệ, đo lường, chất lượng, hộ tịch, khai sinh, kết hôn, khai tử, nuôi con nuôi, \
    quốc tịch, công chứng, luật sư, đấu giá, lý lịch tư pháp, căn cước, hộ chiếu, thị thực, tạm \
    trú, phòng cháy, an ninh, trật tự, tôn giáo";

const ENGLISH_WORDS: &str = "registration, licence, permit, certificate, exchange, re-issue, extension, approval, land, \
    vehicle, driving, foreign, company, investment, insurance, marriage, birth, passport, visa, \
    construction, fishing, food safety, tourism, tax";
