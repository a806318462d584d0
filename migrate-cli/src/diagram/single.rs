//! The picture of one schema.

use model_core::schema::{
    Column, ColumnType, DeclaredView, ForeignKey, IndexTarget, KeyColumn, LogicalType, ObjectKind,
    QualifiedName, ReferentialAction, Schema, SchemaObject, Table,
};

use super::{End, Entity, Kind, Link, Picture, Row, State};

/// Tables, views, and what leads from one to another.
pub fn single(schema: &Schema) -> Picture {
    let mut boxes: Vec<Entity> = schema.tables.iter().map(table).collect();
    boxes.extend(schema.objects.iter().filter_map(view));
    let declared = schema.declarations.iter().filter_map(|it| it.view.as_ref());
    boxes.extend(declared.map(declared_view));
    boxes.sort_by(|a, b| a.name.cmp(&b.name));
    boxes.dedup_by(|a, b| a.name == b.name);
    let mut picture = Picture { boxes, links: Vec::new() };
    for child in &schema.tables {
        let keys = child.foreign_keys.iter();
        let links = keys.filter_map(|key| link(&picture.boxes, child, key, schema)).collect();
        add(&mut picture, links);
    }
    for object in &schema.objects {
        let links = reads(&picture.boxes, object);
        add(&mut picture, links);
    }
    picture
}

/// Adds links, and marks the rows that hold a key.
pub fn add(picture: &mut Picture, links: Vec<Link>) {
    for link in links {
        if !link.reads {
            for row in &link.from.rows {
                if let Some(row) = picture.boxes[link.from.place].rows.get_mut(*row) {
                    row.foreign = true;
                }
            }
        }
        picture.links.push(link);
    }
}

/// A table.
pub fn table(table: &Table) -> Entity {
    let rows = table.columns.iter().map(|column| row(table, column)).collect();
    let name = table.name.to_string();
    Entity { name, before: None, kind: Kind::Table, state: State::Same, rows }
}

/// One of its columns.
pub fn row(table: &Table, column: &Column) -> Row {
    let alone = |columns: &[KeyColumn]| columns.len() == 1 && columns[0].name == column.name;
    let by_index = table.indexes.iter().any(|index| {
        let parts = index.columns.as_slice();
        index.unique
            && index.predicate.is_none()
            && matches!(parts, [part] if part.target == IndexTarget::Column(column.name.clone()))
    });
    let key = table.primary_key.as_ref();
    let primary = key.is_some_and(|key| key.columns.iter().any(|part| part.name == column.name));
    Row {
        name: column.name.clone(),
        ty: type_name(&column.ty),
        // SQLite calls its key nullable, and gives it a number.
        nullable: column.nullable && !primary,
        primary,
        foreign: false,
        unique: by_index || table.uniques.iter().any(|unique| alone(&unique.columns)),
        state: State::Same,
        before: None,
    }
}

/// A type in the database's words, or in those of models.
pub fn type_name(ty: &ColumnType) -> String {
    match ty {
        ColumnType::Native(text) => text.clone(),
        ColumnType::Logical(logical) => logical_name(logical),
    }
}

fn logical_name(ty: &LogicalType) -> String {
    let sized = |word: &str, size: &Option<u32>| match size {
        Some(size) => format!("{word}({size})"),
        None => word.to_owned(),
    };
    match ty {
        LogicalType::Bool => "boolean".to_owned(),
        LogicalType::TinyInt => "tinyint".to_owned(),
        LogicalType::SmallInt => "smallint".to_owned(),
        LogicalType::Integer => "integer".to_owned(),
        LogicalType::BigInt => "bigint".to_owned(),
        LogicalType::UnsignedTinyInt => "tinyint unsigned".to_owned(),
        LogicalType::UnsignedSmallInt => "smallint unsigned".to_owned(),
        LogicalType::UnsignedInteger => "integer unsigned".to_owned(),
        LogicalType::UnsignedBigInt => "bigint unsigned".to_owned(),
        LogicalType::Float => "float".to_owned(),
        LogicalType::Double => "double".to_owned(),
        LogicalType::Decimal { precision: Some(precision), scale: Some(scale) } => {
            format!("decimal({precision},{scale})")
        }
        LogicalType::Units { precision, scale } => format!("decimal({precision},{scale})"),
        LogicalType::Decimal { precision, .. } => sized("decimal", precision),
        LogicalType::Text { max_length } => sized("text", max_length),
        LogicalType::Binary { max_length } => sized("binary", max_length),
        LogicalType::Date => "date".to_owned(),
        LogicalType::Time => "time".to_owned(),
        LogicalType::Timestamp => "timestamp".to_owned(),
        LogicalType::TimestampTz => "timestamptz".to_owned(),
        LogicalType::Uuid => "uuid".to_owned(),
        LogicalType::Json => "json".to_owned(),
        LogicalType::Jsonb => "jsonb".to_owned(),
        LogicalType::Array(inner) => format!("{}[]", logical_name(inner)),
        LogicalType::Enum(name) => name.to_string(),
        LogicalType::Native(text) => text.clone(),
    }
}

/// A view of a database; none where the object is something else.
pub fn view(object: &SchemaObject) -> Option<Entity> {
    let kind = match object.kind {
        ObjectKind::View => Kind::View,
        ObjectKind::MaterializedView => Kind::MaterializedView,
        _ => return None,
    };
    // Each begins with the name.
    let rows = object.interface.iter().map(|text| {
        let name = text.split(' ').next().unwrap_or(text);
        of_view(name.to_owned(), String::new(), false)
    });
    Some(Entity {
        name: object.name.to_string(),
        before: None,
        kind,
        state: State::Same,
        rows: rows.collect(),
    })
}

/// A view that models declare.
fn declared_view(view: &DeclaredView) -> Entity {
    let columns = view.columns.iter();
    let rows = columns.map(|it| of_view(it.name.clone(), type_name(&it.ty), it.nullable));
    Entity {
        name: view.name.to_string(),
        before: None,
        kind: if view.materialized { Kind::MaterializedView } else { Kind::View },
        state: State::Same,
        rows: rows.collect(),
    }
}

fn of_view(name: String, ty: String, nullable: bool) -> Row {
    let (primary, foreign, unique) = (false, false, false);
    Row { name, ty, nullable, primary, foreign, unique, state: State::Same, before: None }
}

/// A foreign key; none where its parent is not in the picture.
pub fn link(boxes: &[Entity], child: &Table, key: &ForeignKey, schema: &Schema) -> Option<Link> {
    let from = place(boxes, &child.name)?;
    let to = place(boxes, &key.references)?;
    // SQLite means the parent's key where no column is named.
    let parent_key = || {
        let key = schema.table(&key.references)?.primary_key.as_ref()?;
        Some(key.columns.iter().map(|part| part.name.clone()).collect())
    };
    let led_to: Vec<String> = match key.referenced_columns.is_empty() {
        true => parent_key().unwrap_or_default(),
        false => key.referenced_columns.clone(),
    };
    let is_nullable = |name: &String| child.columns.iter().any(|c| c.name == *name && c.nullable);
    let same = |columns: &[KeyColumn]| {
        columns.len() == key.columns.len()
            && columns.iter().all(|part| key.columns.contains(&part.name))
    };
    let uniques = child.uniques.iter().map(|unique| &unique.columns);
    let mut unique = uniques.chain(child.primary_key.iter().map(|key| &key.columns));
    Some(Link {
        name: key.name.clone().unwrap_or_default(),
        from: End { place: from, rows: rows(&boxes[from], &key.columns) },
        to: End { place: to, rows: rows(&boxes[to], &led_to) },
        actions: actions(key),
        optional: key.columns.iter().any(is_nullable),
        single: unique.any(|columns| same(columns)),
        reads: false,
        state: State::Same,
    })
}

fn actions(key: &ForeignKey) -> String {
    let said = [("ON DELETE", key.on_delete), ("ON UPDATE", key.on_update)];
    let said = said.into_iter().filter(|(_, action)| *action != ReferentialAction::NoAction);
    let said: Vec<String> = said.map(|(when, action)| format!("{when} {}", action.sql())).collect();
    said.join(", ")
}

/// What a view reads, each table or view once.
pub fn reads(boxes: &[Entity], object: &SchemaObject) -> Vec<Link> {
    if !object.kind.is_view() {
        return Vec::new();
    }
    let Some(from) = place(boxes, &object.name) else { return Vec::new() };
    let tables = object.references.iter().map(|reference| &reference.table);
    let views = object.uses.iter().filter(|it| it.kind.is_view()).map(|it| &it.name);
    let mut read: Vec<usize> = tables.chain(views).filter_map(|name| place(boxes, name)).collect();
    read.sort_unstable();
    read.dedup();
    let of = |to: usize| Link {
        name: String::new(),
        from: End { place: from, rows: Vec::new() },
        to: End { place: to, rows: Vec::new() },
        actions: String::new(),
        optional: false,
        single: false,
        reads: true,
        state: State::Same,
    };
    read.into_iter().filter(|to| *to != from).map(of).collect()
}

/// Where the box of this name is.
pub fn place(boxes: &[Entity], name: &QualifiedName) -> Option<usize> {
    let name = name.to_string();
    boxes.iter().position(|it| it.name == name)
}

fn rows(entity: &Entity, columns: &[String]) -> Vec<usize> {
    let place = |name: &String| entity.rows.iter().position(|row| row.name == *name);
    columns.iter().filter_map(place).collect()
}
