//! A generated type beside a validator, document by document.

use jsonschema::Validator;

use crate::support::{self, Contract, Json};

/// Compares the type's verdicts, through both readers, with a validator's, and what is written with what was read; gives
/// how many documents are refused and how many accepted.
pub(crate) fn compare<T: Contract>(validator: &Validator, documents: &[impl AsRef<str>]) -> [usize; 2] {
    let mut verdicts = [0, 0];
    for text in documents.iter().map(AsRef::as_ref) {
        let is_valid = validator.is_valid(&serde_json::from_str(text).unwrap());
        let read = T::from_json(text);
        assert_eq!(read.is_ok(), is_valid, "{}: {text}", T::SCHEMA_ID);
        assert_eq!(serde_json::from_str::<T>(text).is_ok(), is_valid, "{} through serde_json: {text}", T::SCHEMA_ID);
        if let Ok(read) = read {
            assert!(read.validate().is_ok(), "{}: {text}: {:?}", T::SCHEMA_ID, read.validate());
            let written: Json = support::from_str(&support::to_string(&read).unwrap()).unwrap();
            assert_eq!(written, support::from_str(text).unwrap(), "{}: {text}", T::SCHEMA_ID);
        }
        verdicts[usize::from(is_valid)] += 1;
    }
    verdicts
}
