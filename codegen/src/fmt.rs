//! The canonical layout of a schema document: where members stand and how they are indented, nothing else.
//!
//! Strings and numbers stay as they were written, members of instances and the names that authors chose stay in their
//! order. Formatting a formatted text changes nothing.

mod order;

use std::collections::BTreeSet;

use crate::options::Options;
use crate::pointer;
use crate::source::{Source, Value};
use crate::support::Json;
use crate::{stack, survey};

/// What stands in front of a member for each level.
const INDENT: &str = "  ";

/// The text of each requested document in its canonical layout, in the order of the sources.
///
/// ```
/// use codegen::fmt::fmt;
/// use codegen::{Options, source::Source};
///
/// let text = r#"{"maximum": 1.0e2, "type": "number", "title": "\u0041", "enum": []}"#;
/// let sources = [Source::parse("a.json", "file:///a.json", text).unwrap()];
/// let expected = r#"{
///   "title": "\u0041",
///   "type": "number",
///   "enum": [],
///   "maximum": 1.0e2
/// }
/// "#;
/// let [(_, formatted)] = &fmt(&sources, &Options::default())[..] else { panic!("one document") };
/// assert_eq!(formatted, expected);
/// ```
#[must_use]
pub fn fmt<'s>(sources: &'s [Source], options: &Options) -> Vec<(&'s Source, String)> {
    stack::on_deep_stack(|| {
        let schemas = schemas(sources, options);
        let requested = sources.iter().enumerate().filter(|(_, source)| source.is_requested());
        let formatted = requested.map(|(index, source)| {
            let is_schema = |pointer: &str| schemas.contains(&(index, pointer.to_owned()));
            let mut layout = Layout { text: String::with_capacity(source.text().len()), is_schema };
            layout.value(source.root(), &mut String::new(), 0);
            (source, layout.text + "\n")
        });
        formatted.collect()
    })
}

/// Where the documents have schemas: source and pointer.
fn schemas(sources: &[Source], options: &Options) -> BTreeSet<(usize, String)> {
    let survey = survey::survey(sources, options);
    survey.sites.iter().map(|site| (site.scope.source, site.pointer.to_string())).collect()
}

/// A text in the making.
struct Layout<F> {
    text: String,
    /// Whether a pointer leads to a schema, whose members have an order.
    is_schema: F,
}

impl<F: Fn(&str) -> bool> Layout<F> {
    /// Writes a value; the recursion is as deep as documents are read.
    fn value(&mut self, value: Value<'_>, pointer: &mut String, depth: usize) {
        match value.json() {
            Json::Object(_) => self.object(value, pointer, depth),
            Json::Array(_) => self.array(value, pointer, depth),
            _ => self.text.push_str(value.text()),
        }
    }

    fn object(&mut self, object: Value<'_>, pointer: &mut String, depth: usize) {
        let mut members: Vec<_> = object.members().collect();
        if (self.is_schema)(pointer) {
            members.sort_by_key(|(name, _)| order::rank(name));
        }
        let source = object.source();
        self.list(('{', '}'), &members, depth, |layout, (name, value), depth| {
            let spelling = value.name_span().and_then(|span| source.text().get(span)).unwrap_or_default();
            layout.text.push_str(spelling);
            layout.text.push_str(": ");
            layout.within(*value, pointer, name, depth);
        });
    }

    fn array(&mut self, array: Value<'_>, pointer: &mut String, depth: usize) {
        let items: Vec<_> = array.items().enumerate().collect();
        self.list(('[', ']'), &items, depth, |layout, (index, value), depth| {
            layout.within(*value, pointer, &index.to_string(), depth);
        });
    }

    /// Writes a value one token further.
    fn within(&mut self, value: Value<'_>, pointer: &mut String, token: &str, depth: usize) {
        let length = pointer.len();
        pointer::push(pointer, token);
        self.value(value, pointer, depth);
        pointer.truncate(length);
    }

    /// Writes entries between brackets, each on a line of its own; none need no line.
    fn list<T>(
        &mut self,
        (open, close): (char, char),
        entries: &[T],
        depth: usize,
        mut write: impl FnMut(&mut Self, &T, usize),
    ) {
        self.text.push(open);
        for (place, entry) in entries.iter().enumerate() {
            self.text.push_str(if place == 0 { "" } else { "," });
            self.line(depth.saturating_add(1));
            write(self, entry, depth.saturating_add(1));
        }
        if !entries.is_empty() {
            self.line(depth);
        }
        self.text.push(close);
    }

    fn line(&mut self, depth: usize) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n(INDENT, depth));
    }
}
