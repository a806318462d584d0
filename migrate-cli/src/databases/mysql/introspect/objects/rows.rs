//! The questions about views, triggers, routines and events.

use std::collections::BTreeMap;

use model_core::schema::ObjectKind;

use super::super::row::{answer, ask};
use super::shown::{self, Name, Shown};
use crate::database::{Connection, DatabaseError};
use crate::databases::mysql::quote::{account, quote};

/// The catalog's answers.
#[derive(Debug, Clone, Default)]
pub struct ObjectCatalog {
    pub server: ServerRow,
    pub views: Vec<ViewRow>,
    pub triggers: Vec<TriggerRow>,
    pub routines: Vec<RoutineRow>,
    pub events: Vec<EventRow>,
    pub grants: Vec<GrantRow>,
    pub shown: BTreeMap<Name, Shown>,
}

answer! {
    /// A view.
    ViewRow {
        table_name: String,
        view_definition: String,
    }
}

answer! {
    /// A trigger.
    TriggerRow {
        trigger_name: String,
        event_object_table: String,
        action_timing: String,
        event_manipulation: String,
        action_statement: String,
        sql_mode: String,
    }
}

answer! {
    /// A function or procedure, or what else MariaDB keeps in the same place.
    RoutineRow {
        routine_name: String,
        routine_type: String,
        routine_definition: String,
        sql_mode: String,
    }
}

impl RoutineRow {
    /// What it is, where it is a routine of its own.
    pub fn kind(&self) -> Option<ObjectKind> {
        match self.routine_type.as_str() {
            "FUNCTION" => Some(ObjectKind::Function),
            "PROCEDURE" => Some(ObjectKind::Procedure),
            _ => None,
        }
    }
}

answer! {
    /// An event.
    EventRow {
        event_name: String,
        event_definition: String,
        sql_mode: String,
        starts_when_made: bool,
    }
}

answer! {
    /// What an account may do with a routine.
    GrantRow {
        routine_name: String,
        routine_type: String,
        user: String,
        host: String,
        proc_priv: String,
    }
}

impl GrantRow {
    /// Who may do it, as SQL.
    pub fn account(&self) -> String {
        account(&self.user, Some(&self.host))
    }

    /// The statement that allows it again.
    pub fn statement(&self) -> String {
        let (passed_on, privileges): (Vec<&str>, Vec<&str>) =
            self.proc_priv.split(',').partition(|privilege| *privilege == "Grant");
        let privileges = match privileges.is_empty() {
            true => "USAGE".to_owned(),
            false => privileges.join(", ").to_uppercase(),
        };
        let option = if passed_on.is_empty() { "" } else { " WITH GRANT OPTION" };
        let (kind, name) = (&self.routine_type, quote(&self.routine_name));
        format!("GRANT {privileges} ON {kind} {name} TO {}{option}", self.account())
    }
}

answer! {
    /// What holds for all who make something, and who it is that asks.
    ServerRow {
        sql_mode: String,
        own_account: String,
        is_in_utc: bool,
        may_set_definers: bool,
    }
}

impl ServerRow {
    /// Who asks, as SQL.
    pub fn account(&self) -> String {
        match self.own_account.rsplit_once('@') {
            Some((user, host)) => account(user, Some(host)),
            None => account(&self.own_account, None),
        }
    }
}

const VIEWS: &str = "information_schema.views WHERE table_schema = DATABASE() ORDER BY 1";

/// In the order in which they fire.
const TRIGGERS: &str = "information_schema.triggers WHERE trigger_schema = DATABASE() \
     ORDER BY event_object_table, action_timing, event_manipulation, action_order, 1";

const ROUTINES: &str =
    "information_schema.routines WHERE routine_schema = DATABASE() ORDER BY 1, routine_type";

/// An event says when it was made in the time zone of who asks, and when it starts in its own.
const EVENTS: &str = "(SELECT event_name, event_definition, sql_mode, \
     COALESCE(starts = CONVERT_TZ(created, @@SESSION.time_zone, time_zone) \
       OR starts = CONVERT_TZ(last_altered, @@SESSION.time_zone, time_zone), starts = created) \
     AS starts_when_made \
     FROM information_schema.events WHERE event_schema = DATABASE()) AS q ORDER BY 1";

/// Who may not look at it is told nothing.
const GRANTS: &str = "mysql.procs_priv WHERE db = DATABASE() ORDER BY 1, 2, 3, 4";

/// A role's privileges are those of whoever has taken it.
const SERVER: &str = "(SELECT @@GLOBAL.sql_mode AS sql_mode, CURRENT_USER() AS own_account, \
     @@system_time_zone IN ('UTC', 'Etc/UTC') AS is_in_utc, \
     EXISTS(SELECT 1 FROM information_schema.user_privileges \
       WHERE privilege_type IN ('SUPER', 'SET USER', 'SET_USER_ID', 'SET_ANY_DEFINER') \
       AND (REPLACE(grantee, '''', '') = CURRENT_USER() \
         OR FIND_IN_SET(REPLACE(grantee, '''', ''), REPLACE(CURRENT_ROLE(), '`', '')))) \
     AS may_set_definers) AS q";

impl ObjectCatalog {
    /// Asks everything.
    pub fn read(database: &mut dyn Connection) -> Result<Self, DatabaseError> {
        let views: Vec<ViewRow> = ask(database, VIEWS)?;
        let triggers: Vec<TriggerRow> = ask(database, TRIGGERS)?;
        let routines: Vec<RoutineRow> = ask(database, ROUTINES)?;
        let events: Vec<EventRow> = ask(database, EVENTS)?;
        let view = |row: &ViewRow| (ObjectKind::View, row.table_name.clone());
        let trigger = |row: &TriggerRow| (ObjectKind::Trigger, row.trigger_name.clone());
        let routine = |row: &RoutineRow| Some((row.kind()?, row.routine_name.clone()));
        let event = |row: &EventRow| (ObjectKind::Event, row.event_name.clone());
        let mut names: Vec<Name> = views.iter().map(view).collect();
        names.extend(triggers.iter().map(trigger));
        names.extend(routines.iter().filter_map(routine));
        names.extend(events.iter().map(event));
        if names.is_empty() {
            return Ok(Self::default());
        }
        let server = ask(database, SERVER)?.into_iter().next().unwrap_or_default();
        let grants = match routines.is_empty() {
            true => Vec::new(),
            false => match ask(database, GRANTS) {
                Err(DatabaseError::Statement { .. }) => Vec::new(),
                answer => answer?,
            },
        };
        let shown = shown::show(database, names)?;
        Ok(Self { server, views, triggers, routines, events, grants, shown })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grant_is_a_statement_again() {
        let grant = |privileges: &str| GrantRow {
            routine_name: "f`".to_owned(),
            routine_type: "FUNCTION".to_owned(),
            user: "a".to_owned(),
            host: "%".to_owned(),
            proc_priv: privileges.to_owned(),
        };
        assert_eq!(
            grant("Execute,Alter Routine,Grant").statement(),
            "GRANT EXECUTE, ALTER ROUTINE ON FUNCTION `f``` TO `a`@`%` WITH GRANT OPTION"
        );
        assert_eq!(grant("Execute").statement(), "GRANT EXECUTE ON FUNCTION `f``` TO `a`@`%`");
    }
}
