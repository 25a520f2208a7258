//! A document of each shape.

/// Where the member stands that tells variants apart.
#[derive(Clone, Copy)]
pub enum Tag {
    First,
    Last,
}

/// Shapes of three kinds in turn.
pub fn drawing(tag: Tag) -> String {
    let shape = |index: usize| {
        let (kind, members) = match index % 3 {
            0 => ("circle", format!(r#""x":{index}.5,"y":2.25,"radius":{index}"#)),
            1 => ("rectangle", format!(r#""x":{index},"y":0.125,"width":12.75,"height":{index}.5"#)),
            _ => ("label", format!(r#""text":"the label of shape {index}","tags":["front","visible"]"#)),
        };
        match tag {
            Tag::First => format!(r#"{{"kind":"{kind}",{members}}}"#),
            Tag::Last => format!(r#"{{{members},"kind":"{kind}"}}"#),
        }
    };
    format!(r#"{{"shapes":{}}}"#, array(30, shape))
}

/// Contacts of three kinds in turn, none with a tag.
pub fn contacts() -> String {
    let contact = |index: usize| match index % 3 {
        0 => format!(r#"{{"number":"+41 44 {index:03} 00 00","extension":{index}}}"#),
        1 => format!(r#"{{"address":"person{index}@example.org","is_verified":true}}"#),
        _ => format!(r#""the reception on floor {index}""#),
    };
    format!(r#"{{"contacts":{}}}"#, array(30, contact))
}

/// A hundred members of any names, in no order.
pub fn measures() -> String {
    object(100, |index| format!(r#""measure_{}":{index}.25"#, index * 37 % 100))
}

/// Twice as many members that nobody declares as those that somebody does.
pub fn open() -> String {
    r#"{"id":"open_1","size":12.5,"colour":"blue","weight":1.5,"is_new":true,"labels":["one","two"]}"#.to_owned()
}

/// All the members of a wide struct, as the build script declares them.
pub fn wide() -> String {
    object(200, |index| match index % 3 {
        0 => format!(r#""member_{index}":"the value of member {index}""#),
        1 => format!(r#""member_{index}":{index}.5"#),
        _ => format!(r#""member_{index}":true"#),
    })
}

/// As deep as a document may be, with a leaf beside each level.
pub fn tree() -> String {
    const LEAF: &str = r#"{"value":0.5,"children":[]}"#;
    (0..60).fold(LEAF.to_owned(), |inner, level| format!(r#"{{"value":{level},"children":[{inner},{LEAF}]}}"#))
}

/// A thousand numbers.
pub fn series() -> String {
    let number = |index: usize| if index.is_multiple_of(4) { format!("{index}") } else { format!("{index}.0625") };
    format!(r#"{{"values":{}}}"#, array(1000, number))
}

/// Texts with an escape every few characters.
pub fn lines() -> String {
    let line = |index: usize| format!(r#""line {index}:\tsaid \"yes\"\nand \u00e9t\u00e9 \ud83d\ude00 \\ {index}""#);
    format!(r#"{{"lines":{}}}"#, array(30, line))
}

fn array(length: usize, item: impl Fn(usize) -> String) -> String {
    format!("[{}]", (0..length).map(item).collect::<Vec<_>>().join(","))
}

fn object(length: usize, members: impl Fn(usize) -> String) -> String {
    format!("{{{}}}", (0..length).map(members).collect::<Vec<_>>().join(","))
}
