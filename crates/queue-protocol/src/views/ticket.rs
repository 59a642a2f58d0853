use super::WaitRange;
use crate::TicketState;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a visitor sees of the own ticket, behind the token of the slip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TicketView {
    /// The number.
    pub number: String,
    /// Where it stands.
    pub state: TicketState,
    /// Who waits before it, while it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people_ahead: Option<u32>,
    /// How long that will take.
    pub wait: Option<WaitRange>,
    /// Where to go, once called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counter: Option<u16>,
}
