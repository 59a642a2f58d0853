//! What is stored of a PIN, and whether a PIN is the one.

use argon2::password_hash::phc::{Output, PasswordHash};
use argon2::password_hash::{Error, PasswordHasher as _};
use argon2::{Algorithm, Argon2, Block, Params, Version};

/// The hash of no PIN, with the costs of [`hash`]: an officer nobody knows takes as long.
pub(crate) const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5J3Mgc2FsdA\
    $8pDq0JY1yqgQ3k5mJv0l9m1o0w9m3f7r1Zc4n2bX8hE";

/// Room for so many blocks of 1 KiB goes back to the system after each check: what is smaller than
/// 32 MiB, glibc keeps for every thread that ever checked one. Only what is used is ever resident.
const HANDED_BACK: usize = 40 * 1024;

/// The argon2id hash of a PIN under a fresh salt, in PHC form.
///
/// # Errors
/// The machine gives no random bytes, or the PIN is longer than argon2 takes.
pub fn hash(pin: &str) -> Result<String, Error> {
    Ok(Argon2::default().hash_password(pin.as_bytes())?.to_string())
}

/// Whether `stored` is a hash of `pin`. Takes 19 MiB and a core for some hundredths of a second.
pub(crate) fn is_of(stored: &str, pin: &str) -> bool {
    PasswordHash::new(stored)
        .map_err(Error::from)
        .and_then(|stored| Ok(stored.hash == Some(again(&stored, pin)?)))
        .unwrap_or(false)
}

/// The hash of `pin` with the salt and the costs of `stored`.
fn again(stored: &PasswordHash, pin: &str) -> Result<Output, Error> {
    let params = Params::try_from(stored)?;
    let version = stored.version.map(Version::try_from).transpose()?;
    let salt = stored.salt.ok_or(Error::SaltInvalid)?;
    let mut blocks = Vec::with_capacity(params.block_count().max(HANDED_BACK));
    blocks.resize(params.block_count(), Block::default());
    let mut output = [0; Output::MAX_LENGTH];
    let output = output
        .get_mut(..params.output_len().unwrap_or(Params::DEFAULT_OUTPUT_LEN))
        .ok_or(Error::OutputSize)?;
    let algorithm = Algorithm::try_from(stored.algorithm.as_str())?;
    let argon2 = Argon2::new(algorithm, version.unwrap_or_default(), params);
    argon2.hash_password_into_with_memory(pin.as_bytes(), &salt, output, &mut blocks)?;
    Ok(Output::new(output)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_knows_its_pin_and_no_other() {
        let stored = hash("2468").unwrap();
        assert!(is_of(&stored, "2468"));
        assert!(!is_of(&stored, "2469"));
        assert!(!is_of("no hash", "2468"));
        assert!(!is_of(NOBODY, "2468"));
    }

    #[test]
    fn nobody_costs_as_much_as_somebody() {
        let (nobody, somebody) = (PasswordHash::new(NOBODY).unwrap(), hash("2468").unwrap());
        let somebody = PasswordHash::new(&somebody).unwrap();
        assert_eq!(nobody.params, somebody.params);
        assert_eq!(nobody.algorithm, somebody.algorithm);
        let lengths = |hash: &PasswordHash| hash.hash.map(|output| output.len());
        assert_eq!(lengths(&nobody), lengths(&somebody));
    }
}
