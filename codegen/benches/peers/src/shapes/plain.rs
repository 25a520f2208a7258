//! The shapes as one writes them by hand: serde's derives and no checks, unknown members dropped.

#![expect(dead_code, reason = "they are read, and dropped")]

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
pub struct Drawing {
    pub shapes: Vec<Shape>,
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Shape {
    Circle { x: f64, y: f64, radius: f64 },
    Rectangle { x: f64, y: f64, width: f64, height: f64 },
    Label { text: String, tags: Vec<String> },
}

#[derive(Deserialize)]
pub struct Contacts {
    pub contacts: Vec<Contact>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub enum Contact {
    Phone { number: String, extension: Option<f64> },
    Mail { address: String, is_verified: bool },
    Text(String),
}

pub type Measures = HashMap<String, f64>;

#[derive(Deserialize)]
pub struct Tree {
    pub value: f64,
    pub children: Vec<Tree>,
}

#[derive(Deserialize)]
pub struct Series {
    pub values: Vec<f64>,
}

#[derive(Deserialize)]
pub struct Open {
    pub id: String,
    pub size: f64,
}

/// What keeps unknown members as well.
#[derive(Deserialize)]
pub struct OpenKept {
    pub id: String,
    pub size: f64,
    #[serde(flatten)]
    pub extra: HashMap<String, Value>,
}

#[derive(Deserialize)]
pub struct Lines {
    pub lines: Vec<String>,
}

include!(concat!(env!("OUT_DIR"), "/plain_wide.rs"));
