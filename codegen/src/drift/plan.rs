//! What to drop, to change and to create, in an order that the dependencies allow.

use std::collections::BTreeSet;

use super::catalog::Catalog;
use super::object::{Identity, Kind, Object};
use super::statement;

/// The statements that make the live side like the wanted one.
pub(super) fn statements(live: &Catalog, wanted: &Catalog) -> Vec<String> {
    let remade = remade(live, wanted);
    let plan = Plan { live, wanted, remade };
    let (functions, others): (Vec<_>, Vec<_>) = plan.dropped().partition(|identity| identity.kind == Kind::Function);
    let mut statements: Vec<String> = others.into_iter().map(statement::drop).collect();
    statements.extend(plan.created());
    statements.extend(functions.into_iter().map(statement::drop));
    statements.extend(plan.commented());
    statements
}

struct Plan<'c> {
    live: &'c Catalog,
    wanted: &'c Catalog,
    /// What is there and must be made anew.
    remade: BTreeSet<&'c Identity>,
}

/// What is dropped and created again: what cannot be changed, and foreign keys to keys that are gone meanwhile.
fn remade<'c>(live: &'c Catalog, wanted: &Catalog) -> BTreeSet<&'c Identity> {
    let is_unlike = |identity: &Identity, object: &Object| {
        wanted.objects.get(identity).is_none_or(|other| match identity.kind {
            Kind::Function | Kind::Table => false,
            Kind::Column => !object.is_like(other) && (object.is_computed() || other.is_computed()),
            _ => !object.is_like(other),
        })
    };
    let unlike: BTreeSet<&Identity> =
        live.objects.iter().filter(|(identity, object)| is_unlike(identity, object)).map(|(known, _)| known).collect();
    // With a column goes what is about it, and nothing says here what that is.
    let loses_column = |table: &str| unlike.iter().any(|known| known.kind == Kind::Column && known.table == table);
    let is_about = |identity: &&Identity| identity.kind > Kind::Column && loses_column(&identity.table);
    let is_gone = |table: &str| unlike.iter().any(|identity| identity.kind == Kind::Key && identity.table == table);
    let dangling = live.objects.iter().filter(|(_, object)| object.target.as_deref().is_some_and(is_gone));
    let about = live.objects.keys().filter(is_about);
    unlike.iter().copied().chain(about).chain(dangling.map(|(identity, _)| identity)).collect()
}

impl<'c> Plan<'c> {
    /// What goes, last created first; what belongs to a table goes with it.
    fn dropped(&self) -> impl Iterator<Item = &'c Identity> {
        let is_own = |identity: &Identity| matches!(identity.kind, Kind::Table | Kind::Function | Kind::ForeignKey);
        let goes_with_table = move |identity: &Identity| !is_own(identity) && !self.has_table(&identity.table);
        self.remade.iter().rev().copied().filter(move |identity| !goes_with_table(identity))
    }

    fn has_table(&self, table: &str) -> bool {
        let table = Identity { kind: Kind::Table, table: table.to_owned(), name: table.to_owned() };
        self.wanted.objects.contains_key(&table)
    }

    /// What comes and what changes, first what others depend on.
    fn created(&self) -> Vec<String> {
        let mut statements = Vec::new();
        for (identity, object) in &self.wanted.objects {
            match self.kept(identity) {
                Some(known) if known.is_like(object) => {}
                Some(known) if identity.kind == Kind::Column => {
                    statements.extend(statement::alter_column(identity, known, object));
                }
                None if identity.kind == Kind::Table => {
                    statements.push(statement::create_table(identity, &self.wanted.columns(&identity.table)));
                }
                None if self.comes_with_table(identity) => {}
                // What is there and not made anew is a function, which can be replaced.
                Some(_) | None => statements.push(statement::create(identity, object)),
            }
        }
        statements
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
        let said = |identity: &Identity| self.kept(identity).and_then(|object| object.comment.as_deref());
        let other =
            self.wanted.objects.iter().filter(move |(identity, object)| object.comment.as_deref() != said(identity));
        other.map(|(identity, object)| statement::comment(identity, object))
    }
}
