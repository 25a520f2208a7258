//! Building structs member by member, with every mistake reported at the end.

use std::fmt;
use std::marker::PhantomData;

use super::super::instance::{Instance, to_json};
use super::super::json::Json;
use super::super::map::Object;
use super::super::validate::{redact_member, violations};
use super::super::violation::{Error, Violation};
use super::object::ObjectType;

/// What can be given where a `T` is asked for: everything that converts to one.
pub trait Becomes<T> {
    /// Converts it.
    ///
    /// # Errors
    ///
    /// It is not a value that `T` accepts.
    fn try_become(self) -> Result<T, Error>;
}

impl<T, F: TryInto<T, Error: Into<Error>>> Becomes<T> for F {
    fn try_become(self) -> Result<T, Error> {
        self.try_into().map_err(Into::into)
    }
}

/// The members of a `T` to be.
///
/// Each type adds a method for each of its members; a member that cannot be converted is remembered and reported by
/// [`Builder::build`], with all other violations.
pub struct Builder<T> {
    members: Object,
    violations: Vec<Violation>,
    /// The names of the members that `violations` are about.
    refused: Vec<String>,
    built: PhantomData<fn() -> T>,
}

impl<T: ObjectType> Builder<T> {
    /// Nothing set yet but for the members that always have the same value.
    #[must_use]
    pub fn new() -> Self {
        let members = T::CONSTANTS.iter().map(|(name, value)| (*name, to_json(*value))).collect();
        Self { members, violations: Vec::new(), refused: Vec::new(), built: PhantomData }
    }

    /// Sets a member that the schema does not name.
    #[must_use]
    pub fn extra(self, name: &str, value: impl Into<Json>) -> Self {
        put(self, name, value.into())
    }

    /// Sets a member to a `V`.
    #[must_use]
    pub fn set<V: Instance>(mut self, name: &str, value: impl Becomes<V>) -> Self {
        match value.try_become() {
            Ok(value) => put(self, name, to_json(&value)),
            Err(error) => {
                self.refused.push(name.to_owned());
                let mut violations = error.under(name);
                redact_member(&mut violations, T::schema(), name);
                self.violations.append(&mut violations);
                self
            }
        }
    }

    /// Sets a member to `null`.
    #[must_use]
    pub fn null(self, name: &str) -> Self {
        put(self, name, Json::Null)
    }

    /// Finishes the value.
    ///
    /// # Errors
    ///
    /// Every violation: members that are missing or could not be converted, and the schema's further rules.
    pub fn build(self) -> Result<T, Error> {
        let Self { members, violations: mut found, refused, .. } = self;
        if !refused.is_empty() {
            found.extend(further::<T>(&members, refused));
            return Err(Error::new(found));
        }
        let object = Json::Object(members);
        object.typed().map_err(|_| Error::of(T::schema(), &object))
    }
}

/// Sets a member. It is no method, since a type may have a member of any name.
fn put<T>(mut builder: Builder<T>, name: &str, value: Json) -> Builder<T> {
    builder.members.insert(name.to_owned(), value);
    builder
}

/// The violations that have nothing to do with the members that were refused: those that are there with and without
/// such members.
fn further<T: ObjectType>(members: &Object, refused: Vec<String>) -> Vec<Violation> {
    let mut complete = members.clone();
    complete.extend(refused.into_iter().map(|name| (name, Json::Null)));
    let others = violations(T::schema(), &complete);
    let is_other = |one: &Violation, two: &Violation| {
        (one.pointer(), one.keyword(), one.expected()) == (two.pointer(), two.keyword(), two.expected())
    };
    let mut found = violations(T::schema(), members);
    found.retain(|violation| others.iter().any(|other| is_other(violation, other)));
    found
}

impl<T: ObjectType> Default for Builder<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Clone for Builder<T> {
    fn clone(&self) -> Self {
        let (violations, refused) = (self.violations.clone(), self.refused.clone());
        Self { members: self.members.clone(), violations, refused, built: PhantomData }
    }
}

impl<T> fmt::Debug for Builder<T> {
    /// Shows which members are set, not what they hold: some may be sensitive.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.members.iter().map(|(name, _)| name).collect();
        formatter.debug_struct("Builder").field("members", &names).finish_non_exhaustive()
    }
}
