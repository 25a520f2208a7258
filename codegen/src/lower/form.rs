//! The choice of a form: whether a subschema is said in place, and which shape a type of its own has.

use crate::plan::{Kind, Residual, Shape, TypeId, Use};
use crate::schema::{Keyword, SchemaId, TypeSet};

use super::conjunction::Conjunction;
use super::{Hint, Lowering, array, concern, constants, names, object, residual, scalar, types_of, unions};

/// How many lists, maps and `Option`s are nested in place before one of them gets a name.
const NESTING: usize = 4;

/// How a place refers to `schema`.
pub(super) fn use_of(lowering: &mut Lowering<'_>, schema: SchemaId, hint: Hint<'_>, depth: usize) -> Use {
    if lowering.dynamic.contains(&schema) {
        return Use::Type(lowering.named(schema, hint));
    }
    if let Some(target) = sole_reference(lowering, schema) {
        return use_of(lowering, target, hint, depth);
    }
    if !has_identity(lowering, schema)
        && depth < NESTING
        && let Some(found) = in_place(lowering, schema, hint, depth)
    {
        return found;
    }
    Use::Type(lowering.named(schema, hint))
}

/// How a list or a map refers to the schema of what it holds, if it has one.
pub(super) fn use_of_item(lowering: &mut Lowering<'_>, schema: Option<SchemaId>, hint: Hint<'_>, depth: usize) -> Use {
    let Some(schema) = schema else { return Use::Json };
    let role = names::item(hint.role);
    use_of(lowering, schema, Hint { role: &role, ..hint }, depth + 1)
}

/// What `schema` is when it only refers to another; reference cycles were refused before.
fn sole_reference(lowering: &Lowering<'_>, schema: SchemaId) -> Option<SchemaId> {
    if lowering.definitions.contains_key(&schema) {
        return None;
    }
    referred(lowering, schema)
}

/// The only keyword's target, if it is a reference.
pub(super) fn referred(lowering: &Lowering<'_>, schema: SchemaId) -> Option<SchemaId> {
    match lowering.plan.graph.get(schema).keywords.as_slice() {
        [Keyword::Ref(target)] => Some(*target),
        [Keyword::AllOf(branches)] => match branches.as_slice() {
            [branch] => Some(*branch),
            _ => None,
        },
        _ => None,
    }
}

/// Whether the schema is a type whatever it says: it has a name, or may contain itself.
pub(super) fn has_identity(lowering: &Lowering<'_>, schema: SchemaId) -> bool {
    if lowering.definitions.contains_key(&schema) || lowering.types.contains_key(&schema) {
        return true;
    }
    lowering.targets.contains(&schema) && !lowering.plan.graph.get(schema).keywords.iter().all(is_plain)
}

fn is_plain(keyword: &Keyword) -> bool {
    matches!(keyword, Keyword::Type(_) | Keyword::WrittenAsInteger)
}

/// The plain Rust type that says all of `schema`, if there is one.
fn in_place(lowering: &mut Lowering<'_>, schema: SchemaId, hint: Hint<'_>, depth: usize) -> Option<Use> {
    let conjunction = concern::asserted(&lowering.plan.graph, schema);
    if conjunction.has_unevaluated {
        return None;
    }
    if let Some(value) = constants::nullable(lowering, schema, &conjunction) {
        let value = use_of(lowering, value, hint, depth + 1);
        return Some(Use::Nullable(Box::new(value)));
    }
    if conjunction.values.is_some() {
        return unions::is_null(lowering, schema).then_some(Use::Null);
    }
    if conjunction.keywords.is_empty() {
        return Some(Use::Json);
    }
    if let Some(value) = unions::nullable(lowering, &conjunction) {
        let value = use_of(lowering, value, hint, depth + 1);
        return Some(Use::Nullable(Box::new(value)));
    }
    match types_of::kinds(conjunction.types).as_slice() {
        [kind] => plain_kind(lowering, &conjunction, *kind, hint, depth),
        [Kind::Null, others @ ..] if conjunction.types != TypeSet::ALL => {
            let types = others.iter().map(|kind| types_of::narrow(conjunction.types, *kind));
            let types = types.fold(TypeSet::default(), TypeSet::union);
            let about_null = residual::applicable(&lowering.plan.graph, &conjunction, Kind::Null);
            if !about_null.is_empty() || others.is_empty() {
                return None;
            }
            let narrowed = lowering.narrowed(schema, types);
            let value = use_of(lowering, narrowed, hint, depth + 1);
            Some(Use::Nullable(Box::new(value)))
        }
        _ => None,
    }
}

fn plain_kind(
    lowering: &mut Lowering<'_>,
    conjunction: &Conjunction,
    kind: Kind,
    hint: Hint<'_>,
    depth: usize,
) -> Option<Use> {
    let has_rest = kind == Kind::Object && conjunction.unevaluated_properties.is_some();
    let scalar = scalar::in_place(&lowering.plan.graph, conjunction, kind).filter(|_| !has_rest);
    if scalar.is_some() {
        return scalar;
    }
    match kind {
        Kind::Array => array::in_place(lowering, conjunction, hint, depth),
        Kind::Object => object::in_place(lowering, conjunction, hint, depth),
        Kind::Null | Kind::Boolean | Kind::Number | Kind::String => None,
    }
}

impl Lowering<'_> {
    /// The shape of a type of its own, and what it leaves to be judged.
    pub(super) fn shape(&mut self, id: TypeId, schema: SchemaId) -> (Shape, Residual) {
        if self.dynamic.contains(&schema) {
            return (Shape::Opaque, Residual::Schema(schema));
        }
        let mut schema = schema;
        while let Some(target) = referred(self, schema) {
            // What stands for a scope has no name of its own, and takes that of the first to refer to it.
            if !self.plan.graph.scoped.contains_key(&target) || self.types.contains_key(&target) {
                return (self.renamed(id, target), Residual::None);
            }
            self.types.insert(target, id);
            schema = target;
        }
        let conjunction = concern::asserted(&self.plan.graph, schema);
        let shape = self.choose(id, schema, &conjunction);
        let residual = residual::of(self, schema, &conjunction, &shape);
        (shape, residual)
    }

    /// Another name for a type of its own, which can do all that a type can; a type around what is said in place.
    fn renamed(&mut self, id: TypeId, target: SchemaId) -> Shape {
        match self.use_of(target, Hint { parent: Some(id), role: "" }) {
            content @ Use::Type(_) => Shape::Alias(content),
            content => Shape::Newtype(content),
        }
    }

    fn choose(&mut self, id: TypeId, schema: SchemaId, conjunction: &Conjunction) -> Shape {
        let kinds = types_of::kinds(conjunction.types);
        if kinds.is_empty() {
            return Shape::Never;
        }
        if let Some(values) = conjunction.allowed_values() {
            return constants::shape(&values);
        }
        if let Some(value) = unions::nullable(self, conjunction) {
            let value = self.use_of(value, Hint { parent: Some(id), role: "Value" });
            return Shape::Newtype(Use::Nullable(Box::new(value)));
        }
        if let Some(shape) = constants::described(self, conjunction) {
            return shape;
        }
        if let Some(shape) = unions::shape(self, id, schema, conjunction) {
            return shape;
        }
        match kinds.as_slice() {
            [kind] => self.kind_shape(id, conjunction, *kind),
            _ => unions::by_kind(self, id, schema, conjunction, &kinds),
        }
    }

    fn kind_shape(&mut self, id: TypeId, conjunction: &Conjunction, kind: Kind) -> Shape {
        match kind {
            Kind::Null | Kind::Boolean => Shape::Newtype(scalar::plain(kind, conjunction.types)),
            Kind::String => Shape::String(conjunction.string_checks()),
            Kind::Number => scalar::number(conjunction, self.is_spelling_asked),
            Kind::Array => array::shape(self, id, conjunction),
            Kind::Object => object::shape(self, id, conjunction),
        }
    }
}
