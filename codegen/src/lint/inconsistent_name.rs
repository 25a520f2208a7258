//! `inconsistent-name`: The members of a document are spelt in one style.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{Group, Rule};
use std::collections::BTreeMap;

use heck::{ToKebabCase, ToLowerCamelCase, ToSnakeCase};

use super::Lint;
use super::site::Site;
use super::subject::Subject;

const ID: &str = "inconsistent-name";

pub(super) const LINT: Lint = Lint {
    rule: Rule {
        id: ID,
        group: Group::Clarity,
        severity: Severity::Warning,
        summary: "The members of a document are spelt in one style.",
        why: "Whoever writes a document by hand has to look up every name.",
        bad: r#"{ "properties": { "model_key": { "enum": [1] }, "model_name": { "enum": [2] }, "datasetId": { "enum": [3] } } }"#,
        good: r#"{ "properties": { "model_key": { "enum": [1] }, "model_name": { "enum": [2] }, "dataset_id": { "enum": [3] } } }"#,
    },
    check,
};

/// A way to write a name of several words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Style {
    Snake,
    Camel,
    Kebab,
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let mut documents: BTreeMap<&str, Vec<(&Site<'_>, String, String, Style)>> = BTreeMap::new();
    for site in &subject.sites {
        let named =
            site.properties().filter_map(|(name, member)| style(&name).map(|style| (site, name, member, style)));
        documents.entry(site.source.name()).or_default().extend(named);
    }
    for members in documents.values() {
        let count = |style| members.iter().filter(|(.., other)| *other == style).count();
        let styles = [Style::Snake, Style::Camel, Style::Kebab];
        let Some(usual) = styles.into_iter().max_by_key(|style| (count(*style), std::cmp::Reverse(*style))) else {
            continue;
        };
        for (site, name, member, _) in members.iter().filter(|(.., style)| *style != usual) {
            let message = format!("`{name}` is spelt differently than the other members of the document");
            let finding = Diagnostic::warning(ID, message).at_name(site.source, member);
            found.push(finding.with_help(format!("the others would call it `{}`", spelt(name, usual))));
        }
    }
}

/// The style of a name; one word alone has none.
fn style(name: &str) -> Option<Style> {
    match name {
        name if name.contains('_') => Some(Style::Snake),
        name if name.contains('-') => Some(Style::Kebab),
        name if name.chars().skip(1).any(char::is_uppercase) && name.chars().any(char::is_lowercase) => {
            Some(Style::Camel)
        }
        _ => None,
    }
}

fn spelt(name: &str, style: Style) -> String {
    match style {
        Style::Snake => name.to_snake_case(),
        Style::Camel => name.to_lower_camel_case(),
        Style::Kebab => name.to_kebab_case(),
    }
}
