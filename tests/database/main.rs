//! A live `PostgreSQL` against the contracts: its columns hold exactly what the generated types accept.
//!
//! `.ci/database/run` starts a server of its own for these tests and says in `DATABASE` how to connect to it.

#[expect(dead_code, reason = "the tests of types are of no use here")]
#[path = "../agreement/mod.rs"]
mod agreement;
mod drift;
mod parity;
mod server;

use std::fs;
use std::path::Path;

use agreement::subject::Subject;
use agreement::world::REPOSITORY;

/// Makes the subject of a type.
type Make = fn() -> Subject;

include!(concat!(env!("OUT_DIR"), "/subjects.rs"));

/// A file of the repository's schemas.
fn schema_file(name: &str) -> Result<String, String> {
    let path = Path::new(REPOSITORY).join("schemas").join(name);
    fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
}
