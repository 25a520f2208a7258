//! The values at the edges of what the types of `PostgreSQL` can hold, and those that its readers take for something.

use super::super::agreement::tree::Tree;
use super::candidate::Candidate;

/// The values for a type.
pub(super) fn all(data_type: &str) -> Vec<Candidate> {
    let texts = |texts: &[&str]| texts.iter().map(|text| of(Tree::text(text))).collect::<Vec<_>>();
    match data_type {
        "timestamptz" => texts(TIMES),
        "integer" | "bigint" => numbers(INTEGERS).into_iter().chain(texts(NO_NUMBERS)).collect(),
        "numeric" => numbers(NUMBERS).into_iter().chain(long_numbers()).chain(texts(NO_NUMBERS)).collect(),
        "jsonb" => documents(),
        _ => long_texts().into_iter().chain([lone_surrogate()]).collect(),
    }
}

fn of(tree: Tree) -> Candidate {
    Candidate::of(Some(tree))
}

fn numbers(texts: &[&str]) -> Vec<Candidate> {
    texts.iter().map(|text| of(Tree::number(text))).collect()
}

const TIMES: &[&str] = &[
    "2016-12-31T23:59:60Z",
    "2016-12-31T23:59:60.999999Z",
    "2025-01-14T09:30:60Z",
    "2025-01-14T24:00:00Z",
    "2025-01-14T24:00:01Z",
    "0000-01-01T00:00:00Z",
    "0000-12-31T23:59:59.999999Z",
    "0001-01-01T00:00:00Z",
    "0001-01-01 00:00:00 BC",
    "9999-12-31T23:59:59.999999Z",
    "9999-12-31T23:59:59.9999999Z",
    "9999-12-31T23:59:60Z",
    "9999-12-31T23:59:59-00:01",
    "10000-01-01T00:00:00Z",
    "294276-12-31T23:59:59Z",
    "-0001-01-01T00:00:00Z",
    "2025-01-14T09:30:00.123456Z",
    "2025-01-14T09:30:00.1234567Z",
    "2025-01-14T09:30:00.123456789Z",
    "2025-01-14T09:30:00.00000000000000000001Z",
    "2025-01-14t09:30:00Z",
    "2025-01-14T09:30:00z",
    "2025-01-14T09:30:00+00:00",
    "2025-01-14T09:30:00-00:00",
    "2025-01-14T09:30:00+01:00",
    "2025-01-14T09:30:00+00",
    "2025-01-14T09:30:00",
    "2025-01-14 09:30:00+00:00",
    "2025-02-29T00:00:00Z",
    "1900-02-29T00:00:00Z",
    "2000-02-29T00:00:00Z",
    "20250114T093000Z",
    "infinity",
    "-infinity",
    "epoch",
    "now",
    "today",
    "January 8, 1999",
    "NaN",
];

const INTEGERS: &[&str] = &[
    "0",
    "-0",
    "0.0",
    "7.0",
    "1e3",
    "1.5e1",
    "0.5",
    "1e-400",
    "2147483646",
    "2147483647",
    "2147483648",
    "-2147483648",
    "-2147483649",
    "9223372036854775807",
    "9223372036854775808",
    "1e400",
];

const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "0e7",
    "-0.0e-7",
    "1",
    "1.0",
    "1.00000000000000000000000000000000000000000000000000000001",
    "-0.00000000000000000000000000000000000000000000000000000001",
    "0.99999999999999999999999999999999999999999999999999999999",
    "0.1e1",
    "100e-2",
    "1e-16383",
    "1e-16384",
    "1e-400000",
    "1e400",
    "-1e400",
    "1e131071",
    "1e131072",
    "1e400000",
];

const NO_NUMBERS: &[&str] =
    &["NaN", "Infinity", "-Infinity", "inf", "0x1", " 0.5 ", " 1 ", ".5", "+0.5", "0,5", "", "1_0"];

/// Digits in which no compression finds anything, below 1.
fn long_numbers() -> Vec<Candidate> {
    [4000, 8000, 16_383, 16_384]
        .map(|length| of(Tree::Number(format!("0.{}1", noise(length - 1, b"0123456789")))))
        .to_vec()
}

fn long_texts() -> Vec<Candidate> {
    let noise = noise(100_000, b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-");
    let texts = ["", "\u{0}", "\u{feff}", "\u{fffe}", "\u{10ffff}", "'\"\\;--", "\u{7f}\u{80}", "e\u{301}", &noise];
    texts.map(|text| of(Tree::text(text))).to_vec()
}

/// Half of a character beyond the first plane: no text, in JSON as in UTF-8.
fn lone_surrogate() -> Candidate {
    Candidate::strange(r#""\ud800""#, b"\xed\xa0\x80")
}

fn documents() -> Vec<Candidate> {
    let member = |value: Tree| Tree::Object(vec![("x".to_owned(), value)]);
    let deep = (0..120).fold(Tree::Null, |inner, _| member(inner));
    let wide = Tree::Object((0..2_000).map(|index| (format!("member {index}"), Tree::number("1"))).collect());
    let numbers = NUMBERS.iter().map(|text| member(Tree::number(text)));
    let texts = ["\0", "\u{10ffff}"].map(|text| Tree::Object(vec![(text.to_owned(), Tree::text(text))]));
    let strange = [r#"{"x":1,"x":2}"#, r#"{"x":"\ud800"}"#, r#"{"x":01}"#, r#"{"x":NaN}"#, "{", "", r#"{"x":1}{}"#];
    let strange = strange.map(|text| Candidate::strange(if text.is_empty() { " " } else { text }, text.as_bytes()));
    let trees = [deep, wide, Tree::Object(Vec::new()), Tree::Array(Vec::new())];
    numbers.chain(texts).chain(trees).map(of).chain(strange).collect()
}

/// Characters that look like chance, and are always the same.
fn noise(length: usize, alphabet: &[u8]) -> String {
    let mut state: u64 = 1;
    let mut next = || {
        // Knuth's linear congruential generator; its high bits are the good ones.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 40).unwrap_or(0) % alphabet.len()
    };
    (0..length).filter_map(|_| alphabet.get(next()).map(|byte| char::from(*byte))).collect()
}
