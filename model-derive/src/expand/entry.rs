//! The entry in the registry: constants only.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;

use super::existing;
use crate::check::{
    Action, Check, Column, Default, Deferrable, ForeignKey, Index, Model, Part, Target, Type,
    Unique,
};
use crate::parse::RawAuto;

pub fn entry(model: &Model) -> TokenStream {
    let ident = &model.ident;
    let module = &model.module;
    let rust_type = ident.unraw().to_string();
    let span = ident.span();
    // At the name of the struct, so that the line is the struct's and not the attribute's.
    let line = quote_spanned!(span=> ::core::line!());
    let columns = model.columns.iter().map(column);
    let key_name = &model.primary_key.name;
    let key = names(model, &model.primary_key.columns);
    let mut rest = Fields::default();
    rest.list("uniques", model.uniques.iter().map(|unique| self::unique(model, unique)));
    rest.list("foreign_keys", model.foreign_keys.iter().map(|key| foreign_key(model, key)));
    rest.list("checks", model.checks.iter().map(check));
    rest.list(
        "exclusions",
        model.exclusions.iter().map(|it| {
            let (name, definition) = (&it.name, &it.definition);
            quote!(__registry::ExclusionDef { name: #name, definition: #definition })
        }),
    );
    rest.list("indexes", model.indexes.iter().map(|index| self::index(model, index)));
    rest.list("options", model.options.iter().map(pair));
    rest.text("comment", &model.comment);
    rest.list("keeps", model.keeps.iter());
    rest.text("renamed_from", &model.renamed_from);
    quote! {
        use ::model_core::registry as __registry;
        ::model_core::inventory::submit! {
            __registry::ModelDef {
                table: __registry::NameDef {
                    schema: <#module::table as ::model_core::target::ModelTable>::SCHEMA,
                    name: <#module::table as ::model_core::target::ModelTable>::NAME,
                },
                columns: &[#(#columns),*],
                primary_key: __registry::PrimaryKeyDef { name: #key_name, columns: &[#(#key),*] },
                mark: ::model_core::mark_of_model!(#rust_type),
                file: ::core::file!(),
                line: #line,
                #rest
                ..__registry::ModelDef::DEFAULT
            }
        }
    }
}

/// The fields of a constant that differ from its default.
#[derive(std::default::Default)]
struct Fields(TokenStream);

impl ToTokens for Fields {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.0.to_tokens(tokens);
    }
}

impl Fields {
    fn value(&mut self, name: &str, value: impl ToTokens) {
        let name = quote::format_ident!("{name}");
        self.0.extend(quote!(#name: #value,));
    }

    fn list(&mut self, name: &str, values: impl Iterator<Item = impl ToTokens>) {
        let mut values = values.peekable();
        if values.peek().is_some() {
            self.value(name, quote!(&[#(#values),*]));
        }
    }

    fn some(&mut self, name: &str, value: Option<impl ToTokens>) {
        if let Some(value) = value {
            self.value(name, quote!(::core::option::Option::Some(#value)));
        }
    }

    fn text(&mut self, name: &str, value: &Option<String>) {
        self.some(name, value.as_ref());
    }

    fn flag(&mut self, name: &str, value: bool) {
        if value {
            self.value(name, quote!(true));
        }
    }
}

fn names<'a>(model: &'a Model, places: &'a [usize]) -> impl Iterator<Item = &'a String> {
    places.iter().map(|place| &model.columns[*place].name)
}

fn pair((key, value): &(String, String)) -> TokenStream {
    quote!((#key, #value))
}

/// One column.
pub fn column(column: &Column) -> TokenStream {
    let name = &column.name;
    let ty = ty(&column.ty);
    let mut rest = Fields::default();
    rest.flag("nullable", column.nullable);
    rest.some("default", column.default.as_ref().map(default));
    if column.auto.on {
        rest.value("generation", auto(column.auto));
    }
    rest.some(
        "generated",
        column.generated.as_ref().map(|(text, stored)| quote!((#text, #stored))),
    );
    rest.text("collation", &column.collation);
    rest.text("charset", &column.charset);
    rest.text("on_update", &column.on_update);
    rest.text("comment", &column.comment);
    rest.text("renamed_from", &column.renamed_from);
    rest.list("options", column.options.iter().map(pair));
    quote! {
        __registry::ColumnDef { name: #name, ty: #ty, #rest ..__registry::ColumnDef::DEFAULT }
    }
}

fn auto(auto: RawAuto) -> TokenStream {
    if auto == (RawAuto { on: true, ..RawAuto::default() }) {
        return quote!(__registry::GenerationDef::Auto(__registry::AutoDef::DEFAULT));
    }
    let mut rest = Fields::default();
    rest.flag("strict", auto.strict);
    rest.flag("always", auto.always);
    for (name, value) in
        [("start", auto.start), ("increment", auto.increment), ("min", auto.min), ("max", auto.max)]
    {
        rest.some(name, value.map(Literal::i64_unsuffixed));
    }
    rest.flag("cycle", auto.cycle);
    quote! {
        __registry::GenerationDef::Auto(__registry::AutoDef {
            #rest ..__registry::AutoDef::DEFAULT
        })
    }
}

fn ty(ty: &Type) -> TokenStream {
    let variant = match ty {
        Type::Bool => quote!(Bool),
        Type::Integer(1) => quote!(TinyInt),
        Type::Integer(2) => quote!(SmallInt),
        Type::Integer(4) => quote!(Integer),
        Type::Integer(_) => quote!(BigInt),
        Type::Unsigned(1) => quote!(UnsignedTinyInt),
        Type::Unsigned(2) => quote!(UnsignedSmallInt),
        Type::Unsigned(4) => quote!(UnsignedInteger),
        Type::Unsigned(_) => quote!(UnsignedBigInt),
        Type::Float => quote!(Float),
        Type::Double => quote!(Double),
        Type::Decimal { precision, scale } => {
            let (precision, scale) = (number(*precision), number(*scale));
            quote!(Decimal { precision: #precision, scale: #scale })
        }
        Type::Units { precision, scale } => {
            let precision = Literal::u32_unsuffixed(*precision);
            let scale = Literal::u32_unsuffixed(*scale);
            quote!(Units { precision: #precision, scale: #scale })
        }
        Type::Text { max_length } => {
            let length = number(*max_length);
            quote!(Text { max_length: #length })
        }
        Type::Binary { max_length } => {
            let length = number(*max_length);
            quote!(Binary { max_length: #length })
        }
        Type::Date => quote!(Date),
        Type::Time => quote!(Time),
        Type::Timestamp => quote!(Timestamp),
        Type::TimestampTz => quote!(TimestampTz),
        Type::Uuid => quote!(Uuid),
        Type::Json => quote!(Json),
        Type::Jsonb => quote!(Jsonb),
        Type::Array(element) => {
            let element = self::ty(element);
            quote!(Array(&#element))
        }
        Type::Enum(rust) => quote!(Enum(<#rust as ::model_core::target::ModelEnum>::DEF)),
        Type::Native(text) => quote!(Native(#text)),
    };
    quote!(__registry::TypeDef::#variant)
}

fn number(value: Option<u32>) -> TokenStream {
    match value {
        Some(value) => {
            let value = Literal::u32_unsuffixed(value);
            quote!(::core::option::Option::Some(#value))
        }
        None => quote!(::core::option::Option::None),
    }
}

fn default(default: &Default) -> TokenStream {
    let variant = match default {
        Default::Bool(value) => quote!(Bool(#value)),
        Default::Integer(value) => {
            let value = Literal::i128_unsuffixed(*value);
            quote!(Integer(#value))
        }
        Default::Float(text) => quote!(Float(#text)),
        Default::Text(text) => quote!(Text(#text)),
        Default::Bytes(bytes) => {
            let bytes = Literal::byte_string(bytes);
            quote!(Bytes(#bytes))
        }
        Default::Now => quote!(Now),
        Default::Sql(text) => quote!(Sql(#text)),
    };
    quote!(__registry::DefaultDef::#variant)
}

fn deferrable(fields: &mut Fields, deferrable: Deferrable) {
    let variant = match deferrable {
        Deferrable::No => return,
        Deferrable::Immediate => quote!(Immediate),
        Deferrable::Deferred => quote!(Deferred),
    };
    fields.value("deferrable", quote!(::model_core::schema::Deferrable::#variant));
}

fn unique(model: &Model, unique: &Unique) -> TokenStream {
    let name = &unique.name;
    let mut rest = Fields::default();
    rest.list("columns", names(model, &unique.columns));
    rest.list("include", names(model, &unique.include));
    rest.flag("nulls_not_distinct", unique.nulls_not_distinct);
    deferrable(&mut rest, unique.deferrable);
    rest.text("renamed_from", &unique.renamed_from);
    quote!(__registry::UniqueDef { name: #name, #rest ..__registry::UniqueDef::DEFAULT })
}

fn foreign_key(model: &Model, key: &ForeignKey) -> TokenStream {
    let name = &key.name;
    let references = existing::references(model, key);
    let columns = key.references.iter().map(|path| quote!(<#path as ::diesel::Column>::NAME));
    let mut rest = Fields::default();
    rest.list("columns", names(model, &key.columns));
    action(&mut rest, "on_delete", key.on_delete);
    action(&mut rest, "on_update", key.on_update);
    deferrable(&mut rest, key.deferrable);
    rest.flag("match_full", key.match_full);
    rest.list("on_delete_columns", names(model, &key.on_delete_columns));
    rest.flag("not_valid", key.not_valid);
    rest.text("renamed_from", &key.renamed_from);
    quote! {
        __registry::ForeignKeyDef {
            name: #name,
            references: #references,
            referenced_columns: &[#(#columns),*],
            #rest
            ..__registry::ForeignKeyDef::DEFAULT
        }
    }
}

fn action(fields: &mut Fields, name: &str, action: Action) {
    let variant = match action {
        Action::Nothing => return,
        Action::Restrict => quote!(Restrict),
        Action::Cascade => quote!(Cascade),
        Action::SetNull => quote!(SetNull),
        Action::SetDefault => quote!(SetDefault),
    };
    fields.value(name, quote!(::model_core::schema::ReferentialAction::#variant));
}

fn check(check: &Check) -> TokenStream {
    let (name, expression) = (&check.name, &check.expression);
    let mut rest = Fields::default();
    rest.flag("not_valid", check.not_valid);
    rest.flag("no_inherit", check.no_inherit);
    rest.text("renamed_from", &check.renamed_from);
    quote! {
        __registry::CheckDef {
            name: #name, expression: #expression, #rest ..__registry::CheckDef::DEFAULT
        }
    }
}

/// The indexes of a view, those that no two rows share among them.
pub fn indexes_of_view(model: &Model) -> Vec<TokenStream> {
    let uniques = model.uniques.iter().map(|unique| {
        let name = &unique.name;
        let mut rest = Fields::default();
        let parts = names(model, &unique.columns).map(|column| {
            quote!(__registry::IndexPartDef { target: #column, ..__registry::IndexPartDef::DEFAULT })
        });
        rest.list("parts", parts);
        rest.flag("unique", true);
        rest.list("include", names(model, &unique.include));
        rest.flag("nulls_not_distinct", unique.nulls_not_distinct);
        quote!(__registry::IndexDef { name: #name, #rest ..__registry::IndexDef::DEFAULT })
    });
    uniques.chain(model.indexes.iter().map(|index| self::index(model, index))).collect()
}

fn index(model: &Model, index: &Index) -> TokenStream {
    let name = &index.name;
    let mut rest = Fields::default();
    rest.list("parts", index.parts.iter().map(|part| self::part(model, part)));
    rest.flag("unique", index.unique);
    rest.flag("nulls_not_distinct", index.nulls_not_distinct);
    rest.text("method", &index.method);
    rest.list("include", names(model, &index.include));
    rest.text("predicate", &index.predicate);
    rest.list("options", index.options.iter().map(pair));
    rest.text("renamed_from", &index.renamed_from);
    quote!(__registry::IndexDef { name: #name, #rest ..__registry::IndexDef::DEFAULT })
}

fn part(model: &Model, part: &Part) -> TokenStream {
    let mut rest = Fields::default();
    match &part.target {
        Target::Column(place) => rest.value("target", &model.columns[*place].name),
        Target::Expression(text) => {
            rest.value("target", text);
            rest.flag("is_expression", true);
        }
    }
    if part.descending {
        rest.value("order", quote!(::model_core::schema::SortOrder::Descending));
    }
    rest.some(
        "nulls",
        part.nulls_first.map(|first| {
            let variant = if first { quote!(First) } else { quote!(Last) };
            quote!(::model_core::schema::NullsOrder::#variant)
        }),
    );
    rest.text("collation", &part.collation);
    rest.text("operator_class", &part.operator_class);
    rest.some("prefix", part.prefix.map(Literal::u32_unsuffixed));
    quote!(__registry::IndexPartDef { #rest ..__registry::IndexPartDef::DEFAULT })
}
