//! The forms of sequences, except for scans.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    Binding, Body, Emitter,
    byte_test::{self, Item},
    literals,
    run::{Subject, of_bytes},
    scan,
};
use crate::pattern::{
    byte_set::ByteSet,
    form::{Form, Middle, Model, literal},
};

impl Emitter<'_> {
    pub(super) fn form(&mut self, form: &Form<'_>) -> Body {
        match form {
            Form::Window(sets) => window(sets),
            Form::AnyCharacter(set) => {
                let test = self.character_test(set);
                Body::tight(quote!(text.chars().any(|character| #test)))
            }
            Form::FirstCharacter { head, set } => {
                let test = self.character_test(set);
                with_stripped(head, "", &quote!(starts_with(|character: char| #test)))
            }
            Form::LastCharacter { set, tail } => {
                let test = self.character_test(set);
                with_stripped("", tail, &quote!(ends_with(|character: char| #test)))
            }
            Form::Around { head, middle, tail } => self.around(head, *middle, tail),
            Form::Model(model) => modelled(model),
            Form::Scan { pieces, ends } => scan::body(pieces, *ends),
        }
    }

    fn around(&mut self, head: &[ByteSet], middle: Middle<'_>, tail: &[ByteSet]) -> Body {
        let sides = literal(head).zip(literal(tail));
        match (middle, sides) {
            (Middle::Nothing, _) => Body::tight(matches([head, tail].concat().as_slice(), None, &[])),
            (Middle::Anything, _) => Body::tight(matches(head, Some(quote!(..)), tail)),
            (Middle::Bytes(run), None) => split(head, tail, of_bytes(run, Subject::Bytes("rest"))),
            (Middle::Bytes(run), Some((head, tail))) => {
                let subject = subject(&head, &tail);
                within(&head, &tail, of_bytes(run, Subject::Text(subject)))
            }
            (Middle::Characters(run), sides) => {
                let (head, tail) = sides.unwrap_or_default();
                let subject = subject(&head, &tail);
                let verdict = self.run_of_characters(run, subject);
                within(&head, &tail, verdict)
            }
        }
    }
}

fn window(sets: &[ByteSet]) -> Body {
    Body::tight(match sets {
        [set] => {
            let test = byte_test::test(*set, Item::Value);
            quote!(text.bytes().any(|byte| #test))
        }
        sets => {
            let n_bytes = Literal::usize_unsuffixed(sets.len());
            let elements = elements(sets);
            quote!(text.as_bytes().windows(#n_bytes).any(|window| matches!(window, [#(#elements),*])))
        }
    })
}

/// `matches!(text.as_bytes(), [b'a', .., b'0'..=b'9'])`
fn matches(head: &[ByteSet], between: Option<TokenStream>, tail: &[ByteSet]) -> TokenStream {
    let elements = elements(head).into_iter().chain(between).chain(elements(tail));
    quote!(matches!(text.as_bytes(), [#(#elements),*]))
}

/// ```ignore
/// let [b'a'..=b'z', rest @ ..] = text.as_bytes() else {
///     return false;
/// };
/// !rest.is_empty()
/// ```
fn split(head: &[ByteSet], tail: &[ByteSet], verdict: Body) -> Body {
    if verdict.is_true() {
        return Body::tight(matches(head, Some(quote!(..)), tail));
    }
    let Body { statements, .. } = &verdict;
    let elements = elements(head).into_iter().chain([quote!(rest @ ..)]).chain(elements(tail));
    let statements = quote! {
        #statements
        let [#(#elements),*] = text.as_bytes() else {
            return false;
        };
    };
    Body { statements, ..verdict }
}

/// ```ignore
/// let is_like = |(byte, model): (u8, &u8)| if *model == b'0' { byte.is_ascii_digit() } else { byte == *model };
/// text.len() == 10 && text.bytes().zip(b"0000-00-00").fold(true, |all, pair| all & is_like(pair))
/// ```
fn modelled(model: &Model) -> Body {
    let Model { sample, placeholder, set, ends } = model;
    let test = byte_test::test(*set, Item::Value);
    let placeholder = Literal::byte_character(*placeholder);
    let length = Literal::usize_unsuffixed(sample.len());
    let sample = Literal::byte_string(sample);
    let compare = if *ends { quote!(==) } else { quote!(>=) };
    let statements = quote! {
        let is_like = |(byte, model): (u8, &u8)| {
            if *model == #placeholder { #test } else { byte == *model }
        };
    };
    let verdict = quote! {
        text.len() #compare #length && text.bytes().zip(#sample).fold(true, |all, pair| all & is_like(pair))
    };
    Body { statements, verdict, binding: Binding::And }
}

/// `text.strip_prefix("a").is_some_and(|rest| !rest.is_empty())`
fn within(head: &str, tail: &str, inner: Body) -> Body {
    let Some(stripped) = strip(head, tail) else {
        return inner;
    };
    let verdict = &inner.verdict;
    let verdict =
        if inner.is_true() { quote!(#stripped.is_some()) } else { quote!(#stripped.is_some_and(|rest| #verdict)) };
    Body { statements: inner.statements, ..Body::tight(verdict) }
}

/// A method of `str` that gives the verdict on what a prefix and a suffix leave.
fn with_stripped(head: &str, tail: &str, method: &TokenStream) -> Body {
    Body::tight(match strip(head, tail) {
        None => quote!(text.#method),
        Some(stripped) => quote!(#stripped.is_some_and(|rest| rest.#method)),
    })
}

fn strip(head: &str, tail: &str) -> Option<TokenStream> {
    let (head_pattern, tail_pattern) = (literals::pattern(head), literals::pattern(tail));
    match (head.is_empty(), tail.is_empty()) {
        (true, true) => None,
        (false, true) => Some(quote!(text.strip_prefix(#head_pattern))),
        (true, false) => Some(quote!(text.strip_suffix(#tail_pattern))),
        (false, false) => Some(quote! {
            text.strip_prefix(#head_pattern).and_then(|rest| rest.strip_suffix(#tail_pattern))
        }),
    }
}

/// The variable that is left after stripping.
fn subject(head: &str, tail: &str) -> &'static str {
    if head.is_empty() && tail.is_empty() { "text" } else { "rest" }
}

/// The elements of a slice pattern.
pub(super) fn elements(sets: &[ByteSet]) -> Vec<TokenStream> {
    sets.iter().map(|set| byte_test::pattern(*set)).collect()
}
