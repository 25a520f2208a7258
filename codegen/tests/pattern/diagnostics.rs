//! What is said about a pattern besides its verdict: engines, errors and repairs.

use codegen::pattern::{Engine, compile};

use crate::samples::PATTERNS;

#[test]
fn engines_are_the_cheapest() {
    let wrong: Vec<_> = PATTERNS
        .iter()
        .map(|(source, expected)| (source, expected, compile(source).unwrap().engine()))
        .filter(|(_, expected, engine)| *expected != engine)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn errors_say_where_and_how_to_write_it() {
    let cases = [
        (r"ab(c", "this group is never closed (byte 2)"),
        (r"a)", "this parenthesis closes no group; write `\\)` for the character (byte 1)"),
        (r"[a", "this class is never closed (byte 0)"),
        (r"x[b-a]", "this range ends before it starts (byte 2)"),
        (r"a{3,2}", "the least count is greater than the greatest (byte 1)"),
        (r"a{,5}", "a count needs its lower bound; write `{0,5}` (byte 1)"),
        (r"*a", "there is nothing here to repeat (byte 0)"),
        (r"^*", "an assertion cannot be repeated (byte 1)"),
        (r"^foo\Z", "ECMAScript has no such escape `\\Z`; ECMAScript writes the end of the text `$` (byte 4)"),
        (r"(?P<n>a)", "ECMAScript has no such group; ECMAScript names a group with `(?<name>…)` (byte 0)"),
        (r"\p{Nope}", "Unicode has no property `Nope` of characters (byte 0)"),
        (r"\2(a)", "Invalid character escape (byte 0)"),
        ("a\\", "a backslash at the end escapes nothing (byte 1)"),
    ];
    for (source, expected) in cases {
        assert_eq!(compile(source).unwrap_err().to_string(), expected, "{source}");
    }
}

#[test]
fn spellings_of_annex_b_are_repaired() {
    let cases = [
        (r"^\-?\d+$", r"^-?\d+$"),
        (r"^[\w-.]+$", r"^[\-\.0-9A-Z_a-z]+$"),
        (r"^{\@}]$", r"^\{@\}\]$"),
        (r"[\_a]", r"[_a]"),
    ];
    for (source, expected) in cases {
        assert_eq!(compile(source).unwrap().strict(), Some(expected), "{source}");
    }
}

#[test]
fn large_patterns_have_a_plan() {
    let cases = [
        (r"^.{1,100000}$", Engine::StraightLine),
        (r"^[a-z]{0,1000}x[a-z]{0,1000}$", Engine::Backtracking),
        (r"^\p{L}{3}-\p{L}{3}$", Engine::Automaton),
        (r"^a{99999999999}$", Engine::StraightLine),
    ];
    for (source, expected) in cases {
        assert_eq!(compile(source).unwrap().engine(), expected, "{source}");
    }
    let deep = "(".repeat(201) + &")".repeat(201);
    assert_eq!(compile(&deep).unwrap_err().offset(), 200);
}
