//! The things that a script creates, each with what `PostgreSQL` says of it.

/// What an object is; in the order in which they are created.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// An enum, a domain, or a type of several parts.
    Type,
    Sequence,
    Function,
    Table,
    Column,
    Key,
    Check,
    ForeignKey,
    /// That a sequence goes with a column.
    Ownership,
    View,
    MaterializedView,
    Index,
    Trigger,
    /// What somebody may do with an object.
    Privileges,
}

impl Kind {
    /// The kind by the letter that the queries of the catalog have for it.
    pub(super) fn of(letter: &str) -> Option<Self> {
        Some(match letter {
            "type" => Self::Type,
            "sequence" => Self::Sequence,
            "function" => Self::Function,
            "table" => Self::Table,
            "column" => Self::Column,
            "p" | "u" | "x" => Self::Key,
            "c" => Self::Check,
            "f" => Self::ForeignKey,
            "ownership" => Self::Ownership,
            "view" => Self::View,
            "materialized view" => Self::MaterializedView,
            "index" => Self::Index,
            "trigger" => Self::Trigger,
            "privileges" => Self::Privileges,
            _ => return None,
        })
    }

    /// Whether it stands by itself, and not in a table or view.
    pub(super) fn is_own(self) -> bool {
        matches!(self, Self::Type | Self::Sequence | Self::Function | Self::Table) || self.is_view()
    }

    pub(super) fn is_view(self) -> bool {
        matches!(self, Self::View | Self::MaterializedView)
    }

    /// Whether others may be made of it, so that it goes last.
    pub(super) fn is_used(self) -> bool {
        matches!(self, Self::Type | Self::Sequence | Self::Function)
    }
}

/// What an object is known by: an object of the same identity is the same one, changed or not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Identity {
    pub(super) kind: Kind,
    /// The quoted name of its table or view; its own for a table, empty for what stands by itself. Of privileges it says
    /// what they are for: `TABLE plans`.
    pub(super) table: String,
    /// Its quoted name; a function's has its arguments, and privileges have the name of who has them.
    pub(super) name: String,
}

/// What an object is like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Object {
    /// Its definition in SQL; a column's is its type, and a table has none of its own.
    pub(super) definition: String,
    /// The labels of an enum, as literals.
    pub(super) labels: Vec<String>,
    /// Whether a column refuses NULL.
    pub(super) is_required: bool,
    /// A column's default; of privileges, those that may be given on.
    pub(super) default: Option<String>,
    /// The table that a foreign key refers to; the object that privileges are for.
    pub(super) target: Option<String>,
    /// Its place in its table; of a view, how many others it is made of, one upon the other.
    pub(super) place: i32,
    /// The comment on it, as a literal.
    pub(super) comment: Option<String>,
}

impl Object {
    /// Whether it does the same: the place of a column and comments do nothing.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let is_defined_alike = self.definition == other.definition && self.labels == other.labels;
        is_defined_alike && self.is_required == other.is_required && self.default == other.default
    }

    /// Whether a column's values are computed, so that it cannot be changed into another one.
    pub(super) fn is_computed(&self) -> bool {
        self.definition.contains(" GENERATED ")
    }

    /// Whether it is the same enum with labels added.
    pub(super) fn is_extended_by(&self, other: &Self) -> bool {
        let mut labels = other.labels.iter();
        !self.labels.is_empty() && self.labels.iter().all(|label| labels.any(|known| known == label))
    }
}
