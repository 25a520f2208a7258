//! What the tables of a `PostgreSQL` script ask of their columns.

use std::ops::Range;

use sqlparser::ast::{
    BinaryOperator, ColumnDef, ColumnOption, CreateTable, Expr, Ident, Statement, TableConstraint, Value,
};
use sqlparser::dialect::PostgreSqlDialect;
use sqlparser::parser::{Parser, ParserError};
use sqlparser::tokenizer::Token;

use crate::diagnostic::Diagnostic;
use crate::sql::{is_word, offset};
use crate::support::Number;

use super::Script;
use super::gap::type_name;

/// A column, and what its checks ask.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// Table and column.
    pub(super) name: String,
    /// Where its name stands in the script.
    pub(super) span: Range<usize>,
    /// Its type, by the shortest of its names.
    pub(super) data_type: String,
    pub(super) is_nullable: bool,
    pub(super) has_default: bool,
    pub(super) checks: Vec<Check>,
}

/// A check that can be compared.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Check {
    Values(Vec<String>),
    Pattern(String),
    Least(Number),
    Most(Number),
    Since(String),
    Before(String),
    JsonType(String),
}

/// The columns of all tables.
pub(super) fn columns(script: &Script) -> Result<Vec<Column>, Box<Diagnostic>> {
    let tables = tables(&script.text).map_err(|error| {
        let message = format!("this is not PostgreSQL that can be read: {error}");
        Box::new(Diagnostic::error("sql-unreadable", message).at_text(&script.name, &script.text, 0..0))
    })?;
    Ok(tables
        .iter()
        .flat_map(|table| table.columns.iter().map(|column| Column::of(&script.text, table, column)))
        .collect())
}

/// The tables of a script; other statements are passed over, also those that the parser does not know.
fn tables(text: &str) -> Result<Vec<CreateTable>, ParserError> {
    let mut parser = Parser::new(&PostgreSqlDialect {}).try_with_sql(text)?;
    let mut tables = Vec::new();
    while parser.peek_token().token != Token::EOF {
        let is = |place, word| is_word(&parser.peek_nth_token_ref(place).token, word);
        let is_table = is(0, "CREATE") && is(1, "TABLE");
        match parser.parse_statement() {
            Ok(Statement::CreateTable(table)) => tables.push(table),
            Err(error) if is_table => return Err(error),
            Ok(_) | Err(_) => {}
        }
        while !matches!(parser.next_token().token, Token::SemiColon | Token::EOF) {}
    }
    Ok(tables)
}

/// The bytes of a name.
fn span(text: &str, name: &Ident) -> Range<usize> {
    let start = offset(text, name.span.start);
    start..start.saturating_add(name.value.len())
}

impl Column {
    fn of(text: &str, table: &CreateTable, definition: &ColumnDef) -> Self {
        let options = || definition.options.iter().map(|option| &option.option);
        let inline = options().filter_map(|option| match option {
            ColumnOption::Check(check) => Some(check.expr.as_ref()),
            _ => None,
        });
        let of_table = table.constraints.iter().filter_map(|constraint| match constraint {
            TableConstraint::Check(check) => Some(check.expr.as_ref()),
            _ => None,
        });
        Self {
            name: format!("{}.{}", table.name, definition.name.value),
            span: span(text, &definition.name),
            data_type: type_name(&definition.data_type.to_string().to_lowercase()).to_owned(),
            is_nullable: !options().any(|option| matches!(option, ColumnOption::NotNull | ColumnOption::PrimaryKey(_))),
            has_default: options().any(|option| matches!(option, ColumnOption::Default(_))),
            checks: inline.chain(of_table).flat_map(|expression| checks(expression, &definition.name)).collect(),
        }
    }
}

/// What an expression asks of a column, if it is a check that can be compared.
fn checks(expression: &Expr, column: &Ident) -> Vec<Check> {
    let is_column = |expression: &Expr| matches!(expression, Expr::Identifier(name) if name.value == column.value);
    match expression {
        Expr::Nested(inner) => checks(inner, column),
        Expr::InList { expr, list, negated: false } if is_column(expr) => {
            list.iter().map(text).collect::<Option<_>>().map(Check::Values).into_iter().collect()
        }
        Expr::Between { expr, negated: false, low, high } if is_column(expr) => {
            let bounds = [number(low).map(Check::Least), number(high).map(Check::Most)];
            bounds.into_iter().flatten().collect()
        }
        Expr::BinaryOp { left, op: BinaryOperator::And, right } => {
            checks(left, column).into_iter().chain(checks(right, column)).collect()
        }
        Expr::BinaryOp { left, op, right } if is_column(left) => comparison(op, right).into_iter().collect(),
        Expr::BinaryOp { left, op: BinaryOperator::Eq, right }
            if left.to_string() == format!("jsonb_typeof({column})") =>
        {
            text(right).map(Check::JsonType).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn comparison(operator: &BinaryOperator, right: &Expr) -> Option<Check> {
    match operator {
        BinaryOperator::PGRegexMatch => text(right).map(Check::Pattern),
        BinaryOperator::GtEq => number(right).map(Check::Least).or_else(|| text(right).map(Check::Since)),
        BinaryOperator::Lt => text(right).map(Check::Before),
        BinaryOperator::LtEq => number(right).map(Check::Most),
        _ => None,
    }
}

fn text(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Value(value) => match &value.value {
            Value::SingleQuotedString(text) => Some(text.clone()),
            _ => None,
        },
        _ => None,
    }
}

fn number(expression: &Expr) -> Option<Number> {
    Number::parse(&expression.to_string())
}
