//! Types of schemas that accept nothing.

/// Implements everything for an enum without variants.
macro_rules! never_type {
    ($name:ident, $schema:ident) => {
        impl support::Instance for $name {
            fn view(&self) -> support::View<'_> {
                match *self {}
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
                match *self {}
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = <support::Json as serde::Deserialize>::deserialize(deserializer)?;
                Err(support::refuse(&schemas::$schema, &value))
            }
        }

        support::contract!($name, $schema);
    };
}
pub(crate) use never_type;
