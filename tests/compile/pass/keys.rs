//! Composite keys, keys to unique columns, self-references, two keys to one parent, cycles.
#![deny(warnings)]

use diesel::prelude::*;
use model_core::prelude::*;

mod parents {
    use model_core::prelude::*;

    #[derive(Model)]
    #[model(table = "parent", primary_key(x, y), unique(code, y))]
    pub struct Parent {
        pub y: i64,
        pub x: i32,
        #[model(unique)]
        pub email: String,
        pub code: Option<i32>,
    }
}

#[derive(Model)]
#[model(
    table = "child",
    foreign_key(
        columns(a, b),
        references(parents::parent::y, parents::parent::x),
        name = "fk_child_a_b",
        on_delete = cascade,
        deferrable = deferred,
    ),
    index(b(desc), expression("lower(email)"), unique, name = "by_b"),
    check("b > 0"),
)]
pub struct Child {
    pub id: i32,
    pub a: i64,
    pub b: Option<i32>,
    pub email: String,
}

#[derive(Model)]
#[model(table = "letter")]
pub struct Letter {
    #[model(auto = strict)]
    pub id: i64,
    #[model(foreign_key(crate::parents::parent::email, name = "fk_letter_to"))]
    pub to: String,
    #[model(foreign_key(letter::id, name = "fk_letter_answer_to", on_delete = set_null))]
    pub answer_to: Option<i64>,
}

#[derive(Model)]
#[model(table = "game")]
pub struct Game {
    pub id: i32,
    #[model(foreign_key(player::id, name = "fk_game_white"))]
    pub white: i32,
    #[model(foreign_key(player::id, name = "fk_game_black"))]
    pub black: i32,
}

#[derive(Model)]
#[model(table = "player")]
pub struct Player {
    pub id: i32,
    #[model(foreign_key(team::id, name = "fk_player_team_id"))]
    pub team_id: Option<i32>,
}

#[derive(Model)]
#[model(table = "team")]
pub struct Team {
    pub id: i32,
    // The other key of the cycle gives the join.
    #[model(foreign_key(player::id, name = "fk_team_captain_id", join = false))]
    pub captain_id: Option<i32>,
}

fn main() {
    let schema = model_core::registry::schema();
    assert!(model_core::registry::validate(&schema).is_empty());
    let child = schema.tables.iter().find(|t| t.name.name == "child").expect("declared above");
    assert_eq!(child.foreign_keys[0].referenced_columns, ["y", "x"]);
    assert_eq!(child.checks[0].name.as_deref(), Some("ck_child_b"));
    assert_eq!(child.origin.as_ref().map(|o| o.line), Some(34));
    let _ = child::table.inner_join(parents::parent::table);
    let _ = parents::parent::table.left_join(child::table).select(child::email.nullable());
    let _ = letter::table.inner_join(parents::parent::table);
    let _ = player::table.left_join(team::table);

    // A model may be declared where it is used.
    #[derive(Model)]
    #[model(table = "local")]
    struct Local {
        #[allow(dead_code)]
        id: i32,
    }
    assert!(schema.tables.iter().any(|t| t.name.name == "local"));
}
