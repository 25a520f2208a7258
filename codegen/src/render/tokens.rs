//! Prints macro calls and tables, each part on one line where it fits and else broken at its last group.

use std::ops::Range;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{Expr, ExprLit, Lit, MetaNameValue};

use crate::lexeme::{Kind, Lexeme, delimiters, lex};

/// Where lines end, if they can.
const WIDTH: usize = 120;

/// How much further in each level stands.
const INDENT: usize = 4;

/// The text of an item, from `indent` on, without the indentation of its first line.
pub(super) fn print(tokens: TokenStream, indent: usize) -> String {
    let mut tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let docs: Vec<String> = std::iter::from_fn(|| take_doc(&mut tokens)).collect();
    let line = lex(tokens);
    let mut printer = Printer { whole: &line.text, text: String::with_capacity(line.text.len() * 2) };
    for doc in docs {
        printer.text.extend(["///", &doc]);
        printer.line(indent);
    }
    printer.segment(&line.lexemes, indent, 0);
    printer.text
}

/// Takes a line of documentation from the start of an item.
fn take_doc(tokens: &mut Vec<TokenTree>) -> Option<String> {
    let [TokenTree::Punct(_), TokenTree::Group(group), ..] = tokens.as_slice() else { return None };
    let attribute: MetaNameValue =
        syn::parse2(group.stream()).ok().filter(|_| group.delimiter() == Delimiter::Bracket)?;
    let Expr::Lit(ExprLit { lit: Lit::Str(doc), .. }) = attribute.value else { return None };
    tokens.drain(..2);
    Some(doc.value())
}

struct Printer<'l> {
    /// Everything on one line.
    whole: &'l str,
    text: String,
}

impl Printer<'_> {
    /// One part: at `indent`, with `behind` more bytes on its last line.
    fn segment(&mut self, lexemes: &[Lexeme], indent: usize, behind: usize) {
        if width(lexemes).saturating_add(indent + behind) <= WIDTH {
            return self.flat(lexemes);
        }
        let operator = ["&&", "||"].into_iter().find(|operator| lexemes.iter().any(|lexeme| lexeme.is(operator)));
        match (last_group(lexemes), operator) {
            (Some(_), Some(operator)) => self.operands(lexemes, operator, indent),
            (Some(place), None) => self.broken(lexemes, place, indent),
            (None, _) => self.flat(lexemes),
        }
    }

    /// All lexemes on the line.
    fn flat(&mut self, lexemes: &[Lexeme]) {
        self.copy(span(lexemes));
    }

    /// What stands at a place of the one line.
    fn copy(&mut self, span: Range<usize>) {
        self.text.push_str(self.whole.get(span).unwrap_or_default());
    }

    /// The operands of `&&` or `||`, each from a line of its own on.
    fn operands(&mut self, lexemes: &[Lexeme], operator: &str, indent: usize) {
        let mut operands = lexemes.split(|lexeme| lexeme.is(operator));
        self.segment(operands.next().unwrap_or_default(), indent, 0);
        for operand in operands {
            self.line(indent + INDENT);
            self.text.extend([operator, " "]);
            self.segment(operand, indent + INDENT, operator.len() + 1);
        }
    }

    /// Everything on the line but for the group at `place`, which is broken.
    fn broken(&mut self, lexemes: &[Lexeme], place: usize, indent: usize) {
        let all = span(lexemes);
        let Some(Lexeme { span, kind: Kind::Group(delimiter, content), .. }) = lexemes.get(place) else { return };
        self.copy(all.start..span.start);
        let is_macro = place > 0 && lexemes.get(place - 1).is_some_and(|lexeme| lexeme.is("!"));
        self.group(*delimiter, content, indent, is_macro);
        self.copy(span.end..all.end);
    }

    fn group(&mut self, delimiter: Delimiter, content: &[Lexeme], indent: usize, is_macro: bool) {
        let Some((open, close)) = delimiters(delimiter) else { return };
        let parts: Vec<&[Lexeme]> = content.split(|lexeme| lexeme.is(",")).filter(|part| !part.is_empty()).collect();
        self.text.push(open);
        match parts.as_slice() {
            [first @ .., last] if delimiter == Delimiter::Parenthesis && self.can_hug(first, last) => {
                self.hugged(first, last, indent);
            }
            parts if parts.len() > 1 && parts.iter().all(|part| self.is_number(part)) => self.filled(parts, indent),
            parts => {
                // A comma would make a tuple of parentheses, and neither blocks nor our macros take one.
                let is_list = parts.len() > 1 || content.last().is_some_and(|last| last.is(","));
                let is_single = matches!(delimiter, Delimiter::Brace | Delimiter::Parenthesis) && !is_list;
                self.lines(parts, indent, !is_macro && !is_single);
            }
        }
        self.text.push(close);
    }

    /// Whether a part is nothing but a number.
    fn is_number(&self, part: &[Lexeme]) -> bool {
        let [Lexeme { span, kind: Kind::Word, .. }] = part else { return false };
        self.whole.as_bytes().get(span.start).is_some_and(u8::is_ascii_digit)
    }

    /// Whether the last part may begin on this line and end on another: it is a list, or a call that ends with one.
    fn can_hug(&self, first: &[&[Lexeme]], last: &[Lexeme]) -> bool {
        let used = self.text.len() - self.text.rfind('\n').map_or(0, |newline| newline + 1);
        let needed = first.iter().fold(0_usize, |sum, part| sum.saturating_add(width(part)).saturating_add(2));
        used.saturating_add(needed) < WIDTH && ends_with_list(last)
    }

    /// All parts but the last on this line, and the lines of the last one below.
    fn hugged(&mut self, first: &[&[Lexeme]], last: &[Lexeme], indent: usize) {
        for part in first {
            self.flat(part);
            self.text.push_str(", ");
        }
        self.broken(last, last.len().saturating_sub(1), indent);
    }

    /// Each part on a line of its own, with a comma behind the last one too if that is allowed.
    fn lines(&mut self, parts: &[&[Lexeme]], indent: usize, has_last_comma: bool) {
        for (place, part) in parts.iter().enumerate() {
            self.line(indent + INDENT);
            self.segment(part, indent + INDENT, 1);
            if has_last_comma || place + 1 < parts.len() {
                self.text.push(',');
            }
        }
        self.line(indent);
    }

    /// As many numbers on each line as fit.
    fn filled(&mut self, parts: &[&[Lexeme]], indent: usize) {
        let mut used = usize::MAX;
        for part in parts {
            let needed = width(part) + 2;
            if used.saturating_add(needed) > WIDTH {
                self.line(indent + INDENT);
                used = indent + INDENT;
            } else {
                self.text.push(' ');
            }
            self.flat(part);
            self.text.push(',');
            used += needed;
        }
        self.line(indent);
    }

    fn line(&mut self, indent: usize) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n(' ', indent));
    }
}

/// The last group with something in it that is no attribute's.
fn last_group(lexemes: &[Lexeme]) -> Option<usize> {
    let is_attribute =
        |place: usize| place.checked_sub(1).and_then(|before| lexemes.get(before)).is_some_and(|lexeme| lexeme.is("#"));
    let is_full = |lexeme: &Lexeme| matches!(&lexeme.kind, Kind::Group(_, content) if !content.is_empty());
    (0..lexemes.len()).rev().find(|place| lexemes.get(*place).is_some_and(is_full) && !is_attribute(*place))
}

/// Whether a part ends with brackets or braces, or with a call whose last argument does.
fn ends_with_list(part: &[Lexeme]) -> bool {
    let Some(Lexeme { kind: Kind::Group(delimiter, content), .. }) = part.last() else { return false };
    match delimiter {
        Delimiter::Parenthesis => {
            let is_call = part.len() > 1;
            is_call && content.rsplit(|lexeme| lexeme.is(",")).find(|part| !part.is_empty()).is_some_and(ends_with_list)
        }
        _ => true,
    }
}

/// Where lexemes that follow each other stand on the one line.
fn span(lexemes: &[Lexeme]) -> Range<usize> {
    match lexemes {
        [] => 0..0,
        [first, .., last] => first.span.start..last.span.end,
        [only] => only.span.clone(),
    }
}

/// How many bytes lexemes take on a line; more than any line has if one of them asks for several.
fn width(lexemes: &[Lexeme]) -> usize {
    if lexemes.iter().any(|lexeme| lexeme.is_tall) { usize::MAX } else { span(lexemes).len() }
}

#[cfg(test)]
mod tests {
    use super::print;

    #[track_caller]
    fn printed(code: &str, expected: &str) {
        assert_eq!(print(code.parse().unwrap(), 0), expected);
    }

    #[test]
    fn spaces_are_those_of_rustfmt() {
        for line in [
            "support::string_type!(Uid, UID, |text| !text.is_empty() && patterns::uid(text));",
            "support::newtype!(Table(Map<Option<Box<Tree>>>), TABLE, |members| members.len() <= 2);",
            "support::tagged_type!(Action, ACTION, \"type\", |_value| a < b && c > -5);",
            "pub(crate) static A: &'static [(&str, B)] = &[(\"a\", B::C { d: 1, e: &[] }), (\"b\", B::D(1..=2))];",
            "static PATTERN: ::std::sync::LazyLock<Option<Regex>> = ::std::sync::LazyLock::new(regex);",
        ] {
            printed(line, line);
        }
    }

    #[test]
    fn a_list_in_braces_has_a_line_for_each_entry() {
        printed("t!(A, { B => \"b\", C => \"c\", });", "t!(A, {\n    B => \"b\",\n    C => \"c\",\n});");
    }

    #[test]
    fn what_does_not_fit_is_broken_at_its_last_list() {
        let long = "x".repeat(50);
        printed(
            &format!("static A: B = b!(\"{long}\", &[C::D(\"{long}\"), C::E]);"),
            &format!("static A: B = b!(\"{long}\", &[\n    C::D(\"{long}\"),\n    C::E,\n]);"),
        );
        printed(
            &format!("b!({long}, {long}, |text| {long} && text);"),
            &format!("b!(\n    {long},\n    {long},\n    |text| {long} && text\n);"),
        );
    }

    #[test]
    fn operands_that_do_not_fit_are_broken_like_others() {
        let (long, short) = ("x".repeat(60), "y".repeat(20));
        printed(
            &format!("b!(A, |text| {long} && text.all(|(_, {short})| !{long} || {long}));"),
            &[
                "b!(\n    A,",
                &format!("    |text| {long}\n        && text.all("),
                &format!("            |(_, {short})| !{long}\n                || {long}"),
                "        )\n);",
            ]
            .join("\n"),
        );
    }

    #[test]
    fn an_attribute_is_not_broken() {
        let (name, content) = ("x".repeat(60), "y".repeat(60));
        let entry = format!("0 \"{name}\" => #[deprecated] optional {name}: {content},");
        printed(&format!("t!(A, {{ {entry} }});"), &format!("t!(A, {{\n    {entry}\n}});"));
    }

    #[test]
    fn numbers_fill_lines() {
        let numbers = "65535, ".repeat(40);
        let text = print(format!("static A: [u16; 40] = [{numbers}];").parse().unwrap(), 0);
        assert_eq!(text.lines().map(str::len).collect::<Vec<_>>(), [23, 115, 115, 59, 2]);
    }
}
