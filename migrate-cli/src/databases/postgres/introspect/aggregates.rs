//! `CREATE AGGREGATE`, for which the server has no printer.

/// The statement that makes the function `p`.
pub fn definition() -> String {
    let function = |word: &str, column: &str| {
        format!("CASE WHEN g.{column} <> 0 THEN '{word} = ' || g.{column}::regproc END")
    };
    let kind = |word: &str, column: &str| {
        format!("CASE WHEN g.{column} <> 0 THEN '{word} = ' || format_type(g.{column}, NULL) END")
    };
    let size = |word: &str, column: &str| {
        format!("CASE WHEN g.{column} <> 0 THEN '{word} = ' || g.{column} END")
    };
    let text = |word: &str, column: &str| format!("'{word} = ' || quote_literal(g.{column})");
    let flag = |word: &str, condition: &str| format!("CASE WHEN {condition} THEN '{word}' END");
    let parts = [
        function("SFUNC", "aggtransfn"),
        kind("STYPE", "aggtranstype"),
        size("SSPACE", "aggtransspace"),
        function("FINALFUNC", "aggfinalfn"),
        flag("FINALFUNC_EXTRA", "g.aggfinalextra"),
        "CASE WHEN g.aggfinalmodify <> CASE g.aggkind WHEN 'n' THEN 'r' ELSE 'w' END \
         THEN 'FINALFUNC_MODIFY = ' || CASE g.aggfinalmodify WHEN 'r' THEN 'READ_ONLY' \
         WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END"
            .to_owned(),
        function("COMBINEFUNC", "aggcombinefn"),
        function("SERIALFUNC", "aggserialfn"),
        function("DESERIALFUNC", "aggdeserialfn"),
        text("INITCOND", "agginitval"),
        function("MSFUNC", "aggmtransfn"),
        function("MINVFUNC", "aggminvtransfn"),
        kind("MSTYPE", "aggmtranstype"),
        size("MSSPACE", "aggmtransspace"),
        function("MFINALFUNC", "aggmfinalfn"),
        flag("MFINALFUNC_EXTRA", "g.aggmfinalextra"),
        text("MINITCOND", "aggminitval"),
        "CASE WHEN g.aggsortop <> 0 THEN 'SORTOP = ' || (SELECT 'OPERATOR(' \
         || quote_ident(sn.nspname) || '.' || s.oprname || ')' FROM pg_operator s \
         JOIN pg_namespace sn ON sn.oid = s.oprnamespace WHERE s.oid = g.aggsortop) END"
            .to_owned(),
        flag("PARALLEL = SAFE", "p.proparallel = 's'"),
        flag("PARALLEL = RESTRICTED", "p.proparallel = 'r'"),
        flag("HYPOTHETICAL", "g.aggkind = 'h'"),
    ];
    format!(
        "(SELECT 'CREATE AGGREGATE ' || quote_ident(pn.nspname) || '.' || quote_ident(p.proname) \
         || '(' || coalesce(nullif(pg_get_function_arguments(p.oid), ''), '*') || ') (' \
         || concat_ws(', ', {}) || ')' \
         FROM pg_aggregate g CROSS JOIN pg_namespace pn \
         WHERE g.aggfnoid = p.oid AND pn.oid = p.pronamespace)",
        parts.join(", ")
    )
}
