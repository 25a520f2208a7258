//! What all enums that hold data share: each value is its variant's.

/// Implements looking at, writing and naming the schema of an enum that holds data.
macro_rules! variants {
    ($name:ident, $schema:ident, { $($variant:ident($content:ty),)* }) => {
        impl support::Instance for $name {
            fn view(&self) -> support::View<'_> {
                match self {
                    $(Self::$variant(value) => support::Instance::view(value),)*
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => serde::Serialize::serialize(value, serializer),)*
                }
            }
        }

        support::contract!($name, $schema);
    };
}
pub(crate) use variants;

/// Implements `From` for the contents that say which variant they are.
macro_rules! conversions {
    ($name:ident, { $($variant:ident($content:ty),)* }) => {
        $(
            impl From<$content> for $name {
                fn from(value: $content) -> Self {
                    Self::$variant(value)
                }
            }
        )*
    };
}
pub(crate) use conversions;
