//! Whether a subschema plainly accepts something, seen without asking the judge, whose proofs take their time.

use crate::schema::{Keyword, SchemaId, TypeSet};

use super::subject::Subject;

/// What is known of the subschemas of a plan.
pub(super) struct Inhabited<'s> {
    subject: &'s Subject<'s>,
    /// By subschema; one that is looked at just now counts as not known.
    known: Vec<Option<bool>>,
}

/// Types of which one value is as good as another, unless a keyword is about them.
const TYPES: [TypeSet; 6] =
    [TypeSet::NULL, TypeSet::BOOLEAN, TypeSet::NUMBER, TypeSet::STRING, TypeSet::ARRAY, TypeSet::OBJECT];

impl<'s> Inhabited<'s> {
    pub(super) fn new(subject: &'s Subject<'s>) -> Self {
        Self { subject, known: vec![None; subject.plan.graph.subschemas.len()] }
    }

    /// Whether it is certain that some value is valid.
    pub(super) fn is_certain(&mut self, id: SchemaId) -> bool {
        match self.known.get_mut(id.0) {
            Some(Some(known)) => return *known,
            Some(unknown) => *unknown = Some(false),
            None => return false,
        }
        let is_certain = self.is_plain(id) || self.shows_a_valid_example(id);
        if let Some(known) = self.known.get_mut(id.0) {
            *known = Some(is_certain);
        }
        is_certain
    }

    /// Whether some type is left to a value, and nothing that the schema says of this type keeps every value out.
    fn is_plain(&mut self, id: SchemaId) -> bool {
        let keywords = self.subject.keywords(id);
        match keywords {
            [Keyword::Ref(target)] => return self.is_certain(*target),
            [Keyword::AllOf(branches)] if branches.len() == 1 => {
                return branches.iter().all(|branch| self.is_certain(*branch));
            }
            [Keyword::AnyOf(branches)] => return branches.iter().any(|branch| self.is_certain(*branch)),
            _ => {}
        }
        TYPES.into_iter().any(|ty| keywords.iter().all(|keyword| self.leaves_room(keyword, ty, keywords)))
    }

    /// Whether a keyword accepts the plainest values of a type: any scalar, no item, the members that are required.
    fn leaves_room(&mut self, keyword: &Keyword, ty: TypeSet, beside: &[Keyword]) -> bool {
        match keyword {
            Keyword::Type(types) => !types.intersection(ty).is_empty(),
            Keyword::Minimum(_)
            | Keyword::Maximum(_)
            | Keyword::ExclusiveMinimum(_)
            | Keyword::ExclusiveMaximum(_)
            | Keyword::MultipleOf(_) => ty != TypeSet::NUMBER || is_a_range(beside),
            Keyword::MinLength(_) | Keyword::MaxLength(_) => ty != TypeSet::STRING || is_a_range(beside),
            Keyword::Pattern(_) | Keyword::Format(_) | Keyword::Content(_) => ty != TypeSet::STRING,
            Keyword::MaxItems(_) | Keyword::UniqueItems | Keyword::Items { .. } => true,
            Keyword::MinItems(_) | Keyword::Contains { .. } => ty != TypeSet::ARRAY,
            Keyword::Properties { patterns, .. } => ty != TypeSet::OBJECT || patterns.is_empty(),
            Keyword::Required(names) => ty != TypeSet::OBJECT || self.can_all_be(names, beside),
            Keyword::PropertyNames(_) | Keyword::MinProperties(_) | Keyword::MaxProperties(_) => ty != TypeSet::OBJECT,
            _ => false,
        }
    }

    /// Whether every required member is declared, with a schema that some value satisfies.
    fn can_all_be(&mut self, names: &[String], beside: &[Keyword]) -> bool {
        let declared = beside.iter().find_map(|keyword| match keyword {
            Keyword::Properties { named, .. } => Some(named),
            _ => None,
        });
        names.iter().all(|name| {
            let schema = declared.into_iter().flatten().find(|(other, _)| other == name);
            schema.is_some_and(|(_, schema)| self.is_certain(*schema))
        })
    }

    /// The last resort before the judge: what the schema shows and lists.
    fn shows_a_valid_example(&self, id: SchemaId) -> bool {
        let mut shown = self.subject.plan.graph.get(id).annotations.examples.clone();
        for keyword in self.subject.keywords(id) {
            match keyword {
                Keyword::Const(value) => shown.push(value.clone()),
                Keyword::Enum(values) => shown.extend(values.iter().cloned()),
                _ => {}
            }
        }
        if shown.is_empty() {
            return false;
        }
        let validator = self.subject.validator(id);
        validator.is_some_and(|validator| shown.into_iter().any(|value| validator.is_valid(&value.into())))
    }
}

/// Whether a bound stands alone beside `type`, or with another one that leaves room for a whole number.
fn is_a_range(keywords: &[Keyword]) -> bool {
    let bounds = keywords.iter().filter(|keyword| !matches!(keyword, Keyword::Type(_)));
    match bounds.collect::<Vec<_>>().as_slice() {
        [_] => true,
        [Keyword::Minimum(low), Keyword::Maximum(high)] => low.is_integer() && low <= high,
        [Keyword::MinLength(low), Keyword::MaxLength(high)] => low <= high,
        _ => false,
    }
}
