//! The texts of models that become a part of SQL. A model is its author's, but `--schema` is a file, and
//! what stands in a file must not run as a statement of its own.

use model_core::schema::{
    Column, ColumnType, DefaultValue, Index, IndexTarget, QualifiedName, Schema, Table,
};

use crate::problem::{Problem, Result};
use crate::sql::Lexis;

/// Checks every text of a schema of models that the database's renderer writes as it stands.
///
/// # Errors
///
/// Where one is more than the part of a statement that it is to be.
pub fn check(schema: &Schema, lexis: &Lexis) -> Result<()> {
    let texts = Texts { lexis };
    schema.tables.iter().try_for_each(|table| texts.table(table))?;
    for enumeration in &schema.enums {
        texts.name(&enumeration.name, "enum")?;
        for value in &enumeration.values {
            texts.not_nul(&value.name, &format!("a value of enum {}", enumeration.name))?;
        }
    }
    Ok(())
}

struct Texts<'a> {
    lexis: &'a Lexis,
}

impl Texts<'_> {
    fn table(&self, table: &Table) -> Result<()> {
        let of = |what: &str| format!("{what} of table {}", table.name);
        self.name(&table.name, "table")?;
        self.comment(&table.comment, &format!("table {}", table.name))?;
        for column in &table.columns {
            self.column(&table.name, column)?;
        }
        for (name, value) in &table.options {
            self.option(name, value, &of("the options"))?;
        }
        for key in table.primary_key.iter().flat_map(|k| &k.on_conflict) {
            self.single(key, &of("the primary key"))?;
        }
        for check in &table.checks {
            let name = check.name.as_deref().unwrap_or("without a name");
            self.identifier(name, &of("a check"))?;
            self.fragment(&check.expression, &of(&format!("check {name}")))?;
        }
        for exclusion in &table.exclusions {
            self.fragment(&exclusion.definition, &of(&format!("exclusion {}", exclusion.name)))?;
        }
        let collations = |columns: &[model_core::schema::KeyColumn]| -> Vec<String> {
            columns.iter().filter_map(|c| c.collation.clone()).collect()
        };
        let keys = table.primary_key.iter().map(|k| (&k.name, collations(&k.columns)));
        let uniques = table.uniques.iter().map(|u| (&u.name, collations(&u.columns)));
        let foreign = table.foreign_keys.iter().map(|k| (&k.name, Vec::new()));
        for (name, collations) in keys.chain(uniques).chain(foreign) {
            let name = name.as_deref().unwrap_or("without a name");
            self.identifier(name, &of("a constraint"))?;
            for collation in collations {
                self.not_nul(&collation, &of(&format!("constraint {name}")))?;
            }
        }
        table.indexes.iter().try_for_each(|index| self.index(&table.name, index))
    }

    fn column(&self, table: &QualifiedName, column: &Column) -> Result<()> {
        let place = format!("column {table}.{}", column.name);
        self.identifier(&column.name, &format!("a column of table {table}"))?;
        if let ColumnType::Native(ty) = &column.ty {
            self.fragment(ty, &format!("the type of {place}"))?;
        }
        if let Some(DefaultValue::Sql(sql)) = &column.default {
            self.fragment(sql, &format!("the default of {place}"))?;
        }
        if let Some(computed) = &column.computed {
            self.fragment(&computed.expression, &format!("the expression of {place}"))?;
        }
        if let Some(sql) = &column.on_update {
            self.fragment(sql, &format!("ON UPDATE of {place}"))?;
        }
        for word in [&column.collation, &column.charset].into_iter().flatten() {
            self.word(word, &format!("the collation of {place}"))?;
        }
        for (name, value) in &column.options {
            self.option(name, value, &format!("the options of {place}"))?;
        }
        self.comment(&column.comment, &place)
    }

    fn index(&self, table: &QualifiedName, index: &Index) -> Result<()> {
        let place = format!("index {} of table {table}", index.name);
        self.identifier(&index.name, &format!("an index of table {table}"))?;
        for part in &index.columns {
            if let IndexTarget::Expression(sql) = &part.target {
                self.fragment(sql, &place)?;
            }
            for word in part.collation.iter() {
                self.word(word, &place)?;
            }
            if let Some(class) = &part.operator_class {
                // It may have parameters: gist_trgm_ops(siglen=32).
                let name = class.split('(').next().unwrap_or_default().trim_end();
                self.single(name, &place)?;
                self.fragment(class, &place)?;
            }
        }
        for word in index.method.iter() {
            self.word(word, &place)?;
        }
        if let Some(sql) = &index.predicate {
            self.fragment(sql, &place)?;
        }
        for (name, value) in &index.options {
            self.option(name, value, &place)?;
        }
        Ok(())
    }

    /// Some options are SQL by nature, all others one word, number or text.
    fn option(&self, name: &str, value: &str, place: &str) -> Result<()> {
        self.single(name, place)?;
        match name {
            "partition_by" | "check" => self.fragment(value, place),
            _ if value.is_empty() => Ok(()),
            _ => self.single(value, place),
        }
    }

    fn fragment(&self, sql: &str, place: &str) -> Result<()> {
        match self.lexis.is_fragment(sql) {
            true => Ok(()),
            false => Err(refused(sql, place, "more than a part of one statement")
                .help("close its quotes, brackets and comments, and leave out semicolons")),
        }
    }

    fn single(&self, text: &str, place: &str) -> Result<()> {
        match self.lexis.is_single(text) {
            true => Ok(()),
            false => Err(refused(text, place, "not one word, number or quoted text")),
        }
    }

    /// A word that may be a name in any letters: `en-US-x-icu`, `de_DE.utf8`.
    fn word(&self, text: &str, place: &str) -> Result<()> {
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '@' | '$');
        match !text.is_empty() && text.chars().all(plain) && !text.contains("--") {
            true => Ok(()),
            false => self.single(text, place),
        }
    }

    fn name(&self, name: &QualifiedName, what: &str) -> Result<()> {
        self.identifier(&name.name, &format!("a {what}"))?;
        name.schema.iter().try_for_each(|s| self.identifier(s, &format!("the schema of {name}")))
    }

    fn identifier(&self, name: &str, place: &str) -> Result<()> {
        if name.is_empty() {
            return Err(
                Problem::new(format!("the name of {place} is empty")).help("give it a name")
            );
        }
        self.not_nul(name, place)
    }

    fn comment(&self, comment: &Option<String>, of: &str) -> Result<()> {
        comment.iter().try_for_each(|text| self.not_nul(text, &format!("the comment of {of}")))
    }

    fn not_nul(&self, text: &str, place: &str) -> Result<()> {
        match text.contains('\0') {
            false => Ok(()),
            true => Err(Problem::new(format!(
                "the models say `{text}` for {place}: it has a NUL character"
            ))
            .help("take it out; no database takes one there")),
        }
    }
}

fn refused(text: &str, place: &str, why: &str) -> Problem {
    Problem::new(format!("the models say `{text}` for {place}, which is {why}"))
}
