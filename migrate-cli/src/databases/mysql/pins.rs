//! Settings of a session that change what is read or what a statement does, set to what they are
//! unless somebody changed them.

use crate::database::{Connection, DatabaseError};

const FOR_EVERYONE: &str = "SET SESSION sql_quote_show_create = 1, SESSION sql_safe_updates = 0, \
     SESSION sql_select_limit = 18446744073709551615";

/// Those that only some servers have, or that only some roles may set.
const OFF: &str = "SHOW SESSION VARIABLES WHERE Value = 'OFF' AND Variable_name IN \
     ('explicit_defaults_for_timestamp', 'show_gipk_in_create_table_and_information_schema')";

/// Sets them.
pub fn pin<C: Connection>(mut connection: C) -> Result<C, DatabaseError> {
    connection.execute(FOR_EVERYONE)?;
    for row in connection.query(OFF)? {
        let Some(Some(name)) = row.into_iter().next() else { continue };
        // Without it a table is read or made in another way, which shows; nothing is lost for it.
        let _ = connection.execute(&format!("SET SESSION {name} = ON"));
    }
    Ok(connection)
}
