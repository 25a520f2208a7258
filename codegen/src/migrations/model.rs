//! What statements make of an empty database: its tables, columns, constraints, indexes and everything else, by name.

use std::collections::BTreeMap;
use std::ops::Range;

use sqlparser::ast::{
    AlterColumnOperation, AlterTableOperation, ColumnDef, ColumnOption, ObjectType, Statement as Parsed,
    TableConstraint,
};
use sqlparser::dialect::PostgreSqlDialect;
use sqlparser::parser::Parser;
use sqlparser::tokenizer::Token;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::parity::Script;
use crate::sql::{Statement, is_word, statements};

/// What there is.
#[derive(Debug, Default)]
pub(super) struct Model {
    /// Each thing by what it is and how it is called, such as `column plans.id`.
    pub(super) things: BTreeMap<String, Thing>,
    /// The script and the place of the statement that is followed.
    place: (usize, Range<usize>),
}

/// Something that a statement has made.
#[derive(Clone, Debug)]
pub(super) struct Thing {
    /// What is said of it, in one spelling: a column's type, its default and whether it refuses NULL, or a text.
    pub(super) definition: BTreeMap<&'static str, String>,
    place: (usize, Range<usize>),
}

impl Model {
    /// Follows scripts one after the other; what cannot be followed is found.
    pub(super) fn of(scripts: &[Script]) -> (Self, Diagnostics) {
        let (mut model, mut findings) = (Self::default(), Diagnostics::new());
        for (index, script) in scripts.iter().enumerate() {
            let all = statements(&script.text);
            if let Err(error) = &all {
                findings.push(unreadable(script, 0..0, &error.to_string()));
            }
            for statement in all.unwrap_or_default() {
                model.place = (index, statement.span.clone());
                if let Err(words) = model.follow(&script.text, &statement) {
                    findings.push(unreadable(script, statement.span, &words));
                }
            }
        }
        (model, findings)
    }

    fn follow(&mut self, text: &str, statement: &Statement) -> Result<(), String> {
        let text = text.get(statement.span.clone()).unwrap_or_default();
        if statement.is_of_transactions() {
            return Ok(());
        }
        let parsed = Parser::parse_sql(&PostgreSqlDialect {}, text);
        if let Err(error) = &parsed
            && is_structure(&statement.tokens)
        {
            // The parser knows where in the statement, which is not where in the file.
            let words = error.to_string();
            return Err(words.split(" at Line").next().unwrap_or_default().to_owned());
        }
        match parsed.unwrap_or_default().into_iter().next() {
            Some(Parsed::CreateTable(table)) => {
                let name = table.name.to_string();
                self.add(format!("table {name}"), String::new());
                table.columns.iter().for_each(|column| self.add_column(&name, column));
                table.constraints.iter().for_each(|constraint| self.add_constraint(&name, constraint));
            }
            Some(Parsed::AlterTable(table)) => {
                let name = table.name.to_string();
                return table.operations.iter().try_for_each(|operation| self.alter(&name, operation));
            }
            Some(Parsed::CreateIndex(mut index)) => {
                index.if_not_exists = false;
                let name = index.name.as_ref().map(ToString::to_string).unwrap_or_default();
                self.add(format!("index {name}"), index.to_string());
            }
            Some(Parsed::Drop { object_type, names, .. }) => {
                let kind = object_type.to_string().to_lowercase();
                for name in names {
                    self.drop(&kind, &name.to_string(), object_type == ObjectType::Table);
                }
            }
            // Rows are no part of the structure.
            Some(Parsed::Insert(_) | Parsed::Update(_) | Parsed::Delete(_)) => {}
            _ => return self.follow_words(&statement.tokens),
        }
        Ok(())
    }

    fn alter(&mut self, table: &str, operation: &AlterTableOperation) -> Result<(), String> {
        match operation {
            AlterTableOperation::AddColumn { column_def, .. } => self.add_column(table, column_def),
            AlterTableOperation::AddConstraint { constraint, .. } => self.add_constraint(table, constraint),
            AlterTableOperation::DropConstraint { name, .. } => {
                self.things.remove(&format!("constraint {table}.{name}"));
            }
            AlterTableOperation::DropColumn { column_names, .. } => {
                for name in column_names {
                    self.things.remove(&format!("column {table}.{name}"));
                }
            }
            AlterTableOperation::AlterColumn { column_name, op } => {
                let name = format!("column {table}.{column_name}");
                let place = self.place.clone();
                let column = self.things.get_mut(&name).ok_or_else(|| format!("there is no {name}"))?;
                column.place = place;
                alter_column(&mut column.definition, op)?;
            }
            AlterTableOperation::ValidateConstraint { .. } => {}
            other => return Err(format!("nobody knows what becomes of `{other}`")),
        }
        Ok(())
    }

    /// Follows what the parser has no form for: a thing is known by its kind and name, and is what its tokens say.
    fn follow_words(&mut self, tokens: &[Token]) -> Result<(), String> {
        let mut words: Vec<String> = tokens.iter().map(ToString::to_string).collect();
        let begins = |word: &str| tokens.first().is_some_and(|first| is_word(first, word));
        if begins("COMMENT") {
            let end = tokens.iter().position(|token| is_word(token, "IS")).ok_or("a comment says what it IS")?;
            let said = words.split_off(end).join(" ");
            let name = words.join(" ").to_lowercase();
            if said.eq_ignore_ascii_case("IS NULL") {
                drop(self.things.remove(&name));
            } else {
                self.add(name, said);
            }
            return Ok(());
        }
        if begins("CREATE") && words.get(1).is_some_and(|word| word.eq_ignore_ascii_case("OR")) {
            words.drain(1..3);
        }
        match words.as_slice() {
            [create, kind, name, ..] if create.eq_ignore_ascii_case("CREATE") => {
                self.add(format!("{} {name}", kind.to_lowercase()), words.join(" "));
            }
            [drop, kind, name, ..] if drop.eq_ignore_ascii_case("DROP") => self.drop(&kind.to_lowercase(), name, false),
            _ => return Err("nobody knows what this statement makes".to_owned()),
        }
        Ok(())
    }

    fn add(&mut self, name: String, definition: String) {
        let definition = BTreeMap::from([("", definition)]);
        self.things.insert(name, Thing { definition, place: self.place.clone() });
    }

    fn add_column(&mut self, table: &str, column: &ColumnDef) {
        let mut definition = BTreeMap::from([("type", column.data_type.to_string().to_lowercase())]);
        for option in column.options.iter().map(|option| &option.option) {
            match option {
                ColumnOption::NotNull => drop(definition.insert("not null", String::new())),
                ColumnOption::Default(value) => drop(definition.insert("default", value.to_string())),
                ColumnOption::Null => {}
                other => *definition.entry("").or_default() += &other.to_string(),
            }
        }
        self.things.insert(format!("column {table}.{}", column.name), Thing { definition, place: self.place.clone() });
    }

    fn add_constraint(&mut self, table: &str, constraint: &TableConstraint) {
        let name = match constraint {
            TableConstraint::Check(check) => check.name.as_ref(),
            TableConstraint::Unique(unique) => unique.name.as_ref(),
            TableConstraint::PrimaryKey(key) => key.name.as_ref(),
            TableConstraint::ForeignKey(key) => key.name.as_ref(),
            _ => None,
        };
        let name = name.map_or_else(|| constraint.to_string(), ToString::to_string);
        self.add(format!("constraint {table}.{name}"), constraint.to_string());
    }

    /// Drops a thing, the comment on it and, of a table, what belongs to it.
    fn drop(&mut self, kind: &str, name: &str, is_table: bool) {
        self.things.remove(&format!("{kind} {name}"));
        self.things.remove(&format!("comment on {kind} {name}"));
        if is_table {
            let own = ["column ", "constraint ", "comment on column "].map(|kind| format!("{kind}{name}."));
            self.things.retain(|thing, _| !own.iter().any(|start| thing.starts_with(start)));
        }
    }
}

/// Whether a statement is of those that must be understood, not only be the same.
fn is_structure(tokens: &[Token]) -> bool {
    let begins = |words: &[&str]| words.iter().zip(tokens).all(|(word, token)| is_word(token, word));
    [&["CREATE", "TABLE"][..], &["CREATE", "INDEX"], &["CREATE", "UNIQUE"], &["ALTER"]]
        .iter()
        .any(|words| begins(words))
}

fn alter_column(
    definition: &mut BTreeMap<&'static str, String>,
    operation: &AlterColumnOperation,
) -> Result<(), String> {
    match operation {
        AlterColumnOperation::SetNotNull => drop(definition.insert("not null", String::new())),
        AlterColumnOperation::DropNotNull => drop(definition.remove("not null")),
        AlterColumnOperation::SetDefault { value } => drop(definition.insert("default", value.to_string())),
        AlterColumnOperation::DropDefault => drop(definition.remove("default")),
        AlterColumnOperation::SetDataType { data_type, .. } => {
            definition.insert("type", data_type.to_string().to_lowercase());
        }
        other @ AlterColumnOperation::AddGenerated { .. } => {
            return Err(format!("nobody knows what becomes of `{other}`"));
        }
    }
    Ok(())
}

impl Thing {
    pub(super) fn differs(&self, name: &str, migrations: &[Script], schema: &Script) -> Diagnostic {
        let message = format!("the migrations make another {name} than {}", schema.name);
        found(message, "add a migration that changes it", migrations, &self.place)
    }

    pub(super) fn is_extra(&self, name: &str, migrations: &[Script], schema: &Script) -> Diagnostic {
        let message = format!("the migrations make the {name}, of which {} says nothing", schema.name);
        found(message, "add a migration that drops it", migrations, &self.place)
    }

    pub(super) fn is_missing(&self, name: &str, schema: &Script) -> Diagnostic {
        let message = format!("no migration makes the {name}");
        found(message, "add a migration that makes it", std::slice::from_ref(schema), &self.place)
    }
}

fn found(message: String, help: &str, scripts: &[Script], (index, span): &(usize, Range<usize>)) -> Diagnostic {
    let finding = Diagnostic::error("migration-drift", message).with_help(help);
    match scripts.get(*index) {
        Some(script) => finding.at_text(&script.name, &script.text, span.start..span.start),
        None => finding,
    }
}

fn unreadable(script: &Script, span: Range<usize>, words: &str) -> Diagnostic {
    let finding = Diagnostic::error("migration-unreadable", format!("this cannot be followed: {words}"));
    let finding = finding.with_help("write it as tables, columns, constraints, indexes and comments that come and go");
    finding.at_text(&script.name, &script.text, span.start..span.start)
}
