//! A schema's descriptions as doc comments that rustdoc and the compiler take as they are.

mod escape;
mod wrap;

use std::borrow::Cow;

use proc_macro2::Span;
use syn::token::{Bracket, Eq, Not, Pound};
use syn::{AttrStyle, Attribute, Expr, ExprLit, Ident, Lit, LitStr, Meta, MetaNameValue};

pub(super) use escape::escaped;

/// Languages after a code fence that would make rustdoc run the code.
const RUST: &[&str] =
    &["", "rust", "should_panic", "no_run", "ignore", "compile_fail", "standalone_crate", "test_harness"];

/// Doc comments in front of an item.
pub(super) fn outer(text: &str) -> Vec<Attribute> {
    lines(text).iter().map(|line| comment(AttrStyle::Outer, line)).collect()
}

/// Doc comments inside a module.
pub(super) fn inner(text: &str) -> Vec<Attribute> {
    lines(text).iter().map(|line| comment(AttrStyle::Inner(Not::default()), line)).collect()
}

fn comment(style: AttrStyle, line: &str) -> Attribute {
    let value = Expr::Lit(ExprLit { attrs: Vec::new(), lit: Lit::Str(LitStr::new(line, Span::call_site())) });
    let path = Ident::new("doc", Span::call_site()).into();
    let meta = Meta::NameValue(MetaNameValue { path, eq_token: Eq::default(), value });
    Attribute { pound_token: Pound::default(), style, bracket_token: Bracket::default(), meta }
}

/// The lines of a Markdown text, each with the space that follows `///`.
fn lines(text: &str) -> Vec<String> {
    let is_plain = text.bytes().all(|byte| byte == b'\n' || (b' '..=b'~').contains(&byte));
    let text = if is_plain {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.replace("\r\n", "\n").chars().map(visible).collect())
    };
    let mut fence = None;
    text.trim().lines().flat_map(|line| doc_lines(line, &mut fence)).collect()
}

/// Line breaks of other systems and characters that reorder text are kept out of comments: rustc refuses them.
fn visible(character: char) -> char {
    match character {
        '\r' => '\n',
        '\t' => ' ',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        character if character.is_control() && character != '\n' => '\u{fffd}',
        character => character,
    }
}

/// One line, so that it starts no Rust example: an indented block loses its indentation, a fence without a language
/// becomes one of text. Long prose is wrapped.
fn doc_lines(line: &str, fence: &mut Option<String>) -> Vec<String> {
    let line = line.trim_end();
    let content = line.trim_start();
    let marker = fence_of(content);
    match (fence.as_deref(), marker) {
        (Some(open), Some(marker)) if marker.starts_with(open) && marker == content => *fence = None,
        (Some(_), _) => return vec![prefixed(line)],
        (None, Some(marker)) => {
            *fence = Some(marker.to_owned());
            let language = content.get(marker.len()..).unwrap_or_default().trim();
            let first = language.split([',', ' ']).next().unwrap_or_default();
            if RUST.contains(&first) || first.starts_with("edition") {
                return vec![prefixed(&format!("{marker}text"))];
            }
        }
        (None, None) => {}
    }
    let indentation = (line.len() - content.len()).min(3);
    wrap::wrapped(content, indentation).iter().map(|line| prefixed(line)).collect()
}

/// The backticks or tildes that open or close a block of code.
fn fence_of(content: &str) -> Option<&str> {
    let mark = content.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let length = content.len() - content.trim_start_matches(mark).len();
    content.get(..length).filter(|_| length >= 3)
}

fn prefixed(line: &str) -> String {
    if line.is_empty() { String::new() } else { format!(" {line}") }
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn nothing_becomes_a_doctest() {
        let text = "Text.\r\n\n    indented\n```\nlet x = 1;\n```\n~~~rust,no_run\ncode\n~~~\n```json\n{}\n```";
        let expected = [
            " Text.",
            "",
            "    indented",
            " ```text",
            " let x = 1;",
            " ```",
            " ~~~text",
            " code",
            " ~~~",
            " ```json",
            " {}",
            " ```",
        ];
        assert_eq!(lines(text), expected);
    }

    #[test]
    fn long_prose_is_wrapped_where_markdown_does_not_mind() {
        let words = "word ".repeat(18);
        assert_eq!(lines(&format!("- {words}1. last")), [format!(" - {words}1."), "   last".to_owned()]);
        assert_eq!(lines(&format!("{words}end of it")), [format!(" {}", words.trim_end()), " end of it".to_owned()]);
    }

    #[test]
    fn what_rustc_refuses_in_comments_is_replaced() {
        assert_eq!(lines("a\u{202e}b\rc"), [" a\u{fffd}b", " c"]);
    }
}
