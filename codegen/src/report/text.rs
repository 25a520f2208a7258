//! Findings for people: the line that is to blame, why it matters, and what to do about it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules;

/// All findings, coloured; `quoted` knows the texts of the files, as far as they can still be read.
///
/// Why a rule matters is said where it is broken first.
#[must_use]
pub fn text<'d>(findings: impl IntoIterator<Item = &'d Diagnostic>, quoted: impl Fn(&str) -> Option<String>) -> String {
    let (renderer, mut texts, mut explained) = (Renderer::styled(), BTreeMap::new(), BTreeSet::new());
    let (mut report, mut tally) = (String::new(), Tally::default());
    for finding in findings {
        let text = texts.entry(finding.file.as_str()).or_insert_with_key(|file| quoted(file));
        let why = why(finding).filter(|_| explained.insert(finding.rule));
        let separator = if report.is_empty() { "" } else { "\n" };
        report.push_str(separator);
        report.push_str(&renderer.render(&[group(finding, why, text.as_deref())]));
        report.push('\n');
        tally.count(finding.severity);
    }
    match tally.summary() {
        Some(summary) => report + "\n" + &summary + "\n",
        None => report,
    }
}

/// Why the rule matters; whoever misspells an argument knows.
fn why(finding: &Diagnostic) -> Option<&'static str> {
    rules::find(finding.rule).filter(|rule| rule.group != rules::Group::Command).map(|rule| rule.why)
}

fn group<'d>(finding: &'d Diagnostic, why: Option<&'d str>, text: Option<&'d str>) -> Group<'d> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(&finding.message).id(finding.rule);
    // A finding about a whole document has no line to show; the first one may hold anything.
    let group = match text.filter(|_| !is_whole_file(finding)).and_then(|text| quote(finding, text)) {
        _ if finding.file.is_empty() => Group::with_title(title),
        Some(snippet) => title.element(snippet),
        None => title.element(origin(finding)),
    };
    let why = why.map(|why| Level::NOTE.with_name("why").message(why));
    let help = finding.help.as_ref().map(|help| Level::HELP.message(help));
    group.elements(why.into_iter().chain(help))
}

/// The line with the first of the bytes to blame, those bytes underlined.
fn quote<'d>(finding: &'d Diagnostic, text: &'d str) -> Option<Snippet<'d, annotate_snippets::Annotation<'d>>> {
    let (line, span) = line_around(text, &finding.span)?;
    let label = (!finding.pointer.is_empty()).then_some(finding.pointer.as_str());
    let annotation = AnnotationKind::Primary.span(span).label(label);
    Some(Snippet::source(line).path(&finding.file).line_start(finding.line).annotation(annotation))
}

/// The line where `span` begins, and the part of `span` that is on it.
fn line_around<'t>(text: &'t str, span: &Range<usize>) -> Option<(&'t str, Range<usize>)> {
    let (before, after) = text.split_at_checked(span.start)?;
    let start = before.rfind('\n').map_or(0, |newline| newline.saturating_add(1));
    let rest = after.find(['\n', '\r']).unwrap_or(after.len());
    let line = text.get(start..span.start.saturating_add(rest))?;
    let from = span.start.saturating_sub(start);
    let to = span.end.saturating_sub(start).min(line.len()).max(from);
    Some((line, from..to))
}

/// The place alone, for what is not there to be quoted.
fn origin(finding: &Diagnostic) -> Origin<'_> {
    let origin = Origin::path(&finding.file);
    if is_whole_file(finding) { origin } else { origin.line(finding.line).char_column(finding.column) }
}

fn is_whole_file(finding: &Diagnostic) -> bool {
    finding.span == (0..0) && finding.pointer.is_empty()
}

/// How many findings there are of each kind.
#[derive(Default)]
struct Tally {
    errors: usize,
    warnings: usize,
    notes: usize,
}

impl Tally {
    fn count(&mut self, severity: Severity) {
        let count = match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
            Severity::Note => &mut self.notes,
        };
        *count = count.saturating_add(1);
    }

    /// How many there are, if that is not plain to see.
    fn summary(&self) -> Option<String> {
        let parts = [(self.errors, "error"), (self.warnings, "warning"), (self.notes, "note")];
        let total: usize = parts.iter().map(|(count, _)| count).sum();
        let parts = parts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| counted(*count, word));
        (total > 1).then(|| parts.collect::<Vec<_>>().join(", "))
    }
}

/// A number and a noun, in the plural where there is not one.
#[must_use]
pub fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
