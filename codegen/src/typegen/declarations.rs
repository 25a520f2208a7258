//! The declarations among typify's items: most of what it writes are implementations, which `harden` replaces, and which
//! need not be parsed for that.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The structs and enums at the top of `code`, without their attributes.
pub(super) fn of(code: TokenStream) -> Vec<TokenStream> {
    let mut found = Vec::new();
    let mut tokens = code.into_iter();
    while let Some(token) = tokens.next() {
        if is_word(&token, &["pub"]) {
            let keyword = tokens.next().filter(|keyword| is_word(keyword, &["struct", "enum"]));
            found
                .extend(keyword.map(|keyword| [token, keyword].into_iter().chain(rest_of_item(&mut tokens)).collect()));
        }
    }
    found
}

fn is_word(token: &TokenTree, words: &[&str]) -> bool {
    matches!(token, TokenTree::Ident(ident) if words.iter().any(|word| ident == word))
}

/// The tokens of an item up to the braces or the semicolon that it ends with.
fn rest_of_item(tokens: &mut impl Iterator<Item = TokenTree>) -> impl Iterator<Item = TokenTree> {
    let mut is_over = false;
    std::iter::from_fn(move || {
        if is_over {
            return None;
        }
        let token = tokens.next()?;
        is_over = ends_item(&token);
        Some(token)
    })
}

/// Whether an item ends with the token: braces or a semicolon.
fn ends_item(token: &TokenTree) -> bool {
    match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(punct) => punct.as_char() == ';',
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    }
}
