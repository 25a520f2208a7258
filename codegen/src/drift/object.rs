//! The things that a script creates, each with what `PostgreSQL` says of it.

/// What an object is; in the order in which they are created.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Function,
    Table,
    Column,
    Key,
    Check,
    ForeignKey,
    Index,
    Trigger,
}

impl Kind {
    /// The kind by the letter that the query of the catalog has for it.
    pub(super) fn of(letter: &str) -> Option<Self> {
        Some(match letter {
            "function" => Self::Function,
            "table" => Self::Table,
            "column" => Self::Column,
            "p" | "u" | "x" => Self::Key,
            "c" => Self::Check,
            "f" => Self::ForeignKey,
            "index" => Self::Index,
            "trigger" => Self::Trigger,
            _ => return None,
        })
    }
}

/// What an object is known by: an object of the same identity is the same one, changed or not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Identity {
    pub(super) kind: Kind,
    /// The quoted name of its table; its own for a table, empty for a function.
    pub(super) table: String,
    /// Its quoted name; a function's has its arguments.
    pub(super) name: String,
}

/// What an object is like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Object {
    /// Its definition in SQL; a column's is its type, and a table has none of its own.
    pub(super) definition: String,
    /// Whether a column refuses NULL.
    pub(super) is_required: bool,
    /// A column's default.
    pub(super) default: Option<String>,
    /// The table that a foreign key refers to.
    pub(super) target: Option<String>,
    /// Its place in its table.
    pub(super) place: i32,
    /// The comment on it, as a literal.
    pub(super) comment: Option<String>,
}

impl Object {
    /// Whether it does the same: the place of a column and comments do nothing.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.definition == other.definition && self.is_required == other.is_required && self.default == other.default
    }

    /// Whether a column's values are computed, so that it cannot be changed into another one.
    pub(super) fn is_computed(&self) -> bool {
        self.definition.contains(" GENERATED ")
    }
}
