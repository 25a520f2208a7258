//! What an object's keywords say of a struct's fields and of a map's names.

use crate::plan::{Content, Member, Struct, Use};
use crate::schema::SchemaId;
use crate::support::Json;

use super::compile::{Compiler, Subject};
use super::{Condition, Held};

/// `properties`, `patternProperties` and `additionalProperties` that stand together.
#[derive(Clone, Copy)]
pub(super) struct Properties<'p> {
    pub(super) named: &'p [(String, SchemaId)],
    pub(super) patterns: &'p [(String, SchemaId)],
    pub(super) additional: Option<SchemaId>,
}

impl Properties<'_> {
    /// What a struct's fields and its further members must be.
    pub(super) fn of_struct(self, compiler: &mut Compiler<'_>, members: &Struct) -> Option<Condition> {
        let is_undeclared = |name: &String| members.members.iter().all(|member| member.name != *name);
        if self.named.iter().any(|(name, _)| is_undeclared(name)) && members.extra.is_some() {
            return None;
        }
        let mut conditions = Vec::new();
        for member in &members.members {
            for schema in self.schemas_of(compiler, &member.name)? {
                conditions.push(field(compiler, member, schema)?);
            }
        }
        if let Some(extra) = &members.extra {
            conditions.push(self.of_names(compiler, Some(&members.extra_field), extra)?);
        }
        Some(Condition::all(conditions))
    }

    /// What a map's members must be, where their names decide that.
    pub(super) fn of_map(self, compiler: &mut Compiler<'_>, value: &Use) -> Option<Condition> {
        if self.named.is_empty() { self.of_names(compiler, None, value) } else { None }
    }

    /// The schemas that apply to the member of that name.
    fn schemas_of(self, compiler: &Compiler<'_>, name: &str) -> Option<Vec<SchemaId>> {
        let named = self.named.iter().filter(|(other, _)| other == name);
        let mut schemas: Vec<SchemaId> = named.map(|(_, schema)| *schema).collect();
        for (source, schema) in self.patterns {
            if compiler.plan.graph.patterns.get(source)?.is_match(name) {
                schemas.push(*schema);
            }
        }
        if schemas.is_empty() {
            schemas.extend(self.additional);
        }
        Some(schemas)
    }

    /// What holds of all members: of their names alone, where the values of each are right or wrong as such.
    fn of_names(self, compiler: &mut Compiler<'_>, map: Option<&String>, value: &Use) -> Option<Condition> {
        let matches = |(source, _): &(String, SchemaId)| Condition::Matches(source.clone());
        let others = || Condition::all(self.patterns.iter().map(|pattern| matches(pattern).not()));
        let patterned = self.patterns.iter().map(|pattern| (matches(pattern), pattern.1));
        let (mut names, mut members) = (Vec::new(), Vec::new());
        for (name, schema) in patterned.chain(self.additional.map(|schema| (others(), schema))) {
            match compiler.schema(schema, &Subject::Value(value.clone()))? {
                Condition::Always => {}
                Condition::Never => names.push(name.not()),
                value => members.push(Condition::EachMember(map.cloned(), Box::new(name), Box::new(value))),
            }
        }
        members.insert(0, each_name(map, Condition::all(names)));
        Some(Condition::all(members))
    }
}

/// A condition on all names of a map, here or in a field.
pub(super) fn each_name(map: Option<&String>, condition: Condition) -> Condition {
    match condition {
        Condition::Always => Condition::Always,
        Condition::Never => match map {
            Some(map) => Condition::Field(map.clone(), Held::Always, Box::new(Condition::HasSize(0, Some(0)))),
            None => Condition::HasSize(0, Some(0)),
        },
        condition => Condition::EachName(map.cloned(), Box::new(condition)),
    }
}

/// What all names of a struct's members must be.
pub(super) fn names(compiler: &mut Compiler<'_>, members: &Struct, names: SchemaId) -> Option<Condition> {
    let mut conditions = Vec::new();
    for member in &members.members {
        conditions.push(match compiler.schema(names, &Subject::Constant(Json::from(member.name.as_str())))? {
            Condition::Always => Condition::Always,
            Condition::Never => has(members, &member.name)?.not(),
            _ => return None,
        });
    }
    if members.extra.is_some() {
        let condition = compiler.schema(names, &Subject::Text)?;
        conditions.push(each_name(Some(&members.extra_field), condition));
    }
    Some(Condition::all(conditions))
}

/// Whether a struct has a member.
pub(super) fn has(members: &Struct, name: &str) -> Option<Condition> {
    match (members.members.iter().find(|member| member.name == name), &members.extra) {
        (Some(member), _) if member.is_required => Some(Condition::Always),
        (Some(Member { content: Content::Use(Use::Nullable(_)), .. }), _) => None,
        (Some(member), _) => Some(Condition::HasField(member.field.clone())),
        (None, Some(_)) => Some(Condition::HasMember(Some(members.extra_field.clone()), name.to_owned())),
        (None, None) => Some(Condition::Never),
    }
}

/// Whether a struct has all of these members.
pub(super) fn has_all(members: &Struct, names: &[String]) -> Option<Condition> {
    names.iter().map(|name| has(members, name)).collect::<Option<Vec<_>>>().map(Condition::all)
}

fn field(compiler: &mut Compiler<'_>, member: &Member, schema: SchemaId) -> Option<Condition> {
    let (subject, is_maybe) = match &member.content {
        Content::Constant(json) => (Subject::Constant(json.clone()), false),
        Content::Use(content @ Use::Nullable(_)) => (Subject::Value(content.clone()), !member.is_required),
        Content::Use(content) => (Subject::Value(content.clone()), false),
    };
    Some(match compiler.schema(schema, &subject)? {
        Condition::Always => Condition::Always,
        Condition::Never if member.is_required => Condition::Never,
        _ if is_maybe => return None,
        Condition::Never => Condition::HasField(member.field.clone()).not(),
        condition => {
            let held = if member.is_required { Held::Always } else { Held::IfThere };
            Condition::Field(member.field.clone(), held, Box::new(condition))
        }
    })
}

/// Says of a field that it is there and what it holds in one breath.
pub(super) fn join(conditions: &mut Vec<Condition>) {
    let there: Vec<String> = conditions
        .iter()
        .filter_map(|condition| match condition {
            Condition::HasField(field) => Some(field.clone()),
            _ => None,
        })
        .collect();
    let mut joined = Vec::new();
    for condition in conditions.iter_mut() {
        if let Condition::Field(field, held @ (Held::IfThere | Held::Surely), _) = condition
            && (*held == Held::Surely || there.contains(field))
        {
            *held = Held::Surely;
            joined.push(field.clone());
        }
    }
    conditions.retain(|condition| !matches!(condition, Condition::HasField(field) if joined.contains(field)));
}
