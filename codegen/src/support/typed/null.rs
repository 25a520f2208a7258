//! The type of `null`.

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::super::instance::{Instance, View};

/// JSON's `null`, where a schema accepts nothing else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Null;

impl Instance for Null {
    fn view(&self) -> View<'_> {
        View::Null
    }
}

impl Serialize for Null {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

impl<'de> Deserialize<'de> for Null {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <()>::deserialize(deserializer).map(|()| Self)
    }
}
