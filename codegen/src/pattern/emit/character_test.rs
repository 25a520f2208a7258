//! Sets of characters as tests.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use regex_syntax::hir::ClassUnicode;

use super::Emitter;
use crate::pattern::charset;

/// The most ranges that are written into a test; more of them are a table.
const MAX_INLINE: usize = 16;

impl Emitter<'_> {
    /// Whether `character` is in `set`.
    pub(super) fn character_test(&mut self, set: &ClassUnicode) -> TokenStream {
        let complement = charset::complement(set.clone());
        let (set, is_negated) =
            if complement.ranges().len() < set.ranges().len() { (&complement, true) } else { (set, false) };
        if set.ranges().len() > MAX_INLINE {
            return self.table_test(set, is_negated);
        }
        let not = is_negated.then(|| quote!(!));
        let ranges = set.ranges().iter().map(|range| character_range(range.start(), range.end()));
        quote!(#not matches!(character, #(#ranges)|*))
    }

    /// A character is in the set if it has passed an odd number of bounds.
    fn table_test(&mut self, set: &ClassUnicode, is_negated: bool) -> TokenStream {
        let suffix = if self.items.is_empty() { String::new() } else { format!("_{}", self.items.len() + 1) };
        let name = self.item_name(&format!("BOUNDS{suffix}"));
        let n_bounds = Literal::usize_unsuffixed(2 * set.ranges().len());
        let bounds = set.ranges().iter().flat_map(|range| [u32::from(range.start()), u32::from(range.end()) + 1]);
        let bounds = bounds.map(code_point);
        self.items.push(quote! {
            #[doc = " Where ranges of characters start, and where they are over, in turn."]
            static #name: [u32; #n_bounds] = [#(#bounds),*];
        });
        let not = (!is_negated).then(|| quote!(!));
        quote!(#not #name.partition_point(|bound| *bound <= u32::from(character)).is_multiple_of(2))
    }
}

fn character_range(first: char, last: char) -> TokenStream {
    let (from, to) = (character(first), character(last));
    match u32::from(last) - u32::from(first) {
        0 => quote!(#from),
        1 => quote!(#from | #to),
        _ => quote!(#from..=#to),
    }
}

/// A character literal; beyond ASCII by number, for many characters do not show or change the direction of text.
fn character(character: char) -> Literal {
    let by_number = format!("'\\u{{{:x}}}'", u32::from(character)).parse().ok();
    by_number.filter(|_| !character.is_ascii()).unwrap_or_else(|| Literal::character(character))
}

/// The number of a character, in hexadecimal.
pub(super) fn code_point(point: u32) -> Literal {
    let (high, low) = (point >> 16, point & 0xffff);
    let digits = if high == 0 { format!("{low:#x}") } else { format!("{high:#x}_{low:04x}") };
    digits.parse().unwrap_or_else(|_| Literal::u32_unsuffixed(point))
}
