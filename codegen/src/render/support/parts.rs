//! The parts of the support module that only some schemas need, and those that generated code asks for.
//!
//! Code asks for a part by a name that the part exports. What a part needs itself stands in a table, which the tests
//! compare with what its source says.

use std::collections::BTreeSet;

/// Files that only some schemas need, without their ending, each with all below its folder; and what parts they need.
const PARTS: &[(&str, &[&str])] = &[
    ("format/duration", &[]),
    ("format/email", &["format/hostname", "format/ip"]),
    ("format/hostname", &["format/idna"]),
    ("format/idna", &[]),
    ("format/ip", &[]),
    ("format/json_pointer", &[]),
    ("format/regex", &[]),
    ("format/time", &[]),
    ("format/unicode", &[]),
    ("format/uri", &["format/ip", "format/unicode"]),
    ("format/uri_template", &["format/unicode"]),
    ("format/uuid", &[]),
    ("typed/array", &[]),
    ("typed/kinds", &[]),
    ("typed/never", &[]),
    ("typed/newtype", &[]),
    ("typed/number", &[]),
    ("typed/plain_integer", &[]),
    ("typed/string", &[]),
    ("typed/strings", &["typed/string"]),
    ("typed/tuple", &[]),
];

/// The parts that are wanted.
pub(in super::super) struct Parts(BTreeSet<&'static str>);

impl Parts {
    /// What the code in `texts` asks for, by the names that `exporting` files export, and what that needs.
    pub(super) fn wanted<'t>(texts: impl Iterator<Item = &'t str>, exporting: &[(&str, &str)]) -> Self {
        let asked: BTreeSet<&str> = texts.flat_map(names_of_support).collect();
        let mut parts = Self(BTreeSet::new());
        for (folder, text) in exporting {
            for statement in statements(text) {
                let part = part_of(folder, statement).filter(|_| words(statement).any(|word| asked.contains(word)));
                if let Some(part) = part {
                    parts.add(part);
                }
            }
        }
        parts
    }

    /// Adds a part and what it needs.
    fn add(&mut self, part: &'static str) {
        let mut waiting = vec![part];
        while let Some(part) = waiting.pop() {
            if self.0.insert(part) {
                waiting.extend(needs(part));
            }
        }
    }

    /// Whether a file, given without its ending, belongs to a wanted part or to none.
    pub(super) fn has(&self, path: &str) -> bool {
        part_with(path).is_none_or(|part| self.0.contains(part))
    }

    /// The text of a file whose modules stand in `folder`, without the statements about parts that are not wanted.
    pub(super) fn select(&self, folder: &str, text: &str) -> String {
        if !PARTS.iter().any(|(part, _)| part.starts_with(folder)) {
            return text.to_owned();
        }
        let is_wanted = |statement: &&str| part_of(folder, statement).is_none_or(|part| self.0.contains(part));
        statements(text).filter(is_wanted).collect()
    }
}

fn needs(part: &str) -> &'static [&'static str] {
    PARTS.iter().find(|(other, _)| *other == part).map_or(&[], |(_, needs)| needs)
}

/// The part that a file, given without its ending, belongs to.
fn part_with(path: &str) -> Option<&'static str> {
    let is_in = |part: &str| path.strip_prefix(part).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    PARTS.iter().map(|(part, _)| *part).find(|part| is_in(part))
}

/// The part that a statement declares or exports from.
fn part_of(folder: &str, statement: &str) -> Option<&'static str> {
    let item = statement.strip_prefix("pub").map_or(statement, |item| item.trim_start_matches("(crate)")).trim_start();
    let path = item.strip_prefix("mod ").or_else(|| item.strip_prefix("use "))?;
    let path = path.split(['{', ';']).next()?;
    part_with(&format!("{folder}{}", path.replace("::", "/")))
}

/// The lines of a text; those of one `use` together.
fn statements(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let line = rest.find('\n').map_or(rest.len(), |end| end + 1);
        let is_use = rest.get(..line)?.trim_end().ends_with("::{");
        let end = if is_use { rest.find(";\n").map_or(line, |end| end + 2) } else { line };
        let (statement, others) = rest.split_at_checked(end).filter(|(statement, _)| !statement.is_empty())?;
        rest = others;
        Some(statement)
    })
}

/// The names that code takes from the support module.
fn names_of_support(text: &str) -> impl Iterator<Item = &str> {
    text.split("support::").skip(1).flat_map(|rest| {
        let is_end = |character: char| !(character.is_alphanumeric() || matches!(character, '_' | ':'));
        let names = rest.strip_prefix('{').and_then(|list| list.split('}').next());
        words(names.unwrap_or_else(|| rest.split(is_end).next().unwrap_or_default()))
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !(character.is_alphanumeric() || character == '_')).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests;
