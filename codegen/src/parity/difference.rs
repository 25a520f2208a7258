//! In what a column and the member that it holds differ.

use crate::schema::TypeSet;
use crate::support::Number;

use super::columns::Exception;
use super::contract::Asked;
use super::ddl::{Check, Column};
use super::gap::Gap;

/// What differs, and what to do about it.
pub(super) type Difference = Option<(String, String)>;

/// The first instant of a contract's times, and the first one behind them: RFC 3339 has four digits for a year, and
/// `PostgreSQL` no year 0.
const YEARS: [&str; 2] = ["0001-01-01T00:00:00Z", "10000-01-01T00:00:00Z"];

impl Column {
    pub(super) fn type_difference(&self, asked: &Asked) -> Difference {
        let (types, json): (&[&str], _) = match asked.types {
            TypeSet::OBJECT => (&["jsonb"], Some("object")),
            TypeSet::ARRAY => (&["jsonb"], Some("array")),
            TypeSet::INTEGER => (&["integer", "bigint", "numeric"], None),
            TypeSet::NUMBER => (&["numeric", "double precision"], None),
            TypeSet::STRING if asked.is_time => (&["timestamptz"], None),
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

    pub(super) fn years_difference(&self, asked: &Asked) -> Difference {
        let [first, end] = YEARS;
        let wanted = [Check::Since(first.to_owned()), Check::Before(end.to_owned())];
        let is_kept = !asked.is_time || wanted.iter().all(|check| self.checks.contains(check));
        let help = || format!("check that it is >= '{first}' and < '{end}'");
        (!is_kept).then(|| ("accepts other times".to_owned(), help()))
    }

    /// A type without room for all that the member may be, which nobody has listed.
    pub(super) fn range_difference(&self, asked: &Asked, listed: &[Exception]) -> Difference {
        let is_listed = |exception: &Exception| {
            exception.gap == Some(Gap::Range) && exception.is_about(&self.name, &self.data_type)
        };
        let is_short = Gap::Range.is_in(self, asked) && !listed.iter().any(is_listed);
        let help = || format!("make it numeric, or list why not: {} ! range = …", self.name);
        is_short.then(|| (format!("has less room ({})", self.data_type), help()))
    }

    /// Documents of which more is asked than their type, which the database does not hold and nobody has listed.
    pub(super) fn inside_difference(&self, asked: &Asked, listed: &[Exception]) -> Difference {
        let is_listed = |exception: &Exception| {
            exception.gap == Some(Gap::Inside) && exception.is_about(&self.name, &self.data_type)
        };
        let is_silent = Gap::Inside.is_in(self, asked) && !listed.iter().any(is_listed);
        let unheld: Vec<String> = asked.inside.iter().map(|keyword| format!("`{keyword}`")).collect();
        let help = || format!("list why nothing holds it: {} ! inside = …", self.name);
        is_silent.then(|| (format!("does not hold {}, and so accepts more", unheld.join(", ")), help()))
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
