//! The scan that makes an outline: one pass over the text, one explicit stack.

use std::borrow::Cow;
use std::ops::Range;

use super::{Entry, Outline, WIDE};

/// The text has not the structure of JSON; at this byte the scan gave up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::source) struct Malformed {
    pub(in crate::source) offset: usize,
}

/// What the text must continue with.
enum Expected {
    Value,
    FirstItem,
    FirstMember,
    Continuation,
    Nothing,
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
    outline: Outline,
    /// The arrays and objects that are open.
    open: Vec<Open>,
    /// The name that waits for its value.
    name: Range<usize>,
}

struct Open {
    entry: usize,
    is_object: bool,
}

/// Scans a whole text.
pub(super) fn scan(text: &str) -> Result<Outline, Malformed> {
    let mut scan = Scan { text, at: 0, outline: Outline::default(), open: Vec::new(), name: 0..0 };
    let mut expected = Expected::Value;
    loop {
        scan.skip_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
        expected = match expected {
            Expected::FirstItem if scan.peek() == Some(b']') => scan.close(),
            Expected::FirstMember if scan.peek() == Some(b'}') => scan.close(),
            Expected::FirstMember => scan.name()?,
            Expected::FirstItem | Expected::Value => scan.value()?,
            Expected::Continuation => scan.continuation()?,
            Expected::Nothing if scan.at == text.len() => return Ok(scan.outline),
            Expected::Nothing => return Err(scan.malformed()),
        };
    }
}

impl Scan<'_> {
    fn value(&mut self) -> Result<Expected, Malformed> {
        let begin = self.at;
        match self.peek() {
            Some(b'{') => return Ok(self.open(true)),
            Some(b'[') => return Ok(self.open(false)),
            Some(b'"') => self.string()?,
            _ => self.skip_while(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte)),
        }
        if self.at == begin {
            return Err(self.malformed());
        }
        let entry = self.begin(begin);
        self.end(entry);
        Ok(self.after_value())
    }

    fn name(&mut self) -> Result<Expected, Malformed> {
        let begin = self.at;
        if self.peek() != Some(b'"') {
            return Err(self.malformed());
        }
        self.string()?;
        self.name = begin..self.at;
        self.skip_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
        if self.peek() != Some(b':') {
            return Err(self.malformed());
        }
        self.step();
        Ok(Expected::Value)
    }

    fn continuation(&mut self) -> Result<Expected, Malformed> {
        let is_object = self.open.last().is_some_and(|open| open.is_object);
        match self.peek() {
            Some(b'}') if is_object => Ok(self.close()),
            Some(b']') if !is_object => Ok(self.close()),
            Some(b',') => {
                self.step();
                self.skip_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
                if is_object { self.name() } else { Ok(Expected::Value) }
            }
            _ => Err(self.malformed()),
        }
    }

    fn open(&mut self, is_object: bool) -> Expected {
        let entry = self.begin(self.at);
        self.open.push(Open { entry, is_object });
        if self.open.len() > self.outline.depth {
            self.outline.depth = self.open.len();
            self.outline.deepest = self.at;
        }
        self.step();
        if is_object { Expected::FirstMember } else { Expected::FirstItem }
    }

    fn close(&mut self) -> Expected {
        self.step();
        if let Some(open) = self.open.pop() {
            self.end(open.entry);
            if open.is_object {
                self.sort_members(open.entry);
            }
        }
        self.after_value()
    }

    fn after_value(&self) -> Expected {
        if self.open.is_empty() { Expected::Nothing } else { Expected::Continuation }
    }

    fn begin(&mut self, offset: usize) -> usize {
        let name = std::mem::take(&mut self.name);
        self.outline.entries.push(Entry { name, value: offset..offset, end: 0 });
        self.outline.entries.len().saturating_sub(1)
    }

    fn end(&mut self, entry: usize) {
        let end = self.outline.entries.len();
        if let Some(entry) = self.outline.entries.get_mut(entry) {
            entry.value.end = self.at;
            entry.end = end;
        }
    }

    /// Finds repeated names, and keeps the order of many members.
    fn sort_members(&mut self, object: usize) {
        let named = |entry| self.outline.name(self.text, entry).map(|name| (name, entry));
        let mut members: Vec<(Cow<'_, str>, usize)> = self.outline.children(object).filter_map(named).collect();
        members.sort_unstable();
        let is_same = |pair: &&[(Cow<'_, str>, usize)]| matches!(pair, [(first, _), (second, _)] if first == second);
        let repeated: Vec<usize> =
            members.windows(2).filter(is_same).filter_map(|pair| pair.last().map(|(_, entry)| *entry)).collect();
        let sorted: Vec<usize> = members.iter().map(|(_, entry)| *entry).collect();
        self.outline.repeated.extend(repeated);
        if sorted.len() > WIDE {
            self.outline.wide.insert(object, sorted);
        }
    }

    /// Passes over a string token, whatever its escapes.
    fn string(&mut self) -> Result<(), Malformed> {
        self.step();
        loop {
            self.skip_while(|byte| byte != b'"' && byte != b'\\');
            match self.peek() {
                Some(b'"') => {
                    self.step();
                    return Ok(());
                }
                Some(_) => self.at = self.at.saturating_add(2),
                None => return Err(self.malformed()),
            }
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn step(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    fn skip_while(&mut self, is_skipped: impl Fn(u8) -> bool) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        self.at = self.at.saturating_add(rest.iter().take_while(|byte| is_skipped(**byte)).count());
    }

    fn malformed(&self) -> Malformed {
        Malformed { offset: self.at.min(self.text.len()) }
    }
}
