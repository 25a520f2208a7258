//! The plan: one entry for each Rust type, with everything that is emitted, explained or tested about it.
//!
//! `lower` makes it from the graph; `typegen`, `harden` and `explain` read it and nothing else.

mod kind;

use crate::schema::{Graph, SchemaId};
use crate::support::Json;

pub use kind::Kind;

/// A planned type's place in [`Plan::types`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub usize);

/// What will be generated.
#[derive(Debug, Default)]
pub struct Plan {
    /// The resolved schemas, with the subschemas that `lower` added (conjunctions and narrowings).
    pub graph: Graph,
    /// One module for each document.
    pub modules: Vec<Module>,
    /// All types; the modules say in which order they are written.
    pub types: Vec<Type>,
}

/// The types of one schema document.
#[derive(Clone, Debug, PartialEq)]
pub struct Module {
    /// Its Rust name, from the file's name.
    pub name: String,
    /// The document's index in [`Graph::documents`].
    pub document: usize,
    /// Markdown that describes it.
    pub docs: String,
    /// Its types, in order.
    pub types: Vec<TypeId>,
}

/// One Rust type.
#[derive(Clone, Debug, PartialEq)]
pub struct Type {
    /// Its Rust name, unique in its module.
    pub name: String,
    /// Its module, an index into [`Plan::modules`].
    pub module: usize,
    /// The subschema that it is.
    pub schema: SchemaId,
    /// The type that it was made for a part of, if it has no place of its own.
    pub owner: Option<TypeId>,
    /// Markdown from `title` and `description`.
    pub docs: String,
    /// Whether the schema says `deprecated`.
    pub is_deprecated: bool,
    /// Whether `Debug` shows nothing of its values, which `x-sensitive` marks.
    pub is_sensitive: bool,
    /// What it is in Rust.
    pub shape: Shape,
    /// The keywords that the shape does not keep by itself, judged on the typed value.
    pub residual: Residual,
    /// Which traits its parts allow.
    pub traits: Traits,
}

/// What a shape leaves to be judged on the finished value.
#[derive(Clone, Debug, PartialEq)]
pub enum Residual {
    /// Nothing: the shape accepts exactly what the schema accepts.
    None,
    /// The keywords of this subschema (one that `lower` made, with only those keywords).
    Schema(SchemaId),
}

/// Traits beyond `Clone`, `Debug`, `PartialEq`, `Eq` and `Hash`, which every type has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traits {
    /// `Copy`.
    pub is_copy: bool,
    /// `PartialOrd` and `Ord`, for scalars.
    pub is_ordered: bool,
}

/// A type's form in Rust.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A newtype over `String` with checks.
    String(Vec<StringCheck>),
    /// A closed set of strings, an enum without data.
    Strings(Vec<Variant<String>>),
    /// A closed set of any JSON values, an enum without data.
    Constants(Vec<Variant<Json>>),
    /// A newtype over an integer.
    Integer {
        /// What is inside.
        repr: Repr,
        /// What the schema asks of it.
        checks: Vec<NumberCheck>,
        /// Whether `7.0` and `7e0` are none, as in draft 4 (Core §3.5 there).
        is_plain: bool,
    },
    /// A newtype over an exact number.
    Number(Vec<NumberCheck>),
    /// A newtype over a vector.
    Array {
        /// What the items are.
        item: Use,
        /// How many there must be.
        min: u64,
        /// How many there may be.
        max: Option<u64>,
        /// Whether no two may be equal.
        is_unique: bool,
    },
    /// A struct of positions.
    Tuple(Tuple),
    /// A newtype over a map with typed values.
    Map {
        /// What the members hold.
        value: Use,
        /// How many there must be.
        min: u64,
        /// How many there may be.
        max: Option<u64>,
    },
    /// A struct of members.
    Struct(Struct),
    /// An enum of structs told apart by a string member.
    Tagged {
        /// The member's name.
        tag: String,
        /// The structs.
        variants: Vec<Tagged>,
    },
    /// An enum told apart by the instance's JSON type.
    Kinds(Vec<Kinded>),
    /// An enum whose variants are tried in order.
    Union {
        /// What is tried.
        variants: Vec<Variant<Use>>,
        /// What an object must have, for each variant, to be tried as it.
        signs: Vec<Vec<Sign>>,
        /// Whether exactly one must match (`oneOf`).
        is_exclusive: bool,
    },
    /// A newtype over another use, for a named schema that adds nothing (`Option<T>`, a list, a scalar).
    Newtype(Use),
    /// Another name for the same type.
    Alias(Use),
    /// A newtype over any JSON; the residual says the rest.
    Opaque,
    /// An enum without variants: the schema accepts nothing.
    Never,
}

/// How a place refers to a type.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Use {
    /// Any JSON: `Json`.
    Json,
    /// `null` alone: `()` is not JSON, so a unit type `Null` of the support module.
    Null,
    /// `bool`.
    Boolean,
    /// `String`.
    String,
    /// `Integer`, exact at any size.
    Integer,
    /// `PlainInteger`, exact at any size and written without fraction and exponent.
    PlainInteger,
    /// `Number`, exact.
    Number,
    /// A planned type.
    Type(TypeId),
    /// A planned type behind a `Box`, where containment would be endless.
    Boxed(TypeId),
    /// `Option`, for `null` or a value.
    Nullable(Box<Use>),
    /// `Vec`.
    Vec(Box<Use>),
    /// `Map`, from member names to values.
    Map(Box<Use>),
}

/// One variant of an enum.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant<T> {
    /// Its Rust name.
    pub name: String,
    /// What it stands for.
    pub value: T,
    /// Markdown.
    pub docs: String,
}

/// A member that objects of a variant must have.
#[derive(Clone, Debug, PartialEq)]
pub struct Sign {
    /// Its name.
    pub name: String,
    /// All the values that it can have there, if they are few and told at once.
    pub values: Option<Vec<Json>>,
}

/// A variant of a tagged enum.
#[derive(Clone, Debug, PartialEq)]
pub struct Tagged {
    /// Its Rust name.
    pub name: String,
    /// The tag's values that choose it (several for a nested tagged enum).
    pub tags: Vec<String>,
    /// Its struct, or a nested enum with the same tag.
    pub content: TypeId,
    /// Whether the variant holds a `Box`.
    pub is_boxed: bool,
    /// Markdown.
    pub docs: String,
}

/// A variant of an enum by JSON type.
#[derive(Clone, Debug, PartialEq)]
pub struct Kinded {
    /// Its Rust name.
    pub name: String,
    /// The JSON types that choose it.
    pub kinds: Vec<Kind>,
    /// What it holds; `null` alone is a variant without data.
    pub content: Use,
}

/// The integer inside a newtype.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is the Rust type of its name")]
pub enum Repr {
    U8,
    U16,
    U32,
    U64,
    I8,
    I16,
    I32,
    I64,
    /// Exact at any size.
    Integer,
}

/// What a string must keep.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each variant is the keyword of its name")]
pub enum StringCheck {
    MinLength(u64),
    MaxLength(u64),
    Pattern(String),
    Format(String),
    /// `contentEncoding` and `contentMediaType`.
    Content(crate::support::Content),
}

/// What a number must keep.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each variant is the keyword of its name")]
pub enum NumberCheck {
    Minimum(crate::support::Number),
    Maximum(crate::support::Number),
    ExclusiveMinimum(crate::support::Number),
    ExclusiveMaximum(crate::support::Number),
    MultipleOf(crate::support::Number),
}

/// Positions of an array.
#[derive(Clone, Debug, PartialEq)]
pub struct Tuple {
    /// The positions, first to last.
    pub items: Vec<Position>,
    /// What follows them; `None` when nothing may.
    pub rest: Option<Rest>,
}

/// The items behind the positions of a tuple.
#[derive(Clone, Debug, PartialEq)]
pub struct Rest {
    /// Their type.
    pub content: Use,
    /// How many there must be.
    pub min: u64,
    /// How many there may be.
    pub max: Option<u64>,
}

/// One position of a tuple.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// The Rust field.
    pub field: String,
    /// Its type.
    pub content: Use,
    /// Whether every array has it (`minItems`).
    pub is_required: bool,
    /// Markdown.
    pub docs: String,
}

/// Members of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Struct {
    /// The declared members, in document order.
    pub members: Vec<Member>,
    /// What other members hold; `None` for a closed object.
    pub extra: Option<Use>,
    /// The Rust field of the other members.
    pub extra_field: String,
    /// Whether `Debug` does not show the other members, for what `x-sensitive` marks among them.
    pub is_extra_sensitive: bool,
}

/// One declared member.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Its name in JSON.
    pub name: String,
    /// The Rust field.
    pub field: String,
    /// Its subschema, if one speaks of it.
    pub schema: Option<SchemaId>,
    /// What it holds.
    pub content: Content,
    /// Whether every object has it.
    pub is_required: bool,
    /// The `default` that the schema offers, if it is valid.
    pub default: Option<Json>,
    /// Whether the schema says `deprecated`.
    pub is_deprecated: bool,
    /// Whether `Debug` does not show it, for what `x-sensitive` marks of it.
    pub is_sensitive: bool,
    /// Markdown.
    pub docs: String,
}

/// What a member holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// A value of this type.
    Use(Use),
    /// Always this value, so that no field is needed (required members alone).
    Constant(Json),
}

impl Plan {
    /// The type that `id` names, if it is one of this plan's.
    #[must_use]
    pub fn get(&self, id: TypeId) -> Option<&Type> {
        self.types.get(id.0)
    }
}
