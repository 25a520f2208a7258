//! What the tables of a `PostgreSQL` script ask of their columns.

use std::ops::Range;

use sqlparser::ast::{
    BinaryOperator, ColumnDef, ColumnOption, CreateTable, Expr, Ident, Statement, TableConstraint, Value,
};
use sqlparser::dialect::PostgreSqlDialect;
use sqlparser::parser::{Parser, ParserError};
use sqlparser::tokenizer::Token;

use crate::diagnostic::Diagnostic;
use crate::schema::TypeSet;
use crate::support::Number;

use super::Script;
use super::contract::Asked;

/// A column, and what its checks ask.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// Table and column.
    pub(super) name: String,
    /// Where its name stands in the script.
    pub(super) span: Range<usize>,
    data_type: String,
    is_nullable: bool,
    checks: Vec<Check>,
}

/// A check that can be compared.
#[derive(Clone, Debug, PartialEq)]
enum Check {
    Values(Vec<String>),
    Pattern(String),
    Least(Number),
    Most(Number),
    JsonType(String),
}

/// What differs, and what to do about it.
pub(super) type Difference = Option<(String, String)>;

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
        let is_table = is_word(&parser, 0, "CREATE") && is_word(&parser, 1, "TABLE");
        match parser.parse_statement() {
            Ok(Statement::CreateTable(table)) => tables.push(table),
            Err(error) if is_table => return Err(error),
            Ok(_) | Err(_) => {}
        }
        while !matches!(parser.next_token().token, Token::SemiColon | Token::EOF) {}
    }
    Ok(tables)
}

/// The bytes of a name; the parser counts lines, and characters in them, from 1.
fn span(text: &str, name: &Ident) -> Range<usize> {
    let (line, column) = (name.span.start.line, name.span.start.column);
    let line = usize::try_from(line).unwrap_or(1).saturating_sub(1);
    let column = usize::try_from(column).unwrap_or(1).saturating_sub(1);
    let before: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let rest = text.get(before..).unwrap_or_default();
    let start = before.saturating_add(rest.chars().take(column).map(char::len_utf8).sum());
    start..start.saturating_add(name.value.len())
}

fn is_word(parser: &Parser<'_>, place: usize, wanted: &str) -> bool {
    matches!(parser.peek_nth_token(place).token, Token::Word(word) if word.value.eq_ignore_ascii_case(wanted))
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
            data_type: definition.data_type.to_string().to_lowercase(),
            is_nullable: !options().any(|option| matches!(option, ColumnOption::NotNull | ColumnOption::PrimaryKey(_))),
            checks: inline.chain(of_table).flat_map(|expression| checks(expression, &definition.name)).collect(),
        }
    }

    pub(super) fn type_difference(&self, asked: &Asked) -> Difference {
        let (types, json): (&[&str], _) = match asked.types {
            TypeSet::OBJECT => (&["jsonb"], Some("object")),
            TypeSet::ARRAY => (&["jsonb"], Some("array")),
            TypeSet::INTEGER => (&["integer", "int", "bigint", "numeric"], None),
            TypeSet::NUMBER => (&["numeric", "double precision"], None),
            TypeSet::STRING if asked.is_time => (&["timestamptz", "timestamp with time zone"], None),
            TypeSet::STRING => (&["text"], None),
            _ => (&["jsonb"], None),
        };
        if !types.contains(&self.data_type.as_str()) {
            let help = format!("make it {}", types.join(" or "));
            return Some((format!("is of another type ({})", self.data_type), help));
        }
        let json = json.map(|json| Check::JsonType(json.to_owned()));
        let is_kept = json.as_ref().is_none_or(|json| self.checks.contains(json));
        (!is_kept).then(|| ("accepts other JSON".to_owned(), "check its jsonb_typeof".to_owned()))
    }

    pub(super) fn null_difference(&self, asked: &Asked) -> Difference {
        match (self.is_nullable, asked.is_optional) {
            (true, false) => Some(("may be NULL, and is more often absent".to_owned(), "make it NOT NULL".to_owned())),
            (false, true) => {
                Some(("must not be NULL, and is less often absent".to_owned(), "drop its NOT NULL".to_owned()))
            }
            _ => None,
        }
    }

    pub(super) fn values_difference(&self, asked: &Asked) -> Difference {
        let found = self.checks.iter().find_map(|check| match check {
            Check::Values(values) => Some(sorted(values)),
            _ => None,
        });
        let wanted = asked.values.as_ref().map(|values| sorted(values));
        let help = wanted.as_ref().map_or("drop the CHECK of its values".to_owned(), |wanted| {
            format!("check that it is one of {}", wanted.join(", "))
        });
        (found != wanted).then(|| ("accepts other values".to_owned(), help))
    }

    pub(super) fn pattern_difference(&self, asked: &Asked) -> Difference {
        let found = self.checks.iter().find_map(|check| match check {
            Check::Pattern(pattern) => Some(pattern),
            _ => None,
        });
        // A column of instants has no texts that a pattern could speak of.
        let wanted = asked.pattern.as_ref().filter(|_| !asked.is_time);
        let help = wanted
            .map_or("drop the CHECK of its pattern".to_owned(), |wanted| format!("check that it matches {wanted}"));
        (found != wanted).then(|| ("accepts other texts".to_owned(), help))
    }

    pub(super) fn bounds_difference(&self, asked: &Asked) -> Difference {
        let least =
            self.checks.iter().find_map(|check| if let Check::Least(bound) = check { Some(bound) } else { None });
        let most = self.checks.iter().find_map(|check| if let Check::Most(bound) = check { Some(bound) } else { None });
        let is_same = least == asked.least.as_ref() && most == asked.most.as_ref();
        let shown = |bound: Option<&Number>| bound.map_or("any".to_owned(), ToString::to_string);
        let help =
            || format!("check that it is from {} to {}", shown(asked.least.as_ref()), shown(asked.most.as_ref()));
        (!is_same).then(|| ("accepts other numbers".to_owned(), help()))
    }
}

fn sorted(values: &[String]) -> Vec<String> {
    let mut values = values.to_vec();
    values.sort();
    values
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
        BinaryOperator::GtEq => number(right).map(Check::Least),
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
