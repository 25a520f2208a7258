//! Whether the declared version and the changelog say what the changes take.
//!
//! The version of the contracts stands in their OpenAPI descriptions as `info.version`; the changelog's newest entry
//! has a line such as `Compatibility: MINOR`.

use std::fmt::{Display, Formatter, Result};

use crate::Planned;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::{Source, Value};

use super::findings::placed;
use super::{Bump, Comparison};

/// A version of three numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    numbers: [u64; 3],
}

impl Version {
    /// Reads `1.2.3`.
    ///
    /// ```
    /// use codegen::compat::{Bump, release::Version};
    ///
    /// let version = Version::parse("1.2.3").unwrap();
    /// assert_eq!(version.bumped(Bump::Minor).to_string(), "1.3.0");
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut numbers = text.split('.').map(|part| part.parse().ok());
        let version = Self { numbers: [numbers.next()??, numbers.next()??, numbers.next()??] };
        numbers.next().is_none().then_some(version)
    }

    /// The least version that such changes take.
    #[must_use]
    pub fn bumped(self, bump: Bump) -> Self {
        let [major, minor, patch] = self.numbers;
        let numbers = match bump {
            Bump::None => self.numbers,
            Bump::Patch => [major, minor, patch.saturating_add(1)],
            Bump::Minor => [major, minor.saturating_add(1), 0],
            Bump::Major => [major.saturating_add(1), 0, 0],
        };
        Self { numbers }
    }
}

impl Display for Version {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        let [major, minor, patch] = self.numbers;
        write!(formatter, "{major}.{minor}.{patch}")
    }
}

/// A changelog in Markdown.
#[derive(Clone, Debug)]
pub struct Changelog {
    /// The file's name.
    pub name: String,
    /// The text.
    pub text: String,
}

/// What falls short of the bump that the changes take.
///
/// Without any declared version or changelog, changes that break somebody are findings themselves.
pub fn check(comparison: &Comparison, old: &Planned, new: &Planned, changelog: Option<&Changelog>) -> Diagnostics {
    let bump = comparison.bump();
    let mut findings: Diagnostics = undecided(comparison, old, new).collect();
    if bump == Bump::None {
        return findings;
    }
    let mut is_declared = changelog.is_some();
    for source in &new.sources {
        let before = old.sources.iter().find(|other| other.uri() == source.uri()).and_then(declared);
        if let (Some(before), Some(now)) = (before, declared(source)) {
            is_declared = true;
            findings.extend((now < before.bumped(bump)).then(|| too_low(source, before, now, bump)));
        }
    }
    findings.extend(changelog.and_then(|changelog| silent(changelog, bump)));
    if !is_declared && bump >= Bump::Minor {
        let message = format!("these changes take a {bump} bump, and no version is declared that could tell of it");
        let help = "declare the version in a changelog, or keep to compatible additions";
        findings.push(Diagnostic::error("breaking-change", message).with_help(help));
    }
    findings
}

fn undecided(comparison: &Comparison, old: &Planned, new: &Planned) -> impl Iterator<Item = Diagnostic> {
    comparison.undecided.iter().map(|change| {
        let message = format!("whether this change of {} loses or gains documents is not known", change.definition);
        let help = format!("treat it as breaking, or change it in smaller steps: {}", change.message);
        placed(Diagnostic::error("undecided-change", message).with_help(help), change, old, new)
    })
}

/// The version that a document declares.
fn declared(source: &Source) -> Option<Version> {
    source.root().get("openapi")?;
    source.at("/info/version").and_then(Value::as_str).and_then(Version::parse)
}

fn too_low(source: &Source, before: Version, now: Version, bump: Bump) -> Diagnostic {
    let message = format!("the version is {now}, and the changes since {before} take a {bump} bump");
    let help = format!("declare {} or later", before.bumped(bump));
    Diagnostic::error("version-too-low", message).with_help(help).at_value(source, "/info/version")
}

/// A changelog whose newest entry does not own up to the bump.
fn silent(changelog: &Changelog, bump: Bump) -> Option<Diagnostic> {
    let (start, entry) = newest(&changelog.text)?;
    let stated = entry.lines().filter_map(|line| line.trim().strip_prefix("Compatibility: ")).filter_map(named).max();
    if stated >= Some(bump) {
        return None;
    }
    let message = match stated {
        Some(stated) => format!("the newest entry says {stated}, and the changes take a {bump} bump"),
        None => format!("the newest entry does not say that the changes take a {bump} bump"),
    };
    let help = format!("write `Compatibility: {bump}` and what to do about it; `codegen changelog` drafts the entry");
    let end = start.saturating_add(entry.lines().next().unwrap_or_default().len());
    Some(Diagnostic::error("changelog-silent", message).with_help(help).at_text(
        &changelog.name,
        &changelog.text,
        start..end,
    ))
}

fn named(word: &str) -> Option<Bump> {
    let word = word.trim_end_matches('.');
    [Bump::None, Bump::Patch, Bump::Minor, Bump::Major].into_iter().find(|bump| bump.to_string() == word)
}

/// The newest entry of a changelog, and where it starts.
fn newest(text: &str) -> Option<(usize, &str)> {
    let heading = "\n## ";
    let start = if text.starts_with("## ") { 0 } else { text.find(heading)?.saturating_add(1) };
    let rest = text.get(start..)?;
    let end = rest.find(heading).unwrap_or(rest.len());
    Some((start, rest.get(..end)?))
}
