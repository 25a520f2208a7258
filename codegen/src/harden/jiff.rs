//! Conversions of date-time types to and from `jiff::Timestamp`, for crates that have it.

use quote::quote;

use crate::plan::Type;
use crate::spelling::ident;

use super::emission::Emission;

/// Implements the conversions of a string type that is a date-time, if they were asked for.
pub(super) fn convert(emission: &mut Emission<'_>, ty: &Type) {
    if !emission.options.jiff {
        return;
    }
    emission.needs_jiff = true;
    let name = ident(&ty.name);
    emission.code(quote! {
        #[cfg(feature = "jiff")]
        impl TryFrom<&#name> for jiff::Timestamp {
            type Error = jiff::Error;

            fn try_from(text: &#name) -> Result<Self, jiff::Error> {
                text.as_str().parse()
            }
        }

        #[cfg(feature = "jiff")]
        impl TryFrom<jiff::Timestamp> for #name {
            type Error = support::Error;

            fn try_from(timestamp: jiff::Timestamp) -> Result<Self, support::Error> {
                Self::try_from(timestamp.to_string())
            }
        }
    });
}
