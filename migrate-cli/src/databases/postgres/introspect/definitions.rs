//! The statements that make what is more than a table, as the server prints them or from what it keeps.

use model_core::schema::{Check, Domain, Index, ObjectKind, QualifiedName, SchemaObject};

use super::rows::Detail;
use crate::databases::postgres::quote::{literal, qualified, quote};

/// Gives an object its definition, and what can't be told from that.
pub fn describe(object: &mut SchemaObject, printed: Option<String>, detail: Detail) {
    let name = qualified(&object.name);
    let table = object.table.as_ref().map(qualified).unwrap_or_default();
    let printed = printed.map(|text| text.trim_end().trim_end_matches(';').to_owned());
    match object.kind {
        ObjectKind::View | ObjectKind::MaterializedView => view(object, &name, printed, detail),
        ObjectKind::Function | ObjectKind::Procedure => {
            object.definition =
                printed.map(|text| text.replacen("CREATE OR REPLACE ", "CREATE ", 1));
            object.interface = detail.interface.into_iter().flatten().collect();
        }
        ObjectKind::Trigger | ObjectKind::Rule => {
            object.definition = printed;
            let what = if object.kind == ObjectKind::Rule { "RULE" } else { "TRIGGER" };
            let own = quote(&object.name.name);
            object.settings = match detail.enabled.as_deref() {
                Some("D") => vec![format!("ALTER TABLE {table} DISABLE {what} {own}")],
                Some("R") => vec![format!("ALTER TABLE {table} ENABLE REPLICA {what} {own}")],
                Some("A") => vec![format!("ALTER TABLE {table} ENABLE ALWAYS {what} {own}")],
                _ => Vec::new(),
            };
        }
        ObjectKind::Policy => object.definition = Some(policy(&object.name, &table, &detail)),
        ObjectKind::Statistics => {
            object.definition = printed;
            object.settings = match detail.target.as_deref() {
                None | Some("-1") => Vec::new(),
                Some(target) => vec![format!("ALTER STATISTICS {name} SET STATISTICS {target}")],
            };
        }
        ObjectKind::Domain => {
            let domain = domain(detail);
            object.definition = Some(create_domain(&name, &domain));
            object.domain = Some(domain);
        }
        ObjectKind::Type => composite_or_range(object, &name, detail),
        ObjectKind::Event | ObjectKind::Table | ObjectKind::Publication | ObjectKind::Dependent => {
            object.definition = printed
        }
    }
}

fn view(object: &mut SchemaObject, name: &str, printed: Option<String>, detail: Detail) {
    object.unfilled = detail.unfilled;
    let with = detail.options.filter(|o| !o.is_empty()).map(|o| {
        let options: Vec<String> = o
            .iter()
            .map(|option| match option.split_once('=') {
                Some((key, value)) => format!("{} = {}", quote(key), literal(value)),
                None => quote(option),
            })
            .collect();
        format!(" WITH ({})", options.join(", "))
    });
    let with = with.unwrap_or_default();
    let is_stored = object.kind == ObjectKind::MaterializedView;
    let method = detail.method.filter(|_| is_stored).map(|m| format!(" USING {}", quote(&m)));
    let what = if is_stored { "MATERIALIZED VIEW" } else { "VIEW" };
    object.definition = printed.map(|query| {
        format!("CREATE {what} {name}{}{with} AS\n{query}", method.unwrap_or_default())
    });
    for column in detail.columns.unwrap_or_default() {
        let own = quote(&column.name);
        if let Some(default) = &column.default {
            object
                .settings
                .push(format!("ALTER VIEW {name} ALTER COLUMN {own} SET DEFAULT {default}"));
        }
        if let Some(comment) = &column.comment {
            object.settings.push(format!("COMMENT ON COLUMN {name}.{own} IS {}", literal(comment)));
        }
        object.interface.push(format!("{} {} {}", column.name, column.ty, column.collation));
    }
    for index in detail.indexes.unwrap_or_default() {
        object.indexes.push(Index {
            name: index.name,
            definition: Some(index.definition),
            comment: index.comment,
            ..Index::default()
        });
    }
}

/// `CREATE POLICY`, for which the server has no printer.
fn policy(name: &QualifiedName, table: &str, detail: &Detail) -> String {
    let mut text = format!("CREATE POLICY {} ON {table}", quote(&name.name));
    if !detail.permissive {
        text.push_str(" AS RESTRICTIVE");
    }
    let command = match detail.command.as_deref() {
        Some("r") => " FOR SELECT",
        Some("a") => " FOR INSERT",
        Some("w") => " FOR UPDATE",
        Some("d") => " FOR DELETE",
        _ => "",
    };
    text.push_str(command);
    let roles = detail.roles.iter().flatten();
    let roles: Vec<String> = roles.filter(|role| !role.is_empty()).map(|r| quote(r)).collect();
    if !roles.is_empty() {
        text.push_str(&format!(" TO {}", roles.join(", ")));
    }
    if let Some(using) = &detail.using {
        text.push_str(&format!(" USING ({using})"));
    }
    if let Some(check) = &detail.check {
        text.push_str(&format!(" WITH CHECK ({check})"));
    }
    text
}

fn domain(detail: Detail) -> Domain {
    let checks = detail.checks.unwrap_or_default().into_iter().map(|check| Check {
        name: Some(check.name),
        expression: check.expression,
        not_valid: check.not_valid,
        comment: check.comment,
        ..Check::default()
    });
    Domain {
        ty: detail.ty.unwrap_or_default(),
        collation: detail.collation,
        default: detail.default,
        not_null: detail.not_null,
        checks: checks.collect(),
    }
}

fn create_domain(name: &str, domain: &Domain) -> String {
    let mut text = format!("CREATE DOMAIN {name} AS {}", domain.ty);
    if let Some(collation) = &domain.collation {
        text.push_str(&format!(" COLLATE {collation}"));
    }
    if let Some(default) = &domain.default {
        text.push_str(&format!(" DEFAULT {default}"));
    }
    if domain.not_null {
        text.push_str(" NOT NULL");
    }
    for check in domain.checks.iter().filter(|check| !check.not_valid) {
        let own = quote(check.name.as_deref().unwrap_or_default());
        text.push_str(&format!(" CONSTRAINT {own} CHECK ({})", check.expression));
    }
    text
}

fn composite_or_range(object: &mut SchemaObject, name: &str, detail: Detail) {
    if let Some(subtype) = detail.subtype {
        let parts = [
            Some(format!("SUBTYPE = {subtype}")),
            detail.class.map(|class| format!("SUBTYPE_OPCLASS = {class}")),
            detail.collation.map(|collation| format!("COLLATION = {collation}")),
            detail.difference.map(|difference| format!("SUBTYPE_DIFF = {difference}")),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        object.definition = Some(format!("CREATE TYPE {name} AS RANGE ({})", parts.join(", ")));
        return;
    }
    object.attributes = detail.attributes.unwrap_or_default();
    let parts: Vec<String> = object
        .attributes
        .iter()
        .map(|a| {
            let collation = a.collation.as_ref().map(|c| format!(" COLLATE {c}"));
            format!("{} {}{}", quote(&a.name), a.ty, collation.unwrap_or_default())
        })
        .collect();
    object.definition = Some(format!("CREATE TYPE {name} AS ({})", parts.join(", ")));
}
