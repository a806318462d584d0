//! Everything that a file of models needs: `use model_core::prelude::*;`
//!
//! The types of dates, identifiers and numbers come along with the feature that maps them,
//! except where two crates have one name: `time`'s are then written out.

pub use crate::changes::Changes as _;
pub use crate::new::NewModel as _;
pub use crate::version::OrStale as _;
pub use crate::{Embed, Materialized as _, Model, ModelEnum, ModelType, View};

#[cfg(feature = "numeric")]
pub use crate::sql_types::Decimal;
#[cfg(feature = "numeric")]
pub use bigdecimal::BigDecimal;
#[cfg(feature = "chrono")]
pub use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
#[cfg(feature = "time")]
pub use time::{OffsetDateTime, PrimitiveDateTime};
#[cfg(feature = "uuid")]
pub use uuid::Uuid;
