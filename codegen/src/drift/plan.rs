//! What to drop, to change and to create, in an order that the dependencies allow.

mod remade;

use std::collections::BTreeSet;

use super::catalog::Catalog;
use super::object::{Identity, Kind, Object};
use super::statement;

use self::remade::{remade, replaced};

/// The statements that make the live side like the wanted one.
pub(super) fn statements(live: &Catalog, wanted: &Catalog) -> Vec<String> {
    let replaced = replaced(live, wanted);
    let plan = Plan { live, wanted, remade: remade(live, wanted, &replaced), replaced };
    let (used, others): (Vec<_>, Vec<_>) =
        plan.dropped().into_iter().partition(|(identity, _)| identity.kind.is_used());
    let drop = |(identity, object)| statement::drop(identity, object);
    let mut statements: Vec<String> = others.into_iter().map(drop).collect();
    statements.extend(plan.created());
    statements.extend(plan.set_aside());
    statements.extend(used.into_iter().map(drop));
    statements.extend(plan.commented());
    statements
}

struct Plan<'c> {
    live: &'c Catalog,
    wanted: &'c Catalog,
    /// What is there and must be made anew.
    remade: BTreeSet<&'c Identity>,
    /// The types that cannot be changed into what they are to be, those last that are made of others.
    replaced: Vec<&'c Identity>,
}

impl<'c> Plan<'c> {
    /// What goes, last created first; what belongs to something goes with it.
    fn dropped(&self) -> Vec<(&'c Identity, &'c Object)> {
        let mut dropped = self.live.ordered();
        dropped.retain(|(identity, object)| self.remade.contains(identity) && !self.goes_with_other(identity, object));
        dropped.reverse();
        dropped
    }

    /// Whether nothing must be done to be rid of an object but to drop that to which it belongs.
    fn goes_with_other(&self, identity: &Identity, object: &Object) -> bool {
        match identity.kind {
            Kind::ForeignKey => false,
            Kind::Privileges => object.target.as_deref().is_none_or(|name| !self.stays(name)),
            Kind::Ownership => {
                !self.stays(&identity.name) || object.target.as_deref().is_none_or(|name| !self.stays(name))
            }
            kind => !kind.is_own() && !self.stays(&identity.table),
        }
    }

    /// Whether a table, view, sequence, type or function is there and stays.
    fn stays(&self, name: &str) -> bool {
        let is_it = |identity: &&Identity| identity.kind.is_own() && identity.name == name;
        self.live.objects.keys().filter(is_it).any(|identity| !self.remade.contains(identity))
    }

    /// What comes and what changes, first what others depend on.
    fn created(&self) -> Vec<String> {
        let mut statements = Vec::new();
        for (identity, object) in self.wanted.ordered() {
            match self.kept(identity) {
                Some(known) if known.is_like(object) && !self.is_replaced(identity) => {}
                Some(known) => statements.extend(self.changed(identity, known, object)),
                None if identity.kind == Kind::Table => {
                    statements.push(statement::create_table(identity, &self.wanted.columns(&identity.table)));
                }
                None if self.comes_with_table(identity) => {}
                None => statements.push(statement::create(identity, object)),
            }
        }
        statements
    }

    /// Makes an object that stays another one.
    fn changed(&self, identity: &Identity, from: &Object, to: &Object) -> Vec<String> {
        match identity.kind {
            Kind::Column => statement::alter_column(identity, from, to),
            Kind::Sequence => vec![statement::alter_sequence(identity, to)],
            Kind::Type if !self.is_replaced(identity) => statement::add_labels(identity, from, to),
            Kind::Type => {
                let columns = self.columns_of(&identity.name);
                statement::replace_type(identity, [from, to], &self.aside(identity), &columns)
            }
            // The rest can be created in the place of what is there.
            _ => vec![statement::create(identity, to)],
        }
    }

    fn is_replaced(&self, identity: &Identity) -> bool {
        self.replaced.contains(&identity)
    }

    /// What a type is called once another one has its name.
    fn aside(&self, identity: &Identity) -> String {
        let place = self.replaced.iter().position(|replaced| *replaced == identity).unwrap_or_default();
        format!("codegen_replaced_{place}")
    }

    /// Drops the types that have been replaced.
    fn set_aside(&self) -> impl Iterator<Item = String> {
        let drop = |identity: &&Identity| Some(statement::drop_aside(self.kept(identity)?, &self.aside(identity)));
        self.replaced.iter().rev().filter_map(drop)
    }

    /// The columns of a type that stay, as they are.
    fn columns_of(&self, ty: &str) -> Vec<(&'c Identity, &'c Object)> {
        let array = format!("{ty}[]");
        let is_of_type = |object: &Object| object.definition == ty || object.definition == array;
        let columns = self.live.objects.iter().filter(|(identity, _)| identity.kind == Kind::Column);
        columns.filter(|(identity, object)| is_of_type(object) && self.kept(identity).is_some()).collect()
    }

    /// A live object that stays.
    fn kept(&self, identity: &Identity) -> Option<&'c Object> {
        self.live.objects.get(identity).filter(|_| !self.remade.contains(identity))
    }

    /// Whether a column is created with its table.
    fn comes_with_table(&self, identity: &Identity) -> bool {
        let table = Identity { kind: Kind::Table, table: identity.table.clone(), name: identity.table.clone() };
        identity.kind == Kind::Column && self.kept(&table).is_none()
    }

    /// The comments that come, change and go.
    fn commented(&self) -> impl Iterator<Item = String> {
        let known = |identity: &Identity| self.kept(identity).filter(|_| !self.is_replaced(identity));
        let said = move |identity: &Identity| known(identity).and_then(|object| object.comment.as_deref());
        let other =
            self.wanted.objects.iter().filter(move |(identity, object)| object.comment.as_deref() != said(identity));
        other.map(|(identity, object)| statement::comment(identity, object))
    }
}
