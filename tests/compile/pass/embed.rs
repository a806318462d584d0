//! A struct in another module, embedded before it is declared, with types that are not in scope.
#![deny(missing_docs, warnings)]

use diesel::prelude::*;
use model_core::prelude::*;

/// Somebody.
#[derive(Model)]
#[model(table = "customer", unique(home_street, home_code))]
pub struct Customer {
    /// The key.
    pub id: i32,
    /// Where the post goes.
    #[model(embed)]
    pub home: place::Address,
    /// All of it has a default.
    #[model(embed(prefix = ""))]
    pub times: place::Times,
}

/// What is embedded.
pub mod place {
    use model_core::Embed;
    use model_core::prelude::NaiveDateTime as Moment;

    /// Where.
    #[derive(Embed, Debug, Clone, PartialEq)]
    pub struct Address {
        /// The street.
        #[model(max_length = 80)]
        pub street: String,
        /// The code.
        #[model(column = "zip")]
        pub code: Option<i32>,
    }

    /// When.
    #[derive(Embed, Debug, Clone, PartialEq)]
    pub struct Times {
        /// First.
        #[model(sql_type = Timestamp, default = now)]
        pub created_at: Moment,
    }
}

fn main() {
    let schema = model_core::registry::schema();
    let names: Vec<&str> = schema.tables[0].columns.iter().map(|c| c.name.as_str()).collect();
    assert_eq!(names, ["id", "home_street", "home_zip", "created_at"]);
    assert_eq!(schema.tables[0].uniques[0].name.as_deref(), Some("uq_customer_home_street_home_zip"));
    let home = place::Address { street: "Main St".into(), code: None };
    let new = NewCustomer::builder().home(home).build();
    assert!(new.times.is_none());
    let query = Customer::by_home_street_and_home_code("Main St", 1).filter(customer::id.eq(1));
    let sql = diesel::debug_query::<diesel::sqlite::Sqlite, _>(&query).to_string();
    assert!(sql.contains("(`customer`.`home_street` = ?) AND (`customer`.`home_zip` = ?)"), "{sql}");
}
