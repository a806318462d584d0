//! From two schemas to SQL, whole.

use model_core::schema::{
    Check, Column, ColumnType, Computed, DefaultValue, ForeignKey, Index, IndexColumn, KeyColumn,
    PrimaryKey, QualifiedName, Schema, Table,
};

use crate::database::DatabaseKind;
use crate::databases;
use crate::dialect::Fills;
use crate::diff::{self, Renames};

fn column(name: &str, native: &str) -> Column {
    Column { nullable: true, ..Column::new(name, ColumnType::Native(native.to_owned())) }
}

fn table(name: &str, columns: Vec<Column>) -> Table {
    Table { columns, ..Table::new(name) }
}

fn schema(tables: Vec<Table>) -> Schema {
    let mut schema = Schema { complete: true, tables, ..Schema::default() };
    schema.sort();
    schema
}

fn sql(from: Vec<Table>, to: Vec<Table>, renames: &[&str], fills: &Fills) -> Vec<String> {
    let (from, to) = (schema(from), schema(to));
    let mysql = databases::of(DatabaseKind::Mysql);
    let mut chosen = Renames::declared(&from, &to, mysql.equivalence());
    let renames: Vec<String> = renames.iter().map(|rename| (*rename).to_owned()).collect();
    assert!(chosen.add_flags(&renames, &from, &to, mysql.equivalence()).is_ok(), "{renames:?}");
    let diff = diff::diff(&from, &to, &chosen, mysql.equivalence());
    let plan = mysql.plan(&diff, fills).unwrap_or_default();
    plan.parts.iter().flat_map(|p| &p.statements).map(|statement| statement.sql()).collect()
}

fn child(native: &str) -> Table {
    let mut child = table("child", vec![column("parent_id", native)]);
    child.foreign_keys.push(ForeignKey {
        name: Some("fk".into()),
        columns: vec!["parent_id".into()],
        references: QualifiedName::new("parent"),
        referenced_columns: vec!["id".into()],
        ..ForeignKey::default()
    });
    let columns = vec![IndexColumn::new("parent_id")];
    child.indexes.push(Index { name: "fk".into(), columns, ..Index::default() });
    child
}

fn parent(native: &str) -> Table {
    let id = Column { nullable: false, ..column("id", native) };
    let mut parent = table("parent", vec![id]);
    parent.primary_key =
        Some(PrimaryKey { columns: vec![KeyColumn::new("id")], ..PrimaryKey::default() });
    parent
}

#[test]
fn a_key_makes_way_for_its_columns() {
    let (before, after) = ("int(11)", "bigint(20)");
    let steps = sql(
        vec![parent(before), child(before)],
        vec![parent(after), child(after)],
        &[],
        &Fills::new(),
    );
    assert_eq!(
        steps,
        [
            "SET @migrate_sql_mode = @@SESSION.sql_mode, \
             SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES')",
            "ALTER TABLE `child` DROP FOREIGN KEY `fk`",
            "ALTER TABLE `child` MODIFY COLUMN `parent_id` bigint(20)",
            "ALTER TABLE `parent` MODIFY COLUMN `id` bigint(20) NOT NULL",
            "ALTER TABLE `child` ADD CONSTRAINT `fk` FOREIGN KEY (`parent_id`) \
             REFERENCES `parent` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
            "SET SESSION sql_mode = @migrate_sql_mode",
        ]
    );
}

#[test]
fn a_required_column_is_stopped_before_anything_is_done() {
    let required = Column { nullable: false, ..column("b", "int(11)") };
    let after = vec![table("t", vec![column("a", "int(11)"), required])];
    let before = vec![table("t", vec![column("a", "int(11)")])];
    assert_eq!(
        sql(before.clone(), after.clone(), &[], &Fills::new()),
        [
            "ALTER TABLE `t` ADD CONSTRAINT `b needs a value for the rows there` CHECK (FALSE)",
            "ALTER TABLE `t`\n  DROP CONSTRAINT `b needs a value for the rows there`,\n  \
             ADD COLUMN `b` int(11) NOT NULL",
        ]
    );
    let fills = Fills::from([((QualifiedName::new("t"), "b".to_owned()), "a + 1".to_owned())]);
    let steps = sql(before, after, &[], &fills);
    assert_eq!(
        steps[1..4],
        [
            "ALTER TABLE `t` ADD COLUMN `b` int(11)",
            "UPDATE `t` SET `b` = a + 1",
            "ALTER TABLE `t` MODIFY COLUMN `b` int(11) NOT NULL",
        ]
    );
}

#[test]
fn names_that_change_places_take_their_checks_along() {
    let check = |expression: &str| Check {
        name: Some("ck".into()),
        expression: expression.into(),
        ..Check::default()
    };
    let both = || vec![column("a", "int(11)"), column("b", "int(11)")];
    let mut before = table("t", both());
    before.checks.push(check("`a` > 0"));
    let steps =
        sql(vec![before.clone()], vec![before], &["column:t.a=b", "column:t.b=a"], &Fills::new());
    assert_eq!(
        steps,
        ["ALTER TABLE `t`\n  DROP CONSTRAINT `ck`,\n  RENAME COLUMN `b` TO `a`,\n  \
          RENAME COLUMN `a` TO `b`,\n  ADD CONSTRAINT `ck` CHECK (`a` > 0)"]
    );
}

#[test]
fn tables_can_change_places() {
    let steps = sql(
        vec![table("a", vec![column("x", "int(11)")]), table("b", vec![column("y", "int(11)")])],
        vec![table("b", vec![column("x", "int(11)")]), table("a", vec![column("y", "int(11)")])],
        &["table:a=b", "table:b=a"],
        &Fills::new(),
    );
    assert_eq!(
        steps,
        ["RENAME TABLE\n  `b` TO `b_renamed_1`,\n  `a` TO `b`,\n  `b_renamed_1` TO `a`"]
    );
}

#[test]
fn values_that_were_computed_become_the_columns_own() {
    let computed = |stored| Computed { expression: "`a` + 1".into(), stored };
    let g = Column { computed: Some(computed(false)), ..column("g", "int(11)") };
    let before = table("t", vec![column("a", "int(11)"), g.clone()]);
    let plain = table("t", vec![column("a", "int(11)"), column("g", "int(11)")]);
    assert_eq!(
        sql(vec![before], vec![plain], &[], &Fills::new()),
        [
            "ALTER TABLE `t` ADD COLUMN `g_values` int(11)",
            "UPDATE `t` SET `g_values` = `g`",
            "ALTER TABLE `t`\n  DROP COLUMN `g`,\n  CHANGE COLUMN `g_values` `g` int(11)",
        ]
    );
}

#[test]
fn a_restated_column_keeps_what_it_has() {
    let rich = |comment: &str| {
        let mut c = Column { nullable: false, ..column("c", "varchar(20)") };
        c.default = Some(DefaultValue::Sql("'x'".into()));
        c.charset = Some("latin1".into());
        c.collation = Some("latin1_bin".into());
        c.comment = Some(comment.into());
        let mut t = table("t", vec![c]);
        t.checks.push(Check {
            column: Some("c".into()),
            expression: "`c` <> ''".into(),
            ..Check::default()
        });
        t
    };
    assert_eq!(
        sql(vec![rich("a")], vec![rich("b")], &[], &Fills::new()),
        ["ALTER TABLE `t` MODIFY COLUMN `c` varchar(20) CHARACTER SET latin1 COLLATE latin1_bin \
          NOT NULL DEFAULT 'x' COMMENT 'b' CHECK (`c` <> '')"]
    );
}
