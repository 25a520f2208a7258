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
    Reverse((both(u8::is_ascii_lowercase), both(u8::is_ascii_uppercase), both(u8::is_ascii_digit)))
}

fn range(first: u8, last: u8) -> TokenStream {
    let (from, to) = (Literal::byte_character(first), Literal::byte_character(last));
    match last - first {
        0 => quote!(#from),
        _ if last == u8::MAX => quote!(#from..),
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
    let complement = set.complement();
    if let Some(method) = method(set) {
        return quote!(byte.#method());
    }
    if let Some(method) = method(complement) {
        return quote!(!byte.#method());
    }
    let byte = match item {
        Item::Value => quote!(byte),
        Item::Reference => quote!(*byte),
    };
    if is_exclusive(set) {
        let pattern = pattern(complement);
        return if complement.single().is_some() {
            quote!(#byte != #pattern)
        } else {
            quote!(!matches!(byte, #pattern))
        };
    }
    let pattern = pattern(set);
    if set.single().is_some() { quote!(#byte == #pattern) } else { quote!(matches!(byte, #pattern)) }
}

/// Whether the set is better described by what it leaves out.
pub(super) fn is_exclusive(set: ByteSet) -> bool {
    set.complement().ranges().len() <= set.ranges().len()
}

/// Whether the test of a set is a call of a method, which is short enough to stand anywhere.
pub(super) fn is_call(set: ByteSet) -> bool {
    method(set).or_else(|| method(set.complement())).is_some()
}

/// The method of `u8` that tests for a set.
pub(super) fn method(set: ByteSet) -> Option<TokenStream> {
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
