//! What validation sees of a value: any JSON, a generated type or a constant, all without copying.
//!
//! A schema's keywords ask few questions of an instance, so six cases and two traits are enough to answer them
//! for every type that can be a JSON value.

mod equal;
mod implementations;
mod text;

use std::ops::ControlFlow;

use super::json::Json;
use super::map::MapBuilder;
use super::number::{Number, NumberView};

pub use equal::{equal, equal_within};
pub use text::{excerpt, write_compact};

/// A value that validation can look at.
///
/// ```
/// use codegen::support::instance::{Instance, View};
///
/// assert!(matches!(true.view(), View::Boolean(true)));
/// assert!(matches!(None::<bool>.view(), View::Null));
/// ```
pub trait Instance {
    /// The value as one of JSON's six cases.
    fn view(&self) -> View<'_>;
}

/// One of JSON's six cases.
#[derive(Clone, Copy)]
pub enum View<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number.
    Number(NumberView<'a>),
    /// A string.
    String(&'a str),
    /// An array.
    Array(&'a dyn Items),
    /// An object.
    Object(&'a dyn Members),
}

/// The items of an array.
pub trait Items {
    /// How many items there are.
    fn len(&self) -> usize;

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The item at a place, counted from zero.
    fn item(&self, index: usize) -> Option<&dyn Instance>;
}

/// The members of an object.
pub trait Members {
    /// How many members there are.
    fn len(&self) -> usize;

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value of the member with that name.
    fn get(&self, name: &str) -> Option<&dyn Instance>;

    /// Visits the members, each once and always in the same order, until `visit` breaks off.
    ///
    /// An implementation passes the answer of each visit on: `visit("name", &self.name)?;`.
    fn each<'a>(&'a self, visit: &mut Visit<'_, 'a>) -> ControlFlow<()>;
}

/// What [`Members::each`] calls with each member's name and value.
pub type Visit<'v, 'a> = dyn FnMut(&'a str, &'a dyn Instance) -> ControlFlow<()> + 'v;

/// A copy of the value.
///
/// It recurses as deep as the value does, which is as deep as dropping the value goes.
///
/// ```
/// use codegen::support::instance::to_json;
///
/// assert_eq!(to_json(&vec![1, 2]).to_string(), "[1,2]");
/// ```
#[must_use]
pub fn to_json(instance: &dyn Instance) -> Json {
    match instance.view() {
        View::Null => Json::Null,
        View::Boolean(value) => Json::Bool(value),
        View::Number(number) => Json::Number(Number::from(number)),
        View::String(text) => Json::String(text.to_owned()),
        View::Array(items) => {
            Json::Array((0..items.len()).filter_map(|index| items.item(index)).map(to_json).collect())
        }
        View::Object(members) => object(members),
    }
}

fn object(members: &dyn Members) -> Json {
    let mut builder = MapBuilder::new();
    let _ = members.each(&mut |name, value| {
        builder.push(name.to_owned(), to_json(value));
        ControlFlow::Continue(())
    });
    Json::Object(builder.finish().unwrap_or_default())
}
