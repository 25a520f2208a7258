//! Edits of JSON text that keep what people wrote around them.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Edit};
use crate::pointer;
use crate::source::{Source, Value};

/// Takes a member out of its object, with its comma and the space around it.
pub(super) fn removal(source: &Source, member: &str) -> Option<Edit> {
    let (parent, name) = pointer::parent(member)?;
    let members: Vec<_> = source.at(parent)?.members().collect();
    let place = members.iter().position(|(found, _)| *found == name)?;
    let begin = |value: &Value<'_>| value.name_span().map(|span| span.start);
    let (_, value) = members.get(place)?;
    let before = place.checked_sub(1).and_then(|place| members.get(place));
    let span = match (before, members.get(place.saturating_add(1))) {
        (_, Some((_, next))) => begin(value)?..begin(next)?,
        (Some((_, previous)), None) => previous.span().end..value.span().end,
        (None, None) => begin(value)?..value.span().end,
    };
    Some(Edit { span, text: String::new() })
}

/// Puts another name in the place of a member's.
pub(super) fn renaming(source: &Source, member: &str, name: &str) -> Option<Edit> {
    let span = source.at(member)?.name_span()?;
    Some(Edit { span, text: serde_json::Value::from(name).to_string() })
}

/// Puts a member in front of the first one of an object, in the same layout.
pub(super) fn insertion(source: &Source, object: &str, name: &str, value: &str) -> Option<Edit> {
    let object = source.at(object)?;
    let (_, first) = object.members().next()?;
    let at = first.name_span()?.start;
    let layout = source.text().get(object.span().start.checked_add(1)?..at)?;
    let member = format!("{}: {}", serde_json::Value::from(name), serde_json::Value::from(value));
    Some(Edit { span: at..at, text: format!("{member},{}", if layout.is_empty() { " " } else { layout }) })
}

/// The text of a file with all its safe fixes made, if there are any.
///
/// Where two fixes touch the same text only the first one is made; the other is found again.
#[must_use]
pub fn mended<'d>(text: &str, findings: impl IntoIterator<Item = &'d Diagnostic>) -> Option<String> {
    let fixes = findings.into_iter().filter_map(|finding| finding.fix.as_ref()).filter(|fix| fix.is_safe);
    let mut edits: Vec<&Edit> = Vec::new();
    for fix in fixes {
        if fix.edits.iter().all(|edit| edits.iter().all(|made| is_apart(&made.span, &edit.span))) {
            edits.extend(&fix.edits);
        }
    }
    edits.sort();
    let mut mended = text.to_owned();
    for edit in edits.iter().rev().filter(|edit| text.get(edit.span.clone()).is_some()) {
        mended.replace_range(edit.span.clone(), &edit.text);
    }
    (!edits.is_empty()).then_some(mended)
}

fn is_apart(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.end < other.start || other.end < one.start
}
