//! The canonical form of JSON (RFC 8785), in which two texts of the same value are the same bytes, so that it can be
//! hashed and signed.

use std::fmt;

use super::super::number::Number;
use super::super::write;
use super::Json;

/// A number that the canonical form cannot say: RFC 8785 writes numbers as IEEE 754 doubles, and this one is none.
///
/// A fraction of up to 17 digits is the double that is nearest, as RFC 8785 has it: so many are what other programs print
/// a double with. A whole number must be that double exactly, and more digits must be those of a double.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotCanonical {
    number: Number,
}

/// With so many significant digits, programs print a double so that it can be read back (IEEE 754: `DBL_DECIMAL_DIG`).
const DIGITS: usize = 17;

impl Json {
    /// The canonical form: members sorted by UTF-16 code units, no space, numbers as ECMAScript prints them.
    ///
    /// ```
    /// # use codegen::support::Json;
    /// let json: Json = r#"{"b": 1.50, "a": ["\u00e9", 1e21, -0.0]}"#.parse().unwrap();
    /// assert_eq!(json.canonical().unwrap(), r#"{"a":["é",1e+21,0],"b":1.5}"#);
    /// let exact: Json = "12345678901234567891".parse().unwrap();
    /// assert!(exact.canonical().is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// A whole number, or a fraction of more than 17 digits, that changes when it is rounded to a double: two documents
    /// that differ would have the same form.
    pub fn canonical(&self) -> Result<String, NotCanonical> {
        let mut text = String::new();
        push(&mut text, self)?;
        Ok(text)
    }
}

fn push(text: &mut String, json: &Json) -> Result<(), NotCanonical> {
    match json {
        Json::Number(number) => text.push_str(&spelled(number)?),
        Json::Array(items) => push_list(text, ('[', ']'), items, push)?,
        Json::Object(members) => {
            let mut members: Vec<(&str, &Json)> = members.iter().collect();
            members.sort_by(|(one, _), (other, _)| one.encode_utf16().cmp(other.encode_utf16()));
            push_list(text, ('{', '}'), &members, |text, (name, value)| {
                text.push_str(&quoted(name));
                text.push(':');
                push(text, value)
            })?;
        }
        Json::String(string) => text.push_str(&quoted(string)),
        Json::Null | Json::Bool(_) => text.push_str(&json.to_string()),
    }
    Ok(())
}

fn push_list<T>(
    text: &mut String,
    (open, close): (char, char),
    entries: &[T],
    push: impl Fn(&mut String, &T) -> Result<(), NotCanonical>,
) -> Result<(), NotCanonical> {
    text.push(open);
    for (index, entry) in entries.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        push(text, entry)?;
    }
    text.push(close);
    Ok(())
}

/// A string with the escapes of RFC 8785 §3.2.2.2, which are those that the writer uses anyway.
fn quoted(string: &str) -> String {
    write::to_string(string).unwrap_or_default()
}

/// A number as ECMAScript prints it (ECMA-262 §6.1.6.1.20).
fn spelled(number: &Number) -> Result<String, NotCanonical> {
    let value = number.as_f64();
    let text = if value.is_finite() { ecmascript(value) } else { String::new() };
    let is_same = || Number::parse(&text).as_ref() == Some(number);
    let is_print_of_double = !number.is_integer() && number.view().n_digits() <= DIGITS && value.is_normal();
    if is_print_of_double || is_same() { Ok(text) } else { Err(NotCanonical { number: number.clone() }) }
}

fn ecmascript(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let scientific = format!("{:e}", value.abs());
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let digits = digits.replace('.', "");
    let point = exponent.parse::<i64>().unwrap_or_default() + 1;
    let sign = if value < 0.0 { "-" } else { "" };
    format!("{sign}{}", placed(&digits, point))
}

/// Digits with the decimal point behind the first `point` of them.
fn placed(digits: &str, point: i64) -> String {
    let count = i64::try_from(digits.len()).unwrap_or(i64::MAX);
    let zeros = |count: i64| "0".repeat(usize::try_from(count).unwrap_or_default());
    let split = |at: i64| digits.split_at_checked(usize::try_from(at).unwrap_or_default()).unwrap_or((digits, ""));
    match point {
        22.. | ..=-6 => {
            let (first, rest) = split(1);
            let dot = if rest.is_empty() { "" } else { "." };
            let sign = if point > 0 { "+" } else { "-" };
            format!("{first}{dot}{rest}e{sign}{}", (point - 1).unsigned_abs())
        }
        ..=0 => format!("0.{}{digits}", zeros(-point)),
        _ if count <= point => format!("{digits}{}", zeros(point - count)),
        _ => {
            let (whole, fraction) = split(point);
            format!("{whole}.{fraction}")
        }
    }
}

impl fmt::Display for NotCanonical {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the number {} is no double, so it has no canonical form (RFC 8785 §3.2.2.3)", self.number)
    }
}

impl std::error::Error for NotCanonical {}
