//! The drafts' metaschemas, which are there without being fetched.

use std::sync::{Arc, LazyLock};

use referencing::meta;
use serde_json::Value;

use crate::source::Source;

type Metaschema = LazyLock<Arc<Value>>;

/// The metaschema that `uri` identifies, as a document that schemas can refer to.
///
/// The scheme does not matter: documents say `http` and `https` for the same one.
pub(crate) fn embedded(uri: &str) -> Option<Source> {
    let name =
        uri.strip_prefix("https://").or_else(|| uri.strip_prefix("http://"))?.strip_prefix("json-schema.org/")?;
    let text = serde_json::to_string_pretty(&***find(name)?).ok()?;
    Source::parse(uri, uri, text).ok()
}

fn find(name: &str) -> Option<&'static Metaschema> {
    if let Some(name) = name.strip_prefix("draft/2020-12/") {
        return find_in_2020_12(name);
    }
    if let Some(name) = name.strip_prefix("draft/2019-09/") {
        return find_in_2019_09(name);
    }
    Some(match name {
        "draft-07/schema" => &meta::DRAFT7,
        "draft-06/schema" => &meta::DRAFT6,
        "draft-04/schema" => &meta::DRAFT4,
        _ => return None,
    })
}

fn find_in_2020_12(name: &str) -> Option<&'static Metaschema> {
    Some(match name {
        "schema" => &meta::DRAFT202012,
        "meta/core" => &meta::DRAFT202012_CORE,
        "meta/applicator" => &meta::DRAFT202012_APPLICATOR,
        "meta/unevaluated" => &meta::DRAFT202012_UNEVALUATED,
        "meta/validation" => &meta::DRAFT202012_VALIDATION,
        "meta/meta-data" => &meta::DRAFT202012_META_DATA,
        "meta/format-annotation" => &meta::DRAFT202012_FORMAT_ANNOTATION,
        "meta/format-assertion" => &meta::DRAFT202012_FORMAT_ASSERTION,
        "meta/content" => &meta::DRAFT202012_CONTENT,
        _ => return None,
    })
}

fn find_in_2019_09(name: &str) -> Option<&'static Metaschema> {
    Some(match name {
        "schema" => &meta::DRAFT201909,
        "meta/core" => &meta::DRAFT201909_CORE,
        "meta/applicator" => &meta::DRAFT201909_APPLICATOR,
        "meta/validation" => &meta::DRAFT201909_VALIDATION,
        "meta/meta-data" => &meta::DRAFT201909_META_DATA,
        "meta/format" => &meta::DRAFT201909_FORMAT,
        "meta/content" => &meta::DRAFT201909_CONTENT,
        _ => return None,
    })
}
