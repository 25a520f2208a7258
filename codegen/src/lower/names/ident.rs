//! Text to Rust identifiers.

use std::collections::HashSet;

use heck::{ToSnakeCase, ToUpperCamelCase};

use crate::spelling::{is_ident, is_letter};

/// Names of fields that generated code needs itself.
const FIELDS: &[&str] = &["build", "extra", "new", "null", "set"];

/// Unique names within one struct or enum.
#[derive(Default)]
pub(in super::super) struct Fields {
    used: HashSet<String>,
}

impl Fields {
    /// Names of an enum's variants.
    pub(in super::super) fn variants() -> Self {
        Self::default()
    }

    /// A field's name.
    pub(in super::super) fn field(&mut self, name: &str) -> String {
        let mut name = field(name);
        if FIELDS.contains(&name.as_str()) {
            name.push('_');
        }
        unique(&mut self.used, name, "_")
    }

    /// The name of the field for all other members.
    pub(in super::super) fn extra() -> String {
        "extra".to_owned()
    }

    /// A variant's name.
    pub(in super::super) fn variant(&mut self, name: &str) -> String {
        let name = unique(&mut self.used, variant(name), "");
        if name == "Self" { "Self_".to_owned() } else { name }
    }
}

/// A name that is not used yet: the name, or the name and the first free number from 2.
pub(super) fn unique(used: &mut HashSet<String>, name: String, separator: &str) -> String {
    if used.insert(name.clone()) {
        return name;
    }
    let separator = match name.chars().last() {
        Some('_') => "",
        Some(last) if last.is_ascii_digit() => "_",
        _ => separator,
    };
    let mut number = 2_usize;
    loop {
        let numbered = format!("{name}{separator}{number}");
        if used.insert(numbered.clone()) {
            return numbered;
        }
        number += 1;
    }
}

/// A `snake_case` identifier.
pub(super) fn field(name: &str) -> String {
    snake(&words(name, is_letter))
}

/// A `snake_case` identifier that a file can be called by, for which Rust asks for ASCII.
pub(super) fn module(name: &str) -> String {
    snake(&words(name, |c| c.is_ascii_alphanumeric()))
}

fn snake(words: &str) -> String {
    let name = lead(&words.to_snake_case(), 'n');
    if is_ident(&name) { name } else { format!("{name}_") }
}

/// A `CamelCase` identifier, or `Self`. Numbers stay apart: `1.0` is `N1_0`, as `10` is `N10`.
pub(super) fn variant(name: &str) -> String {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut camel = String::new();
    for word in words(name, is_letter).split_whitespace() {
        let word = word.to_upper_camel_case();
        if camel.ends_with(is_digit) && word.starts_with(is_digit) {
            camel.push('_');
        }
        camel.push_str(&word);
    }
    lead(&camel, 'N')
}

fn lead(name: &str, letter: char) -> String {
    if name.starts_with(|c: char| c.is_ascii_digit()) { format!("{letter}{name}") } else { name.to_owned() }
}

/// The name in letters and digits: other characters part words, unless there is nothing else. A number keeps its sign.
fn words(name: &str, is_letter: fn(char) -> bool) -> String {
    let plain: String = name.chars().map(|c| if is_letter(c) { c } else { ' ' }).collect();
    if plain.trim().is_empty() {
        return spelled_out(name);
    }
    let plain = with_plural_acronyms(&plain);
    let is_negative = name.strip_prefix('-').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if is_negative { format!("minus {plain}") } else { plain }
}

/// The words with plurals of acronyms, such as `IDs`, in the form that parts from what stands around it as one word: `Ids`.
fn with_plural_acronyms(words: &str) -> String {
    let mut characters: Vec<char> = words.chars().collect();
    for end in 2..characters.len() {
        let is_plural = characters.get(end) == Some(&'s') && !characters.get(end + 1).is_some_and(|c| c.is_lowercase());
        let before = characters.get(..end).unwrap_or_default();
        let length = before.iter().rev().take_while(|c| c.is_uppercase()).count();
        if is_plural && length > 1 {
            let tail = characters.get_mut(end + 1 - length..end).unwrap_or_default();
            for c in tail {
                *c = c.to_lowercase().next().unwrap_or(*c);
            }
        }
    }
    characters.into_iter().collect()
}

fn spelled_out(name: &str) -> String {
    if name.is_empty() {
        return "empty".to_owned();
    }
    let words = name.chars().map(|c| symbol(c).map_or_else(|| format!("u{:04x}", u32::from(c)), str::to_owned));
    words.take(8).collect::<Vec<_>>().join(" ")
}

fn symbol(c: char) -> Option<&'static str> {
    let word = match c {
        '+' => "plus",
        '-' => "minus",
        '*' => "star",
        '/' => "slash",
        '%' => "percent",
        '=' => "equals",
        '<' => "less",
        '>' => "greater",
        '!' => "not",
        '?' => "question",
        '.' => "dot",
        ',' => "comma",
        ':' => "colon",
        ';' => "semicolon",
        '_' => "underscore",
        '$' => "dollar",
        '#' => "hash",
        '@' => "at",
        '&' => "and",
        '|' => "or",
        '^' => "caret",
        '~' => "tilde",
        ' ' => "space",
        _ => return None,
    };
    Some(word)
}
