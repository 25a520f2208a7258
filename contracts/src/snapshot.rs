//! Digests of snapshots: made when a snapshot is sealed, verified when it is restored or audited.
//!
//! A digest is `sha256:` and the SHA-256 of the snapshot's canonical form (RFC 8785) without the member that holds the
//! digest. Every other member counts, also those that the schema does not name.

use std::fmt::{Display, Formatter, Write};

use sha2::{Digest, Sha256 as Hasher};

use crate::support::{Instance, Json, NotCanonical, to_json};
use crate::{GovernanceSnapshot, MltSnapshot, Sha256};

/// A state that can be restored, and the digest that says whether it is still what was captured.
///
/// ```
/// use contracts::GovernanceSnapshot;
/// use contracts::snapshot::Snapshot;
///
/// let mut snapshot = GovernanceSnapshot::from_json(include_str!("../../examples/governance_snapshot.json"))?;
/// assert_eq!(snapshot.verify(), Ok(()));
///
/// snapshot.version = "3.1.1".parse()?;
/// assert!(snapshot.verify().is_err());
/// snapshot.seal()?;
/// assert_eq!(snapshot.verify(), Ok(()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait Snapshot: Instance + Sized {
    /// The member that holds the digest, as the schema marks it with `x-digest`.
    const DIGEST_MEMBER: &'static str;

    /// The digest that the snapshot carries.
    fn declared_digest(&self) -> &Sha256;

    /// Makes the snapshot carry a digest.
    fn set_digest(&mut self, digest: Sha256);

    /// The digest of what the snapshot holds.
    ///
    /// # Errors
    ///
    /// A number that has no canonical form.
    fn digest(&self) -> Result<String, NotCanonical> {
        let Json::Object(members) = to_json(self) else { return Ok(String::new()) };
        let covered = members.into_iter().filter(|(name, _)| **name != *Self::DIGEST_MEMBER).collect();
        let canonical = Json::Object(covered).canonical()?;
        let mut digest = "sha256:".to_owned();
        for byte in Hasher::digest(canonical) {
            // Writing to a text cannot fail.
            let _ = write!(digest, "{byte:02x}");
        }
        Ok(digest)
    }

    /// Makes the snapshot carry the digest of what it holds.
    ///
    /// # Errors
    ///
    /// A number that has no canonical form.
    fn seal(&mut self) -> Result<(), Unsealed> {
        let digest = self.digest().map_err(Unsealed::NotCanonical)?;
        let digest = digest.parse().map_err(|_| Unsealed::Changed { digest: digest.clone() })?;
        self.set_digest(digest);
        Ok(())
    }

    /// Refuses a snapshot that is not what was captured: ask before restoring it, and when auditing.
    ///
    /// # Errors
    ///
    /// Another digest than that of what the snapshot holds, or a number that has no canonical form.
    fn verify(&self) -> Result<(), Unsealed> {
        let digest = self.digest().map_err(Unsealed::NotCanonical)?;
        if self.declared_digest().as_str() == digest { Ok(()) } else { Err(Unsealed::Changed { digest }) }
    }
}

/// Why a snapshot must not be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsealed {
    /// It carries another digest than that of what it holds.
    Changed {
        /// The digest of what it holds.
        digest: String,
    },
    /// It holds a number that has no canonical form.
    NotCanonical(NotCanonical),
}

impl Snapshot for GovernanceSnapshot {
    const DIGEST_MEMBER: &'static str = "state_hash";

    fn declared_digest(&self) -> &Sha256 {
        &self.state_hash
    }

    fn set_digest(&mut self, digest: Sha256) {
        self.state_hash = digest;
    }
}

impl Snapshot for MltSnapshot {
    const DIGEST_MEMBER: &'static str = "hash";

    fn declared_digest(&self) -> &Sha256 {
        &self.hash
    }

    fn set_digest(&mut self, digest: Sha256) {
        self.hash = digest;
    }
}

impl Display for Unsealed {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Changed { digest } => write!(formatter, "the snapshot was changed: what it holds has {digest}"),
            Self::NotCanonical(reason) => reason.fmt(formatter),
        }
    }
}

impl std::error::Error for Unsealed {}
