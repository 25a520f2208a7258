//! The schemas as one graph: every subschema a node, every keyword of every draft in one dialect-free form.
//!
//! `resolve` builds it, `lower` reads it. Here a `$ref` is an edge, draft 4's boolean `exclusiveMinimum` a number,
//! and `items` with an array is a prefix, so no later stage asks which draft a document speaks.

mod mapped;
pub(crate) mod spell;
mod trivial;

use std::collections::{BTreeMap, BTreeSet};

use crate::dialect::Draft;
use crate::pattern::Compiled;
use crate::support::{Content, Json, Number};

/// A subschema's place in [`Graph::subschemas`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchemaId(pub usize);

/// All documents, resolved.
#[derive(Debug, Default)]
pub struct Graph {
    /// Every subschema that a document holds at a place where the dialect has a schema, or that a reference points to.
    ///
    /// Behind them stand those that `lower` made of others.
    pub subschemas: Vec<Subschema>,
    /// How many of the subschemas documents hold.
    pub n_written: usize,
    /// The schema resources (documents and embedded `$id`s) the subschemas belong to.
    pub resources: Vec<Resource>,
    /// The documents in the order in which they were loaded.
    pub documents: Vec<Document>,
    /// Every pattern, compiled, by its text.
    pub patterns: BTreeMap<String, Compiled>,
    /// The subschemas that `lower` made of others for a dynamic scope.
    pub scoped: BTreeMap<SchemaId, Scoped>,
    /// The dynamic references that `lower` made plain: what held one, and where it leads before the scope is looked at.
    pub settled_references: Vec<(SchemaId, SchemaId)>,
}

/// What a subschema is where anchors were decided before it was reached (2020-12 Core §8.2.3.2).
#[derive(Clone, Debug, PartialEq)]
pub struct Scoped {
    /// The subschema, as its document has it.
    pub schema: SchemaId,
    /// Where the anchors lead on which it depends.
    pub anchors: BTreeMap<String, SchemaId>,
}

/// A schema resource: a scope of anchors (2020-12 Core §4.3.5).
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// The absolute URI that identifies it.
    pub uri: String,
    /// `$dynamicAnchor`s by name, sorted; 2019-09's `$recursiveAnchor: true` is the anchor "".
    pub dynamic_anchors: Vec<(String, SchemaId)>,
}

/// A document and the subschemas that deserve a type of their own.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its place among the loaded sources.
    pub source: usize,
    /// Whether types are generated for it (the user named it) or it is only referred to.
    pub is_requested: bool,
    /// The draft of its root schema.
    pub draft: Draft,
    /// The root schema; an OpenAPI document has none.
    pub root: Option<SchemaId>,
    /// Named definitions: (`$defs`/`definitions`/`components.schemas` key or operation-derived name, subschema).
    pub definitions: Vec<(String, SchemaId)>,
}

/// Where a subschema stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// Its document's place among the loaded sources.
    pub source: usize,
    /// Its JSON Pointer in that document, "" for the root.
    pub pointer: String,
}

/// One subschema.
#[derive(Clone, Debug, PartialEq)]
pub struct Subschema {
    /// Where it stands.
    pub location: Location,
    /// The resource it belongs to, an index into [`Graph::resources`].
    pub resource: usize,
    /// Its absolute keyword location: the resource's URI and the pointer from the resource's root. One that no document
    /// holds has, instead of the pointer, a query that says what it is made of.
    pub uri: String,
    /// What it says without asserting anything.
    pub annotations: Annotations,
    /// Its assertions and applicators, in a fixed order; empty for `true`.
    pub keywords: Vec<Keyword>,
}

/// The annotations that generated code shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotations {
    /// `title`.
    pub title: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `default`.
    pub default: Option<Json>,
    /// `examples` (and draft 4's `example` is not one).
    pub examples: Vec<Json>,
    /// `deprecated`.
    pub is_deprecated: bool,
    /// `readOnly`.
    pub is_read_only: bool,
    /// `writeOnly`.
    pub is_write_only: bool,
    /// `contentEncoding`.
    pub content_encoding: Option<String>,
    /// `contentMediaType`.
    pub content_media_type: Option<String>,
    /// Members that no vocabulary defines, such as `x-sensitive`.
    pub extensions: Vec<(String, Json)>,
}

/// The seven type names, as a set (`integer` is within `number`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct TypeSet(pub u8);

/// One keyword, or a group of keywords that only mean something together.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each variant is the JSON Schema keyword of its name")]
pub enum Keyword {
    /// The schema `false`.
    Never,
    Type(TypeSet),
    /// Draft 4's `integer`: a number, if it is one, is written without fraction and exponent.
    WrittenAsInteger,
    Enum(Vec<Json>),
    Const(Json),
    Minimum(Number),
    Maximum(Number),
    ExclusiveMinimum(Number),
    ExclusiveMaximum(Number),
    MultipleOf(Number),
    MinLength(u64),
    MaxLength(u64),
    Pattern(String),
    Format(String),
    /// `contentEncoding` and `contentMediaType`, where they assert.
    Content(Content),
    /// `prefixItems` and `items` (in older drafts `items` as an array, and `additionalItems`).
    Items {
        prefix: Vec<SchemaId>,
        rest: Option<SchemaId>,
    },
    MinItems(u64),
    MaxItems(u64),
    UniqueItems,
    /// `contains`, `minContains`, `maxContains`; `evaluates` says whether matched items count as evaluated (2020-12).
    Contains {
        schema: SchemaId,
        min: u64,
        max: Option<u64>,
        evaluates: bool,
    },
    /// `properties` (in document order), `patternProperties`, `additionalProperties`.
    Properties {
        named: Vec<(String, SchemaId)>,
        patterns: Vec<(String, SchemaId)>,
        additional: Option<SchemaId>,
    },
    PropertyNames(SchemaId),
    Required(Vec<String>),
    MinProperties(u64),
    MaxProperties(u64),
    DependentRequired(Vec<(String, Vec<String>)>),
    DependentSchemas(Vec<(String, SchemaId)>),
    AllOf(Vec<SchemaId>),
    AnyOf(Vec<SchemaId>),
    OneOf(Vec<SchemaId>),
    Not(SchemaId),
    If {
        condition: SchemaId,
        then: Option<SchemaId>,
        otherwise: Option<SchemaId>,
    },
    Ref(SchemaId),
    /// `$dynamicRef` (2019-09's `$recursiveRef` as anchor "").
    DynamicRef {
        anchor: String,
        fallback: SchemaId,
    },
    UnevaluatedProperties(SchemaId),
    UnevaluatedItems(SchemaId),
}

impl TypeSet {
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
    /// Every type.
    pub const ALL: Self = Self(127);

    /// The narrowest type of a value.
    #[must_use]
    pub fn of(value: &Json) -> Self {
        match value {
            Json::Null => Self::NULL,
            Json::Bool(_) => Self::BOOLEAN,
            Json::Number(number) if number.is_integer() => Self::INTEGER,
            // A number that is no integer: the one bit that `number` has beyond `integer`.
            Json::Number(_) => Self(Self::NUMBER.0 & !Self::INTEGER.0),
            Json::String(_) => Self::STRING,
            Json::Array(_) => Self::ARRAY,
            Json::Object(_) => Self::OBJECT,
        }
    }

    /// The types in both sets.
    #[must_use]
    pub fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The types in either set.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether every type of `other` is in this set.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether no type is in the set.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl Keyword {
    /// Whether it asks what the keywords beside it have evaluated.
    #[must_use]
    pub fn is_unevaluated(&self) -> bool {
        matches!(self, Self::UnevaluatedProperties(_) | Self::UnevaluatedItems(_))
    }

    /// The subschemas that it applies or refers to.
    #[must_use]
    pub fn subschemas(&self) -> Vec<SchemaId> {
        match self {
            Self::Items { prefix, rest } => prefix.iter().chain(rest).copied().collect(),
            Self::Properties { named, patterns, additional } => {
                named.iter().chain(patterns).map(|(_, schema)| *schema).chain(*additional).collect()
            }
            Self::DependentSchemas(schemas) => schemas.iter().map(|(_, schema)| *schema).collect(),
            Self::AllOf(schemas) | Self::AnyOf(schemas) | Self::OneOf(schemas) => schemas.clone(),
            Self::If { condition, then, otherwise } => {
                [Some(*condition), *then, *otherwise].into_iter().flatten().collect()
            }
            Self::Contains { schema, .. }
            | Self::PropertyNames(schema)
            | Self::Not(schema)
            | Self::Ref(schema)
            | Self::DynamicRef { fallback: schema, .. }
            | Self::UnevaluatedProperties(schema)
            | Self::UnevaluatedItems(schema) => vec![*schema],
            Self::Never
            | Self::Type(_)
            | Self::WrittenAsInteger
            | Self::Enum(_)
            | Self::Const(_)
            | Self::Minimum(_)
            | Self::Maximum(_)
            | Self::ExclusiveMinimum(_)
            | Self::ExclusiveMaximum(_)
            | Self::MultipleOf(_)
            | Self::MinLength(_)
            | Self::MaxLength(_)
            | Self::Pattern(_)
            | Self::Format(_)
            | Self::Content(_)
            | Self::MinItems(_)
            | Self::MaxItems(_)
            | Self::UniqueItems
            | Self::Required(_)
            | Self::MinProperties(_)
            | Self::MaxProperties(_)
            | Self::DependentRequired(_) => Vec::new(),
        }
    }

    /// The subschema that it refers to, before a dynamic scope is looked at.
    #[must_use]
    pub fn referred(&self) -> Option<SchemaId> {
        match self {
            Self::Ref(target) | Self::DynamicRef { fallback: target, .. } => Some(*target),
            _ => None,
        }
    }

    /// The subschemas that it applies or refers to for the very instance that it judges itself.
    #[must_use]
    pub fn in_place_subschemas(&self) -> Vec<SchemaId> {
        let is_in_place = matches!(
            self,
            Self::AllOf(_)
                | Self::AnyOf(_)
                | Self::OneOf(_)
                | Self::Not(_)
                | Self::If { .. }
                | Self::DependentSchemas(_)
                | Self::Ref(_)
                | Self::DynamicRef { .. }
        );
        if is_in_place { self.subschemas() } else { Vec::new() }
    }
}

impl Graph {
    /// The subschema that `id` names.
    ///
    /// Identifiers are only made by `resolve`, for this graph; one from elsewhere gives the schema `true`.
    #[must_use]
    pub fn get(&self, id: SchemaId) -> &Subschema {
        static TRUE: std::sync::OnceLock<Subschema> = std::sync::OnceLock::new();
        self.subschemas.get(id.0).unwrap_or_else(|| TRUE.get_or_init(Subschema::anything))
    }

    /// The `$dynamicAnchor`s that several resources have, so that their meaning depends on where validation began.
    #[must_use]
    pub fn ambiguous_anchors(&self) -> BTreeSet<String> {
        let (mut seen, mut ambiguous) = (BTreeSet::new(), BTreeSet::new());
        for (anchor, _) in self.resources.iter().flat_map(|resource| &resource.dynamic_anchors) {
            if !seen.insert(anchor) {
                ambiguous.insert(anchor.clone());
            }
        }
        ambiguous
    }

    /// The `$dynamicAnchor`s that references ask for; 2019-09's is the anchor "".
    #[must_use]
    pub fn asked_anchors(&self) -> BTreeSet<String> {
        let keywords = self.subschemas.iter().flat_map(|subschema| &subschema.keywords);
        let anchors = keywords.filter_map(|keyword| match keyword {
            Keyword::DynamicRef { anchor, .. } => Some(anchor.clone()),
            _ => None,
        });
        anchors.collect()
    }

    /// The names that a pattern matches, if it spells them out.
    #[must_use]
    pub fn spelled_names(&self, pattern: &str) -> Option<&[String]> {
        self.patterns.get(pattern)?.texts()
    }

    /// Whether a document holds the subschema.
    #[must_use]
    pub fn is_written(&self, id: SchemaId) -> bool {
        id.0 < self.n_written
    }
}

impl Resource {
    /// The subschema with such a `$dynamicAnchor`.
    #[must_use]
    pub fn dynamic_anchor(&self, name: &str) -> Option<SchemaId> {
        self.dynamic_anchors.iter().find(|(anchor, _)| anchor == name).map(|(_, schema)| *schema)
    }
}

impl Subschema {
    fn anything() -> Self {
        Self {
            location: Location { source: 0, pointer: String::new() },
            resource: 0,
            uri: String::new(),
            annotations: Annotations::default(),
            keywords: Vec::new(),
        }
    }
}
