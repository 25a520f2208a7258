//! From JSON Pointers to places in the text and back, for diagnosis.

use std::collections::BTreeSet;

use super::super::json::{array_index, unescaped};
use super::cursor::Cursor;
use super::walk::{Step, Walk};

/// The byte offset of the value at a JSON Pointer (RFC 6901) in JSON text.
///
/// ```
/// # use codegen::support::read;
/// assert_eq!(read::locate(r#"{"a": [1, true]}"#, "/a/1"), Some(10));
/// assert_eq!(read::locate_member(r#"{"a": [1, true]}"#, "/a"), Some(1));
/// ```
#[must_use]
pub fn locate(text: &str, pointer: &str) -> Option<usize> {
    find(text, pointer).map(|found| found.value)
}

/// The byte offset of the name of the member at a JSON Pointer (RFC 6901) in JSON text.
#[must_use]
pub fn locate_member(text: &str, pointer: &str) -> Option<usize> {
    find(text, pointer)?.name
}

/// Where a value begins, and its name if it is a member's.
struct Found {
    name: Option<usize>,
    value: usize,
}

fn find(text: &str, pointer: &str) -> Option<Found> {
    let mut cursor = Cursor::new(text);
    let mut name = None;
    let tokens = if pointer.is_empty() { "" } else { pointer.strip_prefix('/')? };
    for token in tokens.split('/').take(if pointer.is_empty() { 0 } else { usize::MAX }) {
        name = match cursor.token() {
            b'{' => Some(cursor.find_member(&unescaped(token)?)?),
            b'[' => cursor.find_item(array_index(token)?).map(|()| None)?,
            _ => return None,
        };
    }
    match cursor.token() {
        0 | b',' | b':' | b']' | b'}' => None,
        _ => Some(Found { name, value: cursor.at }),
    }
}

/// The line and the column, in characters, of a byte offset; both count from one.
///
/// ```
/// # use codegen::support::read;
/// assert_eq!(read::line_column("{\n  \"é\": 1}", 8), (2, 6));
/// ```
#[must_use]
pub fn line_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..text.floor_char_boundary(offset)).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let n_lines = before.matches('\n').count();
    let n_characters = before.get(line_start..).map_or(0, |line| line.chars().count());
    (n_lines + 1, n_characters + 1)
}

/// The JSON Pointer of the value at a byte offset, or of the innermost value around it.
///
/// The text may be broken from there on. Where an item or a member's value is missing, it is that item or member.
///
/// ```
/// # use codegen::support::read;
/// assert_eq!(read::pointer_at(r#"{"a": [1, 2 3]}"#, 12), "/a");
/// assert_eq!(read::pointer_at(r#"{"a": [1, x]}"#, 10), "/a/1");
/// ```
#[must_use]
pub fn pointer_at(text: &str, offset: usize) -> String {
    let mut walk = Walk::new(text);
    while walk.approach() < offset {
        let has_stepped = walk.step().is_some();
        if !has_stepped || walk.offset() > offset {
            break;
        }
    }
    walk.pointer()
}

/// The first member that repeats a name of its object: its JSON Pointer and the byte offset of the second name.
///
/// ```
/// # use codegen::support::read;
/// let text = r#"[{"a": {"a": 1}, "\u0061": 2}]"#;
/// assert_eq!(read::repeated_member(text), Some(("/0/a".to_owned(), 17)));
/// ```
#[must_use]
pub fn repeated_member(text: &str) -> Option<(String, usize)> {
    let mut walk = Walk::new(text);
    let mut names = Vec::new();
    loop {
        let offset = walk.approach();
        match walk.step()? {
            Step::Open => names.push(BTreeSet::new()),
            Step::Close => drop(names.pop()),
            Step::Name => {
                if !names.last_mut()?.insert(walk.name()?) {
                    return Some((walk.pointer(), offset));
                }
            }
            Step::Other => {}
        }
    }
}
