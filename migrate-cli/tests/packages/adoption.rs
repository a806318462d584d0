//! A project of plain Diesel becomes one of models, a struct at a time: each step compiles, and
//! `migrate generate` says no more than what is expected.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel_migrations::{FileBasedMigrations, MigrationHarness};

use crate::project::{Project, Told};

/// The project as Diesel's CLI and its user left it.
const OLD: [(&str, &str); 8] = [
    ("migrations/2024-01-05-101010_create_users/up.sql", include_str!("old_blog/users_up.sql")),
    ("migrations/2024-01-05-101010_create_users/down.sql", "DROP TABLE users;\n"),
    ("migrations/2024-02-01-090000_create_posts/up.sql", include_str!("old_blog/posts_up.sql")),
    // Nobody ever wrote it.
    ("migrations/2024-02-01-090000_create_posts/down.sql", "-- This file should undo `up.sql`\n"),
    ("diesel.toml", "[print_schema]\nfile = \"src/schema.rs\"\n"),
    ("src/schema.rs", include_str!("old_blog/schema.rs")),
    ("src/models.rs", include_str!("old_blog/models.rs")),
    ("src/lib.rs", include_str!("old_blog/lib.rs")),
];

const NEEDS: &str = "[dependencies]\nchrono = { version = \"0.4\", default-features = false }\n\
                     diesel = { version = \"2.3\", default-features = false, features = [\"chrono\", \"sqlite\"] }\n\
                     libsqlite3-sys = { version = \"0.38\", features = [\"bundled\"] }\n";

const MODELS: &str = "src/models.rs";

impl Project {
    /// Replaces texts of a file, each of which is there once.
    fn edit(&self, file: &str, edits: &[(&str, &str)]) -> &Self {
        let mut text = std::fs::read_to_string(self.path(file)).unwrap();
        for (before, after) in edits {
            assert_eq!(text.matches(before).count(), 1, "{before} in {file}:\n{text}");
            text = text.replace(before, after);
        }
        self.write(file, text)
    }

    fn generate(&self) -> Told {
        self.succeed(&["generate", "-m", "step", "--dry-run"])
    }

    fn nothing_to_do(&self) {
        let told = self.generate();
        assert_eq!(told.stdout.trim(), "No changes", "{}", told.stderr);
    }
}

/// The lines of a migration that say what changes.
fn changes(told: &Told) -> Vec<&str> {
    let lines = told.stdout.lines().skip_while(|line| !line.starts_with("-- "));
    let lines = lines.take_while(|line| line.starts_with("--") && !line.starts_with("-- Dangers"));
    lines.filter_map(|line| line.strip_prefix("-- ")).skip(1).collect()
}

#[test]
fn from_plain_diesel_to_models() {
    let project = Project::new();
    for (file, text) in OLD {
        project.write(file, text);
    }
    project.manifest(".", "old_blog", NEEDS);
    let database = project.path("app.db").display().to_string();
    let mut connection = SqliteConnection::establish(&database).unwrap();
    let folder = FileBasedMigrations::from_path(project.path("migrations")).unwrap();
    connection.run_pending_migrations(folder).unwrap();
    connection.batch_execute(include_str!("old_blog/rows.sql")).unwrap();

    // 1. migrate takes over the folder; nothing of the code has changed.
    let told = project.succeed(&["init"]);
    assert!(told.stdout.contains("Found 2 migrations"), "{}", told.stdout);
    let told = project.succeed(&["current"]);
    assert!(told.stdout.contains("2024-02-01-090000_create_posts"), "{}", told.stdout);
    project.edit(
        "migrate.toml",
        &[
            ("# ignore = []", "ignore = [\"users\", \"tags\", \"post_tags\"]"),
            ("# names = \"convention\"", "names = \"keep\""),
        ],
    );
    let with_models =
        format!("{NEEDS}model-core = {{ {{core}}, features = [\"chrono\", \"sqlite\"] }}\n");
    project.manifest(".", "old_blog", &with_models);

    // 2. The first struct, whose key leads to one that has not moved. What it doesn't say yet is told.
    project.edit(
        MODELS,
        &[
            ("use diesel::prelude::*;\n", "use diesel::prelude::*;\nuse model_core::prelude::*;\n"),
            (
                "#[derive(Queryable, Selectable, Identifiable, Associations, Debug)]\n",
                "#[derive(Model, Queryable, Selectable, Identifiable, Associations, Debug)]\n\
                 #[model(schema_only, table = crate::schema::posts)]\n",
            ),
        ],
    );
    let told = project.run(&["generate", "-m", "step", "--dry-run"]);
    told.refused(&["this column is `type` in the database: write `column = \"type\"`"]);
    project.edit(MODELS, &[("    pub type_:", "    #[model(column = \"type\")]\n    pub type_:")]);
    assert_eq!(
        changes(&project.generate()),
        [
            "change column posts.type: default",
            "change column posts.published: default",
            "change column posts.created_at: default",
            "drop foreign key (unnamed) on posts",
            "drop index posts_by_user on posts"
        ]
    );
    project.edit(
        MODELS,
        &[
            (
                "    pub user_id:",
                "    #[model(index(name = \"posts_by_user\"))]\n    \
                 #[model(foreign_key(crate::schema::users::id, name = \"fk_posts_user_id\", on_delete = cascade))]\n    \
                 pub user_id:",
            ),
            ("#[model(column = \"type\")]", "#[model(column = \"type\", default = \"note\")]"),
            ("    pub published:", "    #[model(default = false)]\n    pub published:"),
            ("    pub created_at:", "    #[model(default = now)]\n    pub created_at:"),
        ],
    );
    project.nothing_to_do();

    // 3. The others, one by one; a struct that has moved is no longer under `ignore`.
    project
        .edit("migrate.toml", &[("\"users\", \"tags\", \"post_tags\"", "\"tags\", \"post_tags\"")]);
    project.edit(
        MODELS,
        &[
            (
                "#[derive(Queryable, Selectable, Identifiable, Debug)]\n",
                "#[derive(Model, Queryable, Selectable, Identifiable, Debug)]\n\
                 #[model(schema_only, table = crate::schema::users)]\n",
            ),
            (
                "    pub id: i32,\n    pub email:",
                "    #[model(auto = strict)]\n    pub id: i32,\n    \
                 #[model(unique, max_length = 120)]\n    pub email:",
            ),
        ],
    );
    project.nothing_to_do();
    project.edit("migrate.toml", &[("\"tags\", \"post_tags\"", "")]);
    project.edit(
        MODELS,
        &[
            (
                "#[derive(Queryable, Selectable, Identifiable)]\n",
                "#[derive(Model, Queryable, Selectable, Identifiable)]\n\
                 #[model(schema_only, table = crate::schema::tags)]\n",
            ),
            (
                "#[derive(Queryable, Identifiable, Associations)]\n",
                "#[derive(Model, Queryable, Identifiable, Associations)]\n\
                 #[model(schema_only, table = crate::schema::post_tags, primary_key(post_id, tag_id))]\n",
            ),
            (
                "    pub post_id:",
                "    #[model(foreign_key(posts::id, name = \"fk_post_tags_post_id\"))]\n    pub post_id:",
            ),
            (
                "    pub tag_id:",
                "    #[model(foreign_key(tags::id, name = \"fk_post_tags_tag_id\"))]\n    pub tag_id:",
            ),
        ],
    );
    project.nothing_to_do();
    let told = project.succeed(&["check"]);
    assert!(told.stdout.contains("Models, migrations and database agree"), "{}", told.stdout);

    // 4. `table!` comes from the models; Diesel's CLI no longer writes it.
    std::fs::remove_file(project.path("src/schema.rs")).unwrap();
    std::fs::remove_file(project.path("diesel.toml")).unwrap();
    let text = std::fs::read_to_string(project.path(MODELS)).unwrap();
    project.write(MODELS, text.replace("table = crate::schema::", "table = "));
    project.edit(
        MODELS,
        &[
            ("use crate::schema::{post_tags, posts, tags, users};\n", ""),
            ("crate::schema::users::id", "users::id"),
        ],
    );
    project.edit(
        "src/lib.rs",
        &[
            ("pub mod schema;\n", ""),
            ("use schema::{posts, users};", "use models::{posts, users};"),
        ],
    );
    project.nothing_to_do();

    // 5. A struct that leaves Diesel's derives to the model, and the first change made in Rust.
    project.edit(
        MODELS,
        &[
            (
                "#[derive(Model, Queryable, Selectable, Identifiable, Debug)]\n\
                 #[model(schema_only, table = users)]\n#[diesel(table_name = users)]\n",
                "#[derive(Model, Debug)]\n#[model(table = users, new = UserRow)]\n",
            ),
            (
                "    pub name: String,\n}\n\n#[derive(Insertable)]",
                "    pub name: String,\n    pub bio: Option<String>,\n}\n\n#[derive(Insertable)]",
            ),
        ],
    );
    let told = project.succeed(&["generate", "-m", "bio of users"]);
    assert!(told.stdout.contains("add column users.bio"), "{}", told.stdout);
    project.succeed(&["upgrade"]);
    project.nothing_to_do();

    // 6. The old migration without a way back is taken as it is.
    let told = project.run(&["verify"]);
    told.refused(&[
        "2024-02-01-090000_create_posts: down.sql does not bring back what was",
        "--from",
    ]);
    let migrations = project.succeed(&["history"]).stdout;
    let new = migrations.split_whitespace().find(|word| word.ends_with("_bio_of_users")).unwrap();
    let told = project.succeed(&["verify", "--from", new]);
    assert!(told.stdout.contains("1 migrations go up, down and up again"), "{}", told.stdout);

    // The rows are what they were.
    let count = |connection: &mut SqliteConnection, text: &str| {
        diesel::sql_query(text).execute(connection).unwrap()
    };
    let changed = "UPDATE users SET bio = name WHERE (SELECT count(*) FROM posts) = 2";
    assert_eq!(count(&mut connection, changed), 1);
}
