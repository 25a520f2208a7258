//! Texts that mean something to Rust, to Markdown or to a terminal; as descriptions, titles, examples, defaults,
//! values, member names and patterns.

use serde_json::{Map, Value, json};

use crate::scratch::{Document, document};

const TEXTS: &[&str] = &[
    "a \"quoted\" word, a back\\slash and a ' tick",
    "*/ ends, /* begins, // goes on, /// documents, //! too, #![no_std]",
    "```\nlet x: u8 = \"no number\";\n```",
    "```rust\nfence without an end",
    "    let code = by_its_indentation();",
    "~~~\ntildes\n~~~",
    "# Heading\n\nTitle\n===\n\n---\n***",
    "\"# \"## \"### r#\"x\"# br\"\\\"",
    "{} {0} {:?} {{ }} [(({{<",
    "\0 \u{1} \u{1b}[31m \u{7f} \u{85} \u{2028} \u{2029} \u{feff}",
    "\u{202e}right to left\u{2066} and isolated",
    "[foo] and [`Bar`] and [baz]: qux, [x](y z) ![i](j) [^1]\n\n[^1]: note\n[Vec<T>]: nowhere",
    "- a\n- b\n  c\nlazy\n  - d\n      deep\n10. ten\ncontinued\n   - odd\n - odder",
    "> quote\nlazy\n>> more",
    "| a | b |\n|---|\n| 1 | 2 | 3 |",
    "<b>bold <i unclosed & &amp; &nope; <!-- comment <script>alert(1)</script> <https://example.com> Vec<String>",
    "https://example.com bare snake_case CamelCase foo::bar() ***bold _it* `tick",
    "a\r\nb\rc\u{b}d\u{c}e\tf",
    "\n\n\n  lead and trail \t \n\n",
    "é 日本語 😀\u{200d}👩 \u{a0} \u{3000} ½",
    "$(x) `x` ${y} %s \\u{41} \\x41 \\n",
    "!",
    "#",
    "/",
    "-",
    "*",
    "\\",
    "\"",
    "`",
    "'",
    "",
    " ",
];

const PATTERNS: &[&str] = &[
    "\"",
    "\"#",
    "^\"##[^\"]*\"##$",
    "\\\\",
    "\\n",
    "\n",
    "{",
    "}",
    "a{2}",
    "[{}]",
    "/",
    "\\*\\/",
    "\\/\\*",
    "\u{202e}",
    "\u{202e}\\d",
    "\\u202e",
    "(?=x)\"##",
    "(?<!a\u{202e})b",
    "(.)\\1\"",
    "\\p{L}",
    "^(?:)$",
    "",
    "|",
    "a|",
    "[^]",
    "[]",
    "\\cA",
    "\\0",
    "\0",
    "\\ud83d",
    "x{300}",
    "(a*)*b",
    "^^^$$$",
    "\\.ya?ml$",
    "\\b",
    "\\B\"",
    "`",
    "``x`",
    "\u{1b}\\s",
    "///",
];

/// The documents that use all these texts.
pub(crate) fn documents() -> Vec<Document> {
    vec![described(), titled(), valued(), named(), patterned()]
}

/// An object with a member for each text.
fn by_number<'a>(texts: impl IntoIterator<Item = &'a &'a str>, member: impl Fn(&str) -> Value) -> Value {
    let texts = texts.into_iter().enumerate();
    Value::Object(texts.map(|(number, text)| (format!("t{number}"), member(text))).collect::<Map<_, _>>())
}

fn described() -> Document {
    let long = "word ".repeat(500);
    let member = |text: &str| {
        json!({"type": "string", "minLength": 1, "title": text, "description": text, "examples": [text],
               "default": text, "$comment": text})
    };
    let definition = |text: &str| {
        let member = json!({"description": text, "type": "integer", "deprecated": true});
        json!({"description": text, "type": "object", "properties": {"a": member}})
    };
    let texts: Vec<&str> = TEXTS.iter().copied().chain([long.as_str()]).collect();
    let (members, definitions) = (by_number(&texts, member), by_number(&texts, definition));
    let schema = json!({"title": "Described", "description": TEXTS.join("\n\n"), "type": "object",
                        "properties": members, "$defs": definitions});
    document("described", schema)
}

fn titled() -> Document {
    let definition = |text: &str| {
        let branches = [
            json!({"title": text, "description": text, "const": text}),
            json!({"title": text, "type": "integer"}),
            json!({"type": "array", "items": {"title": text, "type": "object"}}),
        ];
        json!({"title": text, "oneOf": branches})
    };
    document("titled", json!({"$defs": by_number(TEXTS, definition)}))
}

fn valued() -> Document {
    let objects: Vec<Value> = TEXTS.iter().map(|text| json!({*text: [text]})).collect();
    let constants = json!({"type": "object", "properties": by_number(TEXTS, |text| json!({"const": text}))});
    let branches: Vec<Value> =
        TEXTS.iter().map(|text| json!({"const": text, "title": text, "description": text})).collect();
    document(
        "valued",
        json!({"$defs": {"Words": {"enum": TEXTS}, "Objects": {"enum": objects},
                                        "Constants": constants, "Branches": {"oneOf": branches}}}),
    )
}

fn named() -> Document {
    let few = TEXTS.get(..5).unwrap();
    let properties: Map<_, _> =
        TEXTS.iter().map(|text| ((*text).to_owned(), json!({"type": "string", "maxLength": 5}))).collect();
    let dependent: Map<_, _> = few.iter().map(|text| ((*text).to_owned(), json!(TEXTS.get(..3)))).collect();
    document(
        "named",
        json!({"title": "Named", "type": "object", "properties": properties, "required": few,
                             "dependentRequired": dependent, "patternProperties": {"^x": {"type": "integer"}},
                             "propertyNames": {"pattern": "^[^\"]*|.*$"}}),
    )
}

fn patterned() -> Document {
    let members: Map<_, _> = ["\"", "^\"##", "\\\\", "a/b", "~1", "^\\$"]
        .map(|text| (text.to_owned(), json!({"type": "integer"})))
        .into_iter()
        .collect();
    let strings = by_number(PATTERNS, |pattern| json!({"type": "string", "pattern": pattern}));
    document(
        "patterned",
        json!({"$defs": {"Members": {"type": "object", "patternProperties": members},
                                           "Strings": {"type": "object", "properties": strings}}}),
    )
}
