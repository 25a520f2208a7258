//! Scans: one piece after the other is taken off the front of what is left.
//!
//! ```ignore
//! let mut rest = text.as_bytes();
//! while let [b'0'..=b'9', tail @ ..] = rest {
//!     rest = tail;
//! }
//! let [b'.', rest @ ..] = rest else {
//!     return false;
//! };
//! rest.is_empty()
//! ```

use std::mem;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    Binding, Body,
    byte_test::{self, Item},
    form::elements,
    run::{Subject, each_byte, number, of_bytes, with_length},
};
use crate::pattern::{
    byte_set::ByteSet,
    form::literal,
    sequence::{Piece, Run},
};

/// Writes a scan; if it `ends`, nothing may be left.
pub(super) fn body(pieces: &[Piece], ends: bool) -> Body {
    let mut scan = Scan::default();
    let Some((last, before)) = pieces.split_last() else {
        return Body::tight(quote!(true));
    };
    for piece in before {
        scan.step(piece);
    }
    let mut verdict = match last {
        Piece::Fixed(sets) => {
            scan.required.extend(sets);
            scan.last_bytes(ends)
        }
        Piece::Bytes(run) => scan.last_run(run, ends),
        Piece::Characters(_) => Body::tight(quote!(false)),
    };
    scan.define(mem::take(&mut verdict.statements));
    let steps = &scan.steps;
    Body { statements: quote!(#(#steps)*), ..verdict }
}

#[derive(Default)]
struct Scan {
    steps: Vec<TokenStream>,
    /// Whether there is a variable `rest` already.
    is_begun: bool,
    /// The bytes that must come next; held back, so that neighbours are taken off at once.
    required: Vec<ByteSet>,
    /// The closure that is defined last.
    defined: String,
}

impl Scan {
    fn step(&mut self, piece: &Piece) {
        match piece {
            Piece::Fixed(sets) => self.required.extend(sets),
            Piece::Bytes(run) if run.is_fixed() => {
                self.take();
                self.fixed(run);
            }
            Piece::Bytes(run) => {
                // A run of at least one starts with one: that saves a measurement.
                let is_plus = run.min == 1 && run.max.is_none() && !byte_test::is_exclusive(run.set);
                self.required.extend(is_plus.then_some(run.set));
                self.take();
                self.begin();
                self.steps.push(if is_plus { skip(run.set) } else { variable(run) });
            }
            Piece::Characters(_) => {}
        }
    }

    fn begin(&mut self) {
        if !self.is_begun {
            self.steps.push(quote!(let mut rest = text.as_bytes();));
            self.is_begun = true;
        }
    }

    /// What is left of the text, as an expression.
    fn rest(&self) -> TokenStream {
        if self.is_begun { quote!(rest) } else { quote!(text.as_bytes()) }
    }

    /// Takes off the required bytes.
    fn take(&mut self) {
        if self.required.is_empty() {
            return;
        }
        self.begin();
        let elements = elements(&mem::take(&mut self.required));
        self.steps.push(quote! {
            let [#(#elements,)* tail @ ..] = rest else {
                return false;
            };
            rest = tail;
        });
    }

    /// Takes off the required bytes, after which nothing changes.
    fn take_last(&mut self) {
        if self.required.is_empty() {
            return;
        }
        let elements = elements(&mem::take(&mut self.required));
        let rest = self.rest();
        self.steps.push(quote! {
            let [#(#elements,)* rest @ ..] = #rest else {
                return false;
            };
        });
        self.is_begun = true;
    }

    /// Whether the required bytes come, and if the scan `ends`, nothing else.
    fn last_bytes(&mut self, ends: bool) -> Body {
        let rest = self.rest();
        if let Some(text) = literal(&self.required) {
            let bytes = Literal::byte_string(text.as_bytes());
            return if ends {
                Body::new(Binding::And, quote!(#rest == #bytes))
            } else {
                Body::tight(quote!(#rest.starts_with(#bytes)))
            };
        }
        let elements = elements(&self.required).into_iter().chain((!ends).then(|| quote!(..)));
        Body::tight(quote!(matches!(#rest, [#(#elements),*])))
    }

    /// Whether the last run is as it must be: all that is left, or where the text may go on, its first bytes.
    fn last_run(&mut self, run: &Run<ByteSet>, ends: bool) -> Body {
        self.take_last();
        if ends {
            return rest_of(run);
        }
        let count = number(run.min);
        let each = each_byte(run.set, Subject::Bytes("run"));
        let (rest, verdict) = (self.rest(), &each.verdict);
        let verdict = quote!(#rest.get(..#count).is_some_and(|run| #verdict));
        Body { statements: each.statements, ..Body::tight(verdict) }
    }

    /// A run of a fixed length, after which something else comes.
    fn fixed(&mut self, run: &Run<ByteSet>) {
        let count = number(run.min);
        let each = each_byte(run.set, Subject::Bytes("run"));
        self.begin();
        self.define(each.statements);
        let verdict = each.verdict;
        self.steps.push(quote! {
            let Some((run, tail)) = rest.split_at_checked(#count) else {
                return false;
            };
            if !#verdict {
                return false;
            }
            rest = tail;
        });
    }

    /// Defines a closure, unless it is the one that is in force.
    fn define(&mut self, closure: TokenStream) {
        let text = closure.to_string();
        if !text.is_empty() && text != self.defined {
            self.steps.push(closure);
            self.defined = text;
        }
    }
}

/// What is left after a scan is mostly a few bytes, for which sixteen at once do not pay.
fn rest_of(run: &Run<ByteSet>) -> Body {
    match (byte_test::method(run.set), run.set.ranges().as_slice()) {
        (Some(method), [_]) => with_length(run, "rest", Body::tight(quote!(rest.iter().all(u8::#method)))),
        _ => of_bytes(run, Subject::Bytes("rest")),
    }
}

fn skip(set: ByteSet) -> TokenStream {
    if byte_test::is_exclusive(set) {
        let is_end = byte_test::test(set.complement(), Item::Reference);
        return quote! {
            while let [byte, tail @ ..] = rest {
                if #is_end {
                    break;
                }
                rest = tail;
            }
        };
    }
    let pattern = byte_test::pattern(set);
    quote! {
        while let [#pattern, tail @ ..] = rest {
            rest = tail;
        }
    }
}

fn variable(run: &Run<ByteSet>) -> TokenStream {
    let skip = skip(run.set);
    let (min, max) = (number(run.min), run.max.map(number));
    let is_wrong = match (run.min, max) {
        (0, None) => return skip,
        (0, Some(_)) if run.max == Some(1) => {
            let pattern = byte_test::pattern(run.set);
            return quote! {
                if let [#pattern, tail @ ..] = rest {
                    rest = tail;
                }
            };
        }
        (1, None) => quote!(rest.len() == before),
        (_, None) => quote!(before - rest.len() < #min),
        (0, Some(max)) => quote!(before - rest.len() > #max),
        (_, Some(max)) => quote!(!(#min..=#max).contains(&(before - rest.len()))),
    };
    quote! {
        let before = rest.len();
        #skip
        if #is_wrong {
            return false;
        }
    }
}
