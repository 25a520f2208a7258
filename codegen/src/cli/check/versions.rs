//! Whether the version and the changelog say what the changes since the earlier version take.

use std::path::Path;

use codegen::compat::CompatOptions;
use codegen::compat::release::{self, Changelog};
use codegen::parity::{Script, stored};
use codegen::{Options, Planned};

use crate::cli::compat::baseline::{self, Baseline};
use crate::cli::disk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::format::Format;

use super::part::Part;
use super::{CHANGELOG, Check};

const NAME: &str = "compatibility";

/// Compares with the earlier version that is named, or with the one that git knows.
pub(super) fn part(
    check: &Check,
    planned: &Planned,
    options: &Options,
    columns: Option<&Path>,
) -> Result<Part, Failure> {
    let Some(Baseline { name, revision }) =
        check.against.as_deref().map(Baseline::named).or_else(|| baseline::usual(&check.paths))
    else {
        return Ok(Part::missing(NAME, "no tag and no origin/main with such schemas; --against names a version"));
    };
    let wrong = Failure::schemas(Format::Text, Exit::Trouble);
    let old = baseline::plan(&revision, &check.paths, options)?;
    let rows = columns.map(disk::script).transpose()?.map(|columns| stored(&columns)).unwrap_or_default();
    let settings = CompatOptions { reading: options.clone(), rows, ..CompatOptions::default() };
    let comparison = codegen::compat::compare(&old, planned, &settings).map_err(wrong)?;
    let changelog = disk::exists(CHANGELOG).then(|| disk::script(Path::new(CHANGELOG))).transpose()?;
    let changelog = changelog.map(|Script { name, text }| Changelog { name, text });
    let mut findings = codegen::compat::findings(&comparison, &old, planned);
    findings.extend(release::check(&comparison, &old, planned, changelog.as_ref()));
    let note = format!("against {name}: {}", comparison.bump());
    Ok(Part::checked(NAME, findings).noting(note))
}
