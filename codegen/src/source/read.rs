//! From text to JSON and outline, or to what is wrong with the text.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::stack::{MAX_DEPTH, ORDINARY_DEPTH, on_deep_stack};
use crate::support::Json;
use crate::support::read::{ReadError, Reason, from_str_with_depth, pointer_at};

use super::outline::Outline;

/// Reads `text`, which diagnostics call `name`.
pub(super) fn read(name: &str, text: &str) -> Result<(Json, Outline), Diagnostics> {
    check_start(name, text)?;
    let outline = match Outline::of(text) {
        Ok(outline) if outline.depth() > MAX_DEPTH => return Err(nested_too_deep(name, text, outline.deepest()).into()),
        Ok(outline) => outline,
        Err(malformed) => return Err(malformed_text(name, text, malformed.offset).into()),
    };
    if !outline.repeated().is_empty() {
        return Err(outline.repeated().iter().map(|entry| repeated_member(name, text, &outline, *entry)).collect());
    }
    let json = read_json(text, outline.depth()).map_err(|error| invalid_json(name, text, &error))?;
    Ok((json, outline))
}

/// The text with blanks for members whose name occurred before in their object, so that the rest stands where it did.
pub(super) fn without_repeated(text: &str) -> Option<String> {
    let outline = Outline::of(text).ok()?;
    let mut kept = text.to_owned();
    for entry in outline.repeated() {
        // There is a member before it, so there is a comma.
        let start = kept.get(..outline.name_span(*entry)?.start)?.rfind(',')?;
        let doomed = start..outline.span(*entry).end;
        let blank = " ".repeat(doomed.len());
        kept.replace_range(doomed, &blank);
    }
    (!outline.repeated().is_empty()).then_some(kept)
}

/// Refuses what looks like nothing to a reader of JSON, in words that say what it is.
fn check_start(name: &str, text: &str) -> Result<(), Diagnostics> {
    if text.trim().is_empty() {
        let empty = Diagnostic::error("empty-file", "the file is empty, and JSON is at least one value");
        return Err(empty.with_help("a schema that accepts everything is `{}`").at_text(name, text, 0..0).into());
    }
    if text.starts_with('\u{feff}') {
        let mark =
            Diagnostic::error("byte-order-mark", "the file begins with a byte order mark, which JSON does not allow");
        let help = "save the file as UTF-8 without byte order mark (RFC 8259 §8.1)";
        return Err(mark.with_help(help).at_text(name, text, 0..3).into());
    }
    Ok(())
}

fn read_json(text: &str, depth: usize) -> Result<Json, ReadError> {
    let read = || from_str_with_depth(text, MAX_DEPTH.saturating_add(1));
    if depth <= ORDINARY_DEPTH { read() } else { on_deep_stack(read) }
}

/// The reader knows best what it expected; the scan only knows that something was amiss.
fn malformed_text(name: &str, text: &str, offset: usize) -> Diagnostic {
    match read_json(text, MAX_DEPTH) {
        Err(error) => invalid_json(name, text, &error),
        Ok(_) => syntax(name, text, offset, "valid JSON"),
    }
}

fn invalid_json(name: &str, text: &str, error: &ReadError) -> Diagnostic {
    match error.reason() {
        Reason::Syntax(expected) => syntax(name, text, error.offset(), expected),
        Reason::Depth => nested_too_deep(name, text, error.offset()),
        Reason::Repeated | Reason::Refused => syntax(name, text, error.offset(), "valid JSON"),
    }
}

fn syntax(name: &str, text: &str, offset: usize, expected: &str) -> Diagnostic {
    let span = token_at(text, offset);
    let found = match text.get(span.clone()) {
        None | Some("") => "the end of the file".to_owned(),
        Some(token) => format!("`{token}`"),
    };
    Diagnostic::error("invalid-json", format!("expected {expected}, found {found}"))
        .at_text(name, text, span)
        .with_pointer(pointer_at(text, offset))
}

fn nested_too_deep(name: &str, text: &str, offset: usize) -> Diagnostic {
    let message = format!("arrays and objects are nested more than {MAX_DEPTH} levels deep");
    Diagnostic::error("nested-too-deep", message).with_help("split the document with `$ref`").at_text(
        name,
        text,
        offset..offset.saturating_add(1),
    )
}

fn repeated_member(name: &str, text: &str, outline: &Outline, entry: usize) -> Diagnostic {
    let member = outline.name(text, entry).unwrap_or_default();
    let span = outline.name_span(entry).unwrap_or(0..0);
    let pointer = pointer_at(text, outline.span(entry).start);
    Diagnostic::error("repeated-member", format!("the member `{member}` occurs twice in one object"))
        .with_help("keep one of them; readers do not agree on which one counts (RFC 7493 §2.3)")
        .at_text(name, text, span)
        .with_pointer(pointer)
}

/// The token that begins at `offset`: a word or number as a whole, anything else as one character.
fn token_at(text: &str, offset: usize) -> Range<usize> {
    let rest = text.get(offset..).unwrap_or_default();
    let is_word = |character: &char| character.is_alphanumeric() || "+-._".contains(*character);
    let word: usize = rest.chars().take(40).take_while(is_word).map(char::len_utf8).sum();
    let first = rest.chars().next().map_or(0, char::len_utf8);
    offset..offset.saturating_add(word.max(first))
}
