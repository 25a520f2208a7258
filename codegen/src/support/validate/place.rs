//! Where evaluation stands: in the instance, and in the dynamic scope. Both are lists on the program's stack.

use super::super::instance::{Instance, View};
use super::super::json::escaped;
use super::super::schema::Resource;

/// A value in the instance, and the way to it.
#[derive(Clone, Copy)]
pub(super) struct Place<'p> {
    pub(super) instance: &'p dyn Instance,
    /// What `instance` is, asked once.
    pub(super) view: View<'p>,
    pub(super) step: Step<'p>,
    pub(super) outer: Option<&'p Place<'p>>,
    /// How many values are around this one.
    pub(super) level: u32,
}

/// How a value is reached from the one around it.
#[derive(Clone, Copy)]
pub(super) enum Step<'p> {
    Root,
    Item(usize),
    Member(&'p str),
    /// The value is the name of a member, which has no location of its own.
    Name,
}

/// The resources that evaluation has entered (2020-12 Core §7.1).
#[derive(Clone, Copy)]
pub(super) struct Scope<'s> {
    pub(super) resource: &'static Resource,
    pub(super) outer: Option<&'s Scope<'s>>,
    /// Whether none of them has a dynamic anchor, so that a verdict does not depend on the way to it.
    pub(super) is_static: bool,
}

/// Where a schema is applied.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) place: &'a Place<'a>,
    pub(super) scope: &'a Scope<'a>,
    /// The keyword by which the schema is applied, which answers for a schema `false`.
    pub(super) applicator: &'static str,
    /// How many applications are around this one.
    pub(super) depth: u32,
}

impl<'a> At<'a> {
    /// The same place, for a subschema of `applicator`.
    pub(super) fn within(&self, applicator: &'static str) -> Self {
        Self { applicator, depth: self.depth + 1, ..*self }
    }

    /// A place inside this one, for a subschema of `applicator`.
    pub(super) fn inside<'b>(&self, place: &'b Place<'b>, applicator: &'static str) -> At<'b>
    where
        'a: 'b,
    {
        At { place, scope: self.scope, applicator, depth: self.depth + 1 }
    }
}

impl<'p> Place<'p> {
    /// An item, a member, or a member's name.
    pub(super) fn child<'c>(&'c self, step: Step<'c>, instance: &'c dyn Instance) -> Place<'c>
    where
        'p: 'c,
    {
        Place { instance, view: instance.view(), step, outer: Some(self), level: self.level + 1 }
    }

    /// The instance location as a JSON Pointer.
    pub(super) fn pointer(&self) -> String {
        let steps: Vec<Step<'_>> =
            std::iter::successors(Some(self), |place| place.outer).map(|place| place.step).collect();
        let mut pointer = String::new();
        for step in steps.iter().rev() {
            match step {
                Step::Root | Step::Name => {}
                Step::Item(index) => push_token(&mut pointer, &index.to_string()),
                Step::Member(name) => push_token(&mut pointer, name),
            }
        }
        pointer
    }
}

/// Adds a reference token, escaped as RFC 6901 §3 says.
pub(in super::super) fn push_token(pointer: &mut String, token: &str) {
    pointer.push('/');
    pointer.push_str(&escaped(token));
}
