//! Random schemas, documents made from them, and two validators that are not ours to judge them.
//!
//! ```text
//! choices → schema → document → judges
//! ```

pub mod choices;
pub mod document;
#[cfg(feature = "draw")]
pub mod draw;
pub mod judges;
#[cfg(feature = "draw")]
pub mod schema;
pub mod subject;

#[cfg(feature = "draw")]
mod keywords;
