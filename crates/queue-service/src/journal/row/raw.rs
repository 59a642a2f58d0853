//! `#[serde(with = "raw")]`: the rules' ids, codes and words as plain JSON values.

use super::Word;
use queue_core::{
    BreakReason, CounterNo, DeviceId, Language, Moment, Number, OfficerNo, Outcome, PaperResult,
    Purpose, ReasonKind, TicketId,
};
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::sync::Arc;

/// A value that is stored as a plain one.
pub(super) trait Raw: Sized {
    /// The plain value.
    type Plain: Serialize + DeserializeOwned;
    /// Gives the plain value.
    fn plain(&self) -> Self::Plain;
    /// Reads it; `None` when it stands for nothing.
    fn of(plain: Self::Plain) -> Option<Self>;
}

pub(super) fn serialize<T: Raw, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    value.plain().serialize(to)
}

pub(super) fn deserialize<'de, T: Raw, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let plain = T::Plain::deserialize(from)?;
    T::of(plain).ok_or_else(|| D::Error::custom("a value out of its range"))
}

macro_rules! ids {
    ($($name:ident($plain:ty))+) => {$(
        impl Raw for $name {
            type Plain = $plain;
            fn plain(&self) -> $plain {
                self.0
            }
            fn of(plain: $plain) -> Option<Self> {
                Some(Self(plain))
            }
        }
    )+};
}

ids! { TicketId(u64) CounterNo(u16) DeviceId(u32) OfficerNo(u32) Moment(i64) }

macro_rules! words {
    ($($name:ident)+) => {$(
        impl Raw for $name {
            type Plain = Cow<'static, str>;
            fn plain(&self) -> Self::Plain {
                Cow::Borrowed(self.word())
            }
            fn of(plain: Self::Plain) -> Option<Self> {
                Word::of(&plain)
            }
        }
    )+};
}

words! { Purpose Outcome BreakReason PaperResult ReasonKind }

impl Raw for Language {
    type Plain = String;
    fn plain(&self) -> String {
        self.code().to_owned()
    }
    fn of(plain: String) -> Option<Self> {
        Self::of_code(&plain)
    }
}

impl Raw for Number {
    type Plain = String;
    fn plain(&self) -> String {
        self.to_string()
    }
    fn of(plain: String) -> Option<Self> {
        plain.parse().ok()
    }
}

impl Raw for Arc<str> {
    type Plain = Cow<'static, str>;
    fn plain(&self) -> Self::Plain {
        Cow::Owned((**self).to_owned())
    }
    fn of(plain: Self::Plain) -> Option<Self> {
        Some(plain.into())
    }
}

impl<T: Raw> Raw for Option<T> {
    type Plain = Option<T::Plain>;
    fn plain(&self) -> Self::Plain {
        self.as_ref().map(Raw::plain)
    }
    fn of(plain: Self::Plain) -> Option<Self> {
        plain.map_or(Some(None), |plain| T::of(plain).map(Some))
    }
}
