//! Whether a generated type accepts exactly the documents that its schema accepts, and gives them back.
//!
//! The `jsonschema` crate is the judge. It judges examples, documents made from the schemas, and documents that miss
//! being valid by one thing; a type must be of its mind in every way of reading and writing.

pub(crate) mod accepted;
pub(crate) mod choices;
pub(crate) mod demands;
pub(crate) mod document;
pub(crate) mod exactness;
pub(crate) mod example;
pub(crate) mod failure;
pub(crate) mod finding;
pub(crate) mod generate;
pub(crate) mod near_miss;
pub(crate) mod pointer;
pub(crate) mod property;
pub(crate) mod refused;
pub(crate) mod spelling;
pub(crate) mod subject;
pub(crate) mod suite;
pub(crate) mod tree;
pub(crate) mod trial;
pub(crate) mod world;
