//! JSON values as Rust constants.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use crate::support::{Content, Json, Number, NumberView};

/// The names of the support module that some code uses.
pub(super) type Names = BTreeSet<&'static str>;

/// A string, in quotes. Most texts need no escapes, which is cheaper to see than to have each character escaped.
pub(super) fn string(text: &str) -> Literal {
    let is_plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\'));
    let plain = is_plain.then(|| ["\"", text, "\""].concat());
    plain.and_then(|plain| plain.parse().ok()).unwrap_or_else(|| Literal::string(text))
}

/// A `Constant`.
pub(super) fn constant(json: &Json, names: &mut Names) -> TokenStream {
    names.insert("Constant");
    match json {
        Json::Null => quote! { Constant::Null },
        Json::Bool(value) => quote! { Constant::Bool(#value) },
        Json::Number(number) => {
            let number = self::number(number, names);
            quote! { Constant::Number(#number) }
        }
        Json::String(text) => {
            let text = string(text);
            quote! { Constant::String(#text) }
        }
        Json::Array(items) => {
            let items = items.iter().map(|item| constant(item, names));
            quote! { Constant::Array(&[#(#items),*]) }
        }
        Json::Object(members) => {
            let members = members.iter().map(|(name, value)| {
                let (name, value) = (string(name), constant(value, names));
                quote! { (#name, #value) }
            });
            quote! { Constant::Object(&[#(#members),*]) }
        }
    }
}

/// A `NumberView`.
pub(super) fn number(number: &Number, names: &mut Names) -> TokenStream {
    names.insert("NumberView");
    match number.view() {
        NumberView::Unsigned(value) => {
            let value = unsigned(value);
            quote! { NumberView::Unsigned(#value) }
        }
        NumberView::Negative(value) => {
            let value = integer(value.into());
            quote! { NumberView::Negative(#value) }
        }
        NumberView::Float(value) => {
            let value = float(value);
            quote! { NumberView::Float(#value) }
        }
        NumberView::Text(text) => quote! { NumberView::Text(#text) },
    }
}

/// An integer literal in groups of three digits.
pub(super) fn unsigned(value: u64) -> TokenStream {
    literal(&grouped(&value.to_string()))
}

/// The name of a variant of the support module's `Content`.
pub(super) fn content(content: Content) -> Ident {
    format_ident!("{content:?}")
}

/// An integer, in groups of three digits, behind its sign.
pub(super) fn integer(value: i128) -> TokenStream {
    let magnitude = literal(&grouped(&value.unsigned_abs().to_string()));
    if value < 0 {
        quote! { -#magnitude }
    } else {
        magnitude
    }
}

/// An integer that says its type, for where nothing else does; beyond both types, none.
pub(super) fn suffixed(number: &Number) -> Option<TokenStream> {
    if let Some(value) = number.as_u64() {
        return Some(literal(&format!("{}u64", grouped(&value.to_string()))));
    }
    let magnitude = literal(&format!("{}i64", grouped(&number.as_i64()?.unsigned_abs().to_string())));
    Some(quote! { -#magnitude })
}

/// A float: the shortest decimal that reads back as the same.
fn float(value: f64) -> TokenStream {
    let text = format!("{:?}", value.abs());
    let (mantissa, exponent) = text.split_at(text.find('e').unwrap_or(text.len()));
    let magnitude = match mantissa.split_once('.') {
        Some((whole, fraction)) => literal(&format!("{}.{}{exponent}", grouped(whole), grouped_fraction(fraction))),
        None => literal(&text),
    };
    if value.is_sign_negative() {
        quote! { -#magnitude }
    } else {
        magnitude
    }
}

fn literal(text: &str) -> TokenStream {
    text.parse::<Literal>().map(|literal| quote! { #literal }).unwrap_or_default()
}

/// Digits with an underscore before every third from the right.
fn grouped(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    text
}

/// Digits with an underscore after every third from the left.
fn grouped_fraction(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (place, digit) in digits.char_indices() {
        if place > 0 && place.is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Names, constant, integer};
    use crate::support::Json;

    fn written(json: &str) -> String {
        let json: Json = json.parse().unwrap();
        constant(&json, &mut Names::new()).to_string().replace(' ', "")
    }

    #[test]
    fn long_numbers_are_grouped() {
        assert_eq!(written("1234567"), "Constant::Number(NumberView::Unsigned(1_234_567))");
        assert_eq!(written("-1234.56789"), "Constant::Number(NumberView::Float(-1_234.567_89))");
        assert_eq!(written("1e400"), "Constant::Number(NumberView::Text(\"1e400\"))");
        assert_eq!(written("1.2345678e29"), "Constant::Number(NumberView::Float(1.234_567_8e29))");
        assert_eq!(written("1e-9"), "Constant::Number(NumberView::Float(1e-9))");
        assert_eq!(integer(i64::MIN.into()).to_string().replace(' ', ""), "-9_223_372_036_854_775_808");
    }

    #[test]
    fn values_nest() {
        let expected = r#"Constant::Object(&[("a",Constant::Array(&[Constant::Null,Constant::Bool(true)]))])"#;
        assert_eq!(written(r#"{"a":[null,true]}"#), expected);
    }
}
