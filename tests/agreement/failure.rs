//! Why a test fails, as a text that is printed as it is.

use std::fmt;

/// What a test returns: its `Debug` form is what the test harness prints, so that form is the text itself.
pub(crate) struct Failure(String);

impl From<String> for Failure {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
