//! What is there and must be dropped, whether it comes again or not.

use std::collections::BTreeSet;

use super::super::catalog::Catalog;
use super::super::object::{Identity, Kind, Object};

/// What the script does not have or what cannot be changed, and with it what stands on it.
pub(super) fn remade<'c>(live: &'c Catalog, wanted: &Catalog, replaced: &[&'c Identity]) -> BTreeSet<&'c Identity> {
    let is_unlike = |(identity, object): &(&Identity, &Object)| is_unlike(identity, object, wanted);
    let mut remade: BTreeSet<&Identity> = live.objects.iter().filter(is_unlike).map(|(known, _)| known).collect();
    if disturbs_views(live, wanted, &remade) {
        remade.extend(live.objects.keys().filter(|identity| identity.kind.is_view()));
    }
    let shaken = shaken(live, &remade, replaced);
    remade.extend(shaken);
    remade
}

/// The types that cannot be changed into what the script has, and those that are made of them.
pub(super) fn replaced<'c>(live: &'c Catalog, wanted: &Catalog) -> Vec<&'c Identity> {
    let mut replaced: Vec<&Identity> = Vec::new();
    for (identity, object) in live.ordered() {
        let Some(other) = wanted.objects.get(identity).filter(|_| identity.kind == Kind::Type) else { continue };
        let is_extended = object.definition == other.definition && object.is_extended_by(other);
        let is_made_of_others = replaced.iter().any(|replaced| object.definition.contains(&replaced.name));
        if is_made_of_others || !(object.is_like(other) || is_extended) {
            replaced.push(identity);
        }
    }
    replaced
}

/// Whether an object goes, or would have to become one that it cannot be changed into.
fn is_unlike(identity: &Identity, object: &Object, wanted: &Catalog) -> bool {
    wanted.objects.get(identity).is_none_or(|other| match identity.kind {
        Kind::Type | Kind::Sequence | Kind::Function | Kind::Table => false,
        Kind::Column => !object.is_like(other) && (object.is_computed() || other.is_computed()),
        _ => !object.is_like(other),
    })
}

/// Whether something changes that a view may be made of: a view has no values to lose, so all of them are made anew.
fn disturbs_views(live: &Catalog, wanted: &Catalog, remade: &BTreeSet<&Identity>) -> bool {
    let is_base = |kind: Kind| kind.is_view() || matches!(kind, Kind::Type | Kind::Table | Kind::Column);
    let is_changed = |identity: &Identity, object: &Object| {
        let other = wanted.objects.get(identity);
        other.is_some_and(|other| object.definition != other.definition || object.labels != other.labels)
    };
    let mut bases = live.objects.iter().filter(|(identity, _)| is_base(identity.kind));
    bases.any(|(identity, object)| remade.contains(identity) || is_changed(identity, object))
}

/// What goes with a column or a view, foreign keys to keys that are gone meanwhile, and privileges of what goes.
fn shaken<'c>(live: &'c Catalog, remade: &BTreeSet<&Identity>, replaced: &[&Identity]) -> Vec<&'c Identity> {
    // With a column goes what is about it, and nothing says here what that is.
    let is_shaken = |table: &str| {
        let is_it = |identity: &&Identity| match identity.kind {
            Kind::Column => identity.table == table,
            kind => kind.is_view() && identity.name == table,
        };
        remade.iter().copied().any(|identity| is_it(&identity))
    };
    let has_lost_key = |table: &str| remade.iter().any(|other| other.kind == Kind::Key && other.table == table);
    let is_gone = |name: &str| remade.iter().chain(replaced).any(|other| other.kind.is_own() && other.name == name);
    let goes = |(identity, object): &(&Identity, &Object)| {
        let target = object.target.as_deref().unwrap_or_default();
        match identity.kind {
            Kind::Privileges => is_gone(target),
            Kind::ForeignKey if has_lost_key(target) => true,
            kind => kind > Kind::Column && !kind.is_own() && is_shaken(&identity.table),
        }
    };
    live.objects.iter().filter(goes).map(|(identity, _)| identity).collect()
}
