//! Every generated type agrees with its schema, and every example is what its folder says.
//!
//! The build script writes the table of types and examples, so nobody registers either. `PROPTEST_CASES=1000` tries
//! more documents than a change needs, `PROPTEST_RNG_SEED` others.

mod agreement;

use agreement::failure::Failure;
use agreement::subject::Subject;
use agreement::trial::Trial;
use agreement::{example, suite};

fn on_type(subject: Subject, test: suite::Test) -> Result<(), Failure> {
    Ok(test(&Trial::own(subject)?)?)
}

fn on_example(subject: Subject, file: &str, test: example::Test) -> Result<(), Failure> {
    Ok(test(&Trial::own(subject)?, file)?)
}

/// The tests of a generated type.
macro_rules! type_agrees {
    ($name:ident, $ty:ty) => {
        tests_of_type!($name, crate::Subject::of::<$ty>(stringify!($ty)));
    };
}

/// The tests of a generated type that can be built.
macro_rules! struct_agrees {
    ($name:ident, $ty:ty) => {
        tests_of_type!($name, crate::Subject::of_struct::<$ty>(stringify!($ty)));
    };
}

macro_rules! tests_of_type {
    ($name:ident, $subject:expr) => {
        mod $name {
            #[test]
            fn agrees_on_examples() -> Result<(), crate::Failure> {
                crate::on_type($subject, crate::suite::on_examples)
            }

            #[test]
            fn agrees_on_generated_documents() -> Result<(), crate::Failure> {
                crate::on_type($subject, crate::suite::on_generated_documents)
            }

            #[test]
            fn agrees_on_near_misses_of_examples() -> Result<(), crate::Failure> {
                crate::on_type($subject, crate::suite::on_near_misses_of_examples)
            }

            #[test]
            fn agrees_on_near_misses_of_generated_documents() -> Result<(), crate::Failure> {
                crate::on_type($subject, crate::suite::on_near_misses_of_generated_documents)
            }

            #[test]
            fn generates_mostly_valid_documents() -> Result<(), crate::Failure> {
                crate::on_type($subject, crate::suite::generates_mostly_valid_documents)
            }
        }
    };
}

/// The test of a valid example.
macro_rules! example_is_accepted {
    ($name:ident, $ty:ty, $file:literal) => {
        #[test]
        fn $name() -> Result<(), crate::Failure> {
            crate::on_example(crate::Subject::of::<$ty>(stringify!($ty)), $file, crate::example::is_accepted)
        }
    };
}

/// The test of an invalid example.
macro_rules! example_is_refused {
    ($name:ident, $ty:ty, $file:literal) => {
        #[test]
        fn $name() -> Result<(), crate::Failure> {
            crate::on_example(crate::Subject::of::<$ty>(stringify!($ty)), $file, crate::example::is_refused)
        }
    };
}

include!(concat!(env!("OUT_DIR"), "/tests.rs"));

#[test]
fn every_example_is_of_a_type() {
    assert!(STRAYS.is_empty(), "astray in examples:\n{}", STRAYS.join("\n"));
}
