//! journal

mod registry;

pub use registry::{Device, Officer, PinLock, Registry, TokenDigest};
