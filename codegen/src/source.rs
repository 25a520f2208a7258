//! A schema document: its text, its JSON, and the way from a JSON Pointer to a line and column.

mod lines;
mod outline;
mod read;
mod value;

use std::fmt::{Debug, Formatter};
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::diagnostic::Diagnostics;
use crate::dialect::Dialect;
use crate::pointer;
use crate::support::Json;

use self::lines::Lines;
use self::outline::Outline;

pub use self::value::{Members, Value};

/// A JSON document that schemas are read from.
pub struct Source {
    name: String,
    uri: String,
    aliases: Vec<String>,
    path: Option<PathBuf>,
    text: String,
    json: Json,
    outline: Outline,
    lines: OnceLock<Lines>,
    is_requested: bool,
    is_broken: bool,
    assumed_dialect: Option<Dialect>,
}

impl Source {
    /// Reads `text`, which diagnostics call `name` and references call `uri`.
    ///
    /// The source counts as requested: types are generated for it. Documents may nest
    /// [`MAX_DEPTH`](crate::stack::MAX_DEPTH) levels deep.
    ///
    /// ```
    /// use codegen::source::Source;
    ///
    /// let source = Source::parse("point.json", "file:///point.json", r#"{"type": "array"}"#).unwrap();
    /// assert_eq!(source.at("/type").unwrap().span(), 9..16);
    /// let errors = Source::parse("point.json", "file:///point.json", "{").unwrap_err();
    /// assert_eq!(errors.iter().next().unwrap().rule, "invalid-json");
    /// ```
    ///
    /// # Errors
    ///
    /// Fails with `empty-file`, `byte-order-mark`, `invalid-json`, `nested-too-deep` or each `repeated-member`.
    pub fn parse(
        name: impl Into<String>,
        uri: impl Into<String>,
        text: impl Into<String>,
    ) -> Result<Self, Diagnostics> {
        let (name, uri, text) = (name.into(), uri.into(), text.into());
        let (json, outline) = read::read(&name, &text)?;
        Ok(Self::of(name, uri, text, json, outline))
    }

    /// Reads `text` as [`parse`](Self::parse) does, but makes the best of what is wrong with it, so that all else that is
    /// wrong can be found as well: of a member that occurs twice, the first one counts.
    pub(crate) fn salvage(name: &str, uri: &str, text: String) -> (Self, Diagnostics) {
        let errors = match Self::parse(name, uri, text.as_str()) {
            Ok(source) => return (source, Diagnostics::new()),
            Err(errors) => errors,
        };
        let rest = read::without_repeated(&text).and_then(|kept| read::read(name, &kept).ok());
        let salvaged = rest.map(|(json, outline)| Self::of(name.to_owned(), uri.to_owned(), text, json, outline));
        (salvaged.unwrap_or_else(|| Self::broken(name, uri)), errors)
    }

    /// Stands for a document that cannot be read, so that what is wrong elsewhere can be found all the same.
    #[must_use]
    pub fn broken(name: impl Into<String>, uri: impl Into<String>) -> Self {
        let mut anything = Self::of(name.into(), uri.into(), "true".to_owned(), Json::Bool(true), Outline::default());
        anything.is_broken = true;
        anything
    }

    fn of(name: String, uri: String, text: String, json: Json, outline: Outline) -> Self {
        Self {
            name,
            uri,
            aliases: Vec::new(),
            path: None,
            text,
            json,
            outline,
            lines: OnceLock::new(),
            is_requested: true,
            is_broken: false,
            assumed_dialect: None,
        }
    }

    /// Marks it as only referred to: no types are generated but for what the requested documents use.
    #[must_use]
    pub fn referenced(mut self) -> Self {
        self.is_requested = false;
        self
    }

    /// Says which dialect to read it in if it does not say so itself: that of the document that refers to it.
    #[must_use]
    pub fn assuming(mut self, dialect: Option<Dialect>) -> Self {
        self.assumed_dialect = dialect;
        self
    }

    /// What diagnostics call it: the path as the user named it, with forward slashes.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The URI it was retrieved from, its base URI unless an `$id` says otherwise.
    #[must_use]
    pub fn uri(&self) -> &str {
        &self.uri
    }

    /// Other URIs that lead to the same document.
    #[must_use]
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }

    /// The file that it was read from, if it was.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The text as it was read.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text's JSON.
    #[must_use]
    pub fn json(&self) -> &Json {
        &self.json
    }

    /// Whether types are to be generated for it.
    #[must_use]
    pub fn is_requested(&self) -> bool {
        self.is_requested
    }

    /// Whether it only stands for a document that cannot be read.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        self.is_broken
    }

    /// The dialect to assume where the document names none.
    #[must_use]
    pub fn assumed_dialect(&self) -> Option<Dialect> {
        self.assumed_dialect
    }

    /// How many levels of arrays and objects it nests.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.outline.depth()
    }

    /// The whole document.
    #[must_use]
    pub fn root(&self) -> Value<'_> {
        Value::root(self)
    }

    /// The value that a JSON Pointer leads to.
    #[must_use]
    pub fn at(&self, pointer: &str) -> Option<Value<'_>> {
        pointer::tokens(pointer).try_fold(self.root(), |value, token| value.child(&token))
    }

    /// The value that `pointer` leads to, or the last one on the way there.
    #[must_use]
    pub fn nearest(&self, pointer: &str) -> Value<'_> {
        let mut value = self.root();
        for token in pointer::tokens(pointer) {
            let Some(child) = value.child(&token) else { break };
            value = child;
        }
        value
    }

    /// The line and the column in characters, both from 1, of the byte at `offset`.
    #[must_use]
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        self.lines.get_or_init(|| Lines::of(&self.text)).position(&self.text, offset)
    }

    pub(crate) fn read_from(mut self, path: PathBuf) -> Self {
        self.path = Some(path);
        self
    }

    pub(crate) fn placed_at(mut self, uri: String) -> Self {
        self.uri = uri;
        self
    }

    pub(crate) fn with_aliases(mut self, aliases: Vec<String>) -> Self {
        self.aliases = aliases;
        self
    }

    pub(crate) fn add_alias(&mut self, alias: String) {
        self.aliases.push(alias);
    }
}

impl Debug for Source {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Source").field("name", &self.name).field("uri", &self.uri).finish_non_exhaustive()
    }
}

impl Drop for Source {
    /// Takes the JSON apart without recursion: the thread that drops a deeply nested document may have a small stack.
    fn drop(&mut self) {
        let mut doomed = vec![mem::take(&mut self.json)];
        while let Some(json) = doomed.pop() {
            match json {
                Json::Array(items) => doomed.extend(items),
                Json::Object(members) => doomed.extend(members.into_iter().map(|(_, value)| value)),
                Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
            }
        }
    }
}
