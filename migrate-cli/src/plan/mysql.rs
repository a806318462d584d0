use super::{Plan, PlanError};
use crate::dialect::Fills;
use crate::diff::SchemaDiff;

/// The steps from one MariaDB/MySQL schema to the other.
pub fn plan(_diff: &SchemaDiff, _fills: &Fills) -> Result<Plan, PlanError> {
    Ok(Plan::default())
}
