//! Where the files are that are checked beside the schemas: as the command line says, else as `codegen.json` does.

use std::path::PathBuf;

use clap::Args;

use codegen::config::{self, Config};

#[derive(Clone, Debug, Args)]
pub(crate) struct Places {
    /// Documents by schema and type, and those that must be refused in its folder `invalid` [default: examples]
    #[arg(long, value_name = "DIR")]
    examples: Option<PathBuf>,
    /// The folder of the generated code, which must be up to date [default: models]
    #[arg(long, value_name = "DIR")]
    models: Option<PathBuf>,
    /// The database schema [default: what `codegen.json` names]
    #[arg(long, value_name = "FILE")]
    ddl: Option<PathBuf>,
    /// The file that says which member of the contracts each column holds [default: what `codegen.json` names]
    #[arg(long, value_name = "FILE")]
    columns: Option<PathBuf>,
    /// The folder of the migrations that end in the database schema [default: what `codegen.json` names]
    #[arg(long, value_name = "DIR")]
    migrations: Option<PathBuf>,
}

impl Places {
    /// All of them, with what the configuration and the defaults say of those that nobody named.
    pub(super) fn with(&self, config: &Config) -> config::Places {
        let other = config.places.clone();
        let or = |named: &Option<PathBuf>, other: Option<PathBuf>| named.clone().or(other);
        config::Places {
            examples: or(&self.examples, other.examples).or_else(|| Some("examples".into())),
            models: or(&self.models, other.models).or_else(|| Some("models".into())),
            ddl: or(&self.ddl, other.ddl),
            columns: or(&self.columns, other.columns),
            migrations: or(&self.migrations, other.migrations),
        }
    }
}
