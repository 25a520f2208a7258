//! Sets of bytes as patterns and as tests, in the words that Rust has for them.

use std::cmp::Reverse;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::pattern::byte_set::ByteSet;

/// The pattern of a byte of `set`: `b'a'..=b'z' | b'_'`.
pub(super) fn pattern(set: ByteSet) -> TokenStream {
    if set.is_full() {
        return quote!(_);
    }
    let mut ranges = set.ranges();
    ranges.sort_by_key(|(first, last)| (rank(*first, *last), *first));
    let ranges = ranges.into_iter().map(|(first, last)| range(first, last));
    quote!(#(#ranges)|*)
}

/// Letters and digits come before the rest, as one writes them.
fn rank(first: u8, last: u8) -> Reverse<(bool, bool, bool)> {
    let both = |test: fn(&u8) -> bool| test(&first) && test(&last);
    Reverse((
        both(u8::is_ascii_lowercase),
        both(u8::is_ascii_uppercase),
        both(u8::is_ascii_digit),
    ))
}

fn range(first: u8, last: u8) -> TokenStream {
    let (from, to) = (
        Literal::byte_character(first),
        Literal::byte_character(last),
    );
    match last - first {
        0 => quote!(#from),
        1 => quote!(#from | #to),
        _ => quote!(#from..=#to),
    }
}

/// What a variable `byte` is.
#[derive(Clone, Copy)]
pub(super) enum Item {
    /// A byte.
    Value,
    /// A reference to one.
    Reference,
}

/// Whether `byte` is in `set`.
pub(super) fn test(set: ByteSet, item: Item) -> TokenStream {
    if let Some(test) = named(set) {
        return quote!(byte.#test());
    }
    let complement = set.complement();
    if let Some(test) = named(complement) {
        return quote!(!byte.#test());
    }
    let byte = match item {
        Item::Value => quote!(byte),
        Item::Reference => quote!(*byte),
    };
    let pattern = pattern(described(set));
    match (is_equality(set), is_exclusive(set)) {
        (true, false) => quote!(#byte == #pattern),
        (true, true) => quote!(#byte != #pattern),
        (false, false) => quote!(matches!(byte, #pattern)),
        (false, true) => quote!(!matches!(byte, #pattern)),
    }
}

/// Whether the set is better described by what it leaves out.
pub(super) fn is_exclusive(set: ByteSet) -> bool {
    !set.is_ascii() || set.complement().ranges().len() < set.ranges().len()
}

/// Whether the test of a set is a long one.
pub(super) fn is_long(set: ByteSet) -> bool {
    let is_named = named(set).is_some() || named(set.complement()).is_some();
    !is_named && described(set).ranges().len() > 1
}

/// Whether the test of a set is an operator between two bytes.
pub(super) fn is_equality(set: ByteSet) -> bool {
    described(set).single().is_some()
}

/// The set or its complement: which of the two is shorter to describe.
fn described(set: ByteSet) -> ByteSet {
    if is_exclusive(set) {
        set.complement()
    } else {
        set
    }
}

/// The standard library's name for a set.
fn named(set: ByteSet) -> Option<TokenStream> {
    let is = |test: fn(&u8) -> bool| (0..=u8::MAX).filter(test).collect::<ByteSet>() == set;
    if set == ByteSet::ASCII {
        Some(quote!(is_ascii))
    } else if is(u8::is_ascii_digit) {
        Some(quote!(is_ascii_digit))
    } else if is(u8::is_ascii_lowercase) {
        Some(quote!(is_ascii_lowercase))
    } else if is(u8::is_ascii_uppercase) {
        Some(quote!(is_ascii_uppercase))
    } else if is(u8::is_ascii_alphabetic) {
        Some(quote!(is_ascii_alphabetic))
    } else if is(u8::is_ascii_alphanumeric) {
        Some(quote!(is_ascii_alphanumeric))
    } else if is(u8::is_ascii_hexdigit) {
        Some(quote!(is_ascii_hexdigit))
    } else {
        None
    }
}
