//! What the contracts ask of a member.

use std::collections::BTreeSet;

use crate::compat::keyword;
use crate::schema::{Graph, Keyword, SchemaId, TypeSet};
use crate::support::{Json, Number};

/// What is asked of the values of a member.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) types: TypeSet,
    /// Whether it may be absent or null.
    pub(super) is_optional: bool,
    pub(super) is_time: bool,
    pub(super) values: Option<Vec<String>>,
    pub(super) pattern: Option<String>,
    pub(super) least: Option<Number>,
    pub(super) most: Option<Number>,
    /// The keywords that ask something of what stands inside an object or an array.
    pub(super) inside: BTreeSet<&'static str>,
}

/// A member of the contracts, or all documents of a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The schema of the type.
    pub ty: SchemaId,
    /// The member's name and its schema; `None` for the documents themselves.
    pub member: Option<(String, SchemaId)>,
}

impl Held {
    /// What `Type.member` or `Type` names.
    #[must_use]
    pub fn of(graph: &Graph, path: &str) -> Option<Self> {
        let (ty, member) = path.split_once('.').map_or((path, None), |(ty, member)| (ty, Some(member)));
        let ty = definition(graph, ty)?;
        let Some(member) = member else { return Some(Self { ty, member: None }) };
        let schema = gathered(graph, ty).iter().find_map(|keyword| match keyword {
            Keyword::Properties { named, .. } => named.iter().find(|(name, _)| name == member).map(|(_, id)| *id),
            _ => None,
        })?;
        Some(Self { ty, member: Some((member.to_owned(), schema)) })
    }
}

impl Asked {
    /// What is asked of `Type.member`, or of the documents of `Type`.
    pub(super) fn of(graph: &Graph, path: &str) -> Option<Self> {
        let held = Held::of(graph, path)?;
        let Some((member, schema)) = &held.member else { return Some(Self::of_schema(graph, held.ty, false)) };
        let is_required = |keyword: &&Keyword| matches!(keyword, Keyword::Required(names) if names.contains(member));
        Some(Self::of_schema(graph, *schema, !gathered(graph, held.ty).iter().any(is_required)))
    }

    fn of_schema(graph: &Graph, schema: SchemaId, is_optional: bool) -> Self {
        let (keywords, is_nullable) = without_null(graph, schema);
        let mut asked = Self {
            types: TypeSet::ALL,
            is_optional: is_optional || is_nullable,
            is_time: false,
            values: None,
            pattern: None,
            least: None,
            most: None,
            inside: BTreeSet::new(),
        };
        for keyword in keywords {
            match keyword {
                Keyword::Type(types) => asked.types = asked.types.intersection(*types),
                Keyword::Format(format) => asked.is_time |= format == "date-time",
                Keyword::Enum(values) => asked.values = values.iter().map(text).collect(),
                Keyword::Pattern(pattern) => asked.pattern = Some(pattern.clone()),
                Keyword::Minimum(bound) => asked.least = Some(bound.clone()),
                Keyword::Maximum(bound) => asked.most = Some(bound.clone()),
                other => asked.inside.extend(Some(keyword::name(other))),
            }
        }
        if asked.values.is_some() {
            asked.types = asked.types.intersection(TypeSet::STRING);
        }
        asked
    }
}

/// The definition of a name, or the root that has it as its title.
fn definition(graph: &Graph, name: &str) -> Option<SchemaId> {
    let mut definitions = graph.documents.iter().flat_map(|document| &document.definitions);
    let defined = definitions.find(|(other, _)| other == name).map(|(_, id)| *id);
    let mut roots = graph.documents.iter().filter_map(|document| document.root);
    defined.or_else(|| roots.find(|root| graph.get(*root).annotations.title.as_deref() == Some(name)))
}

fn text(value: &Json) -> Option<String> {
    if let Json::String(text) = value { Some(text.clone()) } else { None }
}

/// The keywords of a subschema and of what it refers to.
fn gathered(graph: &Graph, schema: SchemaId) -> Vec<&Keyword> {
    let (mut seen, mut pending, mut found) = (Vec::new(), vec![schema], Vec::new());
    while let Some(id) = pending.pop() {
        if seen.contains(&id) {
            continue;
        }
        seen.push(id);
        for keyword in &graph.get(id).keywords {
            match keyword {
                Keyword::Ref(target) => pending.push(*target),
                Keyword::AllOf(branches) => pending.extend(branches),
                other => found.push(other),
            }
        }
    }
    found
}

/// The keywords for values other than null, and whether null is accepted too.
fn without_null(graph: &Graph, schema: SchemaId) -> (Vec<&Keyword>, bool) {
    let keywords = gathered(graph, schema);
    let is_null = |id: &SchemaId| gathered(graph, *id).contains(&&Keyword::Type(TypeSet::NULL));
    for keyword in &keywords {
        if let Keyword::AnyOf(branches) | Keyword::OneOf(branches) = keyword
            && let [one, other] = branches.as_slice()
            && let Some(rest) = [(one, other), (other, one)].into_iter().find(|(null, _)| is_null(null))
        {
            return (gathered(graph, *rest.1), true);
        }
    }
    (keywords, false)
}
