//! The `jsonschema` crate's set algebra, the last to be asked: whether what one schema takes and another does not is
//! nothing.

use jsonschema::canonical::{self, Satisfiability};
use serde_json::Value;

use super::question::Question;
use super::spell;
use super::versions::Versions;

/// Whether it is certain that the keyword in question accepts all that is given.
pub(super) fn follows(versions: &Versions<'_>, question: &Question) -> bool {
    let given = spell::conjunction(versions, &question.given);
    let wanted = spell::keyword(versions, question.wanted.era, &question.keyword);
    given.zip(wanted).is_some_and(|(given, wanted)| is_covered(versions, &given, &wanted))
}

fn is_covered(versions: &Versions<'_>, given: &Value, wanted: &Value) -> bool {
    let options = || canonical::options().offline().should_validate_formats(versions.asserts_format);
    let (Ok(given), Ok(wanted)) = (options().canonicalize(given), options().canonicalize(wanted)) else { return false };
    given.subtract(&wanted).is_ok_and(|rest| rest.satisfiability() == Satisfiability::No)
}
