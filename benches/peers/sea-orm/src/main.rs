//! SeaORM.

use std::hint::black_box;

use sea_orm::prelude::*;
use sea_orm::{ConnectOptions, Database, JoinType, LoaderTrait, QuerySelect, Set};
use sea_orm::{TransactionTrait, Unchanged};

#[path = "../../measure.rs"]
mod measure;
use measure::measure;

mod author {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "author")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub name: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(has_many = "super::book::Entity")]
        Book,
    }

    impl Related<super::book::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::Book.def()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

mod book {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "book")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub title: String,
        pub pages: i32,
        pub author_id: i32,
        pub note: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::author::Entity",
            from = "Column::AuthorId",
            to = "super::author::Column::Id"
        )]
        Author,
    }

    impl Related<super::author::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::Author.def()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

fn new(pages: i32) -> book::ActiveModel {
    book::ActiveModel {
        title: Set("title".to_owned()),
        pages: Set(pages),
        author_id: Set(1),
        note: Set(None),
        ..Default::default()
    }
}

async fn load(db: &DatabaseConnection) -> Result<usize, DbErr> {
    Ok(black_box(book::Entity::find().all(db).await?).len())
}

async fn filtered(db: &DatabaseConnection) -> Result<usize, DbErr> {
    Ok(black_box(book::Entity::find().filter(book::Column::Pages.gt(400)).all(db).await?).len())
}

async fn find(db: &DatabaseConnection) -> Result<usize, DbErr> {
    Ok(black_box(book::Entity::find_by_id(77).one(db).await?).into_iter().count())
}

async fn join(db: &DatabaseConnection) -> Result<usize, DbErr> {
    let query = book::Entity::find().join(JoinType::InnerJoin, book::Relation::Author.def());
    Ok(black_box(query.select_also(author::Entity).all(db).await?).len())
}

async fn insert(db: &DatabaseConnection) -> Result<usize, DbErr> {
    let transaction = db.begin().await?;
    book::Entity::insert(new(7)).exec(&transaction).await?;
    transaction.rollback().await?;
    Ok(1)
}

async fn bulk(db: &DatabaseConnection) -> Result<usize, DbErr> {
    let rows: Vec<_> = (0..10_000).map(new).collect();
    let transaction = db.begin().await?;
    for part in rows.chunks(5_000) {
        book::Entity::insert_many(part.iter().cloned()).exec(&transaction).await?;
    }
    transaction.rollback().await?;
    Ok(rows.len())
}

async fn update(db: &DatabaseConnection) -> Result<usize, DbErr> {
    let transaction = db.begin().await?;
    let row = book::ActiveModel { id: Unchanged(77), ..new(7) };
    book::Entity::update(row).exec(&transaction).await?;
    transaction.rollback().await?;
    Ok(1)
}

async fn eager(db: &DatabaseConnection) -> Result<usize, DbErr> {
    let authors = author::Entity::find().all(db).await?;
    let books = authors.load_many(book::Entity, db).await?;
    let loaded: Vec<_> = authors.into_iter().zip(books).collect();
    Ok(black_box(loaded).len())
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut options = ConnectOptions::new("sqlite::memory:");
    options.max_connections(1).min_connections(1).sqlx_logging(false);
    let db = runtime.block_on(Database::connect(options))?;
    runtime.block_on(db.execute_unprepared(include_str!("../../tables.sql")))?;
    let right = "the query is right";
    measure("load", || runtime.block_on(load(&db)).expect(right));
    measure("filtered load", || runtime.block_on(filtered(&db)).expect(right));
    measure("find", || runtime.block_on(find(&db)).expect(right));
    measure("join", || runtime.block_on(join(&db)).expect(right));
    measure("insert", || runtime.block_on(insert(&db)).expect(right));
    measure("insert 10,000", || runtime.block_on(bulk(&db)).expect(right));
    measure("update", || runtime.block_on(update(&db)).expect(right));
    measure("eager load", || runtime.block_on(eager(&db)).expect(right));
    Ok(())
}
