//! The options that every command has that reads schemas.

use std::path::{Path, PathBuf};

use clap::{ArgAction, Args};

use codegen::Options;
use codegen::dialect::Dialect;

use super::disk;
use super::exit::Failure;

/// The folder of the schemas, unless something else is said.
pub(crate) const SCHEMAS: &str = "schemas";

/// Says what to do where nobody names schemas and there is no such folder.
pub(crate) fn expect_schemas(paths: &[PathBuf]) -> Result<(), Failure> {
    if paths != [Path::new(SCHEMAS)] || disk::exists(SCHEMAS) {
        return Ok(());
    }
    let help = "name files and folders with schemas behind the command, such as `order.json`";
    Err(Failure::usage("no-schemas", format!("there is no folder `{SCHEMAS}` here"), help))
}

#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Reading schemas")]
pub(crate) struct SchemaOptions {
    /// Look for documents whose URI begins with PREFIX in the folder DIR; may be repeated
    #[arg(long, value_name = "PREFIX=DIR", value_parser = prefix_and_folder)]
    resolve: Vec<(String, PathBuf)>,
    /// Whether `format` asserts; `false` is what plain 2020-12 says, `true` what most authors mean
    #[arg(long, value_name = "BOOL", default_value_t = true, action = ArgAction::Set)]
    format_assertion: bool,
    /// Let `contentEncoding: base64` and `contentMediaType: application/json` assert in draft 7, which leaves that open
    #[arg(long)]
    content_assertion: bool,
    /// Take a schema without `type` for one of the type of which its keywords speak, and say where that was done
    #[arg(long)]
    infer_types: bool,
    /// The dialect of documents without `$schema`: 2020-12, 2019-09, draft-07, draft-06, draft-04, or a `$schema` URI
    #[arg(long, value_name = "DIALECT", default_value_t)]
    default_dialect: Dialect,
}

impl SchemaOptions {
    /// The library's options.
    pub(crate) fn to_options(&self) -> Options {
        let options = Options::default()
            .format_assertion(self.format_assertion)
            .content_assertion(self.content_assertion)
            .infer_types(self.infer_types)
            .default_dialect(self.default_dialect);
        self.resolve.iter().fold(options, |options, (prefix, folder)| options.resolve(prefix, folder))
    }
}

impl Default for SchemaOptions {
    fn default() -> Self {
        Self {
            resolve: Vec::new(),
            format_assertion: true,
            content_assertion: false,
            infer_types: false,
            default_dialect: Dialect::default(),
        }
    }
}

fn prefix_and_folder(argument: &str) -> Result<(String, PathBuf), String> {
    let (prefix, folder) = argument.split_once('=').ok_or("a URI prefix, `=`, and a folder are needed")?;
    if folder.is_empty() {
        return Err("the folder is missing behind `=`".to_owned());
    }
    Ok((prefix.to_owned(), PathBuf::from(folder)))
}
