//! Where a column cannot agree with a contract, whatever is asked of it: a number that its type has no room for, a time
//! that `PostgreSQL` does not know. Each such gap is listed with its reason, and must be real.

use super::contract::Asked;
use super::ddl::Column;
use crate::schema::TypeSet;
use crate::support::Number;

/// A way in which a database and the contracts differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// A required member that is absent: the database fills in a default.
    Default,
    /// A fraction of a second finer than microseconds: rounded.
    Fraction,
    /// What a contract asks inside a document: the database only knows that it is one.
    Inside,
    /// A leap second: taken as the second after it.
    LeapSecond,
    /// The character U+0000: refused.
    Nul,
    /// A number of more digits than `numeric` has (131,072 before and 16,383 behind the point): refused, or rounded.
    Precision,
    /// An integer of more bits than the column: refused.
    Range,
    /// Another spelling than the contract's: taken as the value that it means.
    Spelling,
    /// The year 0: refused.
    YearZero,
}

/// The gaps by the names that they are listed with.
pub(super) const NAMES: [(&str, Gap); 9] = [
    ("default", Gap::Default),
    ("fraction", Gap::Fraction),
    ("inside", Gap::Inside),
    ("leap-second", Gap::LeapSecond),
    ("nul", Gap::Nul),
    ("precision", Gap::Precision),
    ("range", Gap::Range),
    ("spelling", Gap::Spelling),
    ("year-zero", Gap::YearZero),
];

impl Gap {
    /// The name that it is listed with.
    #[must_use]
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(_, gap)| *gap == self).map_or("", |(name, _)| name)
    }

    /// Whether a column that holds a member has the gap.
    pub(super) fn is_in(self, column: &Column, asked: &Asked) -> bool {
        let ty = column.data_type.as_str();
        match self {
            Self::Default => column.has_default && !asked.is_optional,
            Self::Fraction | Self::LeapSecond | Self::YearZero => ty == "timestamptz",
            Self::Inside => ty == "jsonb" && !asked.inside.is_empty(),
            Self::Nul => ty == "jsonb" || (ty == "text" && asked.values.is_none() && asked.pattern.is_none()),
            Self::Precision => matches!(ty, "jsonb" | "numeric"),
            Self::Range => asked.types == TypeSet::INTEGER && !has_room(ty, asked),
            Self::Spelling => matches!(ty, "timestamptz" | "numeric" | "integer" | "bigint" | "jsonb"),
        }
    }
}

/// Whether a type of integers has room for all that the contract accepts.
fn has_room(ty: &str, asked: &Asked) -> bool {
    let (low, high) = match ty {
        "integer" => (i64::from(i32::MIN), i64::from(i32::MAX)),
        "bigint" => (i64::MIN, i64::MAX),
        _ => return true,
    };
    let is_within =
        |bound: &Option<Number>| bound.as_ref().is_some_and(|bound| (low.into()..=high.into()).contains(bound));
    is_within(&asked.least) && is_within(&asked.most)
}

/// The shortest name of a type of `PostgreSQL`.
///
/// ```
/// assert_eq!(codegen::parity::type_name("timestamp with time zone"), "timestamptz");
/// ```
#[must_use]
pub fn type_name(ty: &str) -> &str {
    match ty {
        "timestamp with time zone" => "timestamptz",
        "int" | "int4" => "integer",
        "int8" => "bigint",
        "decimal" => "numeric",
        "float8" => "double precision",
        other => other,
    }
}
