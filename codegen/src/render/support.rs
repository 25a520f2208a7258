//! The support module's own source, which is copied beside the generated types.

mod parts;

pub(super) use self::parts::Parts;

/// Each file with its path below the module's folder.
macro_rules! sources {
    ($($path:literal)*) => {
        &[$(($path, include_str!(concat!("../support/", $path)))),*]
    };
}

const SOURCES: &[(&str, &str)] = sources! {
    "constant.rs"
    "content.rs"
    "format.rs"
    "format/duration.rs"
    "format/email.rs"
    "format/hostname.rs"
    "format/idna.rs"
    "format/idna/bidi.rs"
    "format/idna/context.rs"
    "format/idna/punycode.rs"
    "format/idna/tables.rs"
    "format/idna/tables/direction.rs"
    "format/idna/tables/letters.rs"
    "format/idna/tables/marks.rs"
    "format/ip.rs"
    "format/json_pointer.rs"
    "format/regex.rs"
    "format/regex/class.rs"
    "format/regex/escape.rs"
    "format/regex/name.rs"
    "format/regex/pattern.rs"
    "format/regex/properties.rs"
    "format/time.rs"
    "format/unicode.rs"
    "format/uri.rs"
    "format/uri/component.rs"
    "format/uri_template.rs"
    "format/uuid.rs"
    "instance.rs"
    "instance/equal.rs"
    "instance/implementations.rs"
    "instance/text.rs"
    "json.rs"
    "json/access.rs"
    "json/canonical.rs"
    "json/convert.rs"
    "json/deserialize.rs"
    "json/pointer.rs"
    "map.rs"
    "mod.rs"
    "number.rs"
    "number/access.rs"
    "number/decimal.rs"
    "number/error.rs"
    "number/integer.rs"
    "number/multiple.rs"
    "number/natural.rs"
    "number/parse.rs"
    "number/serialize.rs"
    "number/view.rs"
    "read.rs"
    "read/attempts.rs"
    "read/cursor.rs"
    "read/deserialize.rs"
    "read/error.rs"
    "read/exact.rs"
    "read/items.rs"
    "read/locate.rs"
    "read/members.rs"
    "read/name.rs"
    "read/name_text.rs"
    "read/number.rs"
    "read/pass.rs"
    "read/plain.rs"
    "read/skip.rs"
    "read/string.rs"
    "read/tagged.rs"
    "read/text.rs"
    "read/token.rs"
    "read/variant.rs"
    "read/walk.rs"
    "schema.rs"
    "typed/array.rs"
    "typed/buffer.rs"
    "typed/buffer/access.rs"
    "typed/builder.rs"
    "typed/choices.rs"
    "typed/constants.rs"
    "typed/contract.rs"
    "typed/extra.rs"
    "typed/further.rs"
    "typed/key.rs"
    "typed/kinds.rs"
    "typed/maybe.rs"
    "typed/members.rs"
    "typed/mod.rs"
    "typed/never.rs"
    "typed/newtype.rs"
    "typed/null.rs"
    "typed/number.rs"
    "typed/object.rs"
    "typed/plain_integer.rs"
    "typed/signs.rs"
    "typed/slot.rs"
    "typed/string.rs"
    "typed/strings.rs"
    "typed/tagged.rs"
    "typed/tuple.rs"
    "typed/union.rs"
    "typed/unread.rs"
    "typed/variants.rs"
    "validate.rs"
    "validate/array.rs"
    "validate/assertion.rs"
    "validate/branch.rs"
    "validate/combination.rs"
    "validate/evaluated.rs"
    "validate/object.rs"
    "validate/phrase.rs"
    "validate/place.rs"
    "validate/report.rs"
    "validate/sensitive.rs"
    "validate/unique.rs"
    "validate/verdicts.rs"
    "violation.rs"
    "violation/diagnose.rs"
    "violation/error.rs"
    "violation/positions.rs"
    "write.rs"
    "write/compound.rs"
    "write/key.rs"
    "write/layout.rs"
    "write/number.rs"
    "write/serialize.rs"
    "write/string.rs"
};

/// The parts that the code in `texts` needs.
pub(super) fn parts<'t>(texts: impl Iterator<Item = &'t str>) -> Parts {
    Parts::wanted(texts, &[("", source("mod.rs")), ("format/", source("format.rs"))])
}

/// The files with these parts, by their paths below the module's folder.
pub(super) fn files(parts: &Parts) -> impl Iterator<Item = (&'static str, String)> {
    let wanted = SOURCES.iter().filter(|(path, _)| parts.has(path.trim_end_matches(".rs")));
    wanted.map(|(path, text)| (*path, parts.select(&folder(path), &without_examples(text))))
}

/// The module with these parts as the text that stands between its braces.
pub(super) fn nested(parts: &Parts) -> String {
    inside("mod.rs", parts)
}

fn source(path: &str) -> &'static str {
    SOURCES.iter().find(|(other, _)| *other == path).map_or("", |(_, text)| text)
}

/// The folder of the modules that a file declares.
fn folder(path: &str) -> String {
    match path.strip_suffix("mod.rs") {
        Some(folder) => folder.to_owned(),
        None => format!("{}/", path.trim_end_matches(".rs")),
    }
}

/// The text of a file with the modules that it declares in place.
fn inside(path: &str, parts: &Parts) -> String {
    let (source, folder) = (source(path), folder(path));
    let mut text = String::with_capacity(source.len());
    for line in parts.select(&folder, &without_examples(source)).lines() {
        match line.strip_suffix(';').and_then(|line| line.split_once("mod ")) {
            Some((visibility, name)) if visibility.is_empty() || visibility.starts_with("pub") => {
                let content = indented(&inside(&child(&folder, name), parts));
                text.extend([visibility, "mod ", name, " {\n", &content, "}\n"]);
            }
            _ => text.extend([line, "\n"]),
        }
    }
    text
}

/// The file of the module `name` that one in `folder` declares.
fn child(folder: &str, name: &str) -> String {
    let file = format!("{folder}{name}.rs");
    let is_file = SOURCES.iter().any(|(path, _)| *path == file);
    if is_file { file } else { format!("{folder}{name}/mod.rs") }
}

/// The text one level further in.
pub(super) fn indented(text: &str) -> String {
    let mut indented = String::with_capacity(text.len() * 5 / 4);
    for line in text.lines() {
        if !line.is_empty() {
            indented.push_str("    ");
        }
        indented.extend([line, "\n"]);
    }
    indented
}

/// The text without the examples in its documentation, which name this crate.
fn without_examples(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, example)) = split_at_fence(rest) {
        kept.push_str(without_blank_end(before));
        rest = split_at_fence(example).map_or("", |(_, behind)| behind);
    }
    kept + rest
}

/// The lines before the first line with a fence of code, and those behind it.
fn split_at_fence(text: &str) -> Option<(&str, &str)> {
    let is_fence = |place: &usize| text.get(*place..).is_some_and(|rest| rest.starts_with("```"));
    let fence = text.match_indices('`').map(|(place, _)| place).find(is_fence)?;
    let (before, behind) = text.split_at_checked(fence)?;
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let behind = behind.find('\n').and_then(|end| behind.get(end + 1..)).unwrap_or_default();
    Some((before.get(..start)?, behind))
}

/// The lines without the last one if that is a comment that says nothing.
fn without_blank_end(lines: &str) -> &str {
    let last = lines.trim_end_matches('\n').rfind('\n').map_or(0, |end| end + 1);
    let is_blank = lines.get(last..).is_some_and(|line| matches!(line.trim(), "///" | "//!"));
    lines.get(..last).filter(|_| is_blank).unwrap_or(lines)
}

#[cfg(test)]
mod tests {
    use super::without_examples;

    #[test]
    fn examples_go_with_the_line_above() {
        let text = "/// A word.\n///\n/// ```\n/// # use codegen::x;\n/// ```\n///\n/// # Errors\nfn f() {}\n";
        assert_eq!(without_examples(text), "/// A word.\n///\n/// # Errors\nfn f() {}\n");
    }
}
