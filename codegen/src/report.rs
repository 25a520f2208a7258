//! Findings as text: for people, for programs, for GitHub's annotations and as SARIF, all with the same positions.

mod github;
mod json;
mod sarif;
mod text;

pub use self::github::github;
pub use self::json::{SCHEMA, json};
pub use self::sarif::sarif;
pub use self::text::{counted, text};
