//! What a model gives, on every database: one source, its tables made by `migrate`.
#![allow(missing_docs, reason = "the models are of this test only")]

use diesel::prelude::*;
use model_core::prelude::*;
use model_core::sql_types;
use model_core::version::SaveError;
use model_tests::{Database, Server};

/// Somebody, known by a name within a country.
#[derive(Model, Debug, Clone, PartialEq)]
#[model(table = "person", unique(name, country), derive(Debug, Clone))]
pub struct Person {
    pub id: i32,
    #[model(max_length = 40)]
    pub name: String,
    #[model(max_length = 2)]
    pub country: String,
    pub note: Option<String>,
    #[model(default = 1)]
    pub visits: i32,
}

/// A key of two columns and something beside it.
#[derive(Model, Debug, Clone, PartialEq)]
#[model(table = "membership", primary_key(person, club), derive(Debug, Clone))]
pub struct Membership {
    #[model(foreign_key(person::id, name = "fk_membership_person", relation = member))]
    pub person: i32,
    pub club: i32,
    #[model(max_length = 20)]
    pub role: String,
}

/// A number of its own kind.
#[derive(ModelType, Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct OrderId(pub i64);

/// A text of its own kind.
#[derive(ModelType, Debug, Clone, PartialEq)]
pub struct Email(pub String);

/// Where something goes.
#[derive(Embed, Debug, Clone, PartialEq)]
pub struct Address {
    #[model(max_length = 80)]
    pub street: String,
    #[model(max_length = 80)]
    pub town: Option<String>,
}

/// When a row was made and written.
#[derive(Embed, Debug, Clone, PartialEq)]
pub struct Times {
    #[model(default = now)]
    pub created_at: NaiveDateTime,
    #[model(updated_at)]
    pub updated_at: NaiveDateTime,
}

/// How far an order is.
#[derive(ModelEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    Open,
    #[model(name = "on the way")]
    Sent,
}

/// What serde reads and writes.
#[derive(serde::Serialize, serde::Deserialize, Debug, Clone, PartialEq)]
pub struct Parcel {
    pub weight: f64,
    pub marks: Vec<String>,
}

/// A row with a field of every kind.
#[derive(Model, Debug, Clone, PartialEq)]
#[model(table = "order", index(billing_street), derive(Debug, Clone))]
pub struct Order {
    #[model(newtype = i64)]
    pub id: OrderId,
    #[model(newtype = String, max_length = 120, unique)]
    pub email: Email,
    #[model(embed)]
    pub ship_to: Address,
    #[model(embed(prefix = "billing_"))]
    pub bill_to: Address,
    #[model(embed(prefix = ""))]
    pub times: Times,
    #[model(enumeration, default = "open")]
    pub progress: Progress,
    pub paid: bool,
    #[model(json)]
    pub parcel: Parcel,
    #[model(json)]
    pub draft: Option<Parcel>,
    #[model(version)]
    pub version: i32,
}

/// A row that belongs to one with a key of its own kind.
#[derive(Model, Debug, Clone, PartialEq)]
#[model(table = "line", derive(Debug, Clone))]
pub struct Line {
    pub id: i32,
    #[model(newtype = i64, foreign_key(order::id, name = "fk_line_order_id", on_delete = cascade))]
    pub order_id: OrderId,
}

/// A key that is a UUID on every database.
#[derive(ModelType, Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[model(sql_type = sql_types::Uuid)]
pub struct VisitKey(pub Uuid);

/// A point in time on every database.
#[derive(ModelType, Debug, Clone, Copy, PartialEq, Eq)]
#[model(sql_type = sql_types::Instant)]
pub struct Moment(pub DateTime<Utc>);

/// Types that Diesel has on some databases only.
#[derive(Model, Debug, Clone, PartialEq)]
#[model(table = "visit", derive(Debug, Clone))]
pub struct Visit {
    #[model(primary_key, newtype = Uuid, sql_type = sql_types::Uuid)]
    pub key: VisitKey,
    #[model(newtype = DateTime<Utc>, sql_type = sql_types::Instant)]
    pub at: Moment,
    #[model(newtype = DateTime<Utc>, sql_type = sql_types::Instant)]
    pub left: Option<Moment>,
    #[model(newtype = DateTime<Utc>, sql_type = sql_types::Instant, updated_at)]
    pub changed: Moment,
}

/// What is told about an order when it is made.
fn new_order(email: &str) -> NewOrder {
    let address = |street: &str, town: Option<&str>| Address {
        street: street.into(),
        town: town.map(str::to_owned),
    };
    NewOrder::builder()
        .email(Email(email.into()))
        .ship_to(address("Main St 1", None))
        .bill_to(address("Mill St 2", Some("Oulu")))
        .paid(false)
        .parcel(Parcel { weight: 1.5, marks: vec!["fragile \"é\"".into()] })
        .build()
}

/// A database with the tables of all the models here.
fn tables(server: Server) -> Option<Database> {
    model_tests::migrated(
        server,
        env!("CARGO_BIN_EXE_migrate-chinook"),
        &model_core::registry::json(),
    )
}

/// The same tests for each kind of connection: Diesel checks a query against one.
macro_rules! on {
    ($module:ident, $server:expr, $connection:ty) => {
        mod $module {
            use super::*;

            fn connection(database: &Database) -> $connection {
                let url = database.url.trim_start_matches("sqlite:");
                <$connection>::establish(url).expect("a database to connect to")
            }

            #[test]
            fn rows_are_upserted_by_what_is_unique() {
                let Some(database) = tables($server) else { return };
                let connection = &mut connection(&database);
                let new = |note: Option<&str>| {
                    NewPerson::builder().name("ann").country("fi").note(note.map(str::to_owned))
                };
                let on = (person::name, person::country);
                for new in [new(None).build(), new(Some("second")).visits(7).build()] {
                    new.upsert(on).execute(connection).expect("an upsert");
                }
                let other = NewPerson::builder().name("ann").country("se").build();
                other.upsert(on).execute(connection).expect("an upsert");
                let people = Person::query().order(person::id).load(connection).expect("people");
                assert_eq!(people.len(), 2);
                assert_eq!((people[0].note.as_deref(), people[0].visits), (Some("second"), 7));
                assert_eq!((people[1].note.as_deref(), people[1].visits), (None, 1));
                let found = Person::by_name_and_country("ann", "se").first(connection);
                assert_eq!(found.expect("the second"), people[1]);
            }

            #[test]
            fn a_key_of_two_columns_does_what_one_does() {
                let Some(database) = tables($server) else { return };
                let connection = &mut connection(&database);
                let new = NewPerson::builder().name("ann").country("fi").build();
                new.insert().execute(connection).expect("an insert");
                let ann = Person::query().first(connection).expect("the person");
                let member = |club: i32, role: &str| {
                    NewMembership::builder().person(ann.id).club(club).role(role).build()
                };
                Membership::insert_many(&[member(1, "guest"), member(2, "guest")])
                    .execute(connection)
                    .expect("both");
                let key = (membership::person, membership::club);
                member(2, "chair").upsert(key).execute(connection).expect("an upsert");
                let roles = |connection: &mut $connection| -> Vec<(i32, String)> {
                    let members = ann.memberships().order(membership::club);
                    let members = members.load(connection).expect("the memberships");
                    members.into_iter().map(|member| (member.club, member.role)).collect()
                };
                assert_eq!(roles(connection), [(1, "guest".into()), (2, "chair".into())]);

                let mut first = Membership::find((ann.id, 1)).first(connection).expect("it");
                first.role = "bar".into();
                assert_eq!(first.save().execute(connection), Ok(1));
                let changes = MembershipChanges { role: Some("door".into()) };
                assert_eq!(changes.update((ann.id, 2)).execute(connection), Ok(1));
                assert_eq!(roles(connection), [(1, "bar".into()), (2, "door".into())]);
                let nothing = MembershipChanges::default();
                assert_eq!(nothing.update((ann.id, 2)).execute(connection), Ok(0));
                assert_eq!(Membership::delete((ann.id, 1)).execute(connection), Ok(1));
                assert_eq!(roles(connection), [(2, "door".into())]);
            }

            /// A row as it was made, in a new database.
            fn order(connection: &mut $connection) -> Order {
                let new = new_order("ann@example.org");
                (&new).insert().execute(connection).expect("an insert");
                Order::by_email(&new.email).first(connection).expect("the order")
            }

            #[test]
            fn a_field_of_every_kind_is_what_it_was() {
                let Some(database) = tables($server) else { return };
                let connection = &mut connection(&database);
                let order = order(connection);
                let new = new_order("ann@example.org");
                assert_eq!((&order.ship_to, &order.bill_to), (&new.ship_to, &new.bill_to));
                assert_eq!((&order.parcel, &order.draft), (&new.parcel, &None));
                assert_eq!((order.progress, order.paid, order.version), (Progress::Open, false, 1));
                assert!(order.times.created_at.and_utc().timestamp() > 1_600_000_000);

                let mut changed = order.clone();
                changed.ship_to.town = Some("Turku".into());
                changed.draft = Some(Parcel { weight: -0.25, marks: Vec::new() });
                changed.progress = Progress::Sent;
                changed.paid = true;
                assert_eq!(changed.save().execute(connection), Ok(1));
                let found = Order::find(order.id).first(connection).expect("the order");
                let (version, times) = (2, found.times.clone());
                assert_eq!(found, Order { version, times, ..changed });

                let query = Order::query().filter(order::ship_to_town.eq("Turku"));
                let query = query.filter(order::email.like("ann%"));
                let query = query.filter(order::progress.eq(Progress::Sent));
                assert_eq!(query.load(connection).expect("orders"), [found]);
            }

            #[test]
            fn a_row_is_saved_only_as_it_was_read() {
                let Some(database) = tables($server) else { return };
                let connection = &mut connection(&database);
                let read = order(connection);
                let paid = OrderChanges { paid: Some(true), ..Default::default() };
                paid.clone().update(&read).execute(connection).or_stale().expect("it is fresh");
                let again = paid.update(&read).execute(connection).or_stale();
                assert!(matches!(again, Err(SaveError::Stale)), "{again:?}");
                let saved = read.save().execute(connection).or_stale();
                assert!(matches!(saved, Err(SaveError::Stale)), "{saved:?}");
                let found = Order::find(read.id).first(connection).expect("the order");
                assert_eq!((found.paid, found.version), (true, 2));

                // Nothing to change is a new version all the same: the row that was read is written.
                OrderChanges::default().update(&found).execute(connection).or_stale().expect("it");
                // An upsert changes what is there, and its version.
                new_order("ann@example.org").upsert(order::email).execute(connection).expect("it");
                let found = Order::find(read.id).first(connection).expect("the order");
                assert_eq!((found.paid, found.version), (false, 4));
            }

            #[test]
            fn the_time_of_the_last_write_is_the_databases() {
                let Some(database) = tables($server) else { return };
                let connection = &mut connection(&database);
                let mut read = order(connection);
                let long_ago = NaiveDate::from_ymd_opt(2001, 2, 3).and_then(|d| d.and_hms_opt(4, 5, 6));
                let long_ago = long_ago.expect("a time");
                diesel::update(order::table)
                    .set((order::created_at.eq(long_ago), order::updated_at.eq(long_ago)))
                    .execute(connection)
                    .expect("an update");
                let changes = OrderChanges { paid: Some(true), ..Default::default() };
                changes.update(&read).execute(connection).expect("an update");
                let found = Order::find(read.id).first(connection).expect("the order");
                assert_eq!(found.times.created_at, long_ago);
                assert!(found.times.updated_at > long_ago);

                // A save writes the one as it is in the row, and the other as the time of it.
                read = Order { times: Times { created_at: long_ago, updated_at: long_ago }, ..found };
                assert_eq!(read.save().execute(connection), Ok(1));
                let found = Order::find(read.id).first(connection).expect("the order");
                assert_eq!(found.times.created_at, long_ago);
                assert!(found.times.updated_at > long_ago);
            }

            #[test]
            fn children_follow_a_key_of_its_own_kind() {
                let Some(database) = tables($server) else { return };
                let connection = &mut connection(&database);
                let order = order(connection);
                let line = || NewLine::builder().order_id(order.id).build();
                Line::insert_many(&[line(), line()]).execute(connection).expect("two lines");
                let lines = order.lines().load(connection).expect("the lines");
                assert_eq!(lines.len(), 2);
                assert_eq!(lines[0].order().first(connection).as_ref(), Ok(&order));
                let all = Order::query().with(Line::query()).load(connection).expect("both");
                assert_eq!((all.len(), all[0].1.len()), (1, 2));
            }

            #[test]
            fn one_model_is_the_same_on_every_database() {
                let Some(database) = tables($server) else { return };
                let connection = &mut connection(&database);
                let at = Moment(DateTime::from_timestamp(1_700_000_000, 0).expect("a time"));
                let key = VisitKey(Uuid::from_u128(0x0123_4567_89ab_cdef_fedc_ba98_7654_3210));
                let visit = Visit { key, at, left: None, changed: at };
                visit.clone().insert_into(visit::table).execute(connection).expect("an insert");
                let other = NewVisit::builder().key(VisitKey(Uuid::nil())).at(at).left(at).build();
                (&other).insert().execute(connection).expect("an insert");
                assert_eq!(Visit::find(key).first(connection).as_ref(), Ok(&visit));
                let left = Visit::query().filter(visit::left.eq(Some(at))).load(connection);
                assert_eq!(left.expect("one")[0].key, other.key);

                assert_eq!(visit.save().execute(connection), Ok(1));
                let query = Visit::query().filter(visit::changed.gt(at)).order(visit::key);
                let changed: Vec<_> = query.load(connection).expect("both");
                assert_eq!((changed.len(), changed[1].key), (2, key));
                let now = changed[1].changed.0.signed_duration_since(at.0).num_days();
                assert!(now > 365, "{now}");
            }

            #[test]
            fn what_no_field_can_be_is_an_error_that_says_so() {
                let Some(database) = tables($server) else { return };
                let connection = &mut connection(&database);
                let read = order(connection);
                let wrong = serde_json::json!({"weight": "heavy"});
                diesel::update(order::table.find(read.id))
                    .set(order::parcel.eq(wrong))
                    .execute(connection)
                    .expect("JSON of another kind");
                let error = Order::query().load(connection).expect_err("no parcel");
                assert!(format!("{error:?}").contains("invalid type: string \\\"heavy\\\""), "{error:?}");
            }
        }
    };
}

on!(sqlite, Server::Sqlite, SqliteConnection);
on!(postgres, Server::Postgres, PgConnection);
on!(postgres_18, Server::Postgres18, PgConnection);
on!(mariadb, Server::MariaDb, MysqlConnection);
on!(mysql_9, Server::Mysql9, MysqlConnection);

/// The number that the database counted finds the row that was inserted.
fn finds_the_last_row(server: Server) {
    let Some(database) = tables(server) else { return };
    let connection =
        &mut MysqlConnection::establish(&database.url).expect("a database to connect to");
    for name in ["ann", "bob"] {
        let new = NewPerson::builder().name(name).country("fi").build();
        new.insert().execute(connection).expect("an insert");
        let person = Person::find(model_core::mysql::last_insert_id()).first(connection);
        assert_eq!(person.expect("the row").name, name);
    }
}

mod last_row {
    model_tests::on_servers!(super::finds_the_last_row, mysql);
}
