//! The verdict at generation time against the judges.

use std::sync::LazyLock;

use codegen::pattern::{Compiled, compile};
use jsonschema::Validator;
use proptest::prelude::*;
use regress::Regex;

use crate::samples::{PATTERNS, random_pattern, text_for};

/// A pattern and what is asked about it.
struct Case {
    source: &'static str,
    pattern: Compiled,
    regex: Regex,
    /// Nothing if the crate refuses the pattern, as it does with much of ECMA-262.
    validator: Option<Validator>,
}

static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| PATTERNS.iter().map(|(source, _)| case(source)).collect());

/// The engine knows a later Unicode, which has assigned some more characters.
static UNASSIGNED: LazyLock<Compiled> = LazyLock::new(|| compile(r"\p{Unassigned}").unwrap());

fn case(source: &'static str) -> Case {
    let pattern = compile(source).unwrap();
    let regex = regex(&pattern, source);
    let validator = jsonschema::validator_for(&serde_json::json!({ "pattern": source })).ok();
    Case { source, pattern, regex, validator }
}

fn regex(pattern: &Compiled, source: &str) -> Regex {
    Regex::with_flags(pattern.strict().unwrap_or(source), "u").unwrap()
}

/// Whether the `jsonschema` crate reads the pattern as ECMA-262 does: its `.` takes most line terminators, and its `\b`
/// is Unicode's.
fn is_judged_by_jsonschema(source: &str, text: &str) -> bool {
    let has_terminator = text.contains(['\r', '\u{2028}', '\u{2029}']);
    let has_boundary = source.contains(r"\b") || source.contains(r"\B");
    let is_misread = (source.contains('.') && has_terminator) || (has_boundary && !text.is_ascii());
    !is_misread
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn patterns_agree(index in 0..PATTERNS.len(), choices in prop::collection::vec(any::<u16>(), 0..100)) {
        let Case { source, pattern, regex, validator } = &CASES[index];
        let text = text_for(source, &choices);
        let verdict = pattern.is_match(&text);
        let has_property = source.contains(r"\p") || source.contains(r"\P");
        if !(has_property && UNASSIGNED.is_match(&text)) {
            prop_assert_eq!(verdict, regex.find(&text).is_some(), "{} on {:?}", source, text);
        }
        if let Some(validator) = validator
            && is_judged_by_jsonschema(source, &text)
        {
            prop_assert_eq!(verdict, validator.is_valid(&text.as_str().into()), "{} on {:?}", source, text);
        }
    }

    #[test]
    fn random_patterns_agree(
        pieces in prop::collection::vec(any::<u16>(), 0..9),
        choices in prop::collection::vec(any::<u16>(), 0..40),
    ) {
        let source = random_pattern(&pieces);
        let strict = Regex::with_flags(&source, "u");
        match compile(&source) {
            Ok(pattern) => {
                prop_assert_eq!(pattern.strict().is_none(), strict.is_ok(), "{}", source);
                let text = text_for(&source, &choices);
                let expected = regex(&pattern, &source).find(&text).is_some();
                prop_assert_eq!(pattern.is_match(&text), expected, "{} on {:?}", source, text);
            }
            // The engine takes `\b+`, which the grammar does not.
            Err(error) => {
                let is_known = error.message() == "an assertion cannot be repeated";
                prop_assert!(strict.is_err() || is_known, "{}: {}", source, error);
            }
        }
    }
}
