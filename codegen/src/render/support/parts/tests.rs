//! The table of parts against the sources: no file refers to a part that need not be there when the file is.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{SOURCES, folder, source};
use super::{PARTS, Parts, names_of_support, part_of, part_with, statements, words};

/// The parts that a text's imports lead to.
fn imported(path: &str, text: &str) -> Vec<&'static str> {
    let folder = folder(path);
    let imports = statements(text).filter_map(|statement| statement.trim_start().strip_prefix("use super::"));
    let absolute = imports.filter_map(|import| {
        let ups = 1 + import.matches("super::").count();
        let segments: Vec<&str> = folder.trim_end_matches('/').split('/').collect();
        let base = segments.get(..segments.len().checked_sub(ups)?)?.join("/");
        let rest = import.replace("super::", "").replace("::", "/");
        let rest = rest.split(['{', ';']).next()?.to_owned();
        Some(if base.is_empty() { rest } else { format!("{base}/{rest}") })
    });
    absolute.filter_map(|path| part_with(&path)).collect()
}

/// The parts that export the names that a text's macros take from the support module.
fn called(text: &str) -> Vec<&'static str> {
    let mut exports: BTreeMap<&str, &'static str> = BTreeMap::new();
    for (folder, text) in [("", source("mod.rs")), ("format/", source("format.rs"))] {
        for statement in statements(text).filter(|statement| statement.contains("use ")) {
            if let Some(part) = part_of(folder, statement) {
                let list = statement.rsplit("::").next().unwrap_or_default();
                exports.extend(words(list).map(|word| (word, part)));
            }
        }
    }
    names_of_support(text).filter_map(|name| exports.get(name).copied()).collect()
}

#[test]
fn each_file_refers_to_parts_that_are_there_with_it() {
    let mut missing = Vec::new();
    for (path, text) in SOURCES {
        let mut parts = Parts(BTreeSet::new());
        if let Some(part) = part_with(path.trim_end_matches(".rs")) {
            parts.add(part);
        }
        let used = imported(path, text).into_iter().chain(called(text));
        missing.extend(used.filter(|part| !parts.0.contains(part)).map(|part| format!("{path} refers to {part}")));
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn each_part_is_a_file_and_needs_what_it_refers_to() {
    for (part, needs) in PARTS {
        let files: Vec<_> =
            SOURCES.iter().filter(|(path, _)| part_with(path.trim_end_matches(".rs")) == Some(part)).collect();
        assert!(!files.is_empty(), "there is no {part}");
        let used: BTreeSet<&str> =
            files.iter().flat_map(|(path, text)| imported(path, text).into_iter().chain(called(text))).collect();
        for need in *needs {
            assert!(used.contains(need), "{part} does not refer to {need}");
        }
    }
}

#[test]
fn code_gets_the_parts_that_it_names_and_what_they_need() {
    let parts = super::super::parts(["support::strings_type!(A); super::support::format::EMAIL"].into_iter());
    let wanted: Vec<_> = parts.0.iter().copied().collect();
    assert_eq!(
        wanted,
        ["format/email", "format/hostname", "format/idna", "format/ip", "typed/string", "typed/strings"]
    );
    let kept = parts.select("format/", source("format.rs"));
    assert!(kept.contains("pub use email::") && !kept.contains("uri_template"));
}
