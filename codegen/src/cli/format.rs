//! For whom findings and explanations are printed.

use clap::ValueEnum;

/// The form of findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs: an array of findings, whose schema `codegen rules --json-schema` prints.
    Json,
    /// For GitHub's runners, which show annotations beside the code.
    Github,
    /// SARIF 2.1.0, for code hosts and editors.
    Sarif,
}

/// The form of explanations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

impl From<Form> for Format {
    fn from(form: Form) -> Self {
        match form {
            Form::Text => Self::Text,
            Form::Json => Self::Json,
        }
    }
}
