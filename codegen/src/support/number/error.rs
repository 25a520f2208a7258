//! Why a value is not the number that was asked for.

use std::error::Error;
use std::fmt;

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident: $message:literal)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name;

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str($message)
            }
        }

        impl Error for $name {}
    )*};
}

refusals! {
    /// The error of making a number from text that does not spell one.
    NotANumber: "not a JSON number"
    /// The error of making an integer from a number that has a fraction.
    NotAnInteger: "not an integer"
    /// The error of making a JSON number from NaN or an infinity.
    NotFinite: "not a finite number"
    /// The error of asking for an integer in a type that is too small for it.
    OutOfRange: "integer out of range"
}
