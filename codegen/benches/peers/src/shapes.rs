//! Documents of every shape, large enough for that shape to be what costs: the schemas are in `shapes.json`.

mod documents;
mod plain;

use std::error::Error;

use crate::cell::Cell;
use crate::reading::{ours, peers};
use crate::{typify_shapes, typify_wide};

#[allow(dead_code, clippy::all, clippy::pedantic, reason = "it is as codegen writes it for any crate")]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/shapes/mod.rs"));
}

/// All ways with a document of each shape.
pub fn cells() -> Result<Vec<Cell>, Box<dyn Error>> {
    let mut cells = Vec::new();
    macro_rules! shape {
        ($task:literal, $name:literal, $document:expr, $ty:ident) => {
            shape!($task, $name, $document, $ty, typify_shapes::$ty);
        };
        ($task:literal, $name:literal, $document:expr, $ty:ident, $typify:ty) => {
            let document: &'static [u8] = String::leak($document).as_bytes();
            peers::<plain::$ty, $typify>(&mut cells, ($task, $name), document)?;
            let from_json = |bytes: &[u8]| generated::$ty::from_json(bytes).ok();
            ours::<generated::$ty>(&mut cells, ($task, $name), document, from_json)?;
        };
    }
    shape!("reading unions", "tagged, tag first", documents::drawing(documents::Tag::First), Drawing);
    shape!("reading unions", "tagged, tag last", documents::drawing(documents::Tag::Last), Drawing);
    shape!("reading unions", "untagged", documents::contacts(), Contacts);
    shape!("reading objects", "map", documents::measures(), Measures);
    shape!("reading objects", "unknown members", documents::open(), Open);
    shape!("reading objects", "200 members", documents::wide(), Wide, typify_wide::Wide);
    let open: &'static [u8] = String::leak(documents::open()).as_bytes();
    cells.push(Cell::new(
        "reading objects",
        "unknown members",
        "a plain derive that keeps them by flatten",
        move || serde_json::from_slice::<plain::OpenKept>(open),
    ));
    shape!("reading long and deep", "deep recursion", documents::tree(), Tree);
    shape!("reading long and deep", "big array", documents::series(), Series);
    shape!("reading long and deep", "escapes", documents::lines(), Lines);
    Ok(cells)
}
