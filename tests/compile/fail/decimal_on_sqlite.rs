//! Decimal numbers, of which SQLite has none.

use model_core::prelude::*;

#[derive(Model)]
#[model(table = "account")]
pub struct Account {
    pub id: i32,
    pub balance: BigDecimal,
    #[model(precision = 10, scale = 2)]
    pub limit: Option<bigdecimal::BigDecimal>,
    #[model(sql_type = Numeric)]
    pub credit: BigDecimal,
    #[model(sql_type = "NUMERIC(10, 2)")]
    pub debit: BigDecimal,
    pub many: Decimal<20>,
    #[model(scale = 2)]
    pub twice: Decimal<2>,
    #[model(precision = 20)]
    pub long: Decimal<2>,
    #[model(default = 0.125)]
    pub part: Decimal<2>,
}

fn main() {}
