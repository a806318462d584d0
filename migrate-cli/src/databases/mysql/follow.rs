//! Definitions under other names. The server renames nothing in what leans on a table, but the table that a
//! trigger hangs on.

use model_core::schema::{ObjectKind, QualifiedName, Reference, Schema, SchemaObject};

use super::named::{self, Named, Tables, named};
use super::quote::quote;
use super::session::LEXIS;
use crate::diff::Renames;

/// The objects of a schema, in their order, with the names that tables and columns get. One that breaks
/// without them, and in which it can't be told what is named, has no definition.
pub fn renamed(schema: &Schema, renames: &Renames) -> Vec<SchemaObject> {
    let tables = Tables::new(schema.tables.iter());
    schema.objects.iter().map(|object| followed(object, &tables, renames)).collect()
}

fn followed(object: &SchemaObject, tables: &Tables<'_>, renames: &Renames) -> SchemaObject {
    let named = named(object, tables);
    let changed: Vec<(&Named, String)> = named
        .iter()
        .filter_map(|named| Some((named, new_name(&named.reference, renames)?)))
        .collect();
    let mut after = SchemaObject {
        table: object.table.as_ref().map(|table| renames.table(table)),
        ..object.clone()
    };
    if changed.is_empty() {
        return after;
    }
    if changed.iter().any(|(named, _)| named.is_doubtful) {
        // A routine and an event are read when they run, which may be never.
        if matches!(object.kind, ObjectKind::View | ObjectKind::Trigger) {
            after.definition = None;
        }
        return after;
    }
    if let Some(definition) = &mut after.definition {
        for (named, name) in changed.iter().rev() {
            definition.replace_range(named.span.clone(), &quote(name));
        }
    }
    after.references =
        named::references(&named).iter().map(|r| renamed_reference(r, renames)).collect();
    after.references.sort();
    after
}

/// What a table or column is called from now on, where that is something else.
fn new_name(reference: &Reference, renames: &Renames) -> Option<String> {
    let Reference { table, column } = reference;
    match column {
        None => renames.kept_table(table).filter(|after| after != table).map(|after| after.name),
        Some(column) => renames
            .kept_column(table, column)
            .filter(|after| !LEXIS.same_name(after, column))
            .map(str::to_owned),
    }
}

/// The same, for what it names.
pub fn renamed_reference(reference: &Reference, renames: &Renames) -> Reference {
    let Reference { table, column } = reference;
    let after = |column: &String| renames.kept_column(table, column).unwrap_or(column).to_owned();
    Reference {
        table: renames.kept_table(table).unwrap_or_else(|| table.clone()),
        column: column.as_ref().map(after),
    }
}

/// The definition of a trigger once its table is called otherwise: that the server carries along.
pub fn hung_on(definition: &str, names: &[(String, String)]) -> String {
    let tokens = LEXIS.tokens(definition);
    let is_trigger = tokens.get(1).is_some_and(|token| token.is("trigger"));
    let on = tokens.iter().position(|token| token.is("on")).filter(|_| is_trigger);
    let table = on.and_then(|at| tokens.get(at + 1));
    let renamed = table.and_then(|table| {
        let (_, after) = names.iter().find(|(before, _)| table.name().as_ref() == Some(before))?;
        let mut text = definition.to_owned();
        text.replace_range(table.span(), &quote(after));
        Some(text)
    });
    renamed.unwrap_or_else(|| definition.to_owned())
}

/// Whether a reference is to the very table that a trigger hangs on, whose name it follows.
pub fn is_own(object: &SchemaObject, reference: &Reference) -> bool {
    let own: Option<&QualifiedName> = object.table.as_ref();
    reference.column.is_none() && own == Some(&reference.table)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::databases::mysql::named::table_of;

    fn followed_text(kind: ObjectKind, definition: &str) -> Option<String> {
        let tables = vec![table_of("item", &["id", "price"]), table_of("log", &["price"])];
        let object = SchemaObject {
            definition: Some(definition.to_owned()),
            table: (kind == ObjectKind::Trigger).then(|| QualifiedName::new("item")),
            ..SchemaObject::new(kind, QualifiedName::new("o"))
        };
        let schema = Schema { tables, objects: vec![object], ..Schema::default() };
        let mut renames = Renames::default();
        let item = QualifiedName::new("item");
        renames.columns.insert((item.clone(), "price".to_owned()), "cost".to_owned());
        renames.tables.insert(item, QualifiedName::new("thing"));
        renamed(&schema, &renames).remove(0).definition
    }

    #[test]
    fn a_view_follows() {
        let view = "CREATE VIEW `o` AS select `item`.`price` AS `price`,`l`.`price` AS `item` from \
                    (`item` join `log` `l`) order by `item`";
        let after = "CREATE VIEW `o` AS select `thing`.`cost` AS `price`,`l`.`price` AS `item` from \
                     (`thing` join `log` `l`) order by `item`";
        assert_eq!(followed_text(ObjectKind::View, view).as_deref(), Some(after));
    }

    #[test]
    fn a_trigger_follows_where_that_is_certain() {
        let header = "BEFORE UPDATE ON `item` FOR EACH ROW\n";
        let body = "INSERT INTO log (price) VALUES (OLD.price + length('price'))";
        let after = "INSERT INTO log (price) VALUES (OLD.`cost` + length('price'))";
        let text = |body| format!("CREATE TRIGGER `o` {header}{body}");
        let own = text(after).replace("`item`", "`thing`");
        assert_eq!(followed_text(ObjectKind::Trigger, &text(body)), Some(own));
        let doubtful = "SET NEW.id = (SELECT max(price) FROM log JOIN item)";
        assert_eq!(followed_text(ObjectKind::Trigger, &text(doubtful)), None);
    }

    #[test]
    fn the_server_renames_the_table_below_a_trigger() {
        let names = [("item".to_owned(), "thing".to_owned())];
        let trigger = "CREATE TRIGGER `item` BEFORE UPDATE ON `item` FOR EACH ROW\nSET @item = 1";
        let after = "CREATE TRIGGER `item` BEFORE UPDATE ON `thing` FOR EACH ROW\nSET @item = 1";
        assert_eq!(hung_on(trigger, &names), after);
        let view = "CREATE VIEW `v` AS select 1 from `item` join `x` on `item`";
        assert_eq!(hung_on(view, &names), view);
    }
}
