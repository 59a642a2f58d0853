//! What holds for every index and every query.

use proptest::prelude::*;
use proptest::sample::{Index as Pick, select};
use unicode_normalization::UnicodeNormalization;
use vietnamese::search::{Entry, Field, Hit, Index, Synonym};

use crate::fixtures::{PROCEDURES, find, find_all, find_at_most};

const SYLLABLES: [&str; 24] = [
    "giấy", "phép", "lái", "xe", "đất", "đai", "quyền", "sử", "dụng", "ký", "thay", "thai", "sản",
    "hoà", "nước", "ngoài", "B2", "TNHH", "y", "tế", "quý", "3", "chứng", "nhận",
];

fn name() -> impl Strategy<Value = String> {
    prop::collection::vec(select(&SYLLABLES[..]), 1..8).prop_map(|words| words.join(" "))
}

fn beginning(word: &str, letters: &Pick) -> String {
    let length = word.chars().count();
    word.chars().take(1 + letters.index(length)).collect()
}

fn one_of<'a>(words: &[&'a str], pick: &Pick) -> &'a str {
    words[pick.index(words.len())]
}

proptest! {
    #[test]
    fn any_beginnings_of_any_words_of_an_entry_find_it(
        names in prop::collection::vec(name(), 1..12),
        entry: Pick,
        picks in prop::collection::vec((any::<Pick>(), any::<Pick>()), 1..10),
        decomposed: bool,
        upper: bool,
    ) {
        let entries = (0..).zip(&names);
        let entries = entries.map(|(id, name)| Entry::new(id, 1).with(Field::OfficialName, name));
        let index = Index::build(entries, &[]);
        let wanted = entry.index(names.len());
        let words: Vec<_> = names[wanted].split(' ').collect();
        let typed = picks.iter().map(|(word, letters)| beginning(one_of(&words, word), letters));
        let mut query = typed.collect::<Vec<_>>().join(" ");
        if decomposed { query = query.nfd().collect(); }
        if upper { query = query.to_uppercase(); }
        let found = index.search(&query, usize::MAX);
        let is_found = found.hits.iter().any(|hit| hit.id as usize == wanted);
        prop_assert!(is_found, "{query} in {}", names[wanted]);
        prop_assert!(found.understood.is_empty());
    }

    #[test]
    fn a_real_name_is_found_by_any_of_its_words(
        row: Pick,
        picks in prop::collection::vec(any::<Pick>(), 1..8),
    ) {
        let row = row.index(PROCEDURES.len());
        let words: Vec<_> = PROCEDURES[row][1].split_whitespace().collect();
        let query: Vec<_> = picks.iter().map(|pick| one_of(&words, pick)).collect();
        let all = find_all(&query.join(" "));
        prop_assert!(all.hits.iter().any(|hit| hit.id as usize == row), "{query:?}");
    }

    #[test]
    fn hits_are_distinct_in_order_and_no_more_than_asked_for(
        query in "[a-zđấ]{1,4}( [a-zđấ]{1,4}){0,3}",
        limit in 0usize..9,
    ) {
        let all = find_all(&query).hits;
        let hits = find_at_most(&query, limit).hits;
        prop_assert_eq!(&hits[..], &all[..limit.min(all.len())]);
        let in_order = |one: &Hit, next: &Hit| one.score >= next.score && one.kind >= next.kind;
        prop_assert!(all.is_sorted_by(in_order));
        let mut ids: Vec<_> = all.iter().map(|hit| hit.id).collect();
        ids.sort_unstable();
        prop_assert!(ids.is_sorted_by(|one, next| one < next));
    }

    #[test]
    fn no_text_and_no_query_is_too_strange(
        name: String,
        popular: String,
        meaning: String,
        query: String,
        words in "[a-z0-9 ]{0,200}",
    ) {
        let expands_to = vec![meaning, name.clone()];
        let synonym = Synonym { query_folded: popular.clone(), expands_to };
        let entry = Entry::new(1, 1).with(Field::ShortName, &name);
        let index = Index::build([entry.with(Field::OtherName, &popular)], &[synonym]);
        for query in [&query, &words, &name, &popular] {
            prop_assert!(index.search(query, 3).hits.len() <= 1);
            find(query);
        }
    }
}
