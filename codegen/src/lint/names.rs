//! Names that are different in JSON and the same elsewhere.

use std::collections::BTreeMap;

use heck::ToSnakeCase;

use crate::diagnostic::Diagnostic;

use super::subject::Subject;

/// Reports every declared member that another one of its object takes the name of.
pub(super) fn collisions(
    subject: &Subject<'_>,
    (rule, language): (&'static str, &str),
    name_of: impl Fn(&str) -> String,
    found: &mut Vec<Diagnostic>,
) {
    for site in &subject.sites {
        let mut taken: BTreeMap<String, String> = BTreeMap::new();
        for (name, member) in site.properties() {
            let there = name_of(&name);
            match taken.get(&there) {
                Some(other) => {
                    let message = format!("`{name}` and `{other}` are both `{there}` in {language}");
                    let finding = Diagnostic::warning(rule, message).at_name(site.source, &member);
                    found.push(finding.with_help("rename one of them while nobody depends on it"));
                }
                None => drop(taken.insert(there, name)),
            }
        }
    }
}

/// The words of a name, in lower case: `modelKey`, `model_key` and `model-key` have the same.
pub(super) fn words(name: &str) -> Vec<String> {
    name.to_snake_case().split('_').map(str::to_owned).collect()
}
