//! Session settings that the statements need, put back afterwards.

use crate::databases::mysql::render::render;
use crate::plan::Step;

/// What the steps need of the session.
#[derive(Debug, Clone, Copy, Default)]
pub struct Needs {
    /// A value that does not fit is an error rather than cut or made 0 in silence.
    pub strict: bool,
    /// A 0 stays a 0 when its column begins to count.
    pub keep_zero: bool,
    /// The history of a system-versioned table changes along with it: the server refuses to change
    /// such a table at all unless it is told so (4119).
    pub keep_history: bool,
}

/// The steps, with the settings around them that they need.
pub fn wrap(steps: Vec<Step>, needs: Needs) -> Vec<Step> {
    let steps = with_mode(steps, needs);
    if !needs.keep_history {
        return steps;
    }
    let set = "SET @migrate_alter_history = @@SESSION.system_versioning_alter_history, \
               SESSION system_versioning_alter_history = KEEP";
    let reset = "SET SESSION system_versioning_alter_history = @migrate_alter_history";
    let statement = |sql: &str| Step::Statement(sql.to_owned());
    [statement(set)].into_iter().chain(steps).chain([statement(reset)]).collect()
}

fn with_mode(steps: Vec<Step>, needs: Needs) -> Vec<Step> {
    let has_backslash = steps.iter().any(|step| render(step).contains('\\'));
    let mut mode = "@@SESSION.sql_mode".to_owned();
    if has_backslash {
        // The texts are written for a backslash that escapes.
        mode = format!("REPLACE({mode}, 'NO_BACKSLASH_ESCAPES', '')");
    }
    let more: Vec<&str> = [
        needs.strict.then_some("STRICT_ALL_TABLES"),
        needs.keep_zero.then_some("NO_AUTO_VALUE_ON_ZERO"),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !more.is_empty() {
        mode = format!("CONCAT({mode}, ',{}')", more.join(","));
    } else if !has_backslash {
        return steps;
    }
    let set = Step::Statement(format!(
        "SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = {mode}"
    ));
    let reset = Step::Statement("SET SESSION sql_mode = @migrate_sql_mode".to_owned());
    [set].into_iter().chain(steps).chain([reset]).collect()
}
