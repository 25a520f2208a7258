//! Keywords with random values, in groups that make sense together.

use codegen::dialect::Draft;
use serde_json::{Map, Value, json};

use crate::document::{NAMES, atom};
use crate::schema::Grammar;

type Object = Map<String, Value>;

/// Patterns of strings and of names.
const PATTERNS: [&str; 7] = ["^a", "b$", "^[a-c]+$", "^x-", "", "^(a|type)$", "\\d"];

const TYPES: [&str; 7] = ["null", "boolean", "integer", "number", "string", "array", "object"];

/// A schema without subschemas.
pub(crate) fn leaf(grammar: &mut Grammar<'_, '_>, schema: &mut Object) {
    let ty = grammar.pick(&TYPES);
    schema.insert("type".into(), ty.into());
    match ty {
        "integer" | "number" => numbers(grammar, schema),
        "string" => strings(grammar, schema),
        _ => {}
    }
}

/// One or several types, and keywords about them.
pub(crate) fn typed(grammar: &mut Grammar<'_, '_>, schema: &mut Object) {
    let ty = if grammar.chance(60) { grammar.pick(&["array", "object", "object"]) } else { grammar.pick(&TYPES) };
    let other = grammar.pick(&TYPES);
    let is_list = grammar.chance(20) && ty != other;
    schema.insert("type".into(), if is_list { json!([ty, other]) } else { ty.into() });
    about(grammar, ty, schema);
    if is_list {
        about(grammar, other, schema);
    }
}

/// Keywords about a type or two without `type`.
pub(crate) fn untyped(grammar: &mut Grammar<'_, '_>, schema: &mut Object) {
    for _ in 0..=grammar.choices.below(2) {
        let ty = grammar.pick(&TYPES);
        about(grammar, ty, schema);
    }
}

fn about(grammar: &mut Grammar<'_, '_>, ty: &str, schema: &mut Object) {
    match ty {
        "integer" | "number" => numbers(grammar, schema),
        "string" => strings(grammar, schema),
        "array" => arrays(grammar, schema),
        "object" => objects(grammar, schema),
        _ => {}
    }
}

fn numbers(grammar: &mut Grammar<'_, '_>, schema: &mut Object) {
    let values = [json!(0), json!(1), json!(2), json!(-1), json!(1.5), json!(10), json!(255), json!(1e3)];
    for keyword in ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"] {
        if !grammar.chance(25) {
            continue;
        }
        let value = grammar.choices.pick(&values).clone();
        match keyword.strip_prefix("exclusive") {
            Some(limit) if grammar.draft == Draft::Draft4 => {
                schema.insert(limit.to_lowercase(), value);
                schema.insert(keyword.into(), grammar.choices.chance(50).into());
            }
            _ => _ = schema.insert(keyword.into(), value),
        }
    }
    if grammar.chance(20) {
        let divisor = [json!(2), json!(1), json!(0.5), json!(3)];
        schema.insert("multipleOf".into(), grammar.choices.pick(&divisor).clone());
    }
}

fn strings(grammar: &mut Grammar<'_, '_>, schema: &mut Object) {
    count(grammar, schema, "minLength");
    count(grammar, schema, "maxLength");
    if grammar.chance(30) {
        schema.insert("pattern".into(), grammar.pick(&PATTERNS).into());
    }
}

fn count(grammar: &mut Grammar<'_, '_>, schema: &mut Object, keyword: &str) {
    if grammar.chance(20) {
        schema.insert(keyword.into(), grammar.choices.below(4).into());
    }
}

fn arrays(grammar: &mut Grammar<'_, '_>, schema: &mut Object) {
    let (prefix, rest) =
        if grammar.draft == Draft::Draft202012 { ("prefixItems", "items") } else { ("items", "additionalItems") };
    if grammar.chance(35) {
        let items: Vec<Value> = (0..=grammar.choices.below(2)).map(|_| grammar.child()).collect();
        schema.insert(prefix.into(), items.into());
        if grammar.chance(40) {
            schema.insert(rest.into(), grammar.child());
        }
    } else if grammar.chance(70) {
        schema.insert("items".into(), grammar.child());
    }
    count(grammar, schema, "minItems");
    count(grammar, schema, "maxItems");
    if grammar.chance(15) {
        schema.insert("uniqueItems".into(), grammar.choices.chance(50).into());
    }
    if grammar.draft > Draft::Draft4 && grammar.chance(20) {
        schema.insert("contains".into(), grammar.child());
        if grammar.draft >= Draft::Draft201909 {
            count(grammar, schema, "minContains");
            count(grammar, schema, "maxContains");
        }
    }
    if grammar.draft >= Draft::Draft201909 && grammar.chance(12) {
        schema.insert("unevaluatedItems".into(), grammar.child());
    }
}

fn objects(grammar: &mut Grammar<'_, '_>, schema: &mut Object) {
    if grammar.chance(75) {
        let named = (0..=grammar.choices.below(3)).map(|_| (grammar.pick(&NAMES).to_owned(), grammar.child()));
        let named: Object = named.collect();
        schema.insert("properties".into(), named.into());
    }
    if grammar.chance(20) {
        let patterns = (0..=grammar.choices.below(2)).map(|_| (grammar.pick(&PATTERNS).to_owned(), grammar.child()));
        let patterns: Object = patterns.collect();
        schema.insert("patternProperties".into(), patterns.into());
    }
    if grammar.chance(30) {
        let rest = if grammar.chance(50) { false.into() } else { grammar.child() };
        schema.insert("additionalProperties".into(), rest);
    }
    if grammar.chance(45) {
        schema.insert("required".into(), names(grammar));
    }
    count(grammar, schema, "minProperties");
    count(grammar, schema, "maxProperties");
    if grammar.draft > Draft::Draft4 && grammar.chance(12) {
        schema.insert("propertyNames".into(), grammar.child());
    }
    dependencies(grammar, schema);
    if grammar.draft >= Draft::Draft201909 && grammar.chance(15) {
        let rest = if grammar.chance(50) { false.into() } else { grammar.child() };
        schema.insert("unevaluatedProperties".into(), rest);
    }
}

fn dependencies(grammar: &mut Grammar<'_, '_>, schema: &mut Object) {
    if !grammar.chance(15) {
        return;
    }
    let (name, is_schema) = (grammar.pick(&NAMES), grammar.choices.chance(50));
    let value = if is_schema { grammar.here() } else { names(grammar) };
    let keyword = match is_schema {
        _ if grammar.draft < Draft::Draft201909 => "dependencies",
        true => "dependentSchemas",
        false => "dependentRequired",
    };
    schema.insert(keyword.into(), json!({ name: value }));
}

fn names(grammar: &mut Grammar<'_, '_>) -> Value {
    let mut names = vec![grammar.pick(&NAMES)];
    let second = grammar.pick(&NAMES);
    if second != names[0] && grammar.chance(40) {
        names.push(second);
    }
    names.into()
}

/// `oneOf` or `anyOf` of anything.
pub(crate) fn union(grammar: &mut Grammar<'_, '_>, schema: &mut Object) {
    let keyword = grammar.pick(&["oneOf", "anyOf"]);
    let branches: Vec<Value> = (0..=grammar.choices.below(3)).map(|_| grammar.here()).collect();
    schema.insert(keyword.into(), branches.into());
}

/// A union of objects that a member tells apart.
pub(crate) fn tagged(grammar: &mut Grammar<'_, '_>, schema: &mut Object) {
    let (keyword, tag) = (grammar.pick(&["oneOf", "anyOf"]), grammar.pick(&NAMES));
    let branches = ["a", "b", "c"].iter().take(grammar.choices.below(2) + 2).map(|value| {
        let mut branch = Object::new();
        objects(grammar, &mut branch);
        if grammar.chance(90) {
            branch.insert("type".into(), "object".into());
        }
        let properties = branch.entry("properties").or_insert_with(|| json!({}));
        properties[tag] = json!({ "enum": [value] });
        if grammar.chance(90) {
            branch.insert("required".into(), json!([tag]));
        }
        Value::from(branch)
    });
    let branches: Vec<Value> = branches.collect();
    schema.insert(keyword.into(), branches.into());
}

/// `enum` or `const`.
pub(crate) fn constants(grammar: &mut Grammar<'_, '_>, schema: &mut Object) {
    if grammar.draft > Draft::Draft4 && grammar.chance(30) {
        schema.insert("const".into(), atom(grammar.choices, 2));
        return;
    }
    let mut values: Vec<Value> = Vec::new();
    for _ in 0..=grammar.choices.below(4) {
        let value = atom(grammar.choices, 1);
        if !values.contains(&value) {
            values.push(value);
        }
    }
    schema.insert("enum".into(), values.into());
}

/// A keyword that combines subschemas for the instance itself.
pub(crate) fn logic(grammar: &mut Grammar<'_, '_>, schema: &mut Object) {
    match grammar.choices.below(5) {
        0 => {
            let branches: Vec<Value> = (0..=grammar.choices.below(2)).map(|_| grammar.here()).collect();
            schema.insert("allOf".into(), branches.into());
        }
        1 => _ = schema.insert("not".into(), grammar.here()),
        2 if grammar.draft >= Draft::Draft7 => {
            schema.insert("if".into(), grammar.here());
            for keyword in ["then", "else"] {
                if grammar.chance(75) {
                    schema.insert(keyword.into(), grammar.here());
                }
            }
        }
        3 => tagged(grammar, schema),
        _ => union(grammar, schema),
    }
}
