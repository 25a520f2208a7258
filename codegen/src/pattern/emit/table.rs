//! Automata as tables, and a loop that looks up each byte or character.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Binding, Body, Emitter, character_test::code_point};
use crate::pattern::{
    automaton::{Alphabet, Automaton, Intervals},
    byte_set::ByteSet,
};

impl Emitter<'_> {
    /// ```ignore
    /// let mut state: u8 = 1;
    /// for byte in text.bytes() {
    ///     let class = CLASSES.get(usize::from(byte)).copied().unwrap_or_default();
    ///     let row = NEXT.get(usize::from(state));
    ///     state = row.and_then(|row| row.get(usize::from(class))).copied().unwrap_or_default();
    /// }
    /// state >= 4
    /// ```
    pub(super) fn table(&mut self, automaton: &Automaton) -> Body {
        let (items, class) = match &automaton.alphabet {
            Alphabet::Bytes(classes) => (quote!(byte in text.bytes()), self.byte_classes(classes)),
            Alphabet::Characters(intervals) => (quote!(character in text.chars()), self.intervals(intervals)),
        };
        let next = self.item_name("NEXT");
        let width = if automaton.is_narrow() { quote!(u8) } else { quote!(u16) };
        let (n_states, n_classes) = (decimal(automaton.next.len()), decimal(automaton.n_classes()));
        let rows = automaton.next.iter().map(|row| {
            let row = row.iter().map(|state| decimal(usize::from(*state)));
            quote!([#(#row),*])
        });
        self.items.push(quote! {
            #[doc = " The state after each state and class."]
            static #next: [[#width; #n_classes]; #n_states] = [#(#rows),*];
        });
        let (start, accepting) = (decimal(usize::from(automaton.start)), decimal(usize::from(automaton.accepting)));
        let statements = quote! {
            let mut state: #width = #start;
            for #items {
                #class
                let row = #next.get(usize::from(state));
                state = row.and_then(|row| row.get(usize::from(class))).copied().unwrap_or_default();
            }
        };
        Body { statements, verdict: quote!(state >= #accepting), binding: Binding::And }
    }

    /// A table of the class of each byte, and the statement that reads it.
    fn byte_classes(&mut self, classes: &[ByteSet]) -> TokenStream {
        let name = self.item_name("CLASSES");
        let class = |byte: u8| classes.iter().position(|class| class.contains(byte)).unwrap_or_default();
        let entries = (0..=u8::MAX).map(|byte| decimal(class(byte)));
        self.items.push(quote! {
            #[doc = " The class of each byte: what the states treat alike."]
            static #name: [u8; 256] = [#(#entries),*];
        });
        quote!(let class = #name.get(usize::from(byte)).copied().unwrap_or_default();)
    }

    /// Tables of the class of each character, and the statements that read them.
    fn intervals(&mut self, intervals: &Intervals) -> TokenStream {
        let (bounds, classes) = (self.item_name("BOUNDS"), self.item_name("CLASSES"));
        let (n_bounds, n_classes) = (decimal(intervals.bounds.len()), decimal(intervals.classes.len()));
        let points = intervals.bounds.iter().map(|bound| code_point(*bound));
        let entries = intervals.classes.iter().map(|class| decimal(*class));
        self.items.push(quote! {
            #[doc = " The characters at which the class changes."]
            static #bounds: [u32; #n_bounds] = [#(#points),*];
            #[doc = " The class before each bound, and after the last: what the states treat alike."]
            static #classes: [u8; #n_classes] = [#(#entries),*];
        });
        quote! {
            let interval = #bounds.partition_point(|bound| *bound <= u32::from(character));
            let class = #classes.get(interval).copied().unwrap_or_default();
        }
    }
}

fn decimal(number: usize) -> Literal {
    Literal::usize_unsuffixed(number)
}
