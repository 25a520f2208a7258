//! A compiled schema: the `static` data that the generator emits and `validate` reads.
//!
//! Every draft is normalised to these keywords before it gets here, so validation asks no question about dialects.
//! Schemas refer to each other by `&'static` references, which may form cycles, and cost nothing to set up.

use std::fmt;

use super::constant::Constant;
use super::content::Content;
use super::format::Format;
use super::instance::View;
use super::number::NumberView;

/// A subschema: all its assertions and applicators must hold; with none it is the schema `true`.
///
/// ```
/// use codegen::support::schema::{Keyword, Resource, Schema, Types};
///
/// static RESOURCE: Resource = Resource { uri: "https://example.org/tree", dynamic_anchors: &[] };
/// static TREE: Schema = Schema {
///     location: "https://example.org/tree#",
///     resource: &RESOURCE,
///     keywords: &[
///         Keyword::Type(Types::ARRAY),
///         Keyword::Items { prefix: &[], rest: Some(&TREE) },
///     ],
/// };
/// assert!(!TREE.has_unevaluated());
/// ```
#[derive(Clone, Copy)]
pub struct Schema {
    /// Its absolute keyword location: the base URI and a JSON Pointer as fragment.
    pub location: &'static str,
    /// The schema resource it belongs to.
    pub resource: &'static Resource,
    /// Its keywords; [`Keyword::UnevaluatedProperties`] and [`Keyword::UnevaluatedItems`] come last.
    pub keywords: &'static [Keyword],
}

/// A schema resource, the scope of anchors (2020-12 Core §4.3.5).
#[derive(Clone, Copy, Debug)]
pub struct Resource {
    /// The absolute URI that identifies it.
    pub uri: &'static str,
    /// Its `$dynamicAnchor`s; 2019-09's `$recursiveAnchor: true` is the anchor "".
    pub dynamic_anchors: &'static [(&'static str, &'static Schema)],
}

/// One keyword, or a group of keywords that only mean something together.
#[derive(Clone, Copy, Debug)]
pub enum Keyword {
    /// The schema `false`.
    Never,
    /// `type`.
    Type(Types),
    /// Draft 4's `integer`: a number, if it is one, is written without fraction and exponent.
    WrittenAsInteger,
    /// `enum`.
    Enum(&'static [Constant]),
    /// `const`.
    Const(Constant),
    /// `minimum`.
    Minimum(NumberView<'static>),
    /// `maximum`.
    Maximum(NumberView<'static>),
    /// `exclusiveMinimum`.
    ExclusiveMinimum(NumberView<'static>),
    /// `exclusiveMaximum`.
    ExclusiveMaximum(NumberView<'static>),
    /// `multipleOf`.
    MultipleOf(NumberView<'static>),
    /// `minLength`, in characters (code points).
    MinLength(u64),
    /// `maxLength`, in characters (code points).
    MaxLength(u64),
    /// `pattern`.
    Pattern(Pattern),
    /// `format` as an assertion.
    Format(&'static Format),
    /// `contentEncoding` and `contentMediaType` as assertions.
    Content(Content),
    /// `prefixItems` and `items` (in older drafts `items` as an array, and `additionalItems`).
    Items {
        /// The schemas of the first items.
        prefix: &'static [&'static Schema],
        /// The schema of all later items.
        rest: Option<&'static Schema>,
    },
    /// `minItems`.
    MinItems(u64),
    /// `maxItems`.
    MaxItems(u64),
    /// `uniqueItems: true`.
    UniqueItems,
    /// `contains` with `minContains` (1 when absent) and `maxContains`.
    Contains {
        /// What an item must match to be counted.
        schema: &'static Schema,
        /// How many items must match.
        min: u64,
        /// How many items may match.
        max: Option<u64>,
        /// Whether matched items count as evaluated (2020-12) or not (2019-09).
        evaluates: bool,
    },
    /// `properties`, `patternProperties` and `additionalProperties`.
    Properties {
        /// The named members' schemas, sorted by name.
        named: &'static [(&'static str, &'static Schema)],
        /// The schemas of members whose name matches.
        patterns: &'static [(Pattern, &'static Schema)],
        /// The schema of members that neither names nor patterns cover.
        additional: Option<&'static Schema>,
    },
    /// `propertyNames`.
    PropertyNames(&'static Schema),
    /// `required`.
    Required(&'static [&'static str]),
    /// `minProperties`.
    MinProperties(u64),
    /// `maxProperties`.
    MaxProperties(u64),
    /// `dependentRequired` (in older drafts `dependencies` with arrays).
    DependentRequired(&'static [(&'static str, &'static [&'static str])]),
    /// `dependentSchemas` (in older drafts `dependencies` with schemas).
    DependentSchemas(&'static [(&'static str, &'static Schema)]),
    /// `allOf`.
    AllOf(&'static [&'static Schema]),
    /// `anyOf`.
    AnyOf(&'static [&'static Schema]),
    /// `oneOf`.
    OneOf(&'static [&'static Schema]),
    /// `not`.
    Not(&'static Schema),
    /// `if`, `then` and `else`.
    If {
        /// `if`.
        condition: &'static Schema,
        /// `then`.
        then: Option<&'static Schema>,
        /// `else`.
        otherwise: Option<&'static Schema>,
    },
    /// `$ref`, and a `$dynamicRef` whose initial target is no dynamic anchor.
    Ref(&'static Schema),
    /// `$dynamicRef`, and 2019-09's `$recursiveRef` with the anchor "".
    DynamicRef {
        /// The anchor looked for in the dynamic scope, outermost resource first.
        anchor: &'static str,
        /// The schema when no resource of the dynamic scope has that anchor.
        fallback: &'static Schema,
    },
    /// `unevaluatedProperties`.
    UnevaluatedProperties(&'static Schema),
    /// `unevaluatedItems`.
    UnevaluatedItems(&'static Schema),
    /// `x-sensitive`: asserts nothing, but messages do not show the value.
    Sensitive,
    /// The members of a schema that no document holds, as JSON: asserts nothing that the other keywords do not.
    Derived(&'static str),
}

/// A regular expression, compiled by the generator to a function.
#[derive(Clone, Copy)]
pub struct Pattern {
    /// The expression as the schema spells it.
    pub source: &'static str,
    /// Whether the expression matches somewhere in a text.
    pub matches: fn(&str) -> bool,
}

/// A set of JSON types.
///
/// ```
/// use codegen::support::schema::Types;
///
/// const NULLABLE: Types = Types::STRING.union(Types::NULL);
/// assert_eq!(NULLABLE.names().collect::<Vec<_>>(), ["null", "string"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Types(u8);

impl Schema {
    /// Whether it has `unevaluatedProperties` or `unevaluatedItems`, so that evaluation must be recorded.
    #[must_use]
    pub fn has_unevaluated(&self) -> bool {
        matches!(self.keywords.last(), Some(Keyword::UnevaluatedProperties(_) | Keyword::UnevaluatedItems(_)))
    }
}

impl Resource {
    /// The schema with the given `$dynamicAnchor`.
    #[must_use]
    pub fn dynamic_anchor(&self, name: &str) -> Option<&'static Schema> {
        self.dynamic_anchors.iter().find(|(anchor, _)| *anchor == name).map(|(_, schema)| *schema)
    }
}

impl Types {
    /// No type.
    pub const NONE: Self = Self(0);
    /// `null`.
    pub const NULL: Self = Self(1);
    /// `boolean`.
    pub const BOOLEAN: Self = Self(2);
    /// `integer`.
    pub const INTEGER: Self = Self(4);
    /// `number`, integers included.
    pub const NUMBER: Self = Self(8 | 4);
    /// `string`.
    pub const STRING: Self = Self(16);
    /// `array`.
    pub const ARRAY: Self = Self(32);
    /// `object`.
    pub const OBJECT: Self = Self(64);

    /// The sets of one type each, with their names.
    const NAMED: [(Self, &'static str); 7] = [
        (Self::NULL, "null"),
        (Self::BOOLEAN, "boolean"),
        (Self::NUMBER, "number"),
        (Self::INTEGER, "integer"),
        (Self::STRING, "string"),
        (Self::ARRAY, "array"),
        (Self::OBJECT, "object"),
    ];

    /// The types in either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all types of `other` are in the set.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether a value is of one of the types; 1.0 is an integer (2020-12 Validation §6.1.1).
    #[must_use]
    pub fn includes(self, view: View<'_>) -> bool {
        match view {
            View::Null => self.contains(Self::NULL),
            View::Boolean(_) => self.contains(Self::BOOLEAN),
            View::Number(number) => {
                self.contains(Self::NUMBER) || (self.contains(Self::INTEGER) && number.is_integer())
            }
            View::String(_) => self.contains(Self::STRING),
            View::Array(_) => self.contains(Self::ARRAY),
            View::Object(_) => self.contains(Self::OBJECT),
        }
    }

    /// The names of the types, each once: `integer` is not named beside `number`.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        let is_number = self.contains(Self::NUMBER);
        Self::NAMED
            .into_iter()
            .filter(move |(types, _)| self.contains(*types) && !(is_number && *types == Self::INTEGER))
            .map(|(_, name)| name)
    }
}

/// Shows the location only: schemas may refer to themselves.
impl fmt::Debug for Schema {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Schema({})", self.location)
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Pattern({})", self.source)
    }
}
