//! The token behind which a visitor sees the own ticket: made when asked for, stored nowhere.

use hmac::{Hmac, KeyInit as _, Mac as _};
use queue_core::TicketId;
use sha2::Sha256;
use std::fmt;

/// 128 bits of HMAC-SHA256 over the ticket's id under the data folder's secret.
const MAC_BYTES: usize = 16;

/// The token of one ticket: its id and a keyed proof of it, written `1234-<32 hexadecimal digits>`.
pub(crate) struct TicketToken {
    id: TicketId,
    mac: Hmac<Sha256>,
}

impl TicketToken {
    /// The token of the ticket `id`.
    pub fn of(id: TicketId, secret: &[u8; 32]) -> Self {
        let mut key = [0; 64];
        key[..secret.len()].copy_from_slice(secret);
        let mut mac = Hmac::<Sha256>::new(&key.into());
        mac.update(b"ticket");
        mac.update(&id.0.to_be_bytes());
        Self { id, mac }
    }

    /// The ticket that `token` proves; `None` for anything not made under this secret. Takes as
    /// long for a nearly right proof as for a wrong one.
    pub fn read(token: &str, secret: &[u8; 32]) -> Option<TicketId> {
        let (id, proof) = token.split_once('-')?;
        let proof = hex::decode(proof)
            .ok()
            .filter(|proof| proof.len() == MAC_BYTES)?;
        let expected = Self::of(TicketId(id.parse().ok()?), secret);
        expected.mac.verify_truncated_left(&proof).ok()?;
        Some(expected.id)
    }
}

impl fmt::Display for TicketToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let proof = self.mac.clone().finalize().into_bytes();
        write!(f, "{}-{}", self.id.0, hex::encode(&proof[..MAC_BYTES]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_reads_back_under_its_secret_only() {
        let token = TicketToken::of(TicketId(1234), &[7; 32]).to_string();
        assert_eq!(token.len(), "1234-".len() + 32);
        assert_eq!(TicketToken::read(&token, &[7; 32]), Some(TicketId(1234)));
        assert_eq!(TicketToken::read(&token, &[8; 32]), None);
    }

    #[test]
    fn another_id_a_shorter_proof_or_no_proof_is_refused() {
        let token = TicketToken::of(TicketId(1234), &[7; 32]).to_string();
        let shorter = &token[..token.len() - 2];
        let other = token.replacen("1234", "1235", 1);
        for wrong in [shorter, &other, "1234-", "1234", "", "-", "x-y"] {
            assert_eq!(TicketToken::read(wrong, &[7; 32]), None, "{wrong}");
        }
    }
}
