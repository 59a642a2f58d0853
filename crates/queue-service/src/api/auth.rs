//! Who is asking: a device by its token, and what its role may ask.

use super::Api;
use super::problem::ApiError;
use crate::journal::{Device, Registry};
use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use queue_core::{Actor, DeviceId, OfficerNo};
use queue_protocol::{Permission, ProblemCode as Code, Role};
use sha2::{Digest as _, Sha256};
use std::marker::PhantomData;
use std::sync::Arc;

/// Which roles may make a call. A handler names one of the types below in its arguments.
pub(crate) trait Roles: Send {
    /// The roles.
    const ROLES: &'static [Role];
}

macro_rules! roles {
    ($($(#[$meta:meta])* $name:ident: $($role:ident),+;)+) => {$(
        $(#[$meta])*
        pub(crate) struct $name;
        impl Roles for $name {
            const ROLES: &'static [Role] = &[$(Role::$role),+];
        }
    )+};
}

roles! {
    /// Any registered device.
    AnyDevice: Kiosk, Counter, Board, Manager, Inspector;
    /// A board.
    Boards: Board;
    /// A counter's device.
    Counters: Counter;
    /// A kiosk.
    Kiosks: Kiosk;
    /// Who gives numbers.
    Issuers: Kiosk, Counter;
    /// Officers and the manager.
    Staff: Counter, Manager;
    /// Officers, the manager, and the kiosk that issued.
    StaffOrKiosk: Kiosk, Counter, Manager;
    /// A kiosk, or the manager in its stead.
    KioskViewers: Kiosk, Manager;
    /// A board, or the manager in its stead.
    BoardViewers: Board, Manager;
}

/// The asking device, its role among `R`.
pub(crate) struct Caller<R> {
    /// The device.
    pub device: Device,
    roles: PhantomData<R>,
}

impl<R: Roles> Caller<R> {
    /// The device behind the `Authorization` header.
    ///
    /// # Errors
    /// 401 without a known token, 403 with a role that may not ask this.
    pub fn of(api: &Api, headers: &HeaderMap) -> Result<Self, ApiError> {
        let device = device_of(api, headers).ok_or_else(|| {
            ApiError::new(
                Code::Unauthorised,
                "send a known token as `Authorization: Bearer …`",
            )
        })?;
        if R::ROLES.contains(&device.role) {
            return Ok(Self {
                device,
                roles: PhantomData,
            });
        }
        let role = device.role;
        Err(ApiError::new(
            Code::RoleNotAllowed,
            format!("a device of role {role} may not do this"),
        ))
    }

    /// The device in the words of the rules. A role that only looks acts as nobody who may act.
    pub const fn actor(&self) -> Actor {
        match self.device.role {
            Role::Kiosk => Actor::Kiosk(self.device.id),
            Role::Counter => Actor::Counter(self.device.id),
            Role::Manager => Actor::Manager(self.device.id),
            Role::Board | Role::Inspector => Actor::House,
        }
    }

    /// Whether the officer at this device may do what this centre wants `permission` for. The manager's
    /// desk may.
    ///
    /// # Errors
    /// 409 when no counter is open at this device, 403 when its officer lacks the permission.
    pub fn must_have(&self, api: &Api, permission: Permission) -> Result<(), ApiError> {
        if self.device.role != Role::Counter {
            return Ok(());
        }
        let officer = officer_at(api, self.device.id).ok_or_else(|| {
            ApiError::new(Code::CounterClosed, "open a counter at this device first")
        })?;
        let has = |registry: &Registry| {
            let officer = registry.officers.get(&officer);
            officer.is_some_and(|o| o.may.contains(&permission))
        };
        if !api.shared().document().needs(permission) || has(&api.shared().registry()) {
            return Ok(());
        }
        let detail = format!("officer {} lacks the permission {permission}", officer.0);
        Err(ApiError::new(Code::PermissionMissing, detail))
    }
}

fn officer_at(api: &Api, device: DeviceId) -> Option<OfficerNo> {
    let centre = api.shared().centre();
    centre
        .desks
        .values()
        .find(|desk| desk.device == device)
        .map(|desk| desk.officer)
}

/// Looked up by hash: how long it takes says nothing about any token.
fn device_of(api: &Api, headers: &HeaderMap) -> Option<Device> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("bearer") {
        return None;
    }
    let digest = Sha256::digest(token.trim().as_bytes()).into();
    api.shared().registry().device_of_token(&digest).cloned()
}

impl<R: Roles> FromRequestParts<Arc<Api>> for Caller<R> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, api: &Arc<Api>) -> Result<Self, ApiError> {
        Self::of(api, &parts.headers)
    }
}
