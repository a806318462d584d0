//! Decimal numbers that no database rounds.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use bigdecimal::{BigDecimal, ParseBigDecimalError};
use diesel::deserialize::FromSqlRow;
use diesel::expression::AsExpression;
use diesel::query_builder::QueryId;
use diesel::sql_types::{self, Foldable, Nullable, SingleValue, SqlOrd, SqlType, is_nullable, ops};
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A number with `SCALE` digits after the point, exact on every database: `numeric` on PostgreSQL,
/// `DECIMAL` on MySQL, and on SQLite, which has no decimal numbers, a whole number of the smallest
/// unit: `12.34` is 1234 there. It is its own SQL type, compared and ordered as the number it is.
///
/// The field's `precision` says how many digits there are in all, 19 where it says nothing. A value
/// with more digits after the point is never rounded: it is an error of the statement. SQLite takes
/// what fits in 64 bits, `92233720368547758.07` at most with two digits. SQL that is written by hand,
/// as in `check("…")`, meets the whole number there.
///
/// ```
/// # use diesel::connection::SimpleConnection;
/// use diesel::prelude::*;
/// use model_core::prelude::*;
///
/// #[derive(Model)]
/// #[model(table = "account")]
/// pub struct Account {
///     pub id: i32,
///     #[model(precision = 12, default = 0.00)]
///     pub balance: Decimal<2>,
///     pub limit: Option<Decimal<2>>,
/// }
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let connection = &mut SqliteConnection::establish(":memory:").expect("in memory");
/// # connection.batch_execute(
/// #     "CREATE TABLE account (id INTEGER PRIMARY KEY, balance BIGINT NOT NULL DEFAULT 0,
/// #      \"limit\" BIGINT)",
/// # )?;
/// for balance in ["0.10", "9.99", "-100", "12345678901234567.89"] {
///     NewAccount::builder().balance(balance.parse::<Decimal<2>>()?).build().insert().execute(connection)?;
/// }
/// let paid: Decimal<2> = "0.20".parse()?;
/// diesel::update(account::table.find(1))
///     .set(account::balance.eq(account::balance + &paid))
///     .execute(connection)?;
/// let low = Account::query().filter(account::balance.lt("10".parse::<Decimal<2>>()?));
/// let low: Vec<String> = low
///     .order(account::balance)
///     .load(connection)?
///     .iter()
///     .map(|account| account.balance.to_string())
///     .collect();
/// assert_eq!(low, ["-100.00", "0.30", "9.99"]);
/// let all: Option<Decimal<2>> =
///     Account::query().select(diesel::dsl::sum(account::balance)).first(connection)?;
/// assert_eq!(all.map(|all| all.to_string()).as_deref(), Some("12345678901234478.18"));
///
/// let long = NewAccount::builder().balance("0.125".parse::<Decimal<2>>()?).build();
/// let error = long.insert().execute(connection).expect_err("three digits");
/// assert!(error.to_string().contains("0.125 has more than 2 digits after the point"), "{error}");
/// # Ok(())
/// # }
/// ```
///
/// Serde reads and writes it as a text, `"12.34"`, and reads whole numbers, too, and others as far as
/// they are exact.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, AsExpression, FromSqlRow)]
#[diesel(sql_type = Decimal<SCALE>)]
pub struct Decimal<const SCALE: u32>(pub BigDecimal);

impl<const SCALE: u32> Decimal<SCALE> {
    /// The whole number of the smallest unit.
    #[cfg(feature = "sqlite")]
    fn units(&self) -> Result<i64, String> {
        let (digits, _) = self.exact()?.into_bigint_and_scale();
        i64::try_from(digits).map_err(|_| {
            format!("{} is more than SQLite holds with {SCALE} digits after the point", self.0)
        })
    }

    /// The number with all its digits, if it has no more than it may have.
    #[cfg_attr(
        not(any(feature = "sqlite", feature = "postgres", feature = "mysql")),
        allow(dead_code, reason = "there is no database to be written to")
    )]
    fn exact(&self) -> Result<BigDecimal, String> {
        // A power of ten that nobody means would take all the memory there is.
        if self.0.fractional_digit_count().unsigned_abs() > 10_000 {
            return Err("this number has more digits than any column".to_owned());
        }
        let exact = self.0.with_scale(i64::from(SCALE));
        if exact != self.0 {
            return Err(format!("{} has more than {SCALE} digits after the point", self.0));
        }
        Ok(exact)
    }
}

impl<const SCALE: u32> Deref for Decimal<SCALE> {
    type Target = BigDecimal;

    fn deref(&self) -> &BigDecimal {
        &self.0
    }
}

impl<const SCALE: u32> From<BigDecimal> for Decimal<SCALE> {
    fn from(number: BigDecimal) -> Self {
        Self(number)
    }
}

impl<const SCALE: u32> From<i64> for Decimal<SCALE> {
    fn from(number: i64) -> Self {
        Self(number.into())
    }
}

impl<const SCALE: u32> From<Decimal<SCALE>> for BigDecimal {
    fn from(number: Decimal<SCALE>) -> Self {
        number.0
    }
}

impl<const SCALE: u32> FromStr for Decimal<SCALE> {
    type Err = ParseBigDecimalError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

/// With as many digits after the point as there are in the database.
impl<const SCALE: u32> fmt::Display for Decimal<SCALE> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.exact() {
            Ok(exact) if f.precision().is_none() => f.pad(&exact.to_plain_string()),
            _ => self.0.fmt(f),
        }
    }
}

impl<const SCALE: u32> Serialize for Decimal<SCALE> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, const SCALE: u32> Deserialize<'de> for Decimal<SCALE> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Number)
    }
}

struct Number<const SCALE: u32>;

impl<const SCALE: u32> Visitor<'_> for Number<SCALE> {
    type Value = Decimal<SCALE>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a number with at most {SCALE} digits after the point, as a text")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        let number: Decimal<SCALE> = text.parse().map_err(E::custom)?;
        number.exact().map_err(E::custom)?;
        Ok(number)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Self::Value, E> {
        Ok(number.into())
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Decimal(number.into()))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Self::Value, E> {
        // What a person wrote with up to fifteen digits is the shortest text of the number.
        let text = number.to_string();
        if text.bytes().filter(u8::is_ascii_digit).count() > 15 {
            return Err(E::custom(format!("{text} may have lost digits: write it as a text")));
        }
        self.visit_str(&text)
    }
}

impl<const SCALE: u32> SqlType for Decimal<SCALE> {
    type IsNull = is_nullable::NotNull;
    const IS_ARRAY: bool = false;
}

impl<const SCALE: u32> SingleValue for Decimal<SCALE> {}

impl<const SCALE: u32> SqlOrd for Decimal<SCALE> {}

impl<const SCALE: u32> QueryId for Decimal<SCALE> {
    type QueryId = Self;
    const HAS_STATIC_QUERY_ID: bool = true;
}

/// What of a [`Decimal`] is not the same on every database, divisions and averages: SQLite would cut
/// them off. It can neither be given nor read.
#[derive(Debug, Clone, Copy)]
pub enum DivideInRust {}

impl SqlType for DivideInRust {
    type IsNull = is_nullable::NotNull;
    const IS_ARRAY: bool = false;
}

impl SingleValue for DivideInRust {}

impl<const SCALE: u32> Foldable for Decimal<SCALE> {
    type Sum = Nullable<Self>;
    type Avg = Nullable<DivideInRust>;
}

impl<const SCALE: u32> ops::Add for Decimal<SCALE> {
    type Rhs = Self;
    type Output = Self;
}

impl<const SCALE: u32> ops::Sub for Decimal<SCALE> {
    type Rhs = Self;
    type Output = Self;
}

/// By a whole number.
impl<const SCALE: u32> ops::Mul for Decimal<SCALE> {
    type Rhs = sql_types::BigInt;
    type Output = Self;
}

impl<const SCALE: u32> ops::Div for Decimal<SCALE> {
    type Rhs = DivideInRust;
    type Output = DivideInRust;
}

#[cfg(feature = "sqlite")]
mod sqlite {
    use bigdecimal::BigDecimal;
    use diesel::deserialize::{self, FromSql};
    use diesel::serialize::{self, IsNull, Output, ToSql};
    use diesel::sql_types::{BigInt, HasSqlType};
    use diesel::sqlite::{Sqlite, SqliteType, SqliteValue};

    use super::Decimal;

    impl<const SCALE: u32> HasSqlType<Decimal<SCALE>> for Sqlite {
        fn metadata(_: &mut ()) -> SqliteType {
            SqliteType::Long
        }
    }

    impl<const SCALE: u32> ToSql<Decimal<SCALE>, Sqlite> for Decimal<SCALE> {
        fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
            out.set_value(self.units()?);
            Ok(IsNull::No)
        }
    }

    impl<const SCALE: u32> FromSql<Decimal<SCALE>, Sqlite> for Decimal<SCALE> {
        fn from_sql(value: SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
            if !matches!(
                value.value_type(),
                Some(SqliteType::Integer | SqliteType::SmallInt | SqliteType::Long)
            ) {
                return Err(format!(
                    "a `Decimal<{SCALE}>` is a whole number of the smallest unit on SQLite, and this \
                     is none: `UPDATE` the column to what it was times 10 to the power of {SCALE}"
                )
                .into());
            }
            let units = <i64 as FromSql<BigInt, Sqlite>>::from_sql(value)?;
            Ok(Self(BigDecimal::new(units.into(), i64::from(SCALE))))
        }
    }
}

/// The database's own decimal number.
#[cfg(any(feature = "postgres", feature = "mysql"))]
macro_rules! numeric {
    ($backend:ty, ($metadata:ident: $lookup:ty) -> $metadata_ty:ty = $value:expr) => {
        impl<const SCALE: u32> diesel::sql_types::HasSqlType<Decimal<SCALE>> for $backend {
            fn metadata($metadata: $lookup) -> $metadata_ty {
                $value
            }
        }

        impl<const SCALE: u32> diesel::serialize::ToSql<Decimal<SCALE>, $backend>
            for Decimal<SCALE>
        {
            fn to_sql<'b>(
                &'b self,
                out: &mut diesel::serialize::Output<'b, '_, $backend>,
            ) -> diesel::serialize::Result {
                let exact = self.exact()?;
                diesel::serialize::ToSql::<sql_types::Numeric, $backend>::to_sql(
                    &exact,
                    &mut out.reborrow(),
                )
            }
        }

        impl<const SCALE: u32> diesel::deserialize::FromSql<Decimal<SCALE>, $backend>
            for Decimal<SCALE>
        {
            fn from_sql(
                value: <$backend as diesel::backend::Backend>::RawValue<'_>,
            ) -> diesel::deserialize::Result<Self> {
                diesel::deserialize::FromSql::<sql_types::Numeric, $backend>::from_sql(value)
                    .map(Self)
            }
        }
    };
}

#[cfg(feature = "postgres")]
numeric!(diesel::pg::Pg, (lookup: &mut Self::MetadataLookup) -> diesel::pg::PgTypeMetadata = {
    <diesel::pg::Pg as diesel::sql_types::HasSqlType<sql_types::Numeric>>::metadata(lookup)
});

#[cfg(feature = "mysql")]
numeric!(diesel::mysql::Mysql, (lookup: &mut ()) -> diesel::mysql::MysqlType = {
    <diesel::mysql::Mysql as diesel::sql_types::HasSqlType<sql_types::Numeric>>::metadata(lookup)
});
