//! The table of keywords: since which draft, in which vocabulary, and what their values hold.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Draft::{self, Draft4, Draft6, Draft7, Draft201909, Draft202012};
use super::vocabulary::Vocabulary::{
    self, Applicator, Content, Core, FormatAnnotation, MetaData, Unevaluated, Validation,
};
use Holds::{NamedSchemas, NamedSchemasOrNames, Nothing, SchemaArray, SchemaOrArray};
use Role::{Annotation, Assertion, Identifier, Reference};

/// A keyword as some drafts understand it.
#[derive(Debug)]
pub struct Keyword {
    /// Its name.
    pub name: &'static str,
    /// What it is for.
    pub role: Role,
    /// Where subschemas are in its value.
    pub holds: Holds,
    /// The vocabulary that turns it on.
    pub vocabulary: Vocabulary,
    /// What its value must be, in words that follow "must be".
    pub expects: &'static str,
    first: Draft,
    last: Draft,
}

/// What a keyword is for (2020-12 Core §7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It names or describes the schema itself.
    Identifier,
    /// It points to another schema.
    Reference,
    /// It applies subschemas to the instance, or to a part of it.
    Applicator,
    /// It can fail.
    Assertion,
    /// It says something without failing.
    Annotation,
    /// It keeps subschemas for others to refer to.
    Definitions,
}

/// Where subschemas are in a keyword's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Nowhere.
    Nothing,
    /// The value is one.
    Schema,
    /// The value's items are.
    SchemaArray,
    /// The value is one, or its items are.
    SchemaOrArray,
    /// The value's members are.
    NamedSchemas,
    /// Those of the value's members that are not arrays of names are.
    NamedSchemasOrNames,
}

/// The whole table; a name has several rows where drafts differ about it.
///
/// ```
/// let named = |name| codegen::dialect::keywords().filter(move |keyword| keyword.name == name).count();
/// assert_eq!((named("minimum"), named("exclusiveMinimum")), (1, 2));
/// ```
pub fn keywords() -> impl Iterator<Item = &'static Keyword> {
    KEYWORDS.into_iter().flatten()
}

/// What `draft` understands by `name`.
pub(super) fn find(draft: Draft, name: &str) -> Option<&'static Keyword> {
    let meanings = BY_NAME.get(name)?;
    meanings.iter().copied().find(|keyword| keyword.first <= draft && draft <= keyword.last)
}

/// The names of the keywords of all drafts.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    KEYWORDS.into_iter().flatten().map(|keyword| keyword.name)
}

const fn keyword(
    name: &'static str,
    role: Role,
    holds: Holds,
    vocabulary: Vocabulary,
    expects: &'static str,
) -> Keyword {
    Keyword { name, role, holds, vocabulary, expects, first: Draft4, last: Draft202012 }
}

const fn applicator(name: &'static str, holds: Holds) -> Keyword {
    let expects = match holds {
        Nothing | Holds::Schema => SCHEMA,
        SchemaArray => "a non-empty array of schemas",
        SchemaOrArray => "a schema or a non-empty array of schemas",
        NamedSchemas => "an object whose members are schemas",
        NamedSchemasOrNames => "an object whose members are schemas or arrays of property names",
    };
    keyword(name, Role::Applicator, holds, Applicator, expects)
}

const fn definitions(name: &'static str) -> Keyword {
    keyword(name, Role::Definitions, NamedSchemas, Core, "an object whose members are schemas")
}

const fn assertion(name: &'static str, expects: &'static str) -> Keyword {
    keyword(name, Assertion, Nothing, Validation, expects)
}

const fn annotation(name: &'static str, expects: &'static str) -> Keyword {
    keyword(name, Annotation, Nothing, MetaData, expects)
}

impl Keyword {
    /// Whether nothing that is wrong with its value can change what the schema accepts.
    #[must_use]
    pub fn is_only_annotation(&self) -> bool {
        self.role == Annotation && self.vocabulary != FormatAnnotation
    }

    const fn since(self, first: Draft) -> Self {
        Self { first, ..self }
    }

    const fn until(self, last: Draft) -> Self {
        Self { last, ..self }
    }

    const fn in_vocabulary(self, vocabulary: Vocabulary) -> Self {
        Self { vocabulary, ..self }
    }
}

const SCHEMA: &str = "a schema (an object or, since draft 6, a boolean)";
const COUNT: &str = "a non-negative integer";
const NUMBER: &str = "a number";
const TEXT: &str = "a string";
const NAMES: &str = "an array of unique strings";
const FLAG: &str = "`true` or `false`";
const URI: &str = "a URI reference in a string";
const ANCHOR: &str = "a name made of letters, digits, `-`, `_` and `.` that begins with a letter or `_`";
const TYPES: &str =
    "one of `array`, `boolean`, `integer`, `null`, `number`, `object` and `string`, or a non-empty array of these";

const KEYWORDS: [&[Keyword]; 4] = [CORE, APPLICATORS, ASSERTIONS, ANNOTATIONS];

/// The rows of the table by name; every member of every schema is looked up here.
static BY_NAME: LazyLock<HashMap<&str, Vec<&Keyword>>> = LazyLock::new(|| {
    let mut by_name: HashMap<&str, Vec<&Keyword>> = HashMap::new();
    for keyword in keywords() {
        by_name.entry(keyword.name).or_default().push(keyword);
    }
    by_name
});

const CORE: &[Keyword] = &[
    keyword("$schema", Identifier, Nothing, Core, "the URI of a dialect"),
    keyword("id", Identifier, Nothing, Core, URI).until(Draft4),
    keyword("$id", Identifier, Nothing, Core, "a URI reference without fragment, in a string").since(Draft6),
    keyword("$anchor", Identifier, Nothing, Core, ANCHOR).since(Draft201909),
    keyword("$dynamicAnchor", Identifier, Nothing, Core, ANCHOR).since(Draft202012),
    keyword("$recursiveAnchor", Identifier, Nothing, Core, FLAG).since(Draft201909).until(Draft201909),
    keyword("$vocabulary", Identifier, Nothing, Core, "an object with a boolean for each URI").since(Draft201909),
    keyword("$comment", Annotation, Nothing, Core, TEXT).since(Draft7),
    keyword("$ref", Reference, Nothing, Core, URI),
    keyword("$dynamicRef", Reference, Nothing, Core, URI).since(Draft202012),
    keyword("$recursiveRef", Reference, Nothing, Core, "`\"#\"`").since(Draft201909).until(Draft201909),
    definitions("$defs").since(Draft201909),
    definitions("definitions"),
];

const APPLICATORS: &[Keyword] = &[
    applicator("allOf", SchemaArray),
    applicator("anyOf", SchemaArray),
    applicator("oneOf", SchemaArray),
    applicator("not", Holds::Schema),
    applicator("if", Holds::Schema).since(Draft7),
    applicator("then", Holds::Schema).since(Draft7),
    applicator("else", Holds::Schema).since(Draft7),
    applicator("dependencies", NamedSchemasOrNames),
    applicator("dependentSchemas", NamedSchemas).since(Draft201909),
    applicator("properties", NamedSchemas),
    applicator("patternProperties", NamedSchemas),
    applicator("additionalProperties", Holds::Schema),
    applicator("propertyNames", Holds::Schema).since(Draft6),
    applicator("unevaluatedProperties", Holds::Schema).since(Draft201909).until(Draft201909),
    applicator("unevaluatedProperties", Holds::Schema).since(Draft202012).in_vocabulary(Unevaluated),
    applicator("prefixItems", SchemaArray).since(Draft202012),
    applicator("items", SchemaOrArray).until(Draft201909),
    applicator("items", Holds::Schema).since(Draft202012),
    applicator("additionalItems", Holds::Schema).until(Draft201909),
    applicator("contains", Holds::Schema).since(Draft6),
    applicator("unevaluatedItems", Holds::Schema).since(Draft201909).until(Draft201909),
    applicator("unevaluatedItems", Holds::Schema).since(Draft202012).in_vocabulary(Unevaluated),
];

const ASSERTIONS: &[Keyword] = &[
    assertion("type", TYPES),
    assertion("enum", "an array of the values that are allowed"),
    assertion("const", "a value").since(Draft6),
    assertion("multipleOf", "a number greater than 0"),
    assertion("maximum", NUMBER),
    assertion("exclusiveMaximum", FLAG).until(Draft4),
    assertion("exclusiveMaximum", NUMBER).since(Draft6),
    assertion("minimum", NUMBER),
    assertion("exclusiveMinimum", FLAG).until(Draft4),
    assertion("exclusiveMinimum", NUMBER).since(Draft6),
    assertion("maxLength", COUNT),
    assertion("minLength", COUNT),
    assertion("pattern", "a regular expression in a string"),
    assertion("maxItems", COUNT),
    assertion("minItems", COUNT),
    assertion("uniqueItems", FLAG),
    assertion("maxContains", COUNT).since(Draft201909),
    assertion("minContains", COUNT).since(Draft201909),
    assertion("maxProperties", COUNT),
    assertion("minProperties", COUNT),
    assertion("required", "a non-empty array of unique strings").until(Draft4),
    assertion("required", NAMES).since(Draft6),
    assertion("dependentRequired", "an object whose members are arrays of unique strings").since(Draft201909),
];

const ANNOTATIONS: &[Keyword] = &[
    annotation("title", TEXT),
    annotation("description", TEXT),
    annotation("default", "a value"),
    annotation("deprecated", FLAG).since(Draft201909),
    annotation("readOnly", FLAG).since(Draft7),
    annotation("writeOnly", FLAG).since(Draft7),
    annotation("examples", "an array of values").since(Draft6),
    annotation("format", TEXT).in_vocabulary(FormatAnnotation),
    annotation("contentEncoding", TEXT).since(Draft7).in_vocabulary(Content),
    annotation("contentMediaType", TEXT).since(Draft7).in_vocabulary(Content),
    keyword("contentSchema", Annotation, Holds::Schema, Content, SCHEMA).since(Draft201909),
];
