//! Keywords as conditions, as far as the Rust types tell what a keyword asks of them.

use crate::plan::{Plan, Repr, Shape, Struct, Type, Use};
use crate::schema::{Keyword, SchemaId, TypeSet};
use crate::support::Json;

use super::members::{self, Properties};
use super::{Condition, Form};
use super::{assertion, choice};

/// How deep schemas may be applied within each other.
const DEEPEST: usize = 12;

/// How many schemas may be looked at: what asks for more is no plain condition.
const MOST: usize = 256;

/// What a condition is about.
#[derive(Clone, Debug)]
pub(super) enum Subject<'p> {
    /// A value of the type whose residual keywords these are.
    This(&'p Type),
    /// A value that has been read.
    Value(Use),
    /// A text that is at hand: a member's name, or a string that is no value yet.
    Text,
    /// A value that is known.
    Constant(Json),
}

pub(super) struct Compiler<'p> {
    pub(super) plan: &'p Plan,
    depth: usize,
    n_seen: usize,
}

/// The residual keywords of a type as a condition on what they are judged on; `None` if they are not plain.
pub(super) fn residual(plan: &Plan, ty: &Type, residual: SchemaId) -> Option<Condition> {
    let subject = if let Shape::String(_) = ty.shape { Subject::Text } else { Subject::This(ty) };
    Compiler { plan, depth: 0, n_seen: 0 }.keywords(residual, &subject)
}

impl<'p> Compiler<'p> {
    /// What a schema asks of a subject; `None` if that is not plain.
    pub(super) fn schema(&mut self, schema: SchemaId, subject: &Subject<'p>) -> Option<Condition> {
        if self.depth == DEEPEST || self.n_seen == MOST {
            return None;
        }
        if self.is_kept(schema, subject) {
            return Some(Condition::Always);
        }
        self.n_seen += 1;
        self.depth += 1;
        let condition = match subject {
            Subject::Value(Use::Type(id)) => choice::of(self, schema, *id),
            _ => None,
        };
        let condition = condition.or_else(|| self.keywords(schema, subject));
        self.depth -= 1;
        condition
    }

    /// Whether the subject's type is this very schema.
    fn is_kept(&self, schema: SchemaId, subject: &Subject<'p>) -> bool {
        let Subject::Value(Use::Type(id) | Use::Boxed(id)) = subject else { return false };
        let Some(ty) = self.plan.get(*id) else { return false };
        match self.plan.graph.get(schema).keywords.as_slice() {
            [Keyword::Ref(target)] => ty.schema == schema || ty.schema == *target,
            _ => ty.schema == schema,
        }
    }

    fn keywords(&mut self, schema: SchemaId, subject: &Subject<'p>) -> Option<Condition> {
        let keywords = &self.plan.graph.get(schema).keywords;
        let conditions = keywords.iter().map(|keyword| self.keyword(keyword, subject));
        conditions.collect::<Option<Vec<_>>>().map(Condition::all)
    }

    fn keyword(&mut self, keyword: &Keyword, subject: &Subject<'p>) -> Option<Condition> {
        match keyword {
            Keyword::Never => Some(Condition::Never),
            Keyword::Ref(target) => self.schema(*target, subject),
            Keyword::AllOf(branches) => self.branches(branches, subject).map(Condition::all),
            Keyword::AnyOf(branches) => self.branches(branches, subject).map(Condition::any),
            Keyword::OneOf(branches) => self.branches(branches, subject).map(|branches| Condition::one(&branches)),
            Keyword::Not(negated) => self.schema(*negated, subject).map(Condition::not),
            Keyword::If { condition, then, otherwise } => {
                let condition = self.schema(*condition, subject)?;
                let (then, otherwise) = (self.optional(*then, subject)?, self.optional(*otherwise, subject)?);
                Some(Condition::choice(condition, then, otherwise))
            }
            _ => match subject {
                Subject::Text => assertion::of_text(keyword),
                Subject::Constant(json) => assertion::of_constant(self.plan, keyword, json),
                Subject::This(ty) => self.shape(keyword, &ty.shape, subject),
                Subject::Value(content) => self.value(keyword, content, subject),
            },
        }
    }

    fn branches(&mut self, branches: &[SchemaId], subject: &Subject<'p>) -> Option<Vec<Condition>> {
        branches.iter().map(|branch| self.schema(*branch, subject)).collect()
    }

    fn optional(&mut self, schema: Option<SchemaId>, subject: &Subject<'p>) -> Option<Condition> {
        schema.map_or(Some(Condition::Always), |schema| self.schema(schema, subject))
    }

    fn value(&mut self, keyword: &Keyword, content: &Use, subject: &Subject<'p>) -> Option<Condition> {
        match content {
            Use::String => assertion::of_string(keyword),
            Use::Boolean => assertion::of_boolean(keyword),
            Use::PlainInteger if *keyword == Keyword::WrittenAsInteger => Some(Condition::Always),
            Use::Integer | Use::PlainInteger => assertion::of_number(keyword, TypeSet::INTEGER, Form::Exact),
            Use::Number => assertion::of_number(keyword, TypeSet::NUMBER, Form::Exact),
            Use::Vec(item) => self.array(keyword, item),
            Use::Map(value) => self.map(keyword, value),
            Use::Type(id) | Use::Boxed(id) => match &self.plan.get(*id)?.shape {
                Shape::String(_) => assertion::of_string(keyword),
                Shape::Strings(variants) => assertion::of_variants(keyword, *id, variants),
                Shape::Integer { is_plain: true, .. } if *keyword == Keyword::WrittenAsInteger => {
                    Some(Condition::Always)
                }
                Shape::Integer { repr: Repr::Integer, .. } => {
                    assertion::of_number(keyword, TypeSet::INTEGER, Form::Newtype)
                }
                Shape::Integer { .. } => assertion::of_number(keyword, TypeSet::INTEGER, Form::Machine),
                Shape::Number(_) => assertion::of_number(keyword, TypeSet::NUMBER, Form::Newtype),
                Shape::Alias(content) => self.value(keyword, content, subject),
                shape => self.shape(keyword, shape, subject),
            },
            Use::Null => assertion::of_null(keyword),
            Use::Json | Use::Nullable(_) => None,
        }
    }

    /// A keyword that asks something of arrays or objects.
    fn shape(&mut self, keyword: &Keyword, shape: &Shape, subject: &Subject<'p>) -> Option<Condition> {
        match shape {
            Shape::Array { item, .. } => self.array(keyword, item),
            Shape::Map { value, .. } => self.map(keyword, value),
            Shape::Newtype(Use::Vec(item)) => self.array(keyword, item),
            Shape::Newtype(Use::Map(value)) => self.map(keyword, value),
            Shape::Newtype(Use::Null) => assertion::of_null(keyword),
            Shape::Struct(members) => self.structure(keyword, members, subject),
            Shape::Tagged { .. } => assertion::of_object(keyword),
            _ => None,
        }
    }

    fn array(&mut self, keyword: &Keyword, item: &Use) -> Option<Condition> {
        let subject = Subject::Value(item.clone());
        match keyword {
            Keyword::Items { prefix, rest } if prefix.is_empty() => Some(match self.optional(*rest, &subject)? {
                Condition::Always => Condition::Always,
                Condition::Never => Condition::HasSize(0, Some(0)),
                condition => Condition::EachItem(Box::new(condition)),
            }),
            Keyword::Contains { schema, min: 1, max: None, .. } => Some(match self.schema(*schema, &subject)? {
                Condition::Always => Condition::HasSize(1, None),
                Condition::Never => Condition::Never,
                condition => Condition::SomeItem(Box::new(condition)),
            }),
            Keyword::MinItems(min) => Some(Condition::within(*min, u64::MAX, Condition::HasSize)),
            Keyword::MaxItems(max) => Some(Condition::within(0, *max, Condition::HasSize)),
            other => assertion::of_array(other),
        }
    }

    fn map(&mut self, keyword: &Keyword, value: &Use) -> Option<Condition> {
        let has = |name: &String| Condition::HasMember(None, name.clone());
        match keyword {
            Keyword::PropertyNames(names) => {
                self.schema(*names, &Subject::Text).map(|condition| members::each_name(None, condition))
            }
            Keyword::Properties { named, patterns, additional } => {
                Properties { named, patterns, additional: *additional }.of_map(self, value)
            }
            Keyword::Required(names) => Some(Condition::all(names.iter().map(has))),
            Keyword::DependentRequired(members) => Some(Condition::all(members.iter().map(|(name, names)| {
                Condition::choice(has(name), Condition::all(names.iter().map(has)), Condition::Always)
            }))),
            Keyword::MinProperties(min) => Some(Condition::within(*min, u64::MAX, Condition::HasSize)),
            Keyword::MaxProperties(max) => Some(Condition::within(0, *max, Condition::HasSize)),
            other => assertion::of_object(other),
        }
    }

    fn structure(&mut self, keyword: &Keyword, members: &Struct, subject: &Subject<'p>) -> Option<Condition> {
        match keyword {
            Keyword::PropertyNames(names) => members::names(self, members, *names),
            Keyword::Properties { named, patterns, additional } => {
                Properties { named, patterns, additional: *additional }.of_struct(self, members)
            }
            Keyword::Required(names) => members::has_all(members, names),
            Keyword::DependentRequired(dependencies) => {
                let dependent = |(name, names): &(String, Vec<String>)| {
                    let condition = members::has(members, name)?;
                    Some(Condition::choice(condition, members::has_all(members, names)?, Condition::Always))
                };
                dependencies.iter().map(dependent).collect::<Option<Vec<_>>>().map(Condition::all)
            }
            Keyword::DependentSchemas(dependencies) => {
                let mut dependent = |(name, schema): &(String, SchemaId)| {
                    let condition = members::has(members, name)?;
                    Some(Condition::choice(condition, self.schema(*schema, subject)?, Condition::Always))
                };
                dependencies.iter().map(&mut dependent).collect::<Option<Vec<_>>>().map(Condition::all)
            }
            other => assertion::of_object(other),
        }
    }
}
