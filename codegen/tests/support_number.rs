//! Exact numbers against an oracle that computes with decimal digits, the long way.

#![expect(
    clippy::float_cmp,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "an oracle may be blunt: what it gets wrong fails the test"
)]

use std::cmp::Ordering;
use std::hash::{DefaultHasher, Hash, Hasher};

use codegen::support::number::NotFinite;
use codegen::support::{Integer, Number, NumberView};
use proptest::prelude::*;
use serde::de::IgnoredAny;

/// A decimal as a sign and digits above a common power of ten, 10^-FLOOR.
struct Oracle {
    is_negative: bool,
    digits: Vec<u8>,
}

const FLOOR: i64 = 120;

impl Oracle {
    fn of(spelling: &str) -> Self {
        let (is_negative, rest) = spelling.strip_prefix('-').map_or((false, spelling), |rest| (true, rest));
        let (mantissa, exponent) = rest.split_once(['e', 'E']).unwrap_or((rest, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let exponent: i64 = exponent.parse().unwrap();
        let zeros = exponent - i64::try_from(fraction.len()).unwrap() + FLOOR;
        let digits = format!("{whole}{fraction}{}", "0".repeat(zeros.try_into().unwrap()));
        Self { is_negative, digits: digits.trim_start_matches('0').bytes().map(|digit| digit - b'0').collect() }
    }

    fn cmp_digits(one: &[u8], two: &[u8]) -> Ordering {
        one.len().cmp(&two.len()).then_with(|| one.cmp(two))
    }

    fn cmp(&self, other: &Self) -> Ordering {
        match (self.is_negative && !self.digits.is_empty(), other.is_negative && !other.digits.is_empty()) {
            (false, false) => Self::cmp_digits(&self.digits, &other.digits),
            (true, true) => Self::cmp_digits(&other.digits, &self.digits),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
        }
    }

    /// Long division, keeping only the remainder.
    fn is_multiple_of(&self, divisor: &Self) -> bool {
        if divisor.digits.is_empty() {
            return self.digits.is_empty();
        }
        let mut remainder: Vec<u8> = Vec::new();
        for digit in &self.digits {
            remainder.push(*digit);
            let zeros = remainder.iter().take_while(|digit| **digit == 0).count();
            remainder.drain(..zeros);
            while Self::cmp_digits(&remainder, &divisor.digits) != Ordering::Less {
                remainder = Self::difference(&remainder, &divisor.digits);
            }
        }
        remainder.is_empty()
    }

    fn difference(one: &[u8], two: &[u8]) -> Vec<u8> {
        let mut borrow = 0;
        let mut digits: Vec<u8> = Vec::new();
        for place in 0..one.len() {
            let taken = borrow + two.iter().rev().nth(place).copied().unwrap_or(0);
            let digit = one[one.len() - 1 - place];
            borrow = u8::from(digit < taken);
            digits.push(digit + 10 * borrow - taken);
        }
        while digits.last() == Some(&0) {
            digits.pop();
        }
        digits.reverse();
        digits
    }

    fn whole(&self) -> Option<String> {
        let n_whole = self.digits.len().saturating_sub(FLOOR.try_into().unwrap());
        let is_whole = self.digits[n_whole..].iter().all(|digit| *digit == 0);
        let sign = if self.is_negative && n_whole > 0 { "-" } else { "" };
        let whole: String = self.digits[..n_whole].iter().map(|digit| char::from(digit + b'0')).collect();
        is_whole.then(|| format!("{sign}{}", if whole.is_empty() { "0" } else { &whole }))
    }
}

/// Spellings that often are equal in value, of machine size or just beyond.
fn spelling() -> impl Strategy<Value = String> {
    let whole = prop_oneof![Just("0".to_owned()), "[1-9][0-9]{0,3}", "[1-9][0-9]{14,21}", "[1-9]0{0,25}"];
    let fraction = prop_oneof![Just(String::new()), "\\.[0-9]{1,3}", "\\.[0-9]{1,20}", "\\.0{1,20}[0-9]"];
    let exponent = prop_oneof![Just(String::new()), "[eE][+-]?[0-9]", "[eE]-?[0-3][0-9]"];
    let near = prop_oneof![
        any::<u64>().prop_map(|value| value.to_string()),
        any::<i64>().prop_map(|value| value.to_string()),
        (any::<i64>(), 1_i64..9).prop_map(|(value, places)| format!("{value}e-{places}")),
        (-1_000_000_i32..1_000_000).prop_map(|value| format!("{:?}", f64::from(value) / 1000.0)),
        any::<u8>().prop_map(|value| (u128::from(u64::MAX) - 100 + u128::from(value)).to_string()),
        any::<u8>().prop_map(|value| (i128::from(i64::MIN) - 100 + i128::from(value)).to_string()),
        any::<u8>().prop_map(|value| ((1_u64 << 53) - 100 + u64::from(value)).to_string()),
    ];
    prop_oneof![("-?", whole, fraction, exponent).prop_map(|(a, b, c, d)| format!("{a}{b}{c}{d}")), near]
}

fn number(text: &str) -> Number {
    Number::parse(text).unwrap_or_else(|| panic!("{text} is a number"))
}

fn hash(number: &Number) -> u64 {
    let mut hasher = DefaultHasher::new();
    number.hash(&mut hasher);
    hasher.finish()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_is_that_of_the_decimals(one in spelling(), two in spelling()) {
        let expected = Oracle::of(&one).cmp(&Oracle::of(&two));
        prop_assert_eq!(number(&one).cmp(&number(&two)), expected);
        prop_assert_eq!(number(&two).cmp(&number(&one)), expected.reverse());
    }

    #[test]
    fn equal_decimals_are_equal_and_hash_alike(text in spelling(), n_zeros in 0_usize..20) {
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((&text, "0"));
        let point = if mantissa.contains('.') { "" } else { "." };
        let padded = format!("{mantissa}{point}0{}e{exponent}", "0".repeat(n_zeros));
        let exponent: i32 = exponent.parse().unwrap();
        let (whole, fraction) = padded.split_once(['e', '.']).unwrap();
        let fraction = fraction.split_once('e').unwrap().0;
        let shifted = format!("{whole}{fraction}e{}", exponent - i32::try_from(fraction.len()).unwrap());
        let has_leading_zero = shifted.trim_start_matches('-').starts_with('0');
        for other in [&padded, &shifted].into_iter().take(if has_leading_zero { 1 } else { 2 }) {
            prop_assert_eq!(number(&text), number(other));
            prop_assert_eq!(hash(&number(&text)), hash(&number(other)));
        }
    }

    #[test]
    fn multiples_are_those_of_long_division(value in spelling(), divisor in spelling()) {
        let expected = Oracle::of(&value).is_multiple_of(&Oracle::of(&divisor));
        prop_assert_eq!(number(&value).view().is_multiple_of(number(&divisor).view()), expected);
    }

    #[test]
    fn products_are_multiples(factor in 0_u64..1 << 40, divisor in 1_u64..1 << 40, places in 0_u32..30) {
        let product = format!("{}e-{places}", u128::from(factor) * u128::from(divisor));
        let divisor = format!("{divisor}e-{places}");
        prop_assert!(number(&product).view().is_multiple_of(number(&divisor).view()));
    }

    #[test]
    fn integers_are_those_without_a_fraction(text in spelling()) {
        let whole = Oracle::of(&text).whole();
        prop_assert_eq!(number(&text).is_integer(), whole.is_some());
        prop_assert_eq!(number(&text).as_u64(), whole.as_ref().and_then(|digits| digits.parse().ok()));
        prop_assert_eq!(number(&text).as_i64(), whole.as_ref().and_then(|digits| digits.parse().ok()));
        let integer = Integer::parse(&text);
        prop_assert_eq!(integer.is_some(), whole.is_some());
        if let (Some(integer), Some(whole)) = (integer, whole) {
            prop_assert_eq!(integer.as_number(), &number(&text));
            if whole.parse::<i128>().is_ok() || whole.parse::<u128>().is_ok() {
                prop_assert_eq!(integer.to_string(), whole);
            }
        }
    }

    #[test]
    fn a_spelling_reads_back_as_the_same_value_and_kind(text in spelling()) {
        let written = number(&text).to_string();
        prop_assert_eq!(Oracle::of(&written).cmp(&Oracle::of(&text)), Ordering::Equal);
        prop_assert_eq!(number(&written).to_string(), written);
    }

    #[test]
    fn the_nearest_float_is_that_of_the_text(text in spelling()) {
        prop_assert_eq!(number(&text).as_f64().to_bits(), text.parse::<f64>().unwrap().to_bits());
    }

    #[test]
    fn any_float_is_its_shortest_decimal(value in any::<f64>()) {
        match Number::try_from(value) {
            Ok(number) => {
                prop_assert_eq!(number.as_f64(), value);
                prop_assert_eq!(&number, &Number::parse(&format!("{value:?}")).unwrap());
                prop_assert_eq!(number.to_string(), format!("{value:?}"));
            }
            Err(NotFinite) => prop_assert!(!value.is_finite()),
        }
    }

    #[test]
    fn the_grammar_is_that_of_json(text in "[-+]?[0-9]{0,3}[.]?[0-9]{0,2}[eE]?[-+]?[0-9]{0,3}[-.e ]?") {
        let is_number = !text.contains(' ') && serde_json::from_str::<IgnoredAny>(&text).is_ok();
        prop_assert_eq!(Number::parse(&text).is_some(), is_number);
    }
}

#[test]
fn the_cheapest_exact_form_is_chosen() {
    let forms = [
        "0",
        "-0",
        "-1",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775809",
        "1.0",
        "0.1",
        "0.10000000000000000555",
        "0.30000000000000004",
        "1e400",
        "5e-324",
        "1e-400",
        "100000000000000000000",
    ];
    let spelled: Vec<String> = forms.iter().map(|text| format!("{:?}", NumberView::parse(text).unwrap())).collect();
    assert_eq!(
        spelled,
        [
            "Unsigned(0)",
            "Text(\"-0\")",
            "Negative(-1)",
            "Unsigned(18446744073709551615)",
            "Text(\"18446744073709551616\")",
            "Text(\"-9223372036854775809\")",
            "Float(1.0)",
            "Float(0.1)",
            "Text(\"0.10000000000000000555\")",
            "Float(0.30000000000000004)",
            "Text(\"1e400\")",
            "Float(5e-324)",
            "Text(\"1e-400\")",
            "Float(1e20)",
        ]
    );
}

#[test]
fn exponents_of_any_size_are_compared_without_being_expanded() {
    let huge = format!("1e{}", "9".repeat(60));
    let larger = format!("1e1{}", "0".repeat(60));
    let tiny = format!("1e-{}", "9".repeat(60));
    assert!(number(&huge) < number(&larger));
    assert_eq!(number(&format!("10e{}", "9".repeat(60))), number(&larger));
    assert_eq!(hash(&number(&format!("10e{}", "9".repeat(60)))), hash(&number(&larger)));
    assert!(number(&tiny) < number("1e-1000000000") && number("0") < number(&tiny) && number("-1") < number(&tiny));
    assert!(number(&huge).is_integer() && !number(&tiny).is_integer());
    assert!(!number("1e1000000000").view().is_multiple_of(number("7e-1000000000").view()));
    assert!(number("7e1000000000").view().is_multiple_of(number("7e-1000000000").view()));
    assert!(number("1e1000000000").view().is_multiple_of(number("0.0009765625").view()));
    assert!(number("0e1000000000") == number("0"));
    assert_eq!(number("1e1000000000").as_f64(), f64::INFINITY);
    assert_eq!(number("-1e1000000000").as_u64(), None);
}

#[test]
fn the_multiples_that_floats_get_wrong() {
    let is_multiple = |value, divisor| number(value).view().is_multiple_of(number(divisor).view());
    assert!(is_multiple("0.3", "0.1"));
    assert!(is_multiple("1.1", "0.01"));
    assert!(is_multiple("19.99", "0.01"));
    assert!(!is_multiple("0.0075", "0.001"));
    assert!(is_multiple("1e308", "0.5"));
    assert!(!is_multiple("1e308", "0.123456789"));
    assert!(is_multiple("12391239123", "1e-300"));
    assert!(is_multiple("0", "0.123") && is_multiple("0.0", "7") && !is_multiple("7", "0"));
    assert!(is_multiple("-4.2", "-0.7"));
    assert!(is_multiple("123456789012345678901234567890", "12345678901234567890123456789"));
    assert!(!is_multiple("123456789012345678901234567891", "12345678901234567890123456789"));
    assert!(is_multiple("5e30", "9765625000000000000000000000"), "2^26 5^38 divides 5^31 2^30 times a power of ten");
}

#[test]
fn a_view_that_is_no_number_counts_as_zero() {
    let zero = NumberView::Unsigned(0);
    for view in [NumberView::Text("one"), NumberView::Text(""), NumberView::Float(f64::NAN)] {
        assert_eq!((view, view.to_string().as_str(), view.as_f64()), (zero, "0", 0.0));
        assert_eq!(Number::from(view), Number::from(0_u8));
    }
    assert_eq!(NumberView::Negative(5), NumberView::Unsigned(5));
    assert_eq!(Number::from(NumberView::Negative(5)).view().as_u64(), Some(5));
}

#[test]
fn integers_convert_to_machine_integers_in_range() {
    let integer = |text| Integer::parse(text).unwrap();
    assert_eq!(u8::try_from(&integer("255.0")), Ok(255));
    assert!(u8::try_from(&integer("256")).is_err());
    assert_eq!(i8::try_from(&integer("-1.28e2")), Ok(-128));
    assert!(u64::try_from(&integer("1e20")).is_err());
    assert_eq!(integer("1e20").to_string(), "100000000000000000000");
    assert_eq!(integer("-1e38").to_string(), format!("-1{}", "0".repeat(38)));
    assert_eq!(integer("1e300").to_string(), "1e300");
    assert_eq!(integer("-0.0").to_string(), "0");
    assert!(Integer::try_from(number("0.5")).is_err() && Integer::try_from(1.5).is_err());
    assert_eq!(Integer::try_from(7.0).unwrap().view().as_u64(), Some(7));
}

#[test]
fn serde_json_keeps_what_it_can_say() {
    assert_eq!(serde_json::to_string(&[number("1"), number("-2"), number("1.0")]).unwrap(), "[1,-2,1.0]");
    let wide = serde_json::to_string(&number("123456789012345678901234567890")).unwrap();
    assert!(["123456789012345678901234567890", "1.2345678901234568e+29", "1.2345678901234568e29"].contains(&&*wide));
    let read: Vec<Number> = serde_json::from_str("[1, -2, 1.0, 18446744073709551615]").unwrap();
    assert_eq!(read, ["1", "-2", "1", "18446744073709551615"].map(number));
    assert!(serde_json::from_str::<Integer>("1.5").is_err());
    assert!(serde_json::from_str::<Number>("\"1\"").is_err());
    assert!(serde_json::from_str::<Number>(r#"{"number": "1"}"#).is_err());
    assert_eq!(serde_json::from_value::<Integer>(serde_json::json!(7.0)).unwrap().to_string(), "7");
}
