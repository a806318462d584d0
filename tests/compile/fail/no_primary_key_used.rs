use model_core::prelude::*;

#[derive(Model)]
#[model(table = "log", no_primary_key)]
struct Log {
    line: String,
}

#[derive(Model)]
#[model(table = "entry", no_primary_key, primary_key(line))]
struct Entry {
    line: String,
}

#[derive(Model)]
#[model(table = "mark", no_primary_key)]
struct Mark {
    #[model(primary_key)]
    line: String,
}

fn main() {
    let _ = Log::find("a");
}
