//! Rust names for everything that has a name in a schema: readable, stable, and unique where they stand.

mod assign;
mod ident;

use std::collections::HashSet;

use heck::ToUpperCamelCase;

use crate::schema::Annotations;
use crate::spelling::is_letter;

pub(super) use assign::assign;
pub(super) use ident::Fields;

/// Names that a module of generated types must not take: the prelude's, and those that generated code uses.
const TAKEN: &[&str] = &[
    "AsRef",
    "Box",
    "Builder",
    "Clone",
    "Constant",
    "Contract",
    "Copy",
    "Debug",
    "Default",
    "Drop",
    "Eq",
    "Err",
    "Error",
    "Extra",
    "From",
    "FromJson",
    "Hash",
    "Instance",
    "Integer",
    "Into",
    "Iterator",
    "Json",
    "Kind",
    "Map",
    "Maybe",
    "None",
    "Null",
    "Number",
    "NumberView",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "PlainInteger",
    "Result",
    "Self",
    "SeqAccess",
    "Sized",
    "Some",
    "String",
    "ToString",
    "TryFrom",
    "TryInto",
    "TupleType",
    "ItemSink",
    "Vec",
    "LazyLock",
];

/// Names that a module must not take: files with a meaning in a crate, crates, and modules of generated code.
const TAKEN_MODULES: &[&str] =
    &["alloc", "core", "lib", "main", "patterns", "regress", "schemas", "serde", "serde_json", "std", "support"];

/// Names longer than this are cut to the role alone.
const LONGEST: usize = 48;

/// The names of modules given out so far.
#[derive(Default)]
pub(super) struct Modules {
    used: HashSet<String>,
}

impl Modules {
    /// A module's name.
    pub(super) fn name(&mut self, stem: &str) -> String {
        let name = ident::module(stem);
        let name = if TAKEN_MODULES.contains(&name.as_str()) { format!("{name}_") } else { name };
        ident::unique(&mut self.used, name, "_")
    }
}

fn type_ident(name: &str) -> String {
    ident::variant(name)
}

/// Whether a title reads like a name: a few words and nothing else.
pub(super) fn is_name(title: &str) -> bool {
    let is_plain = title.chars().all(|c| is_letter(c) || matches!(c, ' ' | '_' | '-'));
    is_plain && title.len() <= LONGEST && title.split_whitespace().count() <= 4 && !title.trim().is_empty()
}

/// The name of a file without its folders and endings.
pub(super) fn file_stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.split('.').next().unwrap_or(name);
    if stem.is_empty() { "schema".to_owned() } else { stem.to_owned() }
}

/// The role of a list's item or a map's value: the singular, where English makes that easy.
pub(super) fn item(role: &str) -> String {
    let upper = role.to_upper_camel_case();
    for (plural, singular) in [("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ses", "se")] {
        if let Some(stem) = upper.strip_suffix(plural).filter(|stem| stem.len() > 1) {
            return format!("{stem}{singular}");
        }
    }
    match upper.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with(['s', 'u', 'i'])) {
        Some(stem) => stem.to_owned(),
        None => format!("{upper}Item"),
    }
}

/// The name of a tuple's position.
pub(super) fn ordinal(place: usize) -> String {
    const FEW: [&str; 8] = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];
    FEW.get(place).map_or_else(|| format!("item {}", place + 1), |word| (*word).to_owned())
}

/// What a doc comment says: the description, else the title.
pub(super) fn docs(annotations: &Annotations) -> String {
    let text = annotations.description.as_deref().or(annotations.title.as_deref());
    text.map(str::trim).unwrap_or_default().to_owned()
}
