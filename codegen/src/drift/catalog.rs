//! What a schema holds, read from the catalog of the server.

use std::collections::BTreeMap;

use postgres::{Row, Transaction};

use crate::diagnostic::Diagnostic;

use super::object::{Identity, Kind, Object};
use super::unreachable;

/// The queries for the objects of a schema; those that a query has no column for have nothing of the kind.
const OBJECTS: [&str; 4] = [
    include_str!("catalog/types.sql"),
    include_str!("catalog/tables.sql"),
    include_str!("catalog/views.sql"),
    include_str!("catalog/privileges.sql"),
];

/// The objects of a schema.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Catalog {
    pub(super) objects: BTreeMap<Identity, Object>,
}

impl Catalog {
    /// Reads a schema, given by its quoted name.
    ///
    /// Names are written out only where the search path does not find them: with nothing but the schema on it, what
    /// refers to its own schema reads the same in any.
    pub(super) fn read(transaction: &mut Transaction<'_>, schema: &str) -> Result<Self, Box<Diagnostic>> {
        let path = format!("SET LOCAL search_path = {schema}; SET LOCAL TIME ZONE 'UTC'");
        transaction.batch_execute(&path).map_err(|error| unreachable(&error))?;
        let mut objects = BTreeMap::new();
        for query in OBJECTS {
            let rows = transaction.query(query, &[&schema]).map_err(|error| unreachable(&error))?;
            objects.extend(rows.iter().filter_map(|row| object(row, schema)));
        }
        Ok(Self { objects })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.objects.is_empty()
    }

    /// Takes out what anybody may do with the objects.
    pub(super) fn without_privileges(mut self) -> Self {
        self.objects.retain(|identity, _| identity.kind != Kind::Privileges);
        self
    }

    /// The columns of a table in their order.
    pub(super) fn columns(&self, table: &str) -> Vec<(&Identity, &Object)> {
        let is_column = |identity: &Identity| identity.kind == Kind::Column && identity.table == table;
        let mut columns: Vec<_> = self.objects.iter().filter(|(identity, _)| is_column(identity)).collect();
        columns.sort_by_key(|(_, column)| column.place);
        columns
    }

    /// All objects in the order in which they can be created.
    pub(super) fn ordered(&self) -> Vec<(&Identity, &Object)> {
        let mut objects: Vec<_> = self.objects.iter().collect();
        objects.sort_by_key(|(identity, object)| (identity.kind, object.place, *identity));
        objects
    }
}

/// What there is in some schemas that no [`Catalog`] has, in words.
pub(super) fn unseen(transaction: &mut Transaction<'_>, schemas: &[&str]) -> Result<Vec<String>, Box<Diagnostic>> {
    let rows = transaction.query(include_str!("catalog/unseen.sql"), &[&schemas]);
    Ok(rows.map_err(|error| unreachable(&error))?.iter().map(|row| row.get("line")).collect())
}

fn object(row: &Row, schema: &str) -> Option<(Identity, Object)> {
    let definition: String = row.get("definition");
    let identity = Identity { kind: Kind::of(row.get("kind"))?, table: row.get("relation"), name: row.get("name") };
    let labels: Option<Vec<String>> = row.try_get("labels").unwrap_or_default();
    let object = Object {
        // A function's definition is the only one that has its schema in any case.
        definition: definition.replacen(&format!(" {schema}."), " ", usize::from(identity.kind == Kind::Function)),
        labels: labels.unwrap_or_default(),
        is_required: row.get("is_required"),
        default: row.get("value"),
        target: row.get("target"),
        place: row.get("place"),
        comment: row.get("comment"),
    };
    Some((identity, object))
}
