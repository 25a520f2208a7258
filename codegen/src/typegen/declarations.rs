//! The declarations among typify's items: most of what it writes are implementations, which `harden` replaces, and which
//! need not be parsed for that.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The structs and enums at the top of `code`, without their attributes.
pub(super) fn of(code: TokenStream) -> Vec<TokenStream> {
    let mut found = Vec::new();
    let mut item = Vec::new();
    for token in code {
        let is_end = ends_item(&token);
        item.push(token);
        if is_end {
            found.extend(declaration(std::mem::take(&mut item)));
        }
    }
    found
}

/// Whether an item ends with the token: braces or a semicolon.
fn ends_item(token: &TokenTree) -> bool {
    match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(punct) => punct.as_char() == ';',
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    }
}

/// The item from its visibility on, if it is a struct or an enum.
fn declaration(item: Vec<TokenTree>) -> Option<TokenStream> {
    let is_word = |token: &TokenTree, words: &[&str]| matches!(token, TokenTree::Ident(ident) if words.iter().any(|word| ident == word));
    let start = item.iter().position(|token| matches!(token, TokenTree::Ident(_)))?;
    let keyword = item.iter().skip(start).find(|token| !is_word(token, &["pub"]))?;
    is_word(keyword, &["struct", "enum"]).then(|| item.into_iter().skip(start).collect())
}
