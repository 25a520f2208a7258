//! Lines and columns of violations: one pass over the text for all of them, however many there are.

use std::collections::BTreeMap;

use super::super::read;
use super::super::validate::push_token;
use super::Violation;

/// Fills in where violations are in the text, which must be JSON, and brings them into the order of the text.
pub(super) fn locate(text: &str, violations: &mut [Violation]) {
    let offsets = offsets(text, violations);
    let positions = line_columns(text, offsets.iter().filter_map(|offset| *offset).collect());
    for (violation, offset) in violations.iter_mut().zip(offsets) {
        let position = offset.and_then(|offset| positions.get(&offset));
        (violation.line, violation.column) = position.copied().unzip();
    }
    violations.sort_by_key(|violation| (violation.line, violation.column));
}

/// Where each violation's value or name begins.
fn offsets(text: &str, violations: &[Violation]) -> Vec<Option<usize>> {
    let mut values: BTreeMap<&str, Option<usize>> = BTreeMap::new();
    let mut names: BTreeMap<&str, Option<usize>> = BTreeMap::new();
    for violation in violations {
        match &violation.name_at {
            Some(pointer) => names.insert(pointer, None),
            None => values.insert(&violation.pointer, None),
        };
    }
    Walk::new(text).for_each(|found| {
        if let Some(offset) = values.get_mut(found.pointer) {
            *offset = Some(found.value);
        }
        if let Some(offset) = names.get_mut(found.pointer) {
            *offset = Some(found.name);
        }
    });
    let offset_of = |violation: &Violation| match &violation.name_at {
        Some(pointer) => names.get(pointer.as_str()).copied().flatten(),
        None => values.get(violation.pointer.as_str()).copied().flatten(),
    };
    violations.iter().map(offset_of).collect()
}

/// The line and column, both from 1, of each offset.
fn line_columns(text: &str, mut offsets: Vec<usize>) -> BTreeMap<usize, (usize, usize)> {
    offsets.sort_unstable();
    let mut offsets = offsets.into_iter().peekable();
    let mut positions = BTreeMap::new();
    let (mut line, mut column) = (1, 1);
    for (offset, character) in text.char_indices() {
        while offsets.next_if(|wanted| *wanted == offset).is_some() {
            positions.insert(offset, (line, column));
        }
        if offsets.peek().is_none() {
            break;
        }
        (line, column) = if character == '\n' { (line + 1, 1) } else { (line, column + 1) };
    }
    positions
}

/// A value that the walk has come to.
struct Found<'w> {
    pointer: &'w str,
    /// The offset of the value.
    value: usize,
    /// The offset of its name, or its own if it has none.
    name: usize,
}

/// A walk over the values of a text.
struct Walk<'t> {
    text: &'t str,
    at: usize,
    pointer: String,
    open: Vec<Open>,
}

/// An array or object that the walk is in, and how long its own pointer is.
struct Open {
    pointer_length: usize,
    inside: Inside,
}

enum Inside {
    Array { index: usize },
    ObjectBeforeName,
    ObjectBeforeValue { name: String, offset: usize },
}

impl<'t> Walk<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, at: 0, pointer: String::new(), open: Vec::new() }
    }

    fn for_each(mut self, mut visit: impl FnMut(Found<'_>)) {
        while let Some(byte) = self.text.as_bytes().get(self.at) {
            match byte {
                b' ' | b'\t' | b'\n' | b'\r' | b':' => self.at += 1,
                b',' => self.next_entry(),
                b']' | b'}' => {
                    self.open.pop();
                    self.at += 1;
                }
                b'"' if matches!(self.open.last(), Some(Open { inside: Inside::ObjectBeforeName, .. })) => {
                    self.read_name();
                }
                byte => {
                    visit(self.begin_value());
                    self.pass_value_start(*byte);
                }
            }
        }
    }

    fn next_entry(&mut self) {
        self.at += 1;
        if let Some(Open { inside, .. }) = self.open.last_mut() {
            match inside {
                Inside::Array { index } => *index += 1,
                _ => *inside = Inside::ObjectBeforeName,
            }
        }
    }

    fn read_name(&mut self) {
        let (offset, end) = (self.at, self.end_of_string());
        let quoted = self.text.get(offset..end).unwrap_or_default();
        let name = read::from_str(quoted).unwrap_or_default();
        if let Some(open) = self.open.last_mut() {
            open.inside = Inside::ObjectBeforeValue { name, offset };
        }
        self.at = end;
    }

    /// Brings the pointer to the value that begins here.
    fn begin_value(&mut self) -> Found<'_> {
        let mut name_at = self.at;
        if let Some(open) = self.open.last() {
            self.pointer.truncate(open.pointer_length);
            match &open.inside {
                Inside::Array { index } => push_token(&mut self.pointer, &index.to_string()),
                Inside::ObjectBeforeName => {}
                Inside::ObjectBeforeValue { name, offset } => {
                    push_token(&mut self.pointer, name);
                    name_at = *offset;
                }
            }
        }
        Found { pointer: &self.pointer, value: self.at, name: name_at }
    }

    /// Passes over a scalar, or into an array or object.
    fn pass_value_start(&mut self, first: u8) {
        let inside = match first {
            b'[' => Inside::Array { index: 0 },
            b'{' => Inside::ObjectBeforeName,
            b'"' => {
                self.at = self.end_of_string();
                return;
            }
            _ => {
                let rest = self.text.as_bytes().iter().skip(self.at);
                self.at += rest.take_while(|byte| !b",]} \t\r\n".contains(byte)).count();
                return;
            }
        };
        self.open.push(Open { pointer_length: self.pointer.len(), inside });
        self.at += 1;
    }

    /// The offset behind the string that begins here.
    fn end_of_string(&self) -> usize {
        let mut end = self.at + 1;
        while let Some(byte) = self.text.as_bytes().get(end) {
            match byte {
                b'"' => return end + 1,
                b'\\' => end += 2,
                _ => end += 1,
            }
        }
        self.text.len()
    }
}
