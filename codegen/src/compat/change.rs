//! What a comparison finds.

use std::fmt::{Display, Formatter, Result};

use serde_json::{Value, json};

use super::usage::Use;

/// The version bump that changes take, by the rules of the contracts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bump {
    /// No document changes its validity, and no type comes or goes.
    #[default]
    None,
    /// Compatible additions.
    Patch,
    /// Additions that break validation.
    Minor,
    /// Structural changes; members removed or renamed.
    Major,
}

/// Which documents change their validity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// Documents that were valid are no longer.
    Lost,
    /// Documents that were invalid are valid now.
    Gained,
}

/// A place in one version.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file's name.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The JSON Pointer.
    pub pointer: String,
}

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The kebab-case name of what happened, such as `required-added`.
    pub rule: &'static str,
    /// The bump that it takes.
    pub bump: Bump,
    /// Which documents it is about; nothing if no document changes its validity.
    pub direction: Option<Direction>,
    /// The definition that has changed; a document's root is called by its title or file.
    pub definition: String,
    /// What happened, in one sentence.
    pub message: String,
    /// Where the old version says it.
    pub old: Option<Place>,
    /// Where the new version says it.
    pub new: Option<Place>,
    /// A document of the definition that one version accepts and the other refuses.
    pub document: Option<Value>,
    /// Where such documents are used.
    pub uses: Vec<Use>,
}

/// All changes between two versions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// The changes, in the order of the new version's files.
    pub changes: Vec<Change>,
    /// What could not be decided: changes that may lose or gain documents, or may not.
    pub undecided: Vec<Change>,
}

impl Comparison {
    /// The bump that all changes together take, those that are undecided left out.
    #[must_use]
    pub fn bump(&self) -> Bump {
        self.changes.iter().map(|change| change.bump).max().unwrap_or_default()
    }

    /// The machine-readable form.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let values = |changes: &[Change]| changes.iter().map(Change::to_value).collect::<Vec<_>>();
        json!({
            "bump": self.bump().to_string(),
            "changes": values(&self.changes),
            "undecided": values(&self.undecided),
        })
    }
}

impl Change {
    /// The machine-readable form.
    #[must_use]
    pub fn to_value(&self) -> Value {
        json!({
            "rule": self.rule,
            "bump": self.bump.to_string(),
            "direction": self.direction.map(|direction| direction.to_string()),
            "definition": self.definition,
            "message": self.message,
            "old": self.old.as_ref().map(Place::to_value),
            "new": self.new.as_ref().map(Place::to_value),
            "document": self.document,
            "hurts": self.uses.iter().map(|one| one.hurt(self.direction)).collect::<Vec<_>>(),
        })
    }
}

impl Place {
    fn to_value(&self) -> Value {
        json!({ "file": self.file, "line": self.line, "column": self.column, "pointer": self.pointer })
    }
}

impl Display for Place {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        write!(formatter, "{}:{}:{}", self.file, self.line, self.column)
    }
}

impl Display for Bump {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        formatter.write_str(match self {
            Self::None => "none",
            Self::Patch => "PATCH",
            Self::Minor => "MINOR",
            Self::Major => "MAJOR",
        })
    }
}

impl Display for Direction {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        formatter.write_str(match self {
            Self::Lost => "lost",
            Self::Gained => "gained",
        })
    }
}
