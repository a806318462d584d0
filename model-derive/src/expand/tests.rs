//! What the derive makes of a model, kept as a file, so that a person reads every change of it:
//! `cargo insta review`, or `INSTA_UPDATE=always cargo test -p model-derive` and `git diff`.

use syn::parse_quote;

use crate::errors::Errors;

/// The code, laid out as rustfmt would.
fn expanded(input: &syn::DeriveInput) -> String {
    expanded_with(input, &[])
}

/// The same, with the structs that are embedded in it.
fn expanded_with(input: &syn::DeriveInput, embedded: &[syn::DeriveInput]) -> String {
    let mut errors = Errors::default();
    let parsed = crate::parse::model(input, embedded, &mut errors).expect("a struct with fields");
    let Ok(model) = crate::check::model(&parsed, errors) else { panic!("the model is right") };
    let code = super::model(&model, &[]);
    prettyplease::unparse(&syn::parse2(code).expect("the code is items"))
}

#[test]
fn a_child() {
    let code = expanded(&parse_quote! {
        /// One case of a group.
        #[model(table = "study_case", unique(group_id, name), derive(Debug))]
        pub struct StudyCase {
            pub id: i32,
            /// What people call it.
            pub name: String,
            #[model(foreign_key(group::id, name = "fk_study_case_group_id"))]
            pub group_id: i32,
            pub note: Option<String>,
            #[model(default = 0)]
            tries: i16,
        }
    });
    insta::assert_snapshot!(code);
}

#[test]
fn a_table_that_was_there() {
    let code = expanded(&parse_quote! {
        #[model(schema_only, table = crate::schema::posts, unique(title))]
        #[diesel(table_name = posts)]
        pub struct Post {
            pub id: i32,
            pub title: String,
            #[model(foreign_key(crate::schema::users::id, name = "fk_posts_user_id"))]
            pub user_id: Option<i32>,
        }
    });
    insta::assert_snapshot!(code);
}

#[test]
fn a_view() {
    let input: syn::DeriveInput = parse_quote! {
        /// What is still to be done.
        #[model(view = "open_issue", file = "sql/open_issue.sql", materialized, unique(id), only(postgres))]
        pub struct OpenIssue {
            pub id: i32,
            #[model(joins(project::id))]
            pub project_id: Option<i32>,
        }
    };
    let mut errors = Errors::default();
    let parsed = crate::parse::view(&input, &mut errors).expect("a struct with fields");
    let Ok(view) = crate::check::view(parsed, errors) else { panic!("the view is right") };
    let code = super::view(&view, &[]);
    insta::assert_snapshot!(prettyplease::unparse(&syn::parse2(code).expect("the code is items")));
}

#[test]
fn a_table_that_joins_two() {
    let code = expanded(&parse_quote! {
        #[model(table = "post_tag", primary_key(post_id, tag_id), many_to_many)]
        struct PostTag {
            #[model(foreign_key(post::id, name = "fk_post_tag_post_id"))]
            post_id: i32,
            #[model(foreign_key(tag::id, name = "fk_post_tag_tag_id"))]
            tag_id: i32,
        }
    });
    insta::assert_snapshot!(code);
}

#[test]
fn a_row_with_a_version_and_a_type_around_another() {
    let code = expanded(&parse_quote! {
        #[model(table = "post")]
        pub struct Post {
            #[model(newtype = i32)]
            pub id: PostId,
            pub title: String,
            #[model(version)]
            pub version: i32,
        }
    });
    insta::assert_snapshot!(code);
}

#[test]
fn a_row_with_an_enumeration_json_and_the_time_of_its_last_change() {
    let code = expanded(&parse_quote! {
        #[model(table = "post")]
        pub struct Post {
            pub id: i32,
            #[model(enumeration, default = "draft")]
            pub status: Status,
            #[model(json, sql_type = Json)]
            pub settings: Option<Settings>,
            #[model(updated_at, sql_type = Timestamp)]
            pub updated_at: Moment,
        }
    });
    insta::assert_snapshot!(code);
}

#[test]
fn a_row_with_another_struct_in_it() {
    let customer = parse_quote! {
        #[model(table = "customer")]
        pub struct Customer {
            pub id: i32,
            #[model(embed)]
            pub home: Address,
        }
    };
    let address = parse_quote! {
        pub struct Address {
            pub street: String,
            pub town: Option<String>,
        }
    };
    insta::assert_snapshot!(expanded_with(&customer, &[address]));
}

#[test]
fn the_schema_alone() {
    let code = expanded(&parse_quote! {
        #[model(schema_only)]
        struct Plain {
            id: i32,
        }
    });
    insta::assert_snapshot!(code);
}
