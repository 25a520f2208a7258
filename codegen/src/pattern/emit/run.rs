//! What a run of members of one set asserts of a slice: its length, and each of its bytes or characters.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use regex_syntax::hir::ClassUnicode;
use syn::Ident;

use super::{
    Binding, Body, Emitter,
    byte_test::{self, Item},
};
use crate::pattern::{byte_set::ByteSet, charset, sequence::Run};

/// What a run is tested on: the name of a variable.
#[derive(Clone, Copy)]
pub(super) enum Subject<'a> {
    /// A `str`.
    Text(&'a str),
    /// A slice of bytes.
    Bytes(&'a str),
}

impl Subject<'_> {
    fn name(self) -> Ident {
        let (Self::Text(name) | Self::Bytes(name)) = self;
        format_ident!("{name}")
    }

    fn bytes(self) -> TokenStream {
        let name = self.name();
        match self {
            Self::Text(_) => quote!(#name.bytes()),
            Self::Bytes(_) => quote!(#name.iter()),
        }
    }

    fn item(self) -> (Item, TokenStream) {
        match self {
            Self::Text(_) => (Item::Value, quote!(u8)),
            Self::Bytes(_) => (Item::Reference, quote!(&u8)),
        }
    }
}

/// `(4..=64).contains(&rest.len()) && rest.iter().fold(true, |all, byte| all & byte.is_ascii_digit())`
pub(super) fn of_bytes(run: &Run<ByteSet>, subject: Subject<'_>) -> Body {
    let (Subject::Text(name) | Subject::Bytes(name)) = subject;
    with_length(run, name, each_byte(run.set, subject))
}

/// What a run says of the length of the variable `name`, and then `each`.
pub(super) fn with_length(run: &Run<ByteSet>, name: &str, each: Body) -> Body {
    both(length(run, name, &quote!(len())), each)
}

impl Emitter<'_> {
    /// The same as [`of_bytes`] for characters, which are counted instead of bytes.
    pub(super) fn run_of_characters(&mut self, run: &Run<ClassUnicode>, text: &str) -> Body {
        let each = self.each_character(&run.set, text);
        both(length(run, text, &quote!(chars().count())), each)
    }

    /// Whether every character is in `set`. Most texts are ASCII, so bytes are tried first.
    fn each_character(&mut self, set: &ClassUnicode, text: &str) -> Body {
        let ascii: ByteSet = (0..128).filter(|byte| charset::contains(set, char::from(*byte))).collect();
        if charset::covers(set, &charset::beyond_ascii()) {
            return each_byte(ByteSet::NOT_ASCII.union(ascii), Subject::Text(text));
        }
        let is_member = self.character_test(set);
        let name = format_ident!("{text}");
        let characters = quote!(#name.chars().all(|character| #is_member));
        if ascii == ByteSet::default() {
            return Body::tight(characters);
        }
        let bytes = each_byte(ascii, Subject::Text(text));
        let verdict = &bytes.verdict;
        Body { verdict: quote!(#verdict || #characters), binding: Binding::Or, ..bytes }
    }
}

fn both(length: Option<TokenStream>, each: Body) -> Body {
    let verdict = &each.verdict;
    let verdict = match (length, each.binding) {
        (None, _) => return each,
        (Some(length), _) if each.is_true() => length,
        (Some(length), Binding::Or) => quote!(#length && (#verdict)),
        (Some(length), _) => quote!(#length && #verdict),
    };
    Body { verdict, binding: Binding::And, ..each }
}

/// Whether every byte is in `set`. The fold takes no early exit, so that the compiler can test sixteen bytes at once.
pub(super) fn each_byte(set: ByteSet, subject: Subject<'_>) -> Body {
    if set.is_full() {
        return Body::tight(quote!(true));
    }
    let bytes = subject.bytes();
    let (item, item_type) = subject.item();
    let test = byte_test::test(set, item);
    if byte_test::is_call(set) {
        return Body::tight(quote!(#bytes.fold(true, |all, byte| all & #test)));
    }
    Body {
        statements: quote!(let is_allowed = |byte: #item_type| #test;),
        ..Body::tight(quote!(#bytes.fold(true, |all, byte| all & is_allowed(byte))))
    }
}

/// What the counts say of a length; nothing if any will do.
fn length<S>(run: &Run<S>, name: &str, count: &TokenStream) -> Option<TokenStream> {
    let name = format_ident!("{name}");
    let min = number(run.min);
    Some(match run.max.map(number) {
        None if run.min == 0 => return None,
        None if run.min == 1 => quote!(!#name.is_empty()),
        None => quote!(#name.#count >= #min),
        Some(max) if run.min == 0 => quote!(#name.#count <= #max),
        Some(max) if run.is_fixed() => quote!(#name.#count == #max),
        Some(max) => quote!((#min..=#max).contains(&#name.#count)),
    })
}

/// A number in groups of three digits.
pub(super) fn number(number: u32) -> Literal {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && digits.len() > 4 && (digits.len() - index).is_multiple_of(3) {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    grouped.parse().unwrap_or_else(|_| Literal::u32_unsuffixed(number))
}
