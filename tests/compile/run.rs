//! What people get wrong in a model, and what the compiler says to them: one file a mistake.
//! `TRYBUILD=overwrite` writes what it says today beside it; read that before it is kept.

#[test]
fn mistakes_do_not_compile_and_say_why() {
    let cases = trybuild::TestCases::new();
    cases.pass("pass/*.rs");
    cases.compile_fail("fail/*.rs");
}
