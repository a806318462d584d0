use model_core::schema::{
    Column, ColumnType, ConstraintIndex, EnumType, EnumValue, Index, IndexColumn, KeyColumn,
    QualifiedName, Schema, Table, Unique,
};

use super::plan;
use crate::dialect::Fills;
use crate::diff::{Equivalence, Renames, SchemaDiff, diff};

struct Exact;
impl Equivalence for Exact {}

fn schema(complete: bool, table: Table) -> Schema {
    Schema { complete, tables: vec![table], ..Schema::default() }
}

fn differences(from: &Schema, to: &Schema) -> SchemaDiff {
    diff(from, to, &Renames::default(), &Exact)
}

fn statements(diff: &SchemaDiff) -> Vec<String> {
    let plan = plan(diff, &Fills::new()).expect("a plan");
    plan.parts.iter().flat_map(|part| &part.statements).map(|s| s.sql()).collect()
}

fn item(columns: &[&str], unique: Unique) -> Table {
    let integer = || ColumnType::Native("integer".to_owned());
    let columns = columns.iter().map(|name| Column::new(*name, integer())).collect();
    Table { columns, uniques: vec![unique], ..Table::new("item") }
}

fn unique(columns: &[&str], comment: Option<&str>) -> Unique {
    Unique {
        name: Some("item_code".to_owned()),
        columns: columns.iter().map(|name| KeyColumn::new(*name)).collect(),
        comment: comment.map(str::to_owned),
        ..Unique::default()
    }
}

#[test]
fn models_say_nothing_of_a_comment_on_a_constraint() {
    let database = schema(true, item(&["a", "b"], unique(&["a"], Some("why"))));
    let models = schema(false, item(&["a", "b"], unique(&["a"], None)));
    assert!(differences(&database, &models).is_empty());
    assert!(differences(&models, &database).is_empty());
    let other = schema(true, item(&["a", "b"], unique(&["a"], None)));
    assert_eq!(
        statements(&differences(&database, &other)),
        [r#"COMMENT ON CONSTRAINT "item_code" ON "item" IS NULL"#]
    );
}

#[test]
fn what_is_made_anew_for_the_models_has_what_it_had() {
    let mut set = unique(&["a"], Some("why"));
    set.index = ConstraintIndex {
        parameters: vec![("fillfactor".to_owned(), "70".to_owned())],
        comment: Some("of the index".to_owned()),
        clustered: true,
        replica_identity: true,
    };
    let mut table = item(&["a", "b"], set);
    let by = |name: &str| Index {
        name: "item_by".to_owned(),
        columns: vec![IndexColumn::new(name)],
        ..Index::default()
    };
    table.indexes.push(Index { comment: Some("for the list".to_owned()), ..by("a") });
    let database = schema(true, table);
    let mut table = item(&["a", "b"], unique(&["a", "b"], None));
    table.indexes.push(by("b"));
    let models = schema(false, table);
    assert_eq!(
        statements(&differences(&database, &models)),
        [
            r#"DROP INDEX "item_by""#,
            r#"ALTER TABLE "item" DROP CONSTRAINT "item_code""#,
            r#"ALTER TABLE "item" ADD CONSTRAINT "item_code" UNIQUE ("a", "b")"#,
            r#"CREATE INDEX "item_by" ON "item" ("b")"#,
            r#"ALTER INDEX "item_code" SET ("fillfactor" = '70')"#,
            r#"ALTER TABLE "item" CLUSTER ON "item_code""#,
            r#"ALTER TABLE "item" REPLICA IDENTITY USING INDEX "item_code""#,
            r#"COMMENT ON CONSTRAINT "item_code" ON "item" IS 'why'"#,
            r#"COMMENT ON INDEX "item_code" IS 'of the index'"#,
            r#"COMMENT ON INDEX "item_by" IS 'for the list'"#,
        ]
    );
}

#[test]
fn two_long_names_wait_under_different_ones() {
    let long = |end: &str| format!("{}{end}", "x".repeat(61));
    let value = |name: String| EnumValue { name, renamed_from: None };
    let mood = |name: &str, values: &[&str]| EnumType {
        name: QualifiedName::new(name),
        values: values.iter().map(|v| value((*v).to_owned())).collect(),
        renamed_from: None,
    };
    let with = |values: &[&str]| Schema {
        complete: true,
        enums: vec![mood(&long("_a"), values), mood(&long("_b"), values)],
        ..Schema::default()
    };
    let written = statements(&differences(&with(&["low", "high"]), &with(&["high", "low"])));
    let (first, second) =
        (format!("{}__old", "x".repeat(58)), format!("{}__old_2", "x".repeat(56)));
    assert_eq!(written[0], format!(r#"ALTER TYPE "{}" RENAME TO "{first}""#, long("_a")));
    assert_eq!(written[2], format!(r#"ALTER TYPE "{}" RENAME TO "{second}""#, long("_b")));
}

#[test]
fn an_enumeration_moves_to_another_namespace() {
    let mood = |name: QualifiedName| Schema {
        complete: true,
        enums: vec![EnumType { name, ..EnumType::default() }],
        ..Schema::default()
    };
    let (from, to) = (QualifiedName::qualified("a", "mood"), QualifiedName::new("feeling"));
    let renames =
        Renames { enums: [(from.clone(), to.clone())].into_iter().collect(), ..Renames::default() };
    let diff = diff(&mood(from), &mood(to), &renames, &Exact);
    assert_eq!(
        statements(&diff)[..2],
        [
            r#"ALTER TYPE "a"."mood" SET SCHEMA "public""#,
            r#"ALTER TYPE "mood" RENAME TO "feeling""#
        ]
    );
}
