//! Instances as JSON text, whole or cut to a length that a person reads.

use std::fmt::{self, Write};
use std::ops::ControlFlow;

use super::{Instance, Items, Members, View};

/// Writes an instance as compact JSON.
///
/// # Errors
///
/// Those of `out`, at once: a writer that refuses after some length keeps the work as short as its text.
pub fn write_compact(instance: &dyn Instance, out: &mut dyn Write) -> fmt::Result {
    match instance.view() {
        View::Null => out.write_str("null"),
        View::Boolean(value) => write!(out, "{value}"),
        View::Number(number) => write!(out, "{number}"),
        View::String(text) => write_string(text, out),
        View::Array(items) => write_items(items, out),
        View::Object(members) => write_members(members, out),
    }
}

/// The first `limit` characters of an instance's compact JSON, with `…` where it goes on.
///
/// ```
/// use codegen::support::instance::excerpt;
///
/// assert_eq!(excerpt(&vec![1, 2, 3], 4), "[1,2…");
/// assert_eq!(excerpt(&vec![1, 2, 3], 7), "[1,2,3]");
/// ```
#[must_use]
pub fn excerpt(instance: &dyn Instance, limit: usize) -> String {
    let mut out = Excerpt { text: String::new(), room: limit };
    if write_compact(instance, &mut out).is_err() {
        out.text.push('…');
    }
    out.text
}

/// A writer that takes a limited number of characters and then refuses.
struct Excerpt {
    text: String,
    room: usize,
}

impl Write for Excerpt {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for character in text.chars() {
            self.room = self.room.checked_sub(1).ok_or(fmt::Error)?;
            self.text.push(character);
        }
        Ok(())
    }
}

fn write_items(items: &dyn Items, out: &mut dyn Write) -> fmt::Result {
    out.write_char('[')?;
    for (index, item) in (0..items.len()).filter_map(|index| items.item(index)).enumerate() {
        if index > 0 {
            out.write_char(',')?;
        }
        write_compact(item, out)?;
    }
    out.write_char(']')
}

fn write_members(members: &dyn Members, out: &mut dyn Write) -> fmt::Result {
    out.write_char('{')?;
    let mut separator = "";
    let outcome = members.each(&mut |name, value| match write_member(separator, name, value, out) {
        Ok(()) => {
            separator = ",";
            ControlFlow::Continue(())
        }
        Err(fmt::Error) => ControlFlow::Break(()),
    });
    if outcome.is_break() {
        return Err(fmt::Error);
    }
    out.write_char('}')
}

fn write_member(separator: &str, name: &str, value: &dyn Instance, out: &mut dyn Write) -> fmt::Result {
    out.write_str(separator)?;
    write_string(name, out)?;
    out.write_char(':')?;
    write_compact(value, out)
}

/// Escapes what RFC 8259 §7 says must be escaped, and nothing else.
fn write_string(text: &str, out: &mut dyn Write) -> fmt::Result {
    out.write_char('"')?;
    for character in text.chars() {
        match character {
            '"' => out.write_str("\\\"")?,
            '\\' => out.write_str("\\\\")?,
            '\n' => out.write_str("\\n")?,
            '\r' => out.write_str("\\r")?,
            '\t' => out.write_str("\\t")?,
            '\0'..='\x1f' => write!(out, "\\u{:04x}", u32::from(character))?,
            _ => out.write_char(character)?,
        }
    }
    out.write_char('"')
}
