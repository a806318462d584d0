//! `examples/helpdesk`: what is declared beside the tables is made, works, comes back above a change, and goes.

use std::process::Command;

use diesel::prelude::*;
use helpdesk::models::{NewTeam, NewTicket, Ticket, TicketChanges, ticket};
use helpdesk::views::{OpenTicket, OpenTicketsOfTeam as _, TicketCount, Workload};
use model_core::prelude::*;
use model_tests::{Database, Server};

struct Project {
    folder: tempfile::TempDir,
    database: Database,
}

impl Project {
    fn migrate(&self, words: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_migrate-helpdesk"));
        command
            .args(["--no-input", "--database-url", &self.database.url])
            .args(words)
            .current_dir(self.folder.path());
        let (status, said) = model_tests::said(&mut command);
        assert_eq!(status, Some(0), "migrate {words:?}:\n{said}");
        said
    }

    /// Fills the last migration's `up.sql`.
    fn write_last(&self, up: &str) {
        let all = std::fs::read_dir(self.folder.path().join("migrations")).expect("a folder");
        let all = all.flatten().map(|entry| entry.path()).filter(|path| path.is_dir());
        let last = all.max_by_key(|path| path.metadata().and_then(|it| it.created()).ok());
        std::fs::write(last.expect("a migration").join("up.sql"), up).expect("written");
    }

    fn is_settled(&self) {
        assert!(self.migrate(&["check"]).contains("agree"));
    }

    fn answer(&self, sql: &str) -> String {
        let rows = self.database.connect().query(sql).expect("an answer");
        rows.into_iter().flatten().flatten().next().unwrap_or_default()
    }
}

fn works(project: &Project) {
    let mut connection = PgConnection::establish(&project.database.url).expect("a connection");
    let connection = &mut connection;
    let team = NewTeam::builder().name("reader").build().insert();
    let team: i32 =
        team.returning(helpdesk::models::team::id).get_result(connection).expect("a team");
    let rows = ["printer", "screen"].map(|title| {
        NewTicket::builder().team_id(team).title(title).body("It does not work").build()
    });
    Ticket::insert_many(&rows).execute(connection).expect("tickets");
    let first: Ticket = Ticket::query().order(ticket::id).first(connection).expect("a ticket");
    let old = "2001-02-03T04:05:06".parse().expect("a time");
    let change = TicketChanges { closed: Some(true), updated_at: Some(old), ..Default::default() };
    change.update(first.id).execute(connection).expect("an update");

    let open: Vec<OpenTicket> = OpenTicket::query().load(connection).expect("open tickets");
    assert_eq!(open.iter().map(|t| t.title.as_str()).collect::<Vec<_>>(), ["screen"]);
    let of: helpdesk::models::Team = open[0].team().first(connection).expect("the team");
    assert_eq!(of.open_tickets().load::<OpenTicket>(connection).expect("its tickets"), open);
    let work: Vec<Workload> = Workload::query().load(connection).expect("the workload");
    assert_eq!(work, [Workload { team: "reader".to_owned(), tickets: 1 }]);
    assert!(TicketCount::query().load(connection).expect("counts").is_empty());
    TicketCount::refresh().execute(connection).expect("refreshed");
    TicketCount::refresh_concurrently().execute(connection).expect("refreshed");
    assert_eq!(TicketCount::query().load(connection).expect("counts").len(), 2);
    let touched: Ticket = Ticket::find(first.id).first(connection).expect("the ticket");
    assert!(touched.updated_at > old, "the trigger sets the time");
}

fn the_whole_way(server: Server) {
    let Some(database) = server.database() else { return };
    let project = Project { folder: tempfile::tempdir().expect("a temporary folder"), database };
    let said = project.migrate(&["generate", "-m", "first"]);
    assert!(said.contains("Tried in a scratch database"), "{said}");
    project.migrate(&["upgrade"]);
    project.is_settled();
    works(&project);

    // A policy counts for whoever is not the owner.
    let role = format!("reader_{}", std::process::id());
    let run = |sql: &str| project.database.connect().execute(sql).expect("runs");
    run(&format!("CREATE ROLE {role}; GRANT SELECT ON ticket, team TO {role}"));
    let seen = format!("SET ROLE {role}; SELECT count(*) FROM ticket");
    let count = |sql: &str| project.answer(sql);
    assert_eq!(count(&seen), "0");
    run(&format!("UPDATE team SET name = '{role}'"));
    assert_eq!(count(&seen), "2");
    run(&format!("DROP OWNED BY {role}; DROP ROLE {role}"));

    // A migration by hand makes the column narrower and forgets one view: the models' type comes back below
    // what is there, and the view with it.
    project.migrate(&["revision", "-m", "narrower"]);
    project.write_last(
        "DROP VIEW workload;
         DROP VIEW open_ticket;
         ALTER TABLE ticket ALTER title TYPE varchar(100);
         CREATE VIEW open_ticket AS SELECT id, team_id, title FROM ticket WHERE NOT closed;
         GRANT SELECT ON open_ticket TO pg_monitor;",
    );
    project.migrate(&["upgrade"]);
    let said = project.migrate(&["generate", "-m", "wider"]);
    assert!(said.contains("Tried in a scratch database"), "{said}");
    project.migrate(&["upgrade"]);
    project.is_settled();
    assert_eq!(count("SELECT tickets FROM workload"), "1");
    assert_eq!(count("SELECT has_table_privilege('pg_monitor', 'open_ticket', 'SELECT')"), "t");

    project.migrate(&["downgrade"]);
    assert_eq!(count("SELECT count(*) FROM open_ticket"), "1");
    run("CREATE VIEW workload AS SELECT 1 AS one");
    project.migrate(&["downgrade", "base"]);
    assert_eq!(
        count(
            "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace
               AND relname NOT LIKE '\\_\\_diesel%'"
        ),
        "0"
    );
}

model_tests::on_servers!(the_whole_way, postgres);
