//! Compiled patterns against two judges: `regress`, which implements ECMA-262, and the `jsonschema` crate.
#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test may panic, also outside of its own function")]

mod agreement;
mod diagnostics;
mod emitted;
mod samples;
