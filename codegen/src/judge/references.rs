//! References as the `jsonschema` crate follows them: it takes an empty one for none, and one whose slashes are escaped
//! for the name of an anchor.

use serde_json::Value;

use crate::dialect::{Dialect, Holds};
use crate::pointer;

/// Spells the references of a document's subschemas as the crate reads them; what they mean stays the same.
pub(super) fn respell(document: &mut Value, dialect: Dialect) {
    let mut pending = vec![document];
    while let Some(schema) = pending.pop() {
        let Value::Object(members) = schema else { continue };
        for (name, value) in members {
            let holds = dialect.keyword(name).map_or(Holds::Nothing, |keyword| keyword.holds);
            match (holds, value) {
                (Holds::Nothing, Value::String(reference)) if name == "$ref" => *reference = respelled(reference),
                (Holds::SchemaArray | Holds::SchemaOrArray, Value::Array(items)) => pending.extend(items),
                (Holds::Schema | Holds::SchemaOrArray, value) => pending.push(value),
                (Holds::NamedSchemas | Holds::NamedSchemasOrNames, Value::Object(schemas)) => {
                    pending.extend(schemas.values_mut());
                }
                _ => {}
            }
        }
    }
}

fn respelled(reference: &str) -> String {
    if reference.is_empty() {
        return "#".to_owned();
    }
    let place = reference.split_once('#').and_then(|(base, fragment)| Some((base, pointer::from_fragment(fragment)?)));
    place.map_or_else(|| reference.to_owned(), |(base, pointer)| format!("{base}#{}", pointer::to_fragment(&pointer)))
}

#[cfg(test)]
mod tests {
    use super::respelled;

    #[test]
    fn a_reference_is_spelled_by_the_pointer_that_it_means() {
        assert_eq!(respelled(""), "#");
        assert_eq!(respelled("#%2F$defs%2Fx"), "#/$defs/x");
        assert_eq!(respelled("a.json#/$defs/a%25b"), "a.json#/$defs/a%25b");
        for other in ["#anchor", "a.json", "a.json#", "#/$defs/x~", "#%ff"] {
            assert_eq!(respelled(other), other);
        }
    }
}
