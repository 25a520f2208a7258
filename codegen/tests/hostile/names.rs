//! Names that collide with each other, with the language, with the prelude or with generated code, or that no
//! identifier can have; as members, definitions, titles, values, tags, branches and files.

use serde_json::{Map, Value, json};

use crate::scratch::{Document, document};

/// Words of the language and of the standard library.
const RUST: &str = "type self Self crate super mod fn match dyn gen yield try raw union static where enum struct impl \
                    trait const true false in async macro macro_rules abstract r#type String Option Vec Box Result \
                    Some None Ok Err Default Clone Copy Debug Drop Eq Ord Hash From Into TryFrom AsRef Deref Display \
                    FromStr Iterator Send Sync Sized Fn FnMut Any Cow Arc u8 str bool char f64 i64 usize main std core \
                    alloc test cfg derive allow deprecated doc inline";

/// Words of generated code and of what it depends on.
const GENERATED: &str = "serde serde_json support schemas patterns regress jiff Serialize Deserialize Serializer Error \
                         Json Map Extra Number Maybe Null Integer Contract Constant Kind Builder Schema SCHEMA \
                         LazyLock Instance NumberView ObjectReader ObjectType MemberSink ItemSink MapAccess SeqAccess \
                         MapBuilder TupleType Object Violation Array Tuple Tagged Members Becomes object member sink \
                         extra members accepts read build set value serializer deserializer len get each new builder \
                         validate from_json items item next text schema id index name names key kind first rest \
                         other to_string clone eq fmt default as_ref as_str into_inner to_owned unknown is_empty \
                         with put slots Slots add null refused violations built fit_together \
                         a b c d e f n x";

/// Names that are one another's in Rust, and names that are none.
const ODD: &[&str] = &[
    "",
    "_",
    "__",
    "foo-bar",
    "foo_bar",
    "fooBar",
    "FooBar",
    "foo.bar",
    "A",
    "aa",
    "AA",
    "Aa",
    "_1",
    "a_",
    "a__b",
    "1",
    "123abc",
    "1.5",
    "0",
    "00",
    "-1",
    "+",
    "-",
    "*",
    "/",
    "%",
    "$",
    "$$",
    "...",
    "<=",
    ">=",
    "$ref",
    "@type",
    "#",
    "é",
    "ß",
    "İ",
    "Á",
    "á",
    "ﬁ",
    "\u{212a}",
    "½",
    "٣",
    "日本語",
    "😀",
    "😀😀",
    "a b",
    "a/b",
    "a~b",
    "a\tb",
    "a\nb",
    "\"",
    "\\",
    "`",
    "```",
    "{}",
    "{",
    "}",
    "*/",
    "/*",
    "\"##",
    "\u{202e}",
    "\0",
    "\u{200b}",
    "\u{feff}",
];

/// Files that a crate has, folders that a module has, and names that begin or end oddly.
const FILES: &[&str] = &[
    "lib",
    "main",
    "mod",
    "build",
    "std",
    "core",
    "alloc",
    "serde",
    "serde_json",
    "support",
    "schemas",
    "patterns",
    "self",
    "super",
    "crate",
    "type",
    "gen",
    "String",
    "1",
    "foo-bar",
    "foo_bar",
    "fooBar",
    "é",
    "a b",
    ".hidden",
];

/// All names; the longest are as long as names in the wild never are.
fn names() -> Vec<String> {
    let words = RUST.split_whitespace().chain(GENERATED.split_whitespace()).chain(ODD.iter().copied());
    let long = ["", "1", "2"].map(|end| "long".repeat(40) + end);
    words.map(str::to_owned).chain(long).collect()
}

/// An object with a member for each name, and what `member` makes of the name's place.
fn by_name(member: impl Fn(usize, &str) -> Value) -> Value {
    let members = names().into_iter().enumerate().map(|(place, name)| (name.clone(), member(place, &name)));
    Value::Object(members.collect::<Map<_, _>>())
}

fn list(item: impl Fn(usize, &str) -> Value) -> Vec<Value> {
    names().iter().enumerate().map(|(place, name)| item(place, name)).collect()
}

/// The documents that use all these names.
pub(crate) fn documents() -> Vec<Document> {
    let mut documents = vec![members(), closed(), definitions(), values(), tags(), branches(), positions(), letters()];
    documents.extend(FILES.iter().map(|name| file(name)));
    documents
}

/// Types that are called as type parameters often are, in every form that generated code reads them by.
fn letters() -> Document {
    let letter = |name: &str| json!({"$ref": format!("#/$defs/{name}")});
    let letters: Vec<String> = ('A'..='Z').map(String::from).collect();
    let text = |(place, name): (usize, &String)| (name.clone(), json!({"type": "string", "minLength": place + 1}));
    let mut definitions: Map<String, Value> = letters.iter().enumerate().map(text).collect();
    let all: Vec<Value> = letters.iter().map(|name| letter(name)).collect();
    let by_name: Map<String, Value> = letters.iter().map(|name| (name.clone(), letter(name))).collect();
    definitions.extend([
        ("ByKind".to_owned(), json!({"oneOf": [letter("D"), {"type": "integer"}]})),
        ("ByTrial".to_owned(), json!({"anyOf": all})),
        ("Listed".to_owned(), json!({"type": "array", "items": letter("A"), "minItems": 1})),
        ("Mapped".to_owned(), json!({"type": "object", "additionalProperties": letter("S")})),
        ("Members".to_owned(), json!({"type": "object", "properties": by_name})),
        ("Perhaps".to_owned(), json!({"anyOf": [letter("T"), {"type": "null"}]})),
        ("Positions".to_owned(), json!({"type": "array", "prefixItems": all, "items": letter("T")})),
    ]);
    document("letters", json!({"$defs": definitions}))
}

fn members() -> Document {
    let kinds = ["string", "integer", "object", "array", "null"];
    let member = |place: usize, _: &str| json!({"type": kinds.get(place % kinds.len())});
    let required: Vec<String> = names().into_iter().step_by(2).collect();
    document(
        "members",
        json!({"title": "Members", "type": "object", "properties": by_name(member), "required": required}),
    )
}

fn closed() -> Document {
    let member = |place: usize, name: &str| match place % 3 {
        0 => json!({"const": name}),
        1 => json!({"type": ["integer", "null"], "default": 0}),
        _ => json!({"type": "string", "minLength": 1, "default": name, "deprecated": true}),
    };
    let properties = by_name(member);
    document(
        "closed",
        json!({"title": "Closed", "properties": properties, "type": "object", "additionalProperties": false}),
    )
}

fn definitions() -> Document {
    let definition = |place: usize, name: &str| match place % 6 {
        0 => json!({"type": "object", "properties": {"value": {"type": "string", "maxLength": 3}}}),
        1 => json!({"type": "string", "pattern": format!("^a{{{place}}}")}),
        2 => json!({"enum": ["a", name]}),
        3 => json!({"type": "integer", "maximum": place}),
        4 => json!({"type": "array", "items": {"type": "string"}, "minItems": 1}),
        _ => json!({"type": "object", "additionalProperties": {"type": "number"}, "maxProperties": place}),
    };
    document("definitions", json!({"$defs": by_name(definition)}))
}

fn values() -> Document {
    let mixed = list(|place, name| if place % 2 == 0 { json!(name) } else { json!({name: [place]}) });
    document("values", json!({"$defs": {"Words": {"enum": names()}, "Mixed": {"enum": mixed}}}))
}

/// One union that tells its branches by each of the names, and for some of the names a union that has it as its tag.
fn tags() -> Document {
    let branch = |tag: &str, value: &str| json!({"type": "object", "required": [tag], "properties": {tag: {"const": value}, "self": {"type": "string"}}});
    let all = list(|_, name| branch("type", name));
    let by_tag = names().into_iter().step_by(5).map(|name| {
        let branches = [branch(&name, "a"), branch(&name, "b")];
        (format!("Tag {name}"), json!({"oneOf": branches}))
    });
    let definitions: Map<_, _> = by_tag.chain([("All".to_owned(), json!({"oneOf": all}))]).collect();
    document("tags", json!({"$defs": definitions}))
}

fn branches() -> Document {
    let branch = |place: usize, name: &str| json!({"title": name, "type": "object", "required": [name], "minProperties": place % 3});
    document("branches", json!({"title": "Branches", "anyOf": list(branch)}))
}

fn positions() -> Document {
    let position = |_: usize, name: &str| json!({"title": name, "type": ["string", "integer"]});
    document("positions", json!({"title": "Positions", "type": "array", "prefixItems": list(position), "minItems": 3}))
}

fn file(name: &str) -> Document {
    let properties = json!({"a": {"type": "string", "default": "x"}, "b": {"$ref": "#/$defs/Result"}});
    let result = json!({"type": "string", "pattern": "^(?=a)a+$"});
    document(name, json!({"title": name, "type": "object", "properties": properties, "$defs": {"Result": result}}))
}
