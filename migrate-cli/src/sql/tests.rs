use proptest::prelude::*;

use super::{Lexis, Token, TokenKind};
use crate::database::DatabaseKind;

fn lexis(kind: DatabaseKind) -> &'static Lexis {
    &crate::databases::of(kind).session().lexis
}

fn sqlite() -> &'static Lexis {
    lexis(DatabaseKind::Sqlite)
}

fn postgres() -> &'static Lexis {
    lexis(DatabaseKind::Postgres)
}

fn mysql() -> &'static Lexis {
    lexis(DatabaseKind::Mysql)
}

fn ansi() -> Lexis {
    Lexis { name_quotes: "`\"", backslash_escapes: false, ..*mysql() }
}

fn texts<'a>(lexis: &'a Lexis, sql: &'a str) -> Vec<&'a str> {
    lexis.tokens(sql).iter().map(|token| token.text).collect()
}

fn kinds(lexis: &Lexis, sql: &str) -> Vec<TokenKind> {
    lexis.tokens(sql).iter().map(|token| token.kind).collect()
}

fn only(lexis: &Lexis, sql: &str, kind: TokenKind) {
    assert_eq!(kinds(lexis, sql), [kind], "{sql}");
}

fn tiles(lexis: &Lexis, sql: &str) {
    let all = lexis.lex(sql);
    let mut at = 0;
    for token in &all {
        assert_eq!(token.start, at, "{sql:?}");
        assert!(token.end() > at, "{sql:?}");
        assert_eq!(sql.get(token.span()), Some(token.text), "{sql:?}");
        at = token.end();
    }
    assert_eq!(at, sql.len(), "{sql:?}");
    for token in &all {
        let _ = (token.name(), token.value(), token.names("a"), token.is_keyword());
    }
}

/// Text that opens and closes what SQL has to open and close, in no order.
fn odd_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(vec![
            "'",
            "''",
            "\"",
            "`",
            "[",
            "]",
            "\\",
            "$",
            "$$",
            "$a$",
            "$1",
            "/*",
            "*/",
            "/*!",
            "/*!50100 ",
            "/*M!99999",
            "--",
            "-- ",
            "#",
            "\n",
            "\r",
            "\0",
            "e'",
            "E'",
            "u&'",
            "U&\"",
            "x'",
            "_utf8'",
            "@",
            "@@",
            "?",
            ":",
            "::",
            ".",
            "1",
            "0x",
            "1e",
            "1e+",
            "é",
            "名",
            "\u{feff}",
            "\u{a0}",
            "a",
            "A",
            ";",
            "begin",
            "end",
            "create trigger",
            " ",
            "(",
            ")",
        ])
        .prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn the_tokens_of_any_text_are_the_text(sql in odd_text()) {
        for lexis in [sqlite(), postgres(), mysql(), &ansi()] {
            tiles(lexis, &sql);
            super::statements(&sql, lexis);
            prop_assert_eq!(lexis.rewrite(&sql, |_, _| None), sql.clone());
            lexis.renamed(&sql, &[("a".to_owned(), "b".to_owned())], str::to_owned);
            lexis.ends_in_line_comment(&sql);
        }
    }
}

#[test]
fn names_texts_numbers_and_operators() {
    let sql = "[a b].\"c\"\"d\"->>'it''s'||x'0F'+1.5e-3 -- end\n/* x */<>`e`";
    let expected =
        ["[a b]", ".", "\"c\"\"d\"", "->>", "'it''s'", "||", "x'0F'", "+", "1.5e-3", "<>", "`e`"];
    assert_eq!(texts(sqlite(), sql), expected);
    let name = |lexis: &Lexis, sql: &str| lexis.tokens(sql)[0].name();
    assert_eq!(name(sqlite(), "\"c\"\"d\"").as_deref(), Some("c\"d"));
    assert_eq!(name(sqlite(), "[a\"b]").as_deref(), Some("a\"b"));
    assert_eq!(name(postgres(), "ÄB").as_deref(), Some("Äb"));
    assert_eq!(name(mysql(), "`a``b`").as_deref(), Some("a`b"));
}

#[test]
fn a_double_quote_is_what_the_database_says() {
    only(sqlite(), "\"a\"", TokenKind::Quoted);
    only(postgres(), "\"a\"", TokenKind::Quoted);
    only(mysql(), "\"a\\\"b\"", TokenKind::Text);
    only(&ansi(), "\"a\\\"", TokenKind::Quoted);
}

#[test]
fn what_stands_before_a_quote_belongs_to_it() {
    only(sqlite(), "X'0F'", TokenKind::Blob);
    only(postgres(), r"E'it\'s'", TokenKind::Text);
    only(postgres(), "E'a'\n'b\\'c'", TokenKind::Text);
    only(postgres(), r"'a\'", TokenKind::Text);
    only(postgres(), r"U&'d\0061t'", TokenKind::Text);
    only(postgres(), "U&\"d\\0061t\"", TokenKind::Quoted);
    only(postgres(), "b'01'", TokenKind::Blob);
    only(mysql(), "b'01'", TokenKind::Blob);
    only(mysql(), r"N'it\'s'", TokenKind::Text);
    assert_eq!(kinds(mysql(), "_utf8mb4'x'"), [TokenKind::Word, TokenKind::Text]);
    assert_eq!(kinds(sqlite(), "e'x'"), [TokenKind::Word, TokenKind::Text]);
}

#[test]
fn dollars_quote_where_they_do() {
    only(postgres(), "$x$ a $y$ ' $x$", TokenKind::Text);
    only(postgres(), "$$ ' $$", TokenKind::Text);
    only(postgres(), "$1", TokenKind::Parameter);
    only(postgres(), "a$b$", TokenKind::Word);
    assert_eq!(texts(postgres(), "$1a$ ' $1a$"), ["$1", "a$", "' $1a$"]);
    only(sqlite(), "$a", TokenKind::Parameter);
    only(mysql(), "$a$", TokenKind::Word);
}

#[test]
fn parameters_and_variables_are_no_names() {
    for sql in ["?", "?1", ":a", "@a", "$a"] {
        only(sqlite(), sql, TokenKind::Parameter);
    }
    for sql in ["?", "@a", "@@session.sql_mode", "@`a b`", "@'a'"] {
        only(mysql(), sql, TokenKind::Parameter);
    }
    assert_eq!(texts(postgres(), "a::date"), ["a", "::", "date"]);
    assert_eq!(texts(postgres(), "a @> b ? 'c'"), ["a", "@", ">", "b", "?", "'c'"]);
}

#[test]
fn a_name_may_begin_with_a_digit_on_mysql() {
    only(mysql(), "1a", TokenKind::Word);
    only(mysql(), "1e5", TokenKind::Number);
    only(mysql(), "0x1F", TokenKind::Number);
    assert_eq!(kinds(sqlite(), "1a"), [TokenKind::Number, TokenKind::Word]);
}

#[test]
fn comments_are_each_databases_own() {
    for lexis in [sqlite(), postgres(), mysql()] {
        assert_eq!(texts(lexis, "a -- don't\nb /* don't */ c"), ["a", "b", "c"]);
    }
    assert_eq!(texts(mysql(), "a # don't\nb"), ["a", "b"]);
    assert_eq!(texts(postgres(), "a # b"), ["a", "#", "b"]);
    assert_eq!(texts(mysql(), "1--1"), ["1", "-", "-", "1"]);
    assert_eq!(texts(sqlite(), "1--1"), ["1"]);
    assert_eq!(texts(postgres(), "a /* /* ' */ ' */ b"), ["a", "b"]);
    assert_eq!(texts(sqlite(), "a /* /* */ b"), ["a", "b"]);
    assert_eq!(texts(postgres(), "a -- b\rc"), ["a", "c"]);
}

#[test]
fn what_mysql_runs_is_no_comment() {
    let sql = "/*!50100 a '*/' */ /*M!100301 b*/ /*! c */ /*!999999 don't */ d";
    let expected = ["/*!50100", "a", "'*/'", "*/", "/*M!100301", "b", "*/", "/*!", "c", "*/", "d"];
    assert_eq!(texts(mysql(), sql), expected);
    assert_eq!(texts(sqlite(), "/*! a */ b"), ["b"]);
}

#[test]
fn values_are_what_a_text_stands_for() {
    let value = |lexis: &Lexis, sql: &str| lexis.tokens(sql).iter().find_map(Token::value);
    assert_eq!(value(sqlite(), r"'it''s \n'").as_deref(), Some(r"it's \n"));
    assert_eq!(value(mysql(), r"'it''s \n\'\%\x'").as_deref(), Some("it's \n'\\%x"));
    assert_eq!(value(mysql(), "'open").as_deref(), Some("open"));
    assert_eq!(value(postgres(), "E'a'"), None);
}

#[test]
fn names_are_compared_as_the_database_does() {
    assert!(sqlite().mentions("\"Price\" > 0", "pRICE"));
    assert!(!sqlite().mentions("É > 0", "é"));
    assert!(mysql().mentions("`É` > 0", "é"));
    assert!(!mysql().mentions("price > 0", "price"));
    assert!(postgres().mentions("Price > 0", "price"));
    assert!(!postgres().mentions("\"Price\" > 0", "price"));
    assert!(!postgres().mentions("a AND b", "and"));
    assert!(postgres().mentions("a AND \"and\"", "and"));
    assert!(!sqlite().mentions("a IN (1)", "in"));
}

#[test]
fn keywords_are_sorted() {
    for lexis in [sqlite(), postgres(), mysql()] {
        assert!(lexis.keywords.is_sorted());
    }
}

#[test]
fn a_rewrite_leaves_the_rest_alone() {
    let renamed = sqlite().rewrite("a  > /* a */ 'a' and \"A\"<1", |all, i| {
        all[i].names("a").then(|| "\"b\"".to_owned())
    });
    assert_eq!(renamed, "\"b\"  > /* a */ 'a' and \"b\"<1");
}

#[test]
fn a_column_is_renamed_where_it_is_one() {
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    let quoted = |quote: char| move |name: &str| format!("{quote}{name}{quote}");
    let columns = [pair("date", "day"), pair("and", "or")];
    let sql = "date(date) > 'date'::date AND \"and\" > 0::app.date AND date.f(1) > 0";
    assert_eq!(
        postgres().renamed(sql, &columns, quoted('"')),
        "date(\"day\") > 'date'::date AND \"or\" > 0::app.date AND date.f(1) > 0"
    );
    let swapped = [pair("a", "b"), pair("b", "a")];
    let sql = "`a` + `b` = '`a`' and `ab` > a";
    assert_eq!(mysql().renamed(sql, &swapped, quoted('`')), "`b` + `a` = '`a`' and `ab` > a");
    // A name that only changes its case stays as it was written.
    assert_eq!(sqlite().renamed("price > 0", &[pair("price", "Price")], quoted('"')), "price > 0");
    assert_eq!(sqlite().renamed("t.a > 0", &[pair("a", "b")], quoted('"')), "t.\"b\" > 0");
}

#[test]
fn only_a_comment_at_the_end_swallows_what_follows() {
    assert!(sqlite().ends_in_line_comment("a -- b"));
    assert!(!sqlite().ends_in_line_comment("a -- b\n"));
    assert!(!sqlite().ends_in_line_comment("a /* -- b */"));
    assert!(mysql().ends_in_line_comment("a # b"));
}
