//! A member of a generated type, which judges values by reading whole documents that have them.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;
use std::rc::Rc;

use codegen::parity::{Entry, Held};
use codegen::schema::SchemaId;
use codegen::support::Json;

use super::super::SUBJECTS;
use super::super::agreement::property::for_all;
use super::super::agreement::subject::{Accepted, Subject};
use super::super::agreement::tree::Tree;
use super::super::agreement::world::World;
use super::super::agreement::{document, generate, spelling};
use super::candidate::Candidate;

/// In how many examples a value is tried, and in how many other documents: a member may depend on its neighbours.
const SOME: [usize; 2] = [4, 20];

/// The members by the columns that hold them.
pub(super) type Members = BTreeMap<String, Vec<Member>>;

/// A member, or the documents of a type themselves.
pub(super) struct Member {
    pub(super) world: &'static World,
    /// The schema of the values.
    pub(super) schema: SchemaId,
    name: Option<String>,
    documents: Rc<Documents>,
}

/// Reads which members the columns hold.
pub(super) fn members(world: &'static World, entries: &[Entry]) -> Result<Members, String> {
    let examples: Vec<Tree> = document::examples()?.into_iter().map(|document| document.tree).collect();
    let (mut types, mut members) = (BTreeMap::new(), Members::new());
    for entry in entries {
        for path in &entry.members {
            let held = Held::of(world.graph(), path).ok_or_else(|| format!("there is no {path}"))?;
            let documents = match types.entry(held.ty) {
                Slot::Occupied(known) => Rc::clone(known.get()),
                Slot::Vacant(free) => Rc::clone(free.insert(Rc::new(Documents::of(world, held.ty, &examples)?))),
            };
            let (name, schema) = held.member.map_or((None, held.ty), |(name, schema)| (Some(name), schema));
            members.entry(entry.column.clone()).or_default().push(Member { world, schema, name, documents });
        }
    }
    Ok(members)
}

/// A member as its type writes it, or nothing if it is absent.
pub(super) struct Written(pub(super) Option<Json>);

/// A type, and valid documents of it.
struct Documents {
    subject: Subject,
    valid: Vec<Tree>,
}

impl Documents {
    /// Some examples, and some documents made from the schema.
    fn of(world: &World, schema: SchemaId, examples: &[Tree]) -> Result<Self, String> {
        let is_of_schema = |(path, _): &&(&str, _)| world.planned(path).is_some_and(|ty| ty.schema == schema);
        let (_, subject) = SUBJECTS.iter().find(is_of_schema).ok_or("a column holds what has no type")?;
        let subject = subject();
        let [examples_tried, made_tried] = SOME;
        let is_valid = |tree: &Tree| (subject.from_json)(&spelling::plain(tree)).is_ok();
        let own = world.graph().get(schema).annotations.examples.iter().map(Tree::from);
        let valid = own.chain(examples.iter().cloned()).filter(is_valid).take(examples_tried);
        let made = made(world, schema)?.into_iter().filter(is_valid).take(made_tried);
        Ok(Self { subject, valid: valid.chain(made).collect() })
    }
}

impl Member {
    /// The values of the valid documents.
    pub(super) fn values(&self) -> impl Iterator<Item = Tree> {
        self.documents.valid.iter().filter_map(|base| match &self.name {
            Some(name) => base.member(name).cloned(),
            None => Some(base.clone()),
        })
    }

    /// The value as the type writes it, if it accepts the value in some document.
    pub(super) fn accepted(&self, candidate: &Candidate) -> Option<Written> {
        let Some(name) = &self.name else { return Some(Written(Some(self.read(candidate.value.as_ref()?)?))) };
        let read = |base: &Tree| self.read(&with_member(base, name, candidate.value.as_ref()));
        self.documents.valid.iter().find_map(read).map(|document| Written(document.get(name).cloned()))
    }

    /// Whether the type accepts a value.
    pub(super) fn accepts(&self, value: Option<&Json>) -> bool {
        self.accepted(&Candidate::of(value.map(Tree::from))).is_some()
    }

    fn read(&self, document: &Tree) -> Option<Json> {
        let value: Box<dyn Accepted> = (self.documents.subject.from_json)(&spelling::plain(document)).ok()?;
        value.to_json().parse().ok()
    }
}

fn with_member(base: &Tree, name: &str, value: Option<&Tree>) -> Tree {
    let others = base.members().iter().filter(|(other, _)| other != name).cloned();
    Tree::Object(others.chain(value.map(|value| (name.to_owned(), value.clone()))).collect())
}

/// Some documents made from a schema, always the same.
pub(super) fn made(world: &World, schema: SchemaId) -> Result<Vec<Tree>, String> {
    let made = RefCell::new(Vec::new());
    for_all(|decisions| {
        made.borrow_mut().push(generate::document(world, schema, decisions).tree);
        Ok(())
    })?;
    Ok(made.into_inner())
}
